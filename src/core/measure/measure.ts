import type { FinancialYear } from '../time/financial-year.ts';
import type { Cadence } from '../time/period.ts';

/** Which way is better: `monitor` measures are watched and never judged. */
export type Direction = 'more-is-better' | 'less-is-better' | 'monitor';

/** How an annual target is shared over the year: evenly, or as last year fell. */
export type ProfileKind = 'linear' | 'last-year-share';

/** A performance measure as the Board knows it. */
export interface Measure {
  readonly id: string;
  /** As the Board says it. */
  readonly name: string;
  readonly shortName: string;
  readonly definition: string;
  /** Plural noun of what is counted: «crimes», «referrals». */
  readonly unit: string;
  readonly direction: Direction;
  readonly cadence: Cadence;
  /** Percent by which a profile may be missed before concern is significant: 15 in the July 2015 paper. */
  readonly tolerancePercent: number;
  readonly profile: ProfileKind;
  /** Annual target by financial year, with the Board's own words for it. */
  readonly targets: readonly { readonly year: FinancialYear; readonly annual: number; readonly words: string }[];
  readonly owner: string;
  readonly source: string;
  /** Months by which the source usually trails the report. */
  readonly lagMonths: number;
  /** Datasets that feed it, the most trusted first. */
  readonly datasets: readonly string[];
}
