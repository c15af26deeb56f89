import { fileSource, memorySource, type ByteSource } from './byte-source.ts';
import { isBiffStream, isCompoundFile, isZip } from './first-bytes.ts';
import { LIMITS } from './limits.ts';
import { openCsv } from './open-csv.ts';
import { openPackage } from './open-package.ts';
import type { OpenOptions, OpenWorkbook } from './open-workbook.ts';
import { notAWorkbook, tooLarge } from './refusals.ts';
import { refuseKnownFormats } from './known-formats.ts';

const HEAD_BYTES = 4096;

/** Opens a file of any format read here; which one it is, its content tells. */
export async function openWorkbook(path: string, options: OpenOptions = {}): Promise<OpenWorkbook> {
  return openSource(fileSource(path), path, options);
}

/** The same for bytes in memory, such as a member of a zip or a workbook whose password was given. */
export async function openWorkbookBytes(name: string, bytes: Buffer, options: OpenOptions = {}): Promise<OpenWorkbook> {
  return openSource(memorySource(bytes), name, options);
}

/** The libraries for old and locked formats are only loaded when one turns up. */
async function openSource(source: ByteSource, name: string, options: OpenOptions): Promise<OpenWorkbook> {
  try {
    if (source.size === 0) throw notAWorkbook('This file is empty (0 bytes). Ask for it to be sent again.');
    if (source.size > LIMITS.fileBytes) {
      throw tooLarge('This file is larger than 256 MB, the most that is read here. Ask for it in smaller pieces.');
    }
    const head = source.read(0, HEAD_BYTES);
    if (isCompoundFile(head)) {
      const { openCompoundFile } = await import('./compound-file.ts');
      return await openCompoundFile(source, options.password, (bytes) => openWorkbookBytes(name, bytes));
    }
    if (isZip(head)) return await openPackage(source, name, options, openWorkbookBytes);
    if (isBiffStream(head)) {
      const [{ openLegacy }, { withHiddenColumns, xlsHiddenColumns }] = await Promise.all([
        import('./open-legacy.ts'),
        import('./xls-hidden-columns.ts'),
      ]);
      const bytes = source.read(0, source.size);
      return withHiddenColumns(openLegacy(bytes, 'xls'), xlsHiddenColumns(bytes));
    }
    refuseKnownFormats(head, name);
    return await openCsv(source, name);
  } catch (reason) {
    source.close();
    throw reason;
  }
}
