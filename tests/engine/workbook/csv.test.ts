import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { openWorkbookBytes } from '../../../src/main/engine/workbook/open-file.ts';
import { cellsOf, readBytes, refusalOf } from './read-all.ts';

const text = (content: string): Buffer => Buffer.from(content);
const TABLE = [
  ['Ward', 'Café £', '“quoted” – dash'],
  ['Ynys', '1,234', '5%'],
];
const COMMAS = 'Ward,Café £,“quoted” – dash\r\nYnys,"1,234",5%\r\n';

/** Windows-1252 as Excel on Windows saves «CSV». */
function windows1252(content: string): Buffer {
  const special: Readonly<Record<string, number>> = { '“': 0x93, '”': 0x94, '–': 0x96, '€': 0x80 };
  return Buffer.from(Array.from(content, (sign) => special[sign] ?? sign.charCodeAt(0)));
}

function utf32(content: string, isLittleEndian: boolean): Buffer {
  const signs = Array.from(content);
  const bytes = Buffer.alloc(signs.length * 4);
  for (const [at, sign] of signs.entries()) {
    const code = sign.codePointAt(0) ?? 0;
    if (isLittleEndian) bytes.writeUInt32LE(code, at * 4);
    else bytes.writeUInt32BE(code, at * 4);
  }
  return bytes;
}

describe('text files', () => {
  it.each([
    ['UTF-8', text(COMMAS), []],
    ['UTF-8 with a mark', text(`\ufeff${COMMAS}`), []],
    ['Windows-1252', windows1252(COMMAS), ['The text was read as Windows-1252.']],
    ['UTF-16 LE with a mark', Buffer.from(`\ufeff${COMMAS}`, 'utf16le'), ['The text was read as UTF-16.']],
    ['UTF-16 LE without', Buffer.from(COMMAS, 'utf16le'), ['The text was read as UTF-16.']],
    ['UTF-16 BE without', Buffer.from(COMMAS, 'utf16le').swap16(), ['The text was read as UTF-16.']],
    ['UTF-32 LE', utf32(COMMAS, true), ['The text was read as UTF-32.']],
    ['UTF-32 BE', utf32(COMMAS, false), ['The text was read as UTF-32.']],
  ])('%s is told by its bytes', async (_, bytes, notes) => {
    expect(await cellsOf(bytes, 'a.csv')).toEqual(TABLE);
    const book = await openWorkbookBytes('a.csv', bytes);
    expect(book.notes).toEqual(notes);
    expect(book).toMatchObject({ format: 'csv', sheets: [{ name: 'a', state: 'visible' }] });
  });

  it.each([
    [
      'semicolons',
      'a;b;c\n1,5;2,5;x\n"y;z";3,0;\n',
      [
        ['a', 'b', 'c'],
        ['1,5', '2,5', 'x'],
        ['y;z', '3,0'],
      ],
    ],
    [
      'tabs',
      'a\tb\n1, 2\t3\n',
      [
        ['a', 'b'],
        ['1, 2', '3'],
      ],
    ],
    [
      'bars',
      'a|b\nc, d|e\n',
      [
        ['a', 'b'],
        ['c, d', 'e'],
      ],
    ],
    ['a sep= line', 'sep=;\r\na,b;c\r\n', [['a,b', 'c']]],
    ['one column', 'a\nb\n', [['a'], ['b']]],
    [
      'titles before the table',
      'Recorded crime, by area\n\nArea,Count\nAbbey,1\nCastle,2\n',
      [
        ['Recorded crime', ' by area'],
        ['Area', 'Count'],
        ['Abbey', '1'],
        ['Castle', '2'],
      ],
    ],
  ])('%s divide the cells', async (_, content, expected) => {
    expect(await cellsOf(text(content))).toEqual(expected);
  });

  it('quotation marks and line breaks inside cells stay, every cell is text, empty cells and rows are absent', async () => {
    const { rows, facts } = await readBytes(text('"Line\r\nbreak","say ""hi""",007\r\n,,\r\n\r\n"25,767 ",,=1+1\r\n'));
    expect(rows).toEqual([
      { row: 1, cells: ['Line\nbreak', 'say "hi"', '007'] },
      { row: 4, cells: ['25,767 ', null, '=1+1'] },
    ]);
    expect(facts).toMatchObject({ rows: 2, cells: 5 });
  });

  it.each([
    ['Windows', '\r\n'],
    ['Unix', '\n'],
    ['old Macintosh', '\r'],
  ])('%s line ends are read', async (_, end) => {
    expect(await cellsOf(text(['a,b', '"c",d', ''].join(end)))).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  it('a long file is read the same as in one piece, whatever stands at the joins', async () => {
    const rows = Array.from({ length: 60_000 }, (_, at) => [
      `42/${String(at)}`,
      at % 7 === 0 ? 'multi\nline, "q"' : 'Ynys-y-bŵl',
      'é'.repeat(at % 40),
      'x',
    ]);
    const content = Papa.unparse(rows, { newline: '\r\n' });
    expect(content.length).toBeGreaterThan(2 * 1024 * 1024);
    const found = await cellsOf(text(content));
    expect(found).toEqual(rows.map((row) => row.map((cell) => (cell === '' ? null : cell))));
  });

  it('whatever Excel can write in a cell comes back', async () => {
    const cell = fc.string({ maxLength: 12 }).map((value) => value.replaceAll('\0', '').replace(/\r\n?/g, '\n'));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 10 }), async (rows) => {
        const written = [['Area', 'Month', 'Count'], ...rows];
        const content = `sep=,\n${Papa.unparse(written, { newline: '\r\n', quotes: true })}\r\n`;
        const found = await readBytes(text(content));
        const back = written.map(() => ['', '', '']);
        for (const { row, cells } of found.rows) {
          for (const [column, value] of cells.entries())
            (back[row - 1] ?? [])[column] = typeof value === 'string' ? value : '';
        }
        expect(back).toEqual(written);
      }),
      { numRuns: 60 },
    );
  });

  it('a quotation mark that is never closed is said, with the row', async () => {
    const content = `a,b\nc,d\n"open,${'x,y\n'.repeat(3_000_000)}`;
    expect(await refusalOf(text(content))).toMatchObject({
      kind: 'damaged',
      message: expect.stringContaining('after row 2') as string,
    });
  });

  it('text under a workbook’s name is refused, text named .xls is read and says so', async () => {
    expect(await refusalOf(text('a,b\n'), 'a.xlsx')).toMatchObject({ kind: 'not-a-workbook' });
    const book = await openWorkbookBytes('a.xls', text('a\tb\n1\t2\n'));
    expect(book.notes[0]).toContain('named .xls but holds text');
  });
});
