import { wilsonLimits } from './wilson.ts';

/** A share of a whole with Wilson's limits, all as shares of `per` (1 or 100). Null value: not known. */
export interface Proportion {
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly confidence: number;
  readonly method: 'Wilson' | null;
  readonly count: number | null;
  readonly total: number | null;
  readonly per: number;
}

/** `count` of `total` as a share of 1, or of 100 with `per` 100. Unknown when either is, or the whole is 0 or less than the part. */
export function proportionWithLimits(
  count: number | null,
  total: number | null,
  { per = 1, confidence = 0.95 }: { readonly per?: number; readonly confidence?: number } = {},
): Proportion {
  const about = { confidence, count, total, per };
  if (count === null || total === null || total <= 0 || count < 0 || count > total) {
    return { value: null, lower: null, upper: null, method: null, ...about };
  }
  const { lower, upper } = wilsonLimits(count, total, confidence);
  return { value: (count / total) * per, lower: lower * per, upper: upper * per, method: 'Wilson', ...about };
}
