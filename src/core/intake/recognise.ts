import { planComparison } from './comparison.ts';
import { planCrosstab } from './crosstab-plan.ts';
import { planEntryExit } from './entry-exit.ts';
import type { Grid } from './grid.ts';
import { blockAround, filledColumns, saysIllustrative } from './grid-cells.ts';
import { planLongTable } from './long-table.ts';
import { planLookup } from './lookup.ts';
import { planGroupMembers } from './group-members.ts';
import { planPeriodList } from './period-list.ts';
import type { Recognise, SheetPlan } from './plan.ts';
import { planPopulations } from './populations.ts';
import { planRecommendations } from './recommendations.ts';
import { planSurvey } from './survey.ts';
import { planRecords } from './records-plan.ts';
import { textOf } from './tidy-text.ts';
import { whyUnfit } from './why-unfit.ts';
import { planWide } from './wide-plan.ts';

/** Tried in this order: the layouts with the most telling headings first. */
const LAYOUTS: readonly ((grid: Grid, context: Parameters<Recognise>[1]) => SheetPlan | null)[] = [
  planGroupMembers,
  planEntryExit,
  planSurvey,
  planWide,
  planLongTable,
  planComparison,
  planPopulations,
  planPeriodList,
  planRecords,
  planLookup,
  planRecommendations,
  planCrosstab,
];

/** Tells what a sheet is by reading it: its headings, labels and titles, the file's name only as a last resort. */
export const recognise: Recognise = (grid, context) => {
  for (const plan of LAYOUTS) {
    const found = plan(grid, context);
    if (found !== null) return found;
  }
  return withoutLayout(grid);
};

function withoutLayout(grid: Grid): SheetPlan {
  const texts = grid.rows.flatMap(({ cells }) => cells.map(textOf)).filter((text) => text !== '');
  const columns = new Set(grid.rows.flatMap(filledColumns));
  // Notes may be numbered in their first column.
  const onlyWords = grid.rows.every(({ cells }) =>
    cells.every(
      (cell, column) =>
        cell === null ||
        typeof cell === 'string' ||
        typeof cell === 'boolean' ||
        (column === 0 && typeof cell === 'number'),
    ),
  );
  const notes = onlyWords && columns.size <= 2 + (texts.some((text) => text.length > 120) ? 2 : 0);
  return {
    sheet: grid.sheet,
    layout: notes ? 'notes' : 'not-recognised',
    measure: null,
    dataset: notes ? 'notes' : 'not-recognised',
    says: notes
      ? whatNotes(texts)
      : `This sheet fits none of the layouts this workbench reads, so nothing is taken from it: ${whyUnfit(grid)}.`,
    headerRows: [],
    block: notes
      ? null
      : blockAround(
          grid.rows.map(({ row }) => row),
          [...columns],
        ),
    totalRows: [],
    fingerprint: '',
    illustrative: saysIllustrative(texts),
    mapping: null,
    warnings: [],
  };
}

const whatNotes = (texts: readonly string[]): string =>
  texts.length === 0 ? 'An empty sheet.' : `Words only (${String(texts.length)} lines): shown, nothing to keep.`;
