import { paragraphText } from '../../../core/words/paragraph.ts';
import type { Month } from '../../../core/time/month.ts';
import type { AgreedAction, ViewWords } from '../../../preload/contract-packs.ts';
import type { Handlers } from '../dispatch.ts';
import { gatherFigures } from '../gather/report-content.ts';
import { draftParagraphs } from '../pack/draft-paragraphs.ts';
import { viewFingerprint } from '../pack/fingerprint.ts';
import { driversOf } from '../pack/gather-pack.ts';
import { headingOf } from '../pack/pack-choices.ts';
import { FigureRefusal } from '../store/figure-refusal.ts';
import type { ReadStore } from '../store/open-store.ts';
import { agreeAction, listActions, noteAction, saveWords, wordsFor } from '../store/words.ts';
import { changing } from './groups.ts';

type WordsCommands = Pick<Handlers, 'words.show' | 'words.save' | 'action.list' | 'action.agree' | 'action.note'>;

/** Every action with its heading; overdue: open, and its day is past. */
function actionsOf(db: ReadStore, today: string): AgreedAction[] {
  return listActions(db).map((one) => ({
    ...one,
    heading: headingOf(db, one.view),
    notes: [...one.notes],
    overdue: one.state === 'open' && one.due !== null && one.due < today,
  }));
}

/** The words on every view for a month's paper: the draft as the figures stand now, and the officer's own beside it. */
function wordsOf(db: ReadStore, asAt: Month, today: string): ViewWords[] {
  const figures = gatherFigures(db, asAt, '');
  const held = wordsFor(db, asAt);
  const actions = actionsOf(db, today);
  return draftParagraphs(figures, driversOf(db, figures)).map(({ view, draft }) => {
    const own = held.find((one) => one.view === view);
    return {
      view,
      heading: draft.heading,
      tier: draft.tier,
      statusLine: draft.statusLine,
      draft: paragraphText(draft),
      edited: own?.edited ?? null,
      commentary: own?.commentary ?? '',
      version: own?.version ?? 0,
      savedAt: own?.savedAt ?? null,
      figuresChanged:
        own !== undefined &&
        (own.edited !== null || own.commentary !== '') &&
        own.figures !== viewFingerprint(figures, view),
      actions: actions.filter((one) => one.view === view),
    };
  });
}

const today = (): string => new Date().toISOString().slice(0, 10);

export const wordsCommands: WordsCommands = {
  'words.show': ({ asAt }, { store: { read } }) => wordsOf(read, asAt as Month, today()),

  'words.save': async ({ asAt, view, edited, commentary }, engine) => {
    const { read } = engine.store;
    const figures = gatherFigures(read, asAt as Month, '');
    const draft = draftParagraphs(figures).find((one) => one.view === view);
    if (draft === undefined) throw new FigureRefusal(`There is nothing called «${view}» in this month’s paper.`);
    const print = viewFingerprint(figures, view);
    const said = edited !== null && edited.trim() === '' ? null : edited;
    await changing(engine, ['words'], (db) => {
      saveWords(db, { asAt, view, edited: said, commentary: commentary.trim(), figures: print });
    });
    const saved = wordsOf(read, asAt as Month, today()).find((one) => one.view === view);
    if (saved === undefined) throw new Error('the words just saved are not there');
    return saved;
  },

  'action.list': (_input, { store: { read } }) => actionsOf(read, today()),

  'action.agree': async (action, engine) => {
    await changing(engine, ['words'], (db) => {
      agreeAction(db, action);
    });
    return actionsOf(engine.store.read, today());
  },

  'action.note': async (note, engine) => {
    await changing(engine, ['words'], (db) => {
      noteAction(db, note);
    });
    return actionsOf(engine.store.read, today());
  },
};
