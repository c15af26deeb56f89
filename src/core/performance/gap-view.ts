import type { Status } from './measure-table.ts';

/** The gap between the priority neighbourhoods and the city, cumulative by month since April, per 1,000 residents. */
export interface GapView {
  readonly year: string;
  readonly areas: readonly string[];
  readonly cityPopulation: number | null;
  readonly priorityPopulation: number | null;
  readonly populationYear: string | null;
  readonly annualTarget: number | null;
  readonly dataTo: string | null;
  readonly periods: readonly {
    readonly period: string;
    readonly cityCount: number | null;
    readonly priorityCount: number | null;
    readonly cityRate: number | null;
    readonly priorityRate: number | null;
    readonly gap: number | null;
    readonly lastYearGap: number | null;
    readonly targetLinear: number | null;
    readonly targetLastYearShare: number | null;
    readonly cumulativeChangePercent: number | null;
  }[];
  readonly status: Status;
  readonly statusLinear: Status;
  readonly statusLastYearShare: Status;
  readonly disagreement: string | null;
  readonly sentence: string;
  /** Neighbourhoods over the period to date, worst rate first. */
  readonly neighbourhoods: readonly {
    readonly name: string;
    readonly priority: boolean;
    readonly count: number | null;
    readonly population: number | null;
    readonly ratePerThousand: number | null;
    /** 1 = highest rate. */
    readonly rank: number | null;
    /** This area's part of the gap, in percent: its crimes above what the city rate would give, over the ten's. */
    readonly shareOfGapPercent: number | null;
  }[];
  readonly illustrative: boolean;
  readonly notes: readonly string[];
}
