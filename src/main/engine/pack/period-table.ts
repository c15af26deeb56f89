import { measureCellId } from '../../../core/disclosure/from-measure-table.ts';
import type { SuppressedCell } from '../../../core/disclosure/suppressed.ts';
import type { GapView } from '../../../core/performance/gap-view.ts';
import type { MeasureTable } from '../../../core/performance/measure-table.ts';
import { numberInWords, signedPercent } from '../../../core/picture/number-in-words.ts';
import { longPeriod, shortPeriod } from '../../../core/time/period-in-words.ts';
import { previousYearText } from '../../../core/words/period-words.ts';
import { COLOUR, ROOM } from './pack-look.ts';
import { placeTable, type Block } from './blocks.ts';
import { figure, words, type Cell, type Row } from './table-draft.ts';

interface PeriodRow {
  readonly label: string;
  /** As printed; '' is not known. */
  readonly values: readonly string[];
  readonly wholeYears?: readonly string[];
  readonly weight?: 'this-year' | 'target';
  readonly begins?: boolean;
}

interface PeriodTable {
  readonly unit: string;
  readonly wholeYears: readonly string[];
  readonly periods: readonly string[];
  readonly current: string | null;
  readonly rows: readonly PeriodRow[];
}

/** The earlier years that the Board sees beside the months. */
const EARLIER_YEARS = 3;
const LABEL = 3300;
const YEAR = 840;
const QUARTER = 1500;

const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function columnHead(period: string): string {
  const short = shortPeriod(period);
  if (!short.startsWith('Q')) return short;
  const [from = '', to = ''] = longPeriod(period).split(' to ');
  return `${short} ${from.slice(0, 3)} to ${to.slice(0, 3)}`;
}

function headsOf({ unit, wholeYears, periods, current }: PeriodTable): Row[] {
  const by = periods.length > 4 ? 'Month by month' : 'Quarter by quarter';
  const quiet = { bold: false, muted: true };
  const spans: Cell[] = [
    words(''),
    ...(wholeYears.length === 0
      ? []
      : [words(wholeYears.length === 1 ? 'Year' : 'Whole years', { ...quiet, span: wholeYears.length })]),
    words(by, { ...quiet, span: periods.length }),
  ];
  return [
    { cells: spans },
    {
      cells: [
        words(sentenceCase(unit)),
        ...wholeYears.map((year) => figure(year)),
        ...periods.map((period) => figure(columnHead(period), period === current ? { fill: COLOUR.current } : {})),
      ],
    },
  ];
}

/** The Board's table: whole years before, then the months or quarters; the last known one lightly tinted. */
function placePeriodTable(draft: PeriodTable): Block {
  const { wholeYears, periods, current, rows } = draft;
  const left = ROOM.landscape - LABEL - wholeYears.length * YEAR;
  const period = periods.length > 4 ? Math.floor(left / periods.length) : QUARTER;
  return placeTable({
    widths: [LABEL, ...wholeYears.map(() => YEAR), ...periods.map(() => period)],
    size: 17,
    together: true,
    heads: headsOf(draft),
    rows: rows.map(({ label, values, wholeYears: years = [], weight, begins = false }) => {
      const look = { bold: weight === 'this-year', italic: weight === 'target' };
      return {
        begins,
        cells: [
          words(label, look),
          ...wholeYears.map((_, index) => figure(years[index] ?? '', look)),
          ...periods.map((id, index) =>
            figure(values[index] ?? '', { ...look, ...(id === current ? { fill: COLOUR.current } : {}) }),
          ),
        ],
      };
    }),
  });
}

/** A measure's table in the Board's layout. */
export function measureTable(table: MeasureTable, hidden: ReadonlyMap<string, SuppressedCell> = new Map()): Block {
  const { periods, year, decimals, cadence } = table;
  const before = previousYearText(year);
  const shown = (value: number | null): string => numberInWords(value, decimals);
  const symbolOr = (id: string, text: string): string => (text === '' ? (hidden.get(id)?.symbol ?? '') : text);
  const earlier = table.previousYears.slice(-EARLIER_YEARS);
  const targets: PeriodRow[] = [
    { label: 'Target, cumulative (linear)', values: periods.map((row) => shown(row.targetLinear)), weight: 'target' },
    {
      label: 'Target, cumulative (last year’s share)',
      values: periods.map((row, at) => symbolOr(measureCellId.shareTarget(at + 1), shown(row.targetLastYearShare))),
      weight: 'target',
    },
    ...(table.ownTargets === null
      ? []
      : [
          {
            label: 'Target, cumulative (as the Board shared it)',
            values: table.ownTargets.map(shown),
            weight: 'target' as const,
          },
        ]),
  ];
  return placePeriodTable({
    unit: table.unit,
    wholeYears: earlier.map((one) => one.year),
    periods: periods.map((row) => row.period),
    current: table.dataTo,
    rows: [
      {
        label: `Actual ${before}`,
        values: periods.map((row) => (row.lastYear === null ? (row.lastYearSymbol ?? '') : shown(row.lastYear))),
        wholeYears: earlier.map((one) => symbolOr(measureCellId.year(one.year), shown(one.value))),
      },
      {
        label: `Actual ${year}`,
        values: periods.map((row) => (row.actual === null ? (row.symbol ?? '') : shown(row.actual))),
        weight: 'this-year',
      },
      ...(table.annualTarget === null ? [] : targets),
      {
        label: `Cumulative ${before}`,
        values: periods.map((row, at) =>
          symbolOr(measureCellId.lastYearCumulative(at + 1), shown(row.lastYearCumulative)),
        ),
        begins: true,
      },
      {
        label: `Cumulative ${year}`,
        values: periods.map((row, at) => symbolOr(measureCellId.cumulative(at + 1), shown(row.cumulative))),
        weight: 'this-year',
      },
      {
        label: '% change, cumulative',
        values: periods.map((row, at) =>
          symbolOr(measureCellId.cumulativeChange(at + 1), signedPercent(row.cumulativeChangePercent)),
        ),
        begins: true,
      },
      {
        label: `% change, ${cadence} alone`,
        values: periods.map((row, at) => symbolOr(measureCellId.change(at + 1), signedPercent(row.changePercent))),
      },
    ],
  });
}

/** The gap's table: the gap against last year and target, then the rates and counts it is made of. */
export function gapTable(view: GapView): Block {
  const { periods, year } = view;
  const before = previousYearText(year);
  const rate = (value: number | null): string => numberInWords(value, 1);
  return placePeriodTable({
    unit: 'Crimes per 1,000 residents since April',
    wholeYears: [],
    periods: periods.map((one) => one.period),
    current: view.dataTo,
    rows: [
      { label: `Gap ${before}`, values: periods.map((one) => rate(one.lastYearGap)) },
      { label: `Gap ${year}`, values: periods.map((one) => rate(one.gap)), weight: 'this-year' },
      { label: 'Target, cumulative (linear)', values: periods.map((one) => rate(one.targetLinear)), weight: 'target' },
      {
        label: 'Target, cumulative (last year’s share)',
        values: periods.map((one) => rate(one.targetLastYearShare)),
        weight: 'target',
      },
      { label: '% change, cumulative', values: periods.map((one) => signedPercent(one.cumulativeChangePercent)) },
      { label: 'Rate, priority neighbourhoods', values: periods.map((one) => rate(one.priorityRate)), begins: true },
      { label: 'Rate, city', values: periods.map((one) => rate(one.cityRate)) },
      {
        label: 'Crimes, priority neighbourhoods',
        values: periods.map((one) => numberInWords(one.priorityCount)),
        begins: true,
      },
      { label: 'Crimes, city', values: periods.map((one) => numberInWords(one.cityCount)) },
    ],
  });
}
