import { rateCell, type DerivedCell } from '../disclosure/disclosure-table.ts';
import { areaKey } from '../intake/area-names.ts';
import { ratePerThousand } from '../performance/gap.ts';
import { sayList, sayNumber } from '../performance/say-number.ts';
import { countCells } from './count-cells.ts';
import {
  evidenceCellId,
  noEvidence,
  type EvidenceColumn,
  type EvidenceRow,
  type EvidenceTable,
} from './evidence-table.ts';
import { beforeLeftOut, marksOf, scopeInWords, type EvidenceScope } from './evidence-scope.ts';
import { changesOf, twoCountsCells, twoCountsColumns, twoCountsRow } from './two-counts-row.ts';

export interface NeighbourhoodCounts {
  readonly name: string;
  readonly residents: number | null;
  readonly priority: boolean;
  readonly now: number;
  readonly before: number | null;
}

export interface NeighbourhoodInput {
  readonly scope: EvidenceScope;
  readonly areas: readonly NeighbourhoodCounts[];
  /** Records of no neighbourhood: they count for the city only. */
  readonly unplaced: { readonly now: number; readonly before: number | null };
  readonly city: { readonly residents: number | null; readonly populationYear: string | null };
  readonly notes: readonly string[];
}

const TITLE = { all: 'Neighbourhoods', priority: 'The priority neighbourhoods' } as const;
const METHOD =
  'Records of all crime by neighbourhood, over residents; records that name none are placed by their small area where a lookup is held. Several neighbourhoods together: counts and residents are summed before any rate is made. Rank 1 is the highest rate.';

interface Line {
  readonly id: string;
  readonly name: string;
  readonly now: number;
  readonly before: number | null;
  readonly residents: number | null;
  readonly total: boolean;
  readonly rank: number | null;
  readonly priority: string | null;
}

const rateOf = ({ now, residents }: Pick<Line, 'now' | 'residents'>): number | null =>
  residents === null || residents <= 0 ? null : ratePerThousand(now, residents);

const sum = (values: readonly (number | null)[]): number | null =>
  values.reduce<number | null>((total, value) => (total === null || value === null ? null : total + value), 0);

const together = (areas: readonly NeighbourhoodCounts[], id: string, name: string): Line => ({
  id,
  name,
  now: areas.reduce((total, { now }) => total + now, 0),
  before: sum(areas.map(({ before }) => before)),
  residents: sum(areas.map(({ residents }) => residents)),
  total: true,
  rank: null,
  priority: null,
});

/** Every neighbourhood from the highest rate, or the priority ones beside the rest of the city. */
export function neighbourhoodEvidence(input: NeighbourhoodInput, which: 'all' | 'priority'): EvidenceTable {
  const { scope, areas, unplaced, city } = input;
  const id = which === 'all' ? 'neighbourhoods' : 'priority-neighbourhoods';
  const priority = areas.filter((area) => area.priority);
  if (areas.length === 0 || (which === 'priority' && priority.length === 0)) {
    return noEvidence(
      id,
      TITLE[which],
      areas.length === 0
        ? 'No record of these months names a neighbourhood, or no residents by neighbourhood are held.'
        : 'No priority neighbourhoods are named: the sheet of residents marks them in a column «Priority».',
      METHOD,
    );
  }
  const left = beforeLeftOut(scope, 'all-crime');
  const ranked = [...areas]
    .map((area) => ({ area, rate: rateOf(area) }))
    .sort((a, b) => (b.rate ?? -1) - (a.rate ?? -1) || (a.area.name < b.area.name ? -1 : 1));
  const lines = ranked
    .map(({ area, rate }, at): Line & { isPriority: boolean } => ({
      id: areaKey(area.name),
      name: area.name,
      now: area.now,
      before: area.before,
      residents: area.residents,
      total: false,
      rank: rate === null ? null : at + 1,
      priority: area.priority ? 'priority' : null,
      isPriority: area.priority,
    }))
    .filter(({ isPriority }) => which === 'all' || isPriority);
  const whole: Line = {
    ...together(areas, 'city', 'The city'),
    now: areas.reduce((total, { now }) => total + now, unplaced.now),
    before: sum([...areas.map(({ before }) => before), unplaced.before]),
    residents: city.residents,
  };
  const lost: Line = {
    id: 'not-placed',
    name: 'Not placed',
    ...unplaced,
    residents: null,
    total: false,
    rank: null,
    priority: null,
  };
  const others = areas.filter((area) => !area.priority);
  const shown: Line[] =
    which === 'all'
      ? [...lines, lost, whole]
      : [
          ...lines,
          together(priority, 'priority', 'The priority neighbourhoods together'),
          ...(others.length === 0
            ? []
            : [{ ...together(others, 'rest', 'The other neighbourhoods together'), total: true }]),
          whole,
        ];
  const cityRate = rateOf(whole);
  const columns: EvidenceColumn[] = [
    ...twoCountsColumns(scopeInWords(scope.period), scopeInWords(scope.before)),
    { id: 'rate', head: 'Rate', under: 'per 1,000', kind: 'number', decimals: 1 },
    { id: 'city', head: 'Against the city', under: '%', kind: 'number', signed: true, suffix: '%' },
    {
      id: 'rank',
      head: 'Rank',
      under: `of ${String(ranked.filter(({ rate }) => rate !== null).length)}`,
      kind: 'number',
    },
    ...(which === 'all' ? [{ id: 'priority', head: 'Priority', kind: 'words' as const }] : []),
  ];
  const derived: DerivedCell[] = [];
  const rows = shown.map((line): EvidenceRow => {
    const row = twoCountsRow(line.now, left ? null : line.before);
    const rate = rateOf(line);
    derived.push(...changesOf(line.id, line.name, row));
    if (rate !== null && line.residents !== null) {
      const printed = { id: evidenceCellId(line.id, 'rate'), label: `Rate, ${line.name}`, value: rate, decimals: 1 };
      derived.push(rateCell(printed, evidenceCellId(line.id, 'now'), line.residents));
      if (cityRate !== null && cityRate > 0 && line.id !== 'city')
        derived.push({
          id: evidenceCellId(line.id, 'city'),
          label: `Against the city, ${line.name}`,
          value: (rate / cityRate - 1) * 100,
          decimals: 0,
          scale: 1,
          numerator: {
            constant: -100,
            terms: [{ cell: evidenceCellId(line.id, 'now'), times: 100_000 / line.residents / cityRate }],
          },
          denominator: { constant: 1, terms: [] },
          standing: 'ordinary',
        });
    }
    return {
      id: line.id,
      head: line.name,
      cells: [
        ...twoCountsCells(row),
        rate,
        rate === null || cityRate === null || cityRate === 0 || line.id === 'city' ? null : (rate / cityRate - 1) * 100,
        line.rank,
        ...(which === 'all' ? [line.priority] : []),
      ],
      ...(line.total ? { weight: 'total' as const } : {}),
    };
  });
  const ids = lines.map((line) => line.id);
  const counted = countCells({
    columns,
    rows,
    counted: ['now', 'before'],
    sums: which === 'all' ? [{ total: 'city', parts: [...ids, 'not-placed'] }] : [{ total: 'priority', parts: ids }],
  });
  return {
    id,
    title: TITLE[which],
    finding:
      which === 'all' ? sayHighest(lines, cityRate) : sayPriority(together(priority, '', ''), priority.length, whole),
    rowHead: 'Neighbourhood',
    columns,
    rows,
    notes: [
      ...marksOf(scope, ['all-crime']),
      ...(city.residents === null
        ? []
        : [
            `Residents of the city: ${sayNumber(city.residents)}${city.populationYear === null ? '' : ` (${city.populationYear})`}.`,
          ]),
      ...input.notes,
    ],
    rests: { sources: scope.sources, dataTo: scope.dataTo, method: METHOD },
    provisional: scope.provisional,
    illustrative: scope.illustrative,
    nothing: null,
    disclosure: { ...counted, derived },
    ordered: { by: 'now', rank: 'rank' },
  };
}

const HIGHEST = 3;

function sayHighest(lines: readonly Line[], cityRate: number | null): string {
  const first = lines.filter(({ rank }) => rank !== null).slice(0, HIGHEST);
  if (first.length === 0 || cityRate === null) return '';
  const said = first.map((line) => `${line.name} (${sayNumber(rateOf(line) ?? 0, 1)})`);
  return `The highest rates of crime per 1,000 residents: ${sayList(said)}; the city: ${sayNumber(cityRate, 1)}.`;
}

function sayPriority(ten: Line, count: number, city: Line): string {
  const [rate, all] = [rateOf(ten), rateOf(city)];
  if (rate === null || all === null || city.residents === null || ten.residents === null) return '';
  const share = (ten.now / city.now) * 100;
  const people = (ten.residents / city.residents) * 100;
  return `The ${String(count)} priority neighbourhoods have ${sayNumber(people)}% of the residents and ${sayNumber(share)}% of the crime: ${sayNumber(rate, 1)} per 1,000 against ${sayNumber(all, 1)} in the city.`;
}
