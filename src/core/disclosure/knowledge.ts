import type { DerivedCell, DisclosureTable, LinearSum } from './disclosure-table.ts';

/** Something every reader knows of a table: `Σ coefficient × cell` equals, or is at most, `constant`. */
export interface KnownRow {
  readonly coefficients: ReadonlyMap<string, number>;
  readonly constant: number;
  readonly atMost: boolean;
}

/** A printed derived figure is taken as open at an end its true value does not touch: a reader may know how we round. */
const OPEN_END = 1e-3;

const weigh = (sum: LinearSum, values: ReadonlyMap<string, number | null>): number | null => {
  let total = sum.constant;
  for (const { cell, times } of sum.terms) {
    const value = values.get(cell) ?? null;
    if (value === null) return null;
    total += times * value;
  }
  return total;
};

/** `scale × numerator − at × denominator`, turned over when `sign` is −1, as a row that is at most nought. */
function side(cell: DerivedCell, at: number, sign: 1 | -1): KnownRow {
  const coefficients = new Map<string, number>();
  const add = (name: string, by: number) => coefficients.set(name, (coefficients.get(name) ?? 0) + sign * by);
  for (const { cell: name, times } of cell.numerator.terms) add(name, cell.scale * times);
  for (const { cell: name, times } of cell.denominator.terms) add(name, -at * times);
  const constant = -sign * (cell.scale * cell.numerator.constant - at * cell.denominator.constant);
  return { coefficients, constant, atMost: true };
}

/** What a printed rate, percentage or change says of its counts: they lie between the two ends of its rounding. */
function derivedRows(cell: DerivedCell, values: ReadonlyMap<string, number | null>): KnownRow[] {
  if (cell.value === null) return [];
  const half = 0.5 * 10 ** -cell.decimals;
  const [top, bottom] = [weigh(cell.numerator, values), weigh(cell.denominator, values)];
  const exact = top === null || bottom === null || bottom === 0 ? null : (cell.scale * top) / bottom;
  let [low, high] = [cell.value - half, cell.value + half];
  if (exact !== null) {
    low = exact > low + half * OPEN_END ? low + half * OPEN_END : Math.min(low, exact);
    high = exact < high - half * OPEN_END ? high - half * OPEN_END : Math.max(high, exact);
  }
  return [side(cell, high, 1), side(cell, low, -1)];
}

/**
 * All that the sums of a table and the derived figures in `shown` tell a reader. A sum that does not add up in our own
 * figures is taken with its difference, as if the reader knew that too: hiding is then never too little.
 */
export function knowledgeOf(table: DisclosureTable, shown: ReadonlySet<string>): KnownRow[] {
  const values = new Map(table.counts.map((cell) => [cell.id, cell.value]));
  const sums = table.relations.map(({ total, parts }): KnownRow => {
    const coefficients = new Map<string, number>([[total, -1]]);
    for (const part of parts) coefficients.set(part, (coefficients.get(part) ?? 0) + 1);
    const terms = [...coefficients].map(([cell, times]) => ({ cell, times }));
    return { coefficients, constant: weigh({ constant: 0, terms }, values) ?? 0, atMost: false };
  });
  const figures = table.derived.filter((cell) => shown.has(cell.id)).flatMap((cell) => derivedRows(cell, values));
  return [...sums, ...figures];
}
