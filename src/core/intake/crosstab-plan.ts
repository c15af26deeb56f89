import { monthOfDay } from '../time/month.ts';
import type { Period } from '../time/period.ts';
import { areaKey, areasByKey, isOwnCity } from './area-names.ts';
import { areaColumns, PLACE, rowAreas, type AreaColumns } from './crosstab-areas.ts';
import {
  areHeadingNumbers,
  crosstabColumn,
  lacksYear,
  measureOf,
  tiersOver,
  type CrosstabColumn,
} from './crosstab-headings.ts';
import { censusColumn, datingColumn, isCensusTable, periodOfYear, withoutColumn } from './dating-column.ts';
import type { Block, CellValue, Grid, Row } from './grid.ts';
import { blockAround, gridCells, saysIllustrative, textsBetween } from './grid-cells.ts';
import { wordsOfFileName } from './measure-words.ts';
import type { IntakeContext, SheetPlan } from './plan.ts';
import { findPeriod } from './read-period.ts';
import { readValue } from './read-value.ts';
import { yearsIn } from './read-year.ts';
import { isBlank, slugOf, tidyLabel } from './tidy-text.ts';
import { periodColumn } from './wide-header.ts';

/** One table of a sheet: its block, and what its rows and columns are. */
export interface CrosstabTable {
  readonly title: string;
  readonly headerRows: readonly number[];
  readonly block: Block;
  readonly totalRows: readonly number[];
  readonly areas: AreaColumns;
  readonly columns: readonly CrosstabColumn[];
  /** The title's period, for columns whose heading names none. */
  readonly period: Period | null;
  /** Rows the officer calls totals, and columns the officer leaves out; absent when there are none. */
  readonly summaryRows?: readonly number[];
  readonly leftOut?: readonly number[];
}

/** The mapping of the layout `crosstab`: one or several tables, one under another. */
export interface CrosstabMapping {
  readonly tables: readonly CrosstabTable[];
}

interface Body {
  readonly rows: readonly Row[];
  readonly firstValue: number;
  readonly headerRows: readonly number[];
}

/** Areas down, offences or periods across, headings in one or several tiers. Null when the sheet is not such a table. */
export function planCrosstab(grid: Grid, context: IntakeContext): SheetPlan | null {
  const dating = datingColumn(grid);
  const undated = dating === null ? grid : withoutColumn(grid, dating.column);
  return crosstabPlan(
    grid,
    segmentsOf(undated).flatMap((segment) => planTable(segment, context, dating?.year ?? null) ?? []),
  );
}

/** The plan of a sheet that holds these cross tables; null where there are none. */
export function crosstabPlan(grid: Grid, tables: readonly CrosstabTable[]): SheetPlan | null {
  const [first] = tables;
  if (first === undefined) return null;
  const measures = new Set(
    tables.flatMap(({ columns, areas, title }) =>
      columns.map(({ subject, quantity, measure }) =>
        areas.categories.length > 0 ? null : (measure ?? measureOf(subject, quantity, title)),
      ),
    ),
  );
  const [measure = null] = measures;
  const mapping: CrosstabMapping = { tables };
  const rows = tables.flatMap(({ block }) => [block.top, block.bottom]);
  const columns = tables.flatMap(({ block }) => [block.left, block.right]);
  const totals = tables.flatMap(({ totalRows }) => totalRows);
  const down = tables.reduce((sum, { block }) => sum + block.bottom - block.top + 1, 0);
  return {
    sheet: grid.sheet,
    layout: 'crosstab',
    measure: measures.size === 1 ? measure : null,
    dataset: `area-tables/${slugOf(first.title).slice(0, 60)}`,
    says: `${tables.length === 1 ? 'Areas' : `${String(tables.length)} tables of areas`} down (${String(down)} rows, ${String(totals.length)} of them totals), ${String(first.columns.length)} columns of figures across.`,
    headerRows: tables.flatMap(({ headerRows }) => headerRows),
    block: blockAround(rows, columns),
    totalRows: totals,
    fingerprint: tables.map((table) => table.columns.map(({ heading }) => heading).join(' | ')).join(' || '),
    illustrative: saysIllustrative(tables.map(({ title }) => title)),
    mapping,
    warnings: [],
  };
}

/** Several tables one under another are cut apart where a row of headings follows a row of figures. */
function segmentsOf(grid: Grid): Grid[] {
  const body = findBody(grid);
  const [top] = body?.rows ?? [];
  if (body === null || top === undefined) return [];
  const figures = new Set(body.rows);
  const cuts: number[] = [];
  let last = top.row;
  for (const row of grid.rows.filter((own) => own.row > top.row)) {
    if (figures.has(row)) last = row.row;
    else if (last > (cuts.at(-1) ?? 0) && isHeading(row, body.firstValue)) cuts.push(last);
  }
  return [0, ...cuts].map((cut, index) => ({
    ...grid,
    rows: grid.rows.filter(({ row }) => row > cut && row <= (cuts[index] ?? Infinity)),
  }));
}

/** Several texts over the columns of figures; a mark or two beside figures is no heading. */
const isHeading = (row: Row, firstValue: number): boolean =>
  row.cells.filter((cell, column) => column >= firstValue && typeof cell === 'string' && /[a-z]{3}|\d\/\d/i.test(cell))
    .length >= 2;

function planTable(grid: Grid, context: IntakeContext, datedYear: number | null): CrosstabTable | null {
  const cells = gridCells(grid);
  const body = findBody(grid);
  if (body === null) return null;
  const { rows, firstValue, headerRows } = body;
  const lowest = headerRows.at(-1) ?? 0;
  const headings = Array.from({ length: firstValue }, (_, column) =>
    tidyLabel(tiersOver(grid, cells, [lowest], column)[0] ?? ''),
  );
  const areas = areaColumns(headings, rows, firstValue);
  if (areas === null) return null;
  const titles = textsBetween(grid, 1, (headerRows[0] ?? 1) - 1).filter((text) => !/^[*^†‡]/.test(text));
  const title = titles[0] ?? wordsOfFileName(context.fileName);
  const texts = [...titles, grid.sheet, wordsOfFileName(context.fileName)];
  const years = [...new Set(texts.flatMap(yearsIn))];
  const isDated = (column: number): boolean => namesPeriod(cells.cell(lowest, column), column);
  const headed = valueColumns(rows, firstValue, isDated)
    .map((column) =>
      crosstabColumn(
        column,
        tiersOver(grid, cells, headerRows, column),
        title,
        years.length === 1 ? (years[0] ?? null) : null,
      ),
    )
    .filter(({ heading }) => heading !== '' && !/^(?:fid|objectid|id)$/i.test(heading));
  // Where most columns have a period of their own, one without is their total.
  const dated = headed.filter(({ period }) => period !== null);
  const found = dated.length * 2 > headed.length && dated.length >= 3 ? dated : headed;
  const census = datedYear !== null && isCensusTable(found);
  const columns = census ? found.map(censusColumn) : found;
  if (columns.some(lacksYear)) return null;
  const period = datedYear === null ? monthsOf(texts) : periodOfYear(datedYear, census);
  const told = columns.filter((column) => column.period !== null || period !== null);
  if (columns.length === 0 || told.length * 2 < columns.length) return null;
  const areaOf = rowAreas(areas, title);
  if (rows.length < FEW && !(dated.length >= 2 && rows.every((row) => isPlace(areaOf(row)?.name, areas, context))))
    return null;
  const block = blockAround(
    rows.map(({ row }) => row),
    columns.map(({ column }) => column),
  );
  if (block === null) return null;
  const totalRows = rows.filter((row) => areaOf(row)?.total === true).map(({ row }) => row);
  return { title, headerRows, block, totalRows, areas, columns, period };
}

/** Fewer rows than this are a table only where periods stand across, and areas down beyond doubt. */
const FEW = 3;

/** True for a row of an area: the heading says so, or the area is known. */
const isPlace = (name: string | undefined, { nameHeading }: AreaColumns, { areas, city }: IntakeContext): boolean =>
  name !== undefined &&
  name !== '' &&
  (PLACE.test(nameHeading) || isOwnCity(name, city) || areasByKey(areas).has(areaKey(name)));

function monthsOf(texts: readonly string[]): Period | null {
  for (const text of texts) {
    const span = findPeriod(text);
    const from = span === null ? null : monthOfDay(span.from);
    const to = span === null ? null : monthOfDay(span.to);
    if (from !== null && to !== null) return { from, to };
  }
  return null;
}

const isFigure = (row: Row, column: number): boolean => {
  const cell = row.cells[column];
  const { kind } = readValue(cell);
  // An error of the workbook («#N/A») stands where a figure would.
  const isBroken = typeof cell === 'object' && (cell?.kind === 'error' || cell?.kind === 'no-result');
  return kind === 'number' || kind === 'symbol' || isBroken;
};

const figuresIn = (row: Row): number[] => row.cells.flatMap((_, column) => (isFigure(row, column) ? [column] : []));

/** The rows of figures and the heading rows above them. */
function findBody(grid: Grid): Body | null {
  const figures = new Map(grid.rows.map((row) => [row, figuresIn(row)]));
  const width = Math.max(0, ...[...figures.values()].map((columns) => columns.length));
  const isBody = (row: Row) => {
    const columns = figures.get(row) ?? [];
    const [first] = columns;
    if (first === undefined || columns.length * 5 < width * 2) return false;
    const numbers = columns.flatMap((column) => {
      const found = readValue(row.cells[column]);
      return found.kind === 'number' ? [found.value] : [];
    });
    return (
      row.cells.slice(0, first + 1).some((cell) => typeof cell === 'string' && readValue(cell).kind === 'refused') &&
      !areHeadingNumbers(numbers)
    );
  };
  const rows = grid.rows.filter(isBody);
  const [top] = rows;
  if (top === undefined) return null;
  const firstValue = firstValueColumn(rows);
  if (firstValue === null) return null;
  const headerRows: number[] = [];
  for (const row of grid.rows.filter(({ row: at }) => at < top.row).toReversed()) {
    if (headerRows.length >= 6 || !row.cells.some((cell, column) => column >= firstValue && !isBlank(cell))) break;
    headerRows.unshift(row.row);
  }
  return headerRows.length === 0 ? null : { rows, firstValue, headerRows };
}

/** The first column mostly of figures that has a column mostly of words to its left. */
function firstValueColumn(rows: readonly Row[]): number | null {
  const sample = rows.slice(0, 400);
  const widest = Math.max(...sample.map(({ cells }) => cells.length));
  let words = false;
  for (let column = 0; column < widest; column++) {
    const filled = sample.filter(({ cells }) => !isBlank(cells[column]));
    const figures = filled.filter((row) => isFigure(row, column)).length;
    if (words && figures * 2 > sample.length) return column;
    if (filled.length > 0 && figures * 2 < filled.length && filled.length * 2 > sample.length) words = true;
  }
  return null;
}

const namesPeriod = (cell: CellValue, column: number): boolean => {
  const kind = cell === null ? undefined : periodColumn(cell, column)?.kind;
  return kind !== undefined && kind !== 'total';
};

/** Columns that hold figures or are headed by a period; columns of marks beside them («R», «*↑») are not among them. */
function valueColumns(rows: readonly Row[], firstValue: number, isDated: (column: number) => boolean): number[] {
  const widest = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  return Array.from({ length: Math.max(0, widest - firstValue) }, (_, index) => firstValue + index).filter((column) => {
    let numbers = 0;
    let others = 0;
    for (const row of rows) {
      const found = readValue(row.cells[column]);
      const mark = found.kind === 'refused' || (found.kind === 'symbol' && found.symbol.meaning === 'suppressed');
      if (mark) others++;
      else if (found.kind !== 'blank') numbers++;
    }
    return numbers > others || (numbers + others > 0 && isDated(column));
  });
}
