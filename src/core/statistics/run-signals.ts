import { binomialAtMost } from './binomial-tails.ts';

/** What the runs of points above and below a centre line say about a shift, without any limits. */
export interface RunSignals {
  readonly longestRun: number;
  /** The longest run that chance would readily make. */
  readonly longestExpected: number;
  readonly crossings: number;
  /** The fewest crossings that chance would readily make. */
  readonly fewestExpected: number;
  readonly signal: boolean;
}

/**
 * Unusually long runs or unusually few crossings of the centre line: longest run over log₂ n + 3, crossings under the 5%
 * point of a fair coin (Anhøj & Olesen 2014, PLOS ONE 9(11)). Points on the line do not count. Null with none off it.
 */
export function runSignals(values: readonly (number | null)[], centre: number): RunSignals | null {
  const sides = values.flatMap((value) => (value === null || value === centre ? [] : [value > centre]));
  if (sides.length === 0) return null;
  let longestRun = 1;
  let run = 1;
  let crossings = 0;
  for (let index = 1; index < sides.length; index += 1) {
    const crossed = sides[index] !== sides[index - 1];
    crossings += crossed ? 1 : 0;
    run = crossed ? 1 : run + 1;
    longestRun = Math.max(longestRun, run);
  }
  const longestExpected = Math.round(Math.log2(sides.length) + 3);
  let fewestExpected = 0;
  while (binomialAtMost(fewestExpected, sides.length - 1, 0.5) < 0.05) fewestExpected += 1;
  return {
    longestRun,
    longestExpected,
    crossings,
    fewestExpected,
    signal: longestRun > longestExpected || crossings < fewestExpected,
  };
}
