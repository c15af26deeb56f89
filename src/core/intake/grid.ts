/**
 * What a cell holds, as the workbook stores it. Numbers, text and truth values are plain; the rest say what they are.
 * `null` is an empty cell. A formula shows its stored result; it is never worked out anew.
 */
export type CellValue = null | number | string | boolean | DayValue | PercentValue | ErrorValue | NoResult;

/** A date cell (or an ISO date): `day` is `2015-04-30` without time zone; `time` is `10:20:00` or null. */
export interface DayValue {
  readonly kind: 'day';
  readonly day: string;
  readonly time: string | null;
  /** True where the number format shows month and year only (`mmm-yy`). */
  readonly monthOnly: boolean;
}

/** A number shown as a percentage: `value` 0.07 is shown as 7%. */
export interface PercentValue {
  readonly kind: 'percent';
  readonly value: number;
}

/** An Excel error: `#N/A`, `#REF!`, … */
export interface ErrorValue {
  readonly kind: 'error';
  readonly code: string;
}

/** A formula whose result was not stored in the file: unknown. */
export interface NoResult {
  readonly kind: 'no-result';
}

/** One row that holds at least one cell. `row` counts from 1 as in Excel; `cells[0]` is column A. */
export interface Row {
  readonly row: number;
  readonly cells: readonly CellValue[];
  /** Columns (from 0) whose cell is a formula; absent when there are none. */
  readonly formulas?: readonly number[];
}

/** A block of cells; rows count from 1, columns from 0, all ends included. */
export interface Block {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export type SheetState = 'visible' | 'hidden' | 'very-hidden';

/** One sheet, or its first rows when `complete` is false. Rows without cells are absent; rows are in order. */
export interface Grid {
  readonly sheet: string;
  readonly state: SheetState;
  readonly rows: readonly Row[];
  readonly merges: readonly Block[];
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  readonly complete: boolean;
}

/** `A` for 0, `AA` for 26. */
export function columnName(column: number): string {
  let name = names[column];
  if (name === undefined) {
    name = spellColumn(column);
    if (column < COLUMNS_KEPT) names[column] = name;
  }
  return name;
}

/** A sheet names its columns once for every cell: each name is spelt once. */
const COLUMNS_KEPT = 16_384;
const names: (string | undefined)[] = [];

function spellColumn(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** `C7` for column 2 of row 7. */
export const cellName = (row: number, column: number): string => `${columnName(column)}${String(row)}`;

/** `H7:P7`, or `H7` when the block is one cell. */
export function blockName({ top, left, bottom, right }: Block): string {
  const start = cellName(top, left);
  return top === bottom && left === right ? start : `${start}:${cellName(bottom, right)}`;
}
