import { describe, expect, it } from 'vitest';
import type { CellValue } from '../../../src/core/intake/grid.ts';
import { readTable } from '../../../src/core/intake/read-table.ts';
import { recognise } from '../../../src/core/intake/recognise.ts';
import { contextOf, gridOf } from './make-grid.ts';

function read(rows: readonly (readonly CellValue[])[]) {
  const grid = gridOf(rows);
  const context = contextOf('return.xlsx');
  const plan = recognise(grid, context);
  const reading = readTable(grid, plan, context);
  const figures = reading.observations.map(({ cell, from, to, quantity, value, symbol }) => [
    cell,
    from === to ? from : `${from} to ${to}`,
    quantity,
    symbol?.meaning ?? value,
  ]);
  return { plan, figures, ...reading };
}

const month = (day: string): CellValue => ({ kind: 'day', day, time: null, monthOnly: true });
const TITLE = ['Anti-social behaviour incidents'];

describe('a table of one or two areas', () => {
  it.each<[string, CellValue[], string[]]>([
    ['months with their year', ['Apr-18', 'May-18', 'Jun-18'], ['2018-04', '2018-05', '2018-06']],
    ['months as numbers', [201804, 201805, 201806], ['2018-04', '2018-05', '2018-06']],
    [
      'real dates shown as months',
      [month('2018-04-01'), month('2018-05-01'), month('2018-06-01')],
      ['2018-04', '2018-05', '2018-06'],
    ],
    [
      'quarters of the financial year',
      ['Q1 2018/19', 'Q2 2018/19', 'Q3 2018/19'],
      ['2018-04 to 2018-06', '2018-07 to 2018-09', '2018-10 to 2018-12'],
    ],
    [
      'quarters of the calendar',
      ['Jan-Mar 2018', 'Apr-Jun 2018', 'Jul-Sep 2018'],
      ['2018-01 to 2018-03', '2018-04 to 2018-06', '2018-07 to 2018-09'],
    ],
    [
      'financial years',
      ['2015/16', '2016/17', '2017/18'],
      ['2015-04 to 2016-03', '2016-04 to 2017-03', '2017-04 to 2018-03'],
    ],
    [
      'years written as spans',
      ["Apr '07 to Mar '08", "Apr '08 to Mar '093", "Apr '09 to Mar '10"],
      ['2007-04 to 2008-03', '2008-04 to 2009-03', '2009-04 to 2010-03'],
    ],
  ])('is read under %s', (_, headings, periods) => {
    const { plan, figures } = read([TITLE, ['Area', ...headings], ['Plymouth', 10, 30, 20], ['Torbay', 5, 9, 7]]);
    expect(plan).toMatchObject({ layout: 'crosstab', measure: 'asb' });
    expect(figures.map(([, period]) => period)).toEqual([...periods, ...periods]);
  });

  it('is read of one known area alone, and not of a row that names none', () => {
    const of = (label: string) => read([TITLE, [null, 'Apr-18', 'May-18', 'Jun-18'], [label, 10, 30, 20]]).plan.layout;
    expect(of('Plymouth')).toBe('crosstab');
    expect(of('Kilograms')).toBe('not-recognised');
  });

  it('keeps signs in a whole month as what they mean, refuses errors with their cell, and counts no percentage', () => {
    const { figures, refusals } = read([
      TITLE,
      ['Area', 'Apr-18', 'May-18', 'Jun-18', 'Jul-18', 'Aug-18'],
      ['Plymouth', '*', '1,234.', { kind: 'percent', value: 0.07 }, { kind: 'error', code: '#N/A' }, '[low]'],
      ['Torbay', '*', '<5', 8, { kind: 'error', code: '#REF!' }, 'nil'],
    ]);
    expect(figures).toEqual([
      ['B3', '2018-04', 'count', 'suppressed'],
      ['C3', '2018-05', 'count', 1234],
      ['D3', '2018-06', 'rate', 0.07],
      ['F3', '2018-08', 'count', 'low'],
      ['B4', '2018-04', 'count', 'suppressed'],
      ['C4', '2018-05', 'count', 'under'],
      ['D4', '2018-06', 'count', 8],
      ['F4', '2018-08', 'count', 'nil'],
    ]);
    expect(refusals.map(({ cell, found }) => [cell, found])).toEqual([
      ['E3', '#N/A'],
      ['E4', '#REF!'],
    ]);
  });

  it('is refused under «Q1 2018», which may be either year’s, with what to do next', () => {
    const { plan } = read([
      TITLE,
      ['Area', 'Q1 2018', 'Q2 2018', 'Q3 2018'],
      ['Plymouth', 10, 30, 20],
      ['Torbay', 5, 9, 7],
    ]);
    expect(plan.layout).toBe('not-recognised');
    expect(plan.says).toContain(
      '«Q1 2018» may be the calendar’s quarter or the financial year’s: write the months (Jan-Mar 2018) or the financial year (Q1 2018/19)',
    );
  });
});
