import XLSX from '@e965/xlsx';
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const SAMPLE = join(ROOT, 'resources', 'sample');
type Cell = string | number | null;

async function rowsOf(file: string, sheet: string): Promise<Cell[][]> {
  const found = XLSX.read(await readFile(join(SAMPLE, file))).Sheets[sheet];
  if (found === undefined) throw new Error(`no sheet ${sheet}`);
  return XLSX.utils.sheet_to_json<Cell[]>(found, { header: 1, defval: null });
}

const tidy = (name: Cell): string => String(name).trim().toLowerCase().replace(' and ', ' & ');

describe('the bundled sample month', () => {
  let again: string;
  beforeAll(async () => {
    again = await mkdtemp(join(tmpdir(), 'sample-month-'));
    await promisify(execFile)(process.execPath, [join(ROOT, 'resources', 'setup', 'make-sample.mjs'), again]);
  });
  afterAll(() => rm(again, { recursive: true, force: true }));

  it('is written anew byte for byte the same', async () => {
    const files = (await readdir(again, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
    expect(files).toHaveLength(13);
    for (const { parentPath, name } of files) {
      const made = join(parentPath, name);
      const kept = join(SAMPLE, made.slice(again.length));
      expect((await readFile(made)).equals(await readFile(kept)), name).toBe(true);
    }
  });

  it('has 39 neighbourhoods with 261,546 residents, ten of them marked', async () => {
    const areas = (await rowsOf('partner/Neighbourhood populations mid-2014.xlsx', 'Mid-2014')).slice(3);
    const neighbourhoods = areas.filter(([name]) => name !== 'Plymouth');
    expect(neighbourhoods).toHaveLength(39);
    expect(neighbourhoods.reduce((sum, [, residents]) => sum + Number(residents), 0)).toBe(261546);
    expect(neighbourhoods.filter(([, , priority]) => priority === 'Yes')).toHaveLength(10);
  });

  it('has 23,621 records whose months are the printed ones and whose gap is the printed gap', async () => {
    const file = 'police/Recorded crime April 2014 to June 2015.xlsx';
    expect((await stat(join(SAMPLE, file))).size).toBeLessThan(900_000);
    const areas = (await rowsOf('partner/Neighbourhood populations mid-2014.xlsx', 'Mid-2014')).slice(3);
    const ten = areas.filter(([, , priority]) => priority === 'Yes');
    const names = new Set(ten.map(([name]) => tidy(name ?? null)));
    const residents = ten.reduce((sum, [, count]) => sum + Number(count), 0);
    const rows = (await rowsOf(file, 'Recorded crime')).slice(4);
    expect(rows.at(-1)?.[0]).toBe('TOTAL');
    const records = rows.slice(0, -1);
    expect(records).toHaveLength(23621);
    const counts = new Map<string, { all: number; ten: number }>();
    for (const [, date = null, , , place = null] of records) {
      const month =
        typeof date === 'number'
          ? new Date((date - 25569) * 86_400_000).toISOString().slice(0, 7)
          : `${String(date).slice(6)}-${String(date).slice(3, 5)}`;
      const count = counts.get(month) ?? { all: 0, ten: 0 };
      counts.set(month, { all: count.all + 1, ten: count.ten + (names.has(tidy(place)) ? 1 : 0) });
    }
    const gapFrom = (months: string[]): { crimes: number[]; gap: string[] } => {
      let [all, inTen] = [0, 0];
      const result = { crimes: [] as number[], gap: [] as string[] };
      for (const month of months) {
        all += counts.get(month)?.all ?? 0;
        inTen += counts.get(month)?.ten ?? 0;
        result.crimes.push(all);
        result.gap.push(((inTen / residents) * 1000 - (all / 261546) * 1000).toFixed(1));
      }
      return result;
    };
    const months = [...counts.keys()].sort();
    expect(gapFrom(months.slice(0, 12))).toEqual({
      crimes: [1612, 3158, 4786, 6369, 7876, 9425, 10991, 12545, 14163, 15649, 17142, 18822],
      gap: ['6.9', '13.5', '19.6', '26.4', '32.5', '39.3', '45.8', '52.2', '58.4', '64.2', '70.6', '77.4'],
    });
    expect(gapFrom(months.slice(12))).toEqual({ crimes: [1662, 3368, 4799], gap: ['6.5', '12.6', '18.0'] });
    expect(records.filter(([, , , , place]) => place === null)).toHaveLength(307);
    expect(records.filter(([, date]) => typeof date === 'string')).toHaveLength(199);
  });

  it('says illustrative wherever a figure is made up', async () => {
    const said = async (file: string, sheet: string) => (await rowsOf(file, sheet)).slice(0, 5).flat().join(' ');
    expect(await said('partner/Licence cohort quarter 1 2015-16.xlsx', 'Licence')).toMatch(/illustrative/i);
    expect(await said('voluntary/Outcome star quarter 1 2015-16.xlsx', 'Stars')).toMatch(/illustrative/i);
    expect(await said('iquanta/MSG all crime April to June 2015.xlsx', 'Barchart')).toMatch(/illustrative/i);
    expect(await said('iquanta/MSG all crime January to March 2015.xlsx', 'Barchart')).toMatch(/illustrative/i);
    expect(await said('partner/Neighbourhood populations mid-2014.xlsx', 'Mid-2014')).toMatch(/illustrative/i);
    expect(await said('police/Recorded crime April 2014 to June 2015.xlsx', 'Notes')).toMatch(/illustrative/i);
  });
});
