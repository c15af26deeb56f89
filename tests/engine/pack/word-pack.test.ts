import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { numberInWords, signedPercent } from '../../../src/core/picture/number-in-words.ts';
import { draftParagraphs } from '../../../src/main/engine/pack/draft-paragraphs.ts';
import { BOARD_SECTIONS, type PackContent } from '../../../src/main/engine/pack/pack-content.ts';
import { wordPackBytes, writeWordPack } from '../../../src/main/engine/pack/write-docx.ts';
import { temporaryFolder } from '../temporary-store.ts';
import { julyPack } from './july-pack.ts';
import { cellsOf, fieldCodes, pieces, readParts, tableUnder, textOf } from './read-docx.ts';

let pack: PackContent;
let parts: Map<string, string>;
let document: string;
beforeAll(async () => {
  pack = await julyPack();
  parts = readParts(await wordPackBytes(pack));
  document = parts.get('word/document.xml') ?? '';
}, 60_000);

const styled = (style: string): string[] =>
  pieces(document, 'p')
    .filter((one) => one.includes(`<w:pStyle w:val="${style}"/>`))
    .map(textOf);

describe('the Board pack of July 2015 in Word', () => {
  it('prints every figure of tables B to H, row by row', () => {
    for (const table of pack.tables) {
      const rows = new Map(
        cellsOf(tableUnder(document, `${table.name}, ${table.year}`)).map(([label = '', ...cells]) => [label, cells]),
      );
      const years = Math.min(3, table.previousYears.length);
      const expected = (label: string, values: readonly string[]) => {
        expect([table.measure, label, rows.get(label)?.slice(years)]).toEqual([table.measure, label, values]);
      };
      const shown = (value: number | null) => numberInWords(value, table.decimals);
      expected(
        'Actual 2014/15',
        table.periods.map((row) => shown(row.lastYear)),
      );
      expected(
        'Actual 2015/16',
        table.periods.map((row) => shown(row.actual)),
      );
      expected(
        'Cumulative 2014/15',
        table.periods.map((row) => shown(row.lastYearCumulative)),
      );
      expected(
        'Cumulative 2015/16',
        table.periods.map((row) => shown(row.cumulative)),
      );
      expected(
        '% change, cumulative',
        table.periods.map((row) => signedPercent(row.cumulativeChangePercent)),
      );
      if (table.annualTarget !== null) {
        expected(
          'Target, cumulative (linear)',
          table.periods.map((row) => shown(row.targetLinear)),
        );
      }
      expect(rows.get('Actual 2014/15')?.slice(0, years)).toEqual(
        table.previousYears.slice(-3).map((one) => shown(one.value)),
      );
    }
  });

  it('prints table A: the gap, last year’s gap and the target of each month', () => {
    const { gap } = pack;
    const rows = new Map(
      cellsOf(tableUnder(document, 'the city, cumulative since April')).map(([label = '', ...cells]) => [label, cells]),
    );
    expect(rows.get('Gap 2015/16')).toEqual(['6.5', '12.6', '18.0', ...Array<string>(9).fill('')]);
    expect(rows.get('Gap 2014/15')).toEqual(gap?.periods.map((one) => numberInWords(one.lastYearGap, 1)));
    expect(rows.get('Target, cumulative (linear)')?.[2]).toBe('19.3');
    expect(rows.get('Crimes, city')?.slice(0, 3)).toEqual(['1,662', '3,368', '4,799']);
  });

  it('leaves an unknown month empty: no nought and no dash', () => {
    const asb = cellsOf(tableUnder(document, 'Reduce anti-social behaviour incidents, 2015/16'));
    const actual = asb.find(([label]) => label === 'Actual 2015/16') ?? [];
    expect(actual.slice(-9)).toEqual(Array<string>(9).fill(''));
  });

  it('reads exceptions first, then the group, the gap, the measures, the notes and the sources', () => {
    expect(styled('Heading1')).toEqual([
      '1. Exception items',
      '2. Current family group position',
      '3. Closing the gap',
      '4. Performance measures',
      '5. Data notes',
      'Appendix: where the figures come from',
    ]);
    expect(styled('Heading2').slice(0, 4)).toEqual([
      'Increase referrals to domestic abuse services',
      'Increase reporting of domestic violence (crimes and incidents)',
      'Reduce anti-social behaviour incidents',
      'Reduce serious acquisitive crime (monitoring levels only)',
    ]);
  });

  it('says each status in the Board’s words with its shape, and the drafted words under it', () => {
    const text = textOf(document);
    expect(text).toContain('◆ Area of significant concern');
    expect(text).toContain('▲ Some concerns about performance in this area');
    expect(text).toContain('a very slight increase: 4,799 crimes, 13 more than the 4,786');
    expect(text).toContain('the two should not be compared until the source has been asked');
    expect(text).not.toMatch(/reduction/i);
  });

  it('lists in its contents every heading with the page it is on', () => {
    const contents = /<w:sdt>.*?<\/w:sdt>/s.exec(document)?.[0] ?? '';
    const entries = pieces(contents, 'p').map(textOf);
    for (const heading of styled('Heading1')) {
      expect(entries.filter((entry) => entry.startsWith(heading) && /\d$/.test(entry))).toHaveLength(1);
    }
    expect(document).not.toContain('w:dirty="true"');
    expect(parts.get('word/settings.xml')).not.toContain('updateFields');
  });

  it('repeats the heads of every table on every page and tears no row in two', () => {
    const tables = pieces(document, 'tbl');
    expect(tables.length).toBeGreaterThan(12);
    for (const table of tables) {
      expect(pieces(table, 'tr')[0]).toContain('<w:tblHeader/>');
      expect(pieces(table, 'tr').every((row) => row.includes('<w:cantSplit/>'))).toBe(true);
    }
  });

  it('gives every picture the sentence of its chart', () => {
    const says = [...document.matchAll(/<wp:docPr [^>]*descr="([^"]*)"/g)].map(([, one]) => one ?? '');
    expect(says).toHaveLength(pack.pictures.length);
    expect(says.every((one) => one.length > 20)).toBe(true);
    expect(says.some((one) => one.includes('2,527 incidents in quarter one, 186 fewer than last year'))).toBe(true);
  });

  it('numbers its tables and figures in order', () => {
    const captions = styled('Caption');
    const numbers = (kind: string) =>
      captions.filter((one) => one.startsWith(kind)).map((one) => Number(/^\w+ (\d+)/.exec(one)?.[1]));
    expect(numbers('Table')).toEqual(numbers('Table').map((_, index) => index + 1));
    expect(numbers('Figure')).toEqual(pack.pictures.map((_, index) => index + 1));
  });

  it('carries the marking and «Page n of N» in the head and foot of every page', () => {
    const sections = document.match(/<w:sectPr/g)?.length ?? 0;
    const heads = [...parts].filter(([name]) => /^word\/header\d+\.xml$/.test(name));
    const feet = [...parts].filter(([name]) => /^word\/footer\d+\.xml$/.test(name));
    expect([heads.length, feet.length]).toEqual([sections, sections]);
    for (const [, xml] of [...heads, ...feet]) expect(textOf(xml)).toContain('OFFICIAL-SENSITIVE');
    for (const [, xml] of feet) {
      expect(textOf(xml)).toMatch(/Page .*of/);
      expect(fieldCodes(xml)).toEqual(['PAGE', 'NUMPAGES']);
    }
    expect(document).not.toContain('<w:titlePg/>');
  });

  it('lies across the page where the months need it, on A4', () => {
    const sizes = [...document.matchAll(/<w:pgSz [^>]*>/g)].map(([one]) => one);
    expect(sizes.some((one) => one.includes('landscape') && one.includes('w:w="16838"'))).toBe(true);
    expect(sizes.some((one) => !one.includes('landscape') && one.includes('w:w="11906"'))).toBe(true);
  });

  it('is in British English, set in Source Sans 3 that it brings along, with Calibri to fall back on', () => {
    expect(parts.get('word/styles.xml')).toContain('<w:lang w:val="en-GB"');
    expect(parts.get('word/fontTable.xml')).toContain('<w:altName w:val="Calibri"/>');
    expect([...parts.keys()].filter((name) => name.endsWith('.odttf'))).toHaveLength(2);
  });

  it('names the cells of its tables: file, sheet and block', () => {
    const rows = cellsOf(tableUnder(document, 'The cells that each table’s rows were read from'));
    expect(rows[1]).toEqual([
      'Reduce anti-social behaviour incidents',
      'Actual 2015/16',
      'Anti-social behaviour incidents to June 2015.xls',
      'ASB',
      'E4:G4',
    ]);
  });

  it('knows of nobody: its properties hold the title and Safer Workbench', () => {
    const core = parts.get('docProps/core.xml') ?? '';
    expect(core).toContain('<dc:title>Safer Plymouth: Performance report</dc:title>');
    expect(core).toContain('<dc:creator>Safer Workbench</dc:creator><cp:lastModifiedBy>Safer Workbench<');
    expect(core).toContain('>2015-07-10T09:30:00Z</dcterms:modified>');
  });
});

describe('words that come from workbooks', () => {
  const OWN_CODES = /^(PAGE|NUMPAGES|SEQ (Table|Figure)|TOC \\h \\o "1-2"|PAGEREF _\w+ \\h)$/;

  it('stay words: no field, no formula and no broken document, whatever they begin with', async () => {
    const hostile = '=cmd|calc!A1 { DDEAUTO c:\\\\x } <w:fldSimple w:instr="INCLUDETEXT"/>\u0001\u000B &amp; \uD800';
    const tables = pack.tables.map((table) => ({ ...table, name: `${hostile} ${table.measure}`, source: hostile }));
    const words = { ...pack, tables, marking: hostile, meeting: hostile, title: hostile };
    const found = readParts(await wordPackBytes({ ...words, paragraphs: draftParagraphs(words) }));
    const codes = [...found].filter(([name]) => name.endsWith('.xml')).flatMap(([, xml]) => fieldCodes(xml));
    expect(codes.length).toBeGreaterThan(10);
    for (const code of codes) expect(code.replaceAll('&quot;', '"')).toMatch(OWN_CODES);
    const xml = found.get('word/document.xml') ?? '';
    // eslint-disable-next-line no-control-regex -- exactly these may not be there
    expect(xml).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/);
    expect(textOf(xml)).toContain('=cmd|calc!A1 { DDEAUTO');
  }, 60_000);
});

describe('a pack as a file', () => {
  it('is the same file for the same content', async () => {
    const small = { ...pack, pictures: pack.pictures.slice(0, 2) };
    const [one, two] = [await wordPackBytes(small), await wordPackBytes(small)];
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true);
  }, 60_000);

  it('is written whole, and says nothing of a marking where there is none', async () => {
    const path = join(temporaryFolder(), 'pack.docx');
    await writeWordPack(path, { ...pack, marking: null, pictures: [], comparisons: [], gap: null });
    const found = readParts(await readFile(path));
    expect([...found.values()].join('')).not.toContain('OFFICIAL');
    expect(textOf(found.get('word/document.xml') ?? '')).toContain('There is no gap for these months yet.');
  }, 60_000);

  it('puts the officer’s own words in place of the draft, with the actions, and own sections where they are asked for', async () => {
    const own = {
      ...pack,
      pictures: [],
      sections: [
        ...BOARD_SECTIONS.slice(0, 1),
        { kind: 'words' as const, title: 'Finance and resources', paragraphs: ['These will be items on the agenda.'] },
        {
          kind: 'recommendations' as const,
          title: 'Key strategic recommendations 2014/15',
          rows: [{ recommendation: 'Endorse the Reducing Reoffending Group.', progress: null }],
        },
      ],
      paragraphs: pack.paragraphs.map((one) =>
        one.view === 'asb'
          ? {
              ...one,
              edited: 'June was quiet.\nWe will watch July.',
              actions: [
                { action: 'Ask the police about June', owner: 'Performance officer', due: '24 September 2015' },
              ],
            }
          : one,
      ),
    };
    const xml = readParts(await wordPackBytes(own)).get('word/document.xml') ?? '';
    const text = textOf(xml);
    expect(text).toContain('June was quiet.We will watch July.');
    expect(text).not.toContain('2,527 incidents, 186 fewer');
    expect(text).toContain('Action: Ask the police about June (Performance officer, by 24 September 2015)');
    expect(text).toContain('2. Finance and resources');
    expect(cellsOf(tableUnder(xml, 'Key strategic recommendations 2014/15'))[1]).toEqual([
      '1',
      'Endorse the Reducing Reoffending Group.',
      '',
    ]);
  }, 60_000);
});
