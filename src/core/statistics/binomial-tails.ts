import { betaTails } from './incomplete-beta.ts';
import { binomialDensity } from './log-gamma.ts';

/** Chance of at most `x` of `n` (whole numbers) when each has chance `p`. */
export const binomialAtMost = (x: number, n: number, p: number): number =>
  x < 0 ? 0 : x >= n ? 1 : betaTails(p, x + 1, n - x).upper;

/** Chance of at least `x` of `n` (whole numbers) when each has chance `p`. */
export const binomialAtLeast = (x: number, n: number, p: number): number =>
  x <= 0 ? 1 : x > n ? 0 : betaTails(p, x, n - x + 1).lower;

/** Outcomes whose chances differ by less than this share count as equally likely, so that rounding decides nothing. */
const EQUALLY_LIKELY = 1 + 1e-7;

/**
 * Exact two-sided p-value of `x` of `n` against chance `p`: the chance of every outcome no more likely than the one seen
 * (Sterne 1954, «Some remarks on confidence or fiducial limits»; the method of most statistical software).
 */
export function binomialTwoSided(x: number, n: number, p: number): number {
  const mode = Math.min(n, Math.floor((n + 1) * p));
  if (x === mode) return 1;
  const seen = binomialDensity(x, n, p) * EQUALLY_LIKELY;
  if (binomialDensity(mode, n, p) <= seen) return 1;
  // The chances fall away from the mode on either side, so the far edge can be found by halving.
  let likely = mode;
  let unlikely = x < mode ? n + 1 : -1;
  while (Math.abs(unlikely - likely) > 1) {
    const middle = Math.floor((unlikely + likely) / 2);
    if (binomialDensity(middle, n, p) <= seen) unlikely = middle;
    else likely = middle;
  }
  const [low, high] = x < mode ? [x, unlikely] : [unlikely, x];
  return Math.min(1, binomialAtMost(low, n, p) + binomialAtLeast(high, n, p));
}
