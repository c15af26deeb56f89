import type { Direction, ProfileKind } from '../measure/measure.ts';
import type { Cadence } from '../time/period.ts';

export type Tier =
  'generally-satisfied' | 'some-concerns' | 'significant-concern' | 'monitoring-only' | 'not-yet-known';

/** Where a measure stands against a profile. `shortfallPercent` above 0 is the wrong side; null when not known. */
export interface Status {
  readonly tier: Tier;
  readonly shortfallPercent: number | null;
  readonly against: ProfileKind | null;
  /** Cumulative actual and target compared, at the last period known. */
  readonly actual: number | null;
  readonly target: number | null;
}

/** One month or quarter of the Board's table. Every null means not known, never nought. */
export interface MeasureRow {
  readonly period: string;
  readonly actual: number | null;
  /** What the source said instead of a number («<5»), or null. */
  readonly symbol: string | null;
  readonly lastYear: number | null;
  readonly lastYearSymbol: string | null;
  readonly cumulative: number | null;
  readonly lastYearCumulative: number | null;
  readonly targetLinear: number | null;
  readonly targetLastYearShare: number | null;
  /** The period alone against the same period last year, in percent; null also where the base is under 10. */
  readonly changePercent: number | null;
  readonly cumulativeChangePercent: number | null;
}

/** Whether a table has any figure at all: one of this year, of last year or of a year before. */
export const hasFigures = ({ periods, previousYears }: Pick<MeasureTable, 'periods' | 'previousYears'>): boolean =>
  periods.some(({ actual, symbol, lastYear }) => actual !== null || symbol !== null || lastYear !== null) ||
  previousYears.some(({ value }) => value !== null);

/** The measure table of one financial year, as the Board knows it. */
export interface MeasureTable {
  readonly measure: string;
  readonly name: string;
  readonly unit: string;
  readonly direction: Direction;
  /** Only of a gap between the priority neighbourhoods and the city: its periods add to it, its sums are the gap. */
  readonly gap?: true | undefined;
  readonly cadence: Cadence;
  readonly year: string;
  readonly tolerancePercent: number;
  readonly annualTarget: number | null;
  readonly targetWords: string | null;
  readonly owner: string;
  readonly source: string;
  readonly lagMonths: number;
  /** Last period with a known actual this year (`2015-06`, `2015-16 Q1`), or null. */
  readonly dataTo: string | null;
  /** Decimals the figures are shown with: 0 for counts, 1 for the gap. */
  readonly decimals: number;
  readonly previousYears: readonly {
    readonly year: string;
    readonly value: number | null;
    /** `printed` by the source, or `summed` from its own months. */
    readonly basis: 'printed' | 'summed';
  }[];
  readonly periods: readonly MeasureRow[];
  /** The target to date by the Board's own sharing out, one for each period; null where the measure has none. */
  readonly ownTargets: readonly (number | null)[] | null;
  readonly status: Status;
  readonly statusLinear: Status;
  readonly statusLastYearShare: Status;
  /** One plain sentence when the two profiles give different tiers, else null. */
  readonly disagreement: string | null;
  /** The finding in one sentence. */
  readonly sentence: string;
  readonly provisional: boolean;
  readonly illustrative: boolean;
  /** Things the reader must know: sources that differ, printed totals that do not add up. */
  readonly notes: readonly string[];
}
