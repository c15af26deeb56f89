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
  if (n === 0) return 1;
  const mean = n * p;
  if (x === mean) return 1;
  const seen = binomialDensity(x, n, p) * EQUALLY_LIKELY;
  // The chances fall away from the mean on either side, so the far edge can be found by halving.
  if (x < mean) {
    let [unlikely, likely] = [n + 1, Math.ceil(mean)];
    if (binomialDensity(likely, n, p) <= seen) return 1;
    while (unlikely - likely > 1) {
      const middle = Math.floor((unlikely + likely) / 2);
      if (binomialDensity(middle, n, p) <= seen) unlikely = middle;
      else likely = middle;
    }
    return Math.min(1, binomialAtMost(x, n, p) + binomialAtLeast(unlikely, n, p));
  }
  let [unlikely, likely] = [-1, Math.floor(mean)];
  if (binomialDensity(likely, n, p) <= seen) return 1;
  while (likely - unlikely > 1) {
    const middle = Math.floor((unlikely + likely) / 2);
    if (binomialDensity(middle, n, p) <= seen) unlikely = middle;
    else likely = middle;
  }
  return Math.min(1, binomialAtMost(unlikely, n, p) + binomialAtLeast(x, n, p));
}
