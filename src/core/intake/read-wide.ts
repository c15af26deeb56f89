import { firstMonthOf, lastMonthOf, type FinancialYear } from '../time/financial-year.ts';
import type { Month } from '../time/month.ts';
import type { ObservationDraft, Quantity, Refusal, Warning } from './draft.ts';
import { blockName, cellName, type Block, type Grid } from './grid.ts';
import { gridCells, type GridCells } from './grid-cells.ts';
import type { SheetPlan, TableReading } from './plan.ts';
import { readValue, type ValueFound } from './read-value.ts';
import { isBlank, shownText } from './tidy-text.ts';
import { readChange } from './wide-change.ts';
import { checkAnnual, checkCumulative } from './wide-checks.ts';
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
  const reading: Reading = { observations: [], refusals: [], warnings: [...warnings], taken: new Set() };
  for (const line of lines) readLine(line, lines, unknown, reading);
  for (const table of tables) {
    readAnnual(table, cells, lines, unknown, reading);
    refuseTheRest(table, plan.block, cells, reading);
  }
  reading.warnings.push(...checkCumulative(lines, unknown));
  const years = lines.map(({ year }) => year).toSorted();
  const [first] = years;
  const last = years.at(-1);
  return {
    rowsRead: tables.reduce((count, { rows }) => count + rows.length, 0),
    observations: reading.observations,
    scores: [],
    priorityAreas: [],
    refusals: reading.refusals,
    warnings: reading.warnings,
    covers: first === undefined || last === undefined ? null : { from: firstMonthOf(first), to: lastMonthOf(last) },
  };
}

interface Reading {
  readonly observations: ObservationDraft[];
  readonly refusals: Refusal[];
  readonly warnings: Warning[];
  readonly taken: Set<string>;
}

interface Place {
  readonly measure: string;
  readonly from: Month;
  readonly to: Month;
  readonly quantity: Quantity;
  readonly cell: string;
}

/** Keeps one cell: its number, its symbol, or the refusal. */
function take(place: Place, found: ValueFound, reading: Reading): void {
  if (found.kind === 'blank') return;
  reading.taken.add(place.cell);
  if (found.kind === 'refused') {
    reading.refusals.push({ cell: place.cell, found: found.found, why: found.why });
    return;
  }
  reading.observations.push({
    kind: 'observation',
    area: null,
    areaKind: 'city',
    ...place,
    value: found.kind === 'number' ? found.value : null,
    symbol: found.kind === 'symbol' ? found.symbol : null,
    minus: null,
  });
}

function readLine(line: Line, lines: readonly Line[], filled: ReadonlyMap<string, string>, reading: Reading): void {
  const { meaning, measure } = line.row;
  const change = meaning === 'change' ? readChange(line, lines, filled) : null;
  const sinceApril = change?.cumulative ?? SINCE_APRIL.has(meaning);
  const start = firstMonthOf(line.year);
  if (change !== null) reading.warnings.push(...change.warnings);
  for (const slot of line.slots) {
    const why = filled.get(slot.cell) ?? change?.unknown.get(slot.cell);
    if (why !== undefined) {
      reading.taken.add(slot.cell);
      reading.refusals.push({ cell: slot.cell, found: shownSlot(slot), why });
      continue;
    }
    const quantity = quantityOf(meaning);
    take(
      { measure, from: sinceApril ? start : slot.from, to: slot.to, quantity, cell: slot.cell },
      slot.found,
      reading,
    );
  }
  const counted = lines.some(
    (other) => other.row.meaning === 'count' && other.row.measure === measure && other.year === line.year,
  );
  if (meaning === 'cumulative' && !counted) derivePeriods(line, filled, reading);
}

const shownSlot = (slot: Slot): string => {
  if (slot.found.kind !== 'number') return '';
  return slot.found.percent ? `${shownNumber(slot.found.value * 100)}%` : shownNumber(slot.found.value);
};

const quantityOf = (meaning: RowMeaning): Quantity => (meaning === 'not-understood' ? 'count' : meaning);

/** Takes the single periods out of a cumulative row; where it or the one before is unknown, so is the period. */
function derivePeriods(line: Line, filled: ReadonlyMap<string, string>, reading: Reading): void {
  const byPlace = new Map(line.slots.map((slot) => [slot.place, slot]));
  const known = (slot: Slot | undefined) => (slot === undefined || filled.has(slot.cell) ? null : numberIn(slot));
  for (const slot of line.slots) {
    const sum = known(slot);
    const earlier = byPlace.get(slot.place - 1);
    const before = slot.place === 0 ? 0 : known(earlier);
    if (sum === null || before === null) continue;
    if (sum < before) {
      reading.warnings.push({
        check: 'cumulative-falls',
        cells: slot.cell,
        says: `«${line.row.label}» falls from ${shownNumber(before)} to ${shownNumber(sum)}: the period between is not taken out of it.`,
      });
      continue;
    }
    reading.observations.push({
      kind: 'observation',
      measure: line.row.measure,
      area: null,
      areaKind: 'city',
      from: slot.from,
      to: slot.to,
      quantity: 'count',
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
};

function readAnnual(
  table: WideTable,
  cells: GridCells,
  lines: readonly Line[],
  unknown: ReadonlyMap<string, string>,
  reading: Reading,
): void {
  for (const row of table.rows) {
    if (row.meaning === 'not-understood') continue;
    const annual: ObservationDraft[] = [];
    const columns: number[] = [];
    for (const column of table.columns) {
      const cell = cellName(row.row, column.column);
      const found = readValue(cells.cell(row.row, column.column));
      if (found.kind === 'blank') continue;
      if (column.kind === 'total') readTotal(row, cell, found, lines, unknown, reading);
      if (column.kind !== 'year') continue;
      const before = reading.observations.length;
      take({ measure: row.measure, ...monthsOfYear(column.year), quantity: ANNUAL[row.meaning], cell }, found, reading);
      annual.push(...reading.observations.slice(before));
      columns.push(column.column);
    }
    const own = table.columns.some(
      ({ column, ...found }) => found.kind === 'year' && found.year === row.year && columns.includes(column),
    );
    const ordinary = row.meaning === 'count' || row.meaning === 'cumulative' || row.meaning === 'gap';
    if (columns.length > 0 && !own && ordinary) {
      reading.warnings.push({
        check: 'annual-on-other-row',
        cells: blockName({ top: row.row, bottom: row.row, left: Math.min(...columns), right: Math.max(...columns) }),
        says: `The years’ figures stand on the row «${row.label}», which is none of those years: each is read for the year at the head of its column.`,
      });
    }
    if (ordinary) reading.warnings.push(...checkAnnual(annual, lines, unknown));
  }
}

const monthsOfYear = (year: FinancialYear): { from: Month; to: Month } => ({
  from: firstMonthOf(year),
  to: lastMonthOf(year),
});

/** A total beside its parts is kept as the year's figure (or the sum so far), never as another count. */
function readTotal(
  row: WideRow,
  cell: string,
  found: ValueFound,
  lines: readonly Line[],
  unknown: ReadonlyMap<string, string>,
  reading: Reading,
): void {
  const own = lines.filter((line) => line.row === row);
  const [line] = own;
  if (line === undefined || own.length > 1 || row.meaning !== 'count') {
    reading.taken.add(cell);
    const what = found.kind === 'number' ? shownNumber(found.value) : '';
    reading.refusals.push({ cell, found: what, why: 'a total of figures already read; not counted twice' });
    return;
  }
  const known = line.slots.filter((slot) => numberIn(slot) !== null && !unknown.has(slot.cell));
  const whole = known.length === line.periods;
  const to = known.at(-1)?.to ?? lastMonthOf(line.year);
  take(
    { measure: row.measure, from: firstMonthOf(line.year), to, quantity: whole ? 'annual' : 'cumulative', cell },
    found,
    reading,
  );
  const sum = known.reduce((total, slot) => total + (numberIn(slot) ?? 0), 0);
  if (found.kind === 'number' && Math.abs(found.value - sum) > 0.05) {
    reading.warnings.push({
      check: 'total-differs',
      cells: cell,
      says: `The total ${shownNumber(found.value)} is not the sum of its row, ${shownNumber(sum)}.`,
    });
  }
}

/** Whatever is left in the block of figures is refused with its reason: nothing is dropped in silence. */
function refuseTheRest(table: WideTable, block: Block | null, cells: GridCells, reading: Reading): void {
  if (block === null) return;
  const headed = new Set(table.columns.map(({ column }) => column));
  for (const row of table.rows) {
    for (let column = block.left; column <= block.right; column++) {
      const cell = cellName(row.row, column);
      const content = cells.cell(row.row, column);
      if (isBlank(content) || reading.taken.has(cell)) continue;
      reading.refusals.push({ cell, found: shownText(content), why: whyLeft(row, headed.has(column)) });
    }
  }
}

function whyLeft(row: WideRow, headed: boolean): string {
  if (!headed) return 'no heading above it says which period this is';
  if (row.label === '') return 'no label beside it says what this is';
  if (row.meaning === 'not-understood') return `«${row.label}» does not say what these figures are`;
  return `the sheet does not say which year «${row.label}» belongs to`;
}
