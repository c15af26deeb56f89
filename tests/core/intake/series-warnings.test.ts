import { describe, expect, it } from 'vitest';
import { seriesWarnings } from '../../../src/core/intake/series-warnings.ts';
import { addMonths, monthOf, type Month } from '../../../src/core/time/month.ts';

const START = monthOf(2014, 4);
/** All crime in Plymouth, April 2014 to May 2015, in the manner of the July 2015 report. */
const CRIMES = [1520, 1574, 1625, 1660, 1575, 1499, 1611, 1545, 1530, 1427, 1398, 1602, 1662, 1706];
const held = (values: readonly (number | null)[]) =>
  new Map<Month, number | null>(values.map((value, at) => [addMonths(START, at), value]));
const june = (value: number | null) => [{ month: monthOf(2015, 6), value, cell: 'E7' }];

describe('a month that is unlike the months before it', () => {
  it('is said in words with the limits they give: mean ± 2.66 × mean moving range', () => {
    // Worked by hand: mean 1,566.7; moving ranges 54, 51, 35, 85, 76, 112, 66, 15, 103, 29, 204, 60, 44, mean 71.8.
    expect(seriesWarnings(held(CRIMES), june(431), 'All crime')).toEqual([
      {
        check: 'unusual-month',
        cells: 'E7',
        says: 'June 2015, 431, is below anything the last 14 months of All crime would lead one to expect (1,376 to 1,758). Is the month complete?',
      },
    ]);
    expect(seriesWarnings(held(CRIMES), june(2431), 'All crime')[0]?.says).toContain('is above anything');
  });

  it('is not said of an ordinary month, of fewer than 12 months, or of a month that is not known', () => {
    expect(seriesWarnings(held(CRIMES), june(1431), 'All crime')).toEqual([]);
    expect(seriesWarnings(held(CRIMES.map((value, at) => (at < 3 ? null : value))), june(431), 'All crime')).toEqual(
      [],
    );
    expect(seriesWarnings(held(CRIMES), june(null), 'All crime')).toEqual([]);
  });

  it('is not said again of a month that is held with the same figure', () => {
    const all = held([...CRIMES, 431]);
    expect(seriesWarnings(all, june(431), 'All crime')).toEqual([]);
    expect(seriesWarnings(all, june(432), 'All crime')).toHaveLength(1);
  });

  it('is looked for only in the last month of a series that comes whole for the first time', () => {
    const whole = [...CRIMES, 431].map((value, at) => ({ month: addMonths(START, at), value, cell: '' }));
    expect(seriesWarnings(new Map(), whole, 'All crime').map(({ check }) => check)).toEqual(['unusual-month']);
    const odd = whole.map((one, at) => ({ ...one, value: at === 13 ? 431 : at === 14 ? 1431 : one.value }));
    expect(seriesWarnings(new Map(), odd, 'All crime')).toEqual([]);
  });
});

describe('months nobody sent', () => {
  it('are named as runs between the first and the last month held or sent', () => {
    const before = held([1, 2]);
    const sent = [{ month: monthOf(2020, 1), value: 3, cell: '' }];
    expect(seriesWarnings(before, sent, 'Street crime')).toEqual([
      {
        check: 'months-missing',
        cells: '',
        says: 'Nothing is held of Street crime for June 2014 to December 2019 (67 months), though there are figures before and after.',
      },
    ]);
  });

  it('are not asked for where the file fills the only gap', () => {
    const before = new Map<Month, number | null>([
      [START, 1],
      [addMonths(START, 2), 3],
    ]);
    expect(seriesWarnings(before, [{ month: addMonths(START, 1), value: 2, cell: '' }], 'Street crime')).toEqual([]);
  });
});
