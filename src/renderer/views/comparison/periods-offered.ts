import { chainOfSpans } from '../../../core/time/chain-of-spans.ts';
import { addMonths, monthNumber, type Month } from '../../../core/time/month.ts';
import { lengthInMonths, periodInWords, type Period } from '../../../core/time/period.ts';
import { COMPARISON_ROOM } from '../../words/comparison-room.ts';

/** A period that can be compared: held as it is, or added up from what is held. */
export interface PeriodOffered {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly words: string;
}

const idOf = (period: Period): string => `${period.from} ${period.to}`;

/** Every span held, the quarters and the rolling years that add up from them, newest first and the longest first. */
export function periodsOffered(spans: readonly { readonly from: string; readonly to: string }[]): PeriodOffered[] {
  const held = spans.map((span): Period => ({ from: span.from as Month, to: span.to as Month }));
  const found = new Map(held.map((period) => [idOf(period), period]));
  for (const end of new Set(held.map(({ to }) => to))) {
    const lengths = monthNumber(end) % 3 === 0 ? [3, 12] : [12];
    for (const months of lengths) {
      const period = { from: addMonths(end, 1 - months), to: end };
      if (!found.has(idOf(period)) && chainOfSpans(period, held) !== null) found.set(idOf(period), period);
    }
  }
  return [...found.values()]
    .sort((a, b) => b.to.localeCompare(a.to) || a.from.localeCompare(b.from))
    .map((period) => ({
      id: idOf(period),
      from: period.from,
      to: period.to,
      words: lengthInMonths(period) === 12 ? COMPARISON_ROOM.n12Months(periodInWords(period)) : periodInWords(period),
    }));
}
