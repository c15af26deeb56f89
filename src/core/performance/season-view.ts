import { withoutExceptional, type ExceptionalPeriod } from '../statistics/exceptional.ts';
import { rollingYear, seasonOf, withoutSeason } from '../statistics/season.ts';
import { compareTwoCounts } from '../statistics/two-counts.ts';
import { evidenceOf, sayEvidence } from '../statistics/evidence.ts';
import { addMonths, MONTH_NAMES, monthNumber, type Month } from '../time/month.ts';
import { onePeriod, periodInWords } from '../time/period.ts';
import { percentChange } from './change.ts';

/** A measure's season, or the plain statement that it cannot be told. */
export interface SeasonView {
  readonly measure: string;
  readonly name: string;
  readonly unit: string;
  readonly known: boolean;
  readonly says: string;
  /** Twelve entries from January; `index` 1 is an average month; null where there is no index. */
  readonly index: readonly { readonly month: string; readonly index: number | null }[];
  readonly months: readonly {
    readonly month: string;
    readonly words: string;
    readonly value: number | null;
    /** The same month a year before. */
    readonly lastYear: number | null;
    readonly changePercent: number | null;
    readonly changeSays: string | null;
    readonly withoutSeason: number | null;
    /** Sum of twelve months to this one. */
    readonly rollingYear: number | null;
    readonly leftOut: boolean;
  }[];
  readonly notes: readonly string[];
}

/** Season, same-month comparison and rolling twelve months. Months left out of the season stay on the chart. */
export function makeSeasonView(input: {
  readonly measure: { readonly id: string; readonly name: string; readonly unit: string };
  readonly months: readonly Month[];
  readonly values: readonly (number | null)[];
  readonly exceptional: readonly ExceptionalPeriod[];
  readonly smallestBase: number;
}): SeasonView {
  const { months, values, exceptional, smallestBase } = input;
  const used = withoutExceptional(months, values, exceptional, 'season');
  const season = seasonOf(used);
  const adjusted = season.known ? withoutSeason(values, season.index) : values.map(() => null);
  const rolling = rollingYear(values);
  const [first] = months;
  const indexOf = (calendar: number): number | null => {
    if (!season.known || first === undefined) return null;
    return season.index[(calendar - monthNumber(first) + 12) % 12] ?? null;
  };
  const valueAt = new Map(months.map((month, at) => [month, values[at] ?? null]));
  const outOfLastYear = withoutExceptional(months, values, exceptional, 'last-year');
  const lastAt = new Map(months.map((month, at) => [month, outOfLastYear[at] ?? null]));
  return {
    measure: input.measure.id,
    name: input.measure.name,
    unit: input.measure.unit,
    known: season.known,
    says: season.says,
    index: MONTH_NAMES.map((month, at) => ({ month, index: indexOf(at + 1) })),
    months: months.map((month, at) => {
      const value = valueAt.get(month) ?? null;
      const lastYear = lastAt.get(addMonths(month, -12)) ?? null;
      return {
        month,
        words: periodInWords(onePeriod(month)),
        value,
        lastYear,
        changePercent: value === null ? null : percentChange(lastYear, value, smallestBase),
        changeSays: sayChange(lastYear, value),
        withoutSeason: adjusted[at] ?? null,
        rollingYear: rolling[at] ?? null,
        leftOut: (used[at] ?? null) === null && value !== null,
      };
    }),
    notes: exceptional
      .filter(({ leftOutOf }) => leftOutOf.length > 0)
      .map(
        ({ from, to, reason, leftOutOf }) =>
          `${periodInWords({ from, to })}, ${reason}: left out of ${sayUses(leftOutOf)}.`,
      ),
  };
}

const USES = { limits: 'limits', season: 'season', profile: 'profiles', 'last-year': '«last year»' } as const;

/** What an exceptional period is left out of, in words. */
export const sayUses = (uses: readonly (keyof typeof USES)[]): string => uses.map((use) => USES[use]).join(', ');

function sayChange(before: number | null, after: number | null): string | null {
  if (before === null || after === null || !Number.isInteger(before) || !Number.isInteger(after)) return null;
  if (before === after) return 'no difference';
  const { p } = compareTwoCounts(after, before);
  return evidenceOf(p) === 'chance' ? 'could easily be chance' : sayEvidence(p, after > before ? 'rise' : 'fall');
}
