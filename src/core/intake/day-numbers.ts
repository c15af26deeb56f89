import { columnName, type CellValue, type Row } from './grid.ts';
import { kindOfHeading } from './personal-columns.ts';
import type { SheetPlan } from './plan.ts';
import type { DayFound } from './read-day.ts';
import { NO_CHOICE, type SheetChoice } from './sheet-choice.ts';
import { isBlank, shownText, textOf, tidyLabel } from './tidy-text.ts';

/** 1 January 1970 and 31 December 2099: a number outside is no day of an extract. */
const FIRST = 25_569;
const LAST = 73_050;
const DAY_MILLISECONDS = 86_400_000;
const DAY_SECONDS = 86_400;

/**
 * The day and time of a bare number, counted as Excel counts days (1 is 1 January 1900): what is left of a date where its
 * format was lost, as in a text file. Null for a number that is no likely day.
 */
export function dayOfNumber(value: number): DayFound | null {
  const seconds = Math.round((value % 1) * DAY_SECONDS);
  if (!(value >= FIRST && value < LAST + 1)) return null;
  const moment = new Date((Math.floor(value) - FIRST) * DAY_MILLISECONDS + seconds * 1000).toISOString();
  return { day: moment.slice(0, 10), time: seconds === 0 ? null : moment.slice(11, 19) };
}

/** The same of a cell or a text: `43191`, `43191.5`. */
export function dayNumberIn(cell: CellValue | undefined): DayFound | null {
  if (typeof cell === 'number') return dayOfNumber(cell);
  return typeof cell === 'string' && /^\s*\d{5}(?:\.\d+)?\s*$/.test(cell) ? dayOfNumber(Number(cell)) : null;
}

/** A column headed as a date that holds day numbers; null when there is none. */
export function dayNumberColumn(header: Row, below: readonly Row[], isDate: RegExp): number | null {
  const columns = header.cells.flatMap((cell, column) => {
    const heading = tidyLabel(textOf(cell)).toLowerCase();
    const filled = below.map(({ cells }) => cells[column]).filter((one) => one !== undefined && !isBlank(one));
    const numbers = filled.filter((one) => dayNumberIn(one) !== null);
    const is = isDate.test(heading) && kindOfHeading(heading) === null && numbers.length * 2 > filled.length;
    return is ? [{ column, heading }] : [];
  });
  return (columns.find(({ heading }) => /\brecorded\b|\breported\b/.test(heading)) ?? columns[0])?.column ?? null;
}

/** The mapping of a sheet that is no list of records until its day numbers are said to be days. */
export interface DayNumbersMapping {
  readonly dayNumbers: { readonly headerRow: number; readonly column: number; readonly heading: string };
}

/** Why nothing is taken from such a sheet, and what to do next. */
export function dayNumbersWords({ dayNumbers: { column, heading } }: DayNumbersMapping, below: readonly Row[]): string {
  const example = below.map(({ cells }) => cells[column]).find((cell) => dayNumberIn(cell) !== null);
  const number = shownText(example ?? null);
  return `Column ${columnName(column)} «${heading}» holds bare numbers such as ${number}, not dates. They look like Excel’s own day numbers (${asDay(example)}), so nothing is taken until you say whether they are: choose «Read them as days» under «The sheet», or save the file again with its dates shown as dates.`;
}

/** «43191 would be 01/04/2018»; empty for a cell that is no likely day number. */
export function asDay(cell: CellValue | undefined): string {
  const found = dayNumberIn(cell);
  if (found === null || cell === undefined) return '';
  return `${shownText(cell)} would be ${shownText({ kind: 'day', ...found, monthOnly: false })}`;
}

/** The choice that takes day numbers for days, where a plan asks for it; null otherwise. */
export function dayNumbersOffered({ layout, mapping }: SheetPlan): SheetChoice | null {
  if (layout !== 'not-recognised' || mapping === null) return null;
  const { headerRow, column, heading } = (mapping as DayNumbersMapping).dayNumbers;
  const is = { kind: 'field', field: 'dayNumber' } as const;
  return { ...NO_CHOICE, layout: 'records', tables: [{ headerRow, columns: [{ column, heading, is }], rows: [] }] };
}
