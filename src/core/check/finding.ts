import type { Warning } from '../intake/draft.ts';

/** One thing that does not add up: which check says so, where, what stands there and what would be right. */
export interface Finding {
  readonly check: string;
  readonly sheet: string;
  /** A cell, a block, or several of them: `G7`, `H7:P7`, `F3, F4`. */
  readonly cells: string;
  /** What stands there; null where no one value says it. */
  readonly found: string | null;
  /** What would add up; null where the sheet does not say. */
  readonly expected: string | null;
  readonly says: string;
}

/** A warning of the reading as a finding about its sheet. */
export const findingOf = (sheet: string, { check, cells, says, found, expected }: Warning): Finding => ({
  check,
  sheet,
  cells,
  found: found ?? null,
  expected: expected ?? null,
  says,
});
