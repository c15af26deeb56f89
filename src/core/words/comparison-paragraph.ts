import type { ComparisonView } from '../performance/comparison-view.ts';
import { sayNumber, sayOrdinal, sayPercent } from '../performance/say-number.ts';
import { spanInDays } from '../time/period-in-words.ts';
import type { Paragraph, Sentence } from './paragraph.ts';

const lower = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

/** Where the own area lies against the spread of the group's rates; null without limits or a verdict. */
function sayVerdict({ limits, verdict }: ComparisonView): string | null {
  if (limits === null || verdict === null) return null;
  const band = `${sayNumber(limits.lower, 1)} to ${sayNumber(limits.upper, 1)}`;
  if (verdict === 'inline') {
    return `It lies within one standard deviation of the average (${band}), so it is in line with the group.`;
  }
  return `It lies ${verdict} one standard deviation from the average (${band}): ${verdict} the group.`;
}

/** The paragraph on one comparison with the most similar group: rate, rank, distance from the average and verdict. */
export function comparisonParagraph(view: ComparisonView): Paragraph {
  const days = spanInDays(view.from, view.to);
  const head: Omit<Paragraph, 'sentences'> = {
    heading: `${view.measureName} per 1,000 residents, ${days}`,
    tier: 'monitoring-only',
    statusLine: 'Compared with the most similar group; no target',
  };
  const own = view.areas.find((area) => area.own);
  const sentences: Sentence[] = [];
  if (own === undefined) {
    sentences.push({ about: 'not-known', says: 'The partnership’s own area is not among the areas compared.' });
  } else if (own.ratePerThousand === null || view.rank === null) {
    sentences.push({ about: 'not-known', says: `The rate of ${own.name} is not known for ${days}.` });
  } else {
    const rate = sayNumber(own.ratePerThousand, 1);
    const place = `${sayOrdinal(view.rank)} of ${String(view.of)} in its most similar group (1st is the lowest)`;
    sentences.push({
      about: 'what-happened',
      says: `From ${days} the rate of ${lower(view.measureName)} in ${own.name} was ${rate} per 1,000 residents, ${place}.`,
    });
    const { distancePercent: distance, averageUnweighted: average } = view;
    if (distance !== null && average !== null) {
      const where =
        Math.abs(distance) < 0.05
          ? `at the group’s average of ${sayNumber(average, 1)}`
          : `${sayPercent(distance)} ${distance > 0 ? 'above' : 'below'} the group’s average of ${sayNumber(average, 1)}`;
      sentences.push({ about: 'against-target', says: `That is ${where}.` });
    }
    const verdict = sayVerdict(view);
    if (verdict !== null) sentences.push({ about: 'status', says: verdict });
  }
  if (view.provisional) sentences.push({ about: 'caution', says: 'The figures are provisional.' });
  if (view.illustrative) {
    sentences.push({ about: 'caution', says: 'The other areas and their figures are illustrative.' });
  }
  return { ...head, sentences };
}
