import type { Block, CellValue, Grid, Row } from './grid.ts';
import { isBlank, textOf } from './tidy-text.ts';

/** A grid looked up by row number and column. */
export interface GridCells {
  readonly rows: readonly Row[];
  row(row: number): Row | undefined;
  /** The cell, or null where there is none. */
  cell(row: number, column: number): CellValue;
  /** The tidied text of a text cell, else empty. */
  text(row: number, column: number): string;
  isFormula(row: number, column: number): boolean;
  readonly lastRow: number;
}

/** Makes a grid's rows quick to look up. */
export function gridCells(grid: Grid): GridCells {
  const byNumber = new Map(grid.rows.map((row) => [row.row, row]));
  const cell = (row: number, column: number): CellValue => byNumber.get(row)?.cells[column] ?? null;
  return {
    rows: grid.rows,
    row: (row) => byNumber.get(row),
    cell,
    text: (row, column) => textOf(cell(row, column)),
    isFormula: (row, column) => byNumber.get(row)?.formulas?.includes(column) ?? false,
    lastRow: grid.rows.at(-1)?.row ?? 0,
  };
}

/** Columns (from 0) of a row that hold something. */
export function filledColumns(row: Row): number[] {
  const columns: number[] = [];
  row.cells.forEach((cell, column) => {
    if (!isBlank(cell)) columns.push(column);
  });
  return columns;
}

/** The texts of the rows from one to another (ends included), in reading order. */
export function textsBetween(grid: Grid, from: number, to: number): string[] {
  return grid.rows
    .filter(({ row }) => row >= from && row <= to)
    .flatMap(({ cells }) => cells.map(textOf))
    .filter((text) => text !== '');
}

/** The smallest block that holds the given rows and columns; null when there are none. */
export function blockAround(rows: readonly number[], columns: readonly number[]): Block | null {
  if (rows.length === 0 || columns.length === 0) return null;
  return { top: Math.min(...rows), bottom: Math.max(...rows), left: Math.min(...columns), right: Math.max(...columns) };
}

const ILLUSTRATIVE = /\billustrative\b|\bmade[- ]up\b|\bfictitious\b|\bdummy\b|\binvented\b|\btest data\b/i;

/** True where a text says that its figures are not real. */
export const saysIllustrative = (texts: readonly string[]): boolean => texts.some((text) => ILLUSTRATIVE.test(text));
