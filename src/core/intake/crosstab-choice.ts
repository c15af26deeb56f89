import type { Period } from '../time/period.ts';
import type { AreaColumns } from './crosstab-areas.ts';
import { crosstabColumn, measureOf, tiersOver, type CrosstabColumn } from './crosstab-headings.ts';
import type { CrosstabTable } from './crosstab-plan.ts';
import type { Grid } from './grid.ts';
import { blockAround, gridCells, textsBetween } from './grid-cells.ts';
import { wordsOfFileName } from './measure-words.ts';
import type { IntakeContext } from './plan.ts';
import { readValue } from './read-value.ts';
import type { ColumnChoice, SheetChoice, TableChoice } from './sheet-choice.ts';
import { isBlank, shownText, tidyLabel } from './tidy-text.ts';

/** A cross table as the officer wants it: only what is said differently differs. Null where nothing is left to read. */
export function decideCrosstab(
  table: CrosstabTable,
  chosen: TableChoice | undefined,
  choice: Pick<SheetChoice, 'measure' | 'period'>,
  grid: Grid,
): CrosstabTable | null {
  const columns = figureColumns(table, chosen?.columns ?? [], grid);
  const measured = choice.measure === null ? columns : columns.map((one) => withMeasure(one, table, choice.measure));
  const areas = areaColumnsBy(table, chosen?.columns ?? [], grid);
  const totals = (chosen?.rows ?? []).filter(({ is }) => is === 'total').map(({ row }) => row);
  const summaryRows = totals.filter((row) => !table.totalRows.includes(row));
  const leftOut = (chosen?.columns ?? [])
    .filter(({ column, is }) => is.kind === 'nothing' && table.columns.some((own) => own.column === column))
    .map(({ column }) => column);
  if (columns.length === 0) return null;
  const edges = measured.map(({ column }) => column);
  return {
    ...table,
    areas,
    columns: measured,
    period: choice.period ?? table.period,
    block: { ...table.block, left: Math.min(...edges), right: Math.max(...edges) },
    ...(summaryRows.length === 0 ? {} : { summaryRows }),
    ...(leftOut.length === 0 ? {} : { leftOut }),
  };
}

const withMeasure = (one: CrosstabColumn, { title }: CrosstabTable, measure: string | null): CrosstabColumn =>
  measure === null || measure === (one.measure ?? measureOf(one.subject, one.quantity, title))
    ? one
    : { ...one, measure };

function figureColumns(table: CrosstabTable, chosen: readonly ColumnChoice[], grid: Grid): CrosstabColumn[] {
  const cells = gridCells(grid);
  const byColumn = new Map(table.columns.map((one) => [one.column, one]));
  for (const { column, is } of chosen) {
    if (is.kind !== 'figures') {
      byColumn.delete(column);
      continue;
    }
    const found =
      byColumn.get(column) ??
      crosstabColumn(column, tiersOver(grid, cells, table.headerRows, column), table.title, null);
    byColumn.set(column, decidedColumn(found, is, table.title));
  }
  return [...byColumn.values()].toSorted((a, b) => a.column - b.column);
}

function decidedColumn(
  found: CrosstabColumn,
  is: {
    readonly quantity: CrosstabColumn['quantity'];
    readonly measure: string | null;
    readonly period: Period | null;
  },
  title: string,
): CrosstabColumn {
  const { column, heading, subject } = found;
  const own = found.measure ?? measureOf(subject, found.quantity, title);
  const measure = is.measure === null || is.measure === own ? found.measure : is.measure;
  const decided = { column, heading, subject, quantity: is.quantity, period: is.period };
  return measure === undefined ? decided : { ...decided, measure };
}

const FIELD_OF = { area: 'name', code: 'code', group: 'group', district: 'district' } as const;

function areaColumnsBy(table: CrosstabTable, chosen: readonly ColumnChoice[], grid: Grid): AreaColumns {
  const { areas } = table;
  const keep = (column: number | null, field: string): number | null => {
    const said = chosen.filter((one) => one.column === column);
    const same = said.some(({ is }) => is.kind === 'field' && is.field === field);
    return said.length === 0 || same ? column : null;
  };
  const pick = (field: keyof typeof FIELD_OF): number | null =>
    chosen.find(({ is }) => is.kind === 'field' && is.field === field)?.column ?? keep(areas[FIELD_OF[field]], field);
  const name = pick('area');
  const categories = [
    ...areas.categories.filter((column) => keep(column, 'category') !== null),
    ...chosen
      .filter(({ column, is }) => is.kind === 'field' && is.field === 'category' && !areas.categories.includes(column))
      .map(({ column }) => column),
  ];
  const cells = gridCells(grid);
  const lowest = table.headerRows.at(-1) ?? 0;
  const nameHeading =
    name === areas.name || name === null ? areas.nameHeading : tidyLabel(shownText(cells.cell(lowest, name)));
  const group = pick('group');
  const groupKind =
    group === areas.group || group === null
      ? areas.groupKind
      : /\bforce\b/i.test(shownText(cells.cell(lowest, group)))
        ? 'force'
        : 'region';
  return { ...areas, name, nameHeading, code: pick('code'), group, groupKind, district: pick('district'), categories };
}

/** A cross table where the officer says it stands, under one header row. Null where nothing under it can be read. */
export function crosstabAt(
  grid: Grid,
  context: IntakeContext,
  { headerRow, columns: chosen }: TableChoice,
  period: Period | null,
): CrosstabTable | null {
  const cells = gridCells(grid);
  const titles = textsBetween(grid, 1, headerRow - 1);
  const title = titles[0] ?? wordsOfFileName(context.fileName);
  const field = (name: string) => chosen.find(({ is }) => is.kind === 'field' && is.field === name)?.column ?? null;
  const said = new Set(chosen.map(({ column }) => column));
  const header = cells.row(headerRow)?.cells ?? [];
  const below = grid.rows.filter(({ row }) => row > headerRow);
  const isFigure = (column: number, row: number) =>
    ['number', 'symbol'].includes(readValue(cells.cell(row, column)).kind);
  const name =
    field('area') ??
    header.findIndex(
      (cell, column) =>
        !said.has(column) && !isBlank(cell) && below.some(({ cells: own }) => typeof own[column] === 'string'),
    );
  const figures = header.flatMap((cell, column) =>
    column !== name && !said.has(column) && !isBlank(cell) && below.some(({ row }) => isFigure(column, row))
      ? [column]
      : [],
  );
  const named = chosen.flatMap(({ column, is }) => (is.kind === 'figures' ? [column] : []));
  const columns = [...figures, ...named]
    .toSorted((a, b) => a - b)
    .map((column) => crosstabColumn(column, tiersOver(grid, cells, [headerRow], column), title, null));
  const rows = below.filter(({ row }) => columns.some(({ column }) => isFigure(column, row))).map(({ row }) => row);
  const block = blockAround(
    rows,
    columns.map(({ column }) => column),
  );
  if (block === null || name < 0) return null;
  const areas: AreaColumns = {
    name,
    nameHeading: tidyLabel(shownText(cells.cell(headerRow, name))),
    code: field('code'),
    group: field('group'),
    groupKind: 'region',
    district: field('district'),
    categories: chosen.flatMap(({ column, is }) => (is.kind === 'field' && is.field === 'category' ? [column] : [])),
  };
  return { title, headerRows: [headerRow], block, totalRows: [], areas, columns, period };
}
