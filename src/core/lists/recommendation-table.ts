import { wordsOf, type EntryValues } from './list-form.ts';
import { LIST_FORMS } from './list-forms.ts';
import { dayDue, sayDue } from './when-due.ts';

/** A dated word on what became of something. `from`: the file it was read in; null: said here. */
export interface ProgressNote {
  readonly saidOn: string;
  readonly note: string;
  readonly from: string | null;
}

export interface FollowedEntry {
  readonly id: string;
  readonly values: EntryValues;
  readonly notes: readonly ProgressNote[];
}

/** One recommendation as a paper prints it. */
export interface RecommendationRow {
  readonly number: string;
  readonly recommendation: string;
  readonly intervention: string;
  /** Output and outcome measures, each after its word. */
  readonly measuredBy: string;
  readonly owner: string;
  readonly due: string;
  readonly status: string;
  /** The latest word on it, dated; null: nothing has been said. */
  readonly progress: string | null;
  readonly late: boolean;
}

const measuredBy = (values: EntryValues): string =>
  [
    ['Outputs', wordsOf(values, 'outputs')],
    ['Outcomes', wordsOf(values, 'outcomes')],
  ]
    .flatMap(([head, said]) => (said === '' ? [] : [`${head ?? ''}: ${said ?? ''}`]))
    .join(' ');

const statusWords = (values: EntryValues): string =>
  LIST_FORMS.recommendations.fields
    .find(({ id }) => id === 'state')
    ?.options?.find(({ id }) => id === wordsOf(values, 'state'))?.words ?? '';

/** Recommendations as the rows a pack or the assessment prints, what is overdue first said as such. */
export const recommendationRows = (
  entries: readonly FollowedEntry[],
  today: string,
  sayDay: (day: string) => string,
): RecommendationRow[] =>
  entries.map(({ values, notes }, at) => {
    const day = dayDue(LIST_FORMS.recommendations, values);
    const late = day !== null && day < today;
    const named = wordsOf(values, 'due');
    const latest = notes.at(-1);
    return {
      number: wordsOf(values, 'number') === '' ? String(at + 1) : wordsOf(values, 'number'),
      recommendation: wordsOf(values, 'text'),
      intervention: wordsOf(values, 'intervention'),
      measuredBy: measuredBy(values),
      owner: wordsOf(values, 'owner'),
      due: `${named === '' ? wordsOf(values, 'dueWords') : sayDay(named)}${late ? `, ${sayDue(today, day)}` : ''}`,
      status: statusWords(values),
      progress: latest === undefined ? null : `${sayDay(latest.saidOn)}: ${latest.note}`,
      late,
    };
  });

/** What became of a recommendation, in one cell: its status, then the latest word on it; null: nothing is known. */
export const recommendationProgress = ({ status, progress }: RecommendationRow): string | null => {
  const state = status === '' ? '' : `${status.charAt(0).toUpperCase()}${status.slice(1)}.`;
  return [state, progress ?? ''].filter((part) => part !== '').join(' ') || null;
};

/** How the recommendations stand together, in a sentence. */
export function sayRecommendations(entries: readonly FollowedEntry[], today: string): string {
  if (entries.length === 0) return 'There are no recommendations yet.';
  const of = (state: string): number => entries.filter(({ values }) => wordsOf(values, 'state') === state).length;
  const late = entries.filter(({ values }) => {
    const day = dayDue(LIST_FORMS.recommendations, values);
    return day !== null && day < today;
  }).length;
  const silent = entries.filter(({ notes }) => notes.length === 0).length;
  const parts = [
    `${String(of('done'))} done`,
    `${String(of('under-way'))} under way`,
    ...(of('dropped') > 0 ? [`${String(of('dropped'))} dropped`] : []),
    `${String(late)} overdue`,
    `${String(silent)} with no word of progress`,
  ];
  return `Of ${String(entries.length)} ${entries.length === 1 ? 'recommendation' : 'recommendations'}: ${parts.join(', ')}.`;
}
