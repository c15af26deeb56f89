import type { Direction } from '../measure/measure.ts';
import { sayEvidence } from '../statistics/evidence.ts';
import { compareTwoCounts } from '../statistics/two-counts.ts';
import { changeBetween } from '../statistics/two-periods.ts';
import { compareTwoShares } from '../statistics/two-shares.ts';
import { lengthInMonths, periodInWords, type Period } from '../time/period.ts';
import { percentChange, relativeChange } from './change.ts';
import { notLikeForLike } from './like-for-like.ts';
import { sayNumber } from './say-number.ts';

/** What a figure that can change is: a count, events per 1,000 residents, or n of N in percent. */
export type FigureKind = 'count' | 'rate' | 'share';

/** One of two periods compared. */
export interface ComparedPeriod {
  readonly from: string;
  readonly to: string;
  readonly words: string;
  /** The count, the rate per 1,000 or the percentage. */
  readonly value: number | null;
  /** What a rate or a share is made of: events, and residents or people. Null for a count. */
  readonly part: number | null;
  readonly whole: number | null;
}

/** Two periods of one measure beside each other: is the change real? */
export interface ChangeView {
  readonly measure: string;
  readonly name: string;
  readonly unit: string;
  readonly kind: FigureKind;
  readonly direction: Direction;
  readonly before: ComparedPeriod;
  readonly after: ComparedPeriod;
  /** In percentage points for a share. */
  readonly difference: number | null;
  /** Limits of the difference of two shares, in percentage points; null for counts and rates, which have a ratio. */
  readonly differenceLower: number | null;
  readonly differenceUpper: number | null;
  readonly differenceLower998: number | null;
  readonly differenceUpper998: number | null;
  /** Null on a base under the smallest, for periods of different length, for shares, and where a period is not known. */
  readonly percent: number | null;
  readonly ratio: number | null;
  readonly ratioLower: number | null;
  readonly ratioUpper: number | null;
  /** The same at 99.8%. */
  readonly ratioLower998: number | null;
  readonly ratioUpper998: number | null;
  readonly confidence: number;
  readonly p: number | null;
  readonly smallestBase: number;
  readonly says: string;
  /** What the measure's process chart says of the same months, which counting error alone does not know. */
  readonly chartSays: string | null;
  readonly notes: readonly string[];
}

/** What is held of one period: a count's value, or part and whole of a rate or a share. */
export interface PeriodHeld {
  readonly period: Period;
  readonly value: number | null;
  readonly part?: number | null;
  readonly whole?: number | null;
}

export interface ChangeInput {
  readonly measure: {
    readonly id: string;
    readonly name: string;
    readonly unit: string;
    readonly direction: Direction;
  };
  /** Absent: a count. */
  readonly kind?: FigureKind;
  readonly before: PeriodHeld;
  readonly after: PeriodHeld;
  readonly confidence: number;
  readonly smallestBase: number;
  readonly chartSays: string | null;
  readonly notes: readonly string[];
}

/**
 * Compares two periods. Counts and rates of periods of different length are compared month for month, and say so instead
 * of a percentage; a rate's test is that of its counts, since both are per the same residents. Shares are compared as
 * shares of different people.
 */
export function makeChangeView(input: ChangeInput): ChangeView {
  const { before, after, confidence, smallestBase, kind = 'count' } = input;
  const unlike = notLikeForLike(before.period, after.period);
  const shown = ({ period, value, part = null, whole = null }: PeriodHeld): ComparedPeriod => ({
    ...period,
    words: periodInWords(period),
    value,
    part,
    whole,
  });
  const about = {
    measure: input.measure.id,
    name: input.measure.name,
    unit: input.measure.unit,
    kind,
    direction: input.measure.direction,
    before: shown(before),
    after: shown(after),
    confidence,
    smallestBase,
    chartSays: input.chartSays,
    notes: [...(unlike === null ? [] : [unlike]), TEST_NOTES[kind], ...input.notes],
  };
  const missing = [before, after].filter((one) => !isKnown(one, kind)).map(({ period }) => periodInWords(period));
  if (missing.length > 0) {
    return { ...about, ...NOTHING, says: `No change can be worked out: ${missing.join(' and ')} is not known.` };
  }
  const tested = kind === 'share' ? sharesCompared(before, after, confidence) : countsCompared(input);
  return tested === null
    ? { ...about, ...NOTHING, says: 'No change can be tested: these are no counts.' }
    : { ...about, ...NOTHING, ...tested };
}

const TEST_NOTES: Readonly<Record<FigureKind, string>> = {
  count: 'The test takes events to be independent; repeat offending and series make it too sure.',
  rate: 'The test is that of the counts, which it takes to be independent; repeat offending and series make it too sure.',
  share:
    'Limits of the difference after Newcombe (1998, method 10), p by Fisher’s exact test; both take the people of the two ' +
    'periods to be different people.',
};

const isKnown = ({ value, part = null, whole = null }: PeriodHeld, kind: FigureKind): boolean =>
  value !== null && (kind === 'count' || (part !== null && whole !== null && whole > 0));

const isCount = (value: number | null | undefined): value is number =>
  value != null && Number.isInteger(value) && value >= 0;

type Tested = Pick<ChangeView, 'says'> & Partial<ChangeView>;

/** Two counts, or two rates through the counts they are made of. */
function countsCompared({ before, after, kind = 'count', confidence, smallestBase }: ChangeInput): Tested | null {
  const [earlier, later] = kind === 'count' ? [before.value, after.value] : [before.part, after.part];
  if (!isCount(earlier) || !isCount(later)) return null;
  const months = { current: lengthInMonths(after.period), earlier: lengthInMonths(before.period) };
  const equal = months.current === months.earlier;
  const residents = kind === 'rate' ? { current: after.whole ?? 0, earlier: before.whole ?? 0 } : null;
  const exposure = {
    current: months.current * (residents?.current ?? 1),
    earlier: months.earlier * (residents?.earlier ?? 1),
  };
  const narrow = compareTwoCounts(later, earlier, exposure, confidence);
  const wide = compareTwoCounts(later, earlier, exposure, 0.998);
  const tested = {
    ratio: narrow.ratio,
    ratioLower: narrow.ratioLower,
    ratioUpper: narrow.ratioUpper,
    ratioLower998: wide.ratioLower,
    ratioUpper998: wide.ratioUpper,
    p: narrow.p,
  };
  if (kind === 'count') {
    const exact = equal ? changeBetween(earlier, later, { confidence, smallestBase }) : null;
    return {
      ...tested,
      difference: later - earlier,
      percent: exact?.percent ?? null,
      says: exact?.says ?? sayPerMonth(earlier, later, months, narrow.p),
    };
  }
  const [first, second] = [before.value ?? 0, after.value ?? 0];
  const percent = equal && percentChange(earlier, later, smallestBase) !== null ? relativeChange(first, second) : null;
  return {
    ...tested,
    difference: second - first,
    percent,
    says: equal
      ? sayRates(before, after, percent, narrow.p)
      : `${sayPerMonth(first, second, months, narrow.p)} (per 1,000 residents)`,
  };
}

/** Two shares of different people; the difference in percentage points. */
function sharesCompared(before: PeriodHeld, after: PeriodHeld, confidence: number): Tested | null {
  const [earlier, later] = [groupOf(before), groupOf(after)];
  if (earlier === null || later === null) return null;
  const narrow = compareTwoShares(later, earlier, confidence);
  const wide = compareTwoShares(later, earlier, 0.998);
  return {
    difference: narrow.difference * 100,
    differenceLower: narrow.lower * 100,
    differenceUpper: narrow.upper * 100,
    differenceLower998: wide.lower * 100,
    differenceUpper998: wide.upper * 100,
    p: narrow.p,
    says: sayShares(earlier, later, narrow.p),
  };
}

function groupOf({ part, whole }: PeriodHeld): { part: number; whole: number } | null {
  return isCount(part) && isCount(whole) && whole > 0 && part <= whole ? { part, whole } : null;
}

const NOTHING = {
  difference: null,
  differenceLower: null,
  differenceUpper: null,
  differenceLower998: null,
  differenceUpper998: null,
  percent: null,
  ratio: null,
  ratioLower: null,
  ratioUpper: null,
  ratioLower998: null,
  ratioUpper998: null,
  p: null,
} as const;

const wayOf = (before: number, after: number): 'rise' | 'fall' | 'none' =>
  after > before ? 'rise' : after < before ? 'fall' : 'none';

/** `from 18.72 to 18.77 per 1,000 residents (+0.3%; 4,786 and 4,799 counted): could easily be chance`. */
function sayRates(before: PeriodHeld, after: PeriodHeld, percent: number | null, p: number): string {
  const [first, second] = [before.value ?? 0, after.value ?? 0];
  const size = percent === null ? '' : `${percent > 0 ? '+' : ''}${sayNumber(percent, 1)}%; `;
  const counts = `${sayNumber(before.part ?? 0)} and ${sayNumber(after.part ?? 0)} counted`;
  const rates = `from ${sayNumber(first, 2)} to ${sayNumber(second, 2)} per 1,000 residents`;
  return `${rates} (${size}${counts}): ${sayEvidence(p, wayOf(first, second))}`;
}

/** `from 56 of 70 (80%) to 48 of 80 (60%), 20 percentage points lower: strong evidence of a fall`. */
function sayShares(before: { part: number; whole: number }, after: { part: number; whole: number }, p: number): string {
  const percentOf = ({ part, whole }: { part: number; whole: number }): number => (part / whole) * 100;
  const say = (one: { part: number; whole: number }): string =>
    `${sayNumber(one.part)} of ${sayNumber(one.whole)} (${sayNumber(percentOf(one))}%)`;
  const points = percentOf(after) - percentOf(before);
  const places = Math.abs(points) < 0.95 ? 1 : 0;
  const size =
    points === 0
      ? ''
      : `, ${sayNumber(Math.abs(points), places)} percentage ${Math.abs(points).toFixed(places) === '1' ? 'point' : 'points'} ${points > 0 ? 'higher' : 'lower'}`;
  return `from ${say(before)} to ${say(after)}${size}: ${sayEvidence(p, wayOf(0, points))}`;
}

function sayPerMonth(before: number, after: number, months: { current: number; earlier: number }, p: number): string {
  const [first, second] = [before / months.earlier, after / months.current];
  return `from ${sayNumber(first, 1)} to ${sayNumber(second, 1)} a month: ${sayEvidence(p, wayOf(first, second))}`;
}
