import { monthOf, type Month } from '../time/month.ts';
import type { CellValue } from './grid.ts';
import { tidyText } from './tidy-text.ts';

/** A month as written; `year` is null where only its name stands («Apr»). */
export interface MonthFound {
  readonly month: number;
  readonly year: number | null;
}

const NAMES: readonly string[] = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** 1 to 12 for `apr`, `april`, `sept`; null for any other word. */
export function monthOfName(word: string): number | null {
  const lower = word.toLowerCase();
  if (lower === 'sept') return 9;
  const index = NAMES.findIndex((name) => name === lower || name.slice(0, 3) === lower);
  return index < 0 ? null : index + 1;
}

/** The full year meant by two or four digits: 07 is 2007, 98 is 1998. */
export function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

const NAMED = /^([A-Za-z]{3,9})\.?(?:[\s\-–/]*['’]?(\d{4}|\d{2}))?(?:['’]?\d)?$/;
const YEAR_FIRST = /^(\d{4})[\s\-/]?(\d{2})$/;
const YEAR_LAST = /^(\d{1,2})[/-](\d{4})$/;

const checked = (month: number, year: number): MonthFound | null =>
  month >= 1 && month <= 12 && year >= 1900 && year <= 2999 ? { month, year } : null;

/** A month written as `Apr`, `April`, `Apr-18`, `Apr 18`, `Apr '07`, `April 2015`, `201004`, `2010-04`, `04/2015`. */
export function readMonthText(text: string): MonthFound | null {
  const found = tidyText(text).replace(/[.*]+$/, '');
  const [, name, digits] = NAMED.exec(found) ?? [];
  if (name !== undefined) {
    const month = monthOfName(name);
    if (month === null) return null;
    return digits === undefined ? { month, year: null } : { month, year: fullYear(digits) };
  }
  const [, firstYear, secondMonth] = YEAR_FIRST.exec(found) ?? [];
  if (firstYear !== undefined) return checked(Number(secondMonth), Number(firstYear));
  const [, firstMonth, secondYear] = YEAR_LAST.exec(found) ?? [];
  return firstMonth === undefined ? null : checked(Number(firstMonth), Number(secondYear));
}

/** The month a heading cell names: text, `201004` as a number, or a date (shown as mmm-yy, or the first of a month). */
export function readMonthCell(cell: CellValue | undefined): MonthFound | null {
  if (typeof cell === 'string') return cell.length > 16 ? null : readMonthText(cell);
  if (typeof cell === 'number') return Number.isInteger(cell) && cell > 190_000 ? readMonthText(String(cell)) : null;
  if (cell === null || cell === undefined || typeof cell === 'boolean' || cell.kind !== 'day') return null;
  return cell.monthOnly || cell.day.endsWith('-01')
    ? { year: Number(cell.day.slice(0, 4)), month: Number(cell.day.slice(5, 7)) }
    : null;
}

/** The calendar month, where the year is known. */
export const monthFound = (found: MonthFound | null): Month | null =>
  found === null || found.year === null ? null : monthOf(found.year, found.month);
