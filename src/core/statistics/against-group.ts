import type { Direction } from '../measure/measure.ts';
import { countLimits, type Limits } from './poisson-limits.ts';
import { wilsonLimits } from './wilson.ts';

/** Where an area lies against its group: by its 99.8% limits, else its 95% limits, else similar. */
export type Side = 'higher-998' | 'higher-95' | 'similar' | 'lower-95' | 'lower-998';

/** A side in the words of the measure: better and worse where one way is better, higher and lower where neither is. */
export type GroupLabel = 'better' | 'worse' | 'higher' | 'lower' | 'similar';

/**
 * An area's limits against the group's value: higher or lower where the value lies outside the area's own limits, at
 * 99.8% if it does there, else at 95% (APHO technical briefing 3, 2008; the practice of public-health profiles).
 */
export function sideOf(limits: (confidence: number) => Limits, groupValue: number): Side {
  const wide = limits(0.998);
  if (wide.lower > groupValue) return 'higher-998';
  if (wide.upper < groupValue) return 'lower-998';
  const narrow = limits(0.95);
  if (narrow.lower > groupValue) return 'higher-95';
  return narrow.upper < groupValue ? 'lower-95' : 'similar';
}

/** A count against what the group's rate would give its residents. */
export const sideOfCount = (count: number, expected: number): Side =>
  sideOf((confidence) => countLimits(count, confidence), expected);

/** A proportion against the group's, both as shares of 1. */
export const sideOfProportion = (count: number, total: number, groupShare: number): Side =>
  sideOf((confidence) => wilsonLimits(count, total, confidence), groupShare);

/** The word for a side at 95% or, with `confidence` 0.998, only where the 99.8% limits say so. */
export function labelOf(side: Side, direction: Direction, confidence: 0.95 | 0.998 = 0.95): GroupLabel {
  if (side === 'similar' || (confidence === 0.998 && side.endsWith('-95'))) return 'similar';
  const higher = side.startsWith('higher');
  if (direction === 'monitor') return higher ? 'higher' : 'lower';
  return higher === (direction === 'more-is-better') ? 'better' : 'worse';
}
