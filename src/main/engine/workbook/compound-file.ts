import * as XLSX from '@e965/xlsx';
import type { ByteSource } from './byte-source.ts';
import { refuseCircles } from './compound-chains.ts';
import { isZip } from './first-bytes.ts';
import { legacyMs, openLegacy } from './open-legacy.ts';
import type { OpenWorkbook } from './open-workbook.ts';
import { unlocked } from './passwords.ts';
import { damaged, notAWorkbook, unsafe } from './refusals.ts';
import { withinTime } from './within-time.ts';
import { withHiddenColumns, xlsHiddenColumns } from './xls-hidden-columns.ts';

const FILE_PASS = 0x2f;
/** The password record stands among the first records of a locked stream. */
const RECORDS_LOOKED_AT = 20;

/** Opens an OLE2 container: an .xls, or a password-protected workbook of any kind. */
export async function openCompoundFile(
  source: ByteSource,
  password: string | undefined,
  reopen: (bytes: Buffer) => Promise<OpenWorkbook>,
): Promise<OpenWorkbook> {
  const bytes = source.read(0, source.size);
  source.close();
  refuseCircles(bytes);
  const streams = streamsOf(bytes);
  if (streams.has('encryptedpackage'))
    return reopen(await unlockedPackage(bytes, streams.get('encryptioninfo'), password));
  const workbook = streams.get('workbook') ?? streams.get('book');
  if (workbook !== undefined) {
    const plain = isLocked(workbook) ? await unlocked(bytes, password) : bytes;
    return withHiddenColumns(openLegacy(plain, 'xls'), xlsHiddenColumns(plain));
  }
  if (streams.has('worddocument')) throw notAWorkbook('This is a Word document. Ask for the figures as a workbook.');
  if (streams.has('powerpoint document'))
    throw notAWorkbook('This is a PowerPoint file. Ask for the figures as a workbook.');
  if (streams.has('__properties_version1.0')) {
    throw notAWorkbook('This is an e-mail. Save the workbook attached to it and choose that.');
  }
  throw notAWorkbook('This is an old Office file without a workbook in it. Choose the workbook itself.');
}

/** How often a password may be asked to be hashed; Excel asks for 100,000 times (MS-OFFCRYPTO 2.3.4.10). */
const MOST_SPINS = 1_000_000;

async function unlockedPackage(bytes: Buffer, lock: Buffer | undefined, password: string | undefined): Promise<Buffer> {
  if (lock === undefined) throw damaged('its lock is missing');
  const [, spins = '0'] = /spinCount="(\d+)"/.exec(lock.toString('latin1')) ?? [];
  if (Number(spins) > MOST_SPINS) throw unsafe('its lock asks for hours of work');
  const plain = await unlocked(bytes, password);
  if (!isZip(plain)) throw damaged('what its password unlocks is not a workbook');
  return plain;
}

/** The streams of an OLE2 container by lower-case name. */
function streamsOf(bytes: Buffer): Map<string, Buffer> {
  const streams = new Map<string, Buffer>();
  try {
    const { FileIndex } = withinTime(legacyMs(bytes.length), () =>
      (XLSX.CFB as CompoundFileReader).read(bytes, { type: 'buffer' }),
    );
    for (const { name, content } of FileIndex) {
      if (!streams.has(name.toLowerCase())) streams.set(name.toLowerCase(), Buffer.from(content ?? []));
    }
  } catch {
    throw damaged('its container cannot be read');
  }
  return streams;
}

interface CompoundFileReader {
  read(
    bytes: Buffer,
    options: { type: 'buffer' },
  ): {
    FileIndex: readonly { readonly name: string; readonly content?: Uint8Array }[];
  };
}

/** Whether a BIFF stream begins with a FILEPASS record (MS-XLS 2.4.117). */
function isLocked(workbook: Buffer): boolean {
  let at = 0;
  for (let records = 0; records < RECORDS_LOOKED_AT && at + 4 <= workbook.length; records++) {
    if (workbook.readUInt16LE(at) === FILE_PASS) return true;
    at += 4 + workbook.readUInt16LE(at + 2);
  }
  return false;
}
