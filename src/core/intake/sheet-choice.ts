import type { FinancialYear } from '../time/financial-year.ts';
import type { Period } from '../time/period.ts';
import type { Quantity } from './draft.ts';
import type { Layout } from './plan.ts';
import type { RowMeaning } from './wide-mapping.ts';

/** What the officer says a column is. `nothing`: it is not read. */
export type ColumnIs =
  | { readonly kind: 'nothing' }
  /** The column of row labels of a sheet of months or quarters. */
  | { readonly kind: 'label' }
  | { readonly kind: 'month'; readonly month: number; readonly year: FinancialYear | null }
  | { readonly kind: 'quarter'; readonly quarter: 1 | 2 | 3 | 4; readonly year: FinancialYear | null }
  | { readonly kind: 'year'; readonly year: FinancialYear }
  | { readonly kind: 'total' }
  /** What a column says of its row: the date, the area, the count, … by the layout's own words. */
  | { readonly kind: 'field'; readonly field: string }
  /** A column of figures. `measure` null: by its heading and title; `period` null: the title's or the row's. */
  | {
      readonly kind: 'figures';
      readonly quantity: Quantity;
      readonly measure: string | null;
      readonly period: Period | null;
    }
  | { readonly kind: 'score'; readonly at: 'entry' | 'exit'; readonly domain: string };

export interface ColumnChoice {
  readonly column: number;
  /** The heading it stood under, by which it is found again next month. */
  readonly heading: string;
  readonly is: ColumnIs;
  /** Why a column about people is kept all the same; without it such a column is left out. */
  readonly reason?: string | undefined;
}

/** What a row is: a kind of figure in a sheet of months; elsewhere a row of figures, a total, or the own area's row. */
export type RowIs = RowMeaning | 'figures' | 'total' | 'own';

export interface RowChoice {
  readonly row: number;
  /** The label it stood under, by which it is found again next month. */
  readonly label: string;
  readonly is: RowIs;
  /** In a sheet of months or quarters: the financial year and the measure of the row; null: as found. */
  readonly year: FinancialYear | null;
  readonly measure: string | null;
}

/** One table of a sheet, known by its header row. Columns and rows that are not named are as the workbench sees them. */
export interface TableChoice {
  readonly headerRow: number;
  readonly columns: readonly ColumnChoice[];
  readonly rows: readonly RowChoice[];
}

/** What the officer decides of a sheet. `null`, and a table or column that is not named: as the workbench sees it. */
export interface SheetChoice {
  readonly leaveOut: boolean;
  readonly layout: Layout | null;
  readonly measure: string | null;
  /** The period of a comparison or of residents, where the sheet itself does not say. */
  readonly period: Period | null;
  /** Empty: the tables the workbench finds. Otherwise exactly these. */
  readonly tables: readonly TableChoice[];
}

/** The choice that leaves everything to the workbench. */
export const NO_CHOICE: SheetChoice = { leaveOut: false, layout: null, measure: null, period: null, tables: [] };

/** The layouts an officer may give a sheet, and what its columns may then be, in the order they are offered. */
export const FIELDS: Readonly<Partial<Record<Layout, readonly string[]>>> = {
  records: [
    'reference',
    'day',
    'dayNumber',
    'time',
    'offenceGroup',
    'offence',
    'area',
    'ward',
    'outcome',
    'ageBand',
    'sex',
    'ethnicity',
    'relationship',
    'repeat',
    'offenderAgeBand',
    'offenderSex',
    'offenderEthnicity',
    'flag',
    'beat',
    'lsoa',
    'lsoaName',
    'easting',
    'northing',
    'count',
  ],
  comparison: ['area', 'count', 'population', 'rate'],
  populations: ['area', 'residents', 'priority', 'district'],
  'long-table': ['period', 'value', 'measure', 'unit', 'area'],
  'quarter-list': ['period'],
  cohort: ['period'],
  'entry-exit-scores': ['client', 'referral', 'closedOn', 'satisfied'],
  crosstab: ['area', 'code', 'group', 'district', 'category'],
  lookup: ['lsoa', 'lsoaName', 'area', 'ward'],
  'group-members': ['groupName', 'area', 'from', 'to', 'own', 'source'],
  survey: ['question', 'answer', 'part', 'whole', 'held', 'feeds', 'source', 'quote', 'percent'],
  recommendations: ['number', 'text', 'owner', 'due', 'progress', 'status'],
};

/** Two choices that say the same. */
export const sameChoice = (a: unknown, b: unknown): boolean =>
  JSON.stringify(ordered(a)) === JSON.stringify(ordered(b));

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, held]) => [key, ordered(held)]),
  );
}
