import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CellValue } from '../../../src/core/intake/grid.ts';
import { openWorkbook } from '../../../src/main/engine/workbook/open-file.ts';
import { WorkbookRefusal, type OpenOptions } from '../../../src/main/engine/workbook/open-workbook.ts';
import { sheetFacts, type SheetCount, type WorkbookCount } from '../../../src/main/engine/workbook/sheet-facts.ts';
import { readCorpusIndex, type IndexedSheet } from './corpus-index.ts';
import { PASSWORDS, READ_BY_US, REASONS, TWINS } from './corpus-reasons.ts';

const CORPUS = resolve(import.meta.dirname, '../../../../shared/corpus');
const LONGEST_MS = 20_000;

async function reading(file: string, options: OpenOptions = {}): Promise<WorkbookCount | WorkbookRefusal> {
  const started = performance.now();
  try {
    return await sheetFacts(join(CORPUS, file), options);
  } catch (reason) {
    if (reason instanceof WorkbookRefusal) return reason;
    throw reason;
  } finally {
    expect(performance.now() - started, `${file} takes too long`).toBeLessThan(LONGEST_MS);
  }
}

const notEmpty = (count: WorkbookCount): SheetCount[] => count.sheets.filter(({ cells }) => cells > 0);

/** The counts in which a sheet differs from the independent reading. */
function differences(theirs: IndexedSheet, ours: SheetCount | undefined): string[] {
  if (ours === undefined) return [`${theirs.name}: no such sheet`];
  const sameSum = Math.abs(ours.sum - theirs.sum) <= 1e-6 * Math.max(1, Math.abs(theirs.sum));
  const pairs: (readonly [string, string | number, string | number])[] = [
    ['name', theirs.name, ours.name],
    ['state', theirs.state.toLowerCase(), ours.state.replace('-', '')],
    ['rows', theirs.rows, ours.rows],
    ['columns', theirs.columns, ours.columns],
    ['cells', theirs.cells, ours.cells],
    ['numbers', theirs.numbers, ours.numbers],
    ['sum', theirs.sum, sameSum ? theirs.sum : ours.sum],
    ['dates', theirs.dates, ours.dates],
    ['errors', theirs.errors, ours.errors],
    ['merges', theirs.merges, ours.merges],
  ];
  return pairs
    .filter(([, their, our]) => their !== our)
    .map(([what, their, our]) => `${theirs.name}: ${what} ${String(their)} there, ${String(our)} here`);
}

/** A cell as the files beside the edge cases write it. */
function written(value: CellValue): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value !== 'object') return String(value);
  if (value.kind === 'percent') return String(value.value);
  if (value.kind === 'error') return value.code;
  return value.kind === 'day' ? `${value.day}T${value.time ?? '00:00:00'}` : '';
}

async function writtenSheet(path: string): Promise<string[][]> {
  const book = await openWorkbook(path);
  const rows: string[][] = [];
  await book.readSheet(0, ({ row, cells }) => {
    while (rows.length < row - 1) rows.push([]);
    rows.push(cells.map(written));
  });
  book.close();
  return rows.map(withoutBlankEnd);
}

function withoutBlankEnd(row: readonly string[]): string[] {
  return row.slice(0, row.findLastIndex((cell) => cell !== '') + 1);
}

describe.skipIf(!existsSync(CORPUS))('hostile and odd workbooks', () => {
  const index = existsSync(CORPUS) ? readCorpusIndex(join(CORPUS, 'INDEX.md')) : [];

  it('agree with an independent reading in every count, but for the reasons listed', { timeout: 90_000 }, async () => {
    expect(index.length).toBeGreaterThan(100);
    const disagreeing = new Map<string, string[]>();
    for (const { file, sheets } of index) {
      if (sheets.length === 0) continue;
      const found = await reading(file);
      const differs =
        found instanceof WorkbookRefusal
          ? [`refused: ${found.message}`]
          : sheets.flatMap((sheet, place) => differences(sheet, notEmpty(found)[place]));
      if (differs.length > 0) disagreeing.set(file, differs);
    }
    const unexplained = [...disagreeing].filter(([file]) => !(file in REASONS));
    expect(unexplained).toEqual([]);
    expect(
      Object.keys(REASONS).filter((file) => !disagreeing.has(file)),
      'a reason no longer needed',
    ).toEqual([]);
  });

  it('are read or refused in a plain sentence where the independent reader gave up', { timeout: 90_000 }, async () => {
    for (const { file, reading: theirs } of index) {
      if (!theirs.startsWith('refused') && theirs !== '-' && !theirs.startsWith('no non-empty')) continue;
      const found = await reading(file);
      if (found instanceof WorkbookRefusal) {
        expect(found.message, file).toMatch(/^[A-Z].*[.!]$/);
        expect(Object.keys(READ_BY_US), `${file}: ${found.message}`).not.toContain(file);
      }
    }
  });

  it.each(Object.entries(READ_BY_US))(
    '%s is read where the independent reader gave up',
    async (file, [sheet, numbers, sum]) => {
      const found = await reading(file);
      if (found instanceof WorkbookRefusal) throw found;
      const named = found.sheets.find(({ name }) => name === sheet) ?? notEmpty(found)[0];
      expect(named).toMatchObject({ numbers });
      expect(named?.sum).toBeCloseTo(sum, 4);
    },
  );

  it.each(Object.entries(TWINS))('%s holds the same as %s', async (file, twin) => {
    const [ours, other] = [await reading(file), await reading(twin)];
    if (ours instanceof WorkbookRefusal) throw ours;
    if (other instanceof WorkbookRefusal) throw other;
    for (const { name, ...counts } of notEmpty(other)) {
      const same = ours.sheets.find((sheet) => sheet.name === name);
      expect(same, name).toMatchObject({ ...counts, sum: expect.closeTo(counts.sum, 6) as number });
    }
  });

  it.each(Object.entries(PASSWORDS))('%s opens with its password only', async (file, password) => {
    expect(await reading(file)).toMatchObject({ kind: 'needs-password' });
    const wrong = await reading(file, { password: `${password}!` });
    expect(wrong).toMatchObject({ kind: 'wrong-password' });
    expect(wrong instanceof WorkbookRefusal && wrong.message).not.toContain(`${password}!`);
    expect(await reading(file, { password })).toHaveProperty('sheets');
  });

  const edge = existsSync(CORPUS) ? readdirSync(join(CORPUS, 'edge')) : [];
  it.each(edge.filter((name) => name.endsWith('.expect.json')))('edge/%s: every cell is as expected', async (name) => {
    const expected = JSON.parse(readFileSync(join(CORPUS, 'edge', name), 'utf8')) as string[][];
    expect(await writtenSheet(join(CORPUS, 'edge', name.replace('.expect.json', '.xlsx')))).toEqual(
      expected.map(withoutBlankEnd),
    );
  });

  const REFUSED: Readonly<Record<string, WorkbookRefusal['kind']>> = {
    'x01_truncated.xlsx': 'damaged',
    'x02_text.xlsx': 'not-a-workbook',
    'x04_empty.xlsx': 'not-a-workbook',
    'x06_crc_silent.xlsx': 'damaged',
    'x07_bomb_sheet_ws.xlsx': 'unsafe',
    'x11_billion_laughs.xlsx': 'unsafe',
    'x13_missing_sheet.xlsx': 'damaged',
    'x15_unclosed_xml.xlsx': 'damaged',
    'x17_zip_not_xlsx.xlsx': 'not-a-workbook',
  };
  it.each(Object.entries(REFUSED))('edge/%s is refused as %s', async (name, kind) => {
    expect(await reading(`edge/${name}`)).toMatchObject({ kind });
  });

  it('one cell at the far corner of a sheet does not fill the memory', async () => {
    expect(await reading('edge/x10_sparse_corner.xlsx')).toMatchObject({
      sheets: [{ rows: 1_048_576, columns: 16_384, cells: 2, sum: 3 }],
    });
  });

  const CSV = join(CORPUS, 'phpspreadsheet/CSV');
  it.each(existsSync(CSV) ? readdirSync(CSV) : [])('phpspreadsheet/CSV/%s is read as text cells', async (name) => {
    const found = await reading(`phpspreadsheet/CSV/${name}`);
    if (name === 'empty.csv') expect(found).toMatchObject({ kind: 'not-a-workbook' });
    else expect(found).toMatchObject({ format: 'csv', sheets: [{ numbers: 0, errors: 0 }] });
  });

  it('the same table in five encodings reads the same', async () => {
    const names = ['utf16be', 'utf16lebom', 'utf32bebom', 'utf8', 'win1252'].map((name) => `premiere.${name}.csv`);
    const [first, ...others] = await Promise.all(names.map((name) => writtenSheet(join(CSV, name))));
    for (const other of others) expect(other).toEqual(first);
  });
});
