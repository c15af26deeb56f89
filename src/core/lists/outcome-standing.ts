import type { MeasureStanding, RowLight } from '../plan/plan.ts';
import { rowLight } from '../plan/row-light.ts';
import type { Direction } from '../measure/measure.ts';

/** Which way a measure goes against last year, and whether that is wanted. */
export type Trend = 'better' | 'worse' | 'same' | 'up' | 'down' | 'not-known';

/** Arrows and words of a trend: the arrow says up or down, the word whether it is wanted. */
export const TREND_WORDS: Readonly<Record<Trend, string>> = {
  better: 'better than last year',
  worse: 'worse than last year',
  same: 'as last year',
  up: 'higher than last year',
  down: 'lower than last year',
  'not-known': '',
};

export interface MeasureTrend extends MeasureStanding {
  readonly toDate: number | null;
  readonly lastYearToDate: number | null;
  readonly direction: Direction;
}

/** The year to date beside last year's: a plain comparison of two figures, no judgement whether it is more than chance. */
export function trendOf({ toDate, lastYearToDate, direction }: MeasureTrend): Trend {
  if (toDate === null || lastYearToDate === null) return 'not-known';
  if (toDate === lastYearToDate) return 'same';
  const isUp = toDate > lastYearToDate;
  if (direction === 'monitor') return isUp ? 'up' : 'down';
  return isUp === (direction === 'more-is-better') ? 'better' : 'worse';
}

/** `↑ better than last year`; '' where it is not known. */
export function sayTrend(measure: MeasureTrend): string {
  const { toDate, lastYearToDate } = measure;
  const trend = trendOf(measure);
  if (trend === 'not-known' || toDate === null || lastYearToDate === null) return '';
  const arrow = toDate > lastYearToDate ? '↑' : toDate < lastYearToDate ? '↓' : '→';
  return `${arrow} ${TREND_WORDS[trend]}`;
}

/** How an outcome stands: the light of its measures, and each one's trend. */
export interface OutcomeStanding {
  readonly light: RowLight;
  readonly trends: readonly { readonly measure: string; readonly name: string; readonly says: string }[];
}

export const outcomeStanding = (measures: readonly MeasureTrend[]): OutcomeStanding => ({
  light: rowLight(measures),
  trends: measures.map((one) => ({ measure: one.measure, name: one.name, says: sayTrend(one) })),
});
