import type { Direction } from '../measure/measure.ts';
import { shareLimits, type GroupSeen } from './share-limits.ts';
import { specialCauses, type RuleSet, type SpecialCause } from './spc-rules.ts';
import { xmrLimits, type XmrLimits } from './xmr.ts';

/** Below this many points limits are trial limits and say so (NHS Making Data Count). */
export const FIRM_FROM = 13;

/** What a special cause means for the measure; `neutral` where neither way is better. */
export type PointKind = 'common-cause' | 'improvement' | 'concern' | 'neutral-high' | 'neutral-low';

/** What the last point says about variation: the picture drawn beside the chart. */
export type VariationIcon =
  | 'common-cause'
  | 'improvement-high'
  | 'improvement-low'
  | 'concern-high'
  | 'concern-low'
  | 'neutral-high'
  | 'neutral-low';

/** Whether the target can be reliably met: by the limits of the last segment. */
export type AssuranceIcon = 'consistently-passes' | 'consistently-fails' | 'hit-and-miss';

/** A step change the officer set: a new segment with limits of its own starts here. */
export interface StepChange {
  /** Index of the first point of the new segment. */
  readonly at: number;
  readonly reason: string;
}

export interface SpcInput {
  /** Values in order of time; null where not known. */
  readonly values: readonly (number | null)[];
  readonly direction: Direction;
  readonly rules: RuleSet;
  readonly target?: number | null;
  readonly steps?: readonly StepChange[];
  /** Limits of the first segment from its first so many points only; null or absent: from all of them. */
  readonly baseline?: number | null;
  /** Indexes left out of limits and rules, as exceptional. They stay on the chart. */
  readonly leftOut?: ReadonlySet<number>;
  /** For a chart of shares in percent: n of N behind each value; limits are then as wide as each group is small. */
  readonly groups?: readonly GroupSeen[] | null;
}

export interface SpcPoint {
  readonly value: number | null;
  readonly limits: XmrLimits | null;
  /** The first of its special causes by precedence; null for common cause. */
  readonly cause: SpecialCause | null;
  readonly causes: readonly SpecialCause[];
  /** Null where the value is not known, left out, or has no limits. */
  readonly kind: PointKind | null;
  readonly leftOut: boolean;
}

export interface SpcSegment {
  readonly from: number;
  readonly to: number;
  readonly reason: string | null;
  /** Of a chart of shares: those of its last known point. */
  readonly limits: XmrLimits | null;
  /** Fewer than 13 known points: limits are provisional. */
  readonly trial: boolean;
  /** How many times a chart of shares is wider than chance alone; null for other charts. */
  readonly widened: number | null;
}

export interface SpcChart {
  readonly points: readonly SpcPoint[];
  readonly segments: readonly SpcSegment[];
  readonly rules: RuleSet;
  readonly trial: boolean;
  readonly variation: VariationIcon | null;
  readonly assurance: AssuranceIcon | null;
}

const isHigh = (cause: SpecialCause): boolean =>
  cause === 'above-limit' || cause === 'rising-trend' || cause === 'two-of-three-high' || cause === 'shift-high';

function kindOf(cause: SpecialCause | null, direction: Direction): PointKind {
  if (cause === null) return 'common-cause';
  const high = isHigh(cause);
  if (direction === 'monitor') return high ? 'neutral-high' : 'neutral-low';
  return high === (direction === 'more-is-better') ? 'improvement' : 'concern';
}

function variationOf(last: SpcPoint | undefined): VariationIcon | null {
  if (last === undefined || last.kind === null) return null;
  if (last.cause === null || last.kind === 'common-cause') return 'common-cause';
  if (last.kind === 'neutral-high' || last.kind === 'neutral-low') return last.kind;
  return `${last.kind}-${isHigh(last.cause) ? 'high' : 'low'}`;
}

/** A target beyond the limits is always or never met; one between them is met by chance. Null without one. */
export function assuranceOf(
  limits: XmrLimits | null,
  target: number | null,
  direction: Direction,
): AssuranceIcon | null {
  if (limits === null || target === null || direction === 'monitor') return null;
  if (target > limits.upper) return direction === 'more-is-better' ? 'consistently-fails' : 'consistently-passes';
  if (target < limits.lower) return direction === 'more-is-better' ? 'consistently-passes' : 'consistently-fails';
  return 'hit-and-miss';
}

const lastOf = (limits: readonly (XmrLimits | null)[]): XmrLimits | null =>
  limits.findLast((one) => one !== null) ?? null;

/** First and last index of each segment with the officer's reason; steps outside the series are ignored. */
function segmentsOf(
  length: number,
  steps: readonly StepChange[],
): { from: number; to: number; reason: string | null }[] {
  const inside = steps.filter((step) => step.at > 0 && step.at < length).toSorted((a, b) => a.at - b.at);
  const starts = [{ at: 0, reason: null }, ...inside];
  return starts.map(({ at, reason }, index) => ({ from: at, to: (starts[index + 1]?.at ?? length) - 1, reason }));
}

/**
 * A chart of individual values in the manner of NHS Making Data Count: limits, special causes and icons. Each step
 * change starts a segment of its own, and no run reaches across one; nothing is ever rebased unasked.
 */
export function makeSpcChart(input: SpcInput): SpcChart {
  const { values, direction, rules, target = null, steps = [], baseline = null, leftOut = new Set() } = input;
  const used = values.map((value, index) => (leftOut.has(index) ? null : value));
  const groups = (input.groups ?? null)?.map((group, index) => (leftOut.has(index) ? null : group)) ?? null;
  const limits: (XmrLimits | null)[] = [];
  const segments = segmentsOf(values.length, steps).map((segment, index): SpcSegment => {
    const inside = <T>(all: readonly T[]): T[] => all.slice(segment.from, segment.to + 1);
    const basis = <T>(own: readonly T[]): readonly T[] =>
      index === 0 && baseline !== null ? own.slice(0, baseline) : own;
    const own = inside(used);
    const trial = own.filter((value) => value !== null).length < FIRM_FROM;
    if (groups === null) {
      const same = xmrLimits(basis(own), rules.screen);
      limits.push(...own.map(() => same));
      return { ...segment, limits: same, trial, widened: null };
    }
    const made = shareLimits(inside(input.groups ?? []), basis(inside(groups)), { of: 100, screen: rules.screen });
    limits.push(...own.map((_, at) => made?.points[at] ?? null));
    return { ...segment, limits: lastOf(made?.points ?? []), trial, widened: made?.widened ?? null };
  });
  const points = segments.flatMap(({ from, to }): SpcPoint[] => {
    const within = used.slice(from, to + 1);
    const causes = specialCauses(within, limits.slice(from, to + 1), rules);
    return within.map((value, index) => {
      const own = causes[index] ?? [];
      const cause = own[0] ?? null;
      const about = limits[from + index] ?? null;
      return {
        value: values[from + index] ?? null,
        limits: about,
        cause,
        causes: own,
        kind: value === null || about === null ? null : kindOf(cause, direction),
        leftOut: leftOut.has(from + index),
      };
    });
  });
  const last = segments.at(-1);
  return {
    points,
    segments,
    rules,
    trial: last?.trial ?? true,
    variation: variationOf(points.findLast((point) => point.kind !== null)),
    assurance: assuranceOf(last?.limits ?? null, target, direction),
  };
}
