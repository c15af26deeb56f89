import type { TableValue } from './table-value.ts';

/** A block of a table’s cells; rows and columns count from 0, ends included. */
export interface Picked {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** The block between two cells, whichever was touched first. */
export const blockBetween = (one: CellPlace, other: CellPlace): Picked => ({
  top: Math.min(one.row, other.row),
  bottom: Math.max(one.row, other.row),
  left: Math.min(one.column, other.column),
  right: Math.max(one.column, other.column),
});

export const isPicked = (picked: Picked | null, row: number, column: number): boolean =>
  picked !== null && row >= picked.top && row <= picked.bottom && column >= picked.left && column <= picked.right;

/** The picked cells as a table of their own: with their heads, without caption and notes. */
export function pickedTable(table: TableValue, { top, left, bottom, right }: Picked): TableValue {
  return {
    caption: '',
    rowHead: table.rowHead,
    columns: table.columns.slice(left, right + 1),
    rows: table.rows.slice(top, bottom + 1).map((row) => ({ ...row, cells: row.cells.slice(left, right + 1) })),
    notes: [],
  };
}
