import type { Grid, Row } from '../../../src/core/intake/grid.ts';
import { openWorkbook } from '../../../src/main/engine/workbook/open-file.ts';

/** The sheets of a workbook or text file as grids, read by the workbench's own reader. */
export async function loadGrids(file: string): Promise<Grid[]> {
  const workbook = await openWorkbook(file);
  const grids: Grid[] = [];
  for (const [index, { name, state }] of workbook.sheets.entries()) {
    const rows: Row[] = [];
    const { merges, hiddenRows, hiddenColumns } = await workbook.readSheet(index, (row) => {
      rows.push(row);
    });
    grids.push({ sheet: name, state, rows, merges, hiddenRows, hiddenColumns, complete: true });
  }
  workbook.close();
  return grids;
}
