import { RANGE_FACTOR, XMR_FACTOR, type XmrLimits } from './xmr.ts';

/** One group of a chart of shares; null where it is not known. */
export type GroupSeen = { readonly part: number; readonly whole: number } | null;

/** Limits of a chart of shares: one centre, and limits as wide as each group is small. */
export interface ShareLimits {
  readonly points: readonly (XmrLimits | null)[];
  /** How many times the groups vary as much as chance alone would have them: 1 where they do not vary more. */
  readonly widened: number;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * Limits of shares of unequal groups: pooled share ± 3 √(share (1 − share) ÷ group) (P chart, Montgomery 2009, 7.8),
 * times how much the groups vary beyond that, told from the moving ranges of their z-scores (P′ chart, Laney 2002,
 * «Improved control charts for attributes», Quality Engineering 14, 531–537). They are never narrower than chance alone.
 * `of` is what a whole is worth: 100 for percent. Limits stay within 0 and the whole. `base`: the groups that make the
 * limits. Null without a known group.
 */
export function shareLimits(
  groups: readonly GroupSeen[],
  base: readonly GroupSeen[],
  { of = 1, screen = false }: { readonly of?: number; readonly screen?: boolean } = {},
): ShareLimits | null {
  const known = base.filter((group) => group !== null && group.whole > 0);
  const whole = known.reduce((sum, group) => sum + (group?.whole ?? 0), 0);
  if (whole <= 0) return null;
  const centre = known.reduce((sum, group) => sum + (group?.part ?? 0), 0) / whole;
  const errorOf = (size: number): number => Math.sqrt((centre * (1 - centre)) / size);
  const scores = base.map((group) =>
    group === null || group.whole <= 0 || centre <= 0 || centre >= 1
      ? null
      : (group.part / group.whole - centre) / errorOf(group.whole),
  );
  const widened = Math.max(1, spreadOf(scores, screen));
  const points = groups.map((group): XmrLimits | null => {
    if (group === null || group.whole <= 0) return null;
    const reach = 3 * errorOf(group.whole) * widened;
    const within = (share: number): number => Math.min(1, Math.max(0, share)) * of;
    return {
      mean: centre * of,
      lower: within(centre - reach),
      upper: within(centre + reach),
      nearLower: within(centre - (reach * 2) / 3),
      nearUpper: within(centre + (reach * 2) / 3),
      meanMovingRange: (reach / XMR_FACTOR) * of,
    };
  });
  return { points, widened };
}

/** Standard deviation of z-scores from the mean of their moving ranges; 1 where too few are known to tell. */
function spreadOf(scores: readonly (number | null)[], screen: boolean): number {
  const ranges = scores.slice(1).flatMap((score, at) => {
    const before = scores[at] ?? null;
    return score === null || before === null ? [] : [Math.abs(score - before)];
  });
  if (ranges.length === 0) return 1;
  const all = mean(ranges);
  const kept = screen ? ranges.filter((range) => range < RANGE_FACTOR * all) : ranges;
  return ((kept.length === 0 ? all : mean(kept)) * XMR_FACTOR) / 3;
}
