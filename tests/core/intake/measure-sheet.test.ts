import { describe, expect, it } from 'vitest';
import type { CellValue } from '../../../src/core/intake/grid.ts';
import { readTable } from '../../../src/core/intake/read-table.ts';
import { recognise } from '../../../src/core/intake/recognise.ts';
import { contextOf, gridOf, MONTHS } from './make-grid.ts';

const HEADER = [null, '12/13.', '13/14.', '14/15', ...MONTHS];
const NONE = [null, null, null];
const percent = (value: number): CellValue => ({ kind: 'percent', value });

function read(rows: readonly (readonly CellValue[])[], fileName = 'return.xlsx') {
  const grid = gridOf(rows);
  const context = contextOf(fileName);
  const plan = recognise(grid, context);
  return { plan, ...readTable(grid, plan, context) };
}

const LAST_YEAR = [100, 210, 330, 440, 560, 670, 790, 900, 1010, 1120, 1230, 1350];

describe('a measure sheet', () => {
  it('takes the months out of a cumulative row, and keeps the cells it took them from', () => {
    const { plan, observations } = read([['All crime'], HEADER, ['Cum 2014 - 2015', ...NONE, ...LAST_YEAR]]);
    const counts = observations.filter(({ quantity }) => quantity === 'count');
    expect(plan).toMatchObject({ layout: 'wide-months', measure: 'all-crime', dataset: 'measure-sheet' });
    expect(counts.map(({ value }) => value)).toEqual([100, 110, 120, 110, 120, 110, 120, 110, 110, 110, 110, 120]);
    expect(counts[2]).toMatchObject({ from: '2014-06', to: '2014-06', cell: 'G3', minus: 'F3' });
  });

  it('reads a cumulative carried forward to March as months not yet known, never as noughts', () => {
    const { observations, refusals, warnings } = read([
      ['All crime'],
      HEADER,
      ['Cum 2014 - 2015', ...NONE, ...LAST_YEAR],
      ['Cum 2015 - 2016', ...NONE, 110, 230, 340, ...Array.from({ length: 9 }, () => 340)],
    ]);
    const current = observations.filter(({ quantity, from }) => quantity === 'count' && from >= '2015-04');
    expect(current.map(({ value }) => value)).toEqual([110, 120, 110]);
    expect(refusals).toHaveLength(9);
    expect(refusals[0]).toEqual({
      cell: 'H4',
      found: '340',
      why: 'repeats June’s 340; no new figure, so July is not yet known',
    });
    expect(warnings).toEqual([expect.objectContaining({ check: 'future-period-filled', cells: 'H4:P4' })]);
  });

  it('keeps a repeat in the middle of the year as a true nought', () => {
    const { observations, refusals } = read([['Hate incidents'], HEADER, ['Cum 15/16', ...NONE, 3, 5, 5, 6, 8]]);
    expect(refusals).toEqual([]);
    expect(observations.filter(({ quantity }) => quantity === 'count').map(({ value }) => value)).toEqual([
      3, 2, 0, 1, 2,
    ]);
  });

  it('leaves a single repeat at the end unknown, and says that it may be either', () => {
    const { observations, refusals, warnings } = read([['Hate incidents'], HEADER, ['Cum 15/16', ...NONE, 3, 5, 5]]);
    expect(observations.filter(({ quantity }) => quantity === 'count')).toHaveLength(2);
    expect(refusals.map(({ cell }) => cell)).toEqual(['G3']);
    expect(warnings.map(({ check }) => check)).toEqual(['repeat-at-end']);
  });

  it('does not split a figure over a blank month', () => {
    const { observations } = read([['Hate incidents'], HEADER, ['Cum 15/16', ...NONE, 3, null, 9, 12]]);
    const counts = observations.filter(({ quantity }) => quantity === 'count');
    expect(counts.map(({ from, value }) => [from, value])).toEqual([
      ['2015-04', 3],
      ['2015-07', 3],
    ]);
  });

  it('reads noughts to the end of the year as not yet known', () => {
    const { observations, refusals, warnings } = read([
      ['ASB incidents'],
      HEADER,
      ['Actual 2015 - 2016', ...NONE, 864, 894, 769, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    ]);
    expect(observations.map(({ value }) => value)).toEqual([864, 894, 769]);
    expect(refusals).toHaveLength(9);
    expect(warnings[0]).toMatchObject({ check: 'future-period-filled', cells: 'H3:P3' });
  });

  it('refuses −100% for months to come and says that the row compares sums, not months', () => {
    const { refusals, warnings, observations } = read([
      ['Domestic violence (crimes and incidents)'],
      HEADER,
      ['Actual 2014 - 2015', ...NONE, 542, 572, 625, 662, 564, 528, 519, 544, 587, 480, 488, 476],
      ['Actual 2015 - 2016', ...NONE, 556, 572, 504],
      [
        '% difference in Actuals',
        ...NONE,
        percent(0.03),
        percent(0.01),
        percent(-0.06),
        ...Array.from({ length: 9 }, () => percent(-1)),
      ],
    ]);
    expect(refusals.map(({ cell }) => cell)).toEqual(['H5', 'I5', 'J5', 'K5', 'L5', 'M5', 'N5', 'O5', 'P5']);
    expect(warnings.map(({ check, cells }) => [check, cells])).toEqual([
      ['future-period-filled', 'H5:P5'],
      ['change-row-is-cumulative', 'E5:G5'],
      ['same-value-two-years', 'F3, F4'],
    ]);
    expect(observations.filter(({ quantity }) => quantity === 'change').map(({ from, to }) => [from, to])).toEqual([
      ['2015-04', '2015-04'],
      ['2015-04', '2015-05'],
      ['2015-04', '2015-06'],
    ]);
  });

  it('says when a «% difference» row holds a plain number', () => {
    const { warnings } = read([
      ['Increase referrals to Domestic Abuse Services'],
      [null, 'Quarter 1', 'Quarter 2', 'Quarter 3', 'Quarter 4'],
      ['Actual 2014 - 2015', 629, 727, 760, 549],
      ['Actual 2015 - 2016', 525],
      ['Target 14/15', 667, 1334, 2001, 2666],
      ['% difference in Actuals', -104],
    ]);
    expect(warnings.map(({ check }) => check)).toEqual(['change-row-holds-number', 'target-step-differs']);
  });

  it('reads a target labelled with last year as this year’s, with a warning', () => {
    const { plan, observations } = read([
      [
        'Increase referrals to Domestic Abuse Services',
        null,
        null,
        null,
        'Quarter 1',
        'Quarter 2',
        'Quarter 3',
        'Quarter 4',
      ],
      ['Actual 2014 - 2015', null, null, null, 629, 727, 760, 549],
      ['Actual 2015 - 2016', null, null, null, 525],
      ['Target 14/15', null, null, null, 667, 1334, 2001, 2666],
    ]);
    expect(plan.layout).toBe('wide-quarters');
    expect(plan.warnings).toEqual([expect.objectContaining({ check: 'year-in-label', cells: 'E4:H4' })]);
    expect(observations.findLast(({ quantity }) => quantity === 'target')).toMatchObject({
      from: '2015-04',
      to: '2016-03',
      value: 2666,
    });
  });

  it('tells two rows of one label apart by the cumulative rows', () => {
    const { plan, observations } = read([
      ['Serious Acquisitive Crime', '12/13.', '13/14.', '14/15', ...MONTHS],
      ['Actual 2014 - 2015', 2244, 1969, 2017, 179, 155, 182],
      ['Actual 2014 - 2015', ...NONE, 196, 195],
      ['Cum Actuals 15/16', ...NONE, 196, 391],
      ['Cum Actuals 14/15', ...NONE, 179, 334, 516],
    ]);
    expect(plan.warnings).toEqual([expect.objectContaining({ check: 'duplicate-row-label', cells: 'B3:P3' })]);
    expect(observations.filter(({ cell }) => cell === 'E3')).toEqual([
      expect.objectContaining({ from: '2015-04', value: 196, quantity: 'count' }),
    ]);
  });

  it('refuses the second of two rows of one label when nothing tells them apart', () => {
    const { observations, refusals } = read([
      ['ASB incidents', ...NONE, ...MONTHS],
      ['Actual 2014 - 2015', ...NONE, 179, 155, 182],
      ['Actual 2014 - 2015', ...NONE, 196, 195],
    ]);
    expect(observations).toHaveLength(3);
    expect(refusals.map(({ cell }) => cell)).toEqual(['E3', 'F3']);
  });

  it('reads each year’s figure for the year at the head of its column, and says when it differs from the months', () => {
    const { observations, warnings, refusals } = read([
      ['ASB incidents'],
      HEADER,
      [
        'Actual 2014 - 2015',
        '14,342',
        '10,291',
        '10,299',
        808,
        882,
        1023,
        1056,
        915,
        982,
        850,
        755,
        682,
        639,
        642,
        831,
      ],
      ['Actual 2015 - 2016', null, '10,291', null, 864],
    ]);
    const annual = observations.filter(({ quantity }) => quantity === 'annual');
    expect(annual.map(({ from, to, value }) => [from, to, value])).toEqual([
      ['2012-04', '2013-03', 14_342],
      ['2013-04', '2014-03', 10_291],
      ['2014-04', '2015-03', 10_299],
    ]);
    expect(refusals).toEqual([
      { cell: 'C4', found: '10291', why: 'the same figure was already read from C3; not counted twice' },
    ]);
    expect(warnings.map(({ check, cells }) => [check, cells])).toEqual([
      ['annual-differs', 'D3'],
      ['annual-on-other-row', 'C4'],
      ['annual-step', 'B3:C3'],
      ['text-numbers', 'B3:D3, C4'],
    ]);
  });

  it('keeps n/a as what it means and counts a total only once', () => {
    const { observations } = read([
      ['Increase referrals to Domestic Abuse Services'],
      ['Year', 'Q1 (Apr-Jun)', 'Q2 (Jul-Sep)', 'Q3 (Oct-Dec)', 'Q4 (Jan-Mar)', 'Total'],
      ['2014/15', 629, 727, 760, 549, 2665],
      ['2015/16', 525, 'n/a', 'n/a', 'n/a', 525],
    ]);
    const counts = observations.filter(({ quantity }) => quantity === 'count');
    expect(counts.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(629 + 727 + 760 + 549 + 525);
    expect(counts[5]).toMatchObject({ cell: 'C4', value: null, symbol: { found: 'n/a', meaning: 'not-available' } });
    expect(observations.filter(({ cell }) => cell.startsWith('F')).map(({ quantity, to }) => [quantity, to])).toEqual([
      ['annual', '2015-03'],
      ['cumulative', '2015-06'],
    ]);
  });

  it('reads several tables on one sheet, each by its own title', () => {
    const { plan, observations } = read([
      ['Reduce Anti-social Behaviour incidents'],
      [null, ...MONTHS],
      ['Actual 2015 - 2016', 864, 894],
      [null],
      ['Hate incidents'],
      [null, ...MONTHS],
      ['Actual 2015 - 2016', 58, 64],
    ]);
    expect(plan.headerRows).toEqual([2, 6]);
    expect(observations.map(({ measure, value }) => [measure, value])).toEqual([
      ['asb', 864],
      ['asb', 894],
      ['hate', 58],
      ['hate', 64],
    ]);
  });

  it('reads several years side by side', () => {
    const { observations } = read([
      ['Reduce Anti-social Behaviour incidents'],
      [null, '2014/15', null, null, '2015/16', null, null],
      [null, 'Apr', 'May', 'Jun', 'Apr', 'May', 'Jun'],
      ['Actual', 808, 882, 1023, 864, 894, 769],
    ]);
    expect(observations.map(({ from }) => from)).toEqual([
      '2014-04',
      '2014-05',
      '2014-06',
      '2015-04',
      '2015-05',
      '2015-06',
    ]);
  });
});
