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
  readonly notes: readonly string[];
}): YearEndView {
  const { thisYear, lastYear, confidence } = input;
  const straightLine = yearEndByStraightLine({ thisYear, lastYear, confidence });
  const lastYearShare = yearEndByLastYearShare({ thisYear, lastYear, confidence });
  const hole = thisYear.indexOf(null);
  const known = thisYear.slice(0, hole < 0 ? thisYear.length : hole);
  const toDate = known.length === 0 ? null : known.reduce<number>((sum, value) => sum + (value ?? 0), 0);
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
    sentence: sentenceOf(straightLine, lastYearShare, input.year, known.length, thisYear.length),
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

const sayRange = ({ estimate, lower, upper }: YearEnd): string =>
  `${sayNumber(estimate)} (${sayNumber(lower)} to ${sayNumber(upper)})`;

function sentenceOf(line: YearEnd | null, share: YearEnd | null, year: string, known: number, of: number): string {
  if (known === 0) return `Nothing is known of ${year} yet.`;
  if (known === of) return `${year} is known in full: there is nothing to forecast.`;
  const parts = [
    ...(line === null ? [] : [`${sayRange(line)} by a straight line`]),
    ...(share === null ? [] : [`${sayRange(share)} by last year’s share`]),
  ];
  return parts.length === 0
    ? `No year-end can be estimated for ${year}.`
    : `At the present pace ${year} would end at ${parts.join(', ')}.`;
}
