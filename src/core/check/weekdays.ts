import type { Warning } from '../intake/draft.ts';
import { cellName, type CellValue, type Grid } from '../intake/grid.ts';
import { dayOf } from '../intake/read-day.ts';
import { fullYear, monthOfName } from '../intake/read-month.ts';
import { shownText, tidyText } from '../intake/tidy-text.ts';

const NAMES = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
const WEEKDAY = String.raw`\b(mon|tue|tues|wed|weds|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\b\.?,?`;
const NAMED = new RegExp(
  String.raw`${WEEKDAY}(?: the)? (\d{1,2})(?:st|nd|rd|th)?(?: of)? ([a-z]{3,9})\.?,? (\d{4})\b`,
  'gi',
);
const AMERICAN = new RegExp(String.raw`${WEEKDAY} ([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b`, 'gi');
const SLASHED = new RegExp(String.raw`${WEEKDAY} (\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d{2})\b`, 'gi');
const ALONE = new RegExp(`^${WEEKDAY}$`, 'i');

/** Most cells name no weekday: they need no closer look. */
const ANY = /(?:mon|tue|wed|thu|fri|sat|sun)/i;

/** Days that do not fall on the weekday written with them: «Thursday 22 September 2015» is a Tuesday. */
export function checkWeekdays(grid: Grid): Warning[] {
  return grid.rows.flatMap(({ row, cells }) => [
    ...cells.flatMap((cell, column) =>
      typeof cell === 'string' && ANY.test(cell)
        ? inOne(datedIn(cell).flatMap((one) => judge(one, cellName(row, column))))
        : [],
    ),
    ...besideIn(row, cells),
  ]);
}

/** Several wrong days in one cell are told together. */
function inOne(found: readonly Warning[]): Warning[] {
  const [first] = found;
  if (first === undefined) return [];
  const joined = (of: (one: Warning) => string | null | undefined) => found.map((one) => of(one) ?? '').join(', ');
  return [
    {
      ...first,
      says: found.map(({ says }) => says).join(' '),
      found: joined((one) => one.found),
      expected: joined((one) => one.expected),
    },
  ];
}

interface Dated {
  readonly found: string;
  readonly weekday: string;
  readonly day: string;
}

function datedIn(text: string): Dated[] {
  const line = tidyText(text);
  const take = (pattern: RegExp, read: (parts: readonly string[]) => string | null): Dated[] =>
    [...line.matchAll(pattern)].flatMap(([found, weekday = '', ...parts]) => {
      const day = read(parts);
      return day === null ? [] : [{ found, weekday, day }];
    });
  const named = (day: string | undefined, name: string | undefined, year: string | undefined): string | null => {
    const month = monthOfName(name ?? '');
    return month === null ? null : dayOf(Number(year), month, Number(day));
  };
  return [
    ...take(NAMED, ([day, name, year]) => named(day, name, year)),
    ...take(AMERICAN, ([name, day, year]) => named(day, name, year)),
    ...take(SLASHED, ([day, month, year]) => dayOf(fullYear(year ?? ''), Number(month), Number(day))),
  ];
}

/** A weekday in a cell of its own beside the only date of its row. */
function besideIn(row: number, cells: readonly CellValue[]): Warning[] {
  const days = cells.flatMap((cell) =>
    cell !== null && typeof cell === 'object' && cell.kind === 'day' ? [cell] : [],
  );
  const [one] = days;
  if (one === undefined || days.length > 1) return [];
  return cells.flatMap((cell, column) => {
    const [found, weekday] = typeof cell === 'string' ? (ALONE.exec(tidyText(cell)) ?? []) : [];
    if (found === undefined || weekday === undefined) return [];
    return judge({ found: `${found} ${shownText(one)}`, weekday, day: one.day }, cellName(row, column));
  });
}

/** The weekday of a day written `2015-09-22`, Sunday first. */
export function weekdayOf(day: string): (typeof NAMES)[number] {
  const at = new Date(`${day}T00:00:00Z`).getUTCDay();
  return NAMES[at] ?? 'Sunday';
}

/** Excel counts a 29 February 1900 there never was: weekdays before this year are its own. */
const FIRST_YEAR = '1901';

function judge({ found, weekday, day }: Dated, cell: string): Warning[] {
  if (day < FIRST_YEAR) return [];
  const right = weekdayOf(day);
  if (right.toLowerCase().startsWith(weekday.toLowerCase().slice(0, 3))) return [];
  const written = NAMES.find((name) => name.toLowerCase().startsWith(weekday.toLowerCase().slice(0, 3))) ?? weekday;
  return [
    {
      check: 'weekday-differs',
      cells: cell,
      says: `«${found}» is a ${right}, not a ${written}.`,
      found: written,
      expected: right,
    },
  ];
}
