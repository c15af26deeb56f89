import * as XLSX from '@e965/xlsx';
import { describe, expect, it, onTestFinished } from 'vitest';
import { LIMITS } from '../../../src/main/engine/workbook/limits.ts';
import { legacyMs } from '../../../src/main/engine/workbook/open-legacy.ts';
import { OutOfTime, withinTime } from '../../../src/main/engine/workbook/within-time.ts';
import { cellsOf, refusalOf } from './read-all.ts';

const MB = 1024 * 1024;

describe('work that must end', () => {
  it('is ended where it stands when it goes round for ever, also where it catches every error', () => {
    const began = performance.now();
    const forEver = (): never => {
      for (;;) {
        try {
          for (;;);
        } catch {
          // a library's own «whatever happens, go on»
        }
      }
    };
    expect(() => withinTime(50, forEver)).toThrow(OutOfTime);
    expect(performance.now() - began).toBeLessThan(10_000);
  });

  it('is done as it would be without a watch: same values, same errors, and again after one was ended', () => {
    expect(() => withinTime(20, () => { for (;;); })).toThrow(OutOfTime); // prettier-ignore
    const found = withinTime(60_000, () => ({ list: [1], at: new Date(0), bytes: Buffer.from('a') }));
    expect(found.list).toBeInstanceOf(Array);
    expect(found.at).toBeInstanceOf(Date);
    expect(found.bytes).toBeInstanceOf(Buffer);
    const own = new RangeError('of its own');
    const failing = (): never => {
      throw own;
    };
    expect(() => withinTime(60_000, failing)).toThrow(own);
  });
});

/** An .xls whose one number is marked as a formula, without any: SheetJS then looks for the formula’s end for ever. */
function endless(): Buffer {
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([[0.5]]), 'July');
  const bytes = XLSX.write(book, { type: 'buffer', bookType: 'biff8' }) as Buffer;
  const number = bytes.indexOf(Buffer.from([0x03, 0x02, 0x0e, 0x00]));
  if (number < 0) throw new Error('no number to spoil');
  bytes.writeUInt16LE(0x06, number);
  return bytes;
}

/** The time a small file may take, shortened until the test is over. */
function hurried(milliseconds: number): void {
  const limits = LIMITS as { legacyMs: number };
  const before = limits.legacyMs;
  limits.legacyMs = milliseconds;
  onTestFinished(() => {
    limits.legacyMs = before;
  });
}

describe('an .xls that sends its reader round in circles', () => {
  it('is refused in a plain sentence, and the next workbook is read as ever', async () => {
    hurried(1_000);
    const refusal = await refusalOf(endless(), 'July.xls');
    expect(refusal.kind).toBe('damaged');
    expect(refusal.message).toBe(
      'This file is damaged: reading it does not come to an end. Ask for the file again, or open it in Excel, ' +
        'save it as a new .xlsx and try that.',
    );
    hurried(30_000);
    const book = XLSX.utils.book_new();
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([['Ward', 577]]), 'July');
    const sound = XLSX.write(book, { type: 'buffer', bookType: 'biff8' }) as Buffer;
    expect(await cellsOf(sound, 'July.xls')).toEqual([['Ward', 577]]);
  });

  it('has longer the larger it is, and never more than any file', () => {
    expect(legacyMs(0)).toBe(20_000);
    expect(legacyMs(8 * MB)).toBe(60_000);
    expect(legacyMs(256 * MB)).toBe(LIMITS.timeMs);
  });
});
