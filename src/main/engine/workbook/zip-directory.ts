import type { ByteSource } from './byte-source.ts';
import { LIMITS } from './limits.ts';
import { damaged, unsafe } from './refusals.ts';

/** One file inside a zip, as the zip's central directory tells it. */
export interface ZipEntry {
  /** As stored, with forward slashes; only ever compared, never used as a path on disc. */
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly packedBytes: number;
  readonly bytes: number;
  readonly crc: number;
  readonly headerAt: number;
}

const END = Buffer.from('PK\x05\x06', 'latin1');
const END_BYTES = 22;
const LONGEST_COMMENT = 65_535;
const ENTRY = 0x02014b50;
const ZIP64_LOCATOR = 0x07064b50;
const ZIP64_END = 0x06064b50;
const IN_ZIP64 = 0xffffffff;

/** Reads the list of files in a zip (APPNOTE 6.3.10, sections 4.3.12 to 4.3.16, with zip64). */
export function readZipDirectory(source: ByteSource): ZipEntry[] {
  const { start, length } = findDirectory(source);
  if (length > LIMITS.zipDirectoryBytes) throw unsafe('its list of contents is far larger than any workbook needs');
  if (start + length > source.size) throw damaged('it is cut short');
  const directory = source.read(start, length);
  const entries: ZipEntry[] = [];
  let at = 0;
  while (at + 46 <= directory.length && directory.readUInt32LE(at) === ENTRY) {
    if (entries.length >= LIMITS.zipEntries) throw unsafe('it holds far more parts than any workbook needs');
    const nameBytes = directory.readUInt16LE(at + 28);
    const extraBytes = directory.readUInt16LE(at + 30);
    const extraAt = at + 46 + nameBytes;
    const next = extraAt + extraBytes + directory.readUInt16LE(at + 32);
    if (next > directory.length) throw damaged('its list of contents is cut short');
    entries.push(entryAt(directory, at, extraAt, extraBytes));
    at = next;
  }
  if (entries.length === 0) throw damaged('its list of contents cannot be read');
  return entries;
}

function findDirectory(source: ByteSource): { start: number; length: number } {
  const tail = source.read(
    Math.max(0, source.size - LONGEST_COMMENT - END_BYTES - 20),
    LONGEST_COMMENT + END_BYTES + 20,
  );
  const end = tail.lastIndexOf(END);
  if (end < 0 || end + END_BYTES > tail.length) throw damaged('it is cut short');
  const length = tail.readUInt32LE(end + 12);
  const start = tail.readUInt32LE(end + 16);
  if (end >= 20 && tail.readUInt32LE(end - 20) === ZIP64_LOCATOR) {
    const record = source.read(Number(tail.readBigUInt64LE(end - 12)), 56);
    if (record.length < 56 || record.readUInt32LE(0) !== ZIP64_END)
      throw damaged('its list of contents cannot be found');
    return { length: Number(record.readBigUInt64LE(40)), start: Number(record.readBigUInt64LE(48)) };
  }
  return { start, length };
}

function entryAt(directory: Buffer, at: number, extraAt: number, extraBytes: number): ZipEntry {
  let packedBytes = directory.readUInt32LE(at + 20);
  let bytes = directory.readUInt32LE(at + 24);
  let headerAt = directory.readUInt32LE(at + 42);
  const wide = zip64Field(directory, extraAt, extraAt + extraBytes);
  let field = 0;
  const nextWide = (): number => {
    if (wide === null || field + 8 > wide.length) throw damaged('its list of contents cannot be read');
    const value = Number(wide.readBigUInt64LE(field));
    field += 8;
    return value;
  };
  if (bytes === IN_ZIP64) bytes = nextWide();
  if (packedBytes === IN_ZIP64) packedBytes = nextWide();
  if (headerAt === IN_ZIP64) headerAt = nextWide();
  return {
    name: directory
      .toString('utf8', at + 46, extraAt)
      .replaceAll('\\', '/')
      .replace(/^\/+/, ''),
    method: directory.readUInt16LE(at + 10),
    encrypted: (directory.readUInt16LE(at + 8) & 1) === 1,
    packedBytes,
    bytes,
    crc: directory.readUInt32LE(at + 16),
    headerAt,
  };
}

function zip64Field(directory: Buffer, from: number, to: number): Buffer | null {
  for (let at = from; at + 4 <= to;) {
    const length = directory.readUInt16LE(at + 2);
    if (directory.readUInt16LE(at) === 1) return directory.subarray(at + 4, Math.min(to, at + 4 + length));
    at += 4 + length;
  }
  return null;
}
