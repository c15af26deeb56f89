import { SMALL_NUMBER_RULE } from '../../../core/disclosure/rule.ts';
import { recommendationProgress } from '../../../core/lists/recommendation-table.ts';
import type { Month } from '../../../core/time/month.ts';
import { GAP_HEADING } from '../../../core/words/gap-paragraph.ts';
import { dayInWords } from '../report/day-in-words.ts';
import { gatherRecommendations } from '../gather/recommendations.ts';
import type { SmallNumberSetting } from '../gather/withhold.ts';
import { FigureRefusal } from '../store/figure-refusal.ts';
import { listMeasures } from '../store/measures.ts';
import type { ReadStore } from '../store/open-store.ts';
import { listTemplates } from '../store/packs.ts';
import { settingOf } from '../store/settings.ts';
import { listActions, wordsFor } from '../store/words.ts';
import type { PackChoices } from './gather-pack.ts';
import { BOARD_SECTIONS, type PackContent, type PackSection } from './pack-content.ts';

/** Before the officer sets anything: counts of 1 to 4 are withheld in packs. */
export const SMALL_NUMBERS: SmallNumberSetting = { applied: true, ...SMALL_NUMBER_RULE };

export const smallNumbersOf = (db: ReadStore): SmallNumberSetting => settingOf(db, 'small-numbers', SMALL_NUMBERS);

/** Handling markings to choose from; a pack has none until one is chosen. */
export const MARKINGS: readonly string[] = ['OFFICIAL', 'OFFICIAL-SENSITIVE', 'CONTROLLED'];

export const markingsOf = (db: ReadStore): readonly string[] => settingOf(db, 'markings', MARKINGS);

/** The name of the template that is always there. */
export const BOARD_TEMPLATE = 'board';

/** Every template, the Board's usual one first. */
export function templatesOf(
  db: ReadStore,
): { name: string; version: number; sections: PackContent['sections']; savedAt: string | null }[] {
  const saved = listTemplates(db).map((one) => ({
    ...one,
    sections: JSON.parse(one.sections) as PackContent['sections'],
  }));
  return saved.some(({ name }) => name === BOARD_TEMPLATE)
    ? saved
    : [{ name: BOARD_TEMPLATE, version: 0, sections: BOARD_SECTIONS, savedAt: null }, ...saved];
}

/** The words under which a view is known. */
export function headingOf(db: ReadStore, view: string): string {
  if (view === 'gap') return GAP_HEADING;
  return listMeasures(db).find(({ id }) => id === view)?.name ?? view;
}

/** A section with the recommendations as the assessment's room holds them today: edits, dated notes and all. */
function withThoseHeld(section: PackSection, db: ReadStore, today: string): PackSection {
  if (section.kind !== 'recommendations' || section.held !== true) return section;
  const { says, rows } = gatherRecommendations(db, today);
  return {
    ...section,
    says,
    rows: rows.map((row) => ({
      number: row.number,
      recommendation: row.recommendation,
      measuredBy: row.measuredBy,
      owner: row.owner,
      due: row.due,
      progress: recommendationProgress(row),
    })),
  };
}

/** What an officer may choose for one pack. */
export interface PackAsked {
  readonly template?: string | undefined;
  readonly title?: string | undefined;
  readonly meeting?: string | null | undefined;
  readonly marking?: string | null | undefined;
}

/**
 * Everything that a pack «as at» a month is made with, as it stands in the store now: the template's sections, the
 * officer's words and actions, the small-number rule. Kept with the pack, so that it can be written again.
 */
export function choicesFor(db: ReadStore, asAt: Month, asked: PackAsked, today: string): Required<PackChoices> {
  const wanted = asked.template ?? BOARD_TEMPLATE;
  const templates = templatesOf(db);
  const template = templates.find(({ name }) => name === wanted);
  if (template === undefined) {
    throw new FigureRefusal(
      `There is no template «${wanted}». There are: ${templates.map(({ name }) => name).join(', ')}.`,
    );
  }
  const actions = listActions(db).filter(({ agreedFor }) => agreedFor <= asAt);
  const words = wordsFor(db, asAt);
  const views = new Set([
    ...words.map(({ view }) => view),
    ...actions.filter(({ agreedFor }) => agreedFor === asAt).map(({ view }) => view),
  ]);
  return {
    title: asked.title ?? 'Performance report',
    meeting: asked.meeting ?? null,
    marking: asked.marking ?? null,
    sections: template.sections.map((section) => withThoseHeld(section, db, today)),
    words: [...views].map((view) => {
      const own = words.find((one) => one.view === view);
      return {
        view,
        edited: own?.edited ?? null,
        commentary: own?.commentary ?? '',
        actions: actions
          .filter((one) => one.view === view && one.agreedFor === asAt)
          .map(({ action, owner, due }) => ({
            action,
            owner,
            due: due === null ? null : dayInWords(`${due}T12:00:00Z`),
          })),
      };
    }),
    actionLog: actions.map(({ view, agreedFor, action, owner, due, reportBack, state, notes }) => ({
      heading: headingOf(db, view),
      agreedFor,
      action,
      owner,
      due,
      reportBack,
      state,
      note: notes.at(-1)?.note ?? '',
    })),
    smallNumbers: smallNumbersOf(db),
  };
}
