import type { Month } from '../time/month.ts';
import { isOwnCity } from './area-names.ts';
import { rowAreas, type AreaColumns, type RowArea } from './crosstab-areas.ts';
import { measureOf, type CrosstabColumn } from './crosstab-headings.ts';
import type { CrosstabMapping, CrosstabTable } from './crosstab-plan.ts';
import { blockName, cellName, type Grid, type Row } from './grid.ts';
import { gridCells, type GridCells } from './grid-cells.ts';
import { isSummaryLabel } from './headed-table.ts';
import { measureIn } from './measure-words.ts';
import type { IntakeContext, SheetPlan, TableReading } from './plan.ts';
import { readValue } from './read-value.ts';
import { newDrafts, readingOf, refuseRest, takeFound, type Drafts, type Place } from './table-draft.ts';
import { isBlank, shownText, slugOf, tidyLabel } from './tidy-text.ts';

/** Reads cross tables: one figure for each cell, areas by name and kind, so that a total is never one of its own parts. */
export function readCrosstab(grid: Grid, plan: SheetPlan, context: IntakeContext): TableReading {
  const { tables } = plan.mapping as CrosstabMapping;
  const cells = gridCells(grid);
  const drafts = newDrafts();
  const spans: { from: Month; to: Month }[] = [];
  let rowsRead = 0;
  for (const table of tables) {
    rowsRead += readOneTable(table, cells, context, drafts);
    spans.push(...table.columns.flatMap(({ period }) => period ?? table.period ?? []));
    const read = new Set(table.columns.map(({ column }) => column));
    refuseRest(table.block, cells, drafts, [], (row, column) => whyLeft(cells, row, column, read, table));
  }
  const [only] = tables.length === 1 ? tables : [];
  if (only === undefined || plan.block === null || blockName(only.block) !== blockName(plan.block))
    refuseRest(plan.block, cells, drafts, plan.headerRows, () => 'stands between the tables, not in one of them');
  const from = spans.map((span) => span.from).toSorted()[0];
  const to = spans
    .map((span) => span.to)
    .toSorted()
    .at(-1);
  return readingOf(drafts, rowsRead, from === undefined || to === undefined ? null : { from, to });
}

/** Reads one table; answers how many of its rows name an area. */
function readOneTable(table: CrosstabTable, cells: GridCells, context: IntakeContext, drafts: Drafts): number {
  const { areas, columns, title, block } = table;
  const areaOf = rowAreas(areas, title);
  const named = new Map(
    columns.map((column) => [column, column.measure ?? measureOf(column.subject, column.quantity, title)]),
  );
  const sums = new GroupSums();
  let rowsRead = 0;
  for (let at = block.top; at <= block.bottom; at++) {
    const row = cells.row(at);
    const area = row === undefined || table.summaryRows?.includes(at) === true ? null : areaOf(row);
    if (row === undefined || area === null) continue;
    rowsRead++;
    const place = placeOf(area, context);
    const category = areas.categories
      .map((column) => categorySlug(shownText(row.cells[column] ?? null), areas.categories.length))
      .filter((slug) => slug !== '');
    for (const column of columns) {
      const period = column.period ?? table.period;
      if (period === null) continue;
      const measure = category.length > 0 ? category.join('/') : (named.get(column) ?? 'not-named');
      const found = readValue(row.cells[column.column]);
      const whole = { measure, ...place, from: period.from, to: period.to, quantity: column.quantity };
      const value = takeFound(whole, cellName(at, column.column), found, drafts);
      if (column.quantity === 'count' && category.length === 0) sums.add(areas, row, area, column, value);
    }
  }
  sums.warn(drafts);
  return rowsRead;
}

type AreaPlace = Pick<Place, 'area' | 'areaKind' | 'codes'>;

/** The area as it is kept: the partnership's own city has no name, its wards go by their name alone. */
function placeOf({ name, kind, total, codes }: RowArea, context: IntakeContext): AreaPlace {
  if (kind === 'ward') return { area: wardName(name, context), areaKind: kind };
  const own = kind === 'city' || (!total && isOwnCity(name, context.city));
  const beside = codes.length === 0 ? {} : { codes };
  return own ? { area: null, areaKind: 'city', ...beside } : { area: name, areaKind: kind, ...beside };
}

/** Wards of the partnership's own city go by their name alone. */
const wardName = (name: string, { city }: IntakeContext): string =>
  name.endsWith(`, ${city.name}`) ? name.slice(0, -city.name.length - 2) : name;

function whyLeft(
  cells: GridCells,
  row: number,
  column: number,
  read: ReadonlySet<number>,
  { areas, leftOut, summaryRows }: CrosstabTable,
): string {
  if (leftOut?.includes(column) === true) return 'you left this column out';
  if (summaryRows?.includes(row) === true) return 'sums up other rows; not counted twice';
  if (!read.has(column)) return 'a mark beside the figures, not a figure';
  const { name, categories } = areas;
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
