import { FIGURES_WITHHELD } from '../disclosure/withhold-in-measure-table.ts';
import type { Direction } from '../measure/measure.ts';
import type { GapView } from '../performance/gap-view.ts';
import type { MeasureTable } from '../performance/measure-table.ts';
import { sayAgainstProfile } from '../performance/say-finding.ts';
import { sayList, sayNumber } from '../performance/say-number.ts';
import { readPeriodId } from '../time/period-in-words.ts';
import { periodInWords } from '../time/period.ts';
import { NOT_READY, PROVISIONAL } from './exception-paragraph.ts';
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

/** What a paragraph on a gap is told from. */
type GapTold = Pick<GapView, 'year' | 'annualTarget' | 'status' | 'disagreement' | 'neighbourhoods'> & {
  readonly periods: readonly Pick<GapView['periods'][number], 'period' | 'gap' | 'lastYearGap'>[];
};

type GapPeriod = GapTold['periods'][number];

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
function sayLastMonth(view: GapTold, index: number): string | null {
  const [at, before] = [view.periods[index], view.periods[index - 1]];
  if (at === undefined || before === undefined || at.gap === null || before.gap === null) return null;
  const added = shown(shown(at.gap) - shown(before.gap));
  const name = sayPeriod(at.period);
  if (at.lastYearGap === null || before.lastYearGap === null) return `${name} alone added ${sayNumber(added, 1)}.`;
  const then = shown(shown(at.lastYearGap) - shown(before.lastYearGap));
  return `${name} alone added ${sayNumber(added, 1)}, against ${sayNumber(then, 1)} in ${sayPeriodYearBefore(at.period, view.year)}.`;
}

/** The neighbourhoods that make most of the gap. */
function sayWhere({ neighbourhoods }: GapTold): string | null {
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

interface GapNamed {
  readonly heading: string;
  /** What is counted, per 1,000 residents. */
  readonly unit: string;
  readonly direction: Direction;
  readonly tolerancePercent: number;
  /** What the reader must be told besides. */
  readonly cautions: readonly string[];
}

/** The paragraph on the Board's gap. */
export const gapParagraph = (view: GapView, tolerancePercent = 15): Paragraph =>
  paragraphOn(view, {
    heading: GAP_HEADING,
    unit: 'crimes per 1,000 residents',
    direction: 'less-is-better',
    tolerancePercent,
    cautions: view.illustrative ? ['The split by neighbourhood is illustrative, and so is the gap.'] : [],
  });

/** The paragraph on the gap of another measure, whose table holds what each period added and the gap since April. */
export const gapTableParagraph = (table: MeasureTable): Paragraph =>
  table.sentence === FIGURES_WITHHELD
    ? {
        heading: table.name,
        tier: table.status.tier,
        statusLine: statusLine(table.status, table.tolerancePercent),
        sentences: [{ about: 'caution', says: FIGURES_WITHHELD }],
      }
    : paragraphOn(
        {
          ...table,
          neighbourhoods: [],
          periods: table.periods.map(({ period, cumulative, lastYearCumulative }) => ({
            period,
            gap: cumulative,
            lastYearGap: lastYearCumulative,
          })),
        },
        {
          heading: table.name,
          unit: table.unit,
          direction: table.direction,
          tolerancePercent: table.tolerancePercent,
          cautions: [
            ...(table.provisional ? [PROVISIONAL] : []),
            ...(table.illustrative ? ['These figures are illustrative.'] : []),
          ],
        },
      );

/** Where a gap stands, against last year and the target, the last period alone, and where it lies. */
function paragraphOn(view: GapTold, { heading, unit, direction, tolerancePercent, cautions }: GapNamed): Paragraph {
  const { status } = view;
  const head = { heading, tier: status.tier, statusLine: statusLine(status, tolerancePercent) };
  const index = view.periods.findLastIndex((one) => one.gap !== null);
  const at = view.periods[index];
  if (at === undefined || at.gap === null) {
    return {
      heading,
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
        `At the end of ${month} the gap stood at ${sayNumber(at.gap, 1)} ${unit} since April, ` +
        `${sayAgainstLastYear(at, at.gap)}.`,
    },
  ];
  const last = sayLastMonth(view, index);
  if (last !== null) sentences.push({ about: 'since-when', says: last });
  const where = sayWhere(view);
  if (where !== null) sentences.push({ about: 'driven-by', says: where });
  const standing = sayAgainstProfile(status, direction, 1);
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
  if (status.tier === 'monitoring-only')
    sentences.push({ about: 'status', says: 'There is no target for it: it is watched, not judged.' });
  sentences.push(...cautions.map((says): Sentence => ({ about: 'caution', says })));
  return { ...head, sentences };
}
