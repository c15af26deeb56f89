import type { CountCell, DisclosureTable } from './disclosure-table.ts';

/** Counts of one run of periods with the running total printed beneath them. */
export interface RunningTotalRow {
  /** Starts each id: `m` gives `m1`, `m2`, …; the running total's ids start with `total`. */
  readonly id: string;
  readonly totalId: string;
  readonly periods: readonly string[];
  readonly values: readonly (number | null)[];
  readonly totals: readonly (number | null)[];
  readonly standing: CountCell['standing'];
}

/**
 * Periods and their running total: each running total is the one before and the period between, so a hidden period
 * comes back by subtraction unless running totals are hidden with it.
 */
export function runningTotalCells(row: RunningTotalRow): DisclosureTable {
  const counts: CountCell[] = [];
  const relations: DisclosureTable['relations'][number][] = [];
  for (const [at, period] of row.periods.entries()) {
    const number = String(at + 1);
    const [id, total] = [`${row.id}${number}`, `${row.totalId}${number}`];
    counts.push({ id, label: period, value: row.values[at] ?? null, standing: row.standing });
    counts.push({ id: total, label: `${period} to date`, value: row.totals[at] ?? null, standing: row.standing });
    relations.push({
      total,
      parts: at === 0 ? [id] : [`${row.totalId}${String(at)}`, id],
      says: `the running total to ${period} is the one before and ${period}`,
    });
  }
  return { counts, derived: [], relations };
}

/** Several tables that are printed together and share cells by id, as one; a cell given twice is taken once. */
export function joinTables(...tables: readonly DisclosureTable[]): DisclosureTable {
  const counts = new Map(tables.flatMap((table) => table.counts).map((cell) => [cell.id, cell]));
  const derived = new Map(tables.flatMap((table) => table.derived).map((cell) => [cell.id, cell]));
  return {
    counts: [...counts.values()],
    derived: [...derived.values()],
    relations: tables.flatMap((table) => table.relations),
  };
}
