import type { GapView } from '../performance/gap-view.ts';
import { sayAgainstProfile } from '../performance/say-finding.ts';
import { sayList, sayNumber } from '../performance/say-number.ts';
import { readPeriodId } from '../time/period-in-words.ts';
import { periodInWords } from '../time/period.ts';
import { NOT_READY } from './exception-paragraph.ts';
import type { Paragraph, Sentence } from './paragraph.ts';
import { previousYearText, sayPeriod, sayPeriodYearBefore } from './period-words.ts';
import { PROFILE_WORDS, sayRule, statusLine } from './status-words.ts';

export const GAP_HEADING = 'Closing the gap in overall crime between the priority neighbourhoods and the city';

/** What the ranks of the neighbourhoods say, or why there are none. */
export const rankNote = ({ neighbourhoods }: Pick<GapView, 'neighbourhoods'>): string =>
  neighbourhoods.some(({ rank }) => rank !== null)
    ? 'Rank 1 is the highest rate.'
    : 'Ranks are left out: beside the rates they would tell how large a hidden one is.';
/** How many neighbourhoods a sentence names. */
const NAMED = 3;

type GapPeriod = GapView['periods'][number];

/** To one decimal, as the gap is shown: what a reader can subtract is what is said. */
const shown = (value: number): number => Number(value.toFixed(1));

function sayAgainstLastYear(at: GapPeriod, now: number): string {
  const before = at.lastYearGap;
  if (before === null) return 'there is no gap for the same time last year';
  const difference = shown(shown(now) - shown(before));
  if (difference === 0) return 'the same as at the same time last year';
  const side = difference > 0 ? 'wider' : 'narrower';
  return `${sayNumber(Math.abs(difference), 1)} ${side} than the ${sayNumber(before, 1)} at the same time last year`;
}

/** What the last month added, against what the same month added last year; null for a first month or where unknown. */
function sayLastMonth(view: GapView, index: number): string | null {
  const [at, before] = [view.periods[index], view.periods[index - 1]];
  if (at === undefined || before === undefined || at.gap === null || before.gap === null) return null;
  const added = shown(shown(at.gap) - shown(before.gap));
  const name = sayPeriod(at.period);
  if (at.lastYearGap === null || before.lastYearGap === null) return `${name} alone added ${sayNumber(added, 1)}.`;
  const then = shown(shown(at.lastYearGap) - shown(before.lastYearGap));
  return `${name} alone added ${sayNumber(added, 1)}, against ${sayNumber(then, 1)} in ${sayPeriodYearBefore(at.period, view.year)}.`;
}

/** The neighbourhoods that make most of the gap. */
function sayWhere({ neighbourhoods }: GapView): string | null {
  const named = neighbourhoods
    .flatMap(({ name, priority, shareOfGapPercent: share }) =>
      priority && share !== null && share > 0 ? [{ name, share }] : [],
    )
    .sort((a, b) => b.share - a.share)
    .slice(0, NAMED);
  if (named.length < NAMED) return null;
  const whole = Math.round(named.reduce((sum, one) => sum + one.share, 0));
  const list = sayList(named.map(({ name, share }) => `${name} (${String(Math.round(share))}%)`));
  return `Most of it is in ${list}, together ${String(whole)}% of the gap.`.replace(
    /^Most of it is/,
    whole > 50 ? 'Most of it is' : 'The largest parts are',
  );
}

/** The paragraph on the gap: where it stands, against last year and the target, the last month alone, and where it lies. */
export function gapParagraph(view: GapView, tolerancePercent = 15): Paragraph {
  const { status } = view;
  const head = { heading: GAP_HEADING, tier: status.tier, statusLine: statusLine(status, tolerancePercent) };
  const index = view.periods.findLastIndex((one) => one.gap !== null);
  const at = view.periods[index];
  if (at === undefined || at.gap === null) {
    return {
      heading: GAP_HEADING,
      tier: 'not-yet-known',
      statusLine: statusLine({ tier: 'not-yet-known' }, tolerancePercent),
      sentences: [{ about: 'not-known', says: NOT_READY }],
    };
  }
  const period = readPeriodId(at.period);
  const month = period === null ? at.period : periodInWords(period);
  const sentences: Sentence[] = [
    {
      about: 'what-happened',
      says:
        `At the end of ${month} the gap stood at ${sayNumber(at.gap, 1)} crimes per 1,000 residents since April, ` +
        `${sayAgainstLastYear(at, at.gap)}.`,
    },
  ];
  const last = sayLastMonth(view, index);
  if (last !== null) sentences.push({ about: 'since-when', says: last });
  const where = sayWhere(view);
  if (where !== null) sentences.push({ about: 'driven-by', says: where });
  const standing = sayAgainstProfile(status, 'less-is-better', 1);
  if (standing !== null && status.against !== null && view.annualTarget !== null) {
    const target = `${sayNumber(view.annualTarget, 1)} for ${view.year}`;
    sentences.push({
      about: 'against-target',
      says: `The gap is ${standing} (${PROFILE_WORDS[status.against]}, ${target}).`,
    });
  }
  const rule = sayRule(status, tolerancePercent);
  if (rule !== null) sentences.push({ about: 'status', says: rule });
  if (view.disagreement !== null) sentences.push({ about: 'disagreement', says: view.disagreement });
  const holes = view.periods.slice(0, index).filter((one) => one.lastYearGap === null);
  if (holes.length > 0) {
    const names = sayList(holes.map((one) => sayPeriod(one.period)));
    sentences.push({ about: 'not-known', says: `For ${previousYearText(view.year)}, ${names} is not known.` });
  }
  if (view.illustrative) {
    sentences.push({ about: 'caution', says: 'The split by neighbourhood is illustrative, and so is the gap.' });
  }
  return { ...head, sentences };
}
