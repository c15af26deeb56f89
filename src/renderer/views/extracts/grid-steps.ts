/** A place in the grid: row 0 is the strip of column heads, column −1 the row heads. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

interface Edges {
  readonly lastRow: number;
  readonly lastColumn: number;
  /** Rows to a page. */
  readonly page: number;
}

interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
}

/** Where a key leads in the grid; null for a key that leads nowhere. */
export function stepFrom({ row, column }: Place, { key, ctrlKey }: Key, edges: Edges): Place | null {
  const at = (toRow: number, toColumn: number): Place => ({
    row: Math.min(edges.lastRow, Math.max(0, toRow)),
    column: Math.min(edges.lastColumn, Math.max(-1, toColumn)),
  });
  switch (key) {
    case 'ArrowDown':
      return at(row + 1, column);
    case 'ArrowUp':
      return at(row - 1, column);
    case 'ArrowRight':
      return at(row, column + 1);
    case 'ArrowLeft':
      return at(row, column - 1);
    case 'PageDown':
      return at(row + edges.page, column);
    case 'PageUp':
      return at(row - edges.page, column);
    case 'Home':
      return at(ctrlKey ? 0 : row, 0);
    case 'End':
      return at(ctrlKey ? edges.lastRow : row, edges.lastColumn);
    default:
      return null;
  }
}
