import type { Tier } from '../../../core/performance/measure-table.ts';

/** A status in a cell: shape, words and shade. */
export interface StatusText {
  readonly tier: Tier;
  readonly says: string;
}

/** What stands in a cell: words, a figure as it is printed, a status, or nothing (not known). */
export interface Cell {
  readonly text: string | StatusText;
  readonly figure?: boolean;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly muted?: boolean;
  readonly fill?: string;
  /** Set small before the figure, so that figures stay aligned: `[p]`, `[r]`. */
  readonly sign?: string;
  /** Cells it takes to the right. */
  readonly span?: number;
}

export interface Row {
  readonly cells: readonly Cell[];
  /** A rule over the row: a new group begins. */
  readonly begins?: boolean;
}

/** A table as a plain value: fixed columns, heads repeated on every page it runs on to. */
export interface TableDraft {
  /** Twentieths of a point. */
  readonly widths: readonly number[];
  /** Repeated at the top of every page that the table runs on to. */
  readonly heads: readonly Row[];
  readonly rows: readonly Row[];
  /** Half-points; 18 is 9 point. */
  readonly size?: number;
  /** Kept on one page where it fits. */
  readonly together?: boolean;
}

export const words = (text: string | null, look: Omit<Cell, 'text'> = {}): Cell => ({ text: text ?? '', ...look });
export const figure = (text: string, look: Omit<Cell, 'text' | 'figure'> = {}): Cell => ({
  text,
  figure: true,
  ...look,
});
export const statusCell = (tier: Tier, says: string): Cell => ({ text: { tier, says } });
