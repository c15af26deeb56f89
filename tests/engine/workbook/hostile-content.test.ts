import { describe, expect, it } from 'vitest';
import { openWorkbookBytes } from '../../../src/main/engine/workbook/open-file.ts';
import { sheetFacts } from '../../../src/main/engine/workbook/sheet-facts.ts';
import { temporaryFolder } from '../temporary-store.ts';
import { cellsOf, readBytes } from './read-all.ts';
import { partsOf, xlsxOf } from './write-xlsx.ts';
import { zipOf } from './write-zip.ts';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const MB = 1024 * 1024;
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';

describe('what a workbook carries beside its figures is left alone', () => {
  it('a link to another workbook: the stored result is read, and what it points to is not asked for', async () => {
    const target = 'file:///\\\\198.51.100.7\\share\\evil.xlsx';
    const book = xlsxOf({
      sheets: ['<row r="1"><c r="A1"><f>[1]Sheet1!A1</f><v>577</v></c><c r="B1"><f>[1]Sheet1!B1</f></c></row>'],
      parts: [
        { name: 'xl/externalLinks/externalLink1.xml', text: '<externalLink><externalBook r:id="r"/></externalLink>' },
        {
          name: 'xl/externalLinks/_rels/externalLink1.xml.rels',
          text: `<Relationships xmlns="${RELATIONS}"><Relationship Id="r" TargetMode="External" Target="${target}"/></Relationships>`,
        },
      ],
    });
    const { rows } = await readBytes(book);
    expect(rows).toEqual([{ row: 1, cells: [577, { kind: 'no-result' }], formulas: [0, 1] }]);
  });

  it('a command to another program (DDE), in a formula or as text, is a stored number or plain words', async () => {
    const words = "=cmd|'/C calc'!A0";
    const book = xlsxOf({
      sheets: [
        `<row r="1"><c r="A1"><f>cmd|'/C calc'!A0</f><v>3</v></c><c r="B1" t="str"><f>DDE("cmd";"/C calc";"a")</f><v>x</v></c>` +
          `<c r="C1" t="inlineStr"><is><t>${words}</t></is></c></row>`,
      ],
      parts: [
        {
          name: 'xl/externalLinks/externalLink1.xml',
          text: '<externalLink><ddeLink ddeService="cmd"/></externalLink>',
        },
      ],
    });
    expect(await cellsOf(book)).toEqual([[3, 'x', words]]);
  });

  it('macros, embedded programs and a query to a server are parts nobody opens', async () => {
    const parts = [
      { name: 'xl/vbaProject.bin', text: 'Auto_Open' },
      { name: 'xl/embeddings/oleObject1.bin', text: 'MZ' },
      {
        name: 'xl/connections.xml',
        text: '<connections><connection id="1" odcFile="http://198.51.100.7/x.odc"/></connections>',
      },
      { name: 'xl/ctrlProps/ctrlProp1.xml', text: '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>' },
    ];
    const bytes = zipOf([...partsOf({ sheets: ['<row r="1"><c r="A1"><v>1</v></c></row>'] }), ...parts]);
    const book = await openWorkbookBytes('July.xlsm', bytes);
    expect(book.sheets.map(({ name }) => name)).toEqual(['Sheet1']);
    book.close();
    expect(await cellsOf(bytes)).toEqual([[1]]);
  });

  it('markup and scripts in cells are the words they are', async () => {
    const words = '<img src=x onerror=alert(1)><script>alert(2)</script>';
    const text = words.replaceAll('<', '&lt;');
    expect(
      await cellsOf(xlsxOf({ sheets: [`<row r="1"><c r="A1" t="inlineStr"><is><t>${text}</t></is></c></row>`] })),
    ).toEqual([[words]]);
  });
});

describe('sizes that a workbook only claims', () => {
  it(
    'cost nothing: a whole sheet as its extent, its merges, its columns and its spans',
    { timeout: 30_000 },
    async () => {
      const path = join(temporaryFolder(), 'claims.xlsx');
      const sheet =
        '<worksheet><dimension ref="A1:XFD1048576"/><cols><col min="1" max="16384" width="9"/></cols><sheetData>' +
        '<row r="1" spans="1:16384"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row></sheetData>' +
        '<mergeCells count="1"><mergeCell ref="B2:XFC1048575"/></mergeCells></worksheet>';
      writeFileSync(path, xlsxOf({ sheets: [sheet] }));
      const [before, began] = [process.memoryUsage.rss(), performance.now()];
      const facts = await sheetFacts(path);
      expect(facts.sheets[0]).toMatchObject({ cells: 2, numbers: 2, sum: 3 });
      expect(performance.now() - began).toBeLessThan(10_000);
      expect((process.memoryUsage.rss() - before) / MB).toBeLessThan(200);
    },
  );
});
