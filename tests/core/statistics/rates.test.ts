import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelOf, sideOfCount, sideOfProportion, type Side } from '../../../src/core/statistics/against-group.ts';
import { byarLimits, countLimits, exactPoissonLimits } from '../../../src/core/statistics/poisson-limits.ts';
import { proportionWithLimits } from '../../../src/core/statistics/proportion.ts';
import { pool, pooledRate, rateWithLimits } from '../../../src/core/statistics/rate.ts';
import { wilsonLimits } from '../../../src/core/statistics/wilson.ts';
import { cell, expectClose, hasOracle, number, oracleRows, type OracleRow } from './oracle.ts';

describe('limits of counts, worked by hand', () => {
  it('are exact below 10: 1 event, 0.0253 to 5.5716; 0 events, 0 to 3.6889', () => {
    // χ² tables: ½ χ²(0.025; 2) = −ln 0.975 and ½ χ²(0.975; 2) = −ln 0.025
    expectClose(exactPoissonLimits(1).lower, -Math.log(0.975), 1e-13);
    expectClose(exactPoissonLimits(0).upper, -Math.log(0.025), 1e-13);
    expect(exactPoissonLimits(0).lower).toBe(0);
    expect(countLimits(9).method).toBe('exact');
    expect(countLimits(10).method).toBe('Byar');
  });

  it('are Byar’s from 10, from the printed formula', () => {
    const z = 1.959963984540054;
    expectClose(byarLimits(65).lower, 65 * (1 - 1 / 585 - z / (3 * Math.sqrt(65))) ** 3, 1e-13);
    expectClose(byarLimits(65).upper, 66 * (1 - 1 / 594 + z / (3 * Math.sqrt(66))) ** 3, 1e-13);
    expect(byarLimits(0).lower).toBe(0);
  });

  it('are Wilson’s for proportions: 81 of 263 gives 0.2553 to 0.3662', () => {
    // Newcombe 1998, table I, gives 81/263: 0.2553 to 0.3662; 15/148: 0.0624 to 0.1605
    expect(wilsonLimits(81, 263).lower).toBeCloseTo(0.2553, 4);
    expect(wilsonLimits(81, 263).upper).toBeCloseTo(0.3662, 4);
    expect(wilsonLimits(15, 148).lower).toBeCloseTo(0.0624, 4);
    expect(wilsonLimits(15, 148).upper).toBeCloseTo(0.1605, 4);
    expect(wilsonLimits(0, 20).lower).toBe(0);
    expect(wilsonLimits(20, 20).upper).toBe(1);
  });
});

describe('rates and proportions', () => {
  it('carry value, limits, confidence, method, count, population and its year', () => {
    expect(rateWithLimits({ count: 4799, population: 261546, populationYear: 'mid-2014' })).toMatchObject({
      value: (4799 / 261546) * 1000,
      confidence: 0.95,
      method: 'Byar',
      count: 4799,
      population: 261546,
      per: 1000,
      populationYear: 'mid-2014',
    });
  });

  it('are not known where a part is not known or nobody lives there', () => {
    for (const [count, population] of [
      [null, 100],
      [1, null],
      [1, 0],
    ] as const) {
      expect(rateWithLimits({ count, population })).toMatchObject({
        value: null,
        lower: null,
        upper: null,
        method: null,
      });
    }
    expect(proportionWithLimits(null, 10).value).toBeNull();
    expect(proportionWithLimits(5, 0).value).toBeNull();
    expect(proportionWithLimits(11, 10).value).toBeNull();
    expect(pool([]).count).toBeNull();
    expect(
      pool([
        { count: 1, population: 5 },
        { count: null, population: 5 },
      ]),
    ).toEqual({ count: null, population: 10 });
  });

  it('always lie within their limits, and 99.8% limits reach further than 95%', () => {
    fc.assert(
      fc.property(fc.nat(50_000), fc.integer({ min: 1, max: 1_000_000 }), (count, population) => {
        const [narrow, wide] = [0.95, 0.998].map((confidence) => rateWithLimits({ count, population, confidence }));
        const [value, low, high] = [narrow?.value ?? NaN, narrow?.lower ?? NaN, narrow?.upper ?? NaN];
        expect(low).toBeLessThanOrEqual(value);
        expect(high).toBeGreaterThan(value);
        expect(wide?.lower).toBeLessThanOrEqual(low);
        expect(wide?.upper).toBeGreaterThan(high);
      }),
      { numRuns: 200 },
    );
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }).chain((of) => fc.tuple(fc.nat(of), fc.constant(of))),
        ([count, of]) => {
          const { value, lower, upper } = proportionWithLimits(count, of);
          expect(lower).toBeGreaterThanOrEqual(0);
          expect(upper).toBeLessThanOrEqual(1);
          expect(lower).toBeLessThanOrEqual((value ?? NaN) + 1e-12);
          expect(upper).toBeGreaterThanOrEqual((value ?? NaN) - 1e-12);
        },
      ),
    );
  });

  it('pool to the same whatever the order, and never average rates', () => {
    const area = fc.record({ count: fc.nat(5000), population: fc.integer({ min: 1, max: 100_000 }) });
    fc.assert(
      fc.property(fc.array(area, { minLength: 1, maxLength: 20 }), (areas) => {
        expect(pooledRate(areas)).toEqual(pooledRate(areas.toReversed()));
        const count = areas.reduce((sum, one) => sum + one.count, 0);
        const population = areas.reduce((sum, one) => sum + one.population, 0);
        expect(pooledRate(areas).value).toBe(rateWithLimits({ count, population }).value);
      }),
    );
  });
});

describe('an area against its group', () => {
  it('is worse where its whole interval lies above a group for a measure that should be low', () => {
    expect(sideOfCount(150, 100)).toBe('higher-998');
    expect(sideOfCount(125, 100)).toBe('higher-95');
    expect(sideOfCount(100, 100)).toBe('similar');
    expect(sideOfCount(75, 100)).toBe('lower-95');
    expect(sideOfCount(50, 100)).toBe('lower-998');
    expect(labelOf('higher-998', 'less-is-better')).toBe('worse');
    expect(labelOf('higher-998', 'more-is-better', 0.998)).toBe('better');
    expect(labelOf('lower-95', 'less-is-better')).toBe('better');
    expect(labelOf('lower-95', 'less-is-better', 0.998)).toBe('similar');
    expect(labelOf('lower-95', 'monitor')).toBe('lower');
    expect(labelOf('higher-95', 'monitor')).toBe('higher');
    expect(labelOf('similar', 'monitor')).toBe('similar');
  });
});

describe.skipIf(!hasOracle)('against tables published or computed elsewhere', () => {
  const CONFIDENCES = [
    [0.95, '95_0'],
    [0.998, '99_8'],
  ] as const;

  it('gives every rate and its limits', () => {
    for (const row of oracleRows('phe_rate.csv')) {
      for (const [confidence, suffix] of CONFIDENCES) {
        const input = { count: number(row, 'Numerator'), population: number(row, 'Denominator') };
        const rate = rateWithLimits({ ...input, per: Number(cell(row, 'multiplier')), confidence });
        expectClose(rate.value, number(row, 'value'), 1e-13);
        expectClose(rate.lower, number(row, `lower${suffix}cl`), 1e-13);
        expectClose(rate.upper, number(row, `upper${suffix}cl`), 1e-13);
        if (rate.value !== null)
          expect(`${rate.method ?? ''}s`.toLowerCase()).toContain(cell(row, 'method').toLowerCase());
      }
    }
  });

  it('gives every grouped rate by summing two equal halves', () => {
    for (const row of oracleRows('phe_rate_grouped_sums.csv')) {
      const half = (value: number | null) => (value === null ? null : value / 2);
      const part = { count: half(number(row, 'Numerator')), population: half(number(row, 'Denominator')) };
      const rate = pooledRate([part, part], { per: 100_000 });
      expectClose(rate.value, number(row, 'value'), 1e-13);
      expectClose(rate.lower, number(row, 'lowercl'), 1e-13);
      expectClose(rate.upper, number(row, 'uppercl'), 1e-13);
    }
  });

  it('gives every proportion and its limits', () => {
    for (const row of oracleRows('phe_proportion.csv')) {
      for (const [confidence, suffix] of CONFIDENCES) {
        const per = Number(cell(row, 'multiplier'));
        const share = proportionWithLimits(number(row, 'Numerator'), number(row, 'Denominator'), { per, confidence });
        expectClose(share.value, number(row, 'value'), 1e-13);
        expectClose(share.lower, number(row, `lower${suffix}cl`), 1e-13);
        expectClose(share.upper, number(row, `upper${suffix}cl`), 1e-13);
      }
    }
    for (const row of oracleRows('wilson_proptest.csv')) {
      const limits = wilsonLimits(Number(row['x']), Number(row['n']), Number(row['confidence']));
      expectClose(limits.lower, number(row, 'prop_test_lower'), 1e-12);
      expectClose(limits.upper, number(row, 'prop_test_upper'), 1e-12);
      expectClose(limits.lower, number(row, 'phe_wilson_lower'), 1e-12);
      expectClose(limits.upper, number(row, 'phe_wilson_upper'), 1e-12);
    }
  });

  it('gives every exact and Byar’s limit of a count, and chooses between them alike', () => {
    for (const row of oracleRows('poisson_exact_byar_counts.csv')) {
      const [count, confidence] = [Number(row['count']), Number(row['confidence'])];
      const [exact, byar, chosen] = [exactPoissonLimits, byarLimits, countLimits].map((limits) =>
        limits(count, confidence),
      );
      expectClose(exact?.lower ?? null, number(row, 'exact_lower'), 1e-13);
      expectClose(exact?.upper ?? null, number(row, 'exact_upper'), 1e-13);
      // Where the formula has no lower limit, at or near 0 events, the table says NA and we say 0.
      expectClose(byar?.lower ?? null, number(row, 'byar_lower') ?? 0, 1e-13);
      expectClose(byar?.upper ?? null, number(row, 'byar_upper'), 1e-13);
      expectClose(chosen?.lower ?? null, number(row, 'phe_lower'), 1e-13);
      expectClose(chosen?.upper ?? null, number(row, 'phe_upper'), 1e-13);
    }
    for (const row of oracleRows('phe_byars_wilson.csv')) {
      const confidence = Number(cell(row, 'confidence').replace('%', '')) / 100;
      const n = number(row, 'n');
      const limits =
        n === null ? byarLimits(Number(row['x']), confidence) : wilsonLimits(Number(row['x']), n, confidence);
      expectClose(limits.lower, number(row, 'lowercl') ?? 0, 1e-13);
      expectClose(limits.upper, number(row, 'uppercl'), 1e-13);
    }
  });

  const LABELS: Record<string, Side> = {
    'High (0.001)': 'higher-998',
    'High (0.025)': 'higher-95',
    'Low (0.001)': 'lower-998',
    'Low (0.025)': 'lower-95',
    'Not significant': 'similar',
  };
  const total = (rows: readonly OracleRow[], name: string) => rows.reduce((sum, row) => sum + Number(row[name]), 0);

  it('gives every label: 40 rates, 303 proportions, 300 ratios, 15 areas twice', () => {
    const rates = oracleRows('phe_funnel_rate_dsr_inputs.csv');
    const perResident = total(rates, 'count') / total(rates, 'pop');
    expect(rates.map((row) => sideOfCount(Number(row['count']), perResident * Number(row['pop'])))).toEqual(
      rates.map((row) => LABELS[cell(row, 'crude_per_100000_with_0')]),
    );
    const shares = oracleRows('phe_funnel_prop_inputs.csv');
    const share = total(shares, 'numerator') / total(shares, 'denominator');
    expect(shares.map((row) => sideOfProportion(Number(row['numerator']), Number(row['denominator']), share))).toEqual(
      shares.map((row) => LABELS[cell(row, 'significance')]),
    );
    const ratios = oracleRows('phe_funnel_ratio_inputs.csv');
    expect(ratios.map((row) => sideOfCount(Number(row['obs']), Number(row['expected'])))).toEqual(
      ratios.map((row) => LABELS[cell(row, 'significance')]),
    );
    for (const row of oracleRows('msg_synthetic_phe_rate.csv')) {
      const [count, population] = [Number(row['count']), Number(row['pop'])];
      const rate = rateWithLimits({ count, population });
      expectClose(rate.value, number(row, 'value'), 1e-13);
      expectClose(rate.lower, number(row, 'lower95_0cl'), 1e-13);
      const group = (Number(row['pooled_group_rate']) * population) / 1000;
      expect(sideOfCount(count, group)).toBe(LABELS[cell(row, 'phe_funnel_significance')]);
      for (const [against, benchmark] of [
        ['pooled', 'pooled_group_rate'],
        ['mean', 'unweighted_mean_rate'],
      ] as const) {
        const side = sideOfCount(count, (Number(row[benchmark]) * population) / 1000);
        expect(labelOf(side, 'monitor', 0.95)).toBe(cell(row, `ci95_vs_${against}`).toLowerCase());
        expect(labelOf(side, 'monitor', 0.998)).toBe(cell(row, `ci998_vs_${against}`).toLowerCase());
      }
    }
  });
});
