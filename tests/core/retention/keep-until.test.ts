import { describe, expect, it } from 'vitest';
import { isDue, keepUntil } from '../../../src/core/retention/keep-until.ts';
import type { Month } from '../../../src/core/time/month.ts';

const kept = { dataset: 'recorded-crime', importedOn: '2015-07-23', coversTo: '2015-06' as Month };
const rule = (months: number, after: 'import' | 'period-end') => ({ dataset: 'recorded-crime', months, after });

describe('how long records are kept', () => {
  it.each([
    [rule(12, 'period-end'), '2016-06'],
    [rule(12, 'import'), '2016-07'],
    [rule(0, 'period-end'), '2015-06'],
    [rule(7, 'period-end'), '2016-01'],
  ])('by %o through %s', (given, until) => {
    expect(keepUntil(given, kept)).toBe(until);
  });

  it('is not known where the period is not', () => {
    expect(keepUntil(rule(12, 'period-end'), { ...kept, coversTo: null })).toBeNull();
    expect(isDue(null, '2030-01-01')).toBe(false);
  });

  it('to the end of the last month, and not a day longer; a clock set back makes nothing due', () => {
    const until = '2016-06' as Month;
    expect(['2016-06-30', '2016-07-01', '1970-01-01'].map((day) => isDue(until, day))).toEqual([false, true, false]);
  });
});
