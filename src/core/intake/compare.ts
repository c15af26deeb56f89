import { monthsFrom, type Month } from '../time/month.ts';
import type { ObservationDraft } from './draft.ts';
import { draftKey, type FigureKey } from './draft-key.ts';

/** A figure as held or as newly read: its key's parts, its number (null: none) and the sign in its stead. */
export interface ComparedFigure extends FigureKey {
  readonly value: number | null;
  /** The sign as found («<5»), or null. */
  readonly symbol: string | null;
}

/** A figure that is held with one value and newly read with another. */
export interface FigureChange {
  readonly key: string;
  readonly held: ComparedFigure;
  readonly read: ComparedFigure;
  /** Newly read minus held; null where either is no number. */
  readonly difference: number | null;
}

interface Tally {
  readonly new: number;
  readonly same: number;
  readonly changed: number;
  readonly gone: number;
}

/** What a newer version of a dataset would do to what is held. */
export interface DraftComparison extends Tally {
  /** The largest changes first; those without a number on both sides come before all others. */
  readonly largest: readonly FigureChange[];
  /** Held figures that the new version should speak for but does not name. */
  readonly missing: readonly ComparedFigure[];
  /** The same four counts by the month in which a figure's period ends, in order. */
  readonly byMonth: readonly (Tally & { readonly month: Month })[];
}

/** Drafts by key, for {@link compareDrafts}. A key that stands twice keeps its first draft. */
export function figuresByKey(drafts: readonly ObservationDraft[]): Map<string, ComparedFigure> {
  const figures = new Map<string, ComparedFigure>();
  for (const { measure, area, areaKind, from, to, quantity, value, symbol } of drafts) {
    const figure = { measure, area, areaKind, from, to, quantity, value, symbol: symbol?.found ?? null };
    const key = draftKey(figure);
    if (!figures.has(key)) figures.set(key, figure);
  }
  return figures;
}

const LISTED = 20;

/**
 * Compares newly read figures with those held of the same dataset. `gone` counts held figures of a measure the new
 * version speaks for, whose period lies within `covers`, that it no longer gives.
 */
export function compareDrafts(
  held: ReadonlyMap<string, ComparedFigure>,
  drafts: ReadonlyMap<string, ComparedFigure>,
  covers: { readonly from: Month; readonly to: Month } | null,
  listed = LISTED,
): DraftComparison {
  const tallies = new Map<Month, Record<keyof Tally, number>>();
  const total = { new: 0, same: 0, changed: 0, gone: 0 };
  const count = (month: Month, what: keyof Tally) => {
    const tally = tallies.get(month) ?? { new: 0, same: 0, changed: 0, gone: 0 };
    tallies.set(month, tally);
    tally[what]++;
    total[what]++;
  };
  const changes: FigureChange[] = [];
  for (const [key, read] of drafts) {
    const before = held.get(key);
    if (before === undefined) {
      count(read.to, 'new');
    } else if (before.value === read.value && before.symbol === read.symbol) {
      count(read.to, 'same');
    } else {
      count(read.to, 'changed');
      const difference = before.value === null || read.value === null ? null : read.value - before.value;
      changes.push({ key, held: before, read, difference });
    }
  }
  const spokenFor = new Set([...drafts.values()].map(({ measure }) => measure));
  const missing = [...held]
    .filter(([key, figure]) => !drafts.has(key) && spokenFor.has(figure.measure) && isWithin(figure, covers))
    .map(([, figure]) => figure);
  for (const { to } of missing) count(to, 'gone');
  return {
    ...total,
    largest: changes.toSorted(largestFirst).slice(0, listed),
    missing,
    byMonth: inOrder(tallies),
  };
}

/** What a dataset does of which nothing is held yet: every figure is new. */
export function allNew(figures: readonly Pick<FigureKey, 'to'>[]): DraftComparison {
  const tallies = new Map<Month, Record<keyof Tally, number>>();
  for (const { to } of figures) {
    const tally = tallies.get(to);
    if (tally === undefined) tallies.set(to, { new: 1, same: 0, changed: 0, gone: 0 });
    else tally.new++;
  }
  return {
    new: figures.length,
    same: 0,
    changed: 0,
    gone: 0,
    largest: [],
    missing: [],
    byMonth: inOrder(tallies),
  };
}

const sizeOf = ({ difference }: FigureChange): number => (difference === null ? Infinity : Math.abs(difference));

/** Two changes without a number on both sides are equally large: Infinity less Infinity would be no order. */
function largestFirst(a: FigureChange, b: FigureChange): number {
  const [first, second] = [sizeOf(a), sizeOf(b)];
  return first === second ? 0 : second - first;
}

const isWithin = ({ from, to }: FigureKey, covers: { readonly from: Month; readonly to: Month } | null): boolean =>
  covers !== null && from >= covers.from && to <= covers.to;

function inOrder(tallies: ReadonlyMap<Month, Tally>): (Tally & { readonly month: Month })[] {
  const months = [...tallies.keys()].toSorted();
  const [first] = months;
  const last = months.at(-1);
  if (first === undefined || last === undefined) return [];
  return monthsFrom(first, last).flatMap((month) => {
    const tally = tallies.get(month);
    return tally === undefined ? [] : [{ month, ...tally }];
  });
}
