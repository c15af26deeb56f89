import type { CellValue } from './grid.ts';

const SPACES = /\s+/g;
const FOOTNOTE_MARKS = /\s*(?:\[note ?\d+\]|[*†‡¹²³⁴⁵⁶⁷⁸⁹]+)$/i;
const GLUED_FOOTNOTE = /(?<=[A-Za-z]{4}|\))\d(?:\d?,\d{1,2})*$/;

/** Marks that turn the reading direction (Unicode 9, UAX 9): «exe.\u202Efdp» would be shown as another name. */
const DIRECTION_MARKS = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g;

/** Text without marks that turn the reading direction: it is shown in the order it is written in. */
export const inReadingOrder = (text: string): string => text.replace(DIRECTION_MARKS, '');

/** Text on one line: line breaks, tabs and hard spaces become single spaces, outer spaces and marks of direction go. */
export function tidyText(text: string): string {
  return inReadingOrder(text).replace(SPACES, ' ').trim();
}

/**
 * A heading or row label without what the typist left on it: spaces, trailing dots and colons, footnote marks
 * («*», «[note 4]», «¹») and footnote digits glued to a word («ENGLAND AND WALES7,8»).
 */
export function tidyLabel(text: string): string {
  let label = tidyText(text);
  for (;;) {
    const shorter = label
      .replace(FOOTNOTE_MARKS, '')
      .replace(/[.:;,\s]+$/, '')
      .replace(GLUED_FOOTNOTE, '');
    if (shorter === label || shorter === '') return label;
    label = shorter;
  }
}

/** `2015-04-30` as `30/04/2015`. */
const britishDay = (day: string): string => `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;

/** What a cell shows, for messages: `7%`, `30/04/2015`, `#N/A`; empty for a blank cell. */
export function shownText(cell: CellValue): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return tidyText(cell);
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (cell.kind === 'percent') return `${String(Math.round(cell.value * 1e6) / 1e4)}%`;
  if (cell.kind === 'day') return cell.time === null ? britishDay(cell.day) : `${britishDay(cell.day)} ${cell.time}`;
  return cell.kind === 'error' ? cell.code : 'a formula without a stored result';
}

/** The tidied text of a text cell; empty for any other kind of cell. */
export const textOf = (cell: CellValue | undefined): string => (typeof cell === 'string' ? tidyText(cell) : '');

/** True for a cell that holds nothing, or only spaces. */
export const isBlank = (cell: CellValue | undefined): boolean =>
  cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');

/** A name in the form used for ids: `violence-against-the-person`. */
export const slugOf = (text: string): string =>
  tidyLabel(text)
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replaceAll(/['’]/g, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
