import type { Month } from '../time/month.ts';
import { isOwnCity } from './area-names.ts';
import type { ObservationDraft, Quantity } from './draft.ts';
import { cellName, type CellValue, type Grid, type Row } from './grid.ts';
import { blockAround, gridCells, saysIllustrative, textsBetween, type GridCells } from './grid-cells.ts';
import { findHeadedTable, isSummaryLabel, type HeadedTable, type HeadingWords } from './headed-table.ts';
import { measureAmong, measureIn, wordsOfFileName } from './measure-words.ts';
import { periodOfCell } from './period-list.ts';
import type { IntakeContext, SheetPlan, TableReading } from './plan.ts';
import { readValue } from './read-value.ts';
import { NO_DECISION, withDecided, type TableDecision } from './table-decision.ts';
import { newDrafts, readingOf, refuseCell, refuseRest, takeCell, type Place } from './table-draft.ts';
import { isBlank, shownText, slugOf, tidyLabel } from './tidy-text.ts';

const WORDS = {
  period: /^(?:month|period|quarter|financial year|year|date|time ?period|reporting period)\b/,
  value: /^(?:value|count|number|figure|total|volume|observation|rate|crimes|incidents|offences)\b/,
  measure: /\b(?:measure|indicator|metric|offence|crime type|category|crime group|item)\b/,
  unit: /^units?\b|^type of (?:value|figure)\b/,
  reference: /\breference\b|\bref\b|\b(?:crime|incident) (?:number|id|no)\b|\burn\b/,
  code: /\bcode\b/,
  area: /\b(?:area|ward|neighbourhood|partnership|force|district|local authority|geography|csp|borough)\b/,
};

export const LONG_WORDS: HeadingWords = WORDS;

/** The mapping of the layout `long-table`: columns (from 0) by what they say. */
export interface LongTableMapping {
  readonly period: number;
  readonly value: number;
  readonly valueHeading: string;
  readonly measure: number | null;
  readonly unit: number | null;
  readonly area: number | null;
  readonly areaKind: ObservationDraft['areaKind'];
  /** The measure where no column names one. */
  readonly named: string;
  readonly totalRows: readonly number[];
}

/** One figure a row: area | period | measure | value. Null when the sheet is not such a table. */
export function planLongTable(grid: Grid, context: IntakeContext): SheetPlan | null {
  const table = findHeadedTable(grid, LONG_WORDS, ['period', 'value']);
  if (table === null) return null;
  const { period, value, measure, area } = table.columns;
  // A row with a reference of its own is a record, not a figure.
  if (table.columns['reference'] !== undefined) return null;
  // A list of periods without areas or measures is its own layout.
  if (period === undefined || value === undefined || (measure === undefined && area === undefined)) return null;
  const rows = toldRows(grid, table, period, value);
  const dated = rows.filter((row) => periodOfCell(row.cells[period] ?? null) !== null);
  if (dated.length === 0 || dated.length * 2 < rows.length || isRecords(rows, value)) return null;
  const header = grid.rows.find(({ row }) => row === table.headerRow);
  const others = (header?.cells ?? []).filter(
    (_, column) =>
      column !== value && column !== period && rows.slice(0, 50).some((row) => typeof row.cells[column] === 'number'),
  );
  return others.length > 1 ? null : longTablePlan(grid, context, table, NO_DECISION);
}

function toldRows(grid: Grid, { headerRow, columns }: HeadedTable, period: number, value: number): Row[] {
  const { area, measure } = columns;
  return grid.rows.filter(
    (row) => row.row > headerRow && !isBlank(row.cells[value]) && isTold(row, period, area ?? measure),
  );
}

/** The plan of a long table with this header row and these columns; null without periods or values. */
export function longTablePlan(
  grid: Grid,
  context: IntakeContext,
  table: HeadedTable,
  decided: TableDecision,
): SheetPlan | null {
  const { period, value, measure, unit, area } = table.columns;
  if (period === undefined || value === undefined) return null;
  const cells = gridCells(grid);
  const rows = toldRows(grid, table, period, value);
  const texts = [...table.titles, grid.sheet, wordsOfFileName(context.fileName)];
  const named =
    decided.measure ?? measureAmong(texts) ?? slugOf(table.titles.at(-1) ?? wordsOfFileName(context.fileName));
  const heading = area === undefined ? '' : tidyLabel(cells.text(table.headerRow, area)).toLowerCase();
  const totalRows = withDecided(
    rows.map(({ row }) => row),
    decided.rows,
    'total',
    (row) => [area, measure].some((column) => column !== undefined && isSummaryLabel(cells.text(row, column))),
  );
  const mapping: LongTableMapping = {
    period,
    value,
    valueHeading: tidyLabel(cells.text(table.headerRow, value)),
    measure: measure ?? null,
    unit: unit ?? null,
    area: area ?? null,
    areaKind: kindOf(heading),
    named,
    totalRows,
  };
  return {
    sheet: grid.sheet,
    layout: 'long-table',
    measure: measure === undefined ? named : null,
    dataset:
      area === undefined
        ? 'measure-sheet'
        : `area-tables/${slugOf(table.titles.at(-1) ?? wordsOfFileName(context.fileName)).slice(0, 60)}`,
    says: `One figure for each row (${String(rows.length)} rows), with its period${area === undefined ? '' : ', area'}${measure === undefined ? '' : ' and measure'} beside it.`,
    headerRows: [table.headerRow],
    block: blockAround(
      rows.map(({ row }) => row),
      [value],
    ),
    totalRows,
    fingerprint: table.fingerprint,
    illustrative: saysIllustrative(textsBetween(grid, 1, cells.lastRow)),
    mapping,
    warnings: [],
  };
}

const isTold = (row: Row, period: number, column: number | undefined): boolean =>
  !isBlank(row.cells[period]) || (column !== undefined && !isBlank(row.cells[column]));

/** A count of 1 in every row is a list of records. */
const isRecords = (rows: readonly Row[], value: number): boolean =>
  rows.length > 3 && rows.every(({ cells }) => cells[value] === 1 || cells[value] === '1');

function kindOf(heading: string): ObservationDraft['areaKind'] {
  if (heading.includes('neighbourhood')) return 'neighbourhood';
  if (heading.includes('ward')) return 'ward';
  if (heading.includes('force')) return 'force';
  return /\bpartnership\b|\bcsp\b|\bdistrict\b|\blocal authority\b|\bborough\b/.test(heading) ? 'partnership' : 'other';
}

/** Reads a long table; rates already worked out are kept as rates, and rows that sum up others are not counted. */
export function readLongTable(grid: Grid, plan: SheetPlan, context: IntakeContext): TableReading {
  const mapping = plan.mapping as LongTableMapping;
  const cells = gridCells(grid);
  const drafts = newDrafts();
  const totals = new Set(mapping.totalRows);
  const found: { readonly row: number; readonly place: Place }[] = [];
  let rowsRead = 0;
  let from: Month | null = null;
  let to: Month | null = null;
  for (let row = plan.block?.top ?? 1; row <= (plan.block?.bottom ?? 0); row++) {
    if (plan.headerRows.includes(row) || isBlank(cells.cell(row, mapping.value))) continue;
    rowsRead++;
    const period = periodOfCell(cells.cell(row, mapping.period));
    const name = mapping.area === null ? context.city.name : tidyLabel(cells.text(row, mapping.area));
    if (period === null || name === '' || totals.has(row)) continue;
    const own = isOwnCity(name, context.city);
    const label = mapping.measure === null ? '' : cells.text(row, mapping.measure);
    const unit = mapping.unit === null ? '' : cells.text(row, mapping.unit);
    const place = {
      measure: label === '' ? mapping.named : (measureIn(label) ?? slugOf(label)),
      area: own ? null : name,
      areaKind: own ? ('city' as const) : mapping.areaKind,
      from: period.from,
      to: period.to,
      quantity: quantityOf([mapping.valueHeading, label, unit].join(' · '), isPercent(cells.cell(row, mapping.value))),
    };
    found.push({ row, place });
    if (from === null || period.from < from) from = period.from;
    if (to === null || period.to > to) to = period.to;
  }
  const undecided = rowsNotToldApart(found, cells);
  for (const { row, place } of found) {
    const other = undecided.get(row);
    if (other === undefined) takeCell(place, row, mapping.value, cells, drafts);
    else {
      const [own, twin] = [cellName(row, mapping.value), cellName(other, mapping.value)];
      const why = `${twin} is of the same period, area and measure, and no column that is read tells the two apart; say which column names the area or what is counted`;
      refuseCell(own, shownText(cells.cell(row, mapping.value)), why, drafts);
    }
  }
  refuseRest(plan.block, cells, drafts, plan.headerRows, (row) => {
    if (totals.has(row)) return 'sums up other rows; not counted twice';
    const found = shownText(cells.cell(row, mapping.period));
    return periodOfCell(cells.cell(row, mapping.period)) === null
      ? `«${found}» is not a month, quarter or year`
      : `no area beside ${cellName(row, mapping.value)} says whose figure this is`;
  });
  return readingOf(drafts, rowsRead, from === null || to === null ? null : { from, to });
}

/** Rows of one figure that differ in some column, each with another of them: neither is the whole. */
function rowsNotToldApart(
  found: readonly { readonly row: number; readonly place: Place }[],
  cells: GridCells,
): Map<number, number> {
  const rowsByFigure = new Map<string, number[]>();
  for (const { row, place } of found) {
    const key = JSON.stringify(Object.values(place));
    const rows = rowsByFigure.get(key);
    if (rows === undefined) rowsByFigure.set(key, [row]);
    else rows.push(row);
  }
  const undecided = new Map<number, number>();
  for (const rows of rowsByFigure.values()) {
    if (rows.length < 2 || new Set(rows.map((row) => JSON.stringify(cells.row(row)?.cells))).size < 2) continue;
    rows.forEach((row, at) => undecided.set(row, rows[at === 0 ? 1 : 0] ?? row));
  }
  return undecided;
}

const isPercent = (cell: CellValue): boolean => {
  const found = readValue(cell);
  return found.kind === 'number' && found.percent;
};

function quantityOf(words: string, percent: boolean): Quantity {
  if (percent || /%|\bpercent|\brate\b|\bper 1|\bproportion\b|\baverage\b|\bmean\b/i.test(words)) return 'rate';
  if (/\bpopulation\b|\bresidents\b/i.test(words)) return 'population';
  if (/\btarget\b/i.test(words)) return 'target';
  return /\bcumulative\b|\byear to date\b/i.test(words) ? 'cumulative' : 'count';
}
