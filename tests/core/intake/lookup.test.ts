import { describe, expect, it } from 'vitest';
import { readTable } from '../../../src/core/intake/read-table.ts';
import { recognise } from '../../../src/core/intake/recognise.ts';
import { contextOf, gridOf } from './make-grid.ts';

const read = (rows: readonly (readonly (string | number | null)[])[], neighbourhoods: readonly string[] = []) => {
  const context = contextOf('lookup.xlsx', neighbourhoods);
  const grid = gridOf(rows, 'Lookup');
  const plan = recognise(grid, context);
  return { plan, ...readTable(grid, plan, context) };
};

const LSOAS = [
  ['E01015001', 'Plymouth 001A', 'Keyham'],
  ['E01015002', 'Plymouth 001B', 'KEYHAM'],
  ['E01015003', 'Plymouth 002A', 'Ford'],
  ['E01015004', 'Plymouth 002B', 'Ford'],
];

describe('a lookup of neighbourhoods by LSOA', () => {
  it('is told by its codes, whatever its columns are called', () => {
    const { plan, lookups } = read([['Area', 'Name', 'Where'], ...LSOAS], ['Keyham']);
    expect(plan).toMatchObject({ layout: 'lookup', dataset: 'lookup/neighbourhood', headerRows: [1] });
    expect(lookups?.map(({ smallArea, also, area, cell }) => [smallArea, also, area, cell])).toEqual([
      ['E01015001', 'Plymouth 001A', 'Keyham', 'C2'],
      ['E01015002', 'Plymouth 001B', 'Keyham', 'C3'],
      ['E01015003', 'Plymouth 002A', 'Ford', 'C4'],
      ['E01015004', 'Plymouth 002B', 'Ford', 'C5'],
    ]);
  });

  it('takes the neighbourhood where a ward stands beside it, and the ward where it stands alone', () => {
    const both = LSOAS.map(([code = '', , area = '']) => [code, 'Devonport', area]);
    expect(read([['LSOA11CD', 'WD21NM', 'Neighbourhood'], ...both]).lookups?.[0]?.area).toBe('Keyham');
    const wards = LSOAS.map(([code = '', name = '']) => [code, name, 'E05002085', 'Devonport']);
    const { plan, lookups } = read([['LSOA11CD', 'LSOA11NM', 'WD21CD', 'WD21NM'], ...wards]);
    expect(plan.dataset).toBe('lookup/ward');
    expect(lookups?.[0]).toMatchObject({ area: 'Devonport', areaKind: 'ward' });
  });

  it('refuses a row without a neighbourhood, a code that is none and an LSOA that stands twice, each with its reason', () => {
    const { lookups, refusals } = read([
      ['LSOA code', 'LSOA name', 'Neighbourhood'],
      ...LSOAS,
      ['E01015005', 'Plymouth 003A', null],
      ['Plymouth', null, 'Ford'],
      ['E01015001', 'Plymouth 001A', 'Stoke'],
    ]);
    expect(lookups).toHaveLength(4);
    expect(refusals.map(({ cell, why }) => `${cell}: ${why}`)).toEqual([
      'A6: no neighbourhood stands beside it',
      'A7: not the code of an LSOA, such as E01015001',
      'C8: E01015001 was already placed by C2; only the first counts',
    ]);
  });

  it('is no lookup where figures stand beside the codes', () => {
    const counted = LSOAS.map(([code = '', name = ''], at) => [code, name, 1500 + at]);
    expect(read([['LSOA code', 'LSOA name', 'Residents mid-2020'], ...counted]).plan.layout).not.toBe('lookup');
  });
});
