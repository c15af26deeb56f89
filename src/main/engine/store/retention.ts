import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isDue, keepUntil, type RetentionRule } from '../../../core/retention/keep-until.ts';
import type { Month } from '../../../core/time/month.ts';
import { recordChange } from './audit.ts';
import { anchorPath } from './audit-anchor.ts';
import { listBackups, removeBackup } from './backups.ts';
import { countSmallAreas } from './boundaries.ts';
import { FigureRefusal } from './figure-refusal.ts';
import { keyPath } from './key-file.ts';
import type { ReadStore, Store, WriteStore } from './open-store.ts';
import { saveSetting, settingOf } from './settings.ts';
import { wipeIfDue } from './wipe.ts';

const SETTING = 'retention';

export const retentionRules = (db: ReadStore): readonly RetentionRule[] =>
  settingOf<readonly RetentionRule[]>(db, SETTING, []);

/** Saves the rule of one kind of extract; `months` null: its records are kept until they are removed by hand. */
export function saveRetention(
  db: WriteStore,
  { dataset, months, after }: Omit<RetentionRule, 'months'> & { readonly months: number | null },
): void {
  const others = retentionRules(db).filter((rule) => rule.dataset !== dataset);
  saveSetting(db, SETTING, months === null ? others : [...others, { dataset, months, after }]);
}

/** The records of one sheet that was kept, with the month through which its rule keeps them. */
export interface HeldRecords {
  readonly importId: number;
  readonly position: number;
  readonly fileName: string;
  readonly dataset: string;
  readonly importedAt: string;
  readonly coversFrom: string | null;
  readonly coversTo: string | null;
  readonly records: number;
  readonly keepUntil: string | null;
  readonly due: boolean;
}

/** Every sheet whose records are still held, withdrawn imports included: they are on the disk too. */
export function heldRecords(db: ReadStore, today: string): HeldRecords[] {
  const rules = new Map(retentionRules(db).map((rule) => [rule.dataset, rule]));
  return db
    .prepare<[], Omit<HeldRecords, 'keepUntil' | 'due'>>(
      `SELECT c.import_id AS importId, c.position, i.file_name AS fileName, s.dataset, i.imported_at AS importedAt,
        s.covers_from AS coversFrom, s.covers_to AS coversTo, sum(c.records) AS records
       FROM month_count c
       JOIN import i USING (import_id)
       JOIN import_sheet s ON s.import_id = c.import_id AND s.position = c.position
       WHERE NOT EXISTS (SELECT 1 FROM record_purge p WHERE p.import_id = c.import_id AND p.position = c.position)
       GROUP BY c.import_id, c.position ORDER BY c.import_id, c.position`,
    )
    .all()
    .map((row) => {
      const rule = rules.get(row.dataset);
      const kept = {
        dataset: row.dataset,
        importedOn: row.importedAt.slice(0, 10),
        coversTo: row.coversTo as Month | null,
      };
      const until = rule === undefined ? null : keepUntil(rule, kept);
      return { ...row, keepUntil: until, due: isDue(until, today) };
    });
}

export interface Purged {
  readonly importId: number;
  readonly fileName: string;
  readonly records: number;
  readonly why: string;
  readonly purgedAt: string;
}

export const purgedRecords = (db: ReadStore): Purged[] =>
  db
    .prepare<[], Purged>(
      `SELECT import_id AS importId, file_name AS fileName, records, why, purged_at AS purgedAt
       FROM record_purge JOIN import USING (import_id) ORDER BY purged_at DESC, import_id DESC`,
    )
    .all();

/**
 * Removes records whose time is over, as they were shown: `shown` names the imports, and anything else is refused. What
 * the workbench counted from them stays. Answers how many went, and whether their bytes are wiped from the file yet.
 */
export function purgeRecords(
  store: Store,
  shown: readonly number[],
  why: string,
): { readonly records: number; readonly wiped: boolean } {
  const db = store.write;
  const now = store.clock();
  const purge = db.transaction(() => {
    const due = heldRecords(db, now.toISOString().slice(0, 10)).filter((one) => one.due);
    const ids = [...new Set(due.map(({ importId }) => importId))].sort((a, b) => a - b);
    if (due.length === 0) throw new FigureRefusal('No records are due to be removed. Nothing was changed.');
    if (ids.join() !== [...new Set(shown)].sort((a, b) => a - b).join())
      throw new FigureRefusal('What is due has changed since it was shown. Nothing was removed. Look at it again.');
    const rules = new Map(retentionRules(db).map((rule) => [rule.dataset, rule]));
    // The map draws counts by small area: they are made before the records go.
    countSmallAreas(db);
    const note = db.prepare(
      'INSERT INTO record_purge (import_id, position, records, rule, why, purged_at) VALUES (?, ?, ?, ?, ?, ?)',
    );
    const remove = db.prepare('DELETE FROM record WHERE import_id = ? AND position = ?');
    let records = 0;
    for (const one of due) {
      const rule = rules.get(one.dataset) ?? null;
      note.run(one.importId, one.position, one.records, JSON.stringify(rule), why, now.toISOString());
      const removed = remove.run(one.importId, one.position).changes;
      records += removed;
      recordChange(db, {
        what: 'records.removed',
        subject: `import ${String(one.importId)}`,
        before: { records: removed, fileName: one.fileName, dataset: one.dataset },
        after: { records: 0, rule, keptUntil: one.keepUntil },
        why,
      });
    }
    db.prepare("INSERT INTO wipe_due VALUES (?, 'records')").run(now.toISOString());
    return records;
  });
  const records = purge.immediate();
  store.anchor();
  return { records, wiped: wipeIfDue(db) };
}

/** True while something that was removed still waits to be wiped from the file. */
export const wipeWaits = (db: ReadStore): boolean => db.prepare('SELECT 1 FROM wipe_due').get() !== undefined;

/** A copy of the store that was made before something was removed from it, and still holds that. */
export interface OldCopy {
  readonly name: string;
  readonly madeAt: string;
  readonly bytes: number;
}

/** Backups, and stores put aside by a restore, from before the last removal or before references were hashed. */
export function oldCopies(db: ReadStore, path: string): OldCopy[] {
  const { since } = db
    .prepare<[], { since: string }>(
      `SELECT max(coalesce((SELECT max(purged_at) FROM record_purge), ''), (SELECT made_at FROM reference_key)) AS since`,
    )
    .get() ?? { since: '' };
  const backups = listBackups(path).map(({ name, madeAt, bytes }) => ({ name, madeAt, bytes }));
  const start = `${basename(path)}.replaced-`;
  const aside = readdirSync(dirname(path))
    .filter((name) => name.startsWith(start) && !/\.(key|audit|wal|shm)$|-(wal|shm)$/.test(name))
    .map((name) => {
      const { birthtime, size } = statSync(join(dirname(path), name));
      const [, day, h, m, s] = /(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z/.exec(name) ?? [];
      const madeAt = day === undefined ? birthtime.toISOString() : `${day}T${h ?? ''}:${m ?? ''}:${s ?? ''}.000Z`;
      return { name, madeAt, bytes: size };
    });
  return [...backups, ...aside].filter(({ madeAt }) => madeAt < since).sort((a, b) => b.madeAt.localeCompare(a.madeAt));
}

/** Deletes copies from before, as they were shown; each is an entry of the audit trail. */
export function deleteOldCopies(store: Store, names: readonly string[]): number {
  const held = new Set(oldCopies(store.read, store.path).map(({ name }) => name));
  const unknown = names.find((name) => !held.has(name));
  if (unknown !== undefined)
    throw new FigureRefusal(`«${unknown.slice(0, 80)}» is not among the copies from before. Nothing was deleted.`);
  store.write
    .transaction(() => {
      for (const name of names)
        recordChange(store.write, {
          what: 'backup.deleted',
          subject: name,
          before: { name },
          after: null,
          why: 'it held what was removed from the store',
        });
    })
    .immediate();
  store.anchor();
  const backups = new Map(listBackups(store.path).map((one) => [one.name, one]));
  for (const name of names) {
    const backup = backups.get(name);
    if (backup !== undefined) removeBackup(backup);
    else {
      const file = join(dirname(store.path), name);
      for (const part of [file, `${file}-wal`, `${file}-shm`, keyPath(file), anchorPath(file)])
        if (existsSync(part)) rmSync(part);
    }
  }
  return names.length;
}

/** Throws where records asked for were removed: what is left would be shown as all there is. */
export function assertRecordsHeld(
  db: ReadStore,
  wanted: { readonly measure: string; readonly from: string; readonly to: string },
): void {
  const gone = db
    .prepare<[typeof wanted], { at: string }>(
      `SELECT p.purged_at AS at FROM record_purge p JOIN import_sheet s USING (import_id, position) JOIN live_import USING (import_id)
       WHERE s.measure_id = @measure AND s.covers_from <= @to AND s.covers_to >= @from ORDER BY 1 DESC LIMIT 1`,
    )
    .get(wanted);
  if (gone === undefined) return;
  throw new FigureRefusal(
    `Records of these months were removed on ${gone.at.slice(8, 10)}/${gone.at.slice(5, 7)}/${gone.at.slice(0, 4)}, as their retention rule says. ` +
      'What was counted by month, neighbourhood and offence stays; this needs the records themselves.',
  );
}
