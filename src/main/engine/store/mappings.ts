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

/** A mapping as the list of mappings shows it: in force or forgotten, and when a file was last read by it. */
export interface MappingListed extends KeptMapping {
  readonly forgotten: boolean;
  readonly uses: number;
  readonly lastUsed: { readonly fileName: string; readonly at: string } | null;
}

interface ListedRow extends MappingRow {
  readonly forgotten: 0 | 1;
  readonly uses: number;
  readonly usedFile: string | null;
  readonly usedAt: string | null;
}

/**
 * Every source and sheet a decision was ever kept for, by its latest version that says something; `forgotten` where a
 * later version says nothing. Files count by whichever version they were read.
 */
export function listMappings(db: ReadStore): MappingListed[] {
  return db
    .prepare<[], ListedRow>(
      `WITH used AS (
         SELECT m.source, m.sheet, i.import_id, i.file_name, i.imported_at FROM import_mapping u
         JOIN mapping m USING (mapping_id) JOIN import i USING (import_id))
       SELECT mapping_id AS mapping, version, source, sheet, file_name AS fileName, dataset, measure_id AS measure,
         fingerprint, header, choice, made_at AS madeAt,
         version < (SELECT max(version) FROM mapping AS other
           WHERE other.source = mapping.source AND other.sheet = mapping.sheet) AS forgotten,
         (SELECT count(DISTINCT import_id) FROM used WHERE used.source = mapping.source AND used.sheet = mapping.sheet) AS uses,
         (SELECT file_name FROM used WHERE used.source = mapping.source AND used.sheet = mapping.sheet
          ORDER BY import_id DESC LIMIT 1) AS usedFile,
         (SELECT imported_at FROM used WHERE used.source = mapping.source AND used.sheet = mapping.sheet
          ORDER BY import_id DESC LIMIT 1) AS usedAt
       FROM mapping
       WHERE choice IS NOT NULL AND version = (SELECT max(version) FROM mapping AS other
         WHERE other.source = mapping.source AND other.sheet = mapping.sheet AND other.choice IS NOT NULL)
       ORDER BY source, sheet`,
    )
    .all()
    .map(({ usedFile, usedAt, forgotten, ...row }) => ({
      ...row,
      header: JSON.parse(row.header) as HeaderPrint[],
      choice: JSON.parse(row.choice) as SheetChoice,
      forgotten: forgotten === 1,
      lastUsed: usedFile === null || usedAt === null ? null : { fileName: usedFile, at: usedAt },
    }));
}

/** Keeps a forgotten mapping again, as its next version. Keeping what is in force changes nothing. */
export function keepMappingAgain(db: WriteStore, mapping: number): void {
  const one = listMappings(db).find((listed) => listed.mapping === mapping);
  if (one?.forgotten === true) keepMapping(db, one);
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
