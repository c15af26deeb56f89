import type { Origin } from '../../../core/provenance/origin.ts';
import type { ReadStore } from './open-store.ts';

/** The lookup in force as a source of figures. */
export interface LookupHeld {
  readonly importedAt: string;
  readonly origin: Origin;
}

/** The latest live lookup of neighbourhoods, or of wards, by small area: it speaks for all months. Null where none is held. */
export function lookupHeld(db: ReadStore, of: 'neighbourhood' | 'ward' = 'neighbourhood'): LookupHeld | null {
  const row = db
    .prepare<[string], { importId: number; importedAt: string; file: string; sheet: string; cell: string }>(
      `SELECT i.import_id AS importId, i.imported_at AS importedAt, i.file_name AS file, s.sheet,
        json_extract(s.report, '$.block') AS cell
       FROM import_sheet s JOIN live_import USING (import_id) JOIN import i USING (import_id)
       WHERE s.dataset = 'lookup/' || ?
       ORDER BY i.import_id DESC, s.position LIMIT 1`,
    )
    .get(of);
  if (row === undefined) return null;
  const { importedAt, ...origin } = row;
  return { importedAt, origin };
}

/** The number of the import whose lookup is in force; null where none is held. */
export const lookupInForce = (db: ReadStore): number | null => lookupHeld(db)?.origin.importId ?? null;
