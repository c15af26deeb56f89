import { monthOfDay, type Month } from '../time/month.ts';
import type { Period } from '../time/period.ts';
import { isOwnCity } from './area-names.ts';
import { areaColumns, rowAreas, type AreaColumns, type RowArea } from './crosstab-areas.ts';
import {
  areHeadingNumbers,
  crosstabColumn,
  isPart,
  lacksYear,
  measureOf,
  tiersOver,
  type CrosstabColumn,
} from './crosstab-headings.ts';
import { cellName, type Grid, type Row } from './grid.ts';
import { blockAround, gridCells, saysIllustrative, textsBetween, type GridCells } from './grid-cells.ts';
import { isSummaryLabel } from './headed-table.ts';
import { measureIn, wordsOfFileName } from './measure-words.ts';
import type { IntakeContext, SheetPlan, TableReading } from './plan.ts';
import { findPeriod } from './read-period.ts';
import { readValue } from './read-value.ts';
import { yearsIn } from './read-year.ts';
import { newDrafts, readingOf, refuseRest, takeFound, type Drafts } from './table-draft.ts';
import { isBlank, shownText, slugOf, tidyLabel } from './tidy-text.ts';

/** The mapping of the layout `crosstab`. */
export interface CrosstabMapping {
  readonly title: string;
  readonly areas: AreaColumns;
  readonly columns: readonly CrosstabColumn[];
  /** The title's period, for columns whose heading names none. */
  readonly period: Period | null;
}

interface Body {
  readonly rows: readonly Row[];
  readonly firstValue: number;
  readonly headerRows: readonly number[];
}

/** Areas down, offences or periods across, headings in one or several tiers. Null when the sheet is not such a table. */
export function planCrosstab(grid: Grid, context: IntakeContext): SheetPlan | null {
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
  const titles = textsBetween(grid, 1, (headerRows[0] ?? 1) - 1);
  const title = titles[0] ?? wordsOfFileName(context.fileName);
  const texts = [...titles, grid.sheet, wordsOfFileName(context.fileName)];
  const years = [...new Set(texts.flatMap(yearsIn))];
  const headed = valueColumns(rows, firstValue)
    .map((column) =>
      crosstabColumn(
        column,
        tiersOver(grid, cells, headerRows, column),
        title,
        years.length === 1 ? (years[0] ?? null) : null,
      ),
    )
    .filter(({ heading }) => heading !== '' && !/^(?:fid|objectid|id)$/i.test(heading));
  // Beside months or quarters, a column without a period of its own is their total.
  const parts = headed.filter(isPart);
  const columns = parts.length * 2 > headed.length ? parts : headed;
  if (columns.some(lacksYear)) return null;
  const period = monthsOf(texts);
  const dated = columns.filter((column) => column.period !== null || period !== null);
  if (columns.length === 0 || dated.length * 2 < columns.length) return null;
  const areaOf = rowAreas(areas, title);
  const totals = rows.filter((row) => areaOf(row)?.total === true).map(({ row }) => row);
  const measures = new Set(columns.map(({ subject, quantity }) => measureOf(subject, quantity, title)));
  const [measure] = measures;
  const mapping: CrosstabMapping = { title, areas, columns, period };
  return {
    sheet: grid.sheet,
    layout: 'crosstab',
    measure: measures.size === 1 && areas.categories.length === 0 && measure !== undefined ? measure : null,
    dataset: `area-tables/${slugOf(title).slice(0, 60)}`,
    says: `Areas down (${String(rows.length)} rows, ${String(totals.length)} of them totals), ${String(columns.length)} columns of figures across.`,
    headerRows,
    block: blockAround(
      rows.map(({ row }) => row),
      columns.map(({ column }) => column),
    ),
    totalRows: totals,
    fingerprint: [...headings, ...columns.map(({ heading }) => heading)].join(' | '),
    illustrative: saysIllustrative(titles),
    mapping,
    warnings: [],
  };
}

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
  const { kind } = readValue(row.cells[column]);
  return kind === 'number' || kind === 'symbol';
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
  if (top === undefined || rows.length < 3) return null;
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

/** Columns that hold figures; columns of marks beside them («R», «*↑») are not among them. */
function valueColumns(rows: readonly Row[], firstValue: number): number[] {
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
    return numbers > others;
  });
}

/** Reads a cross table: one figure for each cell, areas by name and kind, so that a total is never one of its own parts. */
export function readCrosstab(grid: Grid, plan: SheetPlan, context: IntakeContext): TableReading {
  const mapping = plan.mapping as CrosstabMapping;
  const cells = gridCells(grid);
  const drafts = newDrafts();
  const areaOf = rowAreas(mapping.areas, mapping.title);
  const named = new Map(
    mapping.columns.map((column) => [column, measureOf(column.subject, column.quantity, mapping.title)]),
  );
  const sums = new GroupSums();
  let rowsRead = 0;
  let from: Month | null = null;
  let to: Month | null = null;
  for (let at = plan.block?.top ?? 1; at <= (plan.block?.bottom ?? 0); at++) {
    const row = cells.row(at);
    if (row === undefined || plan.headerRows.includes(at)) continue;
    const area = areaOf(row);
    if (area === null) continue;
    rowsRead++;
    const own =
      area.kind === 'city' ||
      (!area.total && isOwnCity(area.name.replace(new RegExp(`, ${context.city.name}$`), ''), context.city));
    const category = mapping.areas.categories
      .map((column) => categorySlug(shownText(row.cells[column] ?? null), mapping.areas.categories.length))
      .filter((slug) => slug !== '');
    const isWard = area.kind === 'ward';
    for (const column of mapping.columns) {
      const period = column.period ?? mapping.period;
      if (period === null) continue;
      const measure = category.length > 0 ? category.join('/') : (named.get(column) ?? 'not-named');
      const place = {
        measure,
        area: own && !isWard ? null : isWard ? wardName(area.name, context) : area.name,
        areaKind: own && !isWard ? ('city' as const) : area.kind,
        from: period.from,
        to: period.to,
        quantity: column.quantity,
      };
      const value = takeFound(place, cellName(at, column.column), readValue(row.cells[column.column]), drafts);
      if (column.quantity === 'count' && category.length === 0) sums.add(mapping.areas, row, area, column, value);
      if (from === null || period.from < from) from = period.from;
      if (to === null || period.to > to) to = period.to;
    }
  }
  sums.warn(drafts);
  const read = new Set(mapping.columns.map(({ column }) => column));
  refuseRest(plan.block, cells, drafts, plan.headerRows, (row, column) => whyLeft(cells, row, column, read, mapping));
  return readingOf(drafts, rowsRead, from === null || to === null ? null : { from, to });
}

/** Wards of the partnership's own city go by their name alone. */
const wardName = (name: string, { city }: IntakeContext): string =>
  name.endsWith(`, ${city.name}`) ? name.slice(0, -city.name.length - 2) : name;

function whyLeft(
  cells: GridCells,
  row: number,
  column: number,
  read: ReadonlySet<number>,
  mapping: CrosstabMapping,
): string {
  if (!read.has(column)) return 'a mark beside the figures, not a figure';
  const { name, categories } = mapping.areas;
  if ([name, ...categories].some((at) => at !== null && isSummaryLabel(cells.text(row, at)))) {
    return 'sums up other rows; not counted twice';
  }
  if (name !== null && isBlank(cells.cell(row, name))) return 'no area beside it says whose figure this is';
  return 'neither its heading nor the title says which period this is';
}

/** A category's part of a measure id; a single category may be a measure of the catalogue («All crime»). */
const categorySlug = (text: string, categories: number): string =>
  (categories === 1 ? measureIn(text) : null) ?? slugOf(text);

interface GroupSum {
  total: { readonly value: number | null; readonly cell: string } | null;
  parts: number | null;
  any: boolean;
}

/** Adds up the parts of each group (the partnerships of a force), to check its total row. */
class GroupSums {
  private readonly sums = new Map<string, GroupSum>();

  add(areas: AreaColumns, row: Row, area: RowArea, { column, heading }: CrosstabColumn, value: number | null): void {
    if (areas.group === null) return;
    const group = tidyLabel(shownText(row.cells[areas.group] ?? null));
    const key = `${group}: ${heading}`;
    const sum = this.sums.get(key) ?? { total: null, parts: 0, any: false };
    this.sums.set(key, sum);
    if (area.total) {
      sum.total = { value, cell: cellName(row.row, column) };
    } else {
      sum.any = true;
      sum.parts = sum.parts === null || value === null ? null : sum.parts + value;
    }
  }

  warn(drafts: Drafts): void {
    for (const [key, { total, parts, any }] of this.sums) {
      if (!any || parts === null || total === null || total.value === null || Math.abs(total.value - parts) < 0.5)
        continue;
      drafts.warnings.push({
        check: 'total-differs',
        cells: total.cell,
        says: `${key}: the total ${total.value.toLocaleString('en-GB')} is not the sum of its parts, ${parts.toLocaleString('en-GB')}.`,
      });
    }
  }
}
