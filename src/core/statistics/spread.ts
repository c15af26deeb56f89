/** Mean of the values; null when there are none. */
export const meanOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

/** Sample standard deviation (divisor n − 1); null with fewer than two values. */
export function sampleDeviation(values: readonly number[]): number | null {
  const mean = meanOf(values);
  if (mean === null || values.length < 2) return null;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}

/**
 * Mean ± k sample standard deviations of the areas' rates; null with fewer than three areas. The nearest public match
 * to how iQuanta's «Inline» limits behave: its own formula is not published.
 */
export function spreadLimits(rates: readonly number[], k = 1): { lower: number; upper: number } | null {
  const mean = meanOf(rates);
  const deviation = sampleDeviation(rates);
  if (mean === null || deviation === null || rates.length < 3) return null;
  return { lower: mean - k * deviation, upper: mean + k * deviation };
}
