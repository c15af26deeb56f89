import type { FigureAsked } from '../../preload/contract.ts';

/** One cell as text. `figure` makes it a way to its explanation. An unknown value is ''. */
export interface TableCell {
  readonly text: string;
  /** Small before the number: `[p]`, `[r]`. */
  readonly sign?: string;
  readonly figure?: FigureAsked;
  /** What stands for itself beside the number: «profile» figures are in italics, own area in accent. */
  readonly tone?: 'target' | 'own' | 'strong';
  /** What it sorts by where its text does not say: `3 of 15`, a verdict in words. `null` comes last either way. */
  readonly worth?: number | null;
}

export interface TableColumn {
  readonly head: string;
  /** A second, quieter line in the head: the unit or the year. */
  readonly under?: string;
  readonly text?: boolean;
  /** The month that was just reported. */
  readonly current?: boolean;
  /** Starts a new group of columns. */
  readonly divider?: boolean;
}

export interface TableRow {
  readonly head: string;
  readonly tone?: 'target' | 'own' | 'strong';
  readonly cells: readonly TableCell[];
  /** A thin rule above: a new group of rows begins. */
  readonly divider?: boolean;
  /** Makes the head a way to more about the row. */
  readonly onHead?: () => void;
}

/** A table as a plain value: shown in the window and copied to Word and Excel from this one value. */
export interface TableValue {
  readonly caption: string;
  readonly rowHead: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  readonly notes: readonly string[];
}

/** A column by its whole head: two may both be «Part», one of the gap and one of its change. */
export const columnNamed = ({ head, under }: TableColumn): string => (under === undefined ? head : `${head}, ${under}`);
