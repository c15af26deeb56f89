import { describe, expect, it } from 'vitest';
import { groupLimits, type GroupLimitsKind } from '../../../src/core/performance/group-limits.ts';

/** Fifteen invented areas of a most-similar group. */
const AREAS = [
  [4799, 261546],
  [3120, 178400],
  [6240, 293700],
  [2885, 168300],
  [5410, 247100],
  [3988, 211400],
  [2410, 152900],
  [7012, 330200],
  [4120, 189600],
  [3555, 205100],
  [5210, 249500],
  [2990, 181900],
  [4470, 234800],
  [6120, 268700],
  [1985, 132000],
].map(([count, residents], index) => ({
  name: `Area ${String(index + 1)}`,
  count: count ?? 0,
  residents: residents ?? 0,
}));

const outside = (kind: GroupLimitsKind, options = {}) =>
  groupLimits(AREAS, kind, options)?.areas.filter((area) => area?.verdict !== 'inline').length;

describe('limits around a group, by name', () => {
  it('show that counting error alone flags nearly every area, and the areas’ own spread none', () => {
    expect(outside('counting', { confidence: 0.998 })).toBe(13);
    expect(outside('overdispersed-additive', { confidence: 0.998 })).toBe(0);
    expect(outside('overdispersed-multiplicative', { confidence: 0.998 })).toBe(0);
    expect(outside('spread')).toBeGreaterThan(0);
    expect(outside('spread', { k: 3 })).toBe(0);
  });

  it('say how they were made', () => {
    expect(groupLimits(AREAS, 'counting')?.words).toBe(
      'Limits: counting error only, exact, around the pooled rate, 95%.',
    );
    expect(groupLimits(AREAS, 'overdispersed-additive', { confidence: 0.998 })?.words).toContain('τ² 0.0119');
    expect(groupLimits(AREAS, 'overdispersed-multiplicative')?.words).toContain('φ 48.6');
    expect(groupLimits(AREAS, 'spread', { k: 2 })?.words).toContain('± 2 sample standard deviations');
    expect(groupLimits(AREAS, 'spread')?.average).not.toBe(groupLimits(AREAS, 'counting')?.average);
  });

  it('leave out areas without a figure, and are not made for fewer than three', () => {
    const some = [...AREAS.slice(0, 3), { name: 'Area X', count: null, residents: 5 }];
    expect(groupLimits(some, 'counting')?.areas.at(-1)).toBeNull();
    expect(groupLimits(AREAS.slice(0, 2), 'counting')).toBeNull();
    expect(
      groupLimits(
        AREAS.map((area) => ({ ...area, count: 0 })),
        'counting',
      ),
    ).toBeNull();
  });
});
