import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareChangeCalculator, spcCalculator } from '../../../src/core/statistics/calculators.ts';
import { shareChartLimits } from '../../../src/core/statistics/control-charts.ts';
import { shareLimits } from '../../../src/core/statistics/share-limits.ts';
import { makeSpcChart } from '../../../src/core/statistics/spc-chart.ts';
import { ruleSets } from '../../../src/core/statistics/spc-rules.ts';
import { compareTwoShares } from '../../../src/core/statistics/two-shares.ts';
import { xmrLimits } from '../../../src/core/statistics/xmr.ts';

/**
 * Newcombe 1998, Statistics in Medicine 17, table II, method 10: n of N, n of N, lower and upper limit of the difference at
 * 95%; beside them Fisher's two-sided p by scipy 1.17.
 */
const NEWCOMBE = [
  [56, 70, 48, 80, 0.0524, 0.3339, 0.012521129749209154],
  [9, 10, 3, 10, 0.1705, 0.809, 0.01976661109788],
  [6, 7, 2, 7, 0.0582, 0.8062, 0.10256410256410256],
  [5, 56, 0, 29, -0.0381, 0.1926, 0.1606214432094711],
  [0, 10, 0, 20, -0.1611, 0.2775, 1],
  [0, 10, 0, 10, -0.2775, 0.2775, 1],
  [10, 10, 0, 20, 0.6791, 1, 3.32833916042e-8],
  [10, 10, 0, 10, 0.6075, 1, 2 / 184_756],
] as const;

const group = fc
  .tuple(fc.integer({ min: 1, max: 400 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([whole, share]) => ({ part: Math.round(whole * share), whole }));

describe('two shares of different people', () => {
  it.each(NEWCOMBE)('gives %i of %i against %i of %i Newcombe’s printed limits', (a, m, b, n, lower, upper, p) => {
    const found = compareTwoShares({ part: a, whole: m }, { part: b, whole: n });
    expect(found.lower).toBeCloseTo(lower, 4);
    expect(found.upper).toBeCloseTo(upper, 4);
    expect(found.p / p).toBeCloseTo(1, 5);
  });

  it('holds the difference between its limits, and turns round with the two', () => {
    fc.assert(
      fc.property(group, group, (one, other) => {
        const [there, back] = [compareTwoShares(one, other), compareTwoShares(other, one)];
        expect(there.lower - 1e-12).toBeLessThanOrEqual(there.difference);
        expect(there.upper + 1e-12).toBeGreaterThanOrEqual(there.difference);
        expect(back.lower).toBeCloseTo(-there.upper, 10);
        expect(back.p).toBeCloseTo(there.p, 8);
        expect(compareTwoShares(one, other, 0.998).lower).toBeLessThanOrEqual(there.lower + 1e-12);
      }),
    );
  });

  it('is a calculator, and says plainly what is no share', () => {
    const answer = shareChangeCalculator({ before: { part: 48, whole: 80 }, after: { part: 56, whole: 70 } });
    expect(answer).toMatchObject({ before: 0.6, after: 0.8, method: 'Newcombe', confidence: 95 });
    expect('lower' in answer && [answer.lower.toFixed(4), answer.upper.toFixed(4)]).toEqual(['0.0524', '0.3339']);
    for (const wrong of [
      { part: 9, whole: 8 },
      { part: 1, whole: 0 },
      { part: 0.5, whole: 2 },
    ]) {
      expect(shareChangeCalculator({ before: wrong, after: { part: 1, whole: 2 } })).toMatchObject({ cannot: true });
    }
  });
});

describe('a process chart of shares', () => {
  const evenly = [30, 31, 29, 30, 31, 30, 29, 30, 31, 30, 29, 30, 30].map((part) => ({ part, whole: 60 }));

  it('has the limits of Montgomery’s P chart where the groups vary by chance', () => {
    const found = shareLimits(evenly, evenly, { of: 100 });
    const plain = shareChartLimits(evenly.map(({ part, whole }) => ({ events: part, of: whole })));
    expect(found?.widened).toBe(1);
    found?.points.forEach((point, at) => {
      expect(point?.lower).toBeCloseTo((plain?.[at]?.lower ?? NaN) * 100, 10);
      expect(point?.upper).toBeCloseTo((plain?.[at]?.upper ?? NaN) * 100, 10);
    });
  });

  it('has the limits of individual values where every group is as large and they vary more than chance (Laney 2002)', () => {
    const wild = [400, 520, 430, 570, 410, 500, 460, 540].map((part) => ({ part, whole: 1000 }));
    const found = shareLimits(wild, wild, { of: 100 });
    const individual = xmrLimits(wild.map(({ part }) => part / 10));
    expect(found?.widened).toBeGreaterThan(5);
    expect(found?.points[0]?.lower).toBeCloseTo(individual?.lower ?? NaN, 8);
    expect(found?.points[0]?.upper).toBeCloseTo(Math.min(100, individual?.upper ?? NaN), 8);
  });

  it('asks more of a small group than of a large one before it is a signal', () => {
    const groups = [...evenly, { part: 4, whole: 5 }, { part: 160, whole: 200 }];
    const chart = makeSpcChart({
      values: groups.map(({ part, whole }) => (part / whole) * 100),
      groups,
      direction: 'more-is-better',
      rules: ruleSets['mdc-7'],
    });
    expect(chart.points.at(-2)).toMatchObject({ value: 80, cause: null });
    expect(chart.points.at(-1)).toMatchObject({ value: 80, cause: 'above-limit', kind: 'improvement' });
  });

  it('leaves a group out of the limits and keeps it on the chart', () => {
    const groups = [...evenly, { part: 0, whole: 60 }];
    const chart = (leftOut: number[]) =>
      makeSpcChart({
        values: groups.map(({ part, whole }) => (part / whole) * 100),
        groups,
        direction: 'monitor',
        rules: ruleSets['mdc-7'],
        leftOut: new Set(leftOut),
      });
    expect(chart([13]).points[0]?.limits?.mean).toBeCloseTo(50, 10);
    expect(chart([13]).points[13]).toMatchObject({ value: 0, kind: null, leftOut: true });
    expect(chart([]).points[0]?.limits?.mean).toBeLessThan(47);
  });

  it('never leaves 0 to 100, never makes an unknown group nought, and never gives a limit that is no number', () => {
    fc.assert(
      fc.property(fc.array(fc.option(group), { minLength: 1, maxLength: 30 }), (groups) => {
        const chart = makeSpcChart({
          values: groups.map((one) => (one === null ? null : (one.part / one.whole) * 100)),
          groups,
          direction: 'monitor',
          rules: ruleSets['mdc-7'],
        });
        chart.points.forEach((point, at) => {
          if (groups[at] === null) expect([point.value, point.limits]).toEqual([null, null]);
          if (point.limits === null) return;
          expect(point.limits.lower).toBeGreaterThanOrEqual(0);
          expect(point.limits.upper).toBeLessThanOrEqual(100);
          expect(Number.isFinite(point.limits.nearLower + point.limits.nearUpper + point.limits.mean)).toBe(true);
        });
      }),
    );
  });

  it('is a calculator too', () => {
    const groups = evenly.map((one) => one);
    expect(spcCalculator({ values: [], groups })).toMatchObject({ trial: false, rules: 'mdc-7' });
    expect(spcCalculator({ values: [], groups: [{ part: 3, whole: 2 }] })).toMatchObject({ cannot: true });
  });
});
