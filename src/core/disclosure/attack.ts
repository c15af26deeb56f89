import type { KnownRow } from './knowledge.ts';
import { feasibleSet, type EqualityRow, type FeasibleSet, type Optimum } from './linear-programme.ts';

/** What a reader can say of a hidden count; `to` null: nothing bounds it from above. */
export interface DeducibleRange {
  readonly from: number;
  readonly to: number | null;
}

/** A bound on a hidden count with the shown cells it rests on and the table of hidden counts that reaches it. */
export interface Bound {
  /** Infinity where there is none. */
  readonly value: number;
  readonly restsOn: readonly string[];
  readonly reachedBy: ReadonlyMap<string, number>;
}

/** A reader at work on a table with some counts hidden. */
export interface Attack {
  readonly least: (cell: string) => Bound;
  readonly most: (cell: string) => Bound;
}

/** The value of every count the reader does not have to guess, and which may be negative (a correction). */
export interface Sight {
  readonly shown: ReadonlyMap<string, number>;
  readonly hidden: readonly string[];
  readonly mayBeNegative: ReadonlySet<string>;
}

const NONE: Bound = { value: Infinity, restsOn: [], reachedBy: new Map() };

interface Column {
  readonly cell: string;
  readonly sign: 1 | -1;
}

function columnsOf(sight: Sight): Column[] {
  const plain = sight.hidden.map((cell): Column => ({ cell, sign: 1 }));
  const under = sight.hidden.filter((cell) => sight.mayBeNegative.has(cell));
  return [...plain, ...under.map((cell): Column => ({ cell, sign: -1 }))];
}

/** Sets the rows of a reader's knowledge out for the simplex: shown counts to the right, a column for each hidden one. */
function setOut(known: readonly KnownRow[], sight: Sight, columns: readonly Column[]) {
  const hidden = new Set(sight.hidden);
  const used = known.filter((row) => [...row.coefficients].some(([cell, by]) => by !== 0 && hidden.has(cell)));
  const slacks = used.filter((row) => row.atMost).length;
  let slack = columns.length;
  const rows = used.map((row): EqualityRow => {
    const coefficients = new Float64Array(columns.length + slacks);
    for (const [at, { cell, sign }] of columns.entries()) coefficients[at] = sign * (row.coefficients.get(cell) ?? 0);
    let constant = row.constant;
    for (const [cell, by] of row.coefficients) if (!hidden.has(cell)) constant -= by * (sight.shown.get(cell) ?? 0);
    if (row.atMost) coefficients[slack++] = 1;
    return { coefficients, constant };
  });
  return { used, rows, width: columns.length + slacks };
}

/**
 * Opens the reader's problem: hidden counts are nought or more and satisfy everything known; null when no such counts
 * exist (the figures contradict each other).
 */
export function openAttack(known: readonly KnownRow[], sight: Sight): Attack | null {
  const columns = columnsOf(sight);
  const { used, rows, width } = setOut(known, sight, columns);
  const set: FeasibleSet | null = feasibleSet(width, rows);
  if (set === null) return null;
  const hidden = new Set(sight.hidden);

  const restsOn = (multipliers: Float64Array): string[] => {
    const weights = new Map<string, number>();
    for (const [at, row] of used.entries()) {
      const by = multipliers[at] ?? 0;
      if (Math.abs(by) < 1e-9) continue;
      for (const [cell, times] of row.coefficients) {
        if (!hidden.has(cell)) weights.set(cell, (weights.get(cell) ?? 0) + by * times);
      }
    }
    return [...weights].filter(([, weight]) => Math.abs(weight) > 1e-7).map(([cell]) => cell);
  };
  const ask = (cell: string, direction: 1 | -1): Bound => {
    const objective = new Float64Array(width);
    for (const [at, column] of columns.entries()) if (column.cell === cell) objective[at] = direction * column.sign;
    const found: Optimum = set.largest(objective);
    const { multipliers } = found;
    if (multipliers === null) return NONE;
    const reachedBy = new Map(sight.hidden.map((name) => [name, 0]));
    for (const [at, column] of columns.entries()) {
      reachedBy.set(column.cell, (reachedBy.get(column.cell) ?? 0) + column.sign * (found.point[at] ?? 0));
    }
    return { value: direction * found.value, restsOn: restsOn(multipliers), reachedBy };
  };
  return { least: (cell) => ask(cell, -1), most: (cell) => ask(cell, 1) };
}

/** Slack for the arithmetic when a bound is taken to a whole number. */
const NEAR = 1e-6;

/** A lower and an upper bound as whole counts: 3.2 to 6.9 leaves 4 to 6. */
export const wholeRange = (least: number, most: number): DeducibleRange => ({
  from: Number.isFinite(least) ? Math.ceil(least - NEAR) + 0 : -Infinity,
  to: Number.isFinite(most) ? Math.floor(most + NEAR) : null,
});

/** Whether every count of a table of hidden counts is whole. */
export const isWhole = (counts: ReadonlyMap<string, number>): boolean =>
  [...counts.values()].every((value) => Math.abs(value - Math.round(value)) < NEAR);
