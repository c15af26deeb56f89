/** No percentage is shown on an earlier count below this: «from 3 to 6» says more than «+100%». */
export const SMALLEST_BASE = 10;

/** Change in percent from `before` to `after`; null when either is unknown or `before` is 0. For rates and gaps. */
export const relativeChange = (before: number | null, after: number | null): number | null =>
  before === null || after === null || before === 0 ? null : (after / before - 1) * 100;

/** Change of a gap in percent; null also where there was none before, or the priority neighbourhoods were below the city. */
export const gapChange = (before: number | null, after: number | null): number | null =>
  before !== null && before < 0 ? null : relativeChange(before, after);

/** Change of a count in percent; null when either is unknown or the earlier count is below `smallestBase`. */
export const percentChange = (
  before: number | null,
  after: number | null,
  smallestBase: number = SMALLEST_BASE,
): number | null => (before !== null && before < smallestBase ? null : relativeChange(before, after));
