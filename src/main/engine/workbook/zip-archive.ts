import type { Readable } from 'node:stream';
import { crc32, createInflateRaw, inflateRawSync, type ZlibOptions } from 'node:zlib';
import type { ByteSource } from './byte-source.ts';
import { LIMITS } from './limits.ts';
import { asRefusal, damaged, tooLarge, unsafe } from './refusals.ts';
import { readZipDirectory, type ZipEntry } from './zip-directory.ts';

const LOCAL_HEADER = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;
const INFLATE_CHUNK_BYTES = 256 * 1024;
/** Lets unpacking run a few pieces ahead of the scanner, on a thread of its own. */
const INFLATE: ZlibOptions & { highWaterMark: number } = {
  chunkSize: INFLATE_CHUNK_BYTES,
  highWaterMark: 4 * INFLATE_CHUNK_BYTES,
};

/** A zip opened for reading: its parts by name, unfolded with every limit held and every checksum compared. */
export interface ZipArchive {
  readonly entries: readonly ZipEntry[];
  find(name: string): ZipEntry | null;
  /** A small part as a whole. */
  whole(entry: ZipEntry, limitBytes?: number): Buffer;
  /** A large part in pieces; the checksum is compared after the last one. */
  pieces(entry: ZipEntry, limitBytes: number, onPacked?: (packedBytes: number) => void): AsyncGenerator<Buffer>;
}

export function openZip(source: ByteSource): ZipArchive {
  const entries = readZipDirectory(source);
  const byName = new Map<string, ZipEntry>();
  const byLowerName = new Map<string, ZipEntry>();
  for (const entry of entries) {
    if (byName.has(entry.name)) throw damaged('two of its parts have the same name');
    byName.set(entry.name, entry);
    const lower = entry.name.toLowerCase();
    if (!byLowerName.has(lower)) byLowerName.set(lower, entry);
  }
  return {
    entries,
    find: (name) => byName.get(name) ?? byLowerName.get(name.toLowerCase()) ?? null,
    whole(entry, limitBytes = LIMITS.partBytes) {
      const packed = source.read(dataStart(source, entry, limitBytes), entry.packedBytes);
      if (packed.length < entry.packedBytes) throw damaged('it is cut short');
      const bytes = entry.method === STORED ? packed : inflated(packed, limitBytes);
      if (bytes.length !== entry.bytes || crc32(bytes) !== entry.crc) throw wrongChecksum();
      return bytes;
    },
    pieces: (entry, limitBytes, onPacked) => pieces(source, entry, limitBytes, onPacked),
  };
}

function inflated(packed: Buffer, limitBytes: number): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: limitBytes });
  } catch (reason) {
    if (reason instanceof RangeError) throw bomb();
    throw damaged('one of its parts cannot be unpacked');
  }
}

/** Where the entry's data begins, once it has been found to be readable and within the limits. */
function dataStart(source: ByteSource, entry: ZipEntry, limitBytes: number): number {
  if (entry.encrypted) throw damaged('part of it is locked with a zip password, which cannot be read here');
  if (entry.method !== STORED && entry.method !== DEFLATED) throw damaged('it is packed in a way Excel does not use');
  if (entry.bytes > limitBytes) throw tooLarge(tooMuch(limitBytes));
  if (isBeyondRatio(entry, entry.bytes)) throw bomb();
  const header = source.read(entry.headerAt, 30);
  if (header.length < 30 || header.readUInt32LE(0) !== LOCAL_HEADER) throw damaged('one of its parts cannot be found');
  return entry.headerAt + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
}

async function* pieces(
  source: ByteSource,
  entry: ZipEntry,
  limitBytes: number,
  onPacked?: (packedBytes: number) => void,
): AsyncGenerator<Buffer> {
  const packed = source.stream(dataStart(source, entry, limitBytes), entry.packedBytes);
  const inflate = entry.method === STORED ? null : inflateFrom(packed);
  let bytes = 0;
  let sum = 0;
  try {
    for await (const piece of (inflate ?? packed) as AsyncIterable<Buffer>) {
      bytes += piece.length;
      sum = crc32(piece, sum);
      if (bytes > limitBytes) throw tooLarge(tooMuch(limitBytes));
      if (isBeyondRatio(entry, bytes)) throw bomb();
      onPacked?.(inflate === null ? bytes : inflate.bytesWritten);
      yield piece;
    }
  } catch (reason) {
    throw asRefusal(reason, 'one of its parts cannot be unpacked');
  } finally {
    packed.destroy();
    inflate?.destroy();
  }
  if (bytes !== entry.bytes || sum !== entry.crc) throw wrongChecksum();
}

function inflateFrom(packed: Readable): ReturnType<typeof createInflateRaw> {
  const inflate = createInflateRaw(INFLATE);
  packed.on('error', (reason) => inflate.destroy(reason));
  return packed.pipe(inflate);
}

const isBeyondRatio = (entry: ZipEntry, bytes: number): boolean =>
  bytes > LIMITS.ratioFromBytes && bytes > entry.packedBytes * LIMITS.inflateRatio;

const wrongChecksum = (): Error => damaged('part of it does not match its own checksum');

const bomb = (): Error => unsafe('a small part of it would unfold to more than a hundred times its size');

const tooMuch = (limitBytes: number): string =>
  `One part of this file unfolds to more than ${String(Math.round(limitBytes / 1024 / 1024))} MB, more than is read here. ` +
  'Ask for it in smaller pieces, or save the sheet you need as .csv.';
