import { describe, expect, it } from 'vitest';
import { openWorkbookBytes } from '../../../src/main/engine/workbook/open-file.ts';
import { cellsOf, readBytes, refusalOf } from './read-all.ts';
import { zipOf } from './write-zip.ts';

const STYLES =
  '<number:date-style style:name="N1"><number:month/><number:year/></number:date-style>' +
  '<number:date-style style:name="N2"><number:day/><number:month/><number:year/></number:date-style>' +
  '<style:style style:name="month" style:family="table-cell" style:data-style-name="N1"/><style:style style:name="child" style:parent-style-name="month"/>' +
  '<style:style style:name="day" style:data-style-name="N2"/><style:style style:name="out"><style:table-properties table:display="false"/></style:style>';

const odsOf = (tables: string, manifest = '<manifest:manifest/>'): Buffer =>
  zipOf([
    { name: 'mimetype', text: 'application/vnd.oasis.opendocument.spreadsheet', stored: true },
    {
      name: 'content.xml',
      text: `<?xml version="1.0"?><office:document-content><office:automatic-styles>${STYLES}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
    },
    { name: 'META-INF/manifest.xml', text: manifest },
  ]);

const table = (rows: string, attributes = 'table:name="T"'): string =>
  `<table:table ${attributes}>${rows}</table:table>`;
const row = (cells: string, attributes = ''): string => `<table:table-row ${attributes}>${cells}</table:table-row>`;
const cell = (attributes: string, text?: string): string =>
  text === undefined
    ? `<table:table-cell ${attributes}/>`
    : `<table:table-cell ${attributes}><text:p>${text}</text:p></table:table-cell>`;

describe('an .ods', () => {
  it('gives each kind of cell as what it is', async () => {
    const cells = [
      cell('office:value-type="float" office:value="1234.5"', '1,234.5'),
      cell('office:value-type="percentage" office:value="0.07"', '7%'),
      cell('office:value-type="date" office:date-value="2015-04-30" table:style-name="day"', '30/04/15'),
      cell('office:value-type="date" office:date-value="2015-04-01T00:00:00" table:style-name="child"', 'Apr-15'),
      cell('office:value-type="time" office:time-value="PT10H20M00S"', '10:20'),
      cell('office:value-type="boolean" office:boolean-value="true"', 'TRUE'),
      cell('office:value-type="string"', 'a &amp;<text:s text:c="3"/>b<text:line-break/>c'),
      cell('office:value-type="string" table:formula="of:=1"', ''),
      cell('table:formula="of:=1"'),
      cell('office:value-type="float" office:value="0" table:formula="of:=NA()"', '#N/A'),
      cell(
        'office:value-type="string" office:string-value="" table:formula="of:=1/0" calcext:value-type="error"',
        '#DIV/0!',
      ),
      '<table:table-cell office:value-type="string"><office:annotation><text:p>a comment</text:p></office:annotation><text:p>one</text:p><text:p>two</text:p></table:table-cell>',
    ];
    const { rows } = await readBytes(odsOf(table(row(cells.join('')))));
    expect(rows).toEqual([
      {
        row: 1,
        cells: [
          1234.5,
          { kind: 'percent', value: 0.07 },
          { kind: 'day', day: '2015-04-30', time: null, monthOnly: false },
          { kind: 'day', day: '2015-04-01', time: null, monthOnly: true },
          { kind: 'day', day: '1899-12-31', time: '10:20:00', monthOnly: false },
          true,
          'a &   b\nc',
          '',
          { kind: 'no-result' },
          { kind: 'error', code: '#N/A' },
          { kind: 'error', code: '#DIV/0!' },
          'one\ntwo',
        ],
        formulas: [7, 8, 9, 10],
      },
    ]);
  });

  it('tells merges, hidden columns, hidden rows and hidden sheets, and passes over a million repeated blanks', async () => {
    const content =
      '<table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/>' +
      '<table:table-header-rows>' +
      row(
        `${cell('table:number-columns-spanned="2" table:number-rows-spanned="3" office:value-type="string"', 'h')}<table:covered-table-cell/>${cell('table:number-columns-repeated="16382"')}`,
      ) +
      '</table:table-header-rows>' +
      row(cell('table:number-columns-repeated="16384"'), 'table:number-rows-repeated="7"') +
      row(
        cell('office:value-type="float" office:value="2" table:number-columns-repeated="2"', '2'),
        'table:number-rows-repeated="2" table:visibility="filter"',
      ) +
      row(cell('table:number-columns-repeated="16384"'), 'table:number-rows-repeated="1048566"');
    const bytes = odsOf(table(content) + table(row(cell('')), 'table:name="Hidden" table:style-name="out"'));
    const { rows, facts } = await readBytes(bytes);
    expect(rows).toEqual([
      { row: 1, cells: ['h'] },
      { row: 9, cells: [2, 2] },
      { row: 10, cells: [2, 2] },
    ]);
    expect(facts).toEqual({
      merges: [{ top: 1, left: 0, bottom: 3, right: 1 }],
      hiddenRows: [9, 10],
      hiddenColumns: [2],
      rows: 3,
      cells: 5,
    });
    expect((await openWorkbookBytes('x', bytes)).sheets).toEqual([
      { name: 'T', state: 'visible' },
      { name: 'Hidden', state: 'hidden' },
    ]);
  });

  it('does not take kept changes, links or tables within cells for sheets', async () => {
    const bytes = odsOf(
      `<table:tracked-changes>${table('')}</table:tracked-changes>${table(row(`<table:table-cell><text:p>a</text:p>${table(row(cell('', 'b')))}</table:table-cell>${cell('', 'c')}`))}<table:dde-links>${table('')}</table:dde-links>`,
    );
    expect((await openWorkbookBytes('x', bytes)).sheets).toHaveLength(1);
    expect(await cellsOf(bytes)).toEqual([['a', 'c']]);
  });

  it.each([
    ['columns', row(cell('office:value-type="float" office:value="1" table:number-columns-repeated="999999999"', '1'))],
    [
      'rows',
      row(
        cell('office:value-type="float" office:value="1" table:number-columns-repeated="9999"', '1'),
        'table:number-rows-repeated="1000000"',
      ),
    ],
    ['rows beyond the last', row(cell(''), 'table:number-rows-repeated="999999999"') + row(cell('', 'x'))],
  ])('a few bytes that ask for millions of %s are refused', async (_, rows) => {
    expect(['unsafe', 'too-large']).toContain((await refusalOf(odsOf(table(rows)))).kind);
  });

  it('that is password-protected, is no spreadsheet or ends in the middle is refused plainly', async () => {
    expect(await refusalOf(odsOf(table(''), '<m><manifest:encryption-data/></m>'))).toMatchObject({
      kind: 'not-a-workbook',
      message: expect.stringContaining('password-protected') as string,
    });
    expect(await refusalOf(odsOf('<table:table table:name="T">'))).toMatchObject({ kind: 'damaged' });
    const text = zipOf([
      { name: 'mimetype', text: 'x' },
      { name: 'content.xml', text: '<office:text/>' },
    ]);
    expect(await refusalOf(text)).toMatchObject({ kind: 'not-a-workbook' });
  });
});
