/** A calendar month, written `2015-04`. Only {@link monthOf} and {@link readMonthId} make one. */
export type Month = string & { readonly __month: unique symbol };

export const MONTH_NAMES = [
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
] as const;

/** The month of a year; `month` counts from 1 (January). Throws on a month outside 1 to 12. */
export function monthOf(year: number, month: number): Month {
  if (!Number.isInteger(year) || !Number.isInteger(month) || month < 1 || month > 12 || year < 1900 || year > 2999) {
    throw new RangeError(`not a month: ${String(year)}-${String(month)}`);
  }
  return `${String(year)}-${String(month).padStart(2, '0')}` as Month;
}

/** A month from its written form `2015-04`; null when the text is anything else. */
export function readMonthId(text: string): Month | null {
  const [, year = '', month = ''] = /^(\d{4})-(\d{2})$/.exec(text) ?? [];
  const index = Number(month);
  return year >= '1900' && year <= '2999' && index >= 1 && index <= 12 ? (text as Month) : null;
}

/** The month of a day written `2015-04-30`; null when it is not such a day. */
export const monthOfDay = (day: string): Month | null => readMonthId(day.slice(0, 7));

export const yearOf = (month: Month): number => Number(month.slice(0, 4));

/** 1 for January to 12 for December. */
export const monthNumber = (month: Month): number => Number(month.slice(5, 7));

/** Months counted from year 0, so that subtraction gives a distance. */
const ordinal = (month: Month): number => yearOf(month) * 12 + monthNumber(month) - 1;

/** The month `count` months later (earlier when negative). */
export function addMonths(month: Month, count: number): Month {
  const total = ordinal(month) + count;
  return monthOf(Math.floor(total / 12), (total % 12) + 1);
}

/** How many months lie from `from` to `to`: 0 when they are the same, negative when `to` is earlier. */
export const monthsBetween = (from: Month, to: Month): number => ordinal(to) - ordinal(from);

/** Every month from `from` to `to`, both included; empty when `to` is earlier. */
export function monthsFrom(from: Month, to: Month): Month[] {
  return Array.from({ length: Math.max(0, monthsBetween(from, to) + 1) }, (_, index) => addMonths(from, index));
}
