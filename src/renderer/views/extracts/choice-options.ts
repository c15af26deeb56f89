import type { Quantity } from '../../../core/intake/draft.ts';
import type { Layout } from '../../../core/intake/plan.ts';
import { FIELDS, sameChoice, type ColumnIs, type RowChoice, type RowIs } from '../../../core/intake/sheet-choice.ts';
import { columnWords, rowWords } from '../../words/meanings.ts';
import { EXTRACTS_ROOM } from '../../words/extracts-room.ts';

/** One thing a column or row may be. */
export interface Option<T> {
  readonly id: string;
  readonly words: string;
  readonly value: T;
  readonly now: boolean;
}

export interface OptionGroup<T> {
  readonly title: string;
  readonly options: readonly Option<T>[];
}

const NOTHING: ColumnIs = { kind: 'nothing' };
const YEAR_MONTHS = [4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3];
const FIGURES: readonly Quantity[] = ['count', 'cumulative', 'target', 'change', 'rate', 'population'];

const WIDE: readonly Layout[] = ['wide-months', 'wide-quarters'];

/** A financial year some years on: 2014/15 one year on is 2015/16. */
function yearsAround(years: readonly string[]): string[] {
  const starts = years.map((year) => Number(year.slice(0, 4)));
  if (starts.length === 0) return [];
  const [first, last] = [Math.min(...starts) - 1, Math.max(...starts) + 1];
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const start = first + index;
    return `${String(start)}/${String((start + 1) % 100).padStart(2, '0')}`;
  });
}

/** What a column may be under a layout; `years` are those the sheet already speaks of, `heading` is its own. */
export function columnOptions(
  layout: Layout,
  now: ColumnIs,
  years: readonly string[],
  heading: string,
): OptionGroup<ColumnIs>[] {
  const group = (title: string, list: readonly ColumnIs[]): OptionGroup<ColumnIs> => ({
    title,
    options: list.map((value, index) => ({
      id: `${title} ${String(index)}`,
      words: columnWords(value),
      value,
      now: sameChoice(value, now),
    })),
  });
  if (WIDE.includes(layout)) {
    const year = now.kind === 'month' || now.kind === 'quarter' ? now.year : null;
    return [
      group(EXTRACTS_ROOM.thisColumnIs, [NOTHING, { kind: 'label' }, { kind: 'total' }]),
      group(
        EXTRACTS_ROOM.theMonth,
        YEAR_MONTHS.map((month) => ({ kind: 'month', month, year })),
      ),
      group(
        EXTRACTS_ROOM.theQuarter,
        ([1, 2, 3, 4] as const).map((quarter) => ({ kind: 'quarter', quarter, year })),
      ),
      group(
        EXTRACTS_ROOM.aWholeYear,
        yearsAround(years).map((one) => ({ kind: 'year', year: one }) as ColumnIs),
      ),
      ...yearGroup(now, years, group),
    ].filter(({ options }) => options.length > 0);
  }
  const fields = (FIELDS[layout] ?? []).map((field): ColumnIs => ({ kind: 'field', field }));
  const groups = [group(EXTRACTS_ROOM.thisColumnIs, [NOTHING, ...fields])];
  if (layout === 'crosstab' || layout === 'quarter-list' || layout === 'cohort') {
    const quantities = layout === 'crosstab' ? FIGURES : [...FIGURES, 'cohort' as const, 'returned' as const];
    const kept =
      now.kind === 'figures' ? { measure: now.measure, period: now.period } : { measure: null, period: null };
    const figures = quantities.map((quantity): ColumnIs => ({ kind: 'figures', quantity, ...kept }));
    groups.push({ ...group(EXTRACTS_ROOM.aColumnOf, figures), title: EXTRACTS_ROOM.aColumnOf });
  }
  if (layout === 'entry-exit-scores') {
    const domain = now.kind === 'score' ? now.domain : heading;
    groups.push(
      group(
        EXTRACTS_ROOM.scores,
        (['entry', 'exit'] as const).map((at): ColumnIs => ({ kind: 'score', at, domain })),
      ),
    );
  }
  return groups;
}

/** The year of a month or quarter: the row's own, or one for this column. */
function yearGroup(
  now: ColumnIs,
  years: readonly string[],
  group: (title: string, list: readonly ColumnIs[]) => OptionGroup<ColumnIs>,
): OptionGroup<ColumnIs>[] {
  if (now.kind !== 'month' && now.kind !== 'quarter') return [];
  const list = [null, ...yearsAround(years)].map((year) => ({ ...now, year }) as ColumnIs);
  const made = group(EXTRACTS_ROOM.ofTheYear, list);
  return [
    {
      ...made,
      options: made.options.map((option) => ({
        ...option,
        words:
          option.value.kind === 'month' || option.value.kind === 'quarter'
            ? (option.value.year ?? EXTRACTS_ROOM.theYearEachRow)
            : option.words,
      })),
    },
  ];
}

const WIDE_ROWS: readonly RowIs[] = ['count', 'cumulative', 'target', 'change', 'gap', 'gap-target', 'left-out'];
const ROWS: Readonly<Partial<Record<Layout, readonly RowIs[]>>> = {
  'wide-months': WIDE_ROWS,
  'wide-quarters': WIDE_ROWS,
  comparison: ['figures', 'total', 'own'],
  populations: ['figures', 'own'],
  'long-table': ['figures', 'total'],
  crosstab: ['figures', 'total'],
};

/** True where the rows of a layout can be told what they are. */
export const rowsCanBeTold = (layout: Layout): boolean => ROWS[layout] !== undefined;

/** What a row may be under a layout, of which year and measure. */
export function rowOptions(
  layout: Layout,
  now: RowChoice,
  years: readonly string[],
  measures: readonly { readonly id: string; readonly words: string }[],
): OptionGroup<RowChoice>[] {
  const option = (id: string, words: string, value: RowChoice, isNow: boolean): Option<RowChoice> => ({
    id,
    words,
    value,
    now: isNow,
  });
  const kinds = (ROWS[layout] ?? []).map((is) => option(`is:${is}`, rowWords(is), { ...now, is }, is === now.is));
  const groups: OptionGroup<RowChoice>[] = [{ title: EXTRACTS_ROOM.thisRowIs, options: kinds }];
  if (!WIDE.includes(layout)) return groups;
  const ofYear = yearsAround(years).map((year) =>
    option(`year:${year}`, year, { ...now, year: year as RowChoice['year'] }, year === now.year),
  );
  const known = measures.some(({ id }) => id === now.measure) || now.measure === null;
  const listed = known ? measures : [{ id: now.measure, words: now.measure }, ...measures];
  const ofMeasure = listed.map(({ id, words }) =>
    option(`measure:${id}`, words, { ...now, measure: id }, id === now.measure),
  );
  return [
    ...groups,
    { title: EXTRACTS_ROOM.ofTheYear, options: ofYear },
    { title: EXTRACTS_ROOM.ofTheMeasure, options: ofMeasure },
  ];
}

/** The layouts a sheet can be given, as they are offered. */
export const LAYOUTS_OFFERED: readonly Layout[] = [
  'records',
  'wide-months',
  'wide-quarters',
  'comparison',
  'populations',
  'long-table',
  'quarter-list',
  'cohort',
  'crosstab',
  'entry-exit-scores',
  'survey',
  'recommendations',
  'group-members',
  'lookup',
];
