import fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { statusOf } from '../../../src/core/performance/status.ts';

type Judged = 'more-is-better' | 'less-is-better';
const judged = (actual: number | null, target: number | null, direction: Judged) =>
  statusOf({ actual, target, annualTarget: 1, direction, tolerancePercent: 15, against: 'linear' });

describe('the three tiers of the report', () => {
  it.each([
    [100, 100, 'more-is-better', 0, 'generally-satisfied'],
    [99.99, 100, 'more-is-better', 0.01, 'some-concerns'],
    [85, 100, 'more-is-better', 15, 'some-concerns'],
    [84.99, 100, 'more-is-better', 15.01, 'significant-concern'],
    [0, 100, 'more-is-better', 100, 'significant-concern'],
    [100, 100, 'less-is-better', 0, 'generally-satisfied'],
    [100.01, 100, 'less-is-better', 0.01, 'some-concerns'],
    [115, 100, 'less-is-better', 15, 'some-concerns'],
    [115.01, 100, 'less-is-better', 15.01, 'significant-concern'],
    [1632, 1647, 'more-is-better', 0.9107, 'some-concerns'],
    [525, 667, 'more-is-better', 21.2894, 'significant-concern'],
    [2527, 2514, 'less-is-better', 0.5171, 'some-concerns'],
    [18, 19.32, 'less-is-better', -6.8323, 'generally-satisfied'],
  ] as const)('%d against %d, %s: %d%% is %s', (actual, target, direction, shortfall, tier) => {
    const status = judged(actual, target, direction);
    expect(status.tier).toBe(tier);
    expect(status.shortfallPercent).toBeCloseTo(shortfall, 4);
  });

  it('takes exactly 15% as within, however awkward the target', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (hundredths) => {
        const target = hundredths / 100;
        expect(judged(target * 1.15, target, 'less-is-better').tier).toBe('some-concerns');
        expect(judged(target * 0.85, target, 'more-is-better').tier).toBe('some-concerns');
      }),
    );
  });

  it('says not yet known where either figure is unknown, and monitoring only without a target', () => {
    expect(judged(null, 100, 'more-is-better').tier).toBe('not-yet-known');
    expect(judged(100, null, 'more-is-better').tier).toBe('not-yet-known');
    const monitored = {
      actual: 391,
      target: null,
      annualTarget: null,
      tolerancePercent: 15,
      against: 'linear',
    } as const;
    expect(statusOf({ ...monitored, direction: 'less-is-better' }).tier).toBe('monitoring-only');
    expect(statusOf({ ...monitored, direction: 'monitor', annualTarget: 10, target: 5 }).tier).toBe('monitoring-only');
  });

  it('judges a target of nought without dividing by it', () => {
    expect(judged(0, 0, 'less-is-better')).toMatchObject({ tier: 'generally-satisfied', shortfallPercent: null });
    expect(judged(1, 0, 'less-is-better').tier).toBe('significant-concern');
    expect(judged(0, 0, 'more-is-better').tier).toBe('generally-satisfied');
  });

  it.skipIf(!existsSync('../shared/oracle'))('matches every vector of the rule', () => {
    const { vectors } = JSON.parse(readFileSync('../shared/oracle/status_rule_vectors.json', 'utf8')) as {
      vectors: { actual: number; target: number; direction: string; shortfall_pct: number; status: string }[];
    };
    expect(vectors.length).toBeGreaterThan(10);
    for (const { actual, target, direction, shortfall_pct, status } of vectors) {
      const found = judged(actual, target, direction === 'higher_is_better' ? 'more-is-better' : 'less-is-better');
      expect(found.tier).toBe(status.replaceAll('_', '-'));
      expect(found.shortfallPercent).toBeCloseTo(shortfall_pct, 4);
    }
  });
});
