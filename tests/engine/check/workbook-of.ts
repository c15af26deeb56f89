import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cellName, type CellValue, type Grid } from '../../../src/core/intake/grid.ts';
import { temporaryFolder } from '../temporary-store.ts';
import { xlsxOf } from '../workbook/write-xlsx.ts';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Cell style 1 shows percentages. */
function cellXml(cell: CellValue, name: string): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${name}"><v>${String(cell)}</v></c>`;
  if (typeof cell === 'string') return `<c r="${name}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`;
  if (typeof cell === 'object' && cell.kind === 'percent')
    return `<c r="${name}" s="1"><v>${String(cell.value)}</v></c>`;
  throw new Error(`no such cell in these sheets: ${JSON.stringify(cell)}`);
}

/** Writes sheets typed in as grids into a real .xlsx and answers its path. */
export function workbookOf(grids: readonly Grid[], name = 'report.xlsx'): string {
  const path = join(temporaryFolder(), name);
  const sheets = grids.map(({ rows }) =>
    rows
      .map(
        ({ row, cells }) =>
          `<row r="${String(row)}">${cells.map((cell, column) => cellXml(cell, cellName(row, column))).join('')}</row>`,
      )
      .join(''),
  );
  writeFileSync(path, xlsxOf({ sheets, names: grids.map(({ sheet }) => sheet), formats: ['0.0%'] }));
  return path;
}
