import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';

const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END = 0x06054b50;
/** 1 January 1980, the first day a zip can name (APPNOTE 4.4.6). */
const FIRST_DAY = (1 << 5) | 1;
const STORED = 0;
const DEFLATED = 8;

interface Entry {
  readonly name: Buffer;
  readonly method: number;
  readonly crc: number;
  readonly packed: Buffer;
  readonly size: number;
}

function entriesOf(zip: Buffer): Entry[] {
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  const entries: Entry[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const nameLength = zip.readUInt16LE(at + 28);
    const packedSize = zip.readUInt32LE(at + 20);
    const local = zip.readUInt32LE(at + 42);
    const data = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    entries.push({
      name: zip.subarray(at + 46, at + 46 + nameLength),
      method: zip.readUInt16LE(at + 10),
      crc: zip.readUInt32LE(at + 16),
      packed: zip.subarray(data, data + packedSize),
      size: zip.readUInt32LE(at + 24),
    });
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}

/** What the local header and the directory both say of an entry (APPNOTE 4.3.7 and 4.3.12), from «version needed» on. */
function shared({ name, method, crc, packed, size }: Entry): Buffer {
  const said = Buffer.alloc(26);
  said.writeUInt16LE(20, 0);
  // Names are UTF-8; no sizes after the data.
  said.writeUInt16LE(0x0800, 2);
  said.writeUInt16LE(method, 4);
  said.writeUInt16LE(0, 6);
  said.writeUInt16LE(FIRST_DAY, 8);
  said.writeUInt32LE(crc, 10);
  said.writeUInt32LE(packed.length, 14);
  said.writeUInt32LE(size, 18);
  said.writeUInt16LE(name.length, 22);
  return said;
}

const signed = (signature: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(signature);
  return bytes;
};

function zipOf(entries: readonly Entry[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const said = shared(entry);
    const file = [signed(LOCAL), said, entry.name, entry.packed];
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(signed(CENTRAL), Buffer.from([20, 0]), said, place, entry.name);
    files.push(...file);
    offset += file.reduce((sum, part) => sum + part.length, 0);
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(
    directory.reduce((sum, part) => sum + part.length, 0),
    8,
  );
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...files, ...directory, signed(END), end]);
}

/** The same zip without times of writing, and with one of its text files changed. */
export function settleZip(bytes: Uint8Array, path: string, change: (text: string) => string): Buffer {
  return zipOf(
    entriesOf(Buffer.from(bytes)).map((entry) => {
      if (entry.name.toString('utf8') !== path) return entry;
      const before = entry.method === STORED ? entry.packed : inflateRawSync(entry.packed);
      const text = Buffer.from(change(before.toString('utf8')));
      return { name: entry.name, method: DEFLATED, crc: crc32(text), packed: deflateRawSync(text), size: text.length };
    }),
  );
}
