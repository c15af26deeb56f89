import type { Direction } from '../measure/measure.ts';
import { sayEvidence } from '../statistics/evidence.ts';
import { compareTwoCounts } from '../statistics/two-counts.ts';
import { changeBetween } from '../statistics/two-periods.ts';
import { lengthInMonths, periodInWords, type Period } from '../time/period.ts';
import { notLikeForLike } from './like-for-like.ts';
import { sayNumber } from './say-number.ts';

/** Two periods of one measure beside each other: is the change real? */
export interface ChangeView {
  readonly measure: string;
  readonly name: string;
  readonly unit: string;
  readonly direction: Direction;
  readonly before: {
    readonly from: string;
    readonly to: string;
    readonly words: string;
    readonly value: number | null;
  };
  readonly after: { readonly from: string; readonly to: string; readonly words: string; readonly value: number | null };
  readonly difference: number | null;
  /** Null on a base under the smallest, for periods of different length, and where a period is not known. */
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

export interface ChangeInput {
  readonly measure: {
    readonly id: string;
    readonly name: string;
    readonly unit: string;
    readonly direction: Direction;
  };
  readonly before: { readonly period: Period; readonly value: number | null };
  readonly after: { readonly period: Period; readonly value: number | null };
  readonly confidence: number;
  readonly smallestBase: number;
  readonly chartSays: string | null;
  readonly notes: readonly string[];
}

/** Compares two periods; periods of different length are compared month for month, and say so instead of a percentage. */
export function makeChangeView(input: ChangeInput): ChangeView {
  const { before, after, confidence, smallestBase } = input;
  const [earlier, later] = [before.value, after.value];
  const unlike = notLikeForLike(before.period, after.period);
  const about = {
    measure: input.measure.id,
    name: input.measure.name,
    unit: input.measure.unit,
    direction: input.measure.direction,
    before: { ...before.period, words: periodInWords(before.period), value: earlier },
    after: { ...after.period, words: periodInWords(after.period), value: later },
    confidence,
    smallestBase,
    chartSays: input.chartSays,
    notes: [
      ...(unlike === null ? [] : [unlike]),
      'The test takes events to be independent; repeat offending and series make it too sure.',
      ...input.notes,
    ],
  };
  if (earlier === null || later === null || !isCount(earlier) || !isCount(later)) {
    const missing = [earlier === null ? before.period : null, later === null ? after.period : null]
      .flatMap((period) => period ?? [])
      .map(periodInWords);
    const says =
      missing.length > 0
        ? `No change can be worked out: ${missing.join(' and ')} is not known.`
        : 'No change can be tested: these are no counts.';
    return { ...about, ...NOTHING, says };
  }
  const months = { current: lengthInMonths(after.period), earlier: lengthInMonths(before.period) };
  const equal = months.current === months.earlier;
  const exact = equal ? changeBetween(earlier, later, { confidence, smallestBase }) : null;
  const narrow = exact ?? compareTwoCounts(later, earlier, months, confidence);
  const wide = compareTwoCounts(later, earlier, months, 0.998);
  return {
    ...about,
    difference: later - earlier,
    percent: exact?.percent ?? null,
    ratio: narrow.ratio,
    ratioLower: narrow.ratioLower,
    ratioUpper: narrow.ratioUpper,
    ratioLower998: wide.ratioLower,
    ratioUpper998: wide.ratioUpper,
    p: narrow.p,
    says: exact?.says ?? sayPerMonth(earlier, later, months, narrow.p),
  };
}

const isCount = (value: number): boolean => Number.isInteger(value) && value >= 0;

const NOTHING = {
  difference: null,
  percent: null,
  ratio: null,
  ratioLower: null,
  ratioUpper: null,
  ratioLower998: null,
  ratioUpper998: null,
  p: null,
} as const;

function sayPerMonth(before: number, after: number, months: { current: number; earlier: number }, p: number): string {
  const [first, second] = [before / months.earlier, after / months.current];
  const direction = second > first ? 'rise' : second < first ? 'fall' : 'none';
  return `from ${sayNumber(first, 1)} to ${sayNumber(second, 1)} a month: ${sayEvidence(p, direction)}`;
}
