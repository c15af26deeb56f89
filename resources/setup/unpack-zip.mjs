import { closeSync, fstatSync, mkdirSync, openSync, readSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { inflateRawSync } from 'node:zlib';

const END_OF_DIRECTORY = 0x06054b50;

/**
 * Unpacks the files of a zip that `nameOf` gives a name (relative to `folder`) and leaves out those it answers null for.
 * Enough for the archive we fetch: no zip64, no encryption, checked for names that would leave the folder.
 */
export function unpackZip(path, folder, nameOf) {
  const file = openSync(path, 'r');
  const read = (length, at) => {
    const bytes = Buffer.alloc(length);
    if (readSync(file, bytes, 0, length, at) !== length) throw new Error(`${path} ends too early`);
    return bytes;
  };
  const { size } = fstatSync(file);
  const tail = read(Math.min(size, 65_557), Math.max(0, size - 65_557));
  let end = tail.length - 22;
  while (end >= 0 && tail.readUInt32LE(end) !== END_OF_DIRECTORY) end -= 1;
  if (end < 0) throw new Error(`${path} is not a zip`);
  const directory = read(tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16));
  let unpacked = 0;
  for (let at = 0; at < directory.length;) {
    const method = directory.readUInt16LE(at + 10);
    const packedSize = directory.readUInt32LE(at + 20);
    const nameLength = directory.readUInt16LE(at + 28);
    const mode = directory.readUInt32LE(at + 38) >>> 16;
    const header = directory.readUInt32LE(at + 42);
    const found = directory.toString('utf8', at + 46, at + 46 + nameLength);
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
    const name = found.endsWith('/') ? null : nameOf(found);
    if (name === null) continue;
    const target = join(folder, name);
    if (relative(folder, target).startsWith('..')) throw new Error(`${found} would leave the folder`);
    const local = read(30, header);
    const start = header + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
    const packed = read(packedSize, start);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, method === 0 ? packed : inflateRawSync(packed), { mode: mode & 0o755 });
    unpacked += 1;
  }
  closeSync(file);
  return unpacked;
}
