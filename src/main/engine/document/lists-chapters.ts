import type { EvidenceCell, EvidenceColumn } from '../../../core/assessment/evidence-table.ts';
import {
  headOf,
  numberOf,
  wordsOf,
  type EntryValues,
  type FieldForm,
  type FieldValue,
  type ListId,
} from '../../../core/lists/list-form.ts';
import { grantTotals } from '../../../core/lists/grant-totals.ts';
import { LIST_FORMS } from '../../../core/lists/list-forms.ts';
import { namesAPerson } from '../../../core/lists/names-a-person.ts';
import { sayDay, sayField } from '../../../core/lists/say-field.ts';
import { sayResult } from '../../../core/lists/say-result.ts';
import { EVIDENCE_FROM } from '../../../core/lists/source-balance.ts';
import { CALENDAR_WORDS } from '../../../core/lists/year-calendar.ts';
import type { FinancialYear } from '../../../core/time/financial-year.ts';
import { gatherCalendar } from '../gather/calendar.ts';
import { gatherOutcomes } from '../gather/outcomes.ts';
import { gatherRecommendations } from '../gather/recommendations.ts';
import { gatherSourceBalance } from '../gather/source-balance.ts';
import { STATUS } from '../pack/pack-look.ts';
import { listIssues } from '../store/issues.ts';
import { listHeld, type EntryHeld } from '../store/lists.ts';
import { shortNames } from '../store/measures.ts';
import type { ReadStore } from '../store/open-store.ts';
import { says, type Chapter, type DocumentTable, type Section } from './chapter.ts';

interface MoreOfList {
  /** Fields that are not printed as they are. */
  readonly without?: readonly string[];
  /** Columns that the entries do not say themselves, after theirs. */
  readonly heads?: readonly { readonly head: string; readonly under?: string }[];
  readonly cellsOf?: (entry: EntryHeld) => readonly (string | null)[];
}

const isFilled = (value: FieldValue | undefined): boolean =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);

/** A field as a column: money as pounds, with pence all the way down where any entry has pence. */
function columnOf(field: FieldForm, entries: readonly EntryHeld[]): EvidenceColumn {
  const { id, kind } = field;
  const head = headOf(field);
  if (kind === 'whole') return { id, head, kind: 'number' };
  if (kind !== 'pence') return { id, head, kind: 'words' };
  const pence = entries.some(({ values }) => (numberOf(values, id) ?? 0) % 100 !== 0);
  return { id, head, kind: 'number', prefix: '£', decimals: pence ? 2 : 0 };
}

function cellOf(field: FieldForm, values: EntryValues, names: ReadonlyMap<string, string>): EvidenceCell {
  const number = numberOf(values, field.id);
  if (field.kind === 'whole') return number;
  if (field.kind === 'pence') return number === null ? null : number / 100;
  return sayField(field, values[field.id] ?? null, names) || null;
}

/** A list as a table: a column for every field that an entry fills, the latest word on it under its row. */
function listTable(db: ReadStore, list: ListId, more: MoreOfList = {}): DocumentTable {
  const { without = [], heads = [], cellsOf = () => [] } = more;
  const form = LIST_FORMS[list];
  const { entries } = listHeld(db, list);
  const names = new Map([...shortNames(db), ...listIssues(db).map(({ id, name }): [string, string] => [id, name])]);
  // A list whose every entry has a number names them by it.
  const numbered = entries.every(({ values }) => wordsOf(values, 'number') !== '');
  const fields = form.fields.filter(
    ({ id }) =>
      id !== form.title &&
      !(numbered && id === 'number') &&
      !without.includes(id) &&
      entries.some(({ values }) => isFilled(values[id])),
  );
  const titleOf = form.fields.find(({ id }) => id === form.title);
  return {
    title: form.name,
    rowHead: titleOf?.words ?? form.name,
    columns: [
      ...fields.map((field) => columnOf(field, entries)),
      ...heads.map(({ head, under }) => ({ id: head, head, under, kind: 'words' as const })),
    ],
    rows: entries.map((entry) => {
      const { id, values, notes } = entry;
      const latest = notes.at(-1);
      const title =
        titleOf === undefined ? wordsOf(values, form.title) : sayField(titleOf, values[form.title] ?? null, names);
      return {
        id,
        head: numbered ? `${wordsOf(values, 'number')}. ${title}` : title,
        cells: [...fields.map((field) => cellOf(field, values, names)), ...cellsOf(entry)],
        ...(latest === undefined ? {} : { note: `${sayDay(latest.saidOn)}: ${latest.note}` }),
      };
    }),
  };
}

/** The grants, and what they come to; amounts that are not known are counted beside the sum, never as nothing. */
function grantsTable(db: ReadStore): DocumentTable {
  const table = listTable(db, 'grants');
  const { grants, awarded, paid, notAwarded, notPaid } = grantTotals(listHeld(db, 'grants').entries);
  if (grants < 2) return table;
  const beside = (pence: number, unknown: number): number | null => (unknown === 0 ? pence / 100 : null);
  const sums: Readonly<Record<string, number | null>> = {
    awarded: beside(awarded, notAwarded),
    paid: beside(paid, notPaid),
  };
  return {
    ...table,
    rows: [
      ...table.rows,
      { id: 'all', head: 'All grants', cells: table.columns.map(({ id }) => sums[id] ?? null), weight: 'total' },
    ],
  };
}

/** What people said, with its limits. A quote that seems to name a person is never printed. */
const voiceTable = (db: ReadStore): DocumentTable =>
  listTable(db, 'voice', {
    without: ['part', 'whole', 'quote'],
    heads: [{ head: 'Result', under: 'with Wilson’s limits' }, { head: 'In their own words' }],
    cellsOf: ({ values }) => {
      const quote = wordsOf(values, 'quote');
      return [sayResult(values) || null, quote === '' || namesAPerson(quote).length > 0 ? null : `“${quote}”`];
    },
  });

const sectionOf = (title: string | null, table: DocumentTable, lead: string | null = null): Section[] =>
  table.rows.length === 0
    ? []
    : [{ title, pieces: [...(lead === null ? [] : [says(lead, 'lead')]), { kind: 'table', table }] }];

function balanceTable(db: ReadStore, year: FinancialYear): DocumentTable {
  return {
    title: 'Whose evidence each issue rests on, in percent of its pieces',
    rowHead: 'Issue',
    columns: [
      ...EVIDENCE_FROM.map(({ from, words }) => ({
        id: from,
        head: `${words.charAt(0).toUpperCase()}${words.slice(1)}`,
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

/** The year's agenda. Paper does not count days: what is late today is said to be overdue, and no more. */
const calendarTable = (db: ReadStore, year: FinancialYear, today: string): DocumentTable => ({
  title: `Calendar ${year}`,
  rowHead: 'Day',
  columns: [
    { id: 'what', head: 'What', kind: 'words' },
    { id: 'kind', head: 'Kind', kind: 'words' },
    { id: 'who', head: 'Who', kind: 'words' },
    { id: 'state', head: 'State', kind: 'words' },
  ],
  rows: gatherCalendar(db, year, today)
    .flatMap(({ lines }) => lines)
    .map(({ day, what, kind, who, done, late }, at) => ({
      id: `${day} ${String(at)}`,
      head: sayDay(day),
      cells: [what, CALENDAR_WORDS[kind], who, done ? 'done' : late ? 'overdue' : null],
    })),
});

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
      ...sectionOf('Community voice', voiceTable(db)),
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
          listTable(db, 'outcomes', {
            heads: [{ head: 'Status' }, { head: 'Trend' }],
            cellsOf: ({ id }) => {
              const one = outcomes.get(id);
              if (one === undefined) return [null, null];
              const { tier } = one.light;
              const trends = one.trends.flatMap(({ name, says: trend }) => (trend === '' ? [] : [`${name}: ${trend}`]));
              return [`${STATUS[tier].shape} ${STATUS[tier].short}. ${one.light.why}`, trends.join('; ') || null];
            },
          }),
        ),
      ),
      ...chapter('Work programme and grants', [
        ...sectionOf('Work programme', listTable(db, 'work')),
        ...sectionOf('Thematic groups', listTable(db, 'groups')),
        ...sectionOf('Grant spend plan', grantsTable(db)),
      ]),
      ...chapter('Calendar of the year', sectionOf(null, calendarTable(db, year, today))),
    ],
  };
}
