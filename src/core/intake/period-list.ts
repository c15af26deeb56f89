import { quarterMonths, firstMonthOf, lastMonthOf } from '../time/financial-year.ts';
import type { Period } from '../time/period.ts';
import type { Quantity, Warning } from './draft.ts';
import { cellName, type CellValue, type Grid, type Row } from './grid.ts';
import { blockAround, gridCells, saysIllustrative, textsBetween, type GridCells } from './grid-cells.ts';
import { isSummaryLabel } from './headed-table.ts';
import { measureAmong, measureIn, wordsOfFileName } from './measure-words.ts';
import type { IntakeContext, SheetPlan, TableReading } from './plan.ts';
import { monthFound, readMonthCell } from './read-month.ts';
import { readQuarter } from './read-quarter.ts';
import { readValue } from './read-value.ts';
import { readFinancialYear } from './read-year.ts';
import type { ColumnChoice, ColumnIs } from './sheet-choice.ts';
import { NO_DECISION, withDecided, type TableDecision } from './table-decision.ts';
import { newDrafts, readingOf, refuseRest, takeCell } from './table-draft.ts';
import { isBlank, shownText, slugOf, tidyLabel } from './tidy-text.ts';

/** One column of figures beside a list of periods. */
export interface ListColumn {
  readonly column: number;
  readonly heading: string;
  readonly measure: string;
  readonly quantity: Quantity;
}

/** The mapping of the layouts `quarter-list` and `cohort`: one row for each month, quarter or year. */
export interface PeriodListMapping {
  readonly period: number;
  readonly columns: readonly ListColumn[];
  readonly totalRows: readonly number[];
}

/** The span of months a cell names with its year: «2014/15 Q3», «Apr-15», «2014/15»; null otherwise. */
export function periodOfCell(cell: CellValue): Period | null {
  const month = monthFound(readMonthCell(cell));
  if (month !== null) return { from: month, to: month };
  if (typeof cell !== 'string') return null;
  const quarter = readQuarter(cell);
  if (quarter !== null) return quarter.year === null ? null : quarterMonths(quarter.year, quarter.quarter);
  const year = readFinancialYear(cell);
  return year === null ? null : { from: firstMonthOf(year), to: lastMonthOf(year) };
}

/** One row for each period, figures beside it. Null when the sheet is not such a list. */
export function planPeriodList(grid: Grid, context: IntakeContext): SheetPlan | null {
  const cells = gridCells(grid);
  const periodRows = grid.rows.filter((row) => periodOfCell(row.cells[0] ?? null) !== null);
  const [first] = periodRows;
  const header =
    first === undefined ? undefined : grid.rows.findLast(({ row, cells: [name] }) => row < first.row && !isBlank(name));
  if (first === undefined || header === undefined) return null;
  const last = periodRows.at(-1) ?? first;
  const between = grid.rows.filter(({ row }) => row >= first.row && row <= last.row);
  if (between.length !== periodRows.length) return null;
  const plan = periodListPlan(grid, context, header, 0, [], NO_DECISION);
  const columns = (plan?.mapping as PeriodListMapping | undefined)?.columns ?? [];
  if (headedAlike(columns) !== null) return null;
  const readable = columns.some(({ column }) =>
    periodRows.some(
      ({ row }) => readValue(cells.cell(row, column)).kind !== 'refused' && !isBlank(cells.cell(row, column)),
    ),
  );
  return readable ? plan : null;
}

/** The heading of two columns of figures that nothing tells apart («Fresh» of one state, «Fresh» of another); null when none. */
export const headedAlike = (columns: readonly ListColumn[]): string | null =>
  columns.find(
    (one, index) =>
      one.quantity !== 'change' &&
      columns.slice(0, index).some(({ measure, quantity }) => measure === one.measure && quantity === one.quantity),
  )?.heading ?? null;

/** The plan of a list of periods with this header row and this column of periods; null without periods or figures. */
export function periodListPlan(
  grid: Grid,
  context: IntakeContext,
  header: Row,
  period: number,
  chosen: readonly ColumnChoice[],
  decided: TableDecision,
): SheetPlan | null {
  const cells = gridCells(grid);
  const periodRows = grid.rows.filter(
    (row) => row.row > header.row && periodOfCell(row.cells[period] ?? null) !== null,
  );
  const last = periodRows.at(-1);
  if (last === undefined) return null;
  const titles = textsBetween(grid, 1, header.row - 1).toReversed();
  const texts = [...titles, grid.sheet, wordsOfFileName(context.fileName)];
  const said = new Map(chosen.map(({ column, is }) => [column, is]));
  const headed = header.cells.flatMap((cell, column) =>
    column !== period && !isBlank(cell) && !said.has(column) ? [column] : [],
  );
  const figures = chosen.flatMap(({ column, is }) => (is.kind === 'figures' ? [column] : []));
  const named = [...headed, ...figures]
    .toSorted((a, b) => a - b)
    .map((column) => listColumn(cells, header.row, column, texts, said.get(column)));
  const own = named[0]?.measure;
  // People followed and those who returned are one measure, whatever their headings are.
  const followed = named.find(({ quantity }) => quantity === 'cohort');
  const isPartOf = ({ column, quantity }: ListColumn): boolean => {
    const is = said.get(column);
    if (is?.kind === 'figures' && is.measure !== null) return false;
    return followed !== undefined && (quantity === 'cohort' || quantity === 'returned' || quantity === 'rate');
  };
  const columns = named.map((one) => {
    if (isPartOf(one)) return { ...one, measure: decided.measure ?? followed?.measure ?? one.measure };
    return decided.measure !== null && one.measure === own ? { ...one, measure: decided.measure } : one;
  });
  if (columns.length === 0) return null;
  const total = grid.rows.find(({ row }) => row === last.row + 1)?.row;
  const totalRows = withDecided(
    total === undefined ? [] : [...periodRows.map(({ row }) => row), total],
    decided.rows,
    'total',
    (row) => row === total && isSummaryLabel(cells.text(row, period)),
  );
  const cohort = columns.some(({ quantity }) => quantity === 'cohort');
  const mapping: PeriodListMapping = { period, columns, totalRows };
  const rows = [...periodRows.map(({ row }) => row), ...mapping.totalRows];
  return {
    sheet: grid.sheet,
    layout: cohort ? 'cohort' : 'quarter-list',
    measure: columns[0]?.measure ?? null,
    dataset: cohort ? 'cohort' : 'measure-sheet',
    says: cohort
      ? 'People followed and those of them who returned, one row for each period.'
      : `One row for each period (${String(periodRows.length)}), figures beside it.`,
    headerRows: [header.row],
    block: blockAround(
      rows,
      columns.map(({ column }) => column),
    ),
    totalRows: mapping.totalRows,
    fingerprint: header.cells.map((cell) => tidyLabel(shownText(cell))).join(' | '),
    illustrative: saysIllustrative(textsBetween(grid, 1, cells.lastRow)),
    mapping,
    warnings: [],
  };
}

function listColumn(
  cells: GridCells,
  headerRow: number,
  column: number,
  texts: readonly string[],
  said: ColumnIs | undefined,
): ListColumn {
  const heading = tidyLabel(shownText(cells.cell(headerRow, column)));
  const chosen = said?.kind === 'figures' ? said : null;
  const quantity = chosen?.quantity ?? quantityOf(heading);
  const measure =
    chosen?.measure ??
    (quantity === 'count' ? measureIn(heading) : null) ??
    measureAmong([...texts, heading]) ??
    slugOf(heading);
  return { column, heading, measure, quantity };
}

function quantityOf(heading: string): Quantity {
  if (/^%|%$|\bpercent|\brate\b|\bproportion\b|\bper 1/i.test(heading)) return 'rate';
  if (/\bcohort\b/i.test(heading)) return 'cohort';
  if (/\breturned\b|\brecalled\b|\brevo/i.test(heading)) return 'returned';
  if (/\btarget\b|\bprofile\b/i.test(heading)) return 'target';
  if (/\bcum|\byear to date\b/i.test(heading)) return 'cumulative';
  if (/\bpopulation\b|\bresidents\b/i.test(heading)) return 'population';
  return 'count';
}

/** Reads a list of periods; a percentage column is checked against its cohort and kept as a rate, never as a count. */
export function readPeriodList(grid: Grid, plan: SheetPlan): TableReading {
  const mapping = plan.mapping as PeriodListMapping;
  const cells = gridCells(grid);
  const drafts = newDrafts();
  const periods: Period[] = [];
  let rowsRead = 0;
  for (let row = plan.block?.top ?? 1; row <= (plan.block?.bottom ?? 0); row++) {
    if (cells.row(row) === undefined) continue;
    rowsRead++;
    const period = mapping.totalRows.includes(row) ? null : periodOfCell(cells.cell(row, mapping.period));
    if (period !== null) periods.push(period);
    const values = new Map<Quantity, number | null>();
    for (const { column, measure, quantity } of mapping.columns) {
      if (period === null || isBlank(cells.cell(row, column))) continue;
      const place = {
        measure,
        area: null,
        areaKind: 'city' as const,
        ...period,
        quantity: wholeYear(quantity, period),
      };
      values.set(quantity, takeCell(place, row, column, cells, drafts));
    }
    drafts.warnings.push(...checkCohort(values, mapping, row));
  }
  const headed = new Set(mapping.columns.map(({ column }) => column));
  refuseRest(plan.block, cells, drafts, plan.headerRows, (_, column) =>
    headed.has(column) ? 'a total of figures already read; not counted twice' : 'no heading above it says what this is',
  );
  const ordered = periods.flatMap(({ from, to }) => [from, to]).toSorted();
  const [from] = ordered;
  const to = ordered.at(-1);
  const covers = from === undefined || to === undefined ? null : { from, to };
  return readingOf(drafts, rowsRead, covers);
}

/** A count beside a whole financial year is that year's figure. */
const wholeYear = (quantity: Quantity, { from, to }: Period): Quantity =>
  quantity === 'count' && from.endsWith('-04') && to.endsWith('-03') && from < to ? 'annual' : quantity;

function checkCohort(values: ReadonlyMap<Quantity, number | null>, mapping: PeriodListMapping, row: number): Warning[] {
  const [cohort, returned, rate] = [
    values.get('cohort') ?? null,
    values.get('returned') ?? null,
    values.get('rate') ?? null,
  ];
  if (cohort === null || returned === null || cohort <= 0) return [];
  const column = mapping.columns.find(({ quantity }) => quantity === 'rate')?.column ?? mapping.period;
  const warn = (check: string, says: string): Warning[] => [{ check, cells: cellName(row, column), says }];
  if (returned > cohort)
    return warn('returned-exceeds-cohort', `${String(returned)} returned of a cohort of ${String(cohort)}.`);
  if (rate === null) return [];
  const expected = 1 - returned / cohort;
  const fits = [expected, 1 - expected, expected * 100, (1 - expected) * 100].some(
    (value) => Math.abs(value - rate) < (value > 1 ? 0.51 : 0.0051),
  );
  return fits
    ? []
    : warn(
        'rate-differs',
        `The printed share ${(rate * 100).toFixed(1)}% is not ${(expected * 100).toFixed(1)}%, worked out from the cohort.`,
      );
}
