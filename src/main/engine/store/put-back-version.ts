import { FigureRefusal } from './figure-refusal.ts';
import type { ReadStore, WriteStore } from './open-store.ts';
import { columnsOf, insertRow, whereRow, type Row } from './row-sql.ts';

/** How a table that is only added to tells one thing's states from another's, and which is the latest. */
interface Thing {
  /** The columns that name the thing. */
  readonly keys: readonly string[];
  /** Grows with each state of it. */
  readonly order: string;
}

/** Tables that are only added to without numbering versions: a later row of the same thing stands before an earlier one. */
const LOGS: Readonly<Record<string, Thing>> = {
  issue_score: {
    keys: ['year', 'issue_id', 'scheme_id', 'scheme_version', 'dimension', 'scorer'],
    order: 'issue_score_id',
  },
  issue_settled: { keys: ['year', 'issue_id', 'scheme_id', 'scheme_version', 'dimension'], order: 'issue_settled_id' },
  agreed_priorities: { keys: ['year'], order: 'agreed_priorities_id' },
  pack_standing: { keys: ['pack_id'], order: 'pack_standing_id' },
  unit_costs: { keys: [], order: 'version' },
};

/** What stands for «as if it had never been», where the first state of a thing may not be taken away. */
const NOTHING: Readonly<Record<string, Row>> = {
  words: { edited: null, commentary: '' },
  issue: { state: 'closed' },
  mapping: { choice: null },
  issue_score: { level: null, reason: 'Taken back', evidence: '[]' },
  issue_settled: { level: null, confidence: null, reason: 'Taken back' },
  agreed_priorities: { issues: 'null', reasons: '{}' },
  plan: { plan: 'null' },
  evidence_edit: { edit: 'null' },
  unit_costs: { costs: 'null', file_name: null },
  list_entry: { entry: 'null', state: 'kept', file_name: null },
  pack_standing: { standing: 'handed-over' },
};

/** How the states of a thing in this table are told apart; null: its rows are edited in place. */
function thingIn(db: ReadStore, table: string): Thing | null {
  const log = LOGS[table];
  if (log !== undefined) return log;
  const indexes = db
    .prepare<[string], { name: string }>('SELECT name FROM pragma_index_list(?) WHERE "unique" = 1')
    .all(table)
    .map(({ name }) =>
      db
        .prepare<[string], { name: string }>('SELECT name FROM pragma_index_info(?)')
        .all(name)
        .map((column) => column.name),
    );
  const versioned = indexes.find((columns) => columns.length > 1 && columns.includes('version'));
  return versioned === undefined || !isVersionNumber(db, table)
    ? null
    : { keys: versioned.filter((name) => name !== 'version'), order: 'version' };
}

/** `version` may also be a name (of a scheme); only a number is counted on. */
const isVersionNumber = (db: ReadStore, table: string): boolean =>
  db.prepare<[string], { type: string }>(`SELECT type FROM pragma_table_info(?) WHERE name = 'version'`).get(table)
    ?.type === 'INTEGER';

/** The columns that name the thing a row is a state of, and their values in that row; null: rows are edited in place. */
export function thingOf(db: ReadStore, table: string, row: Row): Row | null {
  const thing = thingIn(db, table);
  return thing === null ? null : Object.fromEntries(thing.keys.map((name) => [name, row[name] ?? null]));
}

/**
 * Puts what stood before these states of one thing on top again, as the thing's next state. Before the first state of a
 * thing it is «as if it had never been», or, where there is no such state, its states are taken away.
 */
export function putBackVersion(db: WriteStore, table: string, states: readonly Row[]): void {
  const thing = thingIn(db, table);
  const [any] = states;
  if (thing === null || any === undefined) throw new Error(`${table} keeps no versions`);
  const { order } = thing;
  const inOrder = states.toSorted((one, other) => Number(one[order]) - Number(other[order]));
  const [first = any, is = any] = [inOrder[0], inOrder.at(-1)];
  const { sql, values } = whereRow(thingOf(db, table, is) ?? {});
  const rows = db
    .prepare<unknown[], Record<string, string | number | null>>(
      `SELECT * FROM "${table}" WHERE ${sql} ORDER BY "${order}"`,
    )
    .all(...values);
  const latest = rows.at(-1);
  if (latest === undefined || !isAlike(latest, is, [order, ownNumber(db, table)])) {
    throw new FigureRefusal('It has been changed again since. Nothing was undone.');
  }
  const before = rows.findLast((row) => Number(row[order]) < Number(first[order]));
  const nothing = NOTHING[table];
  if (before === undefined && nothing === undefined) {
    // The store refuses where something rests on it.
    db.prepare(`DELETE FROM "${table}" WHERE ${sql}`).run(...values);
    return;
  }
  const content = before ?? { ...is, ...nothing };
  insertRow(db, table, stamped(db, table, content, order === 'version' ? Number(latest[order]) + 1 : null));
}

/** Adds what was said as something said anew: a row of a table that only grows. */
export const sayAnew = (db: WriteStore, table: string, row: Row): void => {
  insertRow(db, table, stamped(db, table, row, null));
};

/** When something was kept; `as_at` is which month it is for. */
const isStamp = (name: string): boolean => name.endsWith('_at') && name !== 'as_at';

/** Whether two states say the same: their own numbers, versions and times of saving aside. */
function isAlike(one: Row, other: Row, aside: readonly (string | null)[]): boolean {
  const content = (row: Row): string =>
    JSON.stringify(
      Object.entries(row)
        .filter(([name]) => !aside.includes(name) && !isStamp(name))
        .sort(([a], [b]) => a.localeCompare(b)),
    );
  return content(one) === content(other);
}

/** The column the store numbers rows by itself; null: the table has none. */
function ownNumber(db: ReadStore, table: string): string | null {
  const keys = db
    .prepare<[string], { name: string; type: string }>('SELECT name, type FROM pragma_table_info(?) WHERE pk > 0')
    .all(table);
  const [only] = keys;
  return keys.length === 1 && only?.type === 'INTEGER' ? only.name : null;
}

/** The row as it is to be added: its next version, saved now, its own number left to the store. */
function stamped(db: ReadStore, table: string, row: Row, version: number | null): Row {
  const own = ownNumber(db, table);
  const now = new Date().toISOString();
  const valueOf = (name: string): Row[string] =>
    name === 'version' && version !== null ? version : isStamp(name) ? now : (row[name] ?? null);
  return Object.fromEntries(
    columnsOf(db, table)
      .filter((name) => name !== own && name in row)
      .map((name) => [name, valueOf(name)]),
  );
}
