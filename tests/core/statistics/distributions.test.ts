import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binomialAtLeast, binomialAtMost, binomialTwoSided } from '../../../src/core/statistics/binomial-tails.ts';
import { betaQuantile, betaTails } from '../../../src/core/statistics/incomplete-beta.ts';
import { chiSquareQuantile, gammaQuantile, gammaTails } from '../../../src/core/statistics/incomplete-gamma.ts';
import { binomialDensity, logGamma, poissonDensity } from '../../../src/core/statistics/log-gamma.ts';
import { normalBelow, normalQuantile, zOfConfidence } from '../../../src/core/statistics/normal.ts';
import { expectClose } from './oracle.ts';

describe('the distributions underneath', () => {
  it('give the printed quantiles of statistical tables', () => {
    // Abramowitz & Stegun 1964, tables 26.1 and 26.8; all to their last printed digit
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 14);
    expect(normalQuantile(0.999)).toBeCloseTo(3.090232306167814, 13);
    expect(normalQuantile(1e-10)).toBeCloseTo(-6.361340902404056, 12);
    expect(zOfConfidence(0.95)).toBeCloseTo(1.959963984540054, 14);
    expect(chiSquareQuantile(0.95, 1)).toBeCloseTo(3.841458820694124, 13);
    expect(chiSquareQuantile(0.95, 10)).toBeCloseTo(18.307038053275146, 12);
    expect(chiSquareQuantile(0.01, 30)).toBeCloseTo(14.953457, 6);
  });

  it('agree with closed forms: half-integer and whole arguments', () => {
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 14);
    expect(logGamma(1)).toBeCloseTo(0, 14);
    expect(logGamma(11)).toBeCloseTo(Math.log(3628800), 13);
    expect(normalBelow(0)).toBe(0.5);
    // shape 1 is the exponential distribution
    for (const x of [0.01, 1, 5, 40]) expectClose(gammaTails(x, 1).upper, Math.exp(-x), 1e-14);
    // beta with b = 1 is a power
    for (const x of [0.01, 0.5, 0.99]) expectClose(betaTails(x, 3, 1).lower, x ** 3, 1e-14);
    expectClose(poissonDensity(3, 2), (8 * Math.exp(-2)) / 6, 1e-14);
    expectClose(binomialDensity(2, 5, 0.25), 10 * 0.0625 * 0.421875, 1e-14);
    expect(poissonDensity(0, 0)).toBe(1);
    expect(binomialDensity(0, 5, 0)).toBe(1);
    expect(binomialDensity(4, 5, 1)).toBe(0);
  });

  it('come back from a quantile to the chance they started with, also far out and for large counts', () => {
    const chance = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });
    const shape = fc.double({ min: 0.5, max: 1e5, noNaN: true });
    fc.assert(
      fc.property(chance, shape, (p, a) => {
        expectClose(gammaTails(gammaQuantile(p, a), a).lower, p, 1e-9);
      }),
      { numRuns: 200 },
    );
    fc.assert(
      fc.property(chance, fc.integer({ min: 1, max: 20_000 }), fc.integer({ min: 1, max: 20_000 }), (p, a, b) => {
        expectClose(betaTails(betaQuantile(p, a, b), a, b).lower, p, 1e-9);
      }),
      { numRuns: 200 },
    );
    fc.assert(
      fc.property(chance, (p) => {
        expectClose(normalBelow(normalQuantile(p)), p, 1e-12);
      }),
    );
  });

  it('sum a binomial exactly', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.double({ min: 0.01, max: 0.99, noNaN: true }), (n, p) => {
        let below = 0;
        for (let x = 0; x <= n; x += 1) {
          below += binomialDensity(x, n, p);
          expectClose(binomialAtMost(x, n, p), Math.min(1, below), 1e-10);
          expect(binomialAtLeast(x + 1, n, p) + binomialAtMost(x, n, p)).toBeCloseTo(1, 12);
        }
        expect(below).toBeCloseTo(1, 11);
      }),
      { numRuns: 60 },
    );
  });

  it('sum the two-sided p-value over every outcome no more likely than the one seen', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50 }).chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n))),
        fc.double({ min: 0.02, max: 0.98, noNaN: true }),
        ([x, n], p) => {
          const seen = binomialDensity(x, n, p) * (1 + 1e-7);
          let chance = 0;
          for (let other = 0; other <= n; other += 1) {
            const density = binomialDensity(other, n, p);
            if (density <= seen) chance += density;
          }
          expectClose(binomialTwoSided(x, n, p), Math.min(1, chance), 1e-9, `${String(x)} of ${String(n)}`);
        },
      ),
      { numRuns: 300 },
    );
    expect(binomialTwoSided(0, 0, 0.5)).toBe(1);
    expect(binomialTwoSided(5, 10, 0.5)).toBe(1);
  });
});
