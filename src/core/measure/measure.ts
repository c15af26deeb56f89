import type { FinancialYear } from '../time/financial-year.ts';
import type { Month } from '../time/month.ts';
import type { Cadence } from '../time/period.ts';

/** Which way is better: `monitor` measures are watched and never judged. */
export type Direction = 'more-is-better' | 'less-is-better' | 'monitor';

/** How an annual target is shared over the year: evenly, as last year fell, or month by month as the officer says. */
export type ProfileKind = 'linear' | 'last-year-share' | 'own-periods';

/**
 * What a measure is. `count`: events in a period. `rate`: events per 1,000 residents. `percentage`: n of N.
 * `distance-travelled`: scores at entry and exit, client by client. `cohort`: people followed, of whom some returned.
 * `cumulative-gap`: priority neighbourhoods against the city, of all crime or of the counts of another measure.
 */
export type MeasureKind = 'count' | 'rate' | 'percentage' | 'distance-travelled' | 'cohort' | 'cumulative-gap';

/** What a year is to reach, in the Board's words, and why. */
export interface MeasureTarget {
  readonly year: FinancialYear;
  readonly annual: number;
  readonly words: string;
  readonly why?: string;
  /** With the profile `own-periods`: what each month or quarter is to bring, April first. */
  readonly periods?: readonly number[];
}

/** A performance measure as the Board knows it. */
export interface Measure {
  readonly id: string;
  /** As the Board says it. */
  readonly name: string;
  readonly shortName: string;
  readonly definition: string;
  readonly kind: MeasureKind;
  /** Plural noun of what is counted: «crimes», «referrals». */
  readonly unit: string;
  /** What is counted over what, in words; '' where there is nothing to say. */
  readonly numerator: string;
  readonly denominator: string;
  /**
   * The measures whose counts a rate, a gap or a percentage is made of: `part` over `whole`, or over the residents
   * where `whole` is null. Null: it has figures of its own (the Board's gap: the records of all crime).
   */
  readonly madeOf: { readonly part: string; readonly whole: string | null } | null;
  readonly direction: Direction;
  readonly cadence: Cadence;
  /** Percent by which a profile may be missed before concern is significant: 15 in the July 2015 paper. */
  readonly tolerancePercent: number;
  readonly profile: ProfileKind;
  /** Annual target by financial year, with the Board's own words for it. */
  readonly targets: readonly MeasureTarget[];
  /** The organisation that answers for it. */
  readonly owner: string;
  /** The person who answers for it; '' where nobody is named. */
  readonly accountable: string;
  /** The outcome it serves; '' where none is named. */
  readonly outcome: string;
  readonly source: string;
  /** Months by which the source usually trails the report. */
  readonly lagMonths: number;
  /** Datasets that feed it, the most trusted first. */
  readonly datasets: readonly string[];
  /** Counts from 1 to this are small in packs; null: the partnership's own rule; 0: none is small. */
  readonly smallNumberThreshold: number | null;
  /** First and last month it is reported for; null: always. */
  readonly starts: Month | null;
  readonly ends: Month | null;
}

/** The Board's own gap, of all crime: it has a room, a section of the pack and sheets of its own. */
export const BOARD_GAP_ID = 'gap';

/** What a definition kept before these were asked for is taken to say. */
const BEFORE = {
  kind: 'count',
  numerator: '',
  denominator: '',
  madeOf: null,
  accountable: '',
  outcome: '',
  smallNumberThreshold: null,
  starts: null,
  ends: null,
} as const;

/** A measure of a definition as kept, whichever version of the workbench kept it. */
export const completeMeasure = (kept: Partial<Measure> & Pick<Measure, 'id'>): Measure =>
  ({ ...BEFORE, ...(kept.id === BOARD_GAP_ID ? { kind: 'cumulative-gap' } : {}), ...kept }) as Measure;

/** Whether a measure is reported for a month. */
export const isReported = ({ starts, ends }: Pick<Measure, 'starts' | 'ends'>, month: string): boolean =>
  (starts === null || starts <= month) && (ends === null || ends >= month);

/** Measures told as a share of people rather than by the Board's table of counts. */
export const isShare = ({ kind }: Pick<Measure, 'kind'>): boolean =>
  kind === 'percentage' || kind === 'distance-travelled' || kind === 'cohort';
