import type { CellValue, Row } from '../../../src/core/intake/grid.ts';
import { openWorkbookBytes } from '../../../src/main/engine/workbook/open-file.ts';
import { WorkbookRefusal, type OpenOptions, type SheetFacts } from '../../../src/main/engine/workbook/open-workbook.ts';

export interface ReadSheet {
  readonly rows: readonly Row[];
  readonly facts: SheetFacts;
}

export async function readBytes(
  bytes: Buffer,
  name = 'file',
  index = 0,
  options: OpenOptions = {},
): Promise<ReadSheet> {
  const book = await openWorkbookBytes(name, bytes, options);
  const rows: Row[] = [];
  const facts = await book.readSheet(index, (row) => {
    rows.push(row);
  });
  book.close();
  return { rows, facts };
}

export async function cellsOf(bytes: Buffer, name = 'file'): Promise<(readonly CellValue[])[]> {
  return (await readBytes(bytes, name)).rows.map(({ cells }) => cells);
}

/** The refusal that reading ends with; fails when it does not. */
export async function refusalOf(bytes: Buffer, name = 'file', options: OpenOptions = {}): Promise<WorkbookRefusal> {
  try {
    await readBytes(bytes, name, 0, options);
  } catch (reason) {
    if (reason instanceof WorkbookRefusal) return reason;
    throw reason;
  }
  throw new Error('the file was read');
}
