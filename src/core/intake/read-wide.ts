import { readChange } from '../check/change-row.ts';
import { checkWide, yearsPrinted } from '../check/check-wide.ts';
import { settleFigures } from '../check/running-sum.ts';
import type { Settled } from '../check/settled.ts';
import { checkAnnual } from '../check/year-sum.ts';
import { firstMonthOf, lastMonthOf } from '../time/financial-year.ts';
import type { Month } from '../time/month.ts';
import type { ObservationDraft, Quantity } from './draft.ts';
import { blockName, cellName, type Grid } from './grid.ts';
import { gridCells, type GridCells } from './grid-cells.ts';
import type { SheetPlan, TableReading } from './plan.ts';
import { readValue, type ValueFound } from './read-value.ts';
import { newDrafts, readingOf, refuseCell, refuseRest, takeFound, type Drafts, type Place } from './table-draft.ts';
import { filledAhead } from './wide-future.ts';
import { linesOf, numberIn, shownNumber, type Line, type Slot } from './wide-lines.ts';
import type { RowMeaning, WideMapping, WideRow, WideTable } from './wide-mapping.ts';

const SINCE_APRIL: ReadonlySet<RowMeaning> = new Set(['cumulative', 'target', 'gap', 'gap-target']);

/** Reads a measure sheet: every figure as what its row says, months taken out of cumulative rows where nothing else gives them. */
export function readWide(grid: Grid, plan: SheetPlan): TableReading {
  const { tables } = plan.mapping as WideMapping;
  const cells = gridCells(grid);
  const lines = tables.flatMap((table) => linesOf(table, cells));
  const { unknown, warnings } = filledAhead(lines);
  const drafts = newDrafts();
  const settled = settleFigures(lines, unknown, yearsPrinted(tables, cells));
  drafts.warnings.push(...warnings, ...settled.warnings);
  for (const line of lines) readLine(line, lines, settled, unknown, drafts);
  for (const table of tables) {
    readAnnual(table, cells, settled.lines, unknown, drafts);
  }
  refuseRest(plan.block, cells, drafts, plan.headerRows, (row, column) => {
    const table = tables.find(({ rows }) => rows.some((own) => own.row === row));
    const headed = table?.columns.some((own) => own.column === column) ?? false;
    if (table?.leftOut?.includes(column) === true) return 'you left this column out';
    return whyLeft(
      table?.rows.find((own) => own.row === row),
      headed,
    );
  });
  drafts.warnings.push(...checkWide({ grid, cells, tables, lines, settled, unknown }));
  const years = lines.map(({ year }) => year).toSorted();
  const [first] = years;
  const last = years.at(-1);
  const covers =
    first === undefined || last === undefined ? null : { from: firstMonthOf(first), to: lastMonthOf(last) };
  const rowsRead = tables.reduce((count, { rows }) => count + rows.length, 0);
  return readingOf(drafts, rowsRead, covers);
}

/** The city's own figure: a measure sheet speaks of the partnership as a whole. */
const ofCity = (measure: string, from: Month, to: Month, quantity: Quantity): Place => ({
  measure,
  area: null,
  areaKind: 'city',
  from,
  to,
  quantity,
});

function readLine(
  line: Line,
  lines: readonly Line[],
  settled: Settled,
  filled: ReadonlyMap<string, string>,
  drafts: Drafts,
): void {
  const { meaning, measure } = line.row;
  const change = meaning === 'change' ? readChange(line, settled, filled) : null;
  const sinceApril = change?.cumulative ?? SINCE_APRIL.has(meaning);
  const start = firstMonthOf(line.year);
  if (change !== null) drafts.warnings.push(...change.warnings);
  for (const slot of line.slots) {
    const why = filled.get(slot.cell) ?? change?.unknown.get(slot.cell);
    if (why !== undefined) {
      refuseCell(slot.cell, shownSlot(slot), why, drafts);
      continue;
    }
    const quantity = quantityOf(meaning);
    takeFound(ofCity(measure, sinceApril ? start : slot.from, slot.to, quantity), slot.cell, slot.found, drafts);
  }
  const counted = lines.some(
    (other) => other.row.meaning === 'count' && other.row.measure === measure && other.year === line.year,
  );
  if (meaning === 'cumulative' && !counted) derivePeriods(line, filled, drafts);
}

const shownSlot = (slot: Slot): string => {
  if (slot.found.kind !== 'number') return '';
  return slot.found.percent ? `${shownNumber(slot.found.value * 100)}%` : shownNumber(slot.found.value);
};

const quantityOf = (meaning: RowMeaning): Quantity =>
  meaning === 'not-understood' || meaning === 'left-out' ? 'count' : meaning;

/** Takes the single periods out of a cumulative row; where it or the one before is unknown, so is the period. */
function derivePeriods(line: Line, filled: ReadonlyMap<string, string>, drafts: Drafts): void {
  const byPlace = new Map(line.slots.map((slot) => [slot.place, slot]));
  const start = firstMonthOf(line.year);
  const isKept = (slot: Slot) =>
    drafts.cellByFigure.get(ofCity(line.row.measure, start, slot.to, 'cumulative')) === slot.cell;
  const known = (slot: Slot | undefined) =>
    slot === undefined || filled.has(slot.cell) || !isKept(slot) ? null : numberIn(slot);
  for (const slot of line.slots) {
    const sum = known(slot);
    const earlier = byPlace.get(slot.place - 1);
    const before = slot.place === 0 ? 0 : known(earlier);
    // A running total that falls is told by the checks; what is between is not known.
    if (sum === null || before === null || sum < before) continue;
    const place = ofCity(line.row.measure, slot.from, slot.to, 'count');
    if (drafts.cellByFigure.get(place) !== undefined) continue;
    drafts.cellByFigure.set(place, slot.cell);
    drafts.observations.push({
      kind: 'observation',
      ...place,
      value: Number((sum - before).toFixed(6)),
      symbol: null,
      cell: slot.cell,
      minus: slot.place === 0 ? null : (earlier?.cell ?? null),
    });
  }
}

const ANNUAL: Readonly<Record<RowMeaning, Quantity>> = {
  count: 'annual',
  cumulative: 'annual',
  gap: 'gap-annual',
  target: 'target',
  'gap-target': 'gap-target',
  change: 'change',
  'not-understood': 'annual',
  'left-out': 'annual',
};

function readAnnual(
  table: WideTable,
  cells: GridCells,
  lines: readonly Line[],
  unknown: ReadonlyMap<string, string>,
  drafts: Drafts,
): void {
  for (const row of table.rows) {
    if (row.meaning === 'not-understood' || row.meaning === 'left-out') continue;
    const annual: ObservationDraft[] = [];
    const columns: number[] = [];
    for (const column of table.columns) {
      const cell = cellName(row.row, column.column);
      const found = readValue(cells.cell(row.row, column.column));
      if (found.kind === 'blank') continue;
      if (column.kind === 'total') readTotal(row, cell, found, lines, unknown, drafts);
      if (column.kind !== 'year') continue;
      const before = drafts.observations.length;
      const place = ofCity(row.measure, firstMonthOf(column.year), lastMonthOf(column.year), ANNUAL[row.meaning]);
      takeFound(place, cell, found, drafts);
      annual.push(...drafts.observations.slice(before));
      columns.push(column.column);
    }
    const own = table.columns.some(
      ({ column, ...found }) => found.kind === 'year' && found.year === row.year && columns.includes(column),
    );
    const ordinary = row.meaning === 'count' || row.meaning === 'cumulative' || row.meaning === 'gap';
    if (columns.length > 0 && !own && ordinary) {
      drafts.warnings.push({
        check: 'annual-on-other-row',
        cells: blockName({ top: row.row, bottom: row.row, left: Math.min(...columns), right: Math.max(...columns) }),
        says: `The years’ figures stand on the row «${row.label}», which is none of those years: each is read for the year at the head of its column.`,
        found: row.label,
        expected: null,
      });
    }
    if (ordinary) drafts.warnings.push(...checkAnnual(annual, lines, unknown));
  }
}

/** A total beside its parts is kept as the year's figure (or the sum so far), never as another count. */
function readTotal(
  row: WideRow,
  cell: string,
  found: ValueFound,
  lines: readonly Line[],
  unknown: ReadonlyMap<string, string>,
  drafts: Drafts,
): void {
  const own = lines.filter((line) => line.row === row);
  const [line] = own;
  if (line === undefined || own.length > 1 || row.meaning !== 'count') {
    const what = found.kind === 'number' ? shownNumber(found.value) : '';
    refuseCell(cell, what, 'a total of figures already read; not counted twice', drafts);
    return;
  }
  const known = line.slots.filter((slot) => numberIn(slot) !== null && !unknown.has(slot.cell));
  const whole = known.length === line.periods;
  const to = known.at(-1)?.to ?? lastMonthOf(line.year);
  takeFound(ofCity(row.measure, firstMonthOf(line.year), to, whole ? 'annual' : 'cumulative'), cell, found, drafts);
  const sum = known.reduce((total, slot) => total + (numberIn(slot) ?? 0), 0);
  if (found.kind === 'number' && Math.abs(found.value - sum) > 0.05) {
    drafts.warnings.push({
      check: 'total-differs',
      cells: cell,
      says: `The total ${shownNumber(found.value)} is not the sum of its row, ${shownNumber(sum)}.`,
      found: shownNumber(found.value),
      expected: shownNumber(sum),
    });
  }
}

function whyLeft(row: WideRow | undefined, headed: boolean): string {
  if (!headed) return 'no heading above it says which period this is';
  if (row === undefined || row.label === '') return 'no label beside it says what this is';
  if (row.meaning === 'left-out') return 'you left this row out';
  if (row.meaning === 'not-understood') return `«${row.label}» does not say what these figures are`;
  return `the sheet does not say which year «${row.label}» belongs to`;
}
