import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CellValue, Row } from '../../../src/core/intake/grid.ts';
import { openWorkbook } from '../../../src/main/engine/workbook/open-file.ts';
import { sheetFacts } from '../../../src/main/engine/workbook/sheet-facts.ts';

const DATA = resolve(import.meta.dirname, '../../../../shared/data');

async function rowsOf(file: string, sheet: string | null = null): Promise<Row[]> {
  const book = await openWorkbook(join(DATA, file));
  const rows: Row[] = [];
  const index = sheet === null ? 0 : book.sheets.findIndex(({ name }) => name === sheet);
  await book.readSheet(index, (row) => {
    rows.push(row);
  });
  book.close();
  return rows;
}

const textIn = (cell: CellValue | undefined): string => (typeof cell === 'string' ? cell : '');

const numberIn = (cell: CellValue | undefined): number =>
  typeof cell === 'number' ? cell : typeof cell === 'string' ? Number(cell.trim().replaceAll(',', '')) : Number.NaN;

/** The extents INDEX.md gives of each sheet of an ONS workbook. */
function indexedExtents(
  file: string,
): { name: string; rows: number; columns: number; merges: number; numbers: number; sum: number }[] {
  const index = readFileSync(join(DATA, 'INDEX.md'), 'utf8');
  const entry = index.slice(index.indexOf(`\`${file}\``)).split('\n### ')[0] ?? '';
  return [...entry.matchAll(/'([^']+)' (\d+)x(\d+) merges (\d+) num (\d+) sum (-?\d+(?:\.\d+)?)/g)].map(
    ([, name = '', ...found]) => {
      const [rows = 0, columns = 0, merges = 0, numbers = 0, sum = 0] = found.map(Number);
      return { name, rows, columns, merges, numbers, sum };
    },
  );
}

describe.skipIf(!existsSync(DATA))('the real files of partners', () => {
  it.each([
    'ons_pfa/policeforceareatablesyeendingmarch2019.xlsx',
    'ons_pfa/policeforceareatablesyearendingdecember2018.xlsx',
    'ons_pfa/policeforceareatablesyearendingmarch2018v2.xlsx',
  ])('%s: every sheet has the extent, merges, numbers and sum of the independent reading', async (file) => {
    const { sheets } = await sheetFacts(join(DATA, file));
    const indexed = indexedExtents(file);
    expect(indexed.length).toBeGreaterThan(4);
    for (const { name, sum, ...counts } of indexed) {
      const sheet = sheets.find((found) => found.name === name);
      expect(sheet, name).toMatchObject(counts);
      expect(sheet?.sum, name).toBeCloseTo(sum, 4);
    }
  });

  it('the eight street months hold 86,761 rows, of which 19,085 lie in Plymouth', async () => {
    const months = ['2018-10', '2018-11', '2018-12', '2019-01', '2019-02', '2020-01', '2020-02', '2020-03'];
    let rows = 0;
    let plymouth = 0;
    for (const month of months) {
      const found = (await rowsOf(`police_street/${month}-devon-and-cornwall-street.csv`)).slice(1);
      rows += found.length;
      plymouth += found.filter(({ cells }) => textIn(cells[8]).startsWith('Plymouth ')).length;
    }
    expect([rows, plymouth]).toEqual([86_761, 19_085]);
  });

  it('the London wards hold 22,168 rows whose months sum to 1,586,823', async () => {
    const rows = (await rowsOf('london/MPS Ward Level Crime (most recent 24 months).csv')).slice(1);
    const sum = rows.flatMap(({ cells }) => cells.slice(5)).reduce<number>((total, cell) => total + numberIn(cell), 0);
    expect([rows.length, sum]).toEqual([22_168, 1_586_823]);
  });

  it('the ONS table of June 2025 keeps its header with line breaks in one row and Plymouth at 25,767', async () => {
    const rows = await rowsOf('ons_pfa/policeforceareatablesyejune25final.csv');
    const header = rows.find(({ cells }) => cells.some((cell) => typeof cell === 'string' && cell.includes('\n')));
    const plymouth = rows.find(({ cells }) => cells.includes('E22000056'));
    expect(header?.row).toBe(8);
    expect(plymouth?.cells.map(numberIn)).toContain(25_767);
  });

  it('the .xls of mid-2020 populations gives Plymouth 262,839', async () => {
    const rows = await rowsOf('population/ukpopestimatesmid2020on2021geography.xls', 'MYE2 - Persons');
    const plymouth = rows.find(({ cells }) => cells.includes('E06000026'));
    expect(plymouth?.row).toBe(335);
    expect(plymouth?.cells.slice(3, 5)).toContain(262_839);
  });

  it('the use-of-force .ods agrees with another project’s own extraction, force by force', async () => {
    const oracle = (await rowsOf('police_ods/oracle_use-of-force_incidents_april2017-march2018.csv')).slice(1);
    const table = await rowsOf('police_ods/police-use-of-force-apr2017-mar2018-hosb3018-tables.ods', 'Table_12');
    const inTable = new Set(table.flatMap(({ cells }) => cells.filter((cell) => typeof cell === 'number')));
    const inOracle = oracle
      .flatMap(({ cells }) => cells.map(numberIn))
      .filter((value) => Number.isFinite(value) && value > 10);
    expect(inTable.has(313_137)).toBe(true);
    expect(inOracle.filter((value) => !inTable.has(value))).toEqual([]);
  });

  it('the recommendations keep 1,318 dates and 461 errors', async () => {
    const { sheets } = await sheetFacts(join(DATA, 'bbc/recs30june_wforces_refs.xlsx'));
    expect(sheets[0]).toMatchObject({ dates: 1_318, errors: 461 });
  });

  it('the blank tail of the funnel template is left out', async () => {
    const rows = await rowsOf('bbc/iopc_forfunnel.csv');
    expect(rows.length).toBeLessThan(60);
  });
});
