import type { Workbook } from 'exceljs';

/**
 * A workbook to write. Of exceljs only this part is taken: the rest asks for old unpackers, one of them without a licence,
 * which therefore need not come along (`resources/setup/shipped-parts.mjs`).
 */
export async function newWorkbook(): Promise<Workbook> {
  const { default: EmptyWorkbook } = await import('exceljs/lib/doc/workbook.js');
  return new EmptyWorkbook();
}
