import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  evenlySpacedCounts,
  proportionFunnelLimits,
  rateFunnelPoint,
  ratioFunnelLimits,
} from '../../../src/core/statistics/funnel.ts';
import {
  additiveLimits,
  dispersionOf,
  multiplicativeLimits,
  sampleQuantile,
} from '../../../src/core/statistics/overdispersion.ts';
import type { Limits } from '../../../src/core/statistics/poisson-limits.ts';
import { sampleDeviation, spreadLimits } from '../../../src/core/statistics/spread.ts';
import { cell, expectClose, grouped, hasOracle, number, oracleRows } from './oracle.ts';

describe('funnels', () => {
  it('give the chi-square limits of the published examples: 15 expected, 0.560 to 1.649', () => {
    // 2 × 15 = 30 and 32 degrees of freedom: 16.7908 and 49.4804 in any chi-square table
    expect(ratioFunnelLimits(15).lower).toBeCloseTo(16.7908 / 30, 5);
    expect(ratioFunnelLimits(15).upper).toBeCloseTo(49.4804 / 30, 5);
    expect(ratioFunnelLimits(30, 0.998).lower).toBeCloseTo(0.5289724, 7);
    expect(ratioFunnelLimits(30, 0.998).upper).toBeCloseTo(1.702771, 6);
  });

  it('place so many events where their own interval touches the group’s rate', () => {
    const point = rateFunnelPoint(1, 10);
    expectClose(point.lowerPopulation, 557.164339093889, 1e-12);
    expectClose(point.upperPopulation, (-Math.log(0.975) * 1000) / 10, 1e-12);
    expect(point.lowerRate).toBeLessThan(10);
    expect(point.upperRate).toBeGreaterThan(10);
    expect(rateFunnelPoint(0, 10)).toMatchObject({ upperPopulation: null, upperRate: null, lowerRate: 0 });
  });

  it('narrow as areas grow and always hold the group’s value', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50_000 }), (expected) => {
        const [small, large] = [ratioFunnelLimits(expected), ratioFunnelLimits(expected * 2)];
        expect(small.lower).toBeLessThan(1);
        expect(small.upper).toBeGreaterThan(1);
        expect(large.upper - large.lower).toBeLessThan(small.upper - small.lower);
        const share = proportionFunnelLimits(expected, 0.3);
        expect(share.lower).toBeLessThanOrEqual(0.3);
        expect(share.upper).toBeGreaterThanOrEqual(0.3);
      }),
      { numRuns: 100 },
    );
    expect(evenlySpacedCounts(5, 100)).toEqual([1, 2, 3, 4, 5]);
  });
});

describe('spread beyond counting error', () => {
  const areas = [
    { observed: 100, expected: 108 },
    { observed: 150, expected: 112 },
    { observed: 180, expected: 165 },
    { observed: 80, expected: 95 },
    { observed: 120, expected: 100 },
    { observed: 225, expected: 220 },
  ];

  it('is φ and τ² by the method of moments, worked by hand', () => {
    const z = areas.map(({ observed, expected }) => Math.sqrt(expected) * Math.log(observed / expected));
    const phi = z.reduce((sum, one) => sum + one * one, 0) / 6;
    const weights = areas.reduce((sum, { expected }) => sum + expected, 0);
    const squares = areas.reduce((sum, { expected }) => sum + expected ** 2, 0);
    const found = dispersionOf(areas);
    expectClose(found?.phi ?? null, phi, 1e-13);
    expectClose(found?.tauSquared ?? null, (6 * phi - 5) / (weights - squares / weights), 1e-12);
    expect(phi).toBeCloseTo(2.948033, 6);
  });

  it('widens limits and never narrows them', () => {
    const found = dispersionOf(areas);
    if (found === null) throw new Error('no dispersion');
    const plain = additiveLimits(100, { scale: 'log-ratio', tauSquared: 0 });
    expect(additiveLimits(100, found).upper).toBeGreaterThan(plain.upper);
    expectClose(Math.log(multiplicativeLimits(100, found).upper) / Math.log(plain.upper), Math.sqrt(found.phi), 1e-12);
    expect(multiplicativeLimits(100, { scale: 'log-ratio', phi: 0.2 })).toEqual(plain);
    const root = multiplicativeLimits(100, { scale: 'square-root', phi: 1 });
    expect(Math.sqrt(root.upper) - 1).toBeCloseTo(1.959963984540054 / 20, 12);
    // With counting error only, both scales come near the exact limits of 100 expected: 0.814 to 1.216.
    for (const scale of ['log-ratio', 'square-root'] as const) {
      const alone = additiveLimits(100, { scale, tauSquared: 0 });
      expect(Math.abs(alone.lower - ratioFunnelLimits(100).lower)).toBeLessThan(0.02);
      expect(Math.abs(alone.upper - ratioFunnelLimits(100).upper)).toBeLessThan(0.02);
    }
  });

  it('is nought for areas exactly as expected, and unknown without enough of them', () => {
    expect(
      dispersionOf([
        { observed: 10, expected: 10 },
        { observed: 20, expected: 20 },
      ]),
    ).toMatchObject({ phi: 0, tauSquared: 0 });
    expect(dispersionOf([{ observed: 10, expected: 10 }])).toBeNull();
    expect(
      dispersionOf([
        { observed: 0, expected: 10 },
        { observed: 20, expected: 20 },
      ]),
    ).toBeNull();
    expect(
      dispersionOf(
        [
          { observed: 0, expected: 10 },
          { observed: 20, expected: 20 },
        ],
        'square-root',
      ),
    ).not.toBeNull();
    expect(sampleQuantile([1, 2, 3, 4], 0.5)).toBe(2.5);
  });

  it('as mean ± standard deviations of the areas’ rates uses the divisor n − 1 and needs three areas', () => {
    expect(sampleDeviation([2, 4, 4, 4, 5, 5, 7, 9])).toBeCloseTo(Math.sqrt(32 / 7), 12);
    expect(spreadLimits([1, 2, 3], 2)).toEqual({ lower: 0, upper: 4 });
    expect(spreadLimits([1, 2])).toBeNull();
    expect(sampleDeviation([1])).toBeNull();
  });
});

describe.skipIf(!hasOracle)('funnels against tables computed elsewhere', () => {
  it('gives φ, τ², every score, every limit and every outlier, on both scales', () => {
    const sets = grouped(
      oracleRows('funnel_overdispersion_funnelplotr.csv'),
      (row) => cell(row, 'dataset') + cell(row, 'sr_method'),
    );
    expect(sets.size).toBe(4);
    for (const rows of sets.values()) {
      const scale = cell(rows[0] ?? {}, 'sr_method') === 'SHMI' ? 'log-ratio' : 'square-root';
      const asDrawn = ({ lower, upper }: Limits): Limits =>
        scale === 'log-ratio' ? { lower, upper } : { lower: Math.sqrt(lower), upper: Math.sqrt(upper) };
      const areas = rows.map((row) => ({ observed: Number(row['observed']), expected: Number(row['expected']) }));
      const found = dispersionOf(areas, scale, 0.1);
      if (found === null) throw new Error('no dispersion');
      rows.forEach((row, index) => {
        const expected = Number(row['expected']);
        expectClose(found.phi, number(row, 'phi'), 1e-12);
        expectClose(found.tauSquared, number(row, 'tau2'), 1e-12);
        expectClose(found.z[index] ?? null, number(row, 'Uzscore'), 1e-12);
        expectClose(found.zTrimmed[index] ?? null, number(row, 'Wuzscore'), 1e-12);
        for (const [confidence, name] of [
          [0.95, '95'],
          [0.998, '99'],
        ] as const) {
          const plain = ratioFunnelLimits(expected, confidence);
          expectClose(plain.lower, number(row, `LCL${name}`), 1e-12);
          expectClose(plain.upper, number(row, `UCL${name}`), 1e-12);
          // The table's own z is rounded to 1.959964 and 3.090232, and its square-root limits are not squared.
          const wide = asDrawn(additiveLimits(expected, found, confidence));
          expectClose(wide.lower, number(row, `OD${name}LCL`), 1e-7);
          expectClose(wide.upper, number(row, `OD${name}UCL`), 1e-7);
        }
        const { lower, upper } = asDrawn(additiveLimits(expected, found, 0.998));
        const ratio = Number(row['rr']);
        expect(ratio < lower || ratio > upper).toBe(cell(row, 'outlier') === '1');
      });
    }
  });

  it('gives both curves of rate funnels, as near as their source solved for them', () => {
    for (const [file, per, years] of [
      ['phe_funnel_rate_outputs_2.csv', 100_000, 3],
      ['msg_synthetic_phe_funnel_limits.csv', 1000, 1],
    ] as const) {
      const rows = oracleRows(file);
      expect(evenlySpacedCounts(Number(rows.at(-1)?.['Events']))).toEqual(rows.map((row) => Number(row['Events'])));
      for (const row of rows) {
        for (const [confidence, name] of [
          [0.95, '2s'],
          [0.998, '3s'],
        ] as const) {
          const point = rateFunnelPoint(Number(row['Events']), Number(row['baseline']), { per, years, confidence });
          // Their root is found to a few millionths of an event, so a limit near 0 events agrees less: 5e-5 at 0.001.
          const events = (population: number) => (population * years * Number(row['baseline'])) / per;
          const tolerance = (population: number) => Math.max(1e-6, 1e-6 / events(population));
          const [low, high] = [
            Number(row[`lower_${name}_population_1_year`]),
            Number(row[`upper_${name}_population_1_year`]),
          ];
          expectClose(point.lowerPopulation, low, tolerance(low), `${file} ${cell(row, 'Events')}`);
          expectClose(point.upperPopulation, high, tolerance(high), `${file} ${cell(row, 'Events')}`);
          expectClose(point.lowerRate, number(row, `lower_${name}_limit`), tolerance(low));
          expectClose(point.upperRate, number(row, `upper_${name}_limit`), tolerance(high));
        }
      }
    }
  });

  it('gives both curves of the proportion funnel', () => {
    const inputs = oracleRows('phe_funnel_prop_inputs.csv');
    const total = (name: string) => inputs.reduce((sum, row) => sum + Number(row[name]), 0);
    const share = total('numerator') / total('denominator');
    const rows = oracleRows('phe_funnel_prop_outputs.csv');
    expect(rows).toHaveLength(100);
    for (const row of rows) {
      const [narrow, wide] = [0.95, 0.998].map((confidence) =>
        proportionFunnelLimits(Number(row['Population']), share, confidence),
      );
      expectClose((narrow?.lower ?? NaN) * 100, number(row, 'Lower2s0025limit'), 2e-7);
      expectClose((narrow?.upper ?? NaN) * 100, number(row, 'Upper2s0025limit'), 2e-7);
      expectClose((wide?.lower ?? NaN) * 100, number(row, 'Lower3s0001limit'), 2e-7);
      expectClose((wide?.upper ?? NaN) * 100, number(row, 'Upper3s0001limit'), 2e-7);
    }
  });
});
