import { boardMeasures } from '../../../src/core/measure/board-measures.ts';
import type { Measure } from '../../../src/core/measure/measure.ts';
import {
  makeMeasureTable,
  type MeasureTableInput,
  type PeriodValue,
} from '../../../src/core/performance/make-measure-table.ts';
import type { MeasureTable } from '../../../src/core/performance/measure-table.ts';
import { financialYearFrom, type FinancialYear } from '../../../src/core/time/financial-year.ts';
import { periodsOf } from '../../../src/core/time/period.ts';

/*
 * Figures of the Safer Plymouth performance report of 23 July 2015, typed from the printed tables (A the gap is worked
 * out from records and lives in its own test). Discrete values are printed, or the differences of printed cumulatives.
 */
export const JULY_2015 = {
  'all-crime': {
    lastYear: [1612, 1546, 1628, 1583, 1507, 1549, 1566, 1554, 1618, 1486, 1493, 1680],
    thisYear: [1662, 1706, 1431],
    annuals: { 2012: 18713, 2013: 18953, 2014: 18822 },
  },
  'domestic-abuse': {
    lastYear: [542, 572, 625, 662, 564, 528, 519, 544, 587, 480, 488, 476],
    thisYear: [556, 572, 504],
    annuals: { 2013: 7103, 2014: 6587 },
  },
  'da-referrals': { lastYear: [629, 727, 760, 549], thisYear: [525], annuals: {} },
  'dash-training': { lastYear: [15, 15, 15, 13], thisYear: [58], annuals: {} },
  asb: {
    lastYear: [808, 882, 1023, 1056, 915, 982, 850, 755, 682, 639, 642, 831],
    thisYear: [864, 894, 769],
    annuals: { 2012: 14342, 2013: 10291, 2014: 10299 },
  },
  hate: {
    lastYear: [55, 54, 43, 56, 39, 45, 62, 54, 48, 48, 47, 66],
    thisYear: [58, 64, 52],
    annuals: { 2013: 603, 2014: 617 },
  },
  'serious-acquisitive-crime': {
    lastYear: [179, 155, 182, 139, 162, 198, 154, 168, 163, 170, 171, 176],
    thisYear: [196, 195],
    annuals: { 2012: 2244, 2013: 1969, 2014: 2017 },
  },
} satisfies Record<string, { lastYear: number[]; thisYear: number[]; annuals: Record<number, number> }>;

export type JulyMeasure = keyof typeof JULY_2015;

export const YEAR = financialYearFrom(2015);
export const LAST_YEAR = financialYearFrom(2014);

export function measureOf(id: string): Measure {
  const found = boardMeasures.find((measure) => measure.id === id);
  if (found === undefined) throw new Error(`no such measure: ${id}`);
  return found;
}

/** Values in order from April, the rest of the year not known. */
export const heldFrom = (measure: Measure, year: FinancialYear, values: readonly (number | null)[]): PeriodValue[] =>
  periodsOf(year, measure.cadence).map((period, index) => ({ period, value: values[index] ?? null, symbol: null }));

export function tableInput(id: JulyMeasure): MeasureTableInput {
  const measure = measureOf(id);
  const { lastYear, thisYear, annuals } = JULY_2015[id];
  return {
    measure,
    year: YEAR,
    thisYear: heldFrom(measure, YEAR, thisYear),
    lastYear: heldFrom(measure, LAST_YEAR, lastYear),
    annuals: Object.entries(annuals).map(([start, value]) => ({ year: financialYearFrom(Number(start)), value })),
    provisional: false,
    illustrative: false,
    notes: [],
  };
}

export const julyTable = (id: JulyMeasure): MeasureTable => makeMeasureTable(tableInput(id));

type Column = Exclude<keyof MeasureTable['periods'][number], 'period' | 'symbol' | 'lastYearSymbol'>;

/** One column from April, to so many decimals, the unknown end left off. */
export function column(table: MeasureTable, name: Column, decimals = 0): number[] {
  return table.periods.flatMap((row) => {
    const value = row[name];
    return value === null ? [] : [Number(value.toFixed(decimals))];
  });
}
