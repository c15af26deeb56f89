import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ObservationDraft } from '../../../src/core/intake/draft.ts';
import type { CellValue, Grid } from '../../../src/core/intake/grid.ts';
import { makeRecordReader } from '../../../src/core/intake/read-records.ts';
import { readTable } from '../../../src/core/intake/read-table.ts';
import { recognise } from '../../../src/core/intake/recognise.ts';
import { loadGrids } from './load-grid.ts';
import { contextOf, gridOf } from './make-grid.ts';

const DATA = new URL('../../../../shared/data/', import.meta.url).pathname;

function understand(grid: Grid, fileName: string) {
  const context = contextOf(fileName);
  const plan = recognise(grid, context);
  return { plan, context, ...readTable(grid, plan, context) };
}

const sheetOf = async (path: string, name?: string): Promise<Grid> => {
  const grid = (await loadGrids(DATA + path)).find(({ sheet }) => name === undefined || sheet.trim() === name);
  if (grid === undefined) throw new Error(`no sheet ${name ?? ''} in ${path}`);
  return grid;
};

const sum = (drafts: readonly ObservationDraft[]): number =>
  drafts.reduce((total, { value }) => total + (value ?? 0), 0);

describe('tables of areas, typed in', () => {
  const merged = (rows: readonly (readonly CellValue[])[], merges: Grid['merges']): Grid => ({
    ...gridOf(rows, 'Table P1 '),
    merges,
  });

  it('reads a census table dated by a column: people by category on the census day, apart from the mid-year estimates', () => {
    const value = (category: string) => `Ethnic Group: ${category}; measures: Value`;
    const heads = ['All categories: Ethnic group', 'White: English/Welsh', 'Mixed'].map(value);
    const grid = gridOf([
      ['date', 'geography', 'geography code', 'Rural Urban', ...heads],
      ['2011', 'Plymouth', 'E06000026', 'Total', '256,384', '238,263', '3,287'],
      ['2011', 'Torbay', 'E06000027', 'Total', '130,959', '124,223', '1,400'],
      ['2011', 'Derby', 'E06000015', 'Total', '248,752', '187,386', '7,300'],
    ]);
    const { plan, observations, refusals } = understand(grid, 'la-ethnic-groups.csv');
    expect(plan.layout).toBe('crosstab');
    expect(refusals).toEqual([]);
    expect(observations).toHaveLength(9);
    expect(observations.find(({ areaKind }) => areaKind === 'city')).toMatchObject({
      area: null,
      measure: 'census/ethnic-group-all-categories-ethnic-group',
      quantity: 'population',
      value: 256_384,
      from: '2011-03',
      to: '2011-03',
      cell: 'E2',
    });
    expect(observations.some(({ measure }) => measure === 'population')).toBe(false);
  });

  it('takes a year that stands beside every row for the figures’ own, and never where the years differ', () => {
    const rows = (years: readonly number[]) => [
      ['Year', 'Police force', 'Burglary', 'Robbery'],
      ...years.map((year, at) => [year, ['Dorset', 'Wiltshire', 'Kent'][at] ?? '', 10 + at, 20 + at]),
    ];
    const { observations } = understand(gridOf(rows([2019, 2019, 2019])), 'recorded crime by offence.xlsx');
    expect(observations).toHaveLength(6);
    expect(observations[0]).toMatchObject({ measure: 'burglary', from: '2019-01', to: '2019-12', value: 10 });
    expect(understand(gridOf(rows([2018, 2019, 2019])), 'recorded crime by offence.xlsx').plan.layout).not.toBe(
      'crosstab',
    );
  });

  it('reads a two-tier merged heading with spacer columns, and keeps regions apart from their forces', () => {
    const grid = merged(
      [
        ['Table P1: Police recorded crime by offence group and police force area, year ending March 181,2,3'],
        [null, null, 'Total recorded crime (excluding fraud4)', null, 'Victim-based crime', null],
        ['Area Code', 'Area Name', null, null, 'Robbery', 'Burglary5'],
        [null, null, 'Numbers'],
        ['K04000001', 'ENGLAND AND WALES7,8', 300, null, 30, 60],
        ['E12000005', 'West Midlands', 100, null, 10, 20],
        ['E23000014', 'West Midlands', 60, null, 6, 12],
        ['E23000016', 'Staffordshire', 40, null, 4, '-'],
        ['E23000035', 'Devon & Cornwall4', 200, null, 20, 40],
      ],
      [
        { top: 2, left: 2, bottom: 3, right: 2 },
        { top: 2, left: 4, bottom: 2, right: 5 },
        { top: 4, left: 2, bottom: 4, right: 5 },
      ],
    );
    const { plan, observations, refusals } = understand(grid, 'tables.xlsx');
    expect(plan).toMatchObject({ layout: 'crosstab', headerRows: [2, 3, 4], totalRows: [5, 6] });
    expect(refusals).toEqual([]);
    expect([...new Set(observations.map(({ measure }) => measure))]).toEqual(['all-crime', 'robbery', 'burglary']);
    const crime = observations.filter(({ measure }) => measure === 'all-crime');
    expect(crime.map(({ area, areaKind }) => [area, areaKind])).toEqual([
      ['ENGLAND AND WALES', 'other'],
      ['West Midlands', 'region'],
      ['West Midlands', 'force'],
      ['Staffordshire', 'force'],
      ['Devon & Cornwall', 'force'],
    ]);
    expect(sum(crime.filter(({ areaKind }) => areaKind === 'force'))).toBe(300);
    expect(observations.find(({ cell }) => cell === 'F8')).toMatchObject({ value: null, symbol: { meaning: 'nil' } });
    expect(observations[0]).toMatchObject({ from: '2017-04', to: '2018-03', quantity: 'count' });
  });

  it('reads partnerships under their force: the city as its own, the remainder beside it, the force as a total', () => {
    const heading = [
      'Police Force\nArea name',
      'Community Safety\nPartnership code',
      'Community Safety\nPartnership name',
      'Total recorded crime',
      'Robbery',
    ];
    const { plan, observations, warnings } = understand(
      gridOf([
        ['Table C2: Number of police recorded crimes by Community Safety Partnership, year ending June 2025 [note 1]'],
        heading,
        ['Devon and Cornwall', null, null, '38,993 ', '246 '],
        ['Devon and Cornwall', 'E22000056', 'Plymouth', '25,767 ', '174 '],
        ['Devon and Cornwall', 'E22000060', 'Torbay', '13,210 ', '70 '],
        ['Devon and Cornwall', null, 'Unassigned Devon and Cornwall ', '16 ', '1 '],
      ]),
      'c2.csv',
    );
    expect(plan).toMatchObject({ layout: 'crosstab', totalRows: [3] });
    expect(
      observations
        .filter(({ measure }) => measure === 'all-crime')
        .map(({ area, areaKind, value }) => [area, areaKind, value]),
    ).toEqual([
      ['Devon and Cornwall', 'force', 38_993],
      [null, 'city', 25_767],
      ['Torbay', 'partnership', 13_210],
      ['Unassigned Devon and Cornwall', 'other', 16],
    ]);
    expect(warnings).toEqual([expect.objectContaining({ check: 'total-differs', cells: 'E3' })]);
  });

  it('reads alternating counts and rates under years, footnote digits glued to them', () => {
    const { observations } = understand(
      merged(
        [
          ['Table P7: Anti-social behaviour incidents, by police force area'],
          [null, "Apr '07 to Mar '083", null, "Apr '08 to Mar '095, 6", null],
          [
            'Area Name',
            'Number of Incidents',
            'Rate per 1,000 population',
            'Number of Incidents',
            'Rate per 1,000 population',
          ],
          ['Cleveland', 64_105, 115.7, 64_706, 116.8],
          ['Durham', 63_412, 105.5, 63_990, 105.7],
          ['Devon & Cornwall', 112_329, 68.9, '..', 66.1],
        ],
        [
          { top: 2, left: 1, bottom: 2, right: 2 },
          { top: 2, left: 3, bottom: 2, right: 4 },
        ],
      ),
      'p7.xlsx',
    );
    expect(
      observations
        .filter(({ area }) => area === 'Devon & Cornwall')
        .map(({ measure, quantity, from, value }) => [measure, quantity, from, value]),
    ).toEqual([
      ['asb', 'count', '2007-04', 112_329],
      ['asb', 'rate', '2007-04', 68.9],
      ['asb', 'count', '2008-04', null],
      ['asb', 'rate', '2008-04', 66.1],
    ]);
  });
});

describe('several tables of areas on one sheet', () => {
  it('reads each under its own title, and no total column as another year', () => {
    const years = ['2016/17', '2017/18', '2018/19', 'Total'];
    const { plan, observations, refusals } = understand(
      gridOf([
        ['Road traffic incidents'],
        ['Police force', ...years],
        ['Avon and Somerset', 1, 2, 3, 6],
        ['Bedfordshire', 0, 1, 2, 3],
        ['Devon & Cornwall', 2, 2, 2, 6],
        ['Road traffic fatalities'],
        ['Police force', ...years],
        ['Avon and Somerset', 1, 2, 4, 7],
        ['Bedfordshire', 0, 1, 2, 3],
        ['Devon & Cornwall', 3, 2, 2, 7],
      ]),
      'deaths.xlsx',
    );
    expect(plan).toMatchObject({ layout: 'crosstab', headerRows: [2, 7], measure: null });
    expect(refusals).toEqual([]);
    expect(observations).toHaveLength(18);
    const own = observations.filter(({ area, from }) => area === 'Devon & Cornwall' && from === '2016-04');
    expect(own.map(({ measure, value }) => [measure, value])).toEqual([
      ['road-traffic-incidents', 2],
      ['road-traffic-fatalities', 3],
    ]);
  });
});

describe('months across, in tables that are not measure sheets', () => {
  const months = ['Apr', 'May', 'Jun', 'Total'];

  it('reads neighbourhoods by month of the year its title names, and counts neither total', () => {
    const { plan, observations, refusals } = understand(
      gridOf([
        ['Anti-social behaviour by neighbourhood 2015/16'],
        ['Neighbourhood', ...months],
        ['Stonehouse', 30, 31, '<5', 65],
        ['City Centre', 40, 41, 42, 123],
        ['Devonport', 10, 11, 12, 33],
        ['Total', 80, 83, 58, 221],
      ]),
      'asb.xlsx',
    );
    expect(plan).toMatchObject({ layout: 'crosstab', measure: 'asb' });
    expect(observations).toHaveLength(9);
    expect(observations[0]).toMatchObject({
      area: 'Stonehouse',
      areaKind: 'neighbourhood',
      from: '2015-04',
      to: '2015-04',
      value: 30,
    });
    expect(refusals.map(({ cell, why }) => [cell, why])).toEqual([
      ['B6', 'sums up other rows; not counted twice'],
      ['C6', 'sums up other rows; not counted twice'],
      ['D6', 'sums up other rows; not counted twice'],
    ]);
  });

  it('reads offences by month for the city, and nothing where no year is named', () => {
    const rows: readonly (readonly CellValue[])[] = [
      ['All crime', 1662, 1706, 1431],
      ['Burglary', 120, 130, 110],
      ['Robbery', 12, 9, 11],
    ];
    const dated = understand(
      gridOf([['Offence type', 'Apr-15', 'May-15', 'Jun-15'], ...rows]),
      'recorded crime by offence.xlsx',
    );
    expect(dated.observations.map(({ measure, area, areaKind }) => [measure, area, areaKind]).at(0)).toEqual([
      'all-crime',
      null,
      'city',
    ]);
    expect(dated.observations).toHaveLength(9);
    expect(
      understand(gridOf([['Offence type', 'Apr', 'May', 'Jun'], ...rows]), 'recorded crime by offence.xlsx').plan
        .layout,
    ).toBe('not-recognised');
  });
});

describe.skipIf(!existsSync(DATA))('the published tables', () => {
  it('reads ONS June 2025: Plymouth 25,767, and 42 forces of 5,195,348 that their partnerships add up to', async () => {
    const { observations, warnings, refusals } = understand(
      await sheetOf('ons_pfa/policeforceareatablesyejune25final.csv'),
      'c2.csv',
    );
    const crime = observations.filter(({ measure }) => measure === 'all-crime');
    const forces = crime.filter(({ areaKind }) => areaKind === 'force');
    const city = observations.filter(({ areaKind }) => areaKind === 'city');
    expect(crime.every(({ from, to }) => from === '2024-07' && to === '2025-06')).toBe(true);
    expect(forces).toHaveLength(42);
    expect(sum(forces)).toBe(5_195_348);
    // The City of London's partnership (8,801) has no force row in this table.
    expect(sum(crime.filter(({ areaKind, area }) => areaKind !== 'force' && area !== 'City of London'))).toBe(
      5_195_348,
    );
    expect(city.find(({ measure }) => measure === 'all-crime')?.value).toBe(25_767);
    expect(city.find(({ measure }) => measure === 'violence-against-the-person')?.value).toBe(11_192);
    expect(city.find(({ measure }) => measure === 'shoplifting')?.value).toBe(2387);
    expect(crime.filter(({ areaKind }) => areaKind === 'partnership' || areaKind === 'city')).toHaveLength(314);
    expect([warnings, refusals]).toEqual([[], []]);
  });

  it('reads anti-social behaviour of Devon & Cornwall, 42,249 for 2017/18, in both editions’ columns', async () => {
    for (const file of [
      'policeforceareatablesyearendingmarch2018v2.xlsx',
      'policeforceareatablesyeendingmarch2019.xlsx',
    ]) {
      const { observations } = understand(await sheetOf(`ons_pfa/${file}`, 'Table P7'), file);
      const own = observations.filter(({ area, quantity }) => area === 'Devon and Cornwall' && quantity === 'count');
      expect(own.find(({ from }) => from === '2017-04')?.value).toBe(42_249);
      expect(own.find(({ from }) => from === '2007-04')?.value).toBe(112_329);
    }
  });

  it('reads total recorded crime of Devon & Cornwall from three editions', async () => {
    const found: unknown[] = [];
    for (const edition of ['endingmarch2018v2', 'endingdecember2018', 'endingmarch2019']) {
      const file = `policeforceareatablesye${edition === 'endingmarch2019' ? '' : 'ar'}${edition}.xlsx`;
      const { observations } = understand(await sheetOf(`ons_pfa/${file}`, 'Table P1'), file);
      const own = observations.find(({ area, measure }) => area === 'Devon and Cornwall' && measure === 'all-crime');
      found.push([own?.from, own?.to, own?.value]);
    }
    expect(found).toEqual([
      ['2017-04', '2018-03', 103_656],
      ['2018-01', '2018-12', 106_616],
      ['2018-04', '2019-03', 107_439],
    ]);
  });

  it('reads London’s wards: 22,168 rows × 24 months, 1,586,823 in all', async () => {
    const { plan, observations, refusals, covers } = understand(
      await sheetOf('london/MPS Ward Level Crime (most recent 24 months).csv'),
      'MPS wards.csv',
    );
    expect(plan.layout).toBe('crosstab');
    expect(observations).toHaveLength(22_168 * 24);
    expect(refusals).toEqual([]);
    expect(sum(observations)).toBe(1_586_823);
    expect(sum(observations.filter(({ from }) => from === '2022-08'))).toBe(70_240);
    expect(covers).toEqual({ from: '2020-09', to: '2022-08' });
  });

  it('reads Plymouth’s 262,839 residents of mid-2020 from the .xls and from the wards', async () => {
    const districts = understand(
      await sheetOf('population/ukpopestimatesmid2020on2021geography.xls', 'MYE2 - Persons'),
      'mid2020.xls',
    );
    expect(districts.observations.find(({ areaKind }) => areaKind === 'city')).toMatchObject({
      value: 262_839,
      from: '2020-06',
      measure: 'population',
    });
    const wards = understand(await sheetOf('population/Mid-2020 Persons-Table 1.csv'), 'wards.csv');
    // Plymouth's own wards come out by age band as well.
    const residents = wards.observations.filter(({ measure }) => measure === 'population');
    const plymouth = residents.filter(({ area }) => area !== null && !area.includes(', '));
    expect(sum(residents)).toBe(59_719_724);
    expect(plymouth).toHaveLength(20);
    expect(sum(plymouth)).toBe(262_839);
  });

  it('reads police use of force 2017/18: 313,137 incidents in all, which its forces add up to', async () => {
    const file = 'police-use-of-force-apr2017-mar2018-hosb3018-tables.ods';
    const { observations, warnings } = understand(await sheetOf(`police_ods/${file}`, 'Table_12'), file);
    expect(observations.find(({ area }) => area === 'England and Wales')).toMatchObject({
      value: 313_137,
      areaKind: 'other',
    });
    expect(sum(observations.filter(({ areaKind }) => areaKind === 'force'))).toBe(313_137);
    expect(warnings).toEqual([]);
  });

  it('reads eight police.uk months: 86,761 rows, 19,085 of them in Plymouth, none de-duplicated', async () => {
    let [rows, plymouth] = [0, 0];
    for (const file of readdirSync(`${DATA}police_street`).filter((name) => name.endsWith('.csv'))) {
      const grid = await sheetOf(`police_street/${file}`);
      const context = contextOf(file);
      const plan = recognise(grid, context);
      const reader = makeRecordReader(plan, context);
      expect(plan).toMatchObject({ layout: 'records', dataset: 'street-crime' });
      for (const row of grid.rows) if (reader.take(row)?.district === 'Plymouth') plymouth++;
      const reading = reader.finish();
      expect(reading).toMatchObject({ refusals: [], covers: { from: file.slice(0, 7), to: file.slice(0, 7) } });
      rows += reading.kept;
    }
    expect([rows, plymouth]).toEqual([86_761, 19_085]);
  });
});
