import { addMonths } from './month.ts';
import type { Period } from './period.ts';

/**
 * Spans that lie end to end from the first to the last month of a period, the longest first at each step, so that their
 * counts may be added; null when the spans held leave a hole. A span that is the whole period comes alone.
 */
export function chainOfSpans(period: Period, held: readonly Period[]): Period[] | null {
  const inside = held
    .filter(({ from, to }) => from >= period.from && to <= period.to)
    .sort((a, b) => b.to.localeCompare(a.to));
  // Longest first, going back to a shorter one where the longest leads nowhere.
  const from = (start: Period['from']): Period[] | null => {
    if (start > period.to) return [];
    for (const span of inside) {
      if (span.from !== start) continue;
      const rest = from(addMonths(span.to, 1));
      if (rest !== null) return [span, ...rest];
    }
    return null;
  };
  return from(period.from);
}
