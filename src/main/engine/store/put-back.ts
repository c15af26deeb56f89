import type { ChainedEntry } from './audit.ts';
import { FigureRefusal } from './figure-refusal.ts';
import { markImport } from './imports.ts';
import type { WriteStore } from './open-store.ts';
import { putBackVersion, thingIn } from './put-back-version.ts';
import { columnsOf, insertRow, whereRow, type Row } from './row-sql.ts';

const CHANGED_SINCE = 'It has been changed again since. Nothing was undone.';

/**
 * Puts back what stood before these entries, the last one first. Rows that may be edited become what they were; things
 * kept in versions get their earlier version again as the next one; imports are withdrawn or reinstated. Everything or,
 * with the reason as a {@link FigureRefusal}, nothing; to be called inside a transaction.
 */
export function putBack(db: WriteStore, entries: readonly ChainedEntry[]): void {
  db.pragma('defer_foreign_keys = ON');
  for (const entry of entries.toReversed()) putBackEntry(db, entry);
}

function putBackEntry(db: WriteStore, { what, subject, before, after }: ChainedEntry): void {
  const importId = /^import (\d+)$/.exec(subject)?.[1];
  if (importId !== undefined) {
    putBackImport(db, Number(importId), what);
    return;
  }
  const [, table = '', kind] = /^(\w+)\.(added|changed|removed)$/.exec(what) ?? [];
  const was = before === null ? null : (JSON.parse(before) as Row);
  const is = after === null ? null : (JSON.parse(after) as Row);
  if (kind === 'added' && is !== null) {
    if (table === 'agreed_action') dropAction(db, is);
    else if (thingIn(db, table) !== null) putBackVersion(db, table, is);
    else takeAway(db, table, is);
  } else if (kind === 'removed' && was !== null) insertRow(db, table, whole(was));
  else if (kind === 'changed' && was !== null && is !== null) changeBack(db, table, whole(was), is);
  else throw new FigureRefusal(`This is not undone: ${what}. Nothing was changed.`);
}

function putBackImport(db: WriteStore, importId: number, what: string): void {
  if (what === 'import.kept' || what === 'import.reinstated') markImport(db, importId, 'withdrawn', 'Undone');
  else if (what === 'import.withdrawn') markImport(db, importId, 'reinstated', 'Undone');
  else throw new FigureRefusal(`This is not undone: ${what}. Nothing was changed.`);
}

/** What was agreed stays on record: it is noted as dropped. */
function dropAction(db: WriteStore, { action_id }: Row): void {
  insertRow(db, 'action_note', {
    action_id: action_id ?? null,
    state: 'dropped',
    note: 'Put in by mistake, and taken back',
    said_on: new Date().toISOString().slice(0, 10),
  });
}

function takeAway(db: WriteStore, table: string, is: Row): void {
  const { sql, values } = whereRow(is);
  const { changes } = db.prepare(`DELETE FROM "${table}" WHERE ${sql}`).run(...values);
  if (changes !== 1) throw new FigureRefusal(CHANGED_SINCE);
}

function changeBack(db: WriteStore, table: string, was: Row, is: Row): void {
  const { sql, values } = whereRow(is);
  const names = columnsOf(db, table).filter((name) => name in was);
  const sets = names.map((name) => `"${name}" = ?`).join(', ');
  const { changes } = db
    .prepare(`UPDATE "${table}" SET ${sets} WHERE ${sql}`)
    .run(...names.map((name) => was[name]), ...values);
  if (changes !== 1) throw new FigureRefusal(CHANGED_SINCE);
}

/** A row as the trail tells it; what is too large for it stands there as a hash, and cannot be put back. */
function whole(row: Row): Row {
  if (Object.values(row).some((value) => typeof value === 'string' && value.startsWith('sha256:'))) {
    throw new FigureRefusal(
      'This is too large for the audit trail to hold: bring its file in again. Nothing was undone.',
    );
  }
  return row;
}

/** What the store itself refuses is said in words: something rests on it, or it is of a kind that is only added to. */
export function asRefusal(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'SQLITE_CONSTRAINT_TRIGGER') {
    return new FigureRefusal(`This cannot be undone: ${(error as Error).message}. Nothing was changed.`);
  }
  if (code.startsWith('SQLITE_CONSTRAINT')) {
    return new FigureRefusal('Something else rests on it by now, or has taken its place. Nothing was undone.');
  }
  return error;
}
