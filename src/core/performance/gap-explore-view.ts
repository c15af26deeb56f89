import type { GroupLabel } from '../statistics/against-group.ts';
import type { GapOptions, PriorityMethod } from './gap-methods.ts';

/** One neighbourhood of the gap explored. Null: not known. */
export interface NeighbourhoodRow {
  readonly name: string;
  readonly priority: boolean;
  readonly count: number | null;
  readonly population: number | null;
  readonly ratePerThousand: number | null;
  readonly lower95: number | null;
  readonly upper95: number | null;
  readonly lower998: number | null;
  readonly upper998: number | null;
  readonly method: 'exact' | 'Byar' | null;
  /** 1 = highest rate. */
  readonly rank: number | null;
  /** Ranks that its 95% limits and the others' leave open. */
  readonly rankFrom: number | null;
  readonly rankTo: number | null;
  /** Against the city's rate, by its own limits. */
  readonly label95: GroupLabel | null;
  readonly label998: GroupLabel | null;
  /** Under 10 events: its rate and rank say little. */
  readonly small: boolean;
  readonly lastYear: number | null;
  readonly changePercent: number | null;
  readonly changeSays: string | null;
  /** Per 1,000 residents of the priority neighbourhoods; the parts add up to the gap. */
  readonly partOfGap: number | null;
  /** The same of the gap's change since the same months last year. */
  readonly partOfChange: number | null;
}

/** The gap by a named method, beside the Board's own. */
export interface GapExploreView {
  readonly year: string;
  readonly dataTo: string | null;
  readonly method: PriorityMethod['by'];
  readonly methodWords: string;
  readonly baselineYear: string | null;
  readonly options: GapOptions;
  readonly areas: readonly string[];
  readonly periods: readonly {
    readonly period: string;
    readonly priorityRate: number | null;
    readonly cityRate: number | null;
    readonly gap: number | null;
    readonly lastYearGap: number | null;
    /** The Board's gap at the same month: named neighbourhoods, pooled, city with them. */
    readonly boardGap: number | null;
  }[];
  readonly neighbourhoods: readonly NeighbourhoodRow[];
  readonly sentence: string;
  readonly populationYear: string | null;
  readonly illustrative: boolean;
  readonly notes: readonly string[];
}
