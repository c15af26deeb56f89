import type { CellValue } from '../../../core/intake/grid.ts';
import { openWorkbook } from './open-file.ts';

/** One cell as plain text or number; what is neither (errors, formulas without a result) is blank. */
function plainCell(cell: CellValue): string | number | null {
  if (cell === null || typeof cell === 'number' || typeof cell === 'string') return cell;
  if (typeof cell === 'boolean') return cell ? 'true' : 'false';
  if (cell.kind === 'percent') return cell.value;
  return cell.kind === 'day' ? cell.day : null;
}

/** Every row of a file's first visible sheet as plain values, blank rows kept so that row numbers are the sheet's. */
export async function plainRows(path: string): Promise<(string | number | null)[][]> {
  const book = await openWorkbook(path);
  try {
    const rows: (string | number | null)[][] = [];
    const sheet = book.sheets.findIndex(({ state }) => state === 'visible');
    await book.readSheet(Math.max(0, sheet), ({ row, cells }) => {
      while (rows.length < row - 1) rows.push([]);
      rows.push(cells.map(plainCell));
      return rows.length >= 5000 ? 'stop' : undefined;
    });
    return rows;
  } finally {
    book.close();
  }
}
