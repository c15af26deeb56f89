/** Three sigma of an individual value from the mean moving range of two: 3 ÷ 1.128, printed as 2.66 (Wheeler 1993). */
export const XMR_FACTOR = 2.66;
/** Upper limit of a moving range of two over their mean (Shewhart's D4; Montgomery 2009, appendix VI). */
export const RANGE_FACTOR = 3.267;

/** Limits of a chart of individual values. The lower one may lie below 0: only a drawing cuts it off there. */
export interface XmrLimits {
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
  /** Two thirds of the way from the mean to the limits. */
  readonly nearLower: number;
  readonly nearUpper: number;
  readonly meanMovingRange: number;
}

/** Distances between neighbours; where either is not known there is none. */
function movingRanges(values: readonly (number | null)[]): number[] {
  return values.slice(1).flatMap((value, index) => {
    const before = values[index] ?? null;
    return value === null || before === null ? [] : [Math.abs(value - before)];
  });
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * Natural process limits of individual values: mean ± 2.66 × mean moving range (Wheeler 1993, «Understanding Variation»;
 * NHS England, Making Data Count). With `screen`, moving ranges of 3.267 times their mean or more are left out once.
 * Null where there is no moving range. A series that never moves has limits at its mean.
 */
export function xmrLimits(values: readonly (number | null)[], screen = false): XmrLimits | null {
  const known = values.filter((value) => value !== null);
  const ranges = movingRanges(values);
  if (ranges.length === 0) return null;
  const all = mean(ranges);
  const kept = screen ? ranges.filter((range) => range < RANGE_FACTOR * all) : ranges;
  const meanMovingRange = kept.length === 0 ? all : mean(kept);
  const centre = mean(known);
  const reach = XMR_FACTOR * meanMovingRange;
  return {
    mean: centre,
    lower: centre - reach,
    upper: centre + reach,
    nearLower: centre - (reach * 2) / 3,
    nearUpper: centre + (reach * 2) / 3,
    meanMovingRange,
  };
}
