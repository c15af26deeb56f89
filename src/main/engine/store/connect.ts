import Database from 'better-sqlite3';
import type { StoreKey } from './key-file.ts';

/** A connection to a store's file, with its key when it is encrypted. Nothing is read yet. */
export function connect(path: string, key: StoreKey | null, options: Database.Options = {}): Database.Database {
  const db = new Database(path, { timeout: 5000, ...options });
  try {
    if (key !== null) {
      db.pragma(`cipher = '${key.cipher}'`);
      db.pragma(`key = "${rawKey(key)}"`);
    }
    // Sorting and the like stay in memory: a temporary file would lie about in plain text.
    db.pragma('temp_store = MEMORY');
    db.pragma('secure_delete = ON');
    db.pragma('foreign_keys = ON');
    // Without this, INSERT OR REPLACE slips past a «never deleted» trigger.
    db.pragma('recursive_triggers = ON');
    db.pragma('cache_size = -16384');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** The key as the ciphers take it: as it is, not stretched again (it is random already). */
export const rawKey = ({ cipher, bytes }: StoreKey): string =>
  cipher === 'sqlcipher' ? `x'${bytes.toString('hex')}'` : `raw:${bytes.toString('hex')}`;

/** Whether the key opens the file: its first page reads. */
export function opens(path: string, key: StoreKey | null): boolean {
  let db: Database.Database | null = null;
  try {
    db = connect(path, key, { readonly: true });
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_NOTADB')) return false;
    throw error;
  } finally {
    db?.close();
  }
}
