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
import {
  NO_CHOICE,
  type ColumnChoice,
  type RowChoice,
  type RowIs,
  type SheetChoice,
  type TableChoice,
} from './sheet-choice.ts';
import { periodColumn, periodHeaders, type PeriodHeader } from './wide-header.ts';
import type { PeriodColumn, RowMeaning, WideMapping, WideRow, WideTable } from './wide-mapping.ts';
import { readRowLabel } from './wide-rows.ts';
import { settleDuplicates } from './wide-settle.ts';

/** A measure sheet: months or quarters across, «Actual», «Cum», «Target» and «%» rows down. Null when it is not one. */
export function planWide(grid: Grid, context: IntakeContext): SheetPlan | null {
  const plan = widePlan(grid, context, NO_CHOICE);
  const rows = ((plan?.mapping as WideMapping | undefined)?.tables ?? []).flatMap((table) => table.rows);
  const understood = rows.filter(({ meaning }) => meaning !== 'not-understood').length;
  return understood === 0 || understood * 2 < rows.length ? null : plan;
}

/** The plan of a measure sheet with the officer's choice; null where no row of periods is found or chosen. */
export function widePlan(grid: Grid, context: IntakeContext, choice: SheetChoice): SheetPlan | null {
  const cells = gridCells(grid);
  const { headers, bounds } = headersOf(grid, cells, choice.tables);
  const warnings: Warning[] = [];
  const tables = headers.flatMap((header) => {
    const above = bounds.findLast((row) => row < header.row) ?? 0;
    const below = bounds.find((row) => row > header.row) ?? cells.lastRow + 1;
    const chosen = choice.tables.find(({ headerRow }) => headerRow === header.row);
    const decided = { columns: chosen?.columns ?? [], rows: chosen?.rows ?? [], measure: choice.measure };
    const table = planTable(grid, cells, header, { above, below }, decided, context, warnings);
    return table === null ? [] : [table];
  });
  if (tables.length === 0) return null;
  const rows = tables.flatMap((table) => table.rows);
  const understood = rows.filter(({ meaning }) => meaning !== 'not-understood' && meaning !== 'left-out');
  const columns = tables.flatMap((table) => table.columns);
  const block = blockAround(
    rows.map(({ row }) => row),
    [...columns.map(({ column }) => column), ...tables.flatMap(({ leftOut }) => leftOut ?? [])],
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

/** The header rows to read, and all rows that bound a table from above or below. */
function headersOf(
  grid: Grid,
  cells: GridCells,
  chosen: readonly TableChoice[],
): { headers: readonly PeriodHeader[]; bounds: readonly number[] } {
  const found = periodHeaders(grid, cells);
  const foundRows = found.map(({ row }) => row);
  if (chosen.length === 0) return { headers: found, bounds: foundRows };
  const rows = chosen.map(({ headerRow }) => headerRow).toSorted((a, b) => a - b);
  const headers = rows.map((row) => found.find((one) => one.row === row) ?? headerAt(cells, row));
  // A header row the officer moved is no bound where it stood before.
  return { headers, bounds: rows.every((row) => foundRows.includes(row)) ? foundRows : rows };
}

const headerAt = (cells: GridCells, row: number): PeriodHeader => ({
  row,
  columns: (cells.row(row)?.cells ?? []).flatMap((cell, column) => periodColumn(cell, column) ?? []),
});

const measureOfSheet = (tables: readonly WideTable[], measures: readonly string[]): string | null =>
  measures.length === 1 || tables.length === 1 ? (tables[0]?.rows[0]?.measure ?? null) : null;

const fingerprintOf = (cells: GridCells, table: WideTable): string =>
  table.columns.map(({ column }) => tidyLabel(shownText(cells.cell(table.headerRow, column)))).join(' | ');

/** Rows that stand between the header above and the header below this one. */
interface Surroundings {
  readonly above: number;
  readonly below: number;
}

/** What the officer decided of one table. */
interface Decided {
  readonly columns: readonly ColumnChoice[];
  readonly rows: readonly RowChoice[];
  readonly measure: string | null;
}

/** The columns of periods: as found, but where the officer says otherwise. */
function decidedColumns(found: readonly PeriodColumn[], chosen: readonly ColumnChoice[]): PeriodColumn[] {
  const byColumn = new Map(found.map((one) => [one.column, one]));
  for (const { column, is } of chosen) {
    if (is.kind === 'month' || is.kind === 'quarter' || is.kind === 'year' || is.kind === 'total')
      byColumn.set(column, { column, ...is });
    else byColumn.delete(column);
  }
  return [...byColumn.values()].toSorted((a, b) => a.column - b.column);
}

function planTable(
  grid: Grid,
  cells: GridCells,
  header: PeriodHeader,
  { above, below }: Surroundings,
  decided: Decided,
  context: IntakeContext,
  warnings: Warning[],
): WideTable | null {
  const columns = decidedColumns(header.columns, decided.columns);
  const leftOut = decided.columns.flatMap(({ column, is }) =>
    is.kind === 'nothing' && header.columns.some((one) => one.column === column) ? [column] : [],
  );
  if (columns.length === 0) return null;
  const chosenLabel = decided.columns.find(({ is }) => is.kind === 'label')?.column;
  const first = Math.min(...columns.map(({ column }) => column), ...leftOut);
  const region = grid.rows.filter(({ row }) => row > header.row && row < below);
  const nearest = (row: number): { column: number; text: string } | null => {
    for (let column = first - 1; column >= 0; column--) {
      const text = cells.text(row, column);
      if (text !== '') return { column, text };
    }
    return null;
  };
  const holds = (row: number, test: (column: number) => boolean) =>
    columns.some(({ column }) => test(column) && row > 0);
  const readable = (row: number) =>
    holds(row, (column) => ['number', 'symbol'].includes(readValue(cells.cell(row, column)).kind));
  const lastReadable = region.findLast(({ row }) => readable(row))?.row;
  if (lastReadable === undefined) return null;
  const dataRows = region.filter(
    ({ row }) => row <= lastReadable && holds(row, (column) => !isBlank(cells.cell(row, column))),
  );
  const firstData = dataRows[0]?.row ?? lastReadable;
  const found = dataRows.map(({ row }) => nearest(row));
  const labelColumn = found.find((label) => label !== null)?.column ?? Math.max(0, first - 1);
  const moved = chosenLabel !== undefined && chosenLabel !== labelColumn;
  const labels = moved
    ? dataRows.map(({ row }) => ({ column: chosenLabel, text: shownText(cells.cell(row, chosenLabel)) }))
    : found;
  const titles = [
    nearest(header.row)?.text ?? '',
    ...textsBetween(grid, header.row + 1, firstData - 1),
    ...textsBetween(grid, above + 1, header.row - 1)
      .filter((text) => readValue(text).kind === 'refused')
      .toReversed(),
  ].filter((text) => text !== '');
  const title = titles[0] ?? grid.sheet;
  const named = measureAmong([...titles, grid.sheet, wordsOfFileName(context.fileName)]) ?? slugOf(title);
  const measure = decided.measure ?? named;
  const rows = dataRows.map(({ row }, index): WideRow => {
    const text = labels[index]?.text ?? '';
    const label = readRowLabel(text);
    const own = label.measure ?? measure;
    return { row, label: tidyLabel(text), meaning: label.meaning, measure: own, year: label.years[0] ?? null };
  });
  const noted: Warning[] = [];
  const dated = settleYears(rows, columns, [...titles, grid.sheet, wordsOfFileName(context.fileName)], noted);
  const settled = settleDuplicates(dated, columns, cells, noted);
  const decidedNow = decidedRows(settled, decided.rows);
  const changed = new Set(decidedNow.filter((row, index) => row !== settled[index]).map(({ row }) => row));
  warnings.push(...noted.filter(({ cells: where }) => !changed.has(Number(/\d+/.exec(where)?.[0]))));
  const table = {
    title,
    headerRow: header.row,
    labelColumn: moved ? chosenLabel : labelColumn,
    columns,
    rows: decidedNow,
  };
  return leftOut.length === 0 ? table : { ...table, leftOut };
}

/** The rows as found, but where the officer says otherwise. */
function decidedRows(found: readonly WideRow[], chosen: readonly RowChoice[]): WideRow[] {
  return found.map((row) => {
    const said = chosen.find((one) => one.row === row.row);
    if (said === undefined || !isMeaning(said.is)) return row;
    const measure = said.measure ?? row.measure;
    const year = said.year ?? row.year;
    return said.is === row.meaning && year === row.year && measure === row.measure
      ? row
      : { ...row, meaning: said.is, year, measure };
  });
}

const isMeaning = (is: RowIs): is is RowMeaning => is !== 'figures' && is !== 'total' && is !== 'own';

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
        found: row.year,
        expected: latest,
      });
      return { ...row, year: latest };
    }
    return row;
  });
}

const latestOf = (years: readonly FinancialYear[]): FinancialYear | null =>
  years.reduce<FinancialYear | null>((latest, year) => (latest === null || year > latest ? year : latest), null);
