import type { Month } from '../time/month.ts';
import type { RecommendationDraft } from './draft.ts';
import { cellName, type CellValue, type Grid } from './grid.ts';
import { blockAround, gridCells, saysIllustrative, textsBetween } from './grid-cells.ts';
import { findHeadedTable, type HeadedTable } from './headed-table.ts';
import type { SheetPlan, TableReading } from './plan.ts';
import { daysIn, readDay } from './read-day.ts';
import { monthFound, readMonthCell } from './read-month.ts';
import { newDrafts, readingOf, refuseCell, refuseRest } from './table-draft.ts';
import { isBlank, shownText } from './tidy-text.ts';

/** What the columns of a list of recommendations may be, by the words of their headings. */
export const RECOMMENDATION_WORDS = {
  number: /^(?:no|number|nr|#|ref|reference|item|(?:rec|recommendation|action) (?:no|number|ref))$/,
  text: /^(?:(?:key |strategic |agreed |recommended )*(?:recommendations?|actions?)|what we will do)(?: agreed)?$/,
  owner: /^(?:owner|lead|accountable|responsible|who|by whom)\b/,
  due: /^(?:due|by when|deadline|target date|timescale|complete by|completion date|when)\b/,
  status: /^(?:status|state|b?rag)\b/,
  progress: /\bprogress\b|\bupdate\b|\bcomments?\b|^notes?$/,
};
/** A list an officer keeps by hand is narrow: a wide one is somebody's database. */
const WIDEST = 12;

/** The mapping of the layout `recommendations`: columns (from 0) by what they say. */
export interface RecommendationsMapping {
  readonly number: number | null;
  readonly text: number;
  readonly owner: number | null;
  readonly due: number | null;
  readonly progress: number | null;
  readonly status: number | null;
}

/** Recommendations or agreed actions with their progress: one a row. Null when the sheet is no such list. */
export function planRecommendations(grid: Grid): SheetPlan | null {
  const table = findHeadedTable(grid, RECOMMENDATION_WORDS, ['text']);
  if (table === null) return null;
  const { owner, due, progress, status } = table.columns;
  if ([owner, due, progress, status].every((column) => column === undefined)) return null;
  const cells = gridCells(grid);
  if ((cells.row(table.headerRow)?.cells.filter((cell) => !isBlank(cell)).length ?? 0) > WIDEST) return null;
  return recommendationsPlan(grid, table);
}

/** The plan of a list of recommendations or actions with these headings; null where no column holds them. */
export function recommendationsPlan(grid: Grid, table: HeadedTable): SheetPlan | null {
  const { number, text, owner, due, progress, status } = table.columns;
  if (text === undefined) return null;
  const rows = grid.rows.filter((row) => row.row > table.headerRow && !isBlank(row.cells[text])).map(({ row }) => row);
  if (rows.length === 0) return null;
  const below = grid.rows.filter(({ row }) => row > table.headerRow);
  const mapping: RecommendationsMapping = {
    number: number ?? null,
    text,
    owner: owner ?? null,
    due: due ?? null,
    progress: progress ?? null,
    status: status ?? null,
  };
  const widest = Math.max(...below.map(({ cells: own }) => own.findLastIndex((cell) => !isBlank(cell))));
  return {
    sheet: grid.sheet,
    layout: 'recommendations',
    measure: null,
    dataset: 'recommendations',
    says: `Recommendations or actions, one a row (${String(rows.length)}), with what has become of each.`,
    headerRows: [table.headerRow],
    block: blockAround(
      below.map(({ row }) => row),
      [0, widest],
    ),
    totalRows: [],
    fingerprint: table.fingerprint,
    illustrative: saysIllustrative(textsBetween(grid, 1, table.headerRow)),
    mapping,
    warnings: [],
  };
}

/** Reads recommendations; a row without one of its own goes on with the progress of the one above it. */
export function readRecommendations(grid: Grid, plan: SheetPlan): TableReading {
  const mapping = plan.mapping as RecommendationsMapping;
  const cells = gridCells(grid);
  const drafts = newDrafts();
  const found: RecommendationDraft[] = [];
  let rowsRead = 0;
  for (let row = plan.block?.top ?? 1; row <= (plan.block?.bottom ?? 0); row++) {
    if (cells.row(row) === undefined) continue;
    rowsRead++;
    const take = (column: number | null): string | null => {
      const content = column === null ? null : cells.cell(row, column);
      if (column === null || isBlank(content)) return null;
      drafts.taken.add(cellName(row, column));
      return shownText(content);
    };
    const text = isBlank(cells.cell(row, mapping.text)) ? null : take(mapping.text);
    const last = found.at(-1);
    if (text !== null) {
      const [, leading, rest] = /^(\d{1,3})\s*[.)]\s+(.+)$/.exec(text) ?? [];
      const number = take(mapping.number);
      const due = mapping.due === null ? null : dayDue(cells.cell(row, mapping.due));
      const dueWords = take(mapping.due);
      found.push({
        number: number ?? leading ?? null,
        text: number === null ? (rest ?? text) : text,
        owner: take(mapping.owner),
        due,
        dueWords: due === null ? dueWords : null,
        progress: take(mapping.progress),
        status: take(mapping.status),
        cell: cellName(row, mapping.text),
      });
    } else if (last !== undefined) {
      const more = take(mapping.progress);
      const joined = [last.progress, more].filter((part) => part !== null).join(' ');
      if (more !== null) found[found.length - 1] = { ...last, progress: joined };
    } else {
      const first = mapping.progress ?? mapping.text;
      if (!isBlank(cells.cell(row, first)))
        refuseCell(cellName(row, first), shownText(cells.cell(row, first)), NO_TEXT, drafts);
    }
  }
  refuseRest(plan.block, cells, drafts, plan.headerRows, (_, column) =>
    Object.values(mapping).includes(column) ? NO_TEXT : 'its heading is not one this layout reads',
  );
  return { ...readingOf(drafts, rowsRead, null), recommendations: found };
}

const NO_TEXT = 'no recommendation or action stands beside it';

/** The day a cell names; of a month alone its last day; null where it names none. */
function dayDue(content: CellValue): string | null {
  if (content !== null && typeof content === 'object' && content.kind === 'day' && !content.monthOnly)
    return content.day;
  const text = shownText(content);
  const day = typeof content === 'string' ? readDay(text) : null;
  if (day !== null) return day.day;
  const month = monthFound(readMonthCell(content));
  return month === null ? null : lastDayOf(month);
}

const lastDayOf = (month: Month): string =>
  `${month}-${String(daysIn(Number(month.slice(0, 4)), Number(month.slice(5))))}`;
