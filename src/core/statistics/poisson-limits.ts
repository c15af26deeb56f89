import { gammaQuantile } from './incomplete-gamma.ts';
import { zOfConfidence } from './normal.ts';

/** Lower and upper confidence limits, in the unit of what they limit. */
export interface Limits {
  readonly lower: number;
  readonly upper: number;
}

/** From this count on Byar's approximation is used; below, exact limits (PHE technical guide on confidence intervals, 2018). */
export const BYAR_FROM = 10;

/** Byar's limits of a count (Breslow & Day 1987, vol. II, p. 69). A lower limit is never below 0,
 * where the formula may be for very small counts. */
export function byarLimits(count: number, confidence = 0.95): Limits {
  const z = zOfConfidence(confidence);
  const side = (x: number, sign: number): number => x * (1 - 1 / (9 * x) + (sign * z) / (3 * Math.sqrt(x))) ** 3;
  return { lower: count === 0 ? 0 : Math.max(0, side(count, -1)), upper: side(count + 1, 1) };
}

/** Exact limits of a Poisson count by the chi-square distribution (Garwood 1936, Biometrika 28). */
export function exactPoissonLimits(count: number, confidence = 0.95): Limits {
  const tail = (1 - confidence) / 2;
  return {
    lower: count === 0 ? 0 : gammaQuantile(tail, count),
    upper: gammaQuantile(1 - tail, count + 1),
  };
}

/** Limits of a count: exact below 10, Byar's from 10 on; says which. */
export function countLimits(count: number, confidence = 0.95): Limits & { readonly method: 'exact' | 'Byar' } {
  return count < BYAR_FROM
    ? { ...exactPoissonLimits(count, confidence), method: 'exact' }
    : { ...byarLimits(count, confidence), method: 'Byar' };
}
