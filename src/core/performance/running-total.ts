/** Running total of the values in order; the line stops where knowledge stops: null from the first unknown on. */
export function runningTotal(values: readonly (number | null)[]): (number | null)[] {
  let total: number | null = 0;
  return values.map((value) => {
    total = total === null || value === null ? null : total + value;
    return total;
  });
}

/** Sum of the values; null when any is unknown. An empty list sums to 0. */
export const wholeSum = (values: readonly (number | null)[]): number | null =>
  values.length === 0 ? 0 : (runningTotal(values).at(-1) ?? null);
