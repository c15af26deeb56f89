import type { Layout } from '../../core/intake/plan.ts';

/** How a sheet was read, in the officer's words. */
export const LAYOUT_WORDS: Readonly<Record<Layout, string>> = {
  records: 'One row for each crime or incident',
  'wide-months': 'Months across, April to March',
  'wide-quarters': 'Quarters across',
  comparison: 'Areas compared for one period',
  populations: 'Residents by area',
  cohort: 'People followed by quarter',
  'entry-exit-scores': 'Scores at entry and exit',
  'quarter-list': 'One row for each quarter',
  crosstab: 'A table counted two ways',
  'group-members': 'Members of groups of areas',
  recommendations: 'Recommendations or actions, one a row',
  survey: 'Questions of a survey, one a row',
  lookup: 'The neighbourhood or ward of each LSOA',
  'long-table': 'One row for each figure',
  notes: 'Notes only: nothing to keep',
  'left-out': 'Left out, as you say',
  'not-recognised': 'Not recognised',
};

export const layoutWords = (layout: string): string =>
  Object.hasOwn(LAYOUT_WORDS, layout) ? LAYOUT_WORDS[layout as Layout] : layout;
