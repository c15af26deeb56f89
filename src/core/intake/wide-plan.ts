import type { FinancialYear } from '../time/financial-year.ts';
import { previousYear } from '../time/financial-year.ts';
import type { Warning } from './draft.ts';
import { blockName, type Grid } from './grid.ts';
import { blockAround, gridCells, saysIllustrative, textsBetween, type GridCells } from './grid-cells.ts';
import { measureAmong, wordsOfFileName } from './measure-words.ts';
import type { IntakeContext, SheetPlan } from './plan.ts';
import { readValue } from './read-value.ts';
import { yearsIn } from './read-year.ts';
import { isBlank, shownText, slugOf, tidyLabel } from './tidy-text.ts';
import { periodHeaders, type PeriodHeader } from './wide-header.ts';
import type { PeriodColumn, WideMapping, WideRow, WideTable } from './wide-mapping.ts';
import { readRowLabel } from './wide-rows.ts';
import { settleDuplicates } from './wide-settle.ts';

/** A measure sheet: months or quarters across, «Actual», «Cum», «Target» and «%» rows down. Null when it is not one. */
export function planWide(grid: Grid, context: IntakeContext): SheetPlan | null {
  const cells = gridCells(grid);
  const headers = periodHeaders(grid, cells);
  const warnings: Warning[] = [];
  const tables = headers.flatMap((header, index) => {
    const above = headers[index - 1]?.row ?? 0;
    const below = headers[index + 1]?.row ?? cells.lastRow + 1;
    const table = planTable(grid, cells, header, { above, below }, context, warnings);
    return table === null ? [] : [table];
  });
  const rows = tables.flatMap((table) => table.rows);
  const understood = rows.filter(({ meaning }) => meaning !== 'not-understood');
  if (understood.length === 0 || understood.length * 2 < rows.length) return null;
  const columns = tables.flatMap((table) => table.columns);
  const block = blockAround(
    rows.map(({ row }) => row),
    columns.map(({ column }) => column),
  );
  const months = columns.some(({ kind }) => kind === 'month');
  const measures = [...new Set(understood.map(({ measure }) => measure))];
  const mapping: WideMapping = { tables };
  return {
    sheet: grid.sheet,
    layout: months ? 'wide-months' : 'wide-quarters',
    measure: measureOfSheet(tables, measures),
    dataset: 'measure-sheet',
    says: `${months ? 'Months' : 'Quarters'} of the financial year across, one row for each kind of figure (${String(understood.length)} rows read by their labels).`,
    headerRows: tables.map(({ headerRow }) => headerRow),
    block,
    totalRows: [],
    fingerprint: tables.map((table) => fingerprintOf(cells, table)).join(' || '),
    illustrative: saysIllustrative(textsBetween(grid, 1, cells.lastRow)),
    mapping,
    warnings,
  };
}

const measureOfSheet = (tables: readonly WideTable[], measures: readonly string[]): string | null =>
  measures.length === 1 || tables.length === 1 ? (tables[0]?.rows[0]?.measure ?? null) : null;

const fingerprintOf = (cells: GridCells, table: WideTable): string =>
  table.columns.map(({ column }) => tidyLabel(shownText(cells.cell(table.headerRow, column)))).join(' | ');

/** Rows that stand between the header above and the header below this one. */
interface Surroundings {
  readonly above: number;
  readonly below: number;
}

function planTable(
  grid: Grid,
  cells: GridCells,
  header: PeriodHeader,
  { above, below }: Surroundings,
  context: IntakeContext,
  warnings: Warning[],
): WideTable | null {
  const first = Math.min(...header.columns.map(({ column }) => column));
  const region = grid.rows.filter(({ row }) => row > header.row && row < below);
  const labelOf = (row: number): { column: number; text: string } | null => {
    for (let column = first - 1; column >= 0; column--) {
      const text = cells.text(row, column);
      if (text !== '') return { column, text };
    }
    return null;
  };
  const holds = (row: number, test: (column: number) => boolean) =>
    header.columns.some(({ column }) => test(column) && row > 0);
  const readable = (row: number) =>
    holds(row, (column) => ['number', 'symbol'].includes(readValue(cells.cell(row, column)).kind));
  const lastReadable = region.findLast(({ row }) => readable(row))?.row;
  if (lastReadable === undefined) return null;
  const dataRows = region.filter(
    ({ row }) => row <= lastReadable && holds(row, (column) => !isBlank(cells.cell(row, column))),
  );
  const firstData = dataRows[0]?.row ?? lastReadable;
  const labels = dataRows.map(({ row }) => labelOf(row));
  const labelColumn = labels.find((label) => label !== null)?.column ?? Math.max(0, first - 1);
  const titles = [
    labelOf(header.row)?.text ?? '',
    ...textsBetween(grid, header.row + 1, firstData - 1),
    ...textsBetween(grid, above + 1, header.row - 1)
      .filter((text) => readValue(text).kind === 'refused')
      .toReversed(),
  ].filter((text) => text !== '');
  const title = titles[0] ?? grid.sheet;
  const measure = measureAmong([...titles, grid.sheet, wordsOfFileName(context.fileName)]) ?? slugOf(title);
  const rows = dataRows.map(({ row }, index): WideRow => {
    const text = labels[index]?.text ?? '';
    const label = readRowLabel(text);
    const named = label.measure ?? measure;
    return { row, label: tidyLabel(text), meaning: label.meaning, measure: named, year: label.years[0] ?? null };
  });
  const dated = settleYears(rows, header.columns, [...titles, grid.sheet, wordsOfFileName(context.fileName)], warnings);
  const settled = settleDuplicates(dated, header.columns, cells, warnings);
  return { title, headerRow: header.row, labelColumn, columns: header.columns, rows: settled };
}

/** Gives every row its financial year: its label's, or for targets and changes the latest year of the table. */
function settleYears(
  rows: readonly WideRow[],
  columns: readonly PeriodColumn[],
  texts: readonly string[],
  warnings: Warning[],
): WideRow[] {
  const named = rows.filter(({ meaning }) => meaning === 'count' || meaning === 'cumulative' || meaning === 'gap');
  const latest = latestOf(named.flatMap(({ year }) => year ?? [])) ?? latestOf(texts.flatMap(yearsIn));
  const right = Math.max(...columns.map(({ column }) => column));
  const left = Math.min(...columns.map(({ column }) => column));
  const hasTarget = (year: FinancialYear) => rows.some((row) => row.meaning === 'target' && row.year === year);
  return rows.map((row) => {
    if (latest === null) return row;
    if (row.meaning === 'change') return { ...row, year: latest };
    if (row.year === null)
      return { ...row, year: /\b(?:last|previous) year\b/i.test(row.label) ? previousYear(latest) : latest };
    if (row.meaning === 'target' && row.year < latest && !hasTarget(latest)) {
      warnings.push({
        check: 'year-in-label',
        cells: blockName({ top: row.row, bottom: row.row, left, right }),
        says: `«${row.label}» stands in a sheet that runs to ${latest}, which has no other target: read as the target for ${latest}.`,
      });
      return { ...row, year: latest };
    }
    return row;
  });
}

const latestOf = (years: readonly FinancialYear[]): FinancialYear | null =>
  years.reduce<FinancialYear | null>((latest, year) => (latest === null || year > latest ? year : latest), null);
