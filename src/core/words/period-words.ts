import { readPeriodId } from '../time/period-in-words.ts';
import { previousYear, quarterNumber, readFinancialYearId } from '../time/financial-year.ts';
import { MONTH_NAMES, monthNumber, yearOf } from '../time/month.ts';

const QUARTERS = ['one', 'two', 'three', 'four'];

/** A period of the year in a sentence: `June` for a month, `quarter one` for a quarter; as written where it is neither. */
export function sayPeriod(period: string): string {
  const read = readPeriodId(period);
  if (read === null) return period;
  if (read.from !== read.to) return `quarter ${QUARTERS[quarterNumber(read.from) - 1] ?? ''}`;
  return MONTH_NAMES[monthNumber(read.from) - 1] ?? period;
}

/** The financial year before one written `2015/16`; `last year` where it is not so written. */
export function previousYearText(year: string): string {
  const read = readFinancialYearId(year);
  return read === null ? 'last year' : previousYear(read);
}

/** The same period of the year before: `June 2014`, `quarter one of 2014/15`. */
export function sayPeriodYearBefore(period: string, year: string): string {
  const read = readPeriodId(period);
  if (read === null) return 'the same period last year';
  if (read.from !== read.to) return `${sayPeriod(period)} of ${previousYearText(year)}`;
  return `${sayPeriod(period)} ${String(yearOf(read.from) - 1)}`;
}
