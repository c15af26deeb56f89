import { financialYearOf, firstMonthOf, quarterMonths, type FinancialYear } from '../time/financial-year.ts';
import { addMonths, monthNumber, type Month } from '../time/month.ts';
import { cellName } from './grid.ts';
import type { GridCells } from './grid-cells.ts';
import { readValue, type ValueFound } from './read-value.ts';
import type { PeriodColumn, WideRow, WideTable } from './wide-mapping.ts';

/** One month or quarter of one row. `place` counts from 0 within the financial year. */
export interface Slot {
  readonly column: number;
  readonly cell: string;
  readonly place: number;
  readonly from: Month;
  readonly to: Month;
  readonly found: ValueFound;
}

/** The months or quarters of one row that belong to one financial year, in order. */
export interface Line {
  readonly row: WideRow;
  readonly year: FinancialYear;
  /** 12 months or 4 quarters to a year. */
  readonly periods: number;
  readonly slots: readonly Slot[];
}

/** The figures of a table as lines; rows that are not understood or have no year give none. */
export function linesOf(table: WideTable, cells: GridCells): Line[] {
  return table.rows.flatMap((row) => {
    if (row.meaning === 'not-understood' || row.meaning === 'left-out') return [];
    const byYear = new Map<FinancialYear, Slot[]>();
    for (const column of table.columns) {
      const slot = slotOf(row, column, cells);
      if (slot === null) continue;
      const year = financialYearOf(slot.from);
      byYear.set(year, [...(byYear.get(year) ?? []), slot]);
    }
    const periods = table.columns.some(({ kind }) => kind === 'month') ? 12 : 4;
    return [...byYear].map(([year, slots]) => ({
      row,
      year,
      periods,
      slots: slots.toSorted((a, b) => a.place - b.place),
    }));
  });
}

function slotOf(row: WideRow, column: PeriodColumn, cells: GridCells): Slot | null {
  if (column.kind !== 'month' && column.kind !== 'quarter') return null;
  const year = column.year ?? row.year;
  if (year === null) return null;
  const place = column.kind === 'month' ? (column.month + 8) % 12 : column.quarter - 1;
  const month = addMonths(firstMonthOf(year), place);
  const period = column.kind === 'month' ? { from: month, to: month } : quarterMonths(year, column.quarter);
  return {
    column: column.column,
    cell: cellName(row.row, column.column),
    place,
    ...period,
    found: readValue(cells.cell(row.row, column.column)),
  };
}

/** The number of a slot; null where it holds none. */
export const numberIn = (slot: Slot | undefined): number | null =>
  slot?.found.kind === 'number' ? slot.found.value : null;

/** A line's numbers by place in the year, null where unknown; cells named in `unknown` count as unknown. */
export function valuesOf(line: Line | undefined, unknown: ReadonlyMap<string, string>): (number | null)[] {
  const values: (number | null)[] = Array.from({ length: line?.periods ?? 0 }, () => null);
  for (const slot of line?.slots ?? []) {
    if (!unknown.has(slot.cell)) values[slot.place] = numberIn(slot);
  }
  return values;
}

/** Sums since the start of the year; unknown from the first unknown period on. */
export function runningSums(values: readonly (number | null)[]): (number | null)[] {
  let sum: number | null = 0;
  return values.map((value) => {
    sum = sum === null || value === null ? null : sum + value;
    return sum;
  });
}

/** What each period added to a cumulative; unknown where it or the one before is unknown. */
export const stepsOf = (sums: readonly (number | null)[]): (number | null)[] =>
  sums.map((sum, index) => {
    const before = index === 0 ? 0 : (sums[index - 1] ?? null);
    return sum === null || before === null ? null : sum - before;
  });

const NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** «July», or «Q2» for a quarter. */
export const periodWord = (slot: Slot): string =>
  slot.from === slot.to ? (NAMES[monthNumber(slot.from) - 1] ?? slot.from) : `Q${String(slot.place + 1)}`;

/** A number as the officer reads it: 4,799. */
export const shownNumber = (value: number): string => value.toLocaleString('en-GB', { maximumFractionDigits: 3 });
