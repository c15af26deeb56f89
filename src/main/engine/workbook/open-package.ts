import type { ByteSource } from './byte-source.ts';
import { LIMITS } from './limits.ts';
import { isOpenDocument, openOds } from './open-ods.ts';
import type { OpenOptions, OpenWorkbook } from './open-workbook.ts';
import { openXlsx } from './open-xlsx.ts';
import { openZipOfFiles } from './open-zip.ts';
import { damaged, notAWorkbook, tooLarge } from './refusals.ts';
import { workbookPartName } from './workbook-part.ts';
import { readRelationships } from './relationships.ts';
import { lookOverSheet, sheetRelationships } from './xlsb-bounds.ts';
import { openZip, type ZipArchive } from './zip-archive.ts';

const SHEET_PART = /worksheets\/[^/]*\.bin$/i;

type Reopen = (name: string, bytes: Buffer, options: OpenOptions) => Promise<OpenWorkbook>;

/** Opens what is packed as a zip: an Excel or OpenDocument workbook, or a zip of several files. */
export async function openPackage(
  source: ByteSource,
  name: string,
  options: OpenOptions,
  reopen: Reopen,
): Promise<OpenWorkbook> {
  const zip = openZip(source);
  const part = workbookPartName(zip);
  if (part?.endsWith('.bin') === true) return await openXlsb(source, zip, part);
  if (part !== null) return openXlsx(source, zip, part);
  if (isOpenDocument(zip)) return openOds(source, zip);
  if (/\.(?:xlsx|xlsm|xlsb|ods)$/i.test(name)) {
    throw notAWorkbook('This file has a workbook’s name, but is a zip without a workbook in it. Ask for it again.');
  }
  return openZipOfFiles(source, zip, options, reopen);
}

/** Every part is unpacked once beforehand, for its checksum and its size: the library that reads .xlsb asks neither. */
async function openXlsb(source: ByteSource, zip: ZipArchive, bookPart: string): Promise<OpenWorkbook> {
  let bytes = 0;
  const hidden = new Map<string, readonly number[]>();
  for (const entry of zip.entries) {
    bytes += entry.bytes;
    if (bytes > LIMITS.wholeFileBytes) {
      throw tooLarge('This .xlsb unfolds to more than 256 MB. Save it as .xlsx, which is read piece by piece.');
    }
    const part = zip.whole(entry, LIMITS.wholeFileBytes);
    if (SHEET_PART.test(entry.name)) hidden.set(entry.name.toLowerCase(), lookOverSheet(part));
  }
  const entry = zip.find(bookPart);
  const relationships = readRelationships(zip, bookPart);
  const inOrder = (entry === null ? [] : sheetRelationships(zip.whole(entry, LIMITS.wholeFileBytes))).map(
    (id) => hidden.get(relationships.get(id)?.target.toLowerCase() ?? '') ?? [],
  );
  const [{ openLegacy }, { withHiddenColumns }] = await Promise.all([
    import('./open-legacy.ts'),
    import('./xls-hidden-columns.ts'),
  ]);
  const book = withHiddenColumns(openLegacy(source.read(0, source.size), 'xlsb'), inOrder);
  source.close();
  if (book.sheets.length === 0) throw damaged('its sheets cannot be read');
  return book;
}
