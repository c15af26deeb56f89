import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/core/intake/grid.ts';
import { ExcelDays } from '../../../src/main/engine/workbook/excel-day.ts';
import { openWorkbookBytes } from '../../../src/main/engine/workbook/open-file.ts';
import { readSharedStrings, SharedStrings } from '../../../src/main/engine/workbook/shared-strings.ts';
import { SheetScanner } from '../../../src/main/engine/workbook/sheet-scanner.ts';
import { cellsOf, readBytes } from './read-all.ts';
import { partsOf, xlsxOf } from './write-xlsx.ts';
import { zipOf } from './write-zip.ts';

const row = (cells: string, number = 1): string => `<row r="${String(number)}">${cells}</row>`;
const day = (iso: string, time: string | null = null, monthOnly = false) => ({
  kind: 'day',
  day: iso,
  time,
  monthOnly,
});

describe('the cells of an .xlsx', () => {
  it('numbers come out as the nearest double to what is stored', async () => {
    const stored = ['0.1', '0.30000000000000004', '1E+3', '-0.5', '123456789012345680', '1.5e-5', '18713', '-0', '007'];
    const sheet = row(stored.map((value) => `<c><v>${value}</v></c>`).join(''));
    expect(await cellsOf(xlsxOf({ sheets: [sheet] }))).toEqual([
      [0.1, 0.30000000000000004, 1000, -0.5, 123456789012345680, 0.000015, 18713, 0, 7],
    ]);
  });

  it('any number an extract may hold survives', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1, maxLength: 20 }),
        async (values) => {
          const sheet = row(values.map((value) => `<c><v>${String(value)}</v></c>`).join(''));
          const [cells] = await cellsOf(xlsxOf({ sheets: [sheet] }));
          expect(cells).toEqual(values.map((value) => (value === 0 ? 0 : value)));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('text comes from the shared table, from the cell itself and from rich runs, without phonetic readings', async () => {
    const shared =
      '<si><t>Abbey</t></si><si><t xml:space="preserve">  two  </t></si><si/>' +
      '<si><r><t>Bishop</t></r><r><rPr><b/></rPr><t>’s Hill</t></r><rPh sb="0" eb="1"><t>no</t></rPh></si><si><t><![CDATA[<a&b>]]></t></si>';
    const sheet = row(
      [0, 1, 2, 3, 4].map((at) => `<c t="s"><v>${String(at)}</v></c>`).join('') +
        '<c t="inlineStr"><is><t>Ynys-y-bŵl 😀</t></is></c><c t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c><c t="inlineStr"><is><t/></is></c>',
    );
    expect(await cellsOf(xlsxOf({ sheets: [sheet], shared }))).toEqual([
      ['Abbey', '  two  ', null, 'Bishop’s Hill', '<a&b>', 'Ynys-y-bŵl 😀', 'ab'],
    ]);
  });

  it('entities and escaped characters are put back, and text that looks like a formula stays text', async () => {
    const texts = [
      'Wards &amp; &quot;Beats&quot; &lt;x&gt;',
      'a_x000D_\nb',
      '_x005F_x0041_',
      '&#163;5 &#xA3;',
      '=1+1',
      '+44 1752',
      '00123',
      '1,234',
    ];
    const sheet = row(texts.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join(''));
    expect(await cellsOf(xlsxOf({ sheets: [sheet] }))).toEqual([
      ['Wards & "Beats" <x>', 'a\r\nb', '_x0041_', '£5 £', '=1+1', '+44 1752', '00123', '1,234'],
    ]);
  });

  it('a percentage is told from a number, and a day from a number, by the number format alone', async () => {
    const formats = [
      '0%',
      '0.0%;[Red]-0.0%',
      'dd/mm/yyyy',
      'mmm-yy',
      'dd/mm/yyyy hh:mm',
      '0.00" days"',
      '[h]:mm',
      '#,##0;"m";"d"',
      '[$-809]d mmmm yyyy',
      'mmm "year"',
    ];
    const values = [0.07, 0.125, 45450, 45383, 45450.430555555555, 3, 1.5, 5, 45450, 45383];
    const sheet = row(values.map((value, at) => `<c s="${String(at + 1)}"><v>${String(value)}</v></c>`).join(''));
    expect(await cellsOf(xlsxOf({ sheets: [sheet], formats }))).toEqual([
      [
        { kind: 'percent', value: 0.07 },
        { kind: 'percent', value: 0.125 },
        day('2024-06-07'),
        day('2024-04-01', null, true),
        day('2024-06-07', '10:20:00'),
        3,
        1.5,
        5,
        day('2024-06-07'),
        day('2024-04-01', null, true),
      ],
    ]);
  });

  it('days are right in the 1900 system, its false 29 February included, and in the 1904 system', async () => {
    const serials = [1, 59, 60, 61, 43831, 2958465, 43830.9999999, 0.5, -1, 2958466];
    const sheet = row(serials.map((serial) => `<c s="1"><v>${String(serial)}</v></c>`).join(''));
    const formats = ['yyyy-mm-dd'];
    expect(await cellsOf(xlsxOf({ sheets: [sheet], formats }))).toEqual([
      [
        ...['1900-01-01', '1900-02-28', '1900-02-29', '1900-03-01', '2020-01-01', '9999-12-31', '2020-01-01'].map(
          (iso) => day(iso),
        ),
        day('1899-12-31', '12:00:00'),
        -1,
        2958466,
      ],
    ]);
    const in1904 = row(
      '<c s="1"><v>0</v></c><c s="1"><v>43988</v></c><c t="d" s="1"><v>2021-01-01T10:10:10</v></c><c t="d"><v>2021-01-01</v></c>',
    );
    expect(await cellsOf(xlsxOf({ sheets: [in1904], formats, is1904: true }))).toEqual([
      [day('1904-01-01'), day('2024-06-07'), day('2021-01-01', '10:10:10'), day('2021-01-01')],
    ]);
  });

  it('a formula shows its stored result; without one it is unknown, never 0; an empty text is an empty text', async () => {
    const sheet = row(
      '<c><f>1+1</f><v>2</v></c><c><f>A1</f></c><c><f>B1</f><v></v></c><c t="str"><f>C1</f><v></v></c><c t="str"><f>D1</f><v/></c>' +
        '<c t="b"><f>E1</f><v>0</v></c><c t="e"><f>F1</f><v>#N/A</v></c><c><f t="shared" si="0"/><v>0</v></c><c t="str"><f>"a">"b"</f><v>x</v></c><c><v>9</v></c>',
    );
    const { rows } = await readBytes(xlsxOf({ sheets: [sheet] }));
    const unknown = { kind: 'no-result' };
    expect(rows).toEqual([
      {
        row: 1,
        cells: [2, unknown, unknown, '', '', false, { kind: 'error', code: '#N/A' }, 0, 'x', 9],
        formulas: [0, 1, 2, 3, 4, 5, 6, 7, 8],
      },
    ]);
  });

  it('cells find their column by name or by order; blank cells and empty rows are absent; gaps cost nothing', async () => {
    const sheet =
      '<row r="2" spans="1:3"><c r="C2" s="1"><v>1</v></c><c><v>2</v></c><c r="F2" s="0"/></row><row r="3"/><row r="4"><c r="A4"/></row>' +
      '<row r="1048576"><c r="XFD1048576"><v>3</v></c></row>';
    const { rows, facts } = await readBytes(xlsxOf({ sheets: [sheet] }));
    expect(rows[0]).toEqual({ row: 2, cells: [null, null, 1, 2] });
    expect(rows[1]?.row).toBe(1_048_576);
    expect(rows[1]?.cells.length).toBe(16_384);
    expect(facts).toMatchObject({ rows: 2, cells: 3 });
  });

  it('merges, hidden rows and hidden columns are told', async () => {
    const sheet =
      '<worksheet xmlns="x"><!-- <c><v>1</v></c> --><cols><col min="2" max="3" hidden="1"/><col min="5" max="5" hidden="true"/><col min="6" max="9"/></cols>' +
      '<sheetData><row hidden="1"><c><v>1</v></c></row><row><!-- & --><c><v>2</v></c></row></sheetData><mergeCells><mergeCell ref="A1:C2"/><mergeCell ref="E5"/></mergeCells></worksheet>';
    const { facts } = await readBytes(xlsxOf({ sheets: [sheet] }));
    expect(facts).toEqual({
      merges: [
        { top: 1, left: 0, bottom: 2, right: 2 },
        { top: 5, left: 4, bottom: 5, right: 4 },
      ],
      hiddenRows: [1],
      hiddenColumns: [1, 2, 4],
      rows: 2,
      cells: 2,
    });
  });

  it('sheets keep their names, their order and whether they are hidden', async () => {
    const book = await openWorkbookBytes(
      'x.xlsx',
      xlsxOf({
        sheets: ['', '', ''],
        names: ['Table P4  ', '__proto__', 'A & B'],
        states: ['visible', 'hidden', 'veryHidden'],
      }),
    );
    expect(book.sheets).toEqual([
      { name: 'Table P4  ', state: 'visible' },
      { name: '__proto__', state: 'hidden' },
      { name: 'A & B', state: 'very-hidden' },
    ]);
    expect(book.format).toBe('xlsx');
  });

  it('any namespace prefix, spaces and either quotation mark in tags are read', async () => {
    const sheet =
      "<?xml version='1.0'?><x:worksheet xmlns:x='m'><x:sheetData><x:row r = '1' ><x:c r = 'B1' t='str' ><x:v>a</x:v></x:c><x:c t=\"inlineStr\"><x:is><x:t>b</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>";
    expect(await cellsOf(xlsxOf({ sheets: [sheet] }))).toEqual([[null, 'a', 'b']]);
  });

  it('a strict workbook, whose parts go by other names and whose days are written out, reads the same', async () => {
    const sheet = row('<c t="s"><v>0</v></c><c s="1" t="d"><v>2018-04-30</v></c><c><v>7</v></c>');
    const strict = partsOf({ sheets: [sheet], shared: '<si><t>Ward</t></si>', formats: ['dd/mm/yyyy'] }).map(
      (part) => ({
        ...part,
        text: (part.text ?? '')
          .replaceAll(
            'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
            'http://purl.oclc.org/ooxml/spreadsheetml/main',
          )
          .replaceAll(
            'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
            'http://purl.oclc.org/ooxml/officeDocument/relationships',
          ),
      }),
    );
    expect(await cellsOf(zipOf(strict))).toEqual([['Ward', day('2018-04-30'), 7]]);
  });

  it('a part written in UTF-16 is read', async () => {
    const text =
      '\ufeff<?xml version="1.0" encoding="UTF-16"?><worksheet xmlns="m"><sheetData><row><c t="inlineStr"><is><t>ŵ</t></is></c></row></sheetData></worksheet>';
    const parts = [{ name: 'xl/worksheets/sheet1.xml', bytes: Buffer.from(text, 'utf16le') }];
    expect(await cellsOf(xlsxOf({ sheets: [''], parts }))).toEqual([['ŵ']]);
  });

  it('reading can be stopped after any row', async () => {
    const book = await openWorkbookBytes(
      'x.xlsx',
      xlsxOf({ sheets: [Array.from({ length: 50 }, (_, at) => row('<c><v>1</v></c>', at + 1)).join('')] }),
    );
    const seen: number[] = [];
    await book.readSheet(0, (found) => {
      seen.push(found.row);
      return found.row === 3 ? 'stop' : undefined;
    });
    expect(seen).toEqual([1, 2, 3]);
  });

  it('reading is cancelled by its signal', async () => {
    const book = await openWorkbookBytes('x.xlsx', xlsxOf({ sheets: [row('<c><v>1</v></c>')] }));
    await expect(book.readSheet(0, () => undefined, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      kind: 'cancelled',
    });
  });

  it('however the bytes arrive in pieces, the same rows come out', async () => {
    const shared =
      '<si><t>Abbey</t></si><si><r><t>a&amp;</t></r><rPh><t>no</t></rPh><r><t>ŵ</t></r></si><si/><si><t>x</t></si>';
    const sheet =
      '<?xml version="1.0"?><!-- c --><worksheet xmlns="m"><cols><col min="1" max="1" hidden="1"/></cols><sheetData>' +
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" s="1"><v>45450.5</v></c></row>' +
      '<row r="3" hidden="1"><c r="A3" t="inlineStr"><is><t>in &lt;line&gt;</t></is></c><c r="D3"><f>A&gt;1</f><v>-12.5</v></c><c t="inlineStr"><is><r><t>r</t></r></is></c></row>' +
      '</sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells></worksheet>';
    const read = async (sizes: readonly number[]): Promise<unknown> => {
      const table = await readSharedStrings(pieces(`<sst>${shared}</sst>`, sizes));
      const rows: Row[] = [];
      const scanner = new SheetScanner(
        { shared: table, styles: ['number', 'day'], days: new ExcelDays(false) },
        (found) => {
          rows.push(found);
        },
      );
      for await (const piece of pieces(sheet, sizes)) scanner.feed(piece);
      return { rows, facts: scanner.finish() };
    };
    const whole = await read([100_000]);
    expect(whole).toMatchObject({
      rows: [
        { cells: ['Abbey', 'a&ŵ', day('2024-06-07', '12:00:00')] },
        { cells: ['in <line>', null, null, -12.5, 'r'] },
      ],
    });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 8 }), async (sizes) => {
        expect(await read(sizes)).toEqual(whole);
      }),
    );
  });

  it('a shared text is decoded when it is asked for', () => {
    const table = new SharedStrings();
    const bytes = Buffer.from('a&amp;b');
    for (let count = 0; count < 10_000; count++) table.add(bytes, 0, bytes.length);
    expect([table.at(0), table.at(9_999)]).toEqual(['a&b', 'a&b']);
    expect(() => table.at(10_000)).toThrow('points to a text that is not there');
  });
});

// eslint-disable-next-line @typescript-eslint/require-await -- the readers take what arrives over time
async function* pieces(text: string, sizes: readonly number[]): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text);
  let at = 0;
  for (let turn = 0; at < bytes.length; turn++) {
    const size = sizes[turn % sizes.length] ?? 1;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}
