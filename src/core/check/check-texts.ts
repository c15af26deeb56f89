import type { Warning } from '../intake/draft.ts';
import type { Grid } from '../intake/grid.ts';
import type { Layout } from '../intake/plan.ts';
import { checkFootnotes } from './footnotes.ts';
import { checkWeekdays } from './weekdays.ts';

/** What the words of a sheet get wrong by themselves: weekdays anywhere, footnote marks on a measure sheet. */
export const checkTexts = (grid: Grid, layout: Layout): Warning[] => [
  ...checkWeekdays(grid),
  ...(layout === 'wide-months' || layout === 'wide-quarters' ? checkFootnotes(grid) : []),
];
