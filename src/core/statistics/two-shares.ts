import { logGamma } from './log-gamma.ts';
import { wilsonLimits } from './wilson.ts';

/** n of N. */
export interface PartOfWhole {
  readonly part: number;
  readonly whole: number;
}

/** Two shares of different people compared, as shares of 1. */
export interface TwoShares {
  /** Later share minus earlier share. */
  readonly difference: number;
  readonly lower: number;
  readonly upper: number;
  readonly confidence: number;
  /** Exact two-sided p-value of «the shares are the same». */
  readonly p: number;
}

/** Outcomes whose chances differ by less than this share count as equally likely, so that rounding decides nothing. */
const EQUALLY_LIKELY = 1 + 1e-7;

const logChoose = (n: number, k: number): number => logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);

/**
 * Are two shares of different people the same? Limits of the difference by Newcombe's hybrid of Wilson's limits (Newcombe
 * 1998, «Interval estimation for the difference between independent proportions», Statistics in Medicine 17, 873–890,
 * method 10). The wholes are above 0.
 */
export function compareTwoShares(later: PartOfWhole, earlier: PartOfWhole, confidence = 0.95): TwoShares {
  const [now, before] = [later.part / later.whole, earlier.part / earlier.whole];
  const [about, aboutBefore] = [later, earlier].map(({ part, whole }) => wilsonLimits(part, whole, confidence));
  if (about === undefined || aboutBefore === undefined) throw new Error('two shares have two limits');
  const difference = now - before;
  return {
    difference,
    lower: difference - Math.hypot(now - about.lower, aboutBefore.upper - before),
    upper: difference + Math.hypot(about.upper - now, before - aboutBefore.lower),
    confidence,
    p: fisherTwoSided(later, earlier),
  };
}

/**
 * Fisher's exact test of two shares, two-sided: the chance, with the totals as they are, of every table no more likely than
 * the one seen (Fisher 1935, «The logic of inductive inference», Journal of the Royal Statistical Society 98).
 */
function fisherTwoSided(one: PartOfWhole, other: PartOfWhole): number {
  const total = one.whole + other.whole;
  const parts = one.part + other.part;
  const all = logChoose(total, parts);
  const chance = (part: number): number =>
    Math.exp(logChoose(one.whole, part) + logChoose(other.whole, parts - part) - all);
  const seen = chance(one.part) * EQUALLY_LIKELY;
  let sum = 0;
  for (let part = Math.max(0, parts - other.whole); part <= Math.min(one.whole, parts); part += 1) {
    const of = chance(part);
    if (of <= seen) sum += of;
  }
  return Math.min(1, sum);
}
