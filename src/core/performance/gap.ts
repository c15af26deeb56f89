import { runningTotal } from './running-total.ts';

/** Crimes by neighbourhood in one month. A month that is not in the list is not known. */
export interface MonthByArea {
  readonly month: string;
  readonly byArea: ReadonlyMap<string, number>;
  /** Crimes without a neighbourhood: they count for the city only. */
  readonly unplaced: number;
}

/** Events per 1,000 residents; null when either is unknown or nobody lives there. */
export const ratePerThousand = (count: number | null, residents: number | null): number | null =>
  count === null || residents === null || residents <= 0 ? null : (count / residents) * 1000;

/** Everything counted in the city in a month, placed or not. */
export const cityCount = ({ byArea, unplaced }: MonthByArea): number =>
  [...byArea.values()].reduce((sum, count) => sum + count, unplaced);

/** Counted in the named areas together; an area that a known month does not list had none. */
export const countIn = (areas: readonly string[], { byArea }: MonthByArea): number =>
  areas.reduce((sum, area) => sum + (byArea.get(area) ?? 0), 0);

/** The gap since April, one entry for each month. */
export interface GapToDate {
  readonly month: string;
  readonly city: number | null;
  readonly priority: number | null;
  readonly cityRate: number | null;
  readonly priorityRate: number | null;
  /** Priority rate minus city rate, per 1,000 residents. */
  readonly gap: number | null;
}

/**
 * The gap by month, cumulative over the months given: crimes in the priority areas over their residents, summed before
 * dividing, minus all crimes in the city over its residents. Unknown from the first month that is not held.
 */
export function gapToDate(
  months: readonly string[],
  held: readonly MonthByArea[],
  priority: readonly string[],
  residents: { readonly city: number | null; readonly priority: number | null },
): GapToDate[] {
  const found = months.map((month) => held.find((one) => one.month === month) ?? null);
  const city = runningTotal(found.map((one) => (one === null ? null : cityCount(one))));
  const inPriority = runningTotal(found.map((one) => (one === null ? null : countIn(priority, one))));
  return months.map((month, index) => {
    const [all, some] = [city[index] ?? null, inPriority[index] ?? null];
    const cityRate = ratePerThousand(all, residents.city);
    const priorityRate = ratePerThousand(some, residents.priority);
    const gap = cityRate === null || priorityRate === null ? null : priorityRate - cityRate;
    return { month, city: all, priority: some, cityRate, priorityRate, gap };
  });
}

/**
 * How much of the gap each priority area makes, in percent, adding to 100: its crimes above what the city's rate would
 * give its residents, over the same for all of them. All null when they are together not above the city.
 */
export function sharesOfGap(
  areas: readonly { readonly count: number | null; readonly residents: number | null }[],
  cityRatePerThousand: number | null,
): (number | null)[] {
  const excess = areas.map(({ count, residents }) =>
    count === null || residents === null || cityRatePerThousand === null
      ? null
      : count - (cityRatePerThousand / 1000) * residents,
  );
  const whole = excess.reduce<number | null>((sum, one) => (sum === null || one === null ? null : sum + one), 0);
  return excess.map((one) => (one === null || whole === null || whole <= 0 ? null : (one / whole) * 100));
}
