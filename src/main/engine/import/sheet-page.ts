import type { CellValue, Row } from '../../../core/intake/grid.ts';
import { openWorkbook } from '../workbook/open-file.ts';
import { ImportRefusal } from './import-file.ts';

/** A cell as the officer would see it, without its fonts: dates the British way, percentages as such. */
export function cellAsShown(value: CellValue): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'number')
    return value.toLocaleString('en-GB', { maximumFractionDigits: 10, useGrouping: false });
  switch (value.kind) {
    case 'day': {
      const [year = '', month = '', day = ''] = value.day.split('-');
      return [`${day}/${month}/${year}`, value.time].filter((part) => part !== null).join(' ');
    }
    case 'percent':
      return `${(value.value * 100).toLocaleString('en-GB', { maximumFractionDigits: 8 })}%`;
    case 'error':
      return value.code;
    case 'no-result':
      return '(formula without a stored result)';
  }
}

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
