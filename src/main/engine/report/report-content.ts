import type { ComparisonView } from '../../../core/performance/comparison-view.ts';
import type { GapView } from '../../../core/performance/gap-view.ts';
import type { MeasureTable } from '../../../core/performance/measure-table.ts';
import type { Month } from '../../../core/time/month.ts';

/** Everything the board workbook says: the same values the window shows, nothing worked out anew. */
export interface ReportContent {
  readonly partnership: string;
  /** The month the workbook speaks for. */
  readonly asAt: Month;
  /** When it was made, as an ISO time in UTC: `2015-07-10T09:30:00.000Z`. */
  readonly madeAt: string;
  /** In the Board's order. */
  readonly tables: readonly MeasureTable[];
  readonly gap: GapView | null;
  readonly comparisons: readonly ComparisonView[];
  readonly pictures: readonly ReportPicture[];
  readonly about: AboutFigures;
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
  gap: 'gap',
  neighbourhoods: 'neighbourhoods',
  comparison: (view: { readonly measure: string; readonly from: string; readonly to: string }): string =>
    `comparison ${view.measure} ${view.from} ${view.to}`,
};
