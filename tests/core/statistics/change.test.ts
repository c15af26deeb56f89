import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sayEvidence } from '../../../src/core/statistics/evidence.ts';
import { compareTwoCounts } from '../../../src/core/statistics/two-counts.ts';
import { changeBetween } from '../../../src/core/statistics/two-periods.ts';
import { cell, expectClose, hasOracle, number, oracleRows } from './oracle.ts';

describe('is the change real', () => {
  it('0 against 4 could be chance: p is twice one half to the fourth', () => {
    const test = compareTwoCounts(0, 4);
    expectClose(test.p, 0.125, 1e-13);
    expect(test.ratio).toBe(0);
    expect(test.ratioLower).toBe(0);
    // Clopper–Pearson upper share of 0 of 4 is 1 − 0.025^¼
    const share = 1 - 0.025 ** 0.25;
    expectClose(test.ratioUpper, share / (1 - share), 1e-12);
  });

  it('has no ratio and no upper limit against nought', () => {
    expect(compareTwoCounts(4, 0)).toMatchObject({ ratio: null, ratioUpper: null });
    expect(compareTwoCounts(0, 0)).toMatchObject({ ratio: null, ratioLower: 0, ratioUpper: null, p: 1 });
  });

  it('says so in fixed words', () => {
    expect(changeBetween(629, 525).says).toBe('from 629 to 525 (−16.5%): strong evidence of a fall');
    expect(changeBetween(2713, 2527).says).toContain('some evidence of a fall');
    expect(changeBetween(1739, 1632).says).toContain('not clear whether it is a fall or chance');
    expect(changeBetween(4786, 4799).says).toContain('could easily be chance');
    expect(changeBetween(3, 6)).toMatchObject({ percent: null, says: 'from 3 to 6: could easily be chance' });
    expect(changeBetween(15, 58).says).toBe('from 15 to 58 (+286.7%): strong evidence of a rise');
    expect(changeBetween(20, 20).says).toBe('from 20 to 20: no difference');
    expect(changeBetween(15, 30, { smallestBase: 20 }).percent).toBeNull();
    expect(sayEvidence(0.001, 'rise')).toBe('strong evidence of a rise');
  });

  it('holds the ratio within its limits, and turns over when the periods do', () => {
    const count = fc.integer({ min: 1, max: 3000 });
    fc.assert(
      fc.property(count, count, (a, b) => {
        const [there, back] = [compareTwoCounts(a, b), compareTwoCounts(b, a)];
        expect(there.ratioLower).toBeLessThan(a / b);
        expect(there.ratioUpper).toBeGreaterThan(a / b);
        expectClose(there.ratioLower * (back.ratioUpper ?? NaN), 1, 1e-10);
        expectClose(there.p, back.p, 1e-9);
      }),
      { numRuns: 150 },
    );
  });

  it.skipIf(!hasOracle)('matches every pair of equal periods: ratio, both limits and p', () => {
    const rows = oracleRows('two_period_poisson_test.csv');
    expect(rows.length).toBeGreaterThan(15);
    for (const row of rows) {
      const [now, before] = [Number(row['current']), Number(row['previous'])];
      const finite = (name: string) => (cell(row, name) === 'Inf' ? null : number(row, name));
      const change = changeBetween(before, now);
      expect(change.difference).toBe(number(row, 'diff'));
      if (change.percent !== null) expectClose(change.percent, number(row, 'pct_change'), 1e-12);
      expectClose(change.ratio, finite('rate_ratio'), 1e-12);
      expectClose(change.ratioLower, number(row, 'rr_l95'), 1e-12, cell(row, 'label'));
      expectClose(change.ratioUpper, finite('rr_u95'), 1e-12, cell(row, 'label'));
      const wide = compareTwoCounts(now, before, undefined, 0.998);
      expectClose(wide.ratioLower, number(row, 'rr_l998'), 1e-12, cell(row, 'label'));
      expectClose(wide.ratioUpper, finite('rr_u998'), 1e-12, cell(row, 'label'));
      expectClose(change.p, number(row, 'p_value'), 1e-12, cell(row, 'label'));
    }
  });

  it.skipIf(!hasOracle)('matches every pair of areas with populations of their own', () => {
    for (const row of oracleRows('rate_ratio_poisson_test.csv')) {
      const exposure = { current: Number(row['pop1']), earlier: Number(row['pop2']) };
      const test = compareTwoCounts(Number(row['count1']), Number(row['count2']), exposure);
      expectClose(test.ratio, number(row, 'rate_ratio'), 1e-12);
      expectClose(test.ratioLower, number(row, 'rr_l95'), 1e-12);
      expectClose(test.ratioUpper, number(row, 'rr_u95'), 1e-12);
      expectClose(test.p, number(row, 'p_value'), 1e-12);
    }
  });
});
