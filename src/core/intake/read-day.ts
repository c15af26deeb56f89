import { fullYear, monthOfName } from './read-month.ts';

/** A day without time zone, and the time of day where one is written. */
export interface DayFound {
  readonly day: string;
  readonly time: string | null;
}

const TIME = '(?:[T ,]+(\\d{1,2}):(\\d{2})(?::(\\d{2}))?(?:\\.\\d+)?Z?)?';
const BRITISH = new RegExp(`^(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4}|\\d{2})${TIME}$`);
const ISO = new RegExp(`^(\\d{4})-(\\d{1,2})-(\\d{1,2})${TIME}$`);
const NAMED = new RegExp(
  `^(?:[A-Za-z]{3,9},? )?(\\d{1,2})(?:st|nd|rd|th)?[ -]([A-Za-z]{3,9})[ ,-]*['’]?(\\d{4}|\\d{2})${TIME}$`,
);

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** How many days a month has. */
export function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && leap ? 29 : (LENGTHS[month - 1] ?? 0);
}

const two = (value: number): string => String(value).padStart(2, '0');

/** `2015-04-30`; null when there is no such day. */
export function dayOf(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || year < 1900 || year > 2999 || day > daysIn(year, month)) return null;
  return `${String(year)}-${two(month)}-${two(day)}`;
}

/**
 * A day written the British way: `01/04/2014` is 1 April, `1.4.14`, `2014-04-01`, `1 April 2014`, `01-Apr-14`, each with
 * or without a time. Null for anything else, a thirteenth month included: days are never read the American way.
 */
export function readDay(text: string): DayFound | null {
  const found = text.trim();
  const british = BRITISH.exec(found);
  if (british !== null) return finish(british, fullYear(british[3] ?? ''), Number(british[2]), Number(british[1]));
  const iso = ISO.exec(found);
  if (iso !== null) return finish(iso, Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const named = NAMED.exec(found);
  const month = named === null ? null : monthOfName(named[2] ?? '');
  if (named === null || month === null) return null;
  return finish(named, fullYear(named[3] ?? ''), month, Number(named[1]));
}

function finish(match: RegExpExecArray, year: number, month: number, dayOfMonth: number): DayFound | null {
  const day = dayOf(year, month, dayOfMonth);
  const [hours, minutes, seconds] = [match[4], match[5], match[6]];
  if (day === null) return null;
  if (hours === undefined || minutes === undefined) return { day, time: null };
  if (Number(hours) > 23 || Number(minutes) > 59) return null;
  return { day, time: `${two(Number(hours))}:${minutes}:${seconds ?? '00'}` };
}
