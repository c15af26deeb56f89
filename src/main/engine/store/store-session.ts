import type Database from 'better-sqlite3';
import { connect } from './connect.ts';
import type { StoreKey } from './key-file.ts';
import { nameOf, StoreTrouble, troubleInWords } from './store-refusal.ts';

/**
 * Runs work on a store nobody else has open, its write-ahead log folded in and gone: what is needed before another file
 * is put in its place. The store stays closed to everyone else until the work is done. Throws {@link StoreTrouble} when
 * another window or program has it open.
 */
export function alone<T>(path: string, key: StoreKey | null, work: (db: Database.Database) => T): T {
  const db = connect(path, key, { timeout: 1000 });
  try {
    shutOthersOut(path, db);
    return work(db);
  } finally {
    db.close();
  }
}

function shutOthersOut(path: string, db: Database.Database): void {
  try {
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
    db.pragma('journal_mode = DELETE');
    // The lock taken by the empty transaction is kept until the connection is closed.
    db.pragma('locking_mode = EXCLUSIVE');
    db.exec('BEGIN EXCLUSIVE; COMMIT');
  } catch (error) {
    if (troubleInWords(error)?.startsWith('Another program') !== true) throw error;
    throw new StoreTrouble(
      `The store ${nameOf(path)} is open in another window or program. Nothing was changed. Close it there first.`,
    );
  }
}
