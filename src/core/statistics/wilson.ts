import { zOfConfidence } from './normal.ts';
import type { Limits } from './poisson-limits.ts';

/** Wilson's score limits of `count` of `total`, as shares of 1 (Wilson 1927; Newcombe 1998, method 3). */
export function wilsonLimits(count: number, total: number, confidence = 0.95): Limits {
  const z = zOfConfidence(confidence);
  const square = z * z;
  const middle = 2 * count + square;
  const spread = z * Math.sqrt(square + (4 * count * (total - count)) / total);
  const below = 2 * (total + square);
  return {
    lower: count === 0 ? 0 : (middle - spread) / below,
    upper: count === total ? 1 : (middle + spread) / below,
  };
}
