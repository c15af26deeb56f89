import type { ReadStore, WriteStore } from './open-store.ts';

/** One row as the audit trail tells it. */
export type Row = Readonly<Record<string, string | number | null>>;

/** The columns of a table, in their order. */
export const columnsOf = (db: ReadStore, table: string): string[] =>
  db
    .prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?)')
    .all(table)
    .map(({ name }) => name);

/** Whether the trail tells a value by its hash, since it is too large. */
export const isHash = (value: string | number | null): value is string =>
  typeof value === 'string' && /^sha256:[0-9a-f]{64}$/.test(value);

/** The condition that a row still is as it was told; a hash is held against the hash of what stands there. */
export function whereRow(row: Row): { sql: string; values: (string | number | null)[] } {
  const conditions = Object.entries(row).map(([name, value]) =>
    isHash(value) ? `audit_digest("${name}") IS ?` : `"${name}" IS ?`,
  );
  return {
    sql: conditions.length === 0 ? 'true' : conditions.join(' AND '),
    values: Object.values(row),
  };
}

export function insertRow(db: WriteStore, table: string, row: Row): void {
  const names = columnsOf(db, table).filter((name) => name in row);
  db.prepare(
    `INSERT INTO "${table}" (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
  ).run(...names.map((name) => row[name]));
}
