import { sayUses } from '../../../core/performance/season-view.ts';
import { isLeftOut } from '../../../core/statistics/exceptional.ts';
import { periodInWords } from '../../../core/time/period.ts';
import { exceptionalFor } from '../store/exceptional-periods.ts';
import type { ReadStore } from '../store/open-store.ts';
import type { SeriesValue } from './series.ts';

/** Last year as a measure's table may use it: without the periods left out of «last year» or of profiles, by choice. */
export interface LastYearUsed {
  readonly lastYear: readonly SeriesValue[];
  /** Last year's values for the profile by its share; null: not known or left out. */
  readonly forProfile: readonly (number | null)[];
  /** What was left out, one sentence each: nothing is left out in silence. */
  readonly notes: readonly string[];
}

/** Takes out of last year what the officer chose to leave out for this measure. */
export function lastYearUsed(db: ReadStore, measure: string, lastYear: readonly SeriesValue[]): LastYearUsed {
  const exceptional = exceptionalFor(db, measure);
  const shown = lastYear.map((one) =>
    isLeftOut(one.period.to, exceptional, 'last-year') ? { ...one, value: null, symbol: 'left out' } : one,
  );
  const touching = exceptional.filter(
    ({ from, to, leftOutOf }) =>
      leftOutOf.some((use) => use === 'profile' || use === 'last-year') &&
      lastYear.some(({ period }) => from <= period.to && period.to <= to),
  );
  return {
    lastYear: shown,
    forProfile: shown.map(({ period, value }) => (isLeftOut(period.to, exceptional, 'profile') ? null : value)),
    notes: touching.map(
      ({ from, to, reason, leftOutOf }) =>
        `${periodInWords({ from, to })} (${reason}) is left out of ${sayUses(leftOutOf)} by choice.`,
    ),
  };
}
