import type { ReadStore, WriteStore } from './open-store.ts';

/** The latest value of a setting, or what it is before anybody set it. */
export function settingOf<T>(db: ReadStore, name: string, before: T): T {
  const row = db
    .prepare<[string], { value: string }>('SELECT value FROM setting WHERE name = ? ORDER BY version DESC LIMIT 1')
    .get(name);
  return row === undefined ? before : (JSON.parse(row.value) as T);
}

/** Saves a setting as its next version. */
export function saveSetting(db: WriteStore, name: string, value: unknown): void {
  db.prepare(
    `INSERT INTO setting (name, version, value, saved_at)
     SELECT @name, coalesce(max(version), 0) + 1, @value, @savedAt FROM setting WHERE name = @name`,
  ).run({ name, value: JSON.stringify(value), savedAt: new Date().toISOString() });
}
