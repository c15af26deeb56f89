import { readFinancialYearId, quarterMonths } from './financial-year.ts';
import { MONTH_NAMES, monthNumber, readMonthId } from './month.ts';
import { onePeriod, periodInDays, periodInWords, type Period } from './period.ts';

/** The months a written period (`2015-06`, `2015-16 Q1`) stands for; null when it is neither. */
export function readPeriodId(text: string): Period | null {
  const month = readMonthId(text);
  if (month !== null) return onePeriod(month);
  const [, start = '', end = '', quarter = ''] = /^(\d{4})-(\d{2}) Q([1-4])$/.exec(text) ?? [];
  const year = readFinancialYearId(`${start}/${end}`);
  return year === null ? null : quarterMonths(year, Number(quarter));
}

/** `Apr` for a month, `Q1` for a quarter: the head of a column. */
export function shortPeriod(text: string): string {
  const month = readMonthId(text);
  return month === null ? text.slice(-2) : (MONTH_NAMES[monthNumber(month) - 1] ?? text).slice(0, 3);
}

/** `June 2015` for a month, `April to June 2015` for a quarter. */
export function longPeriod(text: string): string {
  const period = readPeriodId(text);
  return period === null ? text : periodInWords(period);
}

/** Months from `from` to `to` as exact days: `1 April to 30 June 2015`. */
export function spanInDays(from: string, to: string): string {
  const first = readMonthId(from);
  const last = readMonthId(to);
  return first === null || last === null ? `${from} to ${to}` : periodInDays({ from: first, to: last });
}

/** The days a year runs up to the end of a period: `1 April to 30 June 2015`. */
export function sinceApril(year: string, dataTo: string): string {
  const period = readPeriodId(dataTo);
  return period === null ? year : spanInDays(`${year.slice(0, 4)}-04`, period.to);
}
