import type { Row } from '../../../core/intake/grid.ts';
import { openWorkbook } from '../workbook/open-file.ts';
import { cellAsShown } from './cell-as-shown.ts';
import { ImportRefusal } from './import-file.ts';

/** Some rows of one sheet as shown, for the officer to look at; `more` says whether rows follow. */
export async function sheetPage(
  path: string,
  password: string | undefined,
  sheet: string,
  fromRow: number,
  rows: number,
): Promise<{ sheet: string; rows: { row: number; cells: string[] }[]; more: boolean }> {
  const workbook = await openWorkbook(path, password === undefined ? {} : { password });
  try {
    const index = workbook.sheets.findIndex(({ name }) => name === sheet);
    if (index < 0) throw new ImportRefusal(`There is no sheet «${sheet}» in this file.`);
    const found: { row: number; cells: string[] }[] = [];
    let more = false;
    await workbook.readSheet(index, (row: Row) => {
      if (row.row < fromRow) return undefined;
      if (found.length === rows) {
        more = true;
        return 'stop';
      }
      found.push({ row: row.row, cells: row.cells.map(cellAsShown) });
      return undefined;
    });
    return { sheet, rows: found, more };
  } finally {
    workbook.close();
  }
}
