import type { CountCell, DisclosureTable, SumRelation } from './disclosure-table.ts';

/** A table of counts by row and column as it will be printed. */
export interface CountGrid {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** Counts row by row; null: not known. */
  readonly counts: readonly (readonly (number | null)[])[];
  /** Totals printed beside and below; null: that total is not printed. */
  readonly rowTotals: readonly (number | null)[] | null;
  readonly columnTotals: readonly (number | null)[] | null;
  readonly grandTotal: number | null;
}

/** The id of a cell of a grid, counted from 1 as `r1c3`; `t` for a total: `r1t`, `tc3`, `tt`. */
export const gridId = (row: number | 't', column: number | 't'): string => {
  if (row === 't') return column === 't' ? 'tt' : `tc${String(column)}`;
  return column === 't' ? `r${String(row)}t` : `r${String(row)}c${String(column)}`;
};

const wholeOf = (values: readonly (number | null)[]): number | null =>
  values.some((value) => value === null) ? null : values.reduce<number>((sum, value) => sum + (value ?? 0), 0);

/** A grid with every total printed, worked out from its counts; a total of unknown counts is not known. */
export function withTotals(grid: Pick<CountGrid, 'rows' | 'columns' | 'counts'>): CountGrid {
  const rowTotals = grid.counts.map(wholeOf);
  const columnTotals = grid.columns.map((_, at) => wholeOf(grid.counts.map((row) => row[at] ?? null)));
  return { ...grid, rowTotals, columnTotals, grandTotal: wholeOf(rowTotals) };
}

/** A plain table of rows and columns, with or without totals, for {@link suppress}. */
export function fromGrid(grid: CountGrid): DisclosureTable {
  const counts: CountCell[] = [];
  const relations: SumRelation[] = [];
  const add = (id: string, label: string, value: number | null, standing: CountCell['standing']) =>
    counts.push({ id, label, value, standing });
  for (const [r, row] of grid.rows.entries()) {
    for (const [c, column] of grid.columns.entries()) {
      add(gridId(r + 1, c + 1), `${row}, ${column}`, grid.counts[r]?.[c] ?? null, 'ordinary');
    }
  }
  const across = (r: number) => grid.columns.map((_, c) => gridId(r, c + 1));
  const down = (c: number) => grid.rows.map((_, r) => gridId(r + 1, c));
  if (grid.rowTotals !== null) {
    for (const [r, row] of grid.rows.entries()) {
      add(gridId(r + 1, 't'), `${row}, total`, grid.rowTotals[r] ?? null, 'total');
      relations.push({ total: gridId(r + 1, 't'), parts: across(r + 1), says: `the row «${row}» adds up` });
    }
  }
  if (grid.columnTotals !== null) {
    for (const [c, column] of grid.columns.entries()) {
      add(gridId('t', c + 1), `Total, ${column}`, grid.columnTotals[c] ?? null, 'total');
      relations.push({ total: gridId('t', c + 1), parts: down(c + 1), says: `the column «${column}» adds up` });
    }
  }
  if (grid.grandTotal !== null) {
    add('tt', 'Total', grid.grandTotal, 'total');
    relations.push(...grandSums(grid, across, down));
  }
  return { counts, derived: [], relations };
}

function grandSums(grid: CountGrid, across: (row: number) => string[], down: (column: number) => string[]) {
  const says = 'the totals add up';
  const sums: SumRelation[] = [];
  if (grid.rowTotals !== null) sums.push({ total: 'tt', parts: grid.rows.map((_, r) => gridId(r + 1, 't')), says });
  if (grid.columnTotals !== null)
    sums.push({ total: 'tt', parts: grid.columns.map((_, c) => gridId('t', c + 1)), says });
  if (sums.length > 0) return sums;
  const all =
    grid.columns.length <= grid.rows.length
      ? grid.columns.flatMap((_, c) => down(c + 1))
      : grid.rows.flatMap((_, r) => across(r + 1));
  return [{ total: 'tt', parts: all, says }];
}
