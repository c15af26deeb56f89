import type { Month } from '../time/month.ts';

/** What an exceptional period may be left out of, each by the officer's choice. */
export type LeftOutOf = 'limits' | 'season' | 'profile' | 'last-year';

/** Months the officer marked as not like others, with the reason: a lockdown, a change in recording. */
export interface ExceptionalPeriod {
  readonly from: Month;
  readonly to: Month;
  readonly reason: string;
  readonly leftOutOf: readonly LeftOutOf[];
}

/** Whether a month lies in a period that is left out of this use. */
export const isLeftOut = (month: Month, periods: readonly ExceptionalPeriod[], use: LeftOutOf): boolean =>
  periods.some((period) => period.from <= month && month <= period.to && period.leftOutOf.includes(use));

/** The values with months left out of this use made unknown, so that they can mislead nothing made from the rest. */
export const withoutExceptional = (
  months: readonly Month[],
  values: readonly (number | null)[],
  periods: readonly ExceptionalPeriod[],
  use: LeftOutOf,
): (number | null)[] => months.map((month, index) => (isLeftOut(month, periods, use) ? null : (values[index] ?? null)));

/** Indexes of the months left out of this use, as a process chart wants them. */
export const leftOutIndexes = (
  months: readonly Month[],
  periods: readonly ExceptionalPeriod[],
  use: LeftOutOf,
): ReadonlySet<number> => new Set(months.flatMap((month, index) => (isLeftOut(month, periods, use) ? [index] : [])));
