import {
  financialYearOf,
  firstMonthOf,
  lastMonthOf,
  monthsOf,
  quarterMonths,
  quarterNumber,
} from './financial-year.ts';
import type { FinancialYear } from './financial-year.ts';
import { addMonths, MONTH_NAMES, monthNumber, monthsBetween, yearOf, type Month } from './month.ts';

/** A span of whole months, both ends included: one month, a quarter, a year or any other run. */
export interface Period {
  readonly from: Month;
  readonly to: Month;
}

export type Cadence = 'month' | 'quarter';

export const onePeriod = (month: Month): Period => ({ from: month, to: month });

export const samePeriod = (a: Period, b: Period): boolean => a.from === b.from && a.to === b.to;

/** How many months a period covers. */
export const lengthInMonths = (period: Period): number => monthsBetween(period.from, period.to) + 1;

/** The same span one year earlier. */
export const yearBefore = (period: Period): Period => ({
  from: addMonths(period.from, -12),
  to: addMonths(period.to, -12),
});

/** The reporting periods of a financial year in order: twelve months or four quarters. */
export function periodsOf(year: FinancialYear, cadence: Cadence): Period[] {
  if (cadence === 'month') return monthsOf(year).map(onePeriod);
  return [1, 2, 3, 4].map((quarter) => quarterMonths(year, quarter));
}

const isQuarter = ({ from, to }: Period): boolean => monthsBetween(from, to) === 2 && monthNumber(from) % 3 === 1;

/**
 * The written name of a period, unique and sortable within its kind: `2015-04` for a month, `2015-16 Q1` for a quarter
 * of the financial year, `2015/16` for a financial year, otherwise `2015-04 to 2015-08`.
 */
export function periodId(period: Period): string {
  const { from, to } = period;
  const year = financialYearOf(from);
  if (from === to) return from;
  if (isQuarter(period)) return `${year.replace('/', '-')} Q${String(quarterNumber(from))}`;
  if (from === firstMonthOf(year) && to === lastMonthOf(year)) return year;
  return `${from} to ${to}`;
}

/** A period in words: `June 2015`, `April to June 2015`, `October 2015 to March 2016`. */
export function periodInWords({ from, to }: Period): string {
  const name = (month: Month) => MONTH_NAMES[monthNumber(month) - 1] ?? month;
  if (from === to) return `${name(from)} ${String(yearOf(from))}`;
  if (yearOf(from) === yearOf(to)) return `${name(from)} to ${name(to)} ${String(yearOf(to))}`;
  return `${name(from)} ${String(yearOf(from))} to ${name(to)} ${String(yearOf(to))}`;
}

/** A period as exact days: `1 April to 30 June 2015`. */
export function periodInDays({ from, to }: Period): string {
  const name = (month: Month) => MONTH_NAMES[monthNumber(month) - 1] ?? month;
  const lastDay = new Date(Date.UTC(yearOf(to), monthNumber(to), 0)).getUTCDate();
  const start = yearOf(from) === yearOf(to) ? `1 ${name(from)}` : `1 ${name(from)} ${String(yearOf(from))}`;
  return `${start} to ${String(lastDay)} ${name(to)} ${String(yearOf(to))}`;
}
