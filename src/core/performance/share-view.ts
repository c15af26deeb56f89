import type { Direction, MeasureKind } from '../measure/measure.ts';
import type { Cadence } from '../time/period.ts';
import type { Status } from './measure-table.ts';

/** n of N with Wilson's 95% limits, in percent. Nulls are not known; N of 0 has no percentage. */
export interface ShareOf {
  readonly part: number | null;
  readonly whole: number | null;
  readonly percent: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** One month or quarter of a share. */
export interface ShareRow extends ShareOf {
  readonly period: string;
  /** The same period last year, in percent. */
  readonly lastYearPercent: number | null;
}

/** One domain of an Outcome Star over the clients scored both times. */
export interface DomainRow {
  readonly domain: string;
  /** Clients scored both times in it. */
  readonly clients: number;
  readonly higher: number;
  readonly same: number;
  readonly lower: number;
  readonly meanEntry: number | null;
  readonly meanExit: number | null;
  readonly meanChange: number | null;
}

/** Distance travelled: what the shares of a star rest on. */
export interface DistanceTravelled {
  readonly domains: readonly DomainRow[];
  /** Mean over the clients of their mean change; in points of the scale. */
  readonly meanChange: number | null;
  /** Clients who have not left: no date of closing and no score at exit. Null: withheld. */
  readonly withoutExit: number | null;
  /** Clients who left without a pair of scores to compare. Null: withheld. */
  readonly withoutPair: number | null;
}

/** A measure told as a share of people for one financial year: a percentage, distance travelled or a cohort. */
export interface ShareView {
  readonly measure: string;
  readonly name: string;
  readonly shortName: string;
  readonly kind: MeasureKind;
  /** What is counted over what: «offenders not returned to court» of «offenders in the cohort». */
  readonly partWords: string;
  readonly wholeWords: string;
  readonly direction: Direction;
  readonly cadence: Cadence;
  readonly year: string;
  readonly tolerancePercent: number;
  /** In percent. */
  readonly annualTarget: number | null;
  readonly targetWords: string | null;
  readonly owner: string;
  readonly source: string;
  readonly lagMonths: number;
  readonly dataTo: string | null;
  readonly periods: readonly ShareRow[];
  /** Everything since April together. */
  readonly toDate: ShareOf;
  readonly lastYearToDate: ShareOf;
  readonly status: Status;
  readonly distance: DistanceTravelled | null;
  readonly sentence: string;
  readonly provisional: boolean;
  readonly illustrative: boolean;
  readonly notes: readonly string[];
}
