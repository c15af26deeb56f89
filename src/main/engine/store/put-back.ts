import { takenBack } from '../../../core/words/taken-back.ts';
import type { ChainedEntry } from './audit.ts';
import { FigureRefusal } from './figure-refusal.ts';
import { markImport } from './imports.ts';
import type { WriteStore } from './open-store.ts';
import { putBackVersion, sayAnew, thingOf } from './put-back-version.ts';
import { columnsOf, insertRow, isHash, whereRow, type Row } from './row-sql.ts';

const CHANGED_SINCE = 'It has been changed again since. Nothing was undone.';

/**
 * Puts back what stood before these entries, the last one first. Rows that may be edited become what they were; things
 * kept in versions get their earlier version again as the next one; imports are withdrawn or reinstated. Everything or,
 * with the reason as a {@link FigureRefusal}, nothing; to be called inside a transaction.
 */
export function putBack(db: WriteStore, entries: readonly ChainedEntry[]): void {
  db.pragma('defer_foreign_keys = ON');
  const lastFirst = entries.toReversed();
  const done = new Set<ChainedEntry>();
  for (const entry of lastFirst) {
    if (done.has(entry)) continue;
    // Several states of one thing go back in one step.
    const same = lastFirst.filter((other) => other === entry || isOfOneThing(db, entry, other));
    for (const one of same) done.add(one);
    putBackEntries(db, same);
  }
}

/** Where what was said is taken back by saying so, and the two are shown no more. */
const SAID = new Set(['action_note', 'list_note']);

const partsOf = ({ what }: ChainedEntry): { table: string; kind: string | undefined } => {
  const [, table = '', kind] = /^(\w+)\.(added|changed|removed)$/.exec(what) ?? [];
  return { table, kind };
};
const rowIn = (json: string | null): Row | null => (json === null ? null : (JSON.parse(json) as Row));

function isOfOneThing(db: WriteStore, one: ChainedEntry, other: ChainedEntry): boolean {
  const { table, kind } = partsOf(one);
  if (kind !== 'added' || other.what !== one.what) return false;
  const [thing, another] = [one, other].map(({ after }) => thingOf(db, table, rowIn(after) ?? {}));
  return thing !== null && JSON.stringify(thing) === JSON.stringify(another);
}

function putBackEntries(db: WriteStore, same: readonly ChainedEntry[]): void {
  const [entry] = same;
  if (entry === undefined) return;
  const { what, subject } = entry;
  const importId = /^import (\d+)$/.exec(subject)?.[1];
  if (importId !== undefined) {
    putBackImport(db, Number(importId), what);
    return;
  }
  const { table, kind } = partsOf(entry);
  const [was, is] = [rowIn(entry.before), rowIn(entry.after)];
  if (kind === 'added' && is !== null) {
    if (table === 'agreed_action') dropAction(db, is);
    else if (SAID.has(table)) sayAnew(db, table, { ...is, note: takenBack(String(is['note'])) });
    else if (thingOf(db, table, is) !== null) {
      const states = same.map(({ after }) => rowIn(after) ?? is);
      putBackVersion(db, table, states);
    } else takeAway(db, table, is);
  } else if (kind === 'removed' && was !== null) insertRow(db, table, whole(db, was));
  else if (kind === 'changed' && was !== null && is !== null) changeBack(db, table, whole(db, was), is);
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

/** A row as the trail tells it, with what was too large for an entry as it was set aside. */
function whole(db: WriteStore, row: Row): Row {
  const find = db.prepare<[string], { text: string }>('SELECT text FROM set_aside WHERE digest = ?');
  const valueOf = (value: Row[string] = null): Row[string] => {
    if (!isHash(value)) return value;
    const kept = find.get(value);
    if (kept !== undefined) return kept.text;
    throw new FigureRefusal(
      'This is too large for the audit trail to hold: bring its file in again. Nothing was undone.',
    );
  };
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, valueOf(value)]));
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
