import { APP_VERSION } from '../version.ts';
import { connect } from './connect.ts';
import { FigureRefusal } from './figure-refusal.ts';
import { versionsInForce } from './measures.ts';
import type { ReadStore, Store, WriteStore } from './open-store.ts';

/** What the store knew at one moment: the last import, the last withdrawal, and which definitions were in force. */
export interface Moment {
  readonly lastImport: number;
  readonly lastImportEvent: number;
  readonly measureVersions: Readonly<Record<string, number>>;
}

/** The store as it is now, for a pack «as at» a month. */
export function momentNow(db: ReadStore, asAt: string): Moment {
  const last = db
    .prepare<[], Omit<Moment, 'measureVersions'>>(
      `SELECT (SELECT coalesce(max(import_id), 0) FROM import) AS lastImport,
        (SELECT coalesce(max(import_event_id), 0) FROM import_event) AS lastImportEvent`,
    )
    .get() ?? { lastImport: 0, lastImportEvent: 0 };
  return { ...last, measureVersions: versionsInForce(db, asAt) };
}

/** Numbers of the imports in force. */
export const importsInForce = (db: ReadStore): number[] =>
  db
    .prepare<[], { id: number }>('SELECT import_id AS id FROM live_import ORDER BY import_id')
    .all()
    .map(({ id }) => id);

/**
 * A connection that sees the store as it was at a moment: imports, withdrawals and definitions since then are not there.
 * Temporary views of the same names stand before the tables, so that every question asked of it is asked of that
 * moment. To be closed by whoever opened it.
 */
export function storeAt(store: Pick<Store, 'path' | 'key'>, moment: Moment): ReadStore {
  const db = connect(store.path, store.key, { readonly: true });
  try {
    const whole = (number: number): string => String(Math.trunc(number));
    db.exec(`
      CREATE TEMP VIEW import AS SELECT * FROM main.import WHERE import_id <= ${whole(moment.lastImport)};
      CREATE TEMP VIEW import_event AS
        SELECT * FROM main.import_event WHERE import_event_id <= ${whole(moment.lastImportEvent)};
      CREATE TEMP VIEW live_import AS SELECT import_id FROM import WHERE coalesce(
        (SELECT event FROM import_event WHERE import_event.import_id = import.import_id
         ORDER BY import_event_id DESC LIMIT 1), 'reinstated') = 'reinstated';
      CREATE TEMP TABLE version_used (measure_id TEXT NOT NULL PRIMARY KEY, version INTEGER NOT NULL) STRICT;
      CREATE TEMP VIEW measure_version AS
        SELECT v.* FROM main.measure_version v JOIN version_used u USING (measure_id, version);
      CREATE TEMP VIEW measure AS SELECT m.* FROM main.measure m JOIN version_used USING (measure_id);
    `);
    const use = db.prepare('INSERT INTO temp.version_used (measure_id, version) VALUES (?, ?)');
    for (const [measure, version] of Object.entries(moment.measureVersions)) use.run(measure, version);
    return db as unknown as ReadStore;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** A pack as it was written. `choices` is the JSON of what was chosen for it, words included. */
export interface PackHeld extends Moment {
  readonly packId: number;
  readonly asAt: string;
  readonly madeAt: string;
  readonly template: string;
  readonly choices: string;
  readonly imports: readonly number[];
  readonly figures: string;
  readonly files: readonly {
    readonly format: 'xlsx' | 'docx' | 'pdf';
    readonly fileName: string;
    readonly writtenAt: string;
  }[];
}

interface PackRow extends Omit<PackHeld, 'imports' | 'measureVersions' | 'files'> {
  imports: string;
  measureVersions: string;
}

const SELECT = `
  SELECT pack_id AS packId, as_at AS asAt, made_at AS madeAt, template, choices, last_import AS lastImport,
    last_import_event AS lastImportEvent, imports, measure_versions AS measureVersions, figures FROM pack`;

function packOf(db: ReadStore, row: PackRow): PackHeld {
  const files = db
    .prepare<[number], PackHeld['files'][number]>(
      'SELECT format, file_name AS fileName, written_at AS writtenAt FROM pack_file WHERE pack_id = ? ORDER BY rowid',
    )
    .all(row.packId);
  return {
    ...row,
    imports: JSON.parse(row.imports) as number[],
    measureVersions: JSON.parse(row.measureVersions) as Record<string, number>,
    files,
  };
}

/** Every pack, the latest first. */
export const listPacks = (db: ReadStore): PackHeld[] =>
  db
    .prepare<[], PackRow>(`${SELECT} ORDER BY pack_id DESC`)
    .all()
    .map((row) => packOf(db, row));

/** One pack. Throws {@link FigureRefusal} when there is none of this number. */
export function packById(db: ReadStore, packId: number): PackHeld {
  const row = db.prepare<[number], PackRow>(`${SELECT} WHERE pack_id = ?`).get(packId);
  if (row === undefined) throw new FigureRefusal(`There is no pack ${String(packId)}.`);
  return packOf(db, row);
}

/** Keeps a pack, unless the one before is the same in all but when it was made; answers its number. */
export function keepPack(db: WriteStore, pack: Omit<PackHeld, 'packId' | 'files'>): number {
  const last = db.prepare<[], PackRow>(`${SELECT} ORDER BY pack_id DESC LIMIT 1`).get();
  const written = {
    ...pack,
    imports: JSON.stringify(pack.imports),
    measureVersions: JSON.stringify(pack.measureVersions),
  };
  const same = (
    name: 'asAt' | 'template' | 'choices' | 'lastImport' | 'lastImportEvent' | 'measureVersions' | 'figures',
  ) => last?.[name] === written[name];
  if (
    last !== undefined &&
    (['asAt', 'template', 'choices', 'lastImport', 'lastImportEvent', 'measureVersions', 'figures'] as const).every(
      same,
    )
  ) {
    return last.packId;
  }
  return Number(
    db
      .prepare(
        `INSERT INTO pack (as_at, made_at, template, choices, last_import, last_import_event, imports, measure_versions,
          figures, app_version)
         VALUES (@asAt, @madeAt, @template, @choices, @lastImport, @lastImportEvent, @imports, @measureVersions,
          @figures, @appVersion)`,
      )
      .run({ ...written, appVersion: APP_VERSION }).lastInsertRowid,
  );
}

/** Notes a file that was written of a pack. */
export function notePackFile(db: WriteStore, packId: number, format: string, fileName: string): void {
  db.prepare('INSERT INTO pack_file (pack_id, format, file_name, written_at) VALUES (?, ?, ?, ?)').run(
    packId,
    format,
    fileName,
    new Date().toISOString(),
  );
}

/** How a pack is composed, by name. `sections` is JSON. */
export interface TemplateHeld {
  readonly name: string;
  readonly version: number;
  readonly sections: string;
  readonly savedAt: string | null;
}

/** The latest version of every template. */
export const listTemplates = (db: ReadStore): TemplateHeld[] =>
  db
    .prepare<[], TemplateHeld>(
      `SELECT name, version, sections, saved_at AS savedAt FROM pack_template t
       WHERE version = (SELECT max(version) FROM pack_template WHERE name = t.name) ORDER BY name`,
    )
    .all();

/** Saves a template as its next version. */
export function saveTemplate(db: WriteStore, name: string, sections: unknown): void {
  db.prepare(
    `INSERT INTO pack_template (name, version, sections, saved_at)
     SELECT @name, coalesce(max(version), 0) + 1, @sections, @savedAt FROM pack_template WHERE name = @name`,
  ).run({ name, sections: JSON.stringify(sections), savedAt: new Date().toISOString() });
}
