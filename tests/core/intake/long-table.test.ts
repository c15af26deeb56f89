import { describe, expect, it } from 'vitest';
import { readTable } from '../../../src/core/intake/read-table.ts';
import { recognise } from '../../../src/core/intake/recognise.ts';
import { contextOf, gridOf } from './make-grid.ts';

describe('a table with one figure a row', () => {
  it('reads area, period, measure and value; rates stay rates and totals are not counted', () => {
    const grid = gridOf([
      ['Partnership data return'],
      ['Area', 'Month', 'Indicator', 'Value'],
      ['Plymouth', 'Apr-15', 'Anti-social behaviour incidents', 864],
      ['Torbay', 'Apr-15', 'Anti-social behaviour incidents', '1,020'],
      ['Torbay', 'Apr-15', 'Anti-social behaviour rate per 1,000', 7.6],
      ['Total', 'Apr-15', 'Anti-social behaviour incidents', 1884],
      ['Plymouth', 'May-15', 'Anti-social behaviour incidents', '<5'],
      ['Plymouth', 'some time', 'Anti-social behaviour incidents', 12],
    ]);
    const context = contextOf('return.xlsx');
    const plan = recognise(grid, context);
    const { observations, refusals, covers } = readTable(grid, plan, context);
    expect(plan).toMatchObject({ layout: 'long-table', totalRows: [6] });
    expect(
      observations.map(({ measure, area, from, quantity, value }) => [measure, area, from, quantity, value]),
    ).toEqual([
      ['asb', null, '2015-04', 'count', 864],
      ['asb', 'Torbay', '2015-04', 'count', 1020],
      ['asb', 'Torbay', '2015-04', 'rate', 7.6],
      ['asb', null, '2015-05', 'count', null],
    ]);
    expect(refusals.map(({ cell }) => cell)).toEqual(['D6', 'D8']);
    expect(covers).toEqual({ from: '2015-04', to: '2015-05' });
  });

  it('takes neither of two rows for the whole city’s figure, where only a column that is not read tells them apart', () => {
    const grid = gridOf([
      ['LSOA', 'Month', 'Offence', 'Count'],
      ['E01015001', '2015-04', 'Burglary', 3],
      ['E01015002', '2015-04', 'Burglary', 2],
      ['E01015002', '2015-05', 'Burglary', 7],
    ]);
    const context = contextOf('offences.xlsx');
    const { observations, refusals } = readTable(grid, recognise(grid, context), context);
    expect(observations.map(({ cell, value }) => [cell, value])).toEqual([['D4', 7]]);
    expect(refusals.map(({ cell, why }) => [cell, why.slice(0, 48)])).toEqual([
      ['D2', 'D3 is of the same period, area and measure, and '],
      ['D3', 'D2 is of the same period, area and measure, and '],
    ]);
  });

  it('takes no list of recommendations for crimes', () => {
    const grid = gridOf([
      ['Ref', 'Date', 'Category', 'Recommendation', 'Outcome'],
      ['R1', '01/04/2015', 'Custody', 'Review the policy', 'Accepted'],
      ['R2', '02/04/2015', 'Custody', 'Train the staff', 'Accepted'],
    ]);
    expect(recognise(grid, contextOf('recs.xlsx')).layout).toBe('not-recognised');
  });
});
