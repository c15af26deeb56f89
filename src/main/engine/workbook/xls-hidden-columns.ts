import * as XLSX from '@e965/xlsx';
import { LIMITS } from './limits.ts';
import type { OpenWorkbook } from './open-workbook.ts';

/** Record numbers of MS-XLS 2.3 (and of Excel 3 to 95, where they are the same). */
const BEGIN = [0x0009, 0x0209, 0x0409, 0x0809];
const END = 0x000a;
const COLUMNS = 0x007d;
const SHEET = 0x0085;
const WORKSHEET = 0x0010;

interface BiffRecord {
  readonly id: number;
  readonly start: number;
  readonly length: number;
}

/** A workbook as it was opened, with the hidden columns of each sheet, which the library does not tell. */
export function withHiddenColumns(book: OpenWorkbook, hidden: readonly (readonly number[])[]): OpenWorkbook {
  return {
    ...book,
    readSheet: async (index, ...rest) => {
      const facts = await book.readSheet(index, ...rest);
      return { ...facts, hiddenColumns: hidden[index] ?? facts.hiddenColumns };
    },
  };
}

interface Container {
  read(
    bytes: Buffer,
    options: { type: 'buffer' },
  ): { readonly FileIndex: readonly { readonly name: string; readonly content?: Uint8Array }[] };
}

/** The stream of an .xls: out of its container, or the file itself before Excel 5. */
function streamOf(bytes: Buffer): Buffer {
  if (bytes.length < 8 || bytes.readUInt32BE(0) !== 0xd0cf11e0) return bytes;
  const { FileIndex } = (XLSX.CFB as Container).read(bytes, { type: 'buffer' });
  const found = FileIndex.find(({ name }) => /^(?:workbook|book)$/i.test(name));
  return Buffer.from(found?.content ?? []);
}

/**
 * The hidden columns of each sheet of an Excel 3 to 97 file, in the order of its sheets. The library that reads these
 * files tells them only together with column widths, of which a damaged one never ends; here each record is stepped over
 * once, and what cannot be followed tells nothing.
 */
export function xlsHiddenColumns(bytes: Buffer): number[][] {
  const stream = streamOf(bytes);
  const starts = sheetStarts(stream);
  // Before Excel 5 a file is one sheet, from its beginning.
  return (starts.length === 0 ? [0] : starts).map((start) => hiddenFrom(stream, start));
}

function record(stream: Buffer, at: number): BiffRecord | null {
  if (at < 0 || at + 4 > stream.length) return null;
  const length = stream.readUInt16LE(at + 2);
  return at + 4 + length > stream.length ? null : { id: stream.readUInt16LE(at), start: at + 4, length };
}

/** Where each worksheet begins, as the workbook's own list of sheets says (BOUNDSHEET, MS-XLS 2.4.28). */
function sheetStarts(stream: Buffer): number[] {
  const starts: number[] = [];
  for (let at = 0; ;) {
    const one = record(stream, at);
    if (one === null || one.id === END || starts.length > LIMITS.sheets) return starts;
    if (one.id === SHEET && one.length >= 6) starts.push(stream.readUInt32LE(one.start));
    at = one.start + one.length;
  }
}

/** Hidden columns by COLINFO (MS-XLS 2.4.53) from a sheet's beginning to its end; charts within a sheet are passed by. */
function hiddenFrom(stream: Buffer, start: number): number[] {
  const first = record(stream, start);
  if (first === null || !BEGIN.includes(first.id)) return [];
  if (first.length >= 4 && stream.readUInt16LE(first.start + 2) !== WORKSHEET) return [];
  const hidden = new Set<number>();
  let depth = 0;
  for (let at = start; ;) {
    const one = record(stream, at);
    if (one === null) break;
    if (BEGIN.includes(one.id)) depth++;
    if (one.id === END && --depth === 0) break;
    if (one.id === COLUMNS && depth === 1 && one.length >= 10 && (stream.readUInt16LE(one.start + 8) & 1) === 1) {
      const last = Math.min(stream.readUInt16LE(one.start + 2), 255);
      for (let column = stream.readUInt16LE(one.start); column <= last; column++) hidden.add(column);
    }
    at = one.start + one.length;
  }
  return [...hidden].sort((a, b) => a - b);
}
