import { checkTexts } from '../check/check-texts.ts';
import { readComparison } from './comparison.ts';
import { readCrosstab } from './crosstab.ts';
import { readEntryExit } from './entry-exit.ts';
import { readLongTable } from './long-table.ts';
import { readLookup } from './lookup.ts';
import { withOneName } from './one-name.ts';
import { readGroupMembers } from './group-members.ts';
import { readPeriodList } from './period-list.ts';
import type { ReadTable, TableReading } from './plan.ts';
import { readPopulations } from './populations.ts';
import { readRecommendations } from './recommendations.ts';
import { readSurvey } from './survey.ts';
import { readWide } from './read-wide.ts';

const NOTHING: TableReading = {
  rowsRead: 0,
  observations: [],
  scores: [],
  priorityAreas: [],
  refusals: [],
  warnings: [],
  covers: null,
};

/**
 * Reads a small sheet by its plan: every filled cell of the block becomes an observation, a score or a refusal. Records
 * are read row by row by `makeRecordReader` instead; notes and unknown sheets give nothing. Warnings of the plan itself
 * are not repeated. Every area comes out under its one name.
 */
export const readTable: ReadTable = (grid, plan, context) => {
  const reading = withOneName(readLayout(grid, plan, context), context);
  const told = checkTexts(grid, plan.layout);
  return told.length === 0 ? reading : { ...reading, warnings: [...reading.warnings, ...told] };
};

const readLayout: ReadTable = (grid, plan, context) => {
  switch (plan.layout) {
    case 'wide-months':
    case 'wide-quarters':
      return readWide(grid, plan);
    case 'comparison':
      return readComparison(grid, plan);
    case 'populations':
      return readPopulations(grid, plan, context);
    case 'quarter-list':
    case 'cohort':
      return readPeriodList(grid, plan);
    case 'entry-exit-scores':
      return readEntryExit(grid, plan);
    case 'crosstab':
      return readCrosstab(grid, plan, context);
    case 'long-table':
      return readLongTable(grid, plan, context);
    case 'group-members':
      return readGroupMembers(grid, plan, context);
    case 'recommendations':
      return readRecommendations(grid, plan);
    case 'survey':
      return readSurvey(grid, plan);
    case 'lookup':
      return readLookup(grid, plan);
    case 'records':
    case 'notes':
    case 'left-out':
    case 'not-recognised':
      return NOTHING;
  }
};
