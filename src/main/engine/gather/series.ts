import type { Measure } from '../../../core/measure/measure.ts';
import type { PeriodValue } from '../../../core/performance/make-measure-table.ts';
import { sayNumber } from '../../../core/performance/say-number.ts';
import { joinOrigins, type Origin } from '../../../core/provenance/origin.ts';
import { readMonthId, monthsFrom, type Month } from '../../../core/time/month.ts';
import { onePeriod, periodInWords, type Period } from '../../../core/time/period.ts';
import { recordCounts, tableCounts, type HeldValue } from '../store/held-counts.ts';
import { partnership } from '../store/measures.ts';
import type { ReadStore } from '../store/open-store.ts';

/** What is held of one measure for the city, by period, with where each number came from. */
export interface Series {
  readonly values: ReadonlyMap<string, SeriesValue>;
  /** Where two sources give different numbers for one period. */
  readonly notes: readonly string[];
}

export interface SeriesValue extends PeriodValue {
  readonly from: readonly Origin[];
  readonly illustrative: boolean;
}

/** Under which a period's value is found. */
export const periodKey = (period: Period): string => `${period.from} ${period.to}`;

/** A month as the store holds it. */
export const month = (text: string): Month => {
  const read = readMonthId(text);
  if (read === null) throw new Error('the store holds a period that is no month');
  return read;
};

/** The city's series of a measure: for each period the most trusted dataset that knows it. */
export function gatherSeries(db: ReadStore, measure: Measure, upTo: string | null): Series {
  const { cityId } = partnership(db);
  const counted = tableCounts(db, { measure: measure.id, areaId: cityId, quantity: 'count', upTo });
  const held = [...counted, ...recordCounts(db, measure.id, upTo)];
  const values = new Map<string, SeriesValue>();
  const differs: { period: Period; kept: HeldValue; other: HeldValue }[] = [];
  const chosen = new Map<string, HeldValue>();
  for (const dataset of measure.datasets) {
    for (const one of held.filter((value) => value.dataset === dataset)) {
      const period = { from: month(one.from), to: month(one.to) };
      const key = periodKey(period);
      const before = chosen.get(key);
      if (before !== undefined && before.value !== null) {
        if (one.value !== null && one.value !== before.value) differs.push({ period, kept: before, other: one });
        continue;
      }
      chosen.set(key, one);
      const { value, symbol, illustrative, origin } = one;
      values.set(key, { period, value, symbol, illustrative, from: [origin] });
    }
  }
  return { values, notes: differs.map(noteOf) };
}

function noteOf({ period, kept, other }: { period: Period; kept: HeldValue; other: HeldValue }): string {
  const say = (one: HeldValue) => `${sayNumber(one.value ?? 0)} in ${one.origin.file} (${one.origin.cell})`;
  return `${periodInWords(period)}: ${say(kept)} is used; ${say(other)} differs.`;
}

/** What the series holds for the periods asked for, in order. A quarter is summed from three known months. */
export function valuesFor(series: Series, periods: readonly Period[]): SeriesValue[] {
  return periods.map((period) => {
    const held = series.values.get(periodKey(period));
    if (held !== undefined || period.from === period.to) return held ?? unknown(period);
    const months = monthsFrom(period.from, period.to).map((one) => series.values.get(periodKey(onePeriod(one))));
    if (months.some((one) => one === undefined || one.value === null)) return unknown(period);
    const known = months.filter((one) => one !== undefined);
    return {
      period,
      value: known.reduce((sum, one) => sum + (one.value ?? 0), 0),
      symbol: null,
      illustrative: known.some((one) => one.illustrative),
      from: joinOrigins(known.map((one) => one.from)),
    };
  });
}

const unknown = (period: Period): SeriesValue => ({ period, value: null, symbol: null, illustrative: false, from: [] });
