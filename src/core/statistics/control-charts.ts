/** Centre line and limits of one point; limits that would lie below 0 for a count are 0. */
export interface ControlLimits {
  readonly centre: number;
  readonly lower: number;
  readonly upper: number;
}

/** Which points make the limits: the first so many, without the ones named. All points are judged by them. */
export interface Baseline {
  /** Limits from the first so many points only; absent: from all. */
  readonly first?: number;
  readonly without?: ReadonlySet<number>;
}

/** d₂ and D₄ for ranges of two (Montgomery 2009, «Statistical Quality Control», appendix VI). */
const D2 = 1.128;
const D4 = 3.267;

const makesLimits = (index: number, { first = Infinity, without = new Set() }: Baseline): boolean =>
  index < first && !without.has(index);

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Moving ranges of neighbouring points that both make the limits; null at the first point and beside one that does not. */
function rangesOf(values: readonly (number | null)[], baseline: Baseline): number[] {
  return values.flatMap((value, index) => {
    const before = values[index - 1] ?? null;
    const both = makesLimits(index, baseline) && makesLimits(index - 1, baseline);
    return value === null || before === null || !both ? [] : [Math.abs(value - before)];
  });
}

const baseOf = (values: readonly (number | null)[], baseline: Baseline): number[] =>
  values.flatMap((value, index) => (value !== null && makesLimits(index, baseline) ? [value] : []));

/** I chart: mean ± 3 mean moving ranges ÷ 1.128 (Montgomery 2009, 6.33). Null without two neighbours. */
export function individualsLimits(values: readonly (number | null)[], baseline: Baseline = {}): ControlLimits | null {
  const ranges = rangesOf(values, baseline);
  if (ranges.length === 0) return null;
  const centre = mean(baseOf(values, baseline));
  const reach = (3 * mean(ranges)) / D2;
  return { centre, lower: centre - reach, upper: centre + reach };
}

/** MR chart: the mean moving range, from 0 to 3.267 times it (Montgomery 2009, section 6.4). */
export function movingRangeLimits(values: readonly (number | null)[], baseline: Baseline = {}): ControlLimits | null {
  const ranges = rangesOf(values, baseline);
  if (ranges.length === 0) return null;
  const centre = mean(ranges);
  return { centre, lower: 0, upper: D4 * centre };
}

/** C chart, counts over equal chances: mean ± 3 √mean (Montgomery 2009, 7.16). */
export function countChartLimits(counts: readonly (number | null)[], baseline: Baseline = {}): ControlLimits | null {
  const base = baseOf(counts, baseline);
  if (base.length === 0) return null;
  const centre = mean(base);
  const reach = 3 * Math.sqrt(centre);
  return { centre, lower: Math.max(0, centre - reach), upper: centre + reach };
}

/** One point of a chart of events over chances: crimes over residents, clients over clients seen. */
export interface EventsOf {
  readonly events: number;
  readonly of: number;
}

/** Sum of events over sum of chances, of the points that make the limits. */
function pooledShare(points: readonly EventsOf[], baseline: Baseline): number | null {
  const base = points.filter((_, index) => makesLimits(index, baseline));
  const of = base.reduce((sum, point) => sum + point.of, 0);
  return of <= 0 ? null : base.reduce((sum, point) => sum + point.events, 0) / of;
}

/** U chart, rates over unequal chances: pooled rate ± 3 √(rate ÷ chances), times `per` (Montgomery 2009, 7.19). */
export function rateChartLimits(
  points: readonly EventsOf[],
  { per = 1, ...baseline }: Baseline & { readonly per?: number } = {},
): ControlLimits[] | null {
  const rate = pooledShare(points, baseline);
  if (rate === null) return null;
  return points.map(({ of }) => {
    const reach = 3 * Math.sqrt(rate / of);
    return { centre: rate * per, lower: Math.max(0, rate - reach) * per, upper: (rate + reach) * per };
  });
}

/** P chart, shares of unequal groups: pooled share ± 3 √(share (1 − share) ÷ group), within 0 and 1 (Montgomery 2009, 7.8). */
export function shareChartLimits(points: readonly EventsOf[], baseline: Baseline = {}): ControlLimits[] | null {
  const share = pooledShare(points, baseline);
  if (share === null) return null;
  return points.map(({ of }) => {
    const reach = 3 * Math.sqrt((share * (1 - share)) / of);
    return { centre: share, lower: Math.max(0, share - reach), upper: Math.min(1, share + reach) };
  });
}
