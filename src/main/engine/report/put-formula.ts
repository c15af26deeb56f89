import type { Cell, Worksheet } from 'exceljs';
import { put, type CellLook } from './place-cells.ts';

/** What our own formulas are made of: sums, differences and divisions of cells of the same sheet, and nothing else. */
const HARMLESS = /^(?:SUM\([A-Z]{1,3}\d{1,4}:[A-Z]{1,3}\d{1,4}\)|[A-Z]{1,3}\d{1,4}\/[A-Z]{1,3}\d{1,4}(?:-1)?)$/;

/**
 * Puts a live formula with the value it has now, so that it reads the same where nothing is worked out. Only sums and
 * divisions of cells of the same sheet are taken; anything else is a fault of ours.
 */
export function putFormula(
  sheet: Worksheet,
  row: number,
  column: number,
  formula: string,
  result: number,
  look: CellLook = {},
): Cell {
  if (!HARMLESS.test(formula)) throw new Error(`«${formula}» is no formula for a pack`);
  const cell = put(sheet, row, column, null, look);
  cell.value = { formula, result, date1904: false };
  return cell;
}
