import { evidenceOf, type Evidence } from '../statistics/evidence.ts';
import { changeBetween } from '../statistics/two-periods.ts';
import { periodInWords, type Period } from '../time/period.ts';

/** A measure's latest period against the one before it. */
export interface SinceLastPeriod {
  /** «June 2015», and the period before it. */
  readonly period: string;
  readonly before: string;
  readonly difference: number;
  /** Null on a small base. */
  readonly percent: number | null;
  readonly evidence: Evidence;
  /** «from 769 to 912 (+18.6%): strong evidence of a rise». */
  readonly says: string;
}

/**
 * What changed since the period before: two counts side by side, by the exact conditional test of two Poisson counts
 * (Przyborowski and Wilenski 1940). Null where either is not known or is no count. The season is not taken out.
 */
export function sinceLastPeriod(
  counts: readonly { readonly period: Period; readonly value: number | null }[],
): SinceLastPeriod | null {
  const at = counts.findLastIndex(({ value }) => value !== null);
  const [before, after] = [counts[at - 1], counts[at]];
  if (before?.value == null || after?.value == null) return null;
  if (![before.value, after.value].every((value) => Number.isInteger(value) && value >= 0)) return null;
  const change = changeBetween(before.value, after.value);
  return {
    period: periodInWords(after.period),
    before: periodInWords(before.period),
    difference: change.difference,
    percent: change.percent,
    evidence: evidenceOf(change.p),
    says: change.says,
  };
}
