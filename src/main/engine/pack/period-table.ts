import { measureCellId } from '../../../core/disclosure/from-measure-table.ts';
import type { SuppressedCell } from '../../../core/disclosure/suppressed.ts';
import type { GapView } from '../../../core/performance/gap-view.ts';
import type { MeasureTable } from '../../../core/performance/measure-table.ts';
import { numberInWords, signedPercent } from '../../../core/picture/number-in-words.ts';
import { longPeriod, shortPeriod } from '../../../core/time/period-in-words.ts';
import { previousYearText } from '../../../core/words/period-words.ts';
import { gapCellId } from '../../../core/disclosure/keyed-figures.ts';
import { rowLabels } from '../../../core/performance/row-labels.ts';
import { withSign, type Signs } from '../../../core/performance/signs-of.ts';
import { COLOUR, ROOM } from './pack-look.ts';
import { placeTable, type Block } from './blocks.ts';
import { figure, words, type Cell, type Row } from './table-draft.ts';

interface PeriodRow {
  readonly label: string;
  /** As printed; '' is not known. */
  readonly values: readonly string[];
  /** The cell of each period, counted from 1, under which signs and what was withheld are found. */
  readonly cellOf?: (period: number) => string;
  readonly wholeYears?: readonly { readonly text: string; readonly cell: string }[];
  readonly weight?: 'this-year' | 'target';
  readonly begins?: boolean;
}

interface PeriodTable extends Marked {
  readonly unit: string;
  readonly wholeYears: readonly string[];
  readonly periods: readonly string[];
  readonly current: string | null;
  readonly rows: readonly PeriodRow[];
}

/** The earlier years that the Board sees beside the months. */
const EARLIER_YEARS = 3;
const LABEL = 3000;
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
  const { wholeYears, periods, current, rows, hidden = new Map<string, SuppressedCell>(), signs = new Map() } = draft;
  const placed = (text: string, cell: string | null, look: Omit<Cell, 'text'>): Cell => {
    if (cell === null) return figure(text, look);
    const symbol = hidden.get(cell)?.symbol ?? null;
    if (text === '' && symbol !== null) return figure(symbol, look);
    const { text: shown, sign } = withSign(signs, cell, text);
    return figure(shown, { ...look, sign });
  };
  const left = ROOM.landscape - LABEL - wholeYears.length * YEAR;
  const period = periods.length > 4 ? Math.floor(left / periods.length) : QUARTER;
  return placeTable({
    widths: [LABEL, ...wholeYears.map(() => YEAR), ...periods.map(() => period)],
    size: 17,
    together: true,
    heads: headsOf(draft),
    rows: rows.map(({ label, values, cellOf, wholeYears: years = [], weight, begins = false }) => {
      const look = { bold: weight === 'this-year', italic: weight === 'target' };
      return {
        begins,
        cells: [
          words(label, look),
          ...wholeYears.map((_, index) => placed(years[index]?.text ?? '', years[index]?.cell ?? null, look)),
          ...periods.map((id, index) =>
            placed(values[index] ?? '', cellOf?.(index + 1) ?? null, {
              ...look,
              ...(id === current ? { fill: COLOUR.current } : {}),
            }),
          ),
        ],
      };
    }),
  });
}

/** What was withheld and which signs stand in a table, by cell. */
export interface Marked {
  readonly hidden?: ReadonlyMap<string, SuppressedCell> | undefined;
  readonly signs?: Signs | undefined;
}

/** A measure's table in the Board's layout. */
export function measureTable(table: MeasureTable, marked: Marked = {}): Block {
  const { periods, year, decimals, cadence } = table;
  const before = previousYearText(year);
  const id = measureCellId;
  const shown = (value: number | null): string => numberInWords(value, decimals);
  const earlier = table.previousYears.slice(-EARLIER_YEARS);
  const labels = rowLabels(table);
  const targets: PeriodRow[] = [
    { label: 'Target, cumulative (linear)', values: periods.map((row) => shown(row.targetLinear)), weight: 'target' },
    {
      label: 'Target, cumulative (last year’s share)',
      values: periods.map((row) => shown(row.targetLastYearShare)),
      cellOf: id.shareTarget,
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
    ...marked,
    unit: table.unit,
    wholeYears: earlier.map((one) => one.year),
    periods: periods.map((row) => row.period),
    current: table.dataTo,
    rows: [
      {
        label: `${labels.alone} ${before}`,
        values: periods.map((row) => (row.lastYear === null ? (row.lastYearSymbol ?? '') : shown(row.lastYear))),
        cellOf: id.lastYear,
        wholeYears: earlier.map((one) => ({ text: shown(one.value), cell: id.year(one.year) })),
      },
      {
        label: `${labels.alone} ${year}`,
        values: periods.map((row) => (row.actual === null ? (row.symbol ?? '') : shown(row.actual))),
        cellOf: id.actual,
        weight: 'this-year',
      },
      ...(table.annualTarget === null ? [] : targets),
      {
        label: `${labels.toDate} ${before}`,
        values: periods.map((row) => shown(row.lastYearCumulative)),
        cellOf: id.lastYearCumulative,
        begins: true,
      },
      {
        label: `${labels.toDate} ${year}`,
        values: periods.map((row) => shown(row.cumulative)),
        cellOf: id.cumulative,
        weight: 'this-year',
      },
      {
        label: '% change, cumulative',
        values: periods.map((row) => signedPercent(row.cumulativeChangePercent)),
        cellOf: id.cumulativeChange,
        begins: true,
      },
      {
        label: `% change, ${cadence} alone`,
        values: periods.map((row) => signedPercent(row.changePercent)),
        cellOf: id.change,
      },
    ],
  });
}

/** The gap's table: the gap against last year and target, then the rates and counts it is made of. */
export function gapTable(view: GapView, marked: Marked = {}): Block {
  const { periods, year } = view;
  const before = previousYearText(year);
  const rate = (value: number | null): string => numberInWords(value, 1);
  const cellOf =
    (row: Parameters<typeof gapCellId>[0]) =>
    (n: number): string =>
      gapCellId(row, periods[n - 1]?.period ?? '');
  return placePeriodTable({
    ...marked,
    unit: 'Crimes per 1,000 residents since April',
    wholeYears: [],
    periods: periods.map((one) => one.period),
    current: view.dataTo,
    rows: [
      { label: `Gap ${before}`, values: periods.map((one) => rate(one.lastYearGap)) },
      { label: `Gap ${year}`, values: periods.map((one) => rate(one.gap)), cellOf: cellOf('gap'), weight: 'this-year' },
      { label: 'Target, cumulative (linear)', values: periods.map((one) => rate(one.targetLinear)), weight: 'target' },
      {
        label: 'Target, cumulative (last year’s share)',
        values: periods.map((one) => rate(one.targetLastYearShare)),
        weight: 'target',
      },
      { label: '% change, cumulative', values: periods.map((one) => signedPercent(one.cumulativeChangePercent)) },
      {
        label: 'Rate, priority neighbourhoods',
        values: periods.map((one) => rate(one.priorityRate)),
        cellOf: cellOf('priority rate'),
        begins: true,
      },
      { label: 'Rate, city', values: periods.map((one) => rate(one.cityRate)), cellOf: cellOf('city rate') },
      {
        label: 'Crimes, priority neighbourhoods',
        values: periods.map((one) => numberInWords(one.priorityCount)),
        cellOf: cellOf('priority'),
        begins: true,
      },
      { label: 'Crimes, city', values: periods.map((one) => numberInWords(one.cityCount)), cellOf: cellOf('city') },
    ],
  });
}
