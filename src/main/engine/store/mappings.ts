import type { HeaderPrint } from '../../../core/intake/header-print.ts';
import type { SheetChoice } from '../../../core/intake/sheet-choice.ts';
import type { ReadStore, WriteStore } from './open-store.ts';

/** A decision about a sheet as it is kept: the latest version of its source and sheet. */
export interface KeptMapping {
  readonly mapping: number;
  readonly version: number;
  readonly source: string;
  readonly sheet: string;
  readonly fileName: string;
  readonly dataset: string;
  readonly measure: string | null;
  readonly fingerprint: string;
  readonly header: readonly HeaderPrint[];
  readonly choice: SheetChoice;
  readonly madeAt: string;
}

interface MappingRow extends Omit<KeptMapping, 'header' | 'choice'> {
  readonly header: string;
  readonly choice: string;
}

/** The mappings in force: the latest version of each source and sheet that was not forgotten, newest first. */
export function keptMappings(db: ReadStore): KeptMapping[] {
  return db
    .prepare<[], MappingRow>(
      `SELECT mapping_id AS mapping, version, source, sheet, file_name AS fileName, dataset, measure_id AS measure,
         fingerprint, header, choice, made_at AS madeAt
       FROM mapping
       WHERE choice IS NOT NULL AND version =
         (SELECT max(version) FROM mapping AS other WHERE other.source = mapping.source AND other.sheet = mapping.sheet)
       ORDER BY mapping_id DESC`,
    )
    .all()
    .map((row) => ({
      ...row,
      header: JSON.parse(row.header) as HeaderPrint[],
      choice: JSON.parse(row.choice) as SheetChoice,
    }));
}

/** What is to be kept of a decision. */
export type NewMapping = Omit<KeptMapping, 'mapping' | 'version' | 'madeAt'>;

/** Keeps a decision as the next version of its source and sheet; answers its id. */
export function keepMapping(db: WriteStore, one: NewMapping): number {
  return insert(db, one, JSON.stringify(one.choice));
}

/** Forgets a mapping: its next version says nothing. Forgetting what is not in force changes nothing. */
export function forgetMapping(db: WriteStore, mapping: number): void {
  const one = keptMappings(db).find((kept) => kept.mapping === mapping);
  if (one !== undefined) insert(db, one, null);
}

function insert(db: WriteStore, one: NewMapping, choice: string | null): number {
  const { lastInsertRowid } = db
    .prepare(
      `INSERT INTO mapping (source, sheet, version, file_name, dataset, measure_id, fingerprint, header, choice, made_at)
       VALUES (@source, @sheet,
         (SELECT coalesce(max(version), 0) + 1 FROM mapping WHERE source = @source AND sheet = @sheet),
         @fileName, @dataset, @measure, @fingerprint, @header, @choice, @madeAt)`,
    )
    .run({
      source: one.source,
      sheet: one.sheet,
      fileName: one.fileName,
      dataset: one.dataset,
      measure: one.measure,
      fingerprint: one.fingerprint,
      header: JSON.stringify(one.header),
      choice,
      madeAt: new Date().toISOString(),
    });
  return Number(lastInsertRowid);
}

/** Says by which kept mapping a sheet of an import was read. */
export function noteMapping(db: WriteStore, importId: number, position: number, mapping: number): void {
  db.prepare('INSERT INTO import_mapping (import_id, position, mapping_id) VALUES (?, ?, ?)').run(
    importId,
    position,
    mapping,
  );
}
