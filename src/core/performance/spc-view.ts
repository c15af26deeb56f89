import type { Direction } from '../measure/measure.ts';
import { leftOutIndexes, type ExceptionalPeriod } from '../statistics/exceptional.ts';
import { makeSpcChart, type AssuranceIcon, type PointKind, type VariationIcon } from '../statistics/spc-chart.ts';
import type { RuleSet, SpecialCause } from '../statistics/spc-rules.ts';
import { periodId, periodInWords, type Period } from '../time/period.ts';
import type { FigureKind } from './change-view.ts';
import { sayList, sayNumber } from './say-number.ts';

/** One month (or quarter) of a process chart. */
export interface SpcViewPoint {
  readonly period: string;
  readonly words: string;
  readonly value: number | null;
  /** What a rate or a share is made of: events, and residents or people. Null for a count. */
  readonly part: number | null;
  readonly whole: number | null;
  readonly mean: number | null;
  /** As worked out: below 0 it is kept here and clipped in the drawing. */
  readonly lower: number | null;
  readonly upper: number | null;
  readonly cause: SpecialCause | null;
  readonly causes: readonly SpecialCause[];
  readonly kind: PointKind | null;
  readonly leftOut: boolean;
}

/** A measure's process chart with everything printed under it. */
export interface SpcView {
  readonly measure: string;
  readonly name: string;
  readonly unit: string;
  readonly kind: FigureKind;
  /** Decimals its values are shown with. */
  readonly decimals: number;
  readonly direction: Direction;
  readonly points: readonly SpcViewPoint[];
  readonly segments: readonly {
    readonly from: string;
    readonly to: string;
    readonly reason: string | null;
    readonly mean: number | null;
    readonly lower: number | null;
    readonly upper: number | null;
    readonly trial: boolean;
  }[];
  readonly rules: string;
  readonly rulesWords: string;
  readonly baseline: { readonly months: number; readonly reason: string } | null;
  /** Bands of the chart: exceptional periods, and whether this measure leaves them out of the limits. */
  readonly exceptional: readonly {
    readonly from: string;
    readonly to: string;
    readonly reason: string;
    readonly leftOut: boolean;
  }[];
  readonly target: number | null;
  readonly trial: boolean;
  readonly variation: VariationIcon | null;
  readonly assurance: AssuranceIcon | null;
  readonly sentence: string;
  readonly notes: readonly string[];
  readonly illustrative: boolean;
}

export interface SpcViewInput {
  readonly measure: {
    readonly id: string;
    readonly name: string;
    readonly unit: string;
    readonly direction: Direction;
  };
  /** Absent: a count. */
  readonly kind?: FigureKind;
  readonly periods: readonly Period[];
  readonly values: readonly (number | null)[];
  /** Part and whole behind each value of a rate or a share; absent or null for counts. */
  readonly groups?: readonly ({ readonly part: number; readonly whole: number } | null)[] | null;
  /** What a rate or a share is counted over, in words: «256,384 residents, mid-2013»; absent or null for counts. */
  readonly over?: string | null;
  readonly rules: RuleSet;
  readonly steps: readonly { readonly month: string; readonly reason: string }[];
  readonly baseline: { readonly months: number; readonly reason: string } | null;
  readonly exceptional: readonly ExceptionalPeriod[];
  /** Target for one period, where the measure has an annual one. */
  readonly target: number | null;
  readonly hasSeason: string;
  readonly illustrative: boolean;
}

/** Makes a measure's process chart by a named rule set, the officer's baseline, step changes and exceptional periods. */
export function makeSpcView(input: SpcViewInput): SpcView {
  const { periods, values, rules, baseline, kind = 'count', groups = null, over = null } = input;
  const months = periods.map((period) => period.to);
  const leftOut = leftOutIndexes(months, input.exceptional, 'limits');
  const steps = input.steps.flatMap(({ month, reason }) => {
    const at = periods.findIndex((period) => period.from >= month);
    return at > 0 ? [{ at, reason }] : [];
  });
  const chart = makeSpcChart({
    values,
    direction: input.measure.direction,
    rules,
    target: input.target,
    steps,
    baseline: baseline?.months ?? null,
    leftOut,
    groups: kind === 'share' ? groups : null,
  });
  const decimals = DECIMALS[kind];
  const points = chart.points.map((point, at): SpcViewPoint => {
    const period = periods[at];
    return {
      period: period === undefined ? '' : periodId(period),
      words: period === undefined ? '' : periodInWords(period),
      value: point.value,
      part: groups?.[at]?.part ?? null,
      whole: groups?.[at]?.whole ?? null,
      mean: point.limits?.mean ?? null,
      lower: point.limits?.lower ?? null,
      upper: point.limits?.upper ?? null,
      cause: point.cause,
      causes: point.causes,
      kind: point.kind,
      leftOut: point.leftOut,
    };
  });
  const bands = input.exceptional
    .filter(({ from, to }) => months.some((month) => from <= month && month <= to))
    .map(({ from, to, reason, leftOutOf }) => ({ from, to, reason, leftOut: leftOutOf.includes('limits') }));
  return {
    measure: input.measure.id,
    name: input.measure.name,
    unit: input.measure.unit,
    kind,
    decimals,
    direction: input.measure.direction,
    points,
    segments: chart.segments.map(({ from, to, reason, limits, trial }) => ({
      from: points[from]?.period ?? '',
      to: points[to]?.period ?? '',
      reason,
      mean: limits?.mean ?? null,
      lower: limits?.lower ?? null,
      upper: limits?.upper ?? null,
      trial,
    })),
    rules: rules.id,
    rulesWords: rules.words,
    baseline,
    exceptional: bands,
    target: input.target,
    trial: chart.trial,
    variation: chart.variation,
    assurance: chart.assurance,
    sentence: sentenceOf(points, chart.trial, kind),
    notes: [
      `Rules: ${rules.words}.`,
      ...(over === null ? [] : [OVER[kind](over)]),
      ...chart.segments.flatMap(({ widened, from }) =>
        widened === null || widened <= 1.005
          ? []
          : [
              `The shares vary ${sayNumber(widened, 1)} times as much as chance alone${from === 0 ? '' : ` from ${points[from]?.words ?? ''}`}: the limits are as much wider (P′ chart, Laney 2002).`,
            ],
      ),
      ...(chart.trial ? ['Trial limits: fewer than 13 points.'] : []),
      ...(baseline === null ? [] : [`Limits from the first ${String(baseline.months)} points: ${baseline.reason}.`]),
      ...chart.segments.flatMap(({ from, reason }) =>
        reason === null ? [] : [`New limits from ${points[from]?.words ?? ''}: ${reason}.`],
      ),
      ...bands.map(
        ({ from, to, reason, leftOut: out }) =>
          `${periodInWords({ from, to })}, ${reason}: ${out ? 'left out of the limits' : 'part of the limits'}.`,
      ),
      input.hasSeason,
    ],
    illustrative: input.illustrative,
  };
}

const CAUSE_WORDS: Readonly<Record<SpecialCause, string>> = {
  'above-limit': 'above the upper limit',
  'below-limit': 'below the lower limit',
  'rising-trend': 'part of a rising trend',
  'falling-trend': 'part of a falling trend',
  'two-of-three-high': 'one of two in three near the upper limit',
  'two-of-three-low': 'one of two in three near the lower limit',
  'shift-high': 'part of a run above the mean',
  'shift-low': 'part of a run below the mean',
};

/** A special cause in words. */
export const sayCause = (cause: SpecialCause): string => CAUSE_WORDS[cause];

/** Decimals of the values of a chart. */
const DECIMALS: Readonly<Record<FigureKind, number>> = { count: 0, rate: 2, share: 0 };

/** What a rate or a share is counted over, and which limits that makes. */
const OVER: Readonly<Record<FigureKind, (over: string) => string>> = {
  count: (over) => `Counted: ${over}.`,
  rate: (over) => `Per 1,000 of ${over}; limits from the months’ own spread, as for counts.`,
  share: (over) => `In percent of ${over}; the fewer they are, the wider the limits (P chart, Montgomery 2009).`,
};

function sentenceOf(points: readonly SpcViewPoint[], trial: boolean, kind: FigureKind): string {
  const decimals = DECIMALS[kind];
  const say = (value: number): string => `${sayNumber(value, decimals)}${kind === 'share' ? '%' : ''}`;
  const last = points.findLast((point) => point.value !== null && !point.leftOut);
  if (last === undefined || last.mean === null || last.lower === null || last.upper === null) {
    return 'Too few periods are known for limits.';
  }
  const range = `${say(Math.max(0, last.lower))} to ${say(last.upper)}`;
  const value = say(last.value ?? 0);
  const start =
    last.cause === null
      ? `${last.words} (${value}) lies within normal variation, ${range}`
      : `${last.words} (${value}) is ${sayList(last.causes.map(sayCause))}; normal variation is ${range}`;
  const special = points.filter((point) => point.cause !== null).length;
  const rest = special === 0 ? 'no signals' : `${String(special)} of ${String(points.length)} points are signals`;
  return `${start}; ${rest}${trial ? ' (trial limits)' : ''}.`;
}
