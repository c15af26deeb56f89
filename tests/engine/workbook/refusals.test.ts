import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openWorkbook } from '../../../src/main/engine/workbook/open-file.ts';
import { LIMITS } from '../../../src/main/engine/workbook/limits.ts';
import { checkReading } from '../../../src/main/engine/workbook/reading-watch.ts';
import { cellsOf, refusalOf } from './read-all.ts';
import { partsOf, xlsxOf, type WorkbookToWrite } from './write-xlsx.ts';
import { zipOf } from './write-zip.ts';

const one = '<row r="1"><c r="A1"><v>1</v></c></row>';
const simple: WorkbookToWrite = { sheets: [one] };
const sheetPart = 'xl/worksheets/sheet1.xml';
const inPart = (name: string, text: string): Buffer => xlsxOf({ ...simple, parts: [{ name, text }] });
const MB = 1024 * 1024;

describe('a file that is not read says why in a plain sentence', () => {
  const cases: readonly (readonly [string, Buffer, string, RegExp])[] = [
    ['an empty file', Buffer.alloc(0), 'not-a-workbook', /empty \(0 bytes\)/],
    ['a workbook cut short', xlsxOf(simple).subarray(0, 600), 'damaged', /cut short/],
    ['a web page', Buffer.from('<html><table><tr><td>1</td></tr></table>'), 'not-a-workbook', /web page/],
    ['a PDF', Buffer.from('%PDF-1.7 …'), 'not-a-workbook', /PDF/],
    ['other bytes', Buffer.from([0, 1, 2, 3, 0, 0, 9, 9, 0xff, 0, 3, 7]), 'not-a-workbook', /not a workbook/],
    [
      'a wrong checksum',
      xlsxOf({
        ...simple,
        parts: [{ name: sheetPart, text: `<worksheet><sheetData>${one}</sheetData></worksheet>`, crc: 1 }],
      }),
      'damaged',
      /checksum/,
    ],
    [
      'a size that is a lie',
      xlsxOf({
        ...simple,
        parts: [{ name: sheetPart, text: `<worksheet><sheetData>${one}</sheetData></worksheet>`, saysBytes: 5 }],
      }),
      'damaged',
      /checksum/,
    ],
    ['a sheet missing from the zip', xlsxOf({ ...simple, without: [sheetPart] }), 'damaged', /sheets is missing/],
    [
      'a sheet that ends in the middle',
      inPart(sheetPart, `<worksheet><sheetData>${one}`),
      'damaged',
      /ends in the middle/,
    ],
    [
      'a sheet whose end is missing',
      inPart(sheetPart, `<worksheet><sheetData>${one}</sheetData>`),
      'damaged',
      /ends in the middle/,
    ],
    ['a sheet that is something else', inPart(sheetPart, '<html><sheetData/></html>'), 'damaged', /not a worksheet/],
    [
      'a text that is not in the table',
      xlsxOf({ sheets: ['<row><c t="s"><v>2</v></c></row>'], shared: '<si><t>a</t></si>' }),
      'damaged',
      /text that is not there/,
    ],
    [
      'no table of texts',
      xlsxOf({ sheets: ['<row><c t="s"><v>0</v></c></row>'] }),
      'damaged',
      /text that is not there/,
    ],
    [
      'entities in a sheet',
      inPart(sheetPart, `<!DOCTYPE x [<!ENTITY a "b">]><worksheet><sheetData>${one}</sheetData></worksheet>`),
      'unsafe',
      /DOCTYPE/,
    ],
    ['entities in the styles', inPart('xl/styles.xml', '<!DOCTYPE x><styleSheet/>'), 'unsafe', /DOCTYPE/],
    [
      'entities in the texts',
      xlsxOf({ ...simple, parts: [{ name: 'xl/sharedStrings.xml', text: '<!DOCTYPE x><sst/>' }] }),
      'unsafe',
      /DOCTYPE/,
    ],
    ['a row beyond the last', xlsxOf({ sheets: ['<row r="1048577"><c><v>1</v></c></row>'] }), 'too-large', /1,048,576/],
    ['a column beyond the last', xlsxOf({ sheets: ['<row><c r="XFE1"><v>1</v></c></row>'] }), 'too-large', /16,384/],
    [
      'rows out of order',
      xlsxOf({ sheets: ['<row r="2"><c><v>1</v></c></row><row r="1"><c><v>1</v></c></row>'] }),
      'damaged',
      /not in order/,
    ],
    ['more than 1,000 sheets', xlsxOf({ sheets: new Array<string>(1_001).fill('') }), 'too-large', /1,000 sheets/],
    ['two parts of one name', zipOf([...partsOf(simple), ...partsOf(simple)]), 'damaged', /same name/],
    [
      'a part locked by the zip',
      zipOf(partsOf(simple).map((part) => ({ ...part, flags: 1 }))),
      'damaged',
      /zip password/,
    ],
    [
      'an Office file that is no workbook',
      inPart('xl/workbook.xml', '<document/>'),
      'not-a-workbook',
      /not a workbook/,
    ],
    [
      'a cell of five megabytes',
      xlsxOf({ sheets: [`<row><c t="str"><v>${'x'.repeat(5 * MB)}</v></c></row>`] }),
      'unsafe',
      /longer than a cell/,
    ],
  ];
  it.each(cases)('%s', async (_, bytes, kind, says) => {
    const refusal = await refusalOf(bytes, 'file.xlsx');
    expect(refusal.kind).toBe(kind);
    expect(refusal.message).toMatch(says);
    expect(refusal.message).toMatch(/^[A-Z].*\.$/);
  });

  it('a sheet of white space that unfolds a thousandfold', async () => {
    const started = performance.now();
    const bomb = `<worksheet><sheetData>${' '.repeat(64 * MB)}</sheetData></worksheet>`;
    expect(await refusalOf(inPart(sheetPart, bomb))).toMatchObject({ kind: 'unsafe' });
    const lying = xlsxOf({ ...simple, parts: [{ name: sheetPart, text: bomb, saysBytes: 1000 }] });
    expect(await refusalOf(lying)).toMatchObject({ kind: 'unsafe' });
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it('a file that takes more than ten minutes to read is stopped there', () => {
    const started = performance.now();
    expect(() => {
      checkReading(undefined, started + LIMITS.timeMs);
    }).not.toThrow();
    expect(() => {
      checkReading(undefined, started - 1);
    }).toThrow('Reading this file took more than ten minutes and was stopped. Ask for it in smaller pieces.');
    expect(LIMITS.timeMs).toBe(10 * 60 * 1000);
  });

  it('a small file may unfold well, as empty columns do', async () => {
    const sheet = Array.from({ length: 20_000 }, () => '<row><c><v>0</v></c><c><v>0</v></c></row>').join('');
    expect((await cellsOf(xlsxOf({ sheets: [sheet] }))).length).toBe(20_000);
  });

  it('names inside the zip are never paths on disc', async () => {
    const odd = [
      { name: '../../../../etc/passwd', text: 'x' },
      { name: 'C:\\windows\\x', text: 'y' },
    ];
    expect(await cellsOf(zipOf([...odd, ...partsOf(simple)]))).toEqual([[1]]);
  });

  it('a workbook whose zip has backslashes, other capitals or a leading slash is read', async () => {
    const renamed = partsOf(simple).map((part) => ({
      ...part,
      name: `/${part.name.replaceAll('/', '\\').toUpperCase()}`,
    }));
    expect(await cellsOf(zipOf(renamed))).toEqual([[1]]);
  });

  const folder = mkdtempSync(join(tmpdir(), 'workbook-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('a file of more than 256 MB is refused before it is read', async () => {
    const path = join(folder, 'large.csv');
    writeFileSync(path, 'a,b\n');
    truncateSync(path, 256 * MB + 1);
    await expect(openWorkbook(path)).rejects.toMatchObject({ kind: 'too-large' });
  });

  it('a file that is gone, and a folder, are refused', async () => {
    await expect(openWorkbook(join(folder, 'gone.xlsx'))).rejects.toMatchObject({ kind: 'not-a-workbook' });
    await expect(openWorkbook(folder)).rejects.toMatchObject({ kind: 'not-a-workbook' });
  });
});
