import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bandOf } from '../../../src/core/intake/age-bands.ts';
import { readTable } from '../../../src/core/intake/read-table.ts';
import { recognise } from '../../../src/core/intake/recognise.ts';
import { loadGrids } from './load-grid.ts';
import { contextOf, gridOf } from './make-grid.ts';

const DATA = resolve(import.meta.dirname, '../../../../shared/data/population');
const AGES = Array.from({ length: 91 }, (_, age) => (age === 90 ? '90+' : age));
/** As many residents of each age as the age itself plus one: every band can be added up by hand. */
const residents = AGES.map((_, age) => age + 1);
const ALL = (91 * 92) / 2;

const read = (rows: readonly (readonly (string | number | null)[])[]) => {
  const grid = gridOf(rows, 'MYE2 - Persons');
  const context = contextOf('mid2020.xls');
  const plan = recognise(grid, context);
  return { plan, ...readTable(grid, plan, context) };
};

describe('residents by single year of age', () => {
  it('are kept as the age bands of the crime extract, for the city and not for every district', () => {
    const { plan, observations, warnings } = read([
      ['Population estimates mid-2020'],
      ['Code', 'Name', 'Geography', 'All ages', ...AGES],
      ['E06000026', 'Plymouth', 'Unitary Authority', ALL, ...residents],
      ['E06000027', 'Torbay', 'Unitary Authority', ALL, ...residents],
    ]);
    expect(plan.layout).toBe('populations');
    const bands = observations.filter(({ measure }) => measure.startsWith('population-age-'));
    expect(bands.map(({ measure, areaKind, value, cell }) => [measure, areaKind, value, cell])).toEqual([
      ['population-age-0-10', 'city', 66, 'E3:O3'],
      ['population-age-11-17', 'city', 105, 'P3:V3'],
      ['population-age-18-24', 'city', 154, 'W3:AC3'],
      ['population-age-25-34', 'city', 305, 'AD3:AM3'],
      ['population-age-35-44', 'city', 405, 'AN3:AW3'],
      ['population-age-45-54', 'city', 505, 'AX3:BG3'],
      ['population-age-55-64', 'city', 605, 'BH3:BQ3'],
      ['population-age-65-and-over', 'city', 2041, 'BR3:CQ3'],
    ]);
    expect(bands.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(ALL);
    expect(observations.filter(({ measure }) => measure === 'population')).toHaveLength(2);
    expect(warnings).toEqual([]);
  });

  it('are checked against the whole, with the cells that do not make it', () => {
    const { warnings } = read([
      ['Population estimates mid-2020'],
      ['Code', 'Name', 'Geography', 'All ages', ...AGES],
      ['E06000026', 'Plymouth', 'Unitary Authority', ALL + 1, ...residents],
      ['E06000027', 'Torbay', 'Unitary Authority', ALL, ...residents],
    ]);
    expect(warnings).toMatchObject([{ check: 'total-differs', cells: 'E3:CQ3' }]);
  });

  it('leave a band unknown, and say so with the cell, where a year in it is no number', () => {
    const { observations, warnings } = read([
      ['Population estimates mid-2020'],
      ['Code', 'Name', 'Geography', 'All ages', ...AGES],
      ['E06000026', 'Plymouth', 'Unitary Authority', ALL, ...residents.map((count, age) => (age === 20 ? '*' : count))],
      ['E06000027', 'Torbay', 'Unitary Authority', ALL, ...residents],
    ]);
    const bands = observations.map(({ measure }) => measure).filter((measure) => measure.startsWith('population-age-'));
    expect(bands).toHaveLength(7);
    expect(bands).not.toContain('population-age-18-24');
    expect(warnings).toMatchObject([{ check: 'band-not-known', cells: 'Y3' }]);
  });

  it('fall into one band each', () => {
    expect([0, 10, 11, 17, 18, 64, 65, 90].map((age) => bandOf(age)?.name)).toEqual([
      '0-10',
      '0-10',
      '11-17',
      '11-17',
      '18-24',
      '55-64',
      '65+',
      '65+',
    ]);
  });

  it.skipIf(!existsSync(DATA))(
    'make Plymouth’s 262,839 of mid-2020, by district and by its 20 wards alike',
    async () => {
      const sums: number[] = [];
      for (const [file, sheet] of [
        ['ukpopestimatesmid2020on2021geography.xls', 'MYE2 - Persons'],
        ['Mid-2020 Persons-Table 1.csv', null],
      ] as const) {
        const grids = await loadGrids(`${DATA}/${file}`);
        const grid = grids.find((one) => sheet === null || one.sheet === sheet);
        if (grid === undefined) throw new Error(`${file} has no such sheet`);
        const context = contextOf(file);
        const { observations } = readTable(grid, recognise(grid, context), context);
        const bands = observations.filter(({ measure }) => measure.startsWith('population-age-'));
        sums.push(bands.reduce((sum, { value }) => sum + (value ?? 0), 0));
      }
      expect(sums).toEqual([262_839, 262_839]);
    },
  );
});
