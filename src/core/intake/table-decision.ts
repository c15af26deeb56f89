import type { Period } from '../time/period.ts';
import type { RowChoice, RowIs } from './sheet-choice.ts';

/** What the officer decided of a table with one header row, besides its columns. `null`, and a row not named: as found. */
export interface TableDecision {
  readonly measure: string | null;
  readonly period: Period | null;
  readonly rows: readonly RowChoice[];
}

export const NO_DECISION: TableDecision = { measure: null, period: null, rows: [] };

/** The rows that are of a kind: as found, but where the officer says otherwise. */
export function withDecided(
  rows: readonly number[],
  decided: readonly RowChoice[],
  kind: RowIs,
  found: (row: number) => boolean,
): number[] {
  const said = new Map(decided.map(({ row, is }) => [row, is]));
  return rows.filter((row) => {
    const is = said.get(row);
    return is === undefined ? found(row) : is === kind;
  });
}
