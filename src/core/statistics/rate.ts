import { countLimits } from './poisson-limits.ts';

/** A rate with its limits and everything needed to print it honestly. Null value: not known. */
export interface Rate {
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** 0.95 or 0.998. */
  readonly confidence: number;
  readonly method: 'exact' | 'Byar' | null;
  readonly count: number | null;
  readonly population: number | null;
  /** Residents the rate is per: 1,000. */
  readonly per: number;
  readonly populationYear: string | null;
}

export interface RateInput {
  readonly count: number | null;
  readonly population: number | null;
  readonly per?: number;
  readonly confidence?: number;
  readonly populationYear?: string | null;
}

/**
 * Events per so many residents with limits: exact below 10 events, Byar's from 10 (PHE technical guide on confidence
 * intervals, 2018). Unknown when count or population is not known or nobody lives there.
 */
export function rateWithLimits(input: RateInput): Rate {
  const { count, population, per = 1000, confidence = 0.95, populationYear = null } = input;
  const about = { confidence, count, population, per, populationYear };
  if (count === null || population === null || population <= 0 || count < 0) {
    return { value: null, lower: null, upper: null, method: null, ...about };
  }
  const { lower, upper, method } = countLimits(count, confidence);
  const scale = per / population;
  return { value: count * scale, lower: lower * scale, upper: upper * scale, method, ...about };
}

/** Counts and populations of several areas summed before any rate is made; unknown when any part is. */
export function pool(areas: readonly { readonly count: number | null; readonly population: number | null }[]): {
  count: number | null;
  population: number | null;
} {
  const sum = (values: readonly (number | null)[]): number | null =>
    values.reduce<number | null>((total, value) => (total === null || value === null ? null : total + value), 0);
  if (areas.length === 0) return { count: null, population: null };
  return { count: sum(areas.map((area) => area.count)), population: sum(areas.map((area) => area.population)) };
}

/** The rate of several areas together: sums first, then one rate. Never an average of rates. */
export const pooledRate = (
  areas: readonly { readonly count: number | null; readonly population: number | null }[],
  options: Omit<RateInput, 'count' | 'population'> = {},
): Rate => rateWithLimits({ ...pool(areas), ...options });
