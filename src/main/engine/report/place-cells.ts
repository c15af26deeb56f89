import type { Alignment, Borders, Cell, Fill, Font, Worksheet } from 'exceljs';
import type { Tier } from '../../../core/performance/measure-table.ts';
import { textWidth } from '../../../core/picture/text-width.ts';
import { COLOUR, fill, font, STATUS } from './report-look.ts';

export interface CellLook {
  readonly font?: Partial<Font>;
  readonly format?: string;
  readonly fill?: Fill;
  readonly border?: Partial<Borders>;
  readonly alignment?: Partial<Alignment>;
}

// Control characters are not allowed in a workbook; marks that turn the reading direction can disguise a name.
// eslint-disable-next-line no-control-regex
const UNSAFE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g;
const LONGEST = 32_000;

/** Text as it may stand in a cell. It is always kept as text: whatever it starts with, it is never a formula. */
export const cellText = (text: string): string => text.replace(UNSAFE, '').slice(0, LONGEST);

/** Puts a number, a text or nothing into a cell. Nothing is an empty cell: unknown is never 0 or a dash. */
export function put(
  sheet: Worksheet,
  row: number,
  column: number,
  value: number | string | null,
  look: CellLook = {},
): Cell {
  const cell = sheet.getCell(row, column);
  if (typeof value === 'string') cell.value = cellText(value);
  else if (value !== null && Number.isFinite(value)) cell.value = value;
  cell.font = font(look.font);
  const indented = look.alignment?.indent === undefined ? {} : { horizontal: 'left' as const };
  cell.alignment = { vertical: 'middle', ...indented, ...look.alignment };
  if (look.format !== undefined) cell.numFmt = look.format;
  if (look.fill !== undefined) cell.fill = look.fill;
  if (look.border !== undefined) cell.border = look.border;
  return cell;
}

/** A status with its shape and words on its own colour. */
export function putStatus(sheet: Worksheet, row: number, column: number, tier: Tier, look: CellLook = {}): Cell {
  const { words, ink, paper } = STATUS[tier];
  return put(sheet, row, column, words, {
    ...look,
    font: { bold: true, color: { argb: ink }, ...look.font },
    fill: fill(paper),
  });
}

const PIXELS_PER_POINT = 96 / 72;
/** Arial runs wider than the font whose widths are known, by about this much. */
const WIDER = 1.14;

/** Pixels of a column that is so many characters wide (Excel counts digits of 7 pixels, and 5 for the edges). */
const pixelsOf = (width: number): number => width * 7 + 5;

/** Pixels from column `from` to column `to`, both included. */
export function widthOf(sheet: Worksheet, from: number, to: number): number {
  let pixels = 0;
  for (let column = from; column <= to; column += 1) pixels += pixelsOf(sheet.getColumn(column).width ?? 9);
  return pixels;
}

/** Points a row must be high for a text wrapped into so many pixels. */
export function heightOf(text: string, pixels: number, size = 10): number {
  const room = pixels - 10;
  const lines = text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil((textWidth(line, size * PIXELS_PER_POINT) * WIDER) / room)), 0);
  return Math.ceil(lines * size * 1.32 + 4);
}

/** A sentence across columns, wrapped, its row as high as it needs. */
export function putSentence(
  sheet: Worksheet,
  row: number,
  across: { readonly from: number; readonly to: number },
  text: string,
  look: CellLook = {},
): void {
  put(sheet, row, across.from, text, { ...look, alignment: { wrapText: true, vertical: 'top', ...look.alignment } });
  if (across.to > across.from) sheet.mergeCells(row, across.from, row, across.to);
  const needed = heightOf(text, widthOf(sheet, across.from, across.to), look.font?.size ?? 10);
  sheet.getRow(row).height = Math.max(sheet.getRow(row).height || 0, needed);
}

/** A heading inside a sheet. */
export function putHeading(sheet: Worksheet, row: number, text: string, column = 1): void {
  put(sheet, row, column, text, { font: { bold: true, size: 11, color: { argb: COLOUR.ink } } });
  sheet.getRow(row).height = 18;
}
