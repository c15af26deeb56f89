import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { starSummary } from '../../../src/core/intake/entry-exit.ts';
import { makeRecordReader } from '../../../src/core/intake/read-records.ts';
import { readTable } from '../../../src/core/intake/read-table.ts';
import { recognise } from '../../../src/core/intake/recognise.ts';
import { loadGrids } from './load-grid.ts';
import { contextOf } from './make-grid.ts';

const FOLDER = new URL('../../../../shared/extracts/', import.meta.url).pathname;

interface Expected {
  readonly records: number;
  readonly priority: readonly string[];
  readonly city_population: number;
  readonly priority_population: number;
  readonly months: Readonly<
    Record<string, { readonly all: number; readonly priority: number; readonly blank: number }>
  >;
  readonly outcome_star: { readonly clients: number; readonly closed: number; readonly improved: number };
}

async function read(path: string, sheet = 0) {
  const grid = (await loadGrids(FOLDER + path))[sheet];
  if (grid === undefined) throw new Error(`no sheet ${String(sheet)} in ${path}`);
  const context = contextOf(path.split('/').at(-1) ?? path);
  const plan = recognise(grid, context);
  return { grid, context, plan, ...readTable(grid, plan, context) };
}

const sumOf = (reading: Awaited<ReturnType<typeof read>>, quantity: string, from: string, to: string): number =>
  reading.observations
    .filter((draft) => draft.quantity === quantity && draft.from >= from && draft.to <= to)
    .reduce((sum, { value }) => sum + (value ?? 0), 0);

describe.skipIf(!existsSync(FOLDER))('the July 2015 extracts', () => {
  const expected = JSON.parse(existsSync(FOLDER) ? readFileSync(`${FOLDER}expected.json`, 'utf8') : '{}') as Expected;

  it.each([
    ['police/Recorded crime Plymouth Apr14-Jun15.xlsx', 0, 'records', 'recorded-crime', 'all-crime'],
    ['police/Recorded crime Plymouth Apr14-Jun15.xlsx', 1, 'notes', 'notes', null],
    ['police/Closing the gap monthly return.xlsx', 0, 'wide-months', 'measure-sheet', 'gap'],
    ['police/DA crimes and incidents.xlsx', 0, 'wide-months', 'measure-sheet', 'domestic-abuse'],
    ['police/Serious acquisitive crime.xlsx', 0, 'wide-months', 'measure-sheet', 'serious-acquisitive-crime'],
    ['partner/ASB incidents monthly.xls', 0, 'wide-months', 'measure-sheet', 'asb'],
    ['partner/Hate incidents.csv', 0, 'wide-months', 'measure-sheet', 'hate'],
    ['partner/DASH training.xlsx', 0, 'wide-quarters', 'measure-sheet', 'dash-training'],
    ['partner/CRC licence cohort.xlsx', 0, 'cohort', 'cohort', 'crc-licence-cohort'],
    ['partner/Neighbourhood populations mid-2014.xlsx', 0, 'populations', 'populations', 'population'],
    ['voluntary/Domestic abuse service referrals.xlsx', 0, 'wide-quarters', 'measure-sheet', 'da-referrals'],
    ['voluntary/Domestic abuse service referrals.xlsx', 1, 'quarter-list', 'measure-sheet', 'da-first-time-referrals'],
    [
      'voluntary/ASB victim champion outcome star Q1.xlsx',
      0,
      'entry-exit-scores',
      'entry-exit-scores',
      'asb-outcome-star',
    ],
    ['iquanta/MSG All crime 1 Apr 2015 - 30 Jun 2015.xlsx', 0, 'comparison', 'msg', 'all-crime'],
    ['iquanta/MSG All crime 1 Jan 2015 - 31 Mar 2015.xlsx', 0, 'comparison', 'msg', 'all-crime'],
  ])('recognises %s, sheet %i, as %s', async (path, sheet, layout, dataset, measure) => {
    expect((await read(path, sheet)).plan).toMatchObject({ layout, dataset, measure });
  });

  it('reads 23,621 recorded crimes with the monthly, priority and blank counts of the independent reading', async () => {
    const { grid, plan, context } = await read('police/Recorded crime Plymouth Apr14-Jun15.xlsx');
    const reader = makeRecordReader(plan, context);
    const months: Record<string, { all: number; priority: number; blank: number }> = {};
    const priority = new Set(expected.priority);
    for (const row of grid.rows) {
      const record = reader.take(row);
      if (record === null) continue;
      const month = (months[record.month] ??= { all: 0, priority: 0, blank: 0 });
      month.all++;
      if (record.area === null) month.blank++;
      else if (priority.has(record.area)) month.priority++;
    }
    const reading = reader.finish();
    expect(months).toEqual(expected.months);
    expect(reading).toMatchObject({
      rowsRead: expected.records,
      kept: expected.records,
      refusals: [],
      warnings: [],
      covers: { from: '2014-04', to: '2015-06' },
    });
    expect(reading.spellings.reduce((sum, { rows }) => sum + rows, 0)).toBe(225);
  });

  it('reads the gap return: its gap, and all crime month by month to June 2015', async () => {
    const reading = await read('police/Closing the gap monthly return.xlsx');
    const counts = reading.observations.filter(
      ({ measure, quantity, from }) => measure === 'all-crime' && quantity === 'count' && from >= '2015-04',
    );
    expect(counts.map(({ value, cell, minus }) => [value, cell, minus])).toEqual([
      [1662, 'E7', null],
      [1706, 'F7', 'E7'],
      [1431, 'G7', 'F7'],
    ]);
    expect(reading.refusals.map(({ cell }) => cell)).toEqual(['H7', 'I7', 'J7', 'K7', 'L7', 'M7', 'N7', 'O7', 'P7']);
    expect(reading.warnings.map(({ check }) => check)).toEqual([
      'future-period-filled',
      'year-in-label',
      'annual-on-other-row',
      'annual-on-other-row',
      'target-step-differs',
      'text-numbers',
    ]);
    expect(reading.observations.filter(({ quantity }) => quantity === 'gap')).toHaveLength(15);
  });

  it('reads the other measure sheets to their printed sums', async () => {
    expect(sumOf(await read('police/DA crimes and incidents.xlsx'), 'count', '2014-04', '2015-03')).toBe(6587);
    expect(sumOf(await read('police/DA crimes and incidents.xlsx'), 'count', '2015-04', '2016-03')).toBe(1632);
    expect(sumOf(await read('partner/ASB incidents monthly.xls'), 'count', '2014-04', '2015-03')).toBe(10_065);
    expect(sumOf(await read('partner/ASB incidents monthly.xls'), 'count', '2015-04', '2016-03')).toBe(2527);
    expect(sumOf(await read('partner/Hate incidents.csv'), 'count', '2014-04', '2015-03')).toBe(617);
    expect(sumOf(await read('partner/Hate incidents.csv'), 'count', '2015-04', '2016-03')).toBe(174);
    expect(sumOf(await read('police/Serious acquisitive crime.xlsx'), 'count', '2014-04', '2015-03')).toBe(2017);
    expect(sumOf(await read('police/Serious acquisitive crime.xlsx'), 'count', '2015-04', '2016-03')).toBe(391);
    expect(sumOf(await read('partner/DASH training.xlsx'), 'count', '2015-04', '2016-03')).toBe(58);
    expect(sumOf(await read('voluntary/Domestic abuse service referrals.xlsx'), 'count', '2014-04', '2015-03')).toBe(
      2665,
    );
    expect(sumOf(await read('voluntary/Domestic abuse service referrals.xlsx'), 'count', '2015-04', '2016-03')).toBe(
      525,
    );
  });

  it('keeps «<5» as under five', async () => {
    const { observations } = await read('voluntary/Domestic abuse service referrals.xlsx', 1);
    expect(observations).toEqual([
      expect.objectContaining({
        value: null,
        symbol: { found: '<5', meaning: 'under', under: 5 },
        from: '2015-04',
        to: '2015-06',
      }),
    ]);
  });

  it('reads the populations with the city’s own row and the ten priority neighbourhoods', async () => {
    const { observations, priorityAreas } = await read('partner/Neighbourhood populations mid-2014.xlsx');
    const priority = observations.filter(({ area }) => area !== null && priorityAreas.includes(area));
    expect(priorityAreas).toEqual(expected.priority);
    expect(observations).toHaveLength(40);
    expect(observations.find(({ area }) => area === null)?.value).toBe(expected.city_population);
    expect(priority.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(expected.priority_population);
  });

  it('reads the outcome stars: 46 clients, 39 closed, 36 of them with a higher mean score', async () => {
    expect(starSummary((await read('voluntary/ASB victim champion outcome star Q1.xlsx')).scores)).toEqual(
      expected.outcome_star,
    );
  });

  it('reads the MSG comparison: fifteen areas, the city its own, no average among them', async () => {
    const { observations, plan } = await read('iquanta/MSG All crime 1 Apr 2015 - 30 Jun 2015.xlsx');
    const counts = observations.filter(({ quantity }) => quantity === 'count');
    expect(plan.illustrative).toBe(true);
    expect(counts).toHaveLength(15);
    expect(counts.filter(({ area }) => area === null)).toEqual([
      expect.objectContaining({ value: 4799, areaKind: 'city', from: '2015-04', to: '2015-06', cell: 'B12' }),
    ]);
    expect(counts.some(({ area }) => area === 'MSG average')).toBe(false);
  });
});
