import type { ByteSource } from './byte-source.ts';
import { LIMITS } from './limits.ts';
import { openLegacy } from './open-legacy.ts';
import type { OpenWorkbook } from './open-workbook.ts';
import { openXlsx } from './open-xlsx.ts';
import { notAWorkbook, tooLarge } from './refusals.ts';
import { workbookPartName } from './workbook-part.ts';
import { openZip, type ZipArchive } from './zip-archive.ts';

/** Opens what is packed as a zip: an Excel or OpenDocument workbook, or a zip of several files. */
export async function openPackage(source: ByteSource): Promise<OpenWorkbook> {
  const zip = openZip(source);
  const part = workbookPartName(zip);
  if (part?.endsWith('.bin') === true) return openWhole(source, zip, 'xlsb');
  if (part !== null) return openXlsx(source, zip, part);
  if (zip.find('content.xml') !== null) return openWhole(source, zip, 'ods');
  throw notAWorkbook('This zip holds no workbook. Unpack it and choose the file with the figures.');
}

function openWhole(source: ByteSource, zip: ZipArchive, format: 'xlsb' | 'ods'): OpenWorkbook {
  let bytes = 0;
  for (const entry of zip.entries) {
    bytes += entry.bytes;
    if (bytes > LIMITS.wholeFileBytes) throw tooLarge('x');
    zip.whole(entry, LIMITS.wholeFileBytes);
  }
  const book = openLegacy(source.read(0, source.size), format);
  source.close();
  return book;
}
