import { yearEndByLastYearShare, yearEndByStraightLine, type YearEnd } from '../statistics/year-end.ts';
import { sayNumber } from './say-number.ts';

/** Where a year would end at the present pace, by both ways, each with its range. */
export interface YearEndView {
  readonly measure: string;
  readonly name: string;
  readonly unit: string;
  readonly year: string;
  readonly toDate: number | null;
  readonly dataTo: string | null;
  readonly annualTarget: number | null;
  /** Decimals its figures are shown with. */
  readonly decimals: number;
  readonly straightLine: YearEnd | null;
  readonly lastYearShare: YearEnd | null;
  readonly sentence: string;
  readonly notes: readonly string[];
}

/** Makes the year's end from this year's and last year's periods; null months of last year rule out its share. */
export function makeYearEndView(input: {
  readonly measure: { readonly id: string; readonly name: string; readonly unit: string };
  readonly year: string;
  readonly thisYear: readonly (number | null)[];
  readonly lastYear: readonly (number | null)[];
  readonly dataTo: string | null;
  readonly annualTarget: number | null;
  readonly confidence: number;
  /** What one event is worth: 1 for counts, 1,000 ÷ residents for a rate. Periods are counts either way. */
  readonly worth?: number;
  readonly notes: readonly string[];
}): YearEndView {
  const { thisYear, lastYear, confidence, worth = 1 } = input;
  const straightLine = worthOf(yearEndByStraightLine({ thisYear, lastYear, confidence }), worth);
  const lastYearShare = worthOf(yearEndByLastYearShare({ thisYear, lastYear, confidence }), worth);
  const decimals = worth === 1 ? 0 : 1;
  const hole = thisYear.indexOf(null);
  const known = thisYear.slice(0, hole < 0 ? thisYear.length : hole);
  const toDate = known.length === 0 ? null : known.reduce<number>((sum, value) => sum + (value ?? 0), 0) * worth;
  return {
    measure: input.measure.id,
    name: input.measure.name,
    unit: input.measure.unit,
    year: input.year,
    toDate,
    dataTo: input.dataTo,
    annualTarget: input.annualTarget,
    straightLine,
    lastYearShare,
    decimals,
    sentence: sentenceOf({
      line: straightLine,
      share: lastYearShare,
      year: input.year,
      known: known.length,
      of: thisYear.length,
      decimals,
    }),
    notes: [
      ...(straightLine !== null && known.length <= 2
        ? ['Only a month or two are known: the range says how little that tells.']
        : []),
      ...(lastYearShare === null && straightLine !== null
        ? ['Last year is not known in full, so there is no estimate by its share.']
        : []),
      ...input.notes,
    ],
  };
}

const worthOf = (end: YearEnd | null, worth: number): YearEnd | null =>
  end === null ? null : { ...end, estimate: end.estimate * worth, lower: end.lower * worth, upper: end.upper * worth };

const sayRange = ({ estimate, lower, upper }: YearEnd, decimals: number): string =>
  `${sayNumber(estimate, decimals)} (${sayNumber(lower, decimals)} to ${sayNumber(upper, decimals)})`;

function sentenceOf(found: {
  readonly line: YearEnd | null;
  readonly share: YearEnd | null;
  readonly year: string;
  readonly known: number;
  readonly of: number;
  readonly decimals: number;
}): string {
  const { line, share, year, known, of, decimals } = found;
  if (known === 0) return `Nothing is known of ${year} yet.`;
  if (known === of) return `${year} is known in full: there is nothing to forecast.`;
  const parts = [
    ...(line === null ? [] : [`${sayRange(line, decimals)} by a straight line`]),
    ...(share === null ? [] : [`${sayRange(share, decimals)} by last year’s share`]),
  ];
  return parts.length === 0
    ? `No year-end can be estimated for ${year}.`
    : `At the present pace ${year} would end at ${parts.join(', ')}.`;
}
