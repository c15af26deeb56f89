/**
 * Where a count stands in the paper.
 * `ordinary`: printed, and may be hidden to protect another. `total`: printed, hidden only where nothing else protects.
 * `public`: known to every reader already (an earlier pack, a population); hiding it would protect nothing.
 * `unprinted`: printed nowhere, yet a reader could work it out (the month behind two packs, those not satisfied).
 */
export type Standing = 'ordinary' | 'total' | 'public' | 'unprinted';

/** A count of people, crimes or referrals. `value` null: not known; it is never shown and never nought. */
export interface CountCell {
  readonly id: string;
  /** As a reader would name it: «Stonehouse, May 2015». */
  readonly label: string;
  readonly value: number | null;
  readonly standing: Standing;
}

/** `constant + Σ times × cell`. */
export interface LinearSum {
  readonly constant: number;
  readonly terms: readonly { readonly cell: string; readonly times: number }[];
}

/** Something worked out from counts and printed: `scale × numerator ÷ denominator`, to so many decimals. */
export interface DerivedCell {
  readonly id: string;
  readonly label: string;
  /** As printed; null: not known. */
  readonly value: number | null;
  readonly decimals: number;
  readonly scale: number;
  readonly numerator: LinearSum;
  readonly denominator: LinearSum;
  /** `public`: printed before and out of our hands; else it goes with its counts. */
  readonly standing: 'ordinary' | 'public';
}

/** What every reader takes for granted: the parts make the total. */
export interface SumRelation {
  readonly total: string;
  readonly parts: readonly string[];
  /** In words: «the row of Stonehouse adds up», «May to date is April to date and May». */
  readonly says: string;
}

/** A table as a reader with a pencil sees it: counts, what is worked out from them, and how they add up. */
export interface DisclosureTable {
  readonly counts: readonly CountCell[];
  readonly derived: readonly DerivedCell[];
  readonly relations: readonly SumRelation[];
}

const only = (cell: string): LinearSum => ({ constant: 0, terms: [{ cell, times: 1 }] });

interface Printed {
  readonly id: string;
  readonly label: string;
  readonly value: number | null;
  readonly decimals: number;
}

/** A rate per `per` residents of a count, for a population every reader knows. */
export const rateCell = (printed: Printed, count: string, population: number, per = 1000): DerivedCell => ({
  ...printed,
  scale: per,
  numerator: only(count),
  denominator: { constant: population, terms: [] },
  standing: 'ordinary',
});

/** A part as a percentage of a whole. */
export const percentageCell = (printed: Printed, part: string, whole: string): DerivedCell => ({
  ...printed,
  scale: 100,
  numerator: only(part),
  denominator: only(whole),
  standing: 'ordinary',
});

/** The change from one count to another in percent of the earlier. */
export const changeCell = (printed: Printed, before: string, after: string): DerivedCell => ({
  ...printed,
  scale: 100,
  numerator: {
    constant: 0,
    terms: [
      { cell: after, times: 1 },
      { cell: before, times: -1 },
    ],
  },
  denominator: only(before),
  standing: 'ordinary',
});

/** The change from one count to another as a number. */
export const differenceCell = (printed: Printed, before: string, after: string): DerivedCell => ({
  ...changeCell(printed, before, after),
  scale: 1,
  denominator: { constant: 1, terms: [] },
});

/** The counts a derived figure is made of. */
export const countsBehind = (cell: DerivedCell): string[] => [
  ...new Set([...cell.numerator.terms, ...cell.denominator.terms].filter((one) => one.times !== 0).map((t) => t.cell)),
];
