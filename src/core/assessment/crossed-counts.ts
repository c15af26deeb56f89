import { countCells } from './count-cells.ts';
import { marksOf, type EvidenceScope } from './evidence-scope.ts';
import type { EvidenceTable } from './evidence-table.ts';

/** A table of counts that add up both ways: its last row sums the others, its last column the columns before it. */
export function crossedCounts({
  scope,
  method,
  notesFirst = [],
  notes,
  ...table
}: Pick<EvidenceTable, 'id' | 'title' | 'finding' | 'rowHead' | 'columns' | 'rows' | 'notes'> & {
  readonly scope: EvidenceScope;
  readonly method: string;
  /** Notes that stand before the marks of exceptional months. */
  readonly notesFirst?: readonly string[];
}): EvidenceTable {
  const { columns, rows } = table;
  const [total, all] = [rows.at(-1)?.id ?? '', columns.at(-1)?.id ?? ''];
  const parts = columns.slice(0, -1).map(({ id }) => id);
  const counted = countCells({
    columns,
    rows,
    counted: columns.map(({ id }) => id),
    sums: [{ total, parts: rows.slice(0, -1).map(({ id }) => id) }],
    ...(parts.length === 0 ? {} : { across: { total: all, parts } }),
  });
  return {
    ...table,
    notes: [...notesFirst, ...marksOf(scope, ['all-crime']), ...notes],
    rests: { sources: scope.sources, dataTo: scope.dataTo, method },
    provisional: scope.provisional,
    illustrative: scope.illustrative,
    nothing: null,
    disclosure: { ...counted, derived: [] },
    ordered: null,
  };
}
