import { addMonths, monthNumber, monthOf, monthsFrom, yearOf, type Month } from './month.ts';

/** A financial year April to March, written `2015/16`. */
export type FinancialYear = string & { readonly __financialYear: unique symbol };

/** The financial year that starts in April of `startYear`. */
export function financialYearFrom(startYear: number): FinancialYear {
  return `${String(startYear)}/${String((startYear + 1) % 100).padStart(2, '0')}` as FinancialYear;
}

/** A financial year from `2015/16`; null when the text is anything else or the two years do not follow. */
export function readFinancialYearId(text: string): FinancialYear | null {
  const [, start = ''] = /^(\d{4})\/\d{2}$/.exec(text) ?? [];
  if (start === '') return null;
  const year = financialYearFrom(Number(start));
  return year === text ? year : null;
}

export const startYearOf = (year: FinancialYear): number => Number(year.slice(0, 4));

export const financialYearOf = (month: Month): FinancialYear =>
  financialYearFrom(monthNumber(month) >= 4 ? yearOf(month) : yearOf(month) - 1);

export const firstMonthOf = (year: FinancialYear): Month => monthOf(startYearOf(year), 4);

export const lastMonthOf = (year: FinancialYear): Month => monthOf(startYearOf(year) + 1, 3);

/** The twelve months April to March, in order. */
export const monthsOf = (year: FinancialYear): Month[] => monthsFrom(firstMonthOf(year), lastMonthOf(year));

export const previousYear = (year: FinancialYear): FinancialYear => financialYearFrom(startYearOf(year) - 1);

/** The quarter (1 to 4) of the financial year in which a month lies. */
export const quarterNumber = (month: Month): 1 | 2 | 3 | 4 =>
  (Math.floor(((monthNumber(month) + 8) % 12) / 3) + 1) as 1 | 2 | 3 | 4;

/** First and last month of a quarter of a financial year. */
export function quarterMonths(year: FinancialYear, quarter: number): { from: Month; to: Month } {
  const from = addMonths(firstMonthOf(year), (quarter - 1) * 3);
  return { from, to: addMonths(from, 2) };
}
