import { describe, expect, it } from 'vitest';
import { blocksNamed } from '../../../src/core/check/cells-named.ts';
import { faultsOf } from '../../../src/core/check/running-sum.ts';
import { targetIn } from '../../../src/core/check/table-words.ts';
import { profileFault } from '../../../src/core/check/target-profile.ts';
import { weekdayOf } from '../../../src/core/check/weekdays.ts';
import type { CellValue } from '../../../src/core/intake/grid.ts';
import { gridOf, MONTHS } from '../intake/make-grid.ts';
import { findingsIn } from './check-grids.ts';
import { even } from './july-2015-sheets.ts';

const found = (rows: readonly (readonly CellValue[])[], fileName?: string) =>
  findingsIn([gridOf(rows)], fileName).map(({ check, cells, expected }) => [check, cells, expected]);

describe('weekdays', () => {
  it.each([
    ['2015-09-22', 'Tuesday'],
    ['2015-09-24', 'Thursday'],
    ['2000-02-29', 'Tuesday'],
    ['2016-01-21', 'Thursday'],
  ])('%s is a %s', (day, weekday) => {
    expect(weekdayOf(day)).toBe(weekday);
  });

  it('are checked wherever they stand with a date, in any British form', () => {
    expect(
      found([
        ['Next meeting: Thurs 22nd Sept 2015, 10 am'],
        ['Tuesday, 22 September 2015'],
        ['Wed 23/09/2015 and Fri 24/09/15'],
        ['Thursday', { kind: 'day', day: '2015-09-22', time: null, monthOnly: false }],
        ['Monday 31 September 2015', 'Thursday next, 22 September'],
      ]),
    ).toEqual([
      ['weekday-differs', 'A1', 'Tuesday'],
      ['weekday-differs', 'A3', 'Thursday'],
      ['weekday-differs', 'A4', 'Tuesday'],
    ]);
  });

  it('are told together where one cell holds several wrong ones', () => {
    expect(found([['a) Monday 22 September 2015 b) Friday 24 September 2015']])).toEqual([
      ['weekday-differs', 'A1', 'Tuesday, Thursday'],
    ]);
  });
});

describe('footnote marks', () => {
  const table = (title: string, ...notes: string[]) => [
    [title],
    [null, ...MONTHS],
    ['Actual 2015/16', 5, 6, 7],
    ...notes.map((note) => [note]),
  ];

  it('need a note on the sheet, each mark its own', () => {
    expect(found(table('Hate incidents*'))).toEqual([['footnote-missing', 'A1', null]]);
    expect(found(table('Hate incidents*', '* provisional'))).toEqual([]);
    expect(found(table('Hate incidents†', '* provisional'))).toEqual([['footnote-missing', 'A1', null]]);
  });

  it('are not seen in a sum or in a symbol for a small number', () => {
    expect(found([['Hate incidents'], [null, ...MONTHS], ['Actual 2015/16', '*', 6, 7], ['5 * 3 = 15']])).toEqual([]);
  });
});

describe('numbers written in different ways', () => {
  const gap = (...rows: CellValue[][]) => [
    ['Gap per 1,000'],
    [null, '13/14', '14/15', ...MONTHS],
    ...rows.map((row) => row.map((cell) => (typeof cell === 'number' ? String(cell) : cell))),
  ];

  it('are nothing to ask about in a file of text that writes them alike', () => {
    expect(found(gap(['Gap 2015 - 2016', null, null, 6.5, 12.6, 18]), 'gap.csv')).toEqual([]);
  });

  it('are asked about where one kind of figure has other decimals (6.90 beside 6.5), or only some have commas', () => {
    expect(
      found(
        gap(
          ['Gap 2014 - 2015', null, null, '6.90', '13.50', '19.60'],
          ['Gap 2015 - 2016', null, null, '6.5', '12.6', '18'],
        ),
        'gap.csv',
      ),
    ).toEqual([['mixed-decimals', 'D4:F4', '6.50, 12.60, 18.00']]);
    expect(found(gap(['All crime cum 2014 - 2015', null, '18,822', '1612', '3158', '4786']), 'crime.csv')).toEqual([
      ['mixed-commas', 'C3', null],
    ]);
  });
});

describe('a cumulative row that stands alone', () => {
  const row = (...sums: number[]) => [['Hate incidents'], [null, ...MONTHS], ['Cumulative 15/16', ...sums]];

  it('cannot fall: the figure that stands out is named, or both where either may be wrong', () => {
    expect(found(row(50, 900, 152, 208, 247))).toEqual([['cumulative-falls', 'C3', null]]);
    expect(found(row(50, 109, 20, 208, 247))).toEqual([['cumulative-falls', 'D3', null]]);
    expect(found(row(50, 109, 105, 208, 247))).toEqual([['cumulative-falls', 'C3, D3', null]]);
  });
});

describe('sums and counts that disagree', () => {
  it('give away the count where the sums go on, the sum where the next step takes it back', () => {
    expect(faultsOf([10, 25, 10, 10], [10, 30, 40, 50], 50)).toEqual([{ kind: 'count', place: 1, right: 20 }]);
    expect(faultsOf([10, 20, 10, 10], [10, 33, 40, 50], 50)).toEqual([{ kind: 'sum', place: 1, right: 30 }]);
  });

  it('leave it open at the last period, unless the year’s own figure settles it', () => {
    expect(faultsOf([10, 20, 10, 15], [10, 30, 40, 50], null)).toEqual([{ kind: 'either', place: 3 }]);
    expect(faultsOf([10, 20, 10, 15], [10, 30, 40, 50], 50)).toEqual([{ kind: 'count', place: 3, right: 10 }]);
    expect(faultsOf([10, 20, 10, 15], [10, 30, 40, 50], 55)).toEqual([{ kind: 'sum', place: 3, right: 55 }]);
  });

  it('name the row as a whole where more than two slips would be needed', () => {
    expect(faultsOf([10, 20, 10, 15, 5, 5, 5, 5], [11, 33, 41, 59, 60, 61, 62, 63], null)).toEqual([
      expect.objectContaining({ kind: 'row' }),
    ]);
  });
});

describe('a target profile', () => {
  const none: number[] = [];

  it('is right where it is even or as last year fell, rounded as printed; own months are left alone', () => {
    expect(profileFault(even(10_064, 12), none)).toBeNull();
    expect(profileFault(even(77.3, 12, 2), none)).toBeNull();
    expect(profileFault([62, 124, 180, 200], [31, 62, 90, 100])).toBeNull();
    expect(profileFault([100, 400, 450, 1000], none)).toBeNull();
    expect(profileFault([549, 549, 549, 549], none)).toBeNull();
  });

  it('is told by its steps where a rounded step was added up', () => {
    expect(profileFault([667, 1334, 2001, 2666], none)).toEqual({ kind: 'step', places: [1, 2], right: 1333 });
  });

  it('ends where the others lead', () => {
    expect(profileFault([50, 100, 150, 300], none)).toEqual({ kind: 'end', places: [3], right: 200 });
  });
});

describe('the words of a target', () => {
  it.each([
    ['2015/16 performance measure - “gap of not more than 77.3”', 77.3, false, 'less-is-better'],
    [
      '(within 15% of performance measure) - (2015/16 performance measure - record more than 6587 crimes)',
      6587,
      true,
      'more-is-better',
    ],
    ['2015/16 performance measure – at least 200 professionals to attend DASH training', 200, false, 'more-is-better'],
    ['2015/16 performance measure of not more than 10,064 Incidents', 10_064, false, 'less-is-better'],
    ['2015/16 performance measure to record 621 incidents', 621, false, null],
  ])('%s', (text, annual, beyond, direction) => {
    expect(targetIn({ cell: 'A1', row: 1, text })).toMatchObject({ annual, beyond, direction });
  });

  it.each(['NO PERFORMANCE MEASURE', 'We are below the target of 19.6', 'performance measure 2015/16'])(
    'there is none in «%s»',
    (text) => {
      expect(targetIn({ cell: 'A1', row: 1, text })).toBeNull();
    },
  );
});

describe('the last period', () => {
  const table = (title: string, ...months: number[]) => [[title], [null, ...MONTHS], ['Actual 2015/16', ...months]];
  const three = (...titles: string[]) =>
    titles.map((title, at) => gridOf(table(title, ...(at === 0 ? [91, 92] : [81, 82, 83])), title));

  it('is asked about where one measure of a file ends before all the others, if it is not said to run behind', () => {
    const cells = (...titles: string[]) => findingsIn(three(...titles)).map(({ sheet, cells: at }) => [sheet, at]);
    expect(cells('ASB incidents', 'Hate incidents', 'Domestic abuse')).toEqual([['ASB incidents', 'D3']]);
    expect(cells('ASB incidents (one month behind)', 'Hate incidents', 'Domestic abuse')).toEqual([]);
    expect(cells('ASB incidents', 'Hate incidents')).toEqual([]);
  });
});

describe('a cell that holds no figure', () => {
  it('is named with what stands there', () => {
    expect(
      found([
        ['ASB incidents'],
        [null, ...MONTHS],
        ['Actual 2015/16', 81, 'eighty', { kind: 'error', code: '#REF!' }, 84],
        ['Actual 2014/15', 71, 'n/a', '<5', 74],
      ]),
    ).toEqual([['cell-not-read', 'C3:D3', null]]);
  });
});

describe('the cells a finding names', () => {
  it('are cells and blocks, several at once', () => {
    expect(blocksNamed('F3, H7:P7, AA10')).toEqual([
      { left: 5, top: 3, right: 5, bottom: 3 },
      { left: 7, top: 7, right: 15, bottom: 7 },
      { left: 26, top: 10, right: 26, bottom: 10 },
    ]);
    expect(blocksNamed('no cell')).toEqual([]);
  });
});
