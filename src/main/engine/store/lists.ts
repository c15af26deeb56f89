import { entryKey } from '../../../core/lists/entry-key.ts';
import { idsOf, type EntryValues, type ListForm, type ListId } from '../../../core/lists/list-form.ts';
import { LIST_FORMS } from '../../../core/lists/list-forms.ts';
import type { ListReading } from '../../../core/lists/read-list.ts';
import { problemsOfEntry } from '../../../core/lists/problems-of-entry.ts';
import type { ProgressNote } from '../../../core/lists/recommendation-table.ts';
import { standing } from '../../../core/words/taken-back.ts';
import { FigureRefusal } from './figure-refusal.ts';
import { listIssues } from './issues.ts';
import { listMeasures } from './measures.ts';
import type { ReadStore, WriteStore } from './open-store.ts';
import { recommendationsHeld } from './recommendations.ts';
import { surveyAnswersHeld } from './survey-answers.ts';

/** The sheet an entry began with, as long as its import is not withdrawn. */
export interface BroughtBy {
  readonly importId: number;
  readonly file: string;
  readonly sheet: string;
  readonly cell: string;
}

/** An entry as it stands, with where it came from and what became of it. */
export interface EntryHeld {
  readonly id: string;
  /** 0: as its extract brought it, not saved here yet. */
  readonly version: number;
  readonly values: EntryValues;
  readonly brought: BroughtBy | null;
  /** The sheet it was last read from, where it was; null: written here. */
  readonly fileName: string | null;
  readonly notes: readonly ProgressNote[];
}

interface Row {
  readonly id: string;
  readonly version: number;
  readonly entry: string;
  readonly state: 'kept' | 'taken-out';
  readonly fileName: string | null;
}

/** The latest version of what was saved here; `null` stands for an entry that was taken back. */
const saved = (db: ReadStore, list: ListId): Row[] =>
  db
    .prepare<[string], Row>(
      `SELECT entry_id AS id, version, entry, state, file_name AS fileName FROM list_entry e
       WHERE list = ? AND entry <> 'null'
         AND version = (SELECT max(version) FROM list_entry WHERE list = e.list AND entry_id = e.entry_id)
       ORDER BY (SELECT min(saved_at) FROM list_entry WHERE list = e.list AND entry_id = e.entry_id), rowid`,
    )
    .all(list);

/** An entry as an extract brings it: the newest sheet's words, and the progress of every sheet that had any. */
interface Brought {
  readonly values: EntryValues;
  readonly by: BroughtBy;
  readonly notes: ProgressNote[];
}

const withoutNulls = (values: EntryValues): EntryValues =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));

/** What a sheet's word for the state means here; null: no word this list has. */
function stateOf(word: string | null): string | null {
  const said = word?.toLowerCase() ?? '';
  if (/\b(?:complete|completed|done|achieved|closed)\b/.test(said)) return 'done';
  if (/\b(?:ongoing|on[- ]?going|on track|under ?way|in progress|started|amber|green)\b/.test(said)) return 'under-way';
  if (/\b(?:not started|to start)\b/.test(said)) return 'not-started';
  return /\b(?:dropped|stopped|superseded)\b/.test(said) ? 'dropped' : null;
}

/** The assessment a list of recommendations belongs to, where the name of its file says so. */
const yearNamed = (file: string): string | null => {
  const [, from, to] = /\b(20\d{2})[-/ ](\d{2})\b/.exec(file) ?? [];
  return from === undefined || to === undefined ? null : `${from}/${to}`;
};

function broughtRecommendations(db: ReadStore): Map<string, Brought> {
  const when = importDays(db);
  const found = new Map<string, Brought>();
  // The latest import comes first: the newest words stand, the progress of earlier ones goes before theirs.
  for (const one of recommendationsHeld(db, null)) {
    const values = withoutNulls({
      text: one.text,
      number: one.number,
      made: yearNamed(one.file),
      owner: one.owner,
      due: one.due,
      dueWords: one.dueWords,
      state: stateOf(one.status),
    });
    const id = entryKey(LIST_FORMS.recommendations, values);
    const { importId, file, sheet, cell } = one;
    const notes = one.progress === null ? [] : [{ saidOn: when.get(importId) ?? '', note: one.progress, from: file }];
    const known = found.get(id);
    if (known === undefined) found.set(id, { values, by: { importId, file, sheet, cell }, notes });
    else known.notes.unshift(...notes.filter(({ note }) => known.notes[0]?.note !== note));
  }
  return found;
}

function broughtVoice(db: ReadStore): Map<string, Brought> {
  const found = new Map<string, Brought>();
  for (const one of surveyAnswersHeld(db)) {
    const { source, kind, question, answer, part, whole, held, period, quote } = one;
    const values = withoutNulls({ source, kind, question, answer, part, whole, held, when: period, quote });
    const { importId, file, sheet, cell } = one;
    const id = entryKey(LIST_FORMS.voice, values);
    if (!found.has(id)) found.set(id, { values, by: { importId, file, sheet, cell }, notes: [] });
  }
  return found;
}

const importDays = (db: ReadStore): Map<number, string> =>
  new Map(
    db
      .prepare<[], { id: number; day: string }>('SELECT import_id AS id, substr(imported_at, 1, 10) AS day FROM import')
      .all()
      .map(({ id, day }) => [id, day]),
  );

const brought = (db: ReadStore, list: ListId): Map<string, Brought> =>
  list === 'recommendations'
    ? broughtRecommendations(db)
    : list === 'voice'
      ? broughtVoice(db)
      : new Map<string, Brought>();

function notesOf(db: ReadStore, list: ListId): Map<string, ProgressNote[]> {
  const notes = new Map<string, ProgressNote[]>();
  const rows = db
    .prepare<[string], { id: string; saidOn: string; note: string }>(
      `SELECT entry_id AS id, said_on AS saidOn, note FROM list_note WHERE list = ? ORDER BY said_on, list_note_id`,
    )
    .all(list);
  for (const { id, saidOn, note } of rows) {
    notes.set(id, [...(notes.get(id) ?? []), { saidOn, note, from: null }]);
  }
  for (const [id, said] of notes) notes.set(id, standing(said));
  return notes;
}

/** The entries of a list: those saved here, and those an extract brought; `takenOut`: those that can be put back. */
export function listHeld(db: ReadStore, list: ListId): { entries: EntryHeld[]; takenOut: EntryHeld[] } {
  const fromExtracts = brought(db, list);
  const notes = notesOf(db, list);
  const rows = new Map(saved(db, list).map((row) => [row.id, row]));
  // What an extract brought keeps its sheet's order, saved here or not; what was written here comes after.
  const ids = [...fromExtracts.keys(), ...[...rows.keys()].filter((id) => !fromExtracts.has(id))];
  const entries: EntryHeld[] = [];
  const takenOut: EntryHeld[] = [];
  for (const id of ids) {
    const row = rows.get(id);
    const one = fromExtracts.get(id);
    const values = row === undefined ? (one?.values ?? {}) : (JSON.parse(row.entry) as EntryValues);
    const said = [...(one?.notes ?? []), ...(notes.get(id) ?? [])].sort((a, b) => a.saidOn.localeCompare(b.saidOn));
    const held = {
      id,
      version: row?.version ?? 0,
      values,
      brought: one?.by ?? null,
      fileName: row?.fileName ?? null,
      notes: said,
    };
    (row?.state === 'taken-out' ? takenOut : entries).push(held);
  }
  return { entries, takenOut };
}

function entryHeld(db: ReadStore, list: ListId, id: string): EntryHeld {
  const { entries, takenOut } = listHeld(db, list);
  const found = [...entries, ...takenOut].find((one) => one.id === id);
  if (found === undefined) throw new FigureRefusal(`There is no such ${LIST_FORMS[list].one} any more.`);
  return found;
}

interface ToKeep {
  readonly id: string;
  readonly values: EntryValues;
  readonly state: Row['state'];
  readonly file: string | null;
}

const keep = (db: WriteStore, list: ListId, { id, values, state, file }: ToKeep) =>
  db
    .prepare(
      `INSERT INTO list_entry (list, entry_id, version, entry, state, file_name, saved_at)
       SELECT @list, @id, coalesce(max(version), 0) + 1, @entry, @state, @file, @savedAt
       FROM list_entry WHERE list = @list AND entry_id = @id`,
    )
    .run({ list, id, entry: JSON.stringify(values), state, file, savedAt: new Date().toISOString() });

/** Measures and issues an entry names must be held; the reasons where they are not. */
function unknownIds(db: ReadStore, form: ListForm, values: EntryValues): string[] {
  return form.fields.flatMap((field) => {
    if (field.kind !== 'measures' && field.kind !== 'issues') return [];
    const known = field.kind === 'measures' ? listMeasures(db) : listIssues(db);
    const what = field.kind === 'measures' ? 'measure' : 'issue';
    return idsOf(values, field.id)
      .filter((id) => !known.some((one) => one.id === id))
      .map((id) => `There is no ${what} «${id}».`);
  });
}

const tidied = (values: EntryValues): EntryValues =>
  withoutNulls(
    Object.fromEntries(
      Object.entries(values).map(([id, value]) => {
        const tidy = typeof value === 'string' ? value.trim() : value;
        return [id, tidy === '' || (Array.isArray(tidy) && tidy.length === 0) ? null : tidy];
      }),
    ),
  );

/** Saves an entry, a new one where `id` is null; answers its id. Throws {@link FigureRefusal} with all that is wrong. */
export function saveEntry(
  db: WriteStore,
  list: ListId,
  given: { readonly id: string | null; readonly values: EntryValues; readonly file?: string },
): string {
  const form = LIST_FORMS[list];
  const values = tidied(given.values);
  const problems = [...problemsOfEntry(form, values), ...unknownIds(db, form, values)];
  if (problems.length > 0) throw new FigureRefusal(problems.join(' '));
  const { entries, takenOut } = listHeld(db, list);
  const key = entryKey(form, values);
  if (given.id === null && entries.some(({ id }) => id === key)) {
    throw new FigureRefusal(`There is such a ${form.one} already. Open it in the list to change it.`);
  }
  const id = given.id ?? key;
  if (given.id !== null && ![...entries, ...takenOut].some((one) => one.id === id)) entryHeld(db, list, id);
  keep(db, list, { id, values, state: 'kept', file: given.file ?? null });
  return id;
}

/**
 * Keeps the entries of a sheet: one that is there already becomes its next version, with what only this list knew of it.
 * Notes of progress that are held already are not kept twice.
 */
export function bringEntries(
  db: WriteStore,
  list: ListId,
  { entries, notes }: Pick<ListReading, 'entries' | 'notes'>,
  from: { readonly file: string; readonly day: string },
): number {
  for (const [at, values] of entries.entries()) {
    const id = entryKey(LIST_FORMS[list], tidied(values));
    const held = listHeld(db, list).entries.find((one) => one.id === id);
    saveEntry(db, list, {
      id: held === undefined ? null : id,
      values: { ...held?.values, ...values },
      file: from.file,
    });
    for (const { saidOn, note } of notes[at] ?? []) {
      const known = held?.notes.some((one) => one.note === note && (saidOn === null || one.saidOn === saidOn)) === true;
      if (!known) addNote(db, list, id, saidOn ?? from.day, note);
    }
  }
  return entries.length;
}

/** Takes an entry out, or puts it back: nothing is lost either way. */
export function setTakenOut(db: WriteStore, list: ListId, id: string, out: boolean): void {
  const { values, fileName } = entryHeld(db, list, id);
  keep(db, list, { id, values, state: out ? 'taken-out' : 'kept', file: fileName });
}

/** Adds a dated note on what became of an entry. */
export function addNote(db: WriteStore, list: ListId, id: string, saidOn: string, note: string): void {
  if (!LIST_FORMS[list].notes) throw new FigureRefusal(`No notes are kept with a ${LIST_FORMS[list].one}.`);
  entryHeld(db, list, id);
  db.prepare('INSERT INTO list_note (list, entry_id, said_on, note, saved_at) VALUES (?, ?, ?, ?, ?)').run(
    list,
    id,
    saidOn,
    note,
    new Date().toISOString(),
  );
}
