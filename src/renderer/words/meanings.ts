import type { CellMeaning } from '../../core/intake/cell-meanings.ts';
import type { ColumnIs, RowIs } from '../../core/intake/sheet-choice.ts';
import type { Quantity } from '../../core/intake/draft.ts';
import { MONTH_NAMES } from '../../core/time/month.ts';

/** What a cell means: a letter or two for the grid, and the word for the legend. */
export const MEANING_WORDS: Readonly<Record<CellMeaning, { readonly mark: string; readonly words: string }>> = {
  header: { mark: 'H', words: 'Headings' },
  label: { mark: 'L', words: 'Row labels' },
  area: { mark: 'A', words: 'Areas' },
  period: { mark: 'D', words: 'Dates and periods' },
  actual: { mark: 'F', words: 'Figures' },
  cumulative: { mark: 'Σ', words: 'Since April' },
  target: { mark: 'T', words: 'Targets' },
  annual: { mark: 'Y', words: 'Whole years' },
  change: { mark: '±', words: 'Changes' },
  rate: { mark: 'R', words: 'Rates' },
  residents: { mark: 'P', words: 'Residents' },
  score: { mark: 'S', words: 'Scores' },
  detail: { mark: 'K', words: 'Kept with each row' },
  total: { mark: '=', words: 'Totals, not counted twice' },
  note: { mark: 'N', words: 'Notes' },
  'left-out': { mark: '×', words: 'Not read' },
};

const FIELD_WORDS: Readonly<Record<string, string>> = {
  reference: 'Reference',
  day: 'Date',
  dayNumber: 'Date, as Excel’s day number',
  time: 'Time',
  offenceGroup: 'Offence group',
  offence: 'Offence',
  area: 'Area',
  ward: 'Ward',
  outcome: 'Outcome',
  ageBand: 'Age of the victim, kept as a band',
  sex: 'Sex of the victim',
  ethnicity: 'Ethnicity of the victim',
  relationship: 'Relationship, victim to offender',
  repeat: 'Repeat victim',
  offenderAgeBand: 'Age of the offender, kept as a band',
  offenderSex: 'Sex of the offender',
  offenderEthnicity: 'Ethnicity of the offender',
  flag: 'Flag',
  beat: 'Beat',
  lsoa: 'Small area (LSOA) code',
  lsoaName: 'Small area (LSOA) name',
  easting: 'Easting',
  northing: 'Northing',
  count: 'Count',
  population: 'Residents',
  rate: 'Rate',
  residents: 'Residents',
  priority: 'Priority, yes or no',
  district: 'District',
  period: 'Period',
  value: 'Figure',
  measure: 'What is counted',
  unit: 'Unit',
  client: 'Client',
  referral: 'Referred by',
  closedOn: 'Closed on',
  satisfied: 'Satisfied',
  code: 'Area code',
  group: 'Larger area',
  category: 'What is counted',
  groupName: 'Name of the group',
  from: 'Member from',
  to: 'Member until',
  own: 'Our own area, yes or no',
  source: 'Source',
  question: 'Question',
  answer: 'Answer that is counted',
  part: 'How many answered so',
  whole: 'Of how many',
  held: 'When they were asked',
  feeds: 'Measure it is a source of',
  quote: 'In their own words',
  percent: 'Percentage, not kept',
  number: 'Number',
  text: 'Recommendation or action',
  owner: 'Owner',
  due: 'Due',
  progress: 'Progress',
  status: 'Status',
};

/** What one of a record's columns is called. */
export const fieldWords = (field: string): string => FIELD_WORDS[field] ?? field;

const QUANTITY_WORDS: Readonly<Record<Quantity, string>> = {
  count: 'Figures',
  cumulative: 'Since April',
  target: 'Target',
  annual: 'Whole year',
  change: 'Change',
  gap: 'Gap since April',
  'gap-annual': 'Gap of the year',
  'gap-target': 'Target gap',
  population: 'Residents',
  rate: 'Rate',
  member: 'Member',
  cohort: 'People followed',
  returned: 'Of them returned',
};

const quantityWords = (quantity: Quantity): string => QUANTITY_WORDS[quantity];

/** What a column is, in plain words: «Date», «April 2015/16», «Not read». */
export function columnWords(is: ColumnIs): string {
  switch (is.kind) {
    case 'nothing':
      return 'Not read';
    case 'label':
      return 'Row labels';
    case 'month':
      return withYear(MONTH_NAMES[is.month - 1] ?? '', is.year);
    case 'quarter':
      return withYear(`Quarter ${String(is.quarter)}`, is.year);
    case 'year':
      return `Year ${is.year}`;
    case 'total':
      return 'Total';
    case 'field':
      return fieldWords(is.field);
    case 'figures':
      return quantityWords(is.quantity);
    case 'score':
      return `${is.at === 'entry' ? 'At entry' : 'At exit'}: ${is.domain}`;
  }
}

const withYear = (words: string, year: string | null): string => (year === null ? words : `${words} ${year}`);

const ROW_WORDS: Readonly<Record<RowIs, string>> = {
  count: 'Figures of each period',
  cumulative: 'Since April',
  target: 'Target',
  change: 'Change or percentage',
  gap: 'Gap since April',
  'gap-target': 'Target gap',
  'not-understood': 'Not understood',
  'left-out': 'Left out',
  figures: 'Figures',
  total: 'Total, not counted',
  own: 'Our own area',
};

/** What a row is, in plain words. */
export const rowWords = (is: RowIs): string => ROW_WORDS[is];

const FIELD_MEANING: Readonly<Record<string, CellMeaning>> = {
  day: 'period',
  dayNumber: 'period',
  time: 'period',
  period: 'period',
  closedOn: 'period',
  area: 'area',
  ward: 'area',
  code: 'area',
  group: 'area',
  district: 'area',
  count: 'actual',
  value: 'actual',
  population: 'residents',
  residents: 'residents',
  rate: 'rate',
  measure: 'label',
  unit: 'label',
  category: 'label',
  client: 'label',
  groupName: 'label',
  from: 'period',
  to: 'period',
  question: 'label',
  part: 'actual',
  whole: 'actual',
  held: 'period',
  text: 'label',
  number: 'label',
};

const QUANTITY_MEANING: Readonly<Partial<Record<Quantity, CellMeaning>>> = {
  cumulative: 'cumulative',
  gap: 'cumulative',
  target: 'target',
  'gap-target': 'target',
  annual: 'annual',
  'gap-annual': 'annual',
  change: 'change',
  rate: 'rate',
  population: 'residents',
};

/** The meaning whose mark and tint stand at the head of a column. */
export function columnMeaning(is: ColumnIs): CellMeaning {
  switch (is.kind) {
    case 'nothing':
      return 'left-out';
    case 'label':
      return 'label';
    case 'month':
    case 'quarter':
      return 'period';
    case 'year':
      return 'annual';
    case 'total':
      return 'total';
    case 'field':
      return FIELD_MEANING[is.field] ?? 'detail';
    case 'figures':
      return QUANTITY_MEANING[is.quantity] ?? 'actual';
    case 'score':
      return 'score';
  }
}

const ROW_MEANING: Readonly<Record<RowIs, CellMeaning>> = {
  count: 'actual',
  cumulative: 'cumulative',
  target: 'target',
  change: 'change',
  gap: 'cumulative',
  'gap-target': 'target',
  'not-understood': 'left-out',
  'left-out': 'left-out',
  figures: 'actual',
  total: 'total',
  own: 'area',
};

/** The meaning whose mark stands beside a row. */
export const rowMeaning = (is: RowIs): CellMeaning => ROW_MEANING[is];
