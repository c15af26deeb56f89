import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReportContent } from '../../../src/main/engine/report/report-content.ts';
import { reportBytes, writeReport } from '../../../src/main/engine/report/write-report.ts';
import { julyContent } from './july-content.ts';
import { readBack, type Cell, type ReadBack } from './read-back.ts';

let content: ReportContent;
let book: ReadBack;
let bytes: Uint8Array;

beforeAll(async () => {
  content = await julyContent();
  ({ bytes } = await reportBytes(content));
  book = readBack(bytes);
});

const rest = (count: number): null[] => Array.from({ length: count }, () => null);
const rounded = (cells: Cell[], decimals = 0): Cell[] =>
  cells.map((cell) => (typeof cell === 'number' ? Number(cell.toFixed(decimals)) : cell));
const percents = (cells: Cell[]): Cell[] =>
  cells.map((cell) => (typeof cell === 'number' ? Math.round(cell * 100) : cell));

// The tables as printed on 23 July 2015; where the paper is wrong, the recomputed figure and what was printed.
describe('the board workbook of July 2015', () => {
  it('A, the gap: 6.9 to 77.4 last year and 6.5, 12.6, 18.0 this year', () => {
    expect(rounded(book.row('The gap', 'Gap 2014/15'), 1)).toEqual([
      6.9, 13.5, 19.6, 26.4, 32.5, 39.3, 45.8, 52.2, 58.4, 64.2, 70.6, 77.4,
    ]);
    expect(rounded(book.row('The gap', 'Gap 2015/16'), 1)).toEqual([6.5, 12.6, 18.0, ...rest(9)]);
    expect(rounded(book.row('The gap', 'Target, cumulative (linear)'), 1).slice(0, 3)).toEqual([6.4, 12.9, 19.3]);
  });

  it('B, all crime: 18,713, 18,953 and 18,822 whole, 4,786 and 4,799 at June, and nothing carried forward', () => {
    const sheet = 'All crime';
    expect(book.row(sheet, 'Actual 2014/15').slice(0, 3)).toEqual([18713, 18953, 18822]);
    expect(book.row(sheet, 'Cumulative 2014/15', 4)).toEqual([
      1612, 3158, 4786, 6369, 7876, 9425, 10991, 12545, 14163, 15649, 17142, 18822,
    ]);
    expect(book.row(sheet, 'Cumulative 2015/16', 4)).toEqual([1662, 3368, 4799, ...rest(9)]); // printed: 4799 to March
    expect(percents(book.row(sheet, '% change, cumulative', 4))).toEqual([3, 7, 0, ...rest(9)]);
  });

  it('C, domestic abuse: 542 to 6,587 last year, 556, 572, 504 now, target 549 to 6,588', () => {
    const sheet = 'Domestic abuse';
    expect(book.row(sheet, 'Actual 2014/15')).toEqual([
      7103, 6587, 542, 572, 625, 662, 564, 528, 519, 544, 587, 480, 488, 476,
    ]);
    expect(book.row(sheet, 'Actual 2015/16', 3)).toEqual([556, 572, 504, ...rest(9)]);
    expect(book.row(sheet, 'Cumulative 2014/15', 3)).toEqual([
      542, 1114, 1739, 2401, 2965, 3493, 4012, 4556, 5143, 5623, 6111, 6587,
    ]);
    expect(book.row(sheet, 'Cumulative 2015/16', 3)).toEqual([556, 1128, 1632, ...rest(9)]);
    expect(book.row(sheet, 'Target, cumulative (linear)', 3)).toEqual([
      549, 1098, 1647, 2196, 2745, 3294, 3843, 4392, 4941, 5490, 6039, 6588,
    ]);
    expect(percents(book.row(sheet, '% change, cumulative', 3))).toEqual([3, 1, -6, ...rest(9)]); // printed: −100% to March
    expect(percents(book.row(sheet, '% change, month alone', 3)).slice(0, 3)).toEqual([3, 0, -19]);
  });

  it('D, referrals: four quarters last year, 525 now, and −16.5% where the paper printed −104', () => {
    const sheet = 'Domestic abuse referrals';
    expect(book.row(sheet, 'Actual 2014/15', 2)).toEqual([629, 727, 760, 549]);
    expect(book.row(sheet, 'Actual 2015/16', 2)).toEqual([525, ...rest(3)]);
    expect(book.row(sheet, 'Cumulative 2014/15', 2)).toEqual([629, 1356, 2116, 2665]);
    expect(book.row(sheet, 'Target, cumulative (linear)', 2)).toEqual([666.5, 1333, 1999.5, 2666]); // printed: 667, 1334, 2001
    expect(book.row(sheet, '% change, cumulative', 2)[0]).toBeCloseTo(-0.1653, 4);
  });

  it('E, DASH training: 15, 15, 15, 13 and 58, with the cumulatives the paper left out', () => {
    const sheet = 'DASH training';
    expect(book.row(sheet, 'Actual 2014/15', 2)).toEqual([15, 15, 15, 13]);
    expect(book.row(sheet, 'Cumulative 2014/15', 2)).toEqual([15, 30, 45, 58]);
    expect(book.row(sheet, 'Actual 2015/16', 2)).toEqual([58, ...rest(3)]);
    expect(book.row(sheet, 'Target, cumulative (linear)', 2)).toEqual([50, 100, 150, 200]);
  });

  it('F, anti-social behaviour: 10,299 as printed beside months that sum to 10,065, and the two profiles disagree', () => {
    const sheet = 'Anti-social behaviour';
    expect(book.row(sheet, 'Actual 2014/15')).toEqual([
      14342, 10291, 10299, 808, 882, 1023, 1056, 915, 982, 850, 755, 682, 639, 642, 831,
    ]);
    expect(book.row(sheet, 'Cumulative 2014/15', 4)).toEqual([
      808, 1690, 2713, 3769, 4684, 5666, 6516, 7271, 7953, 8592, 9234, 10065,
    ]);
    expect(book.row(sheet, 'Actual 2015/16', 4)).toEqual([864, 894, 769, ...rest(9)]);
    expect(book.row(sheet, 'Cumulative 2015/16', 4)).toEqual([864, 1758, 2527, ...rest(9)]);
    expect(rounded(book.row(sheet, 'Target, cumulative (linear)', 4)).slice(0, 3)).toEqual([839, 1677, 2516]); // printed: 838 × n
    expect(rounded(book.row(sheet, 'Target, cumulative (last year’s share)', 4), 1)[2]).toBe(2712.7);
    expect(percents(book.row(sheet, '% change, cumulative', 4)).slice(0, 3)).toEqual([7, 4, -7]);
    const words = book.rows(sheet).flat();
    expect(words.some((word) => String(word).startsWith('The two profiles disagree at June 2015: 2,527'))).toBe(true);
    expect(book.row(sheet, 'By target (linear)')[0]).toBe('▲ Some concerns');
    expect(book.row(sheet, 'By target (last year’s share)')[0]).toBe('● Generally satisfied');
  });

  it('G, hate incidents: 55 to 617 and 58, 122, 174', () => {
    const sheet = 'Hate incidents';
    expect(book.row(sheet, 'Cumulative 2014/15', 3)).toEqual([
      55, 109, 152, 208, 247, 292, 354, 408, 456, 504, 551, 617,
    ]);
    expect(book.row(sheet, 'Cumulative 2015/16', 3)).toEqual([58, 122, 174, ...rest(9)]);
    expect(book.row(sheet, 'Actual 2014/15').slice(0, 2)).toEqual([603, 617]);
    expect(rounded(book.row(sheet, 'Target, cumulative (linear)', 3)).at(-1)).toBe(621);
  });

  it('H, serious acquisitive crime: 391 against 334 at May, no June, no target', () => {
    const sheet = 'Serious acquisitive crime';
    expect(book.row(sheet, 'Actual 2014/15')).toEqual([
      2244, 1969, 2017, 179, 155, 182, 139, 162, 198, 154, 168, 163, 170, 171, 176,
    ]);
    expect(book.row(sheet, 'Actual 2015/16', 4)).toEqual([196, 195, ...rest(10)]);
    expect(book.row(sheet, 'Cumulative 2014/15', 4)).toEqual([
      179, 334, 516, 655, 817, 1015, 1169, 1337, 1500, 1670, 1841, 2017,
    ]);
    expect(rounded(book.row(sheet, '% change, cumulative', 4).slice(0, 2), 3)).toEqual([0.095, 0.171]);
    expect(() => book.row(sheet, 'Target, cumulative (linear)')).toThrow('no row');
  });

  it('shows the group with the own area marked, its average, rank and verdict', () => {
    const sheet = 'MSG Apr to Jun 2015';
    expect(rounded(book.row(sheet, '▶ Devon & Cornwall - Plymouth').slice(0, 3), 2)).toEqual([4799, 261546, 18.35]);
    expect(book.row(sheet, 'Rank, 1 the lowest rate')[2]).toBe('10 of 15');
    expect(book.row(sheet, 'Verdict')[2]).toBe('In line with the group');
    expect(book.rows(sheet).flat().join(' ')).toMatch(/PROVISIONAL.*ILLUSTRATIVE/);
  });

  it('sums every measure up in one line on the first sheet, with its status in words', () => {
    expect(book.names[0]).toBe('Summary');
    expect(book.names.slice(-2)).toEqual(['About these figures', 'Where each figure comes from']);
    const line = (name: string) => book.row('Summary', name);
    expect(line('Domestic abuse referrals').slice(0, 3)).toEqual(['April to June 2015', 525, 629]);
    expect(line('Domestic abuse referrals')[5]).toBe('◆ Significant concern');
    expect(line('Hate incidents')[5]).toBe('● Generally satisfied');
    expect(line('Serious acquisitive crime')[0]).toBe('May 2015');
    expect(line('Serious acquisitive crime')[5]).toBe('○ Monitoring only');
    expect(line('Serious acquisitive crime')[4]).toBeNull();
  });
});

describe('what the workbook must never do', () => {
  it('holds no formula but sums and divisions of its own cells, although file names and notes begin like one', () => {
    const formulas = book
      .parts('.xml')
      .flatMap(({ text }) => [...text.matchAll(/<f[ >/][^<]*/g)].map(([found]) => found));
    expect(formulas.length).toBeGreaterThan(100);
    for (const formula of formulas) expect(formula).toMatch(/^<f>(SUM\([A-Z]+\d+:[A-Z]+\d+\)|[A-Z]+\d+\/[A-Z]+\d+-1)$/);
    const words = book.rows('About these figures').flat();
    expect(words).toContain('=cmd|calc!A1.xlsx');
    expect(words).toContain('+1+1');
    expect(words).toContain('@SUM(1+1) and -2+3 are words here, not sums.');
  });

  it('links only to its own sheets', () => {
    const targets = book.parts('.rels').flatMap(({ text }) => [...text.matchAll(/Target="([^"]*)"[^>]*External/g)]);
    for (const [, target = ''] of targets) expect(target).toMatch(/^#/);
    expect(book.parts('.xml').some(({ path }) => path.includes('externalLink'))).toBe(false);
  });

  it('puts nothing where a figure is not known: no 0, no dash, no empty text', () => {
    const xml = book.sheetXml('Hate incidents');
    const row = /<row r="11"[\s\S]*?<\/row>/.exec(xml)?.[0] ?? '';
    expect(row).not.toMatch(/<v><\/v>/);
    for (const cell of book.row('Hate incidents', 'Actual 2015/16', 6)) expect(cell).toBeNull();
  });

  it('shows «<5» as the source said it, and adds it to nothing', async () => {
    const [first] = content.tables;
    if (first === undefined) throw new Error('no table');
    const periods = first.periods.map((row, index) => (index === 3 ? { ...row, symbol: '<5' } : row));
    const written = await reportBytes({ ...content, pictures: [], tables: [{ ...first, periods }] });
    const cells = readBack(written.bytes).row('All crime', 'Actual 2015/16', 4);
    expect(cells.slice(0, 5)).toEqual([1662, 1706, 1431, '<5', null]);
  });

  it('names no person and no computer in its properties', () => {
    const core = book.parts('docProps/core.xml')[0]?.text ?? '';
    expect(core).toContain('<dc:creator>Safer Workbench</dc:creator>');
    expect(core).toContain('<cp:lastModifiedBy>Safer Workbench</cp:lastModifiedBy>');
    expect(core).toContain('2015-07-10T09:30:00Z');
  });

  it('takes marks that turn the reading direction, and control characters, out of names', async () => {
    const sources = [{ file: 'report\u202excod.xlsx\u0007', sheet: 'A', importedAt: '', sha256: '', says: '' }];
    const written = await reportBytes({ ...content, pictures: [], about: { ...content.about, sources } });
    expect(readBack(written.bytes).rows('About these figures').flat()).toContain('reportxcod.xlsx');
  });

  it('gives every sheet a name of its own that Excel accepts, however long the measure’s name is', async () => {
    const [first] = content.tables;
    if (first === undefined) throw new Error('no table');
    const name = "Victims' quality of life [score]: a/b? of those who were asked at the end";
    const tables = [1, 2, 3].map((number) => ({ ...first, measure: `own-${String(number)}`, name }));
    const written = await reportBytes({ ...content, pictures: [], tables });
    expect(new Set(written.sheets.map((sheet) => sheet.toLowerCase())).size).toBe(written.sheets.length);
    for (const sheet of written.sheets) {
      expect(sheet.length).toBeLessThanOrEqual(31);
      expect(sheet).not.toMatch(/[:\\/?*[\]]|^'|'$/);
    }
    expect(readBack(written.bytes).names).toEqual(written.sheets);
  });
});

describe('how the workbook prints and opens', () => {
  it('prints every sheet on A4 landscape, one page wide, with partnership, month and page numbers', () => {
    for (const name of book.names) {
      const xml = book.sheetXml(name);
      expect(xml, name).toMatch(/<pageSetUpPr[^>]*fitToPage="1"/);
      expect(xml, name).toMatch(/<pageSetup[^>]*paperSize="9"/);
      expect(xml, name).toMatch(/<pageSetup[^>]*orientation="landscape"/);
      expect(xml, name).toMatch(/<pageSetup[^>]*fitToWidth="1"/);
      expect(xml, name).toMatch(/<oddHeader>.*Safer Plymouth.*As at June 2015<\/oddHeader>/);
      expect(xml, name).toMatch(/<oddFooter>.*10 July 2015.*Page &amp;P of &amp;N<\/oddFooter>/);
    }
  });

  it('makes each row as high as its words need, in numbers Excel can read', () => {
    for (const { text } of book.parts('.xml')) expect(text).not.toMatch(/NaN|undefined|Infinity/);
    const finding = /<row r="2"[^>]* ht="([\d.]+)"/.exec(book.sheetXml('Anti-social behaviour'))?.[1];
    expect(Number(finding)).toBeGreaterThan(15);
  });

  it('keeps label and heads in view on every measure', () => {
    for (const name of ['All crime', 'DASH training', 'The gap', 'Neighbourhoods']) {
      expect(book.sheetXml(name)).toMatch(/<pane [^>]*xSplit="1"[^>]*state="frozen"/);
    }
  });

  it('carries the chart of every measure, of the gap, of the neighbourhoods and of the comparison', () => {
    expect(content.pictures).toHaveLength(10);
    for (const name of book.names.slice(1, -2)) expect(book.sheetXml(name), name).toContain('<drawing ');
  });

  it('is the same file when it is written again from the same figures', async () => {
    const again = await reportBytes(content);
    expect(Buffer.from(again.bytes).equals(Buffer.from(bytes))).toBe(true);
  });

  describe('on disk', () => {
    let folder: string;
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'board-workbook-'));
    });
    afterAll(() => rm(folder, { recursive: true, force: true }));

    it('is written whole, beside nothing else, and says which sheets it has', async () => {
      const path = join(folder, 'Board June 2015.xlsx');
      const { sheets } = await writeReport(path, content);
      expect(sheets).toEqual(book.names);
      expect(Buffer.from(bytes).equals(await readFile(path))).toBe(true);
      expect(await readdir(folder)).toEqual(['Board June 2015.xlsx']);
    });

    it('leaves nothing behind where it cannot be written', async () => {
      await expect(writeReport(join(folder, 'no such folder', 'x.xlsx'), content)).rejects.toThrow('ENOENT');
      expect(await readdir(folder)).not.toContain('no such folder');
    });
  });
});
