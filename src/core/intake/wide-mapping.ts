import type { FinancialYear } from '../time/financial-year.ts';

/** What one column of a wide table stands for. `year` null: the row says which financial year. */
export type PeriodColumn =
  | { readonly column: number; readonly kind: 'month'; readonly month: number; readonly year: FinancialYear | null }
  | {
      readonly column: number;
      readonly kind: 'quarter';
      readonly quarter: 1 | 2 | 3 | 4;
      readonly year: FinancialYear | null;
    }
  | { readonly column: number; readonly kind: 'year'; readonly year: FinancialYear }
  | { readonly column: number; readonly kind: 'total' };

/** What the figures of one row are. */
export type RowMeaning =
  'count' | 'cumulative' | 'target' | 'change' | 'gap' | 'gap-target' | 'not-understood' | 'left-out';

/** One row of figures. `year` is the financial year the figures belong to, after any correction of the label. */
export interface WideRow {
  readonly row: number;
  readonly label: string;
  readonly meaning: RowMeaning;
  readonly measure: string;
  readonly year: FinancialYear | null;
}

/** One table of a sheet: a header row of periods and the rows under it. */
export interface WideTable {
  readonly title: string;
  readonly headerRow: number;
  readonly labelColumn: number;
  readonly columns: readonly PeriodColumn[];
  readonly rows: readonly WideRow[];
  /** Columns (from 0) of periods that the officer leaves out; absent when there are none. */
  readonly leftOut?: readonly number[];
}

/** The mapping of the layouts `wide-months` and `wide-quarters`. */
export interface WideMapping {
  readonly tables: readonly WideTable[];
}
