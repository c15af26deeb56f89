import { FIGURES_WITHHELD } from '../disclosure/withhold-in-measure-table.ts';
import {
  isWithinLimits,
  sayAgainstShareTarget,
  sayPercentWithLimits,
  sayShare,
} from '../performance/make-share-view.ts';
import { sayYearToDate } from '../performance/say-finding.ts';
import { sayList, sayNumber } from '../performance/say-number.ts';
import type { DistanceTravelled, ShareView } from '../performance/share-view.ts';
import { readPeriodId } from '../time/period-in-words.ts';
import { NOT_READY, PROVISIONAL } from './exception-paragraph.ts';
import type { Paragraph, Sentence } from './paragraph.ts';
import { sayRule, statusLine } from './status-words.ts';

const howMany = (count: number, one: string, more: string): string =>
  count === 1 ? `1 ${one}` : `${sayNumber(count)} ${more}`;

const signed = (value: number): string => `${value < 0 ? '−' : '+'}${sayNumber(Math.abs(value), 1)}`;

/** Which domains moved most, and who is not in the figures because they have not left. */
function sayDistance({ domains, meanChange, withoutExit, withoutPair }: DistanceTravelled): Sentence[] {
  const sentences: Sentence[] = [];
  if (meanChange !== null) {
    const known = domains.flatMap(({ domain, meanChange: change }) => (change === null ? [] : [{ domain, change }]));
    const ordered = known.sort((a, b) => b.change - a.change || (a.domain < b.domain ? -1 : 1));
    const [best, worst] = [ordered[0], ordered.at(-1)];
    const spread =
      best === undefined || worst === undefined || ordered.length < 2
        ? ''
        : `: most in ${best.domain} (${signed(best.change)}), least in ${worst.domain} (${signed(worst.change)})`;
    sentences.push({
      about: 'driven-by',
      says: `From entry to exit the mean score changed by ${signed(meanChange)} points a client${spread}.`,
    });
  }
  const apart = [
    ...(withoutExit === null || withoutExit === 0
      ? []
      : [`${howMany(withoutExit, 'client has', 'clients have')} not left yet`]),
    ...(withoutPair === null || withoutPair === 0
      ? []
      : [`${howMany(withoutPair, 'left', 'left')} without scores to compare`]),
  ];
  if (apart.length > 0) sentences.push({ about: 'not-known', says: `${sayList(apart)}: counted apart.` });
  return sentences;
}

/** How a share stands beside last year; null where last year is not known. Two shares whose limits overlap are not told apart. */
function sayLastYear({ toDate, lastYearToDate: before }: ShareView): string | null {
  if (before.percent === null || toDate.percent === null) return null;
  const { lower, upper } = toDate;
  const apart =
    lower !== null && upper !== null && before.lower !== null && before.upper !== null
      ? before.upper < lower || before.lower > upper
      : false;
  const was = `The same time last year it was ${sayShare(before)}`;
  return apart
    ? `${was}: a difference beyond what chance makes likely.`
    : `${was}; the limits overlap, so the difference could be chance.`;
}

/** The Board's paragraph on a share: n of N with its limits, against its target, and what so few people can tell. */
export function shareParagraph(view: ShareView): Paragraph {
  const { status, tolerancePercent, toDate } = view;
  const tier = view.dataTo === null ? 'not-yet-known' : status.tier;
  const head = { heading: view.name, tier, statusLine: statusLine({ tier }, tolerancePercent) };
  const first = readPeriodId(view.periods[0]?.period ?? '');
  const at = readPeriodId(view.periods.findLast((row) => row.part !== null)?.period ?? '');
  if (view.sentence === FIGURES_WITHHELD) {
    return { ...head, sentences: [{ about: 'caution', says: view.sentence }] };
  }
  if (view.dataTo === null || toDate.part === null || first === null || at === null) {
    const waiting = view.distance === null ? [] : sayDistance(view.distance);
    return { ...head, sentences: [{ about: 'not-known', says: NOT_READY }, ...waiting] };
  }
  const when = sayYearToDate({ from: first.from, to: at.to });
  const sentences: Sentence[] = [
    {
      about: 'what-happened',
      says: `${when.charAt(0).toUpperCase()}${when.slice(1)}, of ${sayNumber(toDate.whole ?? 0)} ${view.wholeWords}: ${sayNumber(toDate.part)} ${view.partWords}${sayPercentWithLimits(toDate)}.`,
    },
  ];
  const lastYear = sayLastYear(view);
  if (lastYear !== null) sentences.push({ about: 'chance', says: lastYear });
  if (view.distance !== null) sentences.push(...sayDistance(view.distance));
  const standing = sayAgainstShareTarget(status);
  if (standing === null) {
    sentences.push({ about: 'status', says: 'There is no target for it: it is watched, not judged.' });
  } else {
    sentences.push({ about: 'against-target', says: `That is ${standing}.` });
    const rule = sayRule(status, tolerancePercent);
    if (rule !== null) sentences.push({ about: 'status', says: rule.replace('profile', 'target') });
    if (isWithinLimits(toDate, view.annualTarget)) {
      sentences.push({
        about: 'caution',
        says: `The target lies within the limits: ${howMany(toDate.whole ?? 0, 'person does', 'people do')} not tell for sure which side of it the measure is on.`,
      });
    }
  }
  const cautions = [
    ...(view.provisional ? [PROVISIONAL] : []),
    ...(view.illustrative ? ['These figures are illustrative.'] : []),
  ];
  return { ...head, sentences: [...sentences, ...cautions.map((says): Sentence => ({ about: 'caution', says }))] };
}
