import { LIMITS } from './limits.ts';
import { damaged } from './refusals.ts';

/** Record numbers of MS-XLSB 2.3.2. */
const ROW_HEADER = 0;
const FIRST_CELL = 1;
const LAST_CELL = 11;
const COLUMN_INFO = 60;

/** Refuses a binary sheet that names rows or columns beyond a sheet's edge: the library would make room for them. */
export function refuseBeyondEdge(sheet: Buffer): void {
  let at = 0;
  while (at < sheet.length) {
    const record = variable(sheet, at, 2);
    const length = variable(sheet, record.after, 4);
    const start = length.after;
    at = start + length.value;
    if (at > sheet.length) throw damaged('one of its sheets ends in the middle');
    const id = record.value;
    if (id === ROW_HEADER) check(sheet, start, length.value, LIMITS.rows);
    else if (id >= FIRST_CELL && id <= LAST_CELL) check(sheet, start, length.value, LIMITS.columns);
    else if (id === COLUMN_INFO) check(sheet, start + 4, length.value - 4, LIMITS.columns);
  }
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
