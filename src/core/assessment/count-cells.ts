import type { CountCell, DisclosureTable, SumRelation } from '../disclosure/disclosure-table.ts';
import { evidenceCellId, type EvidenceColumn, type EvidenceRow } from './evidence-table.ts';

interface CountsWanted {
  readonly columns: readonly EvidenceColumn[];
  readonly rows: readonly EvidenceRow[];
  /** Columns that hold counts. */
  readonly counted: readonly string[];
  /** Each total row, and the rows that make it. */
  readonly sums: readonly { readonly total: string; readonly parts: readonly string[] }[];
  /** The column that sums the others, row by row; absent: none does. */
  readonly across?: { readonly total: string; readonly parts: readonly string[] };
}

/** The counts of a table and how they add up: what a reader with a pencil has. */
export function countCells({
  columns,
  rows,
  counted,
  sums,
  across,
}: CountsWanted): Pick<DisclosureTable, 'counts' | 'relations'> {
  const totals = new Set(sums.map(({ total }) => total));
  const at = (column: string): number => columns.findIndex(({ id }) => id === column);
  const counts = rows.flatMap((row) =>
    counted.map((column): CountCell => {
      const cell = row.cells[at(column)] ?? null;
      const head = columns[at(column)];
      return {
        id: evidenceCellId(row.id, column),
        label: `${row.head}, ${head?.under ?? head?.head ?? column}`,
        value: typeof cell === 'number' ? cell : null,
        standing: totals.has(row.id) || column === across?.total ? 'total' : 'ordinary',
      };
    }),
  );
  const known = new Set(counts.map(({ id }) => id));
  const down = sums.flatMap(({ total, parts }) =>
    counted.map((column): SumRelation => ({
      total: evidenceCellId(total, column),
      parts: parts.map((part) => evidenceCellId(part, column)),
      says: `the rows make ${rows.find(({ id }) => id === total)?.head ?? total}`,
    })),
  );
  const sideways =
    across === undefined
      ? []
      : rows.map((row): SumRelation => ({
          total: evidenceCellId(row.id, across.total),
          parts: across.parts.map((part) => evidenceCellId(row.id, part)),
          says: `the row of ${row.head} adds up`,
        }));
  return {
    counts,
    relations: [...down, ...sideways].filter(
      ({ total, parts }) => known.has(total) && parts.every((part) => known.has(part)),
    ),
  };
}
