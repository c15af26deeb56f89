import { read, write, type BookType } from '@e965/xlsx';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { SAMPLE } from '../month.ts';
import { zipOf, type Part } from '../workbook/write-zip.ts';
import { seeded, type Random } from './random.ts';

interface Base {
  readonly name: string;
  readonly bytes: Buffer;
}

const CORPUS = resolve(import.meta.dirname, '../../../../shared/corpus');
const MOST_BYTES = 60_000;
const OTHER_FORMATS: readonly BookType[] = ['ods', 'xlsb', 'biff8', 'biff5', 'csv'];

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile() && statSync(path).size <= MOST_BYTES)
    .sort();
}

/** The small files of the bundled month, in every format, and the hostile corpus where this clone has it beside it. */
export function basesOf(withCorpus: boolean): Base[] {
  const month = filesUnder(SAMPLE)
    .filter((path) => /\.(xlsx|xls|csv)$/.test(path))
    .map((path) => ({ name: basename(path), bytes: readFileSync(path) }));
  const others = month.slice(0, 4).flatMap(({ name, bytes }) =>
    OTHER_FORMATS.map((bookType) => ({
      name: `${name}.${bookType.startsWith('biff') ? 'xls' : bookType}`,
      bytes: Buffer.from(write(read(bytes), { type: 'buffer', bookType }) as Uint8Array),
    })),
  );
  const corpus =
    withCorpus && existsSync(CORPUS)
      ? filesUnder(CORPUS)
          .filter((path) => /\.(xlsx|xlsm|xlsb|xls|ods|csv|zip)$/i.test(path))
          .map((path) => ({ name: basename(path), bytes: readFileSync(path) }))
      : [];
  return [...month, ...others, ...corpus];
}

const NASTY = [
  '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>',
  '&#0;',
  '&#x10FFFF;',
  '\u202Efdp.exe\u202C',
  "=cmd|'/C calc'!A0",
  '<c r="XFD1048576"><v>1</v></c>',
  '<c r="A99999999999"><v>1e999</v></c>',
  '<row r="-1">',
  'spans="1:16384"',
  '<mergeCell ref="A1:XFD1048576"/>',
  'table:number-columns-repeated="2147483647"',
  'table:number-rows-repeated="2147483647"',
  '<v>NaN</v>',
  '<is><t xml:space="preserve">',
  ']]>',
  '../../../../etc/passwd',
  '9'.repeat(400),
  '"'.repeat(50),
];

type Change = (bytes: Buffer, random: Random, bases: readonly Base[]) => Buffer;

const flipBits: Change = (bytes, random) => {
  const found = Buffer.from(bytes);
  for (let times = 1 + random.below(12); times > 0 && found.length > 0; times--) {
    const at = random.below(found.length);
    found[at] = (found[at] ?? 0) ^ (1 << random.below(8));
  }
  return found;
};
const cutShort: Change = (bytes, random) => bytes.subarray(0, random.below(bytes.length + 1));
const fill: Change = (bytes, random) => {
  const found = Buffer.from(bytes);
  const at = random.below(found.length);
  return found.fill(random.pick([0, 0xff, 0x20, 0x3c]), at, Math.min(found.length, at + random.below(600)));
};
const repeatPart: Change = (bytes, random) => {
  const at = random.below(bytes.length);
  const part = bytes.subarray(at, at + 1 + random.below(400));
  const again = Array.from({ length: 1 + random.below(60) }, () => part);
  return Buffer.concat([bytes.subarray(0, at), ...again, bytes.subarray(at)]);
};
const takeOut: Change = (bytes, random) => {
  const at = random.below(bytes.length);
  return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + random.below(500))]);
};
const splice: Change = (bytes, random, bases) => {
  const other = random.pick(bases).bytes;
  return Buffer.concat([bytes.subarray(0, random.below(bytes.length)), other.subarray(random.below(other.length))]);
};
const putIn: Change = (bytes, random) => {
  const at = random.below(bytes.length);
  return Buffer.concat([bytes.subarray(0, at), Buffer.from(random.pick(NASTY)), bytes.subarray(at)]);
};
const wildNumber: Change = (bytes, random) => {
  const found = Buffer.from(bytes);
  if (found.length < 8) return found;
  const value = random.pick([0, 1, 0x7fffffff, 0xffffffff, 0x80000000, 0xffff]);
  for (let times = 1 + random.below(3); times > 0; times--) found.writeUInt32LE(value, random.below(found.length - 4));
  return found;
};

const CHANGES = [flipBits, cutShort, fill, repeatPart, takeOut, splice, putIn, wildNumber];

/** The parts of a sound zip; none when it is not one. */
function partsOf(zip: Buffer): Part[] {
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (end < 0) return [];
  const parts: Part[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [method, packed, nameBytes, extra, comment] = [10, 20, 28, 30, 32].map((field) =>
      field === 20 ? zip.readUInt32LE(at + field) : zip.readUInt16LE(at + field),
    ) as [number, number, number, number, number];
    const header = zip.readUInt32LE(at + 42);
    const from = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
    const bytes = zip.subarray(from, from + packed);
    parts.push({
      name: zip.toString('utf8', at + 46, at + 46 + nameBytes),
      bytes: method === 8 ? inflateRawSync(bytes) : bytes,
    });
    at += 46 + nameBytes + extra + comment;
  }
  return parts;
}

/** Changes one part of a workbook's zip and packs it again, so that the damage lies inside and not in the wrapping. */
function changeInside(bytes: Buffer, random: Random, bases: readonly Base[]): Buffer {
  let parts: Part[];
  try {
    parts = partsOf(bytes);
  } catch {
    return random.pick(CHANGES)(bytes, random, bases);
  }
  if (parts.length === 0) return random.pick(CHANGES)(bytes, random, bases);
  const chosen = random.below(parts.length);
  const kind = random.below(8);
  if (kind === 0) parts.splice(chosen, 1);
  else if (kind === 1) parts.push(...parts.slice(chosen, chosen + 1));
  else {
    parts = parts.map((part, at) => {
      const { bytes: inside } = part;
      if (at !== chosen || inside === undefined || inside.length === 0) return part;
      const changed = random.pick(CHANGES)(inside, random, bases);
      return { ...part, bytes: changed, ...(kind === 2 ? { saysBytes: random.pick([0, 10, 0xffffffff]) } : {}) };
    });
  }
  return zipOf(parts);
}

/** A workbook that nobody would send on purpose: the same for the same seed. */
export function mutant(seed: number, bases: readonly Base[]): Base {
  const random = seeded(seed);
  const base = random.pick(bases);
  let { bytes } = base;
  for (let times = 1 + random.below(3); times > 0 && bytes.length > 0; times--) {
    bytes = (random.next() < 0.6 ? changeInside : random.pick(CHANGES))(bytes, random, bases);
  }
  return { name: `${String(seed)}${extname(base.name)}`, bytes };
}
