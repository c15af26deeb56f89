import { longPeriod } from '../time/period-in-words.ts';
import type { MeasureTable } from '../performance/measure-table.ts';
import { changeCell, type DerivedCell, type DisclosureTable } from './disclosure-table.ts';
import { joinTables, runningTotalCells } from './running-total-cells.ts';

/** Ids of the Board table's cells, by period counted from 1 (the year's figures by their year). */
export const measureCellId = {
  actual: (period: number): string => `actual${String(period)}`,
  cumulative: (period: number): string => `cumulative${String(period)}`,
  lastYear: (period: number): string => `last-year${String(period)}`,
  lastYearCumulative: (period: number): string => `last-year-cumulative${String(period)}`,
  change: (period: number): string => `change${String(period)}`,
  cumulativeChange: (period: number): string => `cumulative-change${String(period)}`,
  shareTarget: (period: number): string => `share-target${String(period)}`,
  year: (year: string): string => `year-${year}`,
};

const id = measureCellId;

/** Number of the last period whose running total is known or was left out; 0 where there is none. */
export const lastPeriodToDate = (
  { periods }: Pick<MeasureTable, 'periods'>,
  hidden: { readonly has: (cell: string) => boolean } = new Set<string>(),
): number => periods.findLastIndex((row, at) => row.cumulative !== null || hidden.has(id.cumulative(at + 1))) + 1;

/** Change and target figures of each period; they are printed to at most a decimal. */
function derivedCells(table: MeasureTable): DerivedCell[] {
  const { periods, annualTarget } = table;
  const whole = id.lastYearCumulative(periods.length);
  return periods.flatMap((row, at): DerivedCell[] => {
    const n = at + 1;
    const named = (key: string, label: string, value: number | null) => ({
      id: key,
      label: `${label}, ${longPeriod(row.period)}`,
      value,
      decimals: 1,
    });
    const change = named(id.change(n), 'Change', row.changePercent);
    const toDate = named(id.cumulativeChange(n), 'Change to date', row.cumulativeChangePercent);
    const target: DerivedCell = {
      ...named(id.shareTarget(n), 'Target by last year’s share', row.targetLastYearShare),
      scale: annualTarget ?? 0,
      numerator: { constant: 0, terms: [{ cell: id.lastYearCumulative(n), times: 1 }] },
      denominator: { constant: 0, terms: [{ cell: whole, times: 1 }] },
      standing: 'ordinary',
    };
    return [
      changeCell(change, id.lastYear(n), id.actual(n)),
      changeCell(toDate, id.lastYearCumulative(n), id.cumulative(n)),
      target,
    ];
  });
}

/** The financial year before `2015/16`. */
const yearBefore = (year: string): string => {
  const start = Number(year.slice(0, 4)) - 1;
  return `${String(start)}/${String((start + 1) % 100).padStart(2, '0')}`;
};

/**
 * The Board's table of one measure, for the small-number rule: this year and last with their running totals, whole
 * years, changes, and targets shared as last year fell. Null for a measure that is no count (the gap has decimals).
 */
export function fromMeasureTable(table: MeasureTable): DisclosureTable | null {
  if (table.decimals > 0) return null;
  const { periods } = table;
  const now = runningTotalCells({
    id: 'actual',
    totalId: 'cumulative',
    periods: periods.map((row) => longPeriod(row.period)),
    values: periods.map((row) => row.actual),
    totals: periods.map((row) => row.cumulative),
    standing: 'ordinary',
  });
  const before = runningTotalCells({
    id: 'last-year',
    totalId: 'last-year-cumulative',
    periods: periods.map((row) => `${longPeriod(row.period)}, a year before`),
    values: periods.map((row) => row.lastYear),
    totals: periods.map((row) => row.lastYearCumulative),
    standing: 'ordinary',
  });
  const last = yearBefore(table.year);
  const years: DisclosureTable = {
    counts: table.previousYears.map(({ year, value }) => ({
      id: id.year(year),
      label: year,
      value,
      standing: 'total',
    })),
    derived: derivedCells(table),
    relations: table.previousYears
      .filter(({ year }) => year === last)
      .map(({ year }) => ({
        total: id.year(year),
        parts: [id.lastYearCumulative(periods.length)],
        says: `${year} is its own running total at the end`,
      })),
  };
  return joinTables(now, before, years);
}
