import { LIMITS } from './limits.ts';
import { damaged } from './refusals.ts';

/** Record numbers of MS-XLSB 2.3.2. */
const ROW_HEADER = 0;
const FIRST_CELL = 1;
const LAST_CELL = 11;
const COLUMN_INFO = 60;

const SHEET_OF_BOOK = 156;

interface BinaryRecord {
  readonly id: number;
  readonly start: number;
  readonly length: number;
}

/** The records of a binary part, one after another. */
function* recordsOf(part: Buffer): Generator<BinaryRecord> {
  let at = 0;
  while (at < part.length) {
    const record = variable(part, at, 2);
    const length = variable(part, record.after, 4);
    const start = length.after;
    at = start + length.value;
    if (at > part.length) throw damaged('one of its sheets ends in the middle');
    yield { id: record.value, start, length: length.value };
  }
}

/**
 * Refuses a binary sheet that names rows or columns beyond a sheet's edge, for which the library would make room; answers
 * the columns it hides, which the library tells only together with widths.
 */
export function lookOverSheet(sheet: Buffer): number[] {
  const hidden = new Set<number>();
  for (const { id, start, length } of recordsOf(sheet)) {
    if (id === ROW_HEADER) check(sheet, start, length, LIMITS.rows);
    else if (id >= FIRST_CELL && id <= LAST_CELL) check(sheet, start, length, LIMITS.columns);
    else if (id === COLUMN_INFO) {
      check(sheet, start + 4, length - 4, LIMITS.columns);
      const isHidden = length >= 18 && (sheet.readUInt16LE(start + 16) & 1) === 1;
      const last = isHidden ? sheet.readUInt32LE(start + 4) : -1;
      for (let column = sheet.readUInt32LE(start); column <= last; column++) hidden.add(column);
    }
  }
  return [...hidden].sort((a, b) => a - b);
}

/** The relationship of each sheet of a binary workbook, in the order of its sheets (BrtBundleSh, MS-XLSB 2.4.304). */
export function sheetRelationships(book: Buffer): string[] {
  const ids: string[] = [];
  for (const { id, start, length } of recordsOf(book)) {
    if (id !== SHEET_OF_BOOK || length < 12) continue;
    const letters = book.readUInt32LE(start + 8);
    ids.push(12 + letters * 2 > length ? '' : book.toString('utf16le', start + 12, start + 12 + letters * 2));
  }
  return ids;
}

function check(sheet: Buffer, at: number, length: number, limit: number): void {
  if (length < 4) throw damaged('one of its sheets cannot be read');
  if (sheet.readUInt32LE(at) >= limit) throw damaged('it has cells beyond the last row or column a sheet can have');
}

/** A number of up to `most` bytes, seven bits each, of which the last has its top bit clear. */
function variable(bytes: Buffer, start: number, most: number): { readonly value: number; readonly after: number } {
  let value = 0;
  for (let place = 0; place < most; place++) {
    const byte = bytes[start + place] ?? 0;
    value += (byte & 0x7f) * 2 ** (7 * place);
    if (byte < 0x80) return { value, after: start + place + 1 };
  }
  return { value, after: start + most };
}
