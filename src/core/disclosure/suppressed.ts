import type { DeducibleRange } from './attack.ts';

/**
 * What became of a cell. `rounded`: printed to the rounding base. `small`: hidden for its own size (primary).
 * `secondary`: hidden because it would give another away. `follows`: a rate, change or percentage hidden with its
 * counts. `unprinted`: printed nowhere to begin with.
 */
export type Outcome = 'shown' | 'rounded' | 'small' | 'secondary' | 'follows' | 'unprinted' | 'not-known';

export interface SuppressedCell {
  readonly id: string;
  readonly label: string;
  readonly outcome: Outcome;
  /** What is printed: the figure as given, or rounded; null where hidden or not known. */
  readonly value: number | null;
  /** The rule's symbol where hidden, else null. */
  readonly symbol: string | null;
  /** Why it is hidden or rounded, in one sentence; null where shown. */
  readonly reason: string | null;
  /** What a reader could still say of a hidden count. For the officer's window only, never for paper. */
  readonly deducible: DeducibleRange | null;
}

export interface Suppressed {
  readonly cells: ReadonlyMap<string, SuppressedCell>;
  /** Every small count is out of reach, checked after the choice. */
  readonly safe: boolean;
  /** It is proved that no cheaper choice is safe. */
  readonly cheapest: boolean;
  /** Labels of small counts that readers can work out from what is public already, whatever is hidden here. */
  readonly unprotected: readonly string[];
  readonly notes: readonly string[];
}
