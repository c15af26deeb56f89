import fc from 'fast-check';
import * as XLSX from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { openWorkbookBytes } from '../../../src/main/engine/workbook/open-file.ts';
import { xlsHiddenColumns } from '../../../src/main/engine/workbook/xls-hidden-columns.ts';

/** A workbook of two sheets, of which the second hides columns B and D. */
function withHidden(bookType: 'biff8' | 'xlsb'): Buffer {
  const sheet = XLSX.utils.aoa_to_sheet([
    ['Ward', 'Working', 'Crimes', 'Spare'],
    ['Drake', 1, 2, 3],
  ]);
  sheet['!cols'] = [{}, { hidden: true }, {}, { hidden: true }];
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([[1, 2]]), 'Open');
  XLSX.utils.book_append_sheet(book, sheet, 'Half hidden');
  return XLSX.write(book, { type: 'buffer', bookType }) as Buffer;
}

/** One record of an old workbook: its number, its length, its bytes. */
function record(id: number, ...words: number[]): Buffer {
  const bytes = Buffer.alloc(4 + words.length * 2);
  bytes.writeUInt16LE(id, 0);
  bytes.writeUInt16LE(words.length * 2, 2);
  words.forEach((word, at) => bytes.writeUInt16LE(word, 4 + at * 2));
  return bytes;
}

describe('hidden columns of an .xls or .xlsb', () => {
  it.each(['biff8', 'xlsb'] as const)('are told for the sheet that hides them, and for no other (%s)', async (type) => {
    const book = await openWorkbookBytes('half hidden', withHidden(type));
    const facts = await Promise.all([0, 1].map((index) => book.readSheet(index, () => undefined)));
    expect(facts.map(({ hiddenColumns }) => hiddenColumns)).toEqual([[], [1, 3]]);
    book.close();
  });

  it('are told of an Excel 4 file, which is one sheet without a container, and not of a chart within it', () => {
    const begin = (kind: number) => record(0x0409, 0, kind, 0);
    const columns = (first: number, last: number, hidden: boolean) =>
      record(0x007d, first, last, 2304, 15, hidden ? 1 : 0);
    const end = record(0x000a);
    const stream = Buffer.concat([
      begin(0x10),
      columns(0, 0, false),
      columns(2, 4, true),
      begin(0x20),
      columns(7, 7, true),
      end,
      columns(6, 6, true),
      end,
      columns(9, 9, true),
    ]);
    expect(xlsHiddenColumns(stream)).toEqual([[2, 3, 4, 6]]);
  });

  it('are not guessed of a file that is cut short or spoilt, and never keep the reader busy', () => {
    const whole = withHidden('biff8');
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 }), fc.boolean(), (at, byte, cut) => {
        const spoilt = cut ? whole.subarray(0, at) : Buffer.from(whole);
        if (!cut) spoilt[at] = byte;
        let found: number[][] = [];
        try {
          found = xlsHiddenColumns(spoilt);
        } catch {
          // The container itself may be unreadable: the library has refused such a file before this is asked.
        }
        expect(found.flat().every((column) => column >= 0 && column < 256)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
