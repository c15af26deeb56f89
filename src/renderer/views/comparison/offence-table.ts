import type { OffenceRow, OffenceTable } from '../../../core/performance/offence-table.ts';
import type { FigureAsked } from '../../../preload/contract.ts';
import type { TableValue } from '../../parts/table-value.ts';
import type { Asked } from './choice.ts';
import { changeWords, verdictWords, wayWords } from '../../words/comparison.ts';
import { numberInWords, signedPercent } from '../../words/numbers.ts';
import { COMPARISON_ROOM } from '../../words/comparison-room.ts';

interface Column {
  readonly head: string;
  readonly under?: string;
  readonly text?: boolean;
  readonly divider?: boolean;
  readonly shown: (row: OffenceRow) => string;
  /** What it sorts by; null comes last either way. */
  readonly worth: (row: OffenceRow) => number | null;
}

const WAYS = ['down', 'unclear', 'level', 'up'];

const COLUMNS: readonly Column[] = [
  { head: COMPARISON_ROOM.crimes, shown: (row) => numberInWords(row.count), worth: (row) => row.count },
  {
    head: COMPARISON_ROOM.rate,
    under: COMPARISON_ROOM.per1000,
    shown: (row) => numberInWords(row.ratePerThousand, rateDecimals(row)),
    worth: (row) => row.ratePerThousand,
  },
  {
    head: COMPARISON_ROOM.average,
    under: COMPARISON_ROOM.ofTheGroup,
    shown: (row) => numberInWords(row.average, rateDecimals(row)),
    worth: (row) => row.average,
  },
  {
    head: COMPARISON_ROOM.rank,
    under: COMPARISON_ROOM.n1Lowest,
    shown: (row) => (row.rank === null ? '' : COMPARISON_ROOM.ofOf(row.rank, row.of)),
    worth: (row) => (row.rank === null ? null : row.rank / Math.max(1, row.of)),
  },
  {
    head: COMPARISON_ROOM.distance,
    under: COMPARISON_ROOM.fromAverage,
    shown: (row) => signedPercent(row.distancePercent),
    worth: (row) => row.distancePercent,
  },
  {
    head: COMPARISON_ROOM.againstLimits,
    text: true,
    shown: (row) => verdictWords(row.verdict),
    worth: (row) => (row.verdict === null ? null : ['below', 'inline', 'above'].indexOf(row.verdict)),
  },
  {
    head: COMPARISON_ROOM.fewer,
    under: COMPARISON_ROOM.toTheAverage,
    shown: (row) =>
      row.fewerToAverage === null || row.fewerToAverage < 0.5 ? '' : numberInWords(Math.round(row.fewerToAverage)),
    worth: (row) => row.fewerToAverage,
  },
  {
    head: COMPARISON_ROOM.aYearBefore,
    divider: true,
    shown: (row) => numberInWords(row.lastYear),
    worth: (row) => row.lastYear,
  },
  {
    head: COMPARISON_ROOM.change,
    shown: (row) => changeWords(row.lastYear, row.count, row.changePercent),
    worth: (row) => row.changePercent,
  },
  {
    head: COMPARISON_ROOM.direction,
    text: true,
    shown: (row) => wayWords(row.direction),
    worth: (row) => (row.direction === null ? null : WAYS.indexOf(row.direction)),
  },
];

/** From here on the columns need the year before, which may not be held. */
const FIRST_DATED = COLUMNS.findIndex(({ head }) => head === 'A year before');

/** Columns that lead to their cells. */
const FIGURES: Readonly<Partial<Record<string, 'count' | 'rate' | 'average'>>> = {
  Crimes: 'count',
  Rate: 'rate',
  Average: 'average',
};

/** Small rates need a second decimal to differ at all. */
const rateDecimals = (row: OffenceRow): number => ((row.average ?? row.ratePerThousand ?? 10) < 5 ? 2 : 1);

/** Every offence group of a period in one table. */
export function offenceTable(view: OffenceTable, onOpen?: (measure: string) => void, asked?: Asked): TableValue {
  const figureOf = (row: OffenceRow, head: string): FigureAsked | undefined => {
    const figure = FIGURES[head];
    if (asked === undefined || figure === undefined) return undefined;
    const about = { view: 'group', measure: row.measure, from: view.from, to: view.to, ...asked } as const;
    if (figure === 'average') return { ...about, figure: `average-${asked.average ?? 'unweighted'}` };
    return view.area === null ? undefined : { ...about, figure, area: view.area };
  };
  const dated = view.rows.some(({ lastYear }) => lastYear !== null);
  const columns = dated ? COLUMNS : COLUMNS.slice(0, FIRST_DATED);
  return {
    caption: COMPARISON_ROOM.allOffenceGroups(view.area ?? COMPARISON_ROOM.ownAreaWord, view.periodInWords),
    rowHead: COMPARISON_ROOM.offenceGroup,
    columns: columns.map(({ head, under, text, divider }) => ({
      head,
      ...(under === undefined ? {} : { under }),
      ...(text === undefined ? {} : { text }),
      ...(divider === undefined ? {} : { divider }),
    })),
    rows: view.rows.map((row) => ({
      head: row.name,
      ...(onOpen === undefined
        ? {}
        : {
            onHead: () => {
              onOpen(row.measure);
            },
          }),
      cells: columns.map(({ shown, head, worth }) => {
        const text = shown(row);
        const figure = text === '' ? undefined : figureOf(row, head);
        const strong = head === 'Against limits' && row.verdict !== null && row.verdict !== 'inline';
        return {
          text,
          worth: worth(row),
          ...(figure === undefined ? {} : { figure }),
          ...(strong ? { tone: 'strong' as const } : {}),
        };
      }),
    })),
    notes: [
      ...(dated ? [] : [COMPARISON_ROOM.theYearBeforeIs]),
      ...(view.limitsWords === null ? [] : [view.limitsWords]),
      ...view.notes,
      COMPARISON_ROOM.source(
        view.source.replace(/\.$/, ''),
        view.populationYear === null ? '' : COMPARISON_ROOM.residents(view.populationYear),
      ),
    ],
  };
}

/** `Plymouth is above its group in 3 of 23 offence groups: Drug offences, …`. */
export function offenceSentence(view: OffenceTable): string {
  const judged = view.rows.filter(({ verdict }) => verdict !== null);
  if (judged.length === 0) return COMPARISON_ROOM.noOffenceGroupCan;
  const area = view.area ?? COMPARISON_ROOM.theOwnArea;
  const above = judged.filter(({ verdict }) => verdict === 'above').map(({ name }) => name);
  const below = judged.filter(({ verdict }) => verdict === 'below').length;
  if (above.length + below === 0)
    return judged.length === 1
      ? COMPARISON_ROOM.isInLineWith(area, judged[0]?.name ?? '')
      : COMPARISON_ROOM.isInLineWithThe(area, judged.length);
  const of = COMPARISON_ROOM.offenceGroupOf(judged.length, judged.length === 1 ? '' : 's');
  const named =
    above.length === 0 ? '' : `: ${above.slice(0, 5).join(', ')}${above.length > 5 ? COMPARISON_ROOM.andOthers : ''}`;
  return COMPARISON_ROOM.isAboveTheLimits(area, above.length, of, named, below);
}
