import type { Database } from 'better-sqlite3';

/** Rows by table: what a backup must have as the store has it. */
export type Counts = Readonly<Record<string, number>>;

/** Counts every table of a store. */
export function countTables(db: Database): Counts {
  const names = db
    .prepare<[], { name: string }>(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )
    .all();
  return Object.fromEntries(
    names.map(({ name }) => {
      const { n } = db.prepare(`SELECT count(*) AS n FROM "${name.replaceAll('"', '""')}"`).get() as { n: number };
      return [name, n];
    }),
  );
}

export const sameCounts = (a: Counts, b: Counts): boolean =>
  Object.keys(a).length === Object.keys(b).length && Object.entries(a).every(([name, n]) => b[name] === n);

/** What is wrong with the file itself, in SQLite's words; empty when nothing is. `quick` leaves the indexes out. */
export function faultsIn(db: Database, how: 'quick' | 'whole'): string[] {
  try {
    const rows = db.pragma(how === 'quick' ? 'quick_check(5)' : 'integrity_check(20)') as Record<string, string>[];
    const found = rows.flatMap((row) => Object.values(row)).filter((says) => says !== 'ok');
    if (how === 'quick') return found;
    const broken = db.pragma('foreign_key_check') as unknown[];
    return broken.length === 0 ? found : [...found, `${String(broken.length)} rows point at rows that are not there`];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}
