import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLeftOut, leftOutIndexes, withoutExceptional } from '../../../src/core/statistics/exceptional.ts';
import { rollingYear, seasonOf, withoutSeason } from '../../../src/core/statistics/season.ts';
import { yearEndByLastYearShare, yearEndByStraightLine } from '../../../src/core/statistics/year-end.ts';
import { monthOf, monthsFrom } from '../../../src/core/time/month.ts';

const ASB = {
  lastYear: [808, 882, 1023, 1056, 915, 982, 850, 755, 682, 639, 642, 831],
  thisYear: [864, 894, 769, ...Array.from({ length: 9 }, () => null)],
};

describe('season', () => {
  it('cannot be told from signal with fifteen months', () => {
    const season = seasonOf([...ASB.lastYear, 864, 894, 769]);
    expect(season.known).toBe(false);
    expect(season.says).toContain('15 months are known, 24 are needed');
  });

  it('is found again in a series made of a level and a pattern', () => {
    const pattern = [0.8, 0.9, 1, 1.1, 1.3, 1.2, 1, 0.9, 0.8, 0.9, 1, 1.1];
    const values = Array.from({ length: 48 }, (_, at) => 500 * (pattern[at % 12] ?? 0));
    const season = seasonOf(values);
    if (!season.known) throw new Error(season.says);
    season.index.forEach((share, at) => {
      expect(share).toBeCloseTo(pattern[at] ?? NaN, 10);
    });
    for (const value of withoutSeason(values, season.index)) expect(value).toBeCloseTo(500, 8);
  });

  it('has mean 1 whatever the series, and keeps unknown months unknown', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 24, maxLength: 60 }), (values) => {
        const season = seasonOf(values);
        if (!season.known) throw new Error(season.says);
        expect(season.index.reduce((sum, share) => sum + share, 0)).toBeCloseTo(12, 9);
      }),
    );
    expect(withoutSeason([10, null], [2])).toEqual([5, null]);
    const broken = Array.from({ length: 36 }, (_, at) => (at % 7 === 0 ? null : 10));
    expect(seasonOf(broken)).toMatchObject({ known: false, says: expect.stringContaining('unbroken') as string });
  });

  it('falls out of twelve months rolling, which waits for twelve in a row', () => {
    const values = [...Array.from({ length: 12 }, () => 1), 3, null, 1];
    expect(rollingYear(values)).toEqual([...Array.from({ length: 11 }, () => null), 12, 14, null, null]);
  });
});

describe('the year’s end at the present pace', () => {
  it('gives the report’s measures: ASB 10,108 by straight line and 9,375 by last year’s share', () => {
    const line = yearEndByStraightLine(ASB);
    const share = yearEndByLastYearShare(ASB);
    expect(line?.estimate).toBeCloseTo(2527 * 4, 9);
    expect(share?.estimate).toBeCloseTo((2527 * 10065) / 2713, 9);
    expect(Math.round(share?.estimate ?? 0)).toBe(9375);
    for (const end of [line, share]) {
      expect(end?.lower).toBeLessThan(end?.estimate ?? NaN);
      expect(end?.upper).toBeGreaterThan(end?.estimate ?? NaN);
      expect(end?.dispersion).toBeGreaterThan(1);
      expect(end?.periodsKnown).toBe(3);
    }
  });

  it('has Nelson’s range for months that differ by counting error only', () => {
    const end = yearEndByStraightLine({ thisYear: [100, 100, 100, null, null, null], lastYear: [] });
    expect(end?.dispersion).toBe(1);
    expect(end?.upper).toBeCloseTo(600 + 1.959963984540054 * Math.sqrt(300 * (1 + 1)), 9);
  });

  it('is never given bare, never below what is known, and not before a month is or for a whole year', () => {
    const none = Array.from({ length: 12 }, () => null);
    expect(yearEndByStraightLine({ thisYear: none, lastYear: [] })).toBeNull();
    expect(yearEndByStraightLine({ thisYear: [null, 5, 5], lastYear: [] })).toBeNull();
    expect(yearEndByStraightLine({ thisYear: [5, 5], lastYear: [] })).toBeNull();
    expect(yearEndByLastYearShare({ ...ASB, lastYear: [808, null] })).toBeNull();
    expect(yearEndByLastYearShare({ thisYear: [5, null], lastYear: [0, 9] })).toBeNull();
    const counts = fc.array(fc.integer({ min: 0, max: 2000 }), { minLength: 1, maxLength: 11 });
    fc.assert(
      fc.property(counts, (known) => {
        const thisYear = [...known, ...Array.from({ length: 12 - known.length }, () => null)];
        const end = yearEndByStraightLine({ thisYear, lastYear: ASB.lastYear });
        const soFar = known.reduce((sum, count) => sum + count, 0);
        expect(end?.lower).toBeGreaterThanOrEqual(soFar);
        expect(end?.upper).toBeGreaterThanOrEqual(end?.estimate ?? NaN);
      }),
    );
  });
});

describe('exceptional periods', () => {
  const months = monthsFrom(monthOf(2020, 2), monthOf(2020, 6));
  const lockdown = {
    from: monthOf(2020, 4),
    to: monthOf(2020, 5),
    reason: 'first national lockdown',
    leftOutOf: ['limits', 'last-year'] as const,
  };

  it('are left out of what the officer chose and of nothing else', () => {
    expect(withoutExceptional(months, [5, 6, 1, 2, 7], [lockdown], 'last-year')).toEqual([5, 6, null, null, 7]);
    expect(withoutExceptional(months, [5, 6, 1, 2, 7], [lockdown], 'profile')).toEqual([5, 6, 1, 2, 7]);
    expect([...leftOutIndexes(months, [lockdown], 'limits')]).toEqual([2, 3]);
    expect(isLeftOut(monthOf(2020, 6), [lockdown], 'limits')).toBe(false);
  });
});
