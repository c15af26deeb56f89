import { idsOf, wordsOf, type ListId } from '../../../core/lists/list-form.ts';
import { LIST_FORMS } from '../../../core/lists/list-forms.ts';
import { sayDay, sayField } from '../../../core/lists/say-field.ts';
import { EVIDENCE_FROM } from '../../../core/lists/source-balance.ts';
import type { FinancialYear } from '../../../core/time/financial-year.ts';
import { gatherOutcomes } from '../gather/outcomes.ts';
import { gatherRecommendations } from '../gather/recommendations.ts';
import { gatherSourceBalance } from '../gather/source-balance.ts';
import { STATUS } from '../pack/pack-look.ts';
import { listIssues } from '../store/issues.ts';
import { listHeld } from '../store/lists.ts';
import { shortNames } from '../store/measures.ts';
import type { ReadStore } from '../store/open-store.ts';
import { says, type Chapter, type DocumentTable, type Section } from './chapter.ts';

/** A list as a table: a column for every field that an entry fills, the latest word on it under its row. */
function listTable(
  db: ReadStore,
  list: ListId,
  more: (id: string) => readonly (string | null)[] = () => [],
  heads: readonly string[] = [],
): DocumentTable {
  const form = LIST_FORMS[list];
  const { entries } = listHeld(db, list);
  const names = new Map([...shortNames(db), ...listIssues(db).map(({ id, name }): [string, string] => [id, name])]);
  const fields = form.fields.filter(
    ({ id }) =>
      id !== form.title &&
      entries.some(
        ({ values }) =>
          (values[id] ?? null) !== null &&
          values[id] !== '' &&
          (!Array.isArray(values[id]) || idsOf(values, id).length > 0),
      ),
  );
  const titleOf = form.fields.find(({ id }) => id === form.title);
  return {
    title: form.name,
    rowHead: titleOf?.words ?? form.name,
    columns: [
      ...fields.map(({ id, words, kind }) => ({
        id,
        head: words,
        kind: kind === 'pence' || kind === 'whole' ? ('number' as const) : ('words' as const),
      })),
      ...heads.map((head) => ({ id: head, head, kind: 'words' as const })),
    ],
    rows: entries.map(({ id, values, notes }) => {
      const latest = notes.at(-1);
      return {
        id,
        head:
          titleOf === undefined ? wordsOf(values, form.title) : sayField(titleOf, values[form.title] ?? null, names),
        cells: [...fields.map((field) => sayField(field, values[field.id] ?? null, names) || null), ...more(id)],
        ...(latest === undefined ? {} : { note: `${sayDay(latest.saidOn)}: ${latest.note}` }),
      };
    }),
  };
}

const sectionOf = (title: string | null, table: DocumentTable, lead: string | null = null): Section[] =>
  table.rows.length === 0
    ? []
    : [{ title, pieces: [...(lead === null ? [] : [says(lead, 'lead')]), { kind: 'table', table }] }];

function balanceTable(db: ReadStore, year: FinancialYear): DocumentTable {
  return {
    title: 'Whose evidence each issue rests on',
    rowHead: 'Issue',
    columns: [
      ...EVIDENCE_FROM.map(({ from, words }) => ({
        id: from,
        head: words,
        under: '% of pieces',
        kind: 'number' as const,
        suffix: '%' as const,
      })),
      { id: 'says', head: 'What is missing', kind: 'words' },
    ],
    rows: gatherSourceBalance(db, year).map((one) => ({
      id: one.issue,
      head: one.name,
      cells: [...one.shares.map(({ percent }) => percent), one.says],
    })),
  };
}

/** What the room keeps beside evidence and scores, as far as there is any: voices, recommendations, outcomes, work, grants, dates. */
export function listsChapters(
  db: ReadStore,
  year: FinancialYear,
  today: string,
): { before: Chapter[]; after: Chapter[] } {
  const outcomes = new Map(gatherOutcomes(db).map((one) => [one.id, one]));
  const chapter = (title: string, sections: readonly Section[]): Chapter[] =>
    sections.length === 0 ? [] : [{ title, sections }];
  return {
    before: chapter('What people say, and whose evidence it is', [
      ...sectionOf('Community voice', listTable(db, 'voice')),
      ...sectionOf('Source balance', balanceTable(db, year)),
    ]),
    after: [
      ...chapter(
        'Recommendations',
        sectionOf(null, listTable(db, 'recommendations'), gatherRecommendations(db, today).says),
      ),
      ...chapter(
        'Outcomes framework',
        sectionOf(
          null,
          listTable(
            db,
            'outcomes',
            (id) => {
              const one = outcomes.get(id);
              if (one === undefined) return [null, null];
              const { tier } = one.light;
              const trends = one.trends.flatMap(({ name, says: trend }) => (trend === '' ? [] : [`${name}: ${trend}`]));
              return [`${STATUS[tier].shape} ${STATUS[tier].short}. ${one.light.why}`, trends.join('; ') || null];
            },
            ['Status', 'Trend'],
          ),
        ),
      ),
      ...chapter('Work programme and grants', [
        ...sectionOf('Work programme', listTable(db, 'work')),
        ...sectionOf('Thematic groups', listTable(db, 'groups')),
        ...sectionOf('Grant spend plan', listTable(db, 'grants')),
      ]),
    ],
  };
}
