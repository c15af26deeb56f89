import { standing } from '../../../core/words/taken-back.ts';
import { FigureRefusal } from './figure-refusal.ts';
import type { ReadStore, WriteStore } from './open-store.ts';

/** The officer's words on one view for one month's paper. `edited` null: the draft stands. */
export interface WordsHeld {
  readonly view: string;
  readonly version: number;
  readonly edited: string | null;
  readonly commentary: string;
  /** Fingerprint of the figures the words were written on. */
  readonly figures: string;
  readonly savedAt: string;
}

/** The latest words on every view for a month's paper. */
export const wordsFor = (db: ReadStore, asAt: string): WordsHeld[] =>
  db
    .prepare<[string], WordsHeld>(
      `SELECT view, version, edited, commentary, figures, saved_at AS savedAt FROM words w
       WHERE as_at = ? AND version = (SELECT max(version) FROM words WHERE view = w.view AND as_at = w.as_at)
       ORDER BY view`,
    )
    .all(asAt);

/** Saves the words on a view as their next version. */
export function saveWords(
  db: WriteStore,
  words: Pick<WordsHeld, 'view' | 'edited' | 'commentary' | 'figures'> & { readonly asAt: string },
): void {
  db.prepare(
    `INSERT INTO words (view, as_at, version, edited, commentary, figures, saved_at)
     SELECT @view, @asAt, coalesce(max(version), 0) + 1, @edited, @commentary, @figures, @savedAt
     FROM words WHERE view = @view AND as_at = @asAt`,
  ).run({ ...words, savedAt: new Date().toISOString() });
}

export type ActionState = 'open' | 'done' | 'dropped';

/** What a meeting agreed to do, with what became of it. */
export interface ActionHeld {
  readonly actionId: number;
  readonly view: string;
  readonly agreedFor: string;
  readonly action: string;
  readonly owner: string;
  readonly due: string | null;
  /** The owner is to tell the next meeting. */
  readonly reportBack: boolean;
  readonly state: ActionState;
  readonly notes: readonly { readonly state: ActionState; readonly note: string; readonly saidOn: string }[];
}

/** Every action agreed, the latest first; its state is that of its last note. */
export function listActions(db: ReadStore): ActionHeld[] {
  const actions = db
    .prepare<[], Omit<ActionHeld, 'state' | 'notes' | 'reportBack'> & { reportBack: 0 | 1 }>(
      `SELECT action_id AS actionId, view, agreed_for AS agreedFor, action, owner, due, report_back AS reportBack
       FROM agreed_action ORDER BY agreed_for DESC, action_id DESC`,
    )
    .all();
  const notes = db
    .prepare<[], { actionId: number; state: ActionState; note: string; saidOn: string }>(
      'SELECT action_id AS actionId, state, note, said_on AS saidOn FROM action_note ORDER BY action_note_id',
    )
    .all();
  return actions.map(({ reportBack, ...action }) => {
    const said = notes.filter(({ actionId }) => actionId === action.actionId);
    const own = standing(said).map(({ state, note, saidOn }) => ({ state, note, saidOn }));
    return { ...action, reportBack: reportBack === 1, state: own.at(-1)?.state ?? 'open', notes: own };
  });
}

/** Keeps an action that was agreed. */
export function agreeAction(db: WriteStore, action: Omit<ActionHeld, 'actionId' | 'state' | 'notes'>): void {
  db.prepare(
    `INSERT INTO agreed_action (view, agreed_for, action, owner, due, report_back, saved_at)
     VALUES (@view, @agreedFor, @action, @owner, @due, @reportBack, @savedAt)`,
  ).run({ ...action, reportBack: action.reportBack ? 1 : 0, savedAt: new Date().toISOString() });
}

/** Notes what became of an action. Throws {@link FigureRefusal} when there is none of this number. */
export function noteAction(
  db: WriteStore,
  note: { actionId: number; state: ActionState; note: string; saidOn: string },
): void {
  const there = db.prepare('SELECT 1 FROM agreed_action WHERE action_id = ?').get(note.actionId);
  if (there === undefined) throw new FigureRefusal(`There is no action ${String(note.actionId)}.`);
  db.prepare(
    'INSERT INTO action_note (action_id, state, note, said_on) VALUES (@actionId, @state, @note, @saidOn)',
  ).run(note);
}
