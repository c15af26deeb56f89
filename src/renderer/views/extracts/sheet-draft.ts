import type { Layout } from '../../../core/intake/plan.ts';
import type { ColumnIs, RowChoice } from '../../../core/intake/sheet-choice.ts';
import type { Preview } from '../../../preload/contract.ts';

/** How one sheet was read, as the engine answers it. */
export type SheetReading = Preview['readings'][number];
/** What the officer decides of a sheet, while it is edited. */
export type Draft = SheetReading['choice'];
export type DraftTable = Draft['tables'][number];
export type DraftColumn = DraftTable['columns'][number];

/** The layout a draft speaks of: the officer's, else the one the sheet was read as. */
export const layoutOf = (draft: Draft, reading: SheetReading): Layout => draft.layout ?? reading.layout;

/** The table a row belongs to: the last whose headings stand at or above it, else the first. */
export const tableAt = (draft: Draft, row: number): DraftTable | undefined =>
  draft.tables.findLast(({ headerRow }) => headerRow <= row) ?? draft.tables[0];

/** Fields that several columns may share. */
const SHARED: readonly string[] = ['category'];

/** Says what one column of a table is; what only one column can be is taken from the column that was it before. */
export function withColumn(draft: Draft, headerRow: number, column: number, heading: string, is: ColumnIs): Draft {
  const set = (table: DraftTable): DraftTable => ({
    ...table,
    columns: [
      ...table.columns
        .filter((one) => one.column !== column)
        .map((one) => (isSame(one.is as ColumnIs, is) ? { ...one, is: { kind: 'nothing' as const } } : one)),
      { column, heading, is: is as DraftColumn['is'] },
    ].toSorted((a, b) => a.column - b.column),
  });
  return changeTable(draft, headerRow, set);
}

function isSame(one: ColumnIs, is: ColumnIs): boolean {
  if (one.kind === 'label' || is.kind === 'label') return one.kind === is.kind;
  return one.kind === 'field' && is.kind === 'field' && one.field === is.field && !SHARED.includes(is.field);
}

/** Says what one row of a table is. Only one row can be the own area's. */
export function withRow(draft: Draft, headerRow: number, row: RowChoice): Draft {
  return changeTable(draft, headerRow, (table) => ({
    ...table,
    rows: [
      ...table.rows.filter((one) => one.row !== row.row && !(row.is === 'own' && one.is === 'own')),
      { ...row },
    ].toSorted((a, b) => a.row - b.row),
  }));
}

function changeTable(draft: Draft, headerRow: number, change: (table: DraftTable) => DraftTable): Draft {
  const known = draft.tables.some((table) => table.headerRow === headerRow);
  const tables = known ? draft.tables : [...draft.tables, { headerRow, columns: [], rows: [] }];
  return { ...draft, tables: tables.map((table) => (table.headerRow === headerRow ? change(table) : table)) };
}

/** The sheet as another layout: its columns are guessed anew under the same headings. */
export function withLayout(draft: Draft, layout: Layout, headerRows: readonly number[]): Draft {
  const headerRow = draft.tables[0]?.headerRow ?? headerRows[0];
  const tables = headerRow === undefined ? [] : [{ headerRow, columns: [], rows: [] }];
  return { ...draft, leaveOut: false, layout, tables };
}

/** The headings in another row: the columns are guessed anew under them. */
export const withHeaderRow = (draft: Draft, layout: Layout, headerRow: number): Draft => ({
  ...draft,
  layout,
  tables: [{ headerRow, columns: [], rows: [] }],
});
