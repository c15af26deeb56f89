import type { Database } from 'better-sqlite3';

/**
 * Wipes what was removed from the file itself: the file is written anew without free pages, and the log, which still
 * holds pages as they were, is emptied. Answers false where another window reads the store: it is tried again at the
 * next opening.
 */
export function wipeIfDue(db: Database): boolean {
  if (db.prepare('SELECT 1 FROM wipe_due').get() === undefined) return true;
  try {
    db.exec('VACUUM');
    if (!emptyLog(db)) return false;
    db.exec('DELETE FROM wipe_due');
    return emptyLog(db);
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')) return false;
    throw error;
  }
}

/** Moves the log into the store and cuts it to nothing; false where a reader holds on to it. */
function emptyLog(db: Database): boolean {
  const [{ busy } = { busy: 1 }] = db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
  return busy === 0;
}
