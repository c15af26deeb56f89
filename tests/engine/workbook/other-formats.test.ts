import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as XLSX from '@e965/xlsx';
import officeCrypto from 'officecrypto-tool';
import { afterAll, describe, expect, it } from 'vitest';
import { openWorkbookBytes } from '../../../src/main/engine/workbook/open-file.ts';
import { sheetFacts } from '../../../src/main/engine/workbook/sheet-facts.ts';
import { extractZipMember, listZip } from '../../../src/main/engine/workbook/zip-members.ts';
import { lookOverSheet } from '../../../src/main/engine/workbook/xlsb-bounds.ts';
import { cellsOf, readBytes, refusalOf } from './read-all.ts';
import { xlsxOf } from './write-xlsx.ts';
import { zipOf } from './write-zip.ts';

function oldWorkbook(bookType: 'biff8' | 'biff5' | 'xlsb'): Buffer {
  const sheet: XLSX.WorkSheet = {
    '!ref': 'A1:G3',
    A1: { t: 's', v: 'Ward' },
    B1: { t: 'n', v: 0.07, z: '0%' },
    C1: { t: 'n', v: 45383, z: 'mmm-yy' },
    D1: { t: 'n', v: 45450.5, z: 'dd/mm/yyyy hh:mm' },
    E1: { t: 'e', v: 0x2a },
    F1: { t: 'b', v: true },
    G1: { t: 's', v: '00123' },
    A3: { t: 'n', v: 18713 },

    '!rows': [{}, {}, { hidden: true }],
    '!merges': [{ s: { r: 0, c: 0 }, e: { r: 1, c: 0 } }],
  };
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, sheet, 'Shown');
  XLSX.utils.book_append_sheet(book, { '!ref': 'A1', A1: { t: 'n', v: 1 } }, 'Kept back');
  book.Workbook = {
    Sheets: [
      { name: 'Shown', Hidden: 0 },
      { name: 'Kept back', Hidden: 1 },
    ],
  };
  return XLSX.write(book, { type: 'buffer', bookType }) as Buffer;
}

const EXPECTED = [
  {
    row: 1,
    cells: [
      'Ward',
      { kind: 'percent', value: 0.07 },
      { kind: 'day', day: '2024-04-01', time: null, monthOnly: true },
      { kind: 'day', day: '2024-06-07', time: '12:00:00', monthOnly: false },
      { kind: 'error', code: '#N/A' },
      true,
      '00123',
    ],
  },
  { row: 3, cells: [18713] },
];

describe('older and binary workbooks', () => {
  it.each([
    ['xls', 'biff8'],
    ['xls', 'biff5'],
    ['xlsb', 'xlsb'],
  ] as const)('.%s (%s) is read cell by cell', async (format, bookType) => {
    const bytes = oldWorkbook(bookType);
    const { rows, facts } = await readBytes(bytes);
    expect(rows).toEqual(EXPECTED);
    // the library that writes these files for the test does not write row records in .xls
    if (bookType === 'xlsb') expect(facts.hiddenRows).toEqual([3]);
    if (bookType !== 'biff5') expect(facts.merges).toEqual([{ top: 1, left: 0, bottom: 2, right: 0 }]);
    const book = await openWorkbookBytes('misnamed.csv', bytes);
    expect(book.format).toBe(format);
    expect(book.sheets.map(({ name }) => name)).toEqual(['Shown', 'Kept back']);
    if (bookType !== 'biff5') expect(book.sheets[1]?.state).toBe('hidden');
  });

  it('a damaged .xls or .xlsb is refused', async () => {
    expect(await refusalOf(oldWorkbook('biff8').subarray(0, 700))).toMatchObject({ kind: 'damaged' });
    expect(await refusalOf(oldWorkbook('xlsb').subarray(0, 2000))).toMatchObject({ kind: 'damaged' });
  });
});

describe('a binary workbook that would fill the memory', () => {
  it.each([
    ['a row beyond the last', [0, 4, 0, 0, 0x10, 0]],
    ['a column beyond the last', [1, 8, 0, 0x40, 0, 0, 0, 0, 0, 0]],
    ['columns without end', [60, 8, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0x7f]],
    ['a record without end', [0, 0xff, 0xff, 0xff, 0x7f]],
  ])('%s is refused', (_, record) => {
    expect(() => {
      lookOverSheet(Buffer.from(record));
    }).toThrow(/damaged/);
  });

  it('a container whose sectors run in a circle is refused', async () => {
    const bytes = oldWorkbook('biff8');
    const table = (bytes.readInt32LE(0x4c) + 1) * 512;
    const directory = bytes.readInt32LE(0x30);
    bytes.writeInt32LE(directory, table + directory * 4);
    expect(await refusalOf(bytes)).toMatchObject({
      kind: 'damaged',
      message: expect.stringContaining('circle') as string,
    });
  });
});

describe('password-protected workbooks', () => {
  const plain = xlsxOf({ sheets: ['<row><c><v>42</v></c></row>'] });
  it.each([['agile'], ['standard']])(
    '%s encryption: asks, refuses a wrong password, opens with the right one',
    async (type) => {
      const password = 'Pa55 wörd';
      const locked = officeCrypto.encrypt(plain, type === 'standard' ? { password, type } : { password });
      expect(await refusalOf(locked)).toMatchObject({
        kind: 'needs-password',
        message: expect.stringContaining('password-protected') as string,
      });
      const wrong = await refusalOf(locked, 'x.xlsx', { password: 'guess me' });
      expect(wrong.kind).toBe('wrong-password');
      expect(JSON.stringify([wrong.message, wrong.stack])).not.toContain('guess me');
      const { rows } = await readBytes(locked, 'x.xlsx', 0, { password });
      expect(rows).toEqual([{ row: 1, cells: [42] }]);
    },
  );
});

describe('a zip of several files', () => {
  const zip = zipOf([
    { name: 'June/crime.csv', text: 'Ward,Count\nAbbey,5\n' },
    {
      name: 'June/book.xlsx',
      bytes: xlsxOf({ sheets: ['<row><c><v>1</v></c></row>', '<row><c><v>2</v></c></row>'], names: ['One', 'Two'] }),
    },
    { name: '__MACOSX/June/._crime.csv', text: 'x' },
    { name: 'June/broken.xlsx', text: 'PK\x03\x04 no' },
    { name: 'June/logo.png', text: 'x' },
  ]);
  const folder = mkdtempSync(join(tmpdir(), 'zip-'));
  const path = join(folder, 'month.zip');
  writeFileSync(path, zip);
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('is one workbook with the sheets of all its files; what could not be read is said', async () => {
    const book = await openWorkbookBytes('month.zip', zip);
    expect(book.format).toBe('zip');
    expect(book.sheets.map(({ name }) => name)).toEqual([
      'June/crime.csv',
      'June/book.xlsx › One',
      'June/book.xlsx › Two',
    ]);
    expect(book.notes).toEqual([expect.stringMatching(/^June\/broken\.xlsx: This file is damaged/)]);
    expect((await readBytes(zip, 'month.zip', 2)).rows).toEqual([{ row: 1, cells: [2] }]);
    expect((await sheetFacts(path)).sheets.map(({ cells }) => cells)).toEqual([4, 1, 1]);
  });

  it('its files can be listed and taken out one by one', async () => {
    expect(listZip(path).map(({ name }) => name)).toEqual(['June/crime.csv', 'June/book.xlsx', 'June/broken.xlsx']);
    expect(await cellsOf(extractZipMember(path, 'June/crime.csv'), 'crime.csv')).toEqual([
      ['Ward', 'Count'],
      ['Abbey', '5'],
    ]);
  });

  it('within a zip is not opened, and a zip without figures says so', async () => {
    expect(await refusalOf(zipOf([{ name: 'inner.zip', bytes: zip }]))).toMatchObject({
      message: expect.stringContaining('another zip') as string,
    });
    expect(await refusalOf(zipOf([{ name: 'disguised.xlsx', bytes: zip }]))).toMatchObject({ kind: 'not-a-workbook' });
    expect(await refusalOf(zipOf([{ name: 'a.png', text: 'x' }]))).toMatchObject({ kind: 'not-a-workbook' });
  });
});
