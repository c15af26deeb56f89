import type { ReadStore, WriteStore } from './open-store.ts';

/** One row as the audit trail tells it. */
export type Row = Readonly<Record<string, string | number | null>>;

/** The columns of a table, in their order. */
export const columnsOf = (db: ReadStore, table: string): string[] =>
  db
    .prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?)')
    .all(table)
    .map(({ name }) => name);

/** The condition that a row still is as it was told; a hash is held against the hash of what stands there. */
export function whereRow(row: Row): { sql: string; values: (string | number | null)[] } {
  const isHash = (value: string | number | null): boolean =>
    typeof value === 'string' && /^sha256:[0-9a-f]{64}$/.test(value);
  return {
    sql: Object.entries(row)
      .map(([name, value]) => (isHash(value) ? `audit_digest("${name}") IS ?` : `"${name}" IS ?`))
      .join(' AND '),
    values: Object.values(row),
  };
}

export function insertRow(db: WriteStore, table: string, row: Row): void {
  const names = columnsOf(db, table).filter((name) => name in row);
  db.prepare(
    `INSERT INTO "${table}" (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
  ).run(...names.map((name) => row[name]));
}
