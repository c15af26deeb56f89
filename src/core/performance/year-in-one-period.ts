import { sayNumber } from './say-number.ts';
import type { Cadence } from '../time/period.ts';
import { longPeriod } from '../time/period-in-words.ts';
import type { MeasureRow } from './measure-table.ts';
import { wholeSum } from './running-total.ts';

/**
 * The period of this year whose figure is the sum of the whole of last year; null when there is none. Last year's row is
 * then likely to be this year's figure broken down, and the two cannot be compared.
 */
export function yearInOnePeriod(table: {
  readonly periods: readonly Pick<MeasureRow, 'period' | 'actual' | 'lastYear'>[];
}): { readonly period: string; readonly value: number } | null {
  const sum = wholeSum(table.periods.map((row) => row.lastYear));
  if (sum === null || sum === 0) return null;
  const row = table.periods.find((one) => one.actual === sum);
  return row === undefined ? null : { period: row.period, value: sum };
}

/** What is wrong with last year's figures, and what that means for every change from them. */
export const sayYearInOnePeriod = (
  { period, value }: { readonly period: string; readonly value: number },
  { cadence, lastYear }: { readonly cadence: Cadence; readonly lastYear: string },
): string =>
  `Last year is in question: the ${cadence}s of ${lastYear} sum to ${sayNumber(value)}, which is also ` +
  `${longPeriod(period)}. Its changes say nothing until the source has been asked.`;
