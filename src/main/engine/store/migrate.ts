import type { Database } from 'better-sqlite3';
import { teachHash } from './reference-hash.ts';

interface Migration {
  readonly name: string;
  readonly sql: string;
}

/** The store was made by a later version of the workbench: it is left as it is. */
export class NewerStoreError extends Error {
  constructor(found: number, known: number) {
    super(
      `This store was made by a newer version of Safer Workbench (step ${String(found)}; this version knows ${String(known)}). ` +
        'Nothing was changed. Open it with the newer version.',
    );
    this.name = 'NewerStoreError';
  }
}

const versionOf = (db: Database): number => Number(db.pragma('user_version', { simple: true }));

/**
 * Brings a store up to date, each step in its own transaction: a step that fails leaves the one before. A store that
 * already holds something is copied first (`backUp`), so that the original is never the only one.
 */
export function migrate(db: Database, migrations: readonly Migration[], backUp: () => unknown = () => null): void {
  const found = versionOf(db);
  if (found > migrations.length) throw new NewerStoreError(found, migrations.length);
  if (found === migrations.length) return;
  if (found > 0) backUp();
  teachHash(db);
  db.pragma('foreign_keys = OFF');
  try {
    for (const [index, migration] of migrations.entries()) {
      db.transaction(() => {
        // Another window may have taken this very step while we waited for our turn.
        if (versionOf(db) > index) return;
        db.exec(migration.sql);
        const broken = db.pragma('foreign_key_check') as unknown[];
        if (broken.length > 0)
          throw new Error(`migration ${migration.name} breaks ${String(broken.length)} references`);
        db.pragma(`user_version = ${String(index + 1)}`);
      }).immediate();
    }
  } finally {
    db.pragma('foreign_keys = ON');
  }
}
