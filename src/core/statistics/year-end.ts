import { zOfConfidence } from './normal.ts';

/** Where the year would end at the present pace, with a range: never one bare number. */
export interface YearEnd {
  readonly by: 'straight-line' | 'last-year-share';
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
  readonly confidence: number;
  /** Widening of counting error by how much the known months differ among themselves: 1 for none. */
  readonly dispersion: number;
  readonly periodsKnown: number;
}

export interface YearEndInput {
  /** This year's months (or quarters) in order; null where not known. Only those before the first unknown are used. */
  readonly thisYear: readonly (number | null)[];
  /** Last year's, all of them; any unknown: no estimate by last year's share. */
  readonly lastYear: readonly (number | null)[];
  readonly confidence?: number;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Pearson's χ² of counts against their expected counts over degrees of freedom, never below 1 (McCullagh & Nelder 1989, 4.5). */
function dispersionFrom(
  groups: readonly { readonly counts: readonly number[]; readonly shares: readonly number[] }[],
): number {
  let square = 0;
  let degrees = 0;
  for (const { counts, shares } of groups) {
    const [total, whole] = [sum(counts), sum(shares)];
    if (counts.length < 2 || total <= 0 || whole <= 0) continue;
    counts.forEach((count, index) => {
      const expected = (total * (shares[index] ?? 0)) / whole;
      if (expected > 0) square += (count - expected) ** 2 / expected;
    });
    degrees += counts.length - 1;
  }
  return degrees === 0 ? 1 : Math.max(1, square / degrees);
}

/**
 * The year's end by straight line: known months, and the rest at their mean. The range is the prediction interval of a
 * further count with the same mean (Nelson 1970, IEEE Transactions on Reliability R-19), widened where the months of
 * this year and last differ by more than counting error. Null before the first known month and for a whole year known.
 */
export function yearEndByStraightLine({ thisYear, lastYear, confidence = 0.95 }: YearEndInput): YearEnd | null {
  const known = knownFrom(thisYear);
  if (known.length === 0 || known.length === thisYear.length) return null;
  const ratio = (thisYear.length - known.length) / known.length;
  const before = lastYear.filter((value) => value !== null);
  const dispersion = dispersionFrom([known, before].map((counts) => ({ counts, shares: counts.map(() => 1) })));
  return range('straight-line', known, ratio, 0, dispersion, confidence);
}

/**
 * The year's end by last year's share: known months, and the rest as last year went on from the same point. The range
 * is as for the straight line, with the chance in last year's own share added (delta method). Null also where last year
 * is incomplete or had none by this point.
 */
export function yearEndByLastYearShare({ thisYear, lastYear, confidence = 0.95 }: YearEndInput): YearEnd | null {
  const known = knownFrom(thisYear);
  const before = lastYear.filter((value) => value !== null);
  if (known.length === 0 || known.length === thisYear.length || before.length !== thisYear.length) return null;
  const soFar = sum(before.slice(0, known.length));
  const later = sum(before.slice(known.length));
  if (soFar <= 0 || later <= 0) return null;
  const dispersion = dispersionFrom([{ counts: known, shares: before.slice(0, known.length) }]);
  return range('last-year-share', known, later / soFar, 1 / soFar + 1 / later, dispersion, confidence);
}

function knownFrom(values: readonly (number | null)[]): number[] {
  const hole = values.indexOf(null);
  return values.slice(0, hole < 0 ? values.length : hole).filter((value) => value !== null);
}

function range(
  by: YearEnd['by'],
  known: readonly number[],
  ratio: number,
  relativeVarianceOfRatio: number,
  dispersion: number,
  confidence: number,
): YearEnd {
  const soFar = sum(known);
  const rest = soFar * ratio;
  // Chance of what is to come, of what has been, and of the ratio between them.
  const variance = dispersion * (rest + soFar * ratio ** 2 + rest ** 2 * relativeVarianceOfRatio);
  const reach = zOfConfidence(confidence) * Math.sqrt(variance);
  const estimate = soFar + rest;
  const lower = Math.max(soFar, estimate - reach);
  return { by, estimate, lower, upper: estimate + reach, confidence, dispersion, periodsKnown: known.length };
}
