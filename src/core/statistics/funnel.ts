import { gammaQuantile } from './incomplete-gamma.ts';
import { zOfConfidence } from './normal.ts';
import { exactPoissonLimits, type Limits } from './poisson-limits.ts';

/**
 * Funnel limits of the ratio observed ÷ expected at an expected count above 0, counting error only: exact, by the
 * chi-square distribution, also for an expected count that is not whole (Spiegelhalter 2005, Statistics in Medicine 24).
 */
export function ratioFunnelLimits(expected: number, confidence = 0.95): Limits {
  const tail = (1 - confidence) / 2;
  return {
    lower: gammaQuantile(tail, expected) / expected,
    upper: gammaQuantile(1 - tail, expected + 1) / expected,
  };
}

/** Where a funnel's two limits for one confidence meet so many events. */
export interface RateFunnelPoint {
  readonly events: number;
  /** Residents of whom so many events in one year are just not low any more. */
  readonly lowerPopulation: number;
  readonly lowerRate: number;
  /** Residents of whom so many events in one year are just not high any more; null at 0 events. */
  readonly upperPopulation: number | null;
  readonly upperRate: number | null;
}

/**
 * One point of each curve of a funnel of rates: the population for which `events` lies on the limit, since its own
 * exact Poisson interval just touches the group's rate (Spiegelhalter 2005; exact at every count, so the curve has no step).
 */
export function rateFunnelPoint(
  events: number,
  groupRate: number,
  {
    per = 1000,
    years = 1,
    confidence = 0.95,
  }: { readonly per?: number; readonly years?: number; readonly confidence?: number } = {},
): RateFunnelPoint {
  const { lower, upper } = exactPoissonLimits(events, confidence);
  const perResident = groupRate / per;
  const populationFor = (limit: number): number => limit / perResident / years;
  const rateIn = (population: number): number => (events / (population * years)) * per;
  const lowerPopulation = populationFor(upper);
  const upperPopulation = lower === 0 ? null : populationFor(lower);
  return {
    events,
    lowerPopulation,
    lowerRate: rateIn(lowerPopulation),
    upperPopulation,
    upperRate: upperPopulation === null ? null : rateIn(upperPopulation),
  };
}

/** Limits around the group's share of 1 for an area of so many cases: the reverse of Wilson's interval, kept within 0 and 1. */
export function proportionFunnelLimits(total: number, groupShare: number, confidence = 0.95): Limits {
  const spread = zOfConfidence(confidence) * Math.sqrt((groupShare * (1 - groupShare)) / total);
  return { lower: Math.max(0, groupShare - spread), upper: Math.min(1, groupShare + spread) };
}

/**
 * Whole numbers from 1 to `largest` for drawing a funnel's curve: so many of them, growing by an even ratio where the
 * ratio is more than one step, so that the narrow end is drawn as finely as the wide one.
 */
export function evenlySpacedCounts(largest: number, points = 100): number[] {
  const counts = [1];
  for (let left = points - 1; left > 0; left -= 1) {
    const last = counts.at(-1) ?? 1;
    if (last >= largest) break;
    counts.push(Math.max(last + 1, Math.round(last * (largest / last) ** (1 / left))));
  }
  return counts;
}
