import type { Direction, ProfileKind } from '../measure/measure.ts';
import type { Status } from './measure-table.ts';

/** What a status is told from; null means not known. */
export interface Standing {
  /** Cumulative actual and profile at the last period known. */
  readonly actual: number | null;
  readonly target: number | null;
  /** Target of the whole year; null when the measure has none: it is then only monitored. */
  readonly annualTarget: number | null;
  readonly direction: Direction;
  readonly tolerancePercent: number;
  readonly against: ProfileKind;
}

/** Beyond nine decimals a shortfall is rounding of the computer's, so 15.00% is within 15%. */
const NINE_DECIMALS = 1e9;

/** How far an actual is on the wrong side of its target, in percent of the target; negative on the right side. */
export function shortfallPercent(
  actual: number,
  target: number,
  direction: 'more-is-better' | 'less-is-better',
): number {
  const missed = direction === 'more-is-better' ? target - actual : actual - target;
  return Math.round((missed / target) * 100 * NINE_DECIMALS) / NINE_DECIMALS + 0;
}

/**
 * The Board's three tiers (Police and Crime Commissioner's performance framework, report of 23 July 2015): on or
 * better than the profile, within the tolerance of it, or outside. Exactly the tolerance counts as within.
 */
export function statusOf({ actual, target, annualTarget, direction, tolerancePercent, against }: Standing): Status {
  if (direction === 'monitor' || annualTarget === null) {
    return { tier: 'monitoring-only', shortfallPercent: null, against: null, actual, target: null };
  }
  if (actual === null || target === null) {
    return { tier: 'not-yet-known', shortfallPercent: null, against, actual, target };
  }
  if (target === 0) {
    const tier = direction === 'more-is-better' || actual <= 0 ? 'generally-satisfied' : 'significant-concern';
    return { tier, shortfallPercent: null, against, actual, target };
  }
  const shortfall = shortfallPercent(actual, target, direction);
  const tier =
    shortfall <= 0 ? 'generally-satisfied' : shortfall <= tolerancePercent ? 'some-concerns' : 'significant-concern';
  return { tier, shortfallPercent: shortfall, against, actual, target };
}
