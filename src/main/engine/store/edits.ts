import type { ChainedEntry } from './audit.ts';
import { editUnderWay, type EditUnderWay } from './edit-under-way.ts';
import { FigureRefusal } from './figure-refusal.ts';
import type { ReadStore, WriteStore } from './open-store.ts';
import { asRefusal, putBack } from './put-back.ts';
import { sayEdit } from '../../../core/words/say-edit.ts';

/** One command's entries in the audit trail, to be undone together. */
interface Edit {
  readonly editId: number;
  readonly entries: readonly number[];
  readonly undoes: number | null;
}

/** What undo or redo would do next. */
export interface EditOffered {
  readonly says: string;
  readonly at: string;
}

const FAR_ENOUGH = 400;
/** What was written down of handing something over: it happened, and is not taken back. */
const NOT_EDITS = /^(pack|pack_file|assessment_file|store|records|backup)\./;

const entriesOf = (db: ReadStore, numbers: readonly number[]): ChainedEntry[] =>
  db
    .prepare<[string], ChainedEntry>(
      `SELECT audit_id AS entry, at, clock_at AS clockAt, who, what, subject, before, after, why,
        app_version AS appVersion, previous_hash AS previousHash, hash
       FROM audit WHERE audit_id IN (SELECT value FROM json_each(?)) ORDER BY audit_id`,
    )
    .all(JSON.stringify(numbers));

/** Notes the edit a command made, when it made any. */
export function keepEdit(db: WriteStore, command: string, { entries, undoes }: EditUnderWay): void {
  const written = entriesOf(db, entries).filter(({ what }) => !NOT_EDITS.test(what));
  const [first] = written;
  if (first === undefined) return;
  db.prepare('INSERT INTO edit (command, who, made_at, entries, undoes) VALUES (?, ?, ?, ?, ?)').run(
    command,
    first.who,
    first.at,
    JSON.stringify(written.map(({ entry }) => entry)),
    undoes,
  );
}

/** What may be undone and redone, the next one last: an edit made after an undo leaves nothing to redo. */
function standing(db: ReadStore, who: string): { undo: Edit[]; redo: Edit[] } {
  const edits = db
    .prepare<[string, number], { editId: number; entries: string; undoes: number | null }>(
      'SELECT edit_id AS editId, entries, undoes FROM edit WHERE who = ? ORDER BY edit_id DESC LIMIT ?',
    )
    .all(who, FAR_ENOUGH)
    .reverse();
  const undo: Edit[] = [];
  let redo: Edit[] = [];
  for (const { editId, entries, undoes } of edits) {
    const edit = { editId, undoes, entries: JSON.parse(entries) as number[] };
    if (undoes === null) {
      undo.push(edit);
      redo = [];
    } else if (undo.at(-1)?.editId === undoes) {
      undo.pop();
      redo.push(edit);
    } else if (redo.at(-1)?.editId === undoes) {
      redo.pop();
      undo.push(edit);
    }
  }
  return { undo, redo };
}

const offered = (db: ReadStore, edit: Edit | undefined): EditOffered | null => {
  if (edit === undefined) return null;
  const entries = entriesOf(db, edit.entries);
  return { says: sayEdit(entries), at: entries[0]?.at ?? '' };
};

/** The next undo and redo of this person; null: there is none. */
export function editsOffered(db: ReadStore, who: string): { undo: EditOffered | null; redo: EditOffered | null } {
  const { undo, redo } = standing(db, who);
  const redone = redo.at(-1);
  const made = redone === undefined ? undefined : editOf(db, redone.undoes);
  return { undo: offered(db, undo.at(-1)), redo: offered(db, made) };
}

/** What an undo undid: its words are those of the edit that would be made again. */
function editOf(db: ReadStore, editId: number | null): Edit | undefined {
  const row = db
    .prepare<[number | null], { editId: number; entries: string; undoes: number | null }>(
      'SELECT edit_id AS editId, entries, undoes FROM edit WHERE edit_id = ?',
    )
    .get(editId);
  return row === undefined ? undefined : { ...row, entries: JSON.parse(row.entries) as number[] };
}

/**
 * Puts back what stood before this person's last edit (or makes it again), as a new change with its own entries: the
 * whole edit, or, where something has changed since, none of it. Answers what it was in words.
 */
export function undoEdit(db: WriteStore, who: string, way: 'undo' | 'redo'): EditOffered {
  const edit = standing(db, who)[way].at(-1);
  const says = editsOffered(db, who)[way];
  if (edit === undefined || says === null) throw new FigureRefusal(`There is nothing to ${way}.`);
  try {
    db.transaction(() => {
      putBack(db, entriesOf(db, edit.entries));
    }).immediate();
  } catch (error) {
    throw asRefusal(error);
  }
  const underWay = editUnderWay.getStore();
  if (underWay !== undefined) underWay.undoes = edit.editId;
  return says;
}
