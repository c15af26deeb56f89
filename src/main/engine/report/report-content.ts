import type { SuppressedCell } from '../../../core/disclosure/suppressed.ts';
import type { ComparisonView } from '../../../core/performance/comparison-view.ts';
import type { GapView } from '../../../core/performance/gap-view.ts';
import type { MeasureTable } from '../../../core/performance/measure-table.ts';
import type { ShareView } from '../../../core/performance/share-view.ts';
import type { Signs } from '../../../core/performance/signs-of.ts';
import type { Origin } from '../../../core/provenance/origin.ts';
import type { Month } from '../../../core/time/month.ts';

/** What small numbers took out of each view, by measure and cell id. */
export type Withheld = ReadonlyMap<string, ReadonlyMap<string, SuppressedCell>>;

/** The cells a figure was read from, by {@link traceKey}. */
export type Traces = ReadonlyMap<string, readonly Origin[]>;

/** Names one figure of a view: its measure (or comparison), which column or row, and which period or area. */
export const traceKey = (view: string, what: string, where: string): string => `${view}\u0000${what}\u0000${where}`;

/** In place of an area: the averages, limits and rank that rest on every area of a comparison. */
export const WHOLE_GROUP = '';

/** Everything the board workbook says: the same values the window shows, nothing worked out anew. */
export interface ReportContent {
  readonly partnership: string;
  /** The month the workbook speaks for. */
  readonly asAt: Month;
  /** When it was made, as an ISO time in UTC: `2015-07-10T09:30:00.000Z`. */
  readonly madeAt: string;
  /** In the Board's order. */
  readonly tables: readonly MeasureTable[];
  /** Percentages, cohorts and distance travelled. */
  readonly shares: readonly ShareView[];
  readonly gap: GapView | null;
  readonly comparisons: readonly ComparisonView[];
  readonly pictures: readonly ReportPicture[];
  readonly about: AboutFigures;
  /** Handling marking on every page, sheet and chart; null for none. */
  readonly marking: string | null;
  /** Short names by measure: what sheets are named by. */
  readonly shortNames: ReadonlyMap<string, string>;
  readonly withheld: Withheld;
  /** `[p]`, `[r]` beside figures, `[x]`, `[z]` in place of one; by measure (or `gap`, or a comparison's picture) and cell id. */
  readonly signs: ReadonlyMap<string, Signs>;
  readonly traces: Traces;
}

/** A drawn chart. `name` says which view it belongs to, as {@link pictureName} writes it. */
export interface ReportPicture {
  readonly name: string;
  readonly png: Uint8Array;
  /** Size at which it is set, in pixels at 96 to the inch. */
  readonly width: number;
  readonly height: number;
}

/** Where the figures come from and how they were made. */
export interface AboutFigures {
  readonly sources: readonly {
    readonly file: string;
    readonly sheet: string;
    /** ISO time in UTC. */
    readonly importedAt: string;
    readonly sha256: string;
    readonly says: string;
  }[];
  readonly methods: readonly { readonly title: string; readonly says: string }[];
  readonly dataTo: readonly { readonly measure: string; readonly to: string | null }[];
  readonly notes: readonly string[];
}

/** The name of the picture of each view. */
export const pictureName = {
  measure: (measure: string): string => `measure ${measure}`,
  share: (measure: string): string => `share ${measure}`,
  gap: 'gap',
  neighbourhoods: 'neighbourhoods',
  comparison: (view: { readonly measure: string; readonly from: string; readonly to: string }): string =>
    `comparison ${view.measure} ${view.from} ${view.to}`,
};
