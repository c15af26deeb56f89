import { utils, write } from '@e965/xlsx';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/main/engine/engine.ts';
import { neighbourhoodsHeld } from '../../../src/main/engine/store/neighbourhoods.ts';
import { ask, emptyEngine } from '../month.ts';
import { temporaryFolder } from '../temporary-store.ts';

type Rows = readonly (readonly (string | number | null)[])[];

async function keep(engine: Engine, name: string, sheets: Readonly<Record<string, Rows>>) {
  const path = join(temporaryFolder(), name);
  const book = utils.book_new();
  for (const [sheet, rows] of Object.entries(sheets))
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), sheet);
  writeFileSync(path, write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
  const { file } = await ask(engine, 'file.offer', { path }, 'shell');
  const { preview } = await ask(engine, 'import.preview', { file });
  return ask(engine, 'import.commit', { preview });
}

const districts = (title: string, plymouth: number): Rows => [
  [title],
  ['Code', 'Name', 'All ages'],
  ['E06000026', 'Plymouth', plymouth],
  ['E06000027', 'Torbay', plymouth / 2],
];
const NEIGHBOURHOODS: Rows = [
  ['Residents by neighbourhood mid-2014'],
  ['Neighbourhood', 'Residents', 'Priority neighbourhood'],
  ['Ford', 1000, 'Yes'],
  ['Keyham', 2000, 'No'],
  ['Plymouth', 3000, null],
];

describe('residents of the city', () => {
  it('are all of them, not the women or the men of a workbook that has a sheet of each', async () => {
    const engine = emptyEngine();
    const [, ...rows] = NEIGHBOURHOODS;
    const half = rows.map(([name = null, value = null, priority = null]) => [
      name,
      typeof value === 'number' ? value / 2 : value,
      priority,
    ]);
    await keep(engine, 'mid-2014.xlsx', {
      Persons: [['Residents by neighbourhood, persons, mid-2014'], ...rows],
      Males: [['Residents by neighbourhood, males, mid-2014'], ...half],
      Females: [['Residents by neighbourhood, females, mid-2014'], ...half],
    });
    expect(neighbourhoodsHeld(engine.store.read)).toMatchObject({ cityPopulation: 3000, populationYear: 'mid-2014' });
  });

  it('stay those of the neighbourhoods’ own year when a later table of districts is kept', async () => {
    const engine = emptyEngine();
    await keep(engine, 'neighbourhoods.xlsx', { Residents: NEIGHBOURHOODS });
    await keep(engine, 'mid-2020.xlsx', { Persons: districts('Population estimates: Persons, mid-2020', 262_839) });
    const held = neighbourhoodsHeld(engine.store.read);
    expect(held).toMatchObject({ cityPopulation: 3000, populationYear: 'mid-2014', notes: [] });
    expect(held.populations.map(({ name, residents }) => [name, residents])).toEqual([
      ['Ford', 1000],
      ['Keyham', 2000],
    ]);
  });

  it('of several years across are those of the latest year of the latest table', async () => {
    const engine = emptyEngine();
    await keep(engine, 'years.xlsx', {
      Residents: [
        ['Mid-year population estimates by neighbourhood'],
        ['Neighbourhood', 'Mid-2012', 'Mid-2013', 'Mid-2014'],
        ['Ford', 900, 950, 1000],
        ['Keyham', 1900, 1950, 2000],
        ['Stoke', 1100, 1150, 1200],
        ['Plymouth', 3900, 4050, 4200],
      ],
    });
    expect(neighbourhoodsHeld(engine.store.read)).toMatchObject({ cityPopulation: 4200, populationYear: 'mid-2014' });
  });
});
