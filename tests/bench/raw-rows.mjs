/** Keeps raw rows of fourteen cells in SQLite, in one transaction, eight rows a statement, the same way for every reader. */
import Database from 'better-sqlite3';

const COLUMNS = 14;
const ROWS_AT_ONCE = 8;

export function rawRows(path) {
  const db = new Database(path);
  db.pragma('journal_mode = WAL');
  db.exec(
    `CREATE TABLE raw (row INTEGER PRIMARY KEY, ${Array.from({ length: COLUMNS }, (_, at) => `c${String(at)}`).join(', ')})`,
  );
  const one = `(${new Array(COLUMNS + 1).fill('?').join(', ')})`;
  const many = db.prepare(`INSERT INTO raw VALUES ${new Array(ROWS_AT_ONCE).fill(one).join(', ')}`);
  const single = db.prepare(`INSERT INTO raw VALUES ${one}`);
  let waiting = [];
  db.exec('BEGIN');
  return {
    add(row, values, plain) {
      waiting.push(row);
      for (let at = 0; at < COLUMNS; at++) {
        const value = plain(values[at] ?? null);
        waiting.push(typeof value === 'boolean' ? Number(value) : (value ?? null));
      }
      if (waiting.length === ROWS_AT_ONCE * (COLUMNS + 1)) {
        many.run(waiting);
        waiting = [];
      }
    },
    close() {
      for (let at = 0; at < waiting.length; at += COLUMNS + 1) single.run(waiting.slice(at, at + COLUMNS + 1));
      db.exec('COMMIT');
      db.close();
    },
  };
}
