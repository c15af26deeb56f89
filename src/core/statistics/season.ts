/** Months needed before season can be told from signal: two whole years. */
export const MONTHS_FOR_SEASON = 24;

/** A seasonal index, one number for each of the twelve positions of the year, with mean 1; or why there is none. */
export type Season =
  | { readonly known: true; readonly index: readonly number[]; readonly says: string }
  | { readonly known: false; readonly index: null; readonly says: string };

/** Mean of twelve months centred on a month, half of each end (a 2 × 12 moving average); null where any is unknown. */
function centredYear(values: readonly (number | null)[], at: number): number | null {
  let sum = 0;
  for (let offset = -6; offset <= 6; offset += 1) {
    const value = values[at + offset] ?? null;
    if (value === null) return null;
    sum += Math.abs(offset) === 6 ? value / 2 : value;
  }
  return sum / 12;
}

/**
 * Seasonal index by ratio to a centred 12-month moving average, as in classical multiplicative decomposition (Hyndman &
 * Athanasopoulos, «Forecasting: Principles and Practice», section 3.4). Values are months in order; the index starts with
 * the calendar month of the first one. Unknown and left-out months are null. Fewer than two whole years: no index.
 */
export function seasonOf(values: readonly (number | null)[]): Season {
  const known = values.filter((value) => value !== null).length;
  const cannot = (says: string): Season => ({ known: false, index: null, says });
  if (known < MONTHS_FOR_SEASON) {
    return cannot(
      `Season cannot be told from signal: ${String(known)} months are known, ${String(MONTHS_FOR_SEASON)} are needed.`,
    );
  }
  const ratios: number[][] = Array.from({ length: 12 }, () => []);
  values.forEach((value, at) => {
    const level = centredYear(values, at);
    if (value !== null && level !== null && level > 0) ratios[at % 12]?.push(value / level);
  });
  if (ratios.some((of) => of.length === 0)) {
    return cannot('Season cannot be told from signal: some months of the year are not known twice in unbroken years.');
  }
  const raw = ratios.map((of) => of.reduce((sum, ratio) => sum + ratio, 0) / of.length);
  const mean = raw.reduce((sum, ratio) => sum + ratio, 0) / 12;
  return {
    known: true,
    index: raw.map((ratio) => ratio / mean),
    says: `Seasonal index from ${String(known)} months, ratio to a centred 12-month average.`,
  };
}

/** Months with the season taken out: value ÷ index; null where the month is not known or its index is 0. */
export const withoutSeason = (values: readonly (number | null)[], index: readonly number[]): (number | null)[] =>
  values.map((value, at) => {
    const share = index[at % index.length] ?? 0;
    return value === null || share <= 0 ? null : value / share;
  });

/** Sum of the last twelve months at each month; null until twelve in a row are known. */
export const rollingYear = (values: readonly (number | null)[]): (number | null)[] =>
  values.map((_, at) => {
    const year = at < 11 ? [null] : values.slice(at - 11, at + 1);
    return year.reduce<number | null>((sum, value) => (sum === null || value === null ? null : sum + value), 0);
  });
