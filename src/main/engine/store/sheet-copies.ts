import { deflateSync, inflateSync } from 'node:zlib';
import type { ReadStore, WriteStore } from './open-store.ts';

/** The row's number in the sheet and what its cells show, trailing blanks left out. */
export interface CopiedRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/** Cells a sheet may hold to be copied; a larger one stays in its file only. */
export const MOST_CELLS_COPIED = 40_000;

/** What is known of a sheet an import holds: its copy, or why there is none. */
export interface SheetCopy {
  readonly fileName: string;
  readonly layout: string;
  /** Null: the sheet was not copied. */
  readonly rows: readonly CopiedRow[] | null;
}

/** Keeps a sheet as it was seen. Part of the import's own transaction. */
export function keepSheetCopy(db: WriteStore, importId: number, position: number, rows: readonly CopiedRow[]): void {
  db.prepare('INSERT INTO sheet_copy (import_id, position, rows) VALUES (?, ?, ?)').run(
    importId,
    position,
    deflateSync(JSON.stringify(rows)),
  );
}

/** The copy of one sheet; null where the import holds no sheet of that name. */
export function sheetCopy(db: ReadStore, importId: number, sheet: string): SheetCopy | null {
  const found = db
    .prepare<[number, string], { fileName: string; layout: string; rows: Buffer | null }>(
      `SELECT file_name AS fileName, layout, rows FROM import_sheet JOIN import USING (import_id)
       LEFT JOIN sheet_copy USING (import_id, position) WHERE import_id = ? AND sheet = ? ORDER BY position LIMIT 1`,
    )
    .get(importId, sheet);
  if (found === undefined) return null;
  const rows = found.rows === null ? null : (JSON.parse(inflateSync(found.rows).toString('utf8')) as CopiedRow[]);
  return { fileName: found.fileName, layout: found.layout, rows };
}
