import { betaQuantile } from './incomplete-beta.ts';
import { binomialTwoSided } from './binomial-tails.ts';

/** Two counts compared as rates. `upper` is null where there is no finite limit, `ratio` where the earlier rate is 0. */
export interface TwoCounts {
  /** Current rate over the earlier rate. */
  readonly ratio: number | null;
  readonly ratioLower: number;
  readonly ratioUpper: number | null;
  readonly confidence: number;
  /** Exact two-sided p-value of «the rates are the same». */
  readonly p: number;
}

/**
 * Are two rates of events the same? Exact conditional test: given the total, the current count is binomial
 * (Przyborowski & Wilenski 1940, Biometrika 31), with limits of the ratio from Clopper & Pearson (1934).
 * Exposures are whatever the counts are per (residents, months); 1 and 1 for two equal periods. It takes events to be
 * independent: repeat and series crime make it too sure.
 */
export function compareTwoCounts(
  current: number,
  earlier: number,
  exposure: { readonly current: number; readonly earlier: number } = { current: 1, earlier: 1 },
  confidence = 0.95,
): TwoCounts {
  const total = current + earlier;
  const expectedShare = exposure.current / (exposure.current + exposure.earlier);
  const tail = (1 - confidence) / 2;
  const toRatio = (share: number): number => (share / (1 - share)) * (exposure.earlier / exposure.current);
  return {
    ratio: earlier === 0 ? null : (current / earlier) * (exposure.earlier / exposure.current),
    ratioLower: current === 0 ? 0 : toRatio(betaQuantile(tail, current, earlier + 1)),
    ratioUpper: earlier === 0 ? null : toRatio(betaQuantile(1 - tail, current + 1, earlier)),
    confidence,
    p: total === 0 ? 1 : binomialTwoSided(current, total, expectedShare),
  };
}
