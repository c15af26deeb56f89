const END = Buffer.from('PK\u0005\u0006', 'latin1');
/** 1 January 1980, the first day a zip can name (APPNOTE 4.4.6). */
const FIRST_DAY = (1 << 5) | 1;

/** A zip whose entries carry no time of writing, so that the same content is the same file. */
export function withFixedZipDates(bytes: Uint8Array): Buffer {
  const zip = Buffer.from(bytes);
  const end = zip.lastIndexOf(END);
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const local = zip.readUInt32LE(at + 42);
    for (const place of [at + 12, local + 10]) {
      zip.writeUInt16LE(0, place);
      zip.writeUInt16LE(FIRST_DAY, place + 2);
    }
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return zip;
}
