import type { Warning } from '../intake/draft.ts';
import type { Line, Slot } from '../intake/wide-lines.ts';

/** The figures of a sheet once single cells that break its sums are put right, for the checks that build on them. */
export interface Settled {
  /** The lines with the right value in place of a cell that breaks the sums. Never kept: only checked with. */
  readonly lines: readonly Line[];
  /** Places (see {@link placeKey}) where one of several cells is wrong and the sheet does not say which. */
  readonly doubted: ReadonlySet<string>;
  readonly warnings: readonly Warning[];
}

/** The place of a figure: its measure, year and position in the year. */
export const placeKey = ({ row, year }: Pick<Line, 'row' | 'year'>, place: number): string =>
  `${row.measure} ${year} ${String(place)}`;

/** Differences below this are rounding of figures printed to one decimal. */
export const ROUNDING = 0.05;

/** A line with other numbers at some places. */
export function withValues(line: Line, values: ReadonlyMap<number, number>): Line {
  const slots = line.slots.map((slot): Slot => {
    const value = values.get(slot.place);
    return value === undefined ? slot : { ...slot, found: { kind: 'number', value, percent: false } };
  });
  return { ...line, slots };
}

/** The slot at a place of the year. */
export const slotAt = (line: Line | undefined, place: number): Slot | undefined =>
  line?.slots.find((slot) => slot.place === place);
