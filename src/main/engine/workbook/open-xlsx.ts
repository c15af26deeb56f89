import type { ByteSource } from './byte-source.ts';
import type { CellContext } from './cell-reader.ts';
import { ExcelDays } from './excel-day.ts';
import { LIMITS } from './limits.ts';
import type { OnRow, OpenWorkbook, ReadOptions, SheetFacts } from './open-workbook.ts';
import { damaged } from './refusals.ts';
import { readSharedStrings, SharedStrings } from './shared-strings.ts';
import { SheetScanner } from './sheet-scanner.ts';
import { readStyles } from './styles.ts';
import { readingWatch } from './reading-watch.ts';
import { readWorkbookPart } from './workbook-part.ts';
import { utf8Pieces, xmlText } from './xml-encoding.ts';
import type { ZipArchive } from './zip-archive.ts';

/** Opens an .xlsx or .xlsm: the list of sheets now, their cells when asked for. */
export function openXlsx(source: ByteSource, zip: ZipArchive, workbookPart: string): OpenWorkbook {
  const book = readWorkbookPart(zip, workbookPart);
  const notes: string[] = [];
  if (book.hasMacros) notes.push('The macros in this workbook were not run.');
  if (book.otherSheets > 0)
    notes.push(`Sheets without cells (charts, macros) were left out: ${String(book.otherSheets)}.`);
  let context: Promise<CellContext> | null = null;

  const readContext = async (watch: (of: AsyncIterable<Buffer>) => AsyncIterable<Buffer>): Promise<CellContext> => ({
    styles: book.styles === null ? [] : readStyles(xmlText(zip.whole(book.styles))),
    shared:
      book.sharedStrings === null
        ? new SharedStrings()
        : await readSharedStrings(watch(utf8Pieces(zip.pieces(book.sharedStrings, LIMITS.sharedStringsBytes)))),
    days: new ExcelDays(book.is1904),
  });

  return {
    format: book.hasMacros ? 'xlsm' : 'xlsx',
    sheets: book.sheets.map(({ name, state }) => ({ name, state })),
    notes,
    bytesOf: (index) => (book.sharedStrings === null ? 0 : (book.sheets[index]?.entry.bytes ?? 0)),
    async readSheet(index: number, onRow: OnRow, options: ReadOptions = {}): Promise<SheetFacts> {
      const sheet = book.sheets[index];
      if (sheet === undefined) throw damaged('a sheet that was asked for is not there');
      const watch = readingWatch(options);
      context ??= readContext(watch);
      const ready = await context.catch((reason: unknown) => {
        context = null;
        throw reason;
      });
      const scanner = new SheetScanner(ready, onRow);
      const onPacked = (packed: number): void => options.onProgress?.(packed, sheet.entry.packedBytes);
      for await (const piece of watch(utf8Pieces(zip.pieces(sheet.entry, LIMITS.sheetBytes, onPacked)))) {
        if (!scanner.feed(piece)) break;
      }
      return scanner.finish();
    },
    close: () => {
      source.close();
    },
  };
}
