import { addMonths, type Month } from './month.ts';

/** When a month's figures first came: the day, as `2015-07-14`. */
export interface Arrival {
  readonly month: Month;
  readonly day: string;
}

const DAY_MS = 86_400_000;
/** Figures that came later than this were history being loaded, and say nothing of the usual day. */
const MOST_DAYS = 92;
const FEWEST_MONTHS = 2;

const startOfDay = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const dayAfter = (month: Month): number => startOfDay(`${addMonths(month, 1)}-01`);

/** How many days after a month's end its figures usually come: the median of first arrivals; null under two months. */
export function usualLagDays(arrivals: readonly Arrival[]): number | null {
  const first = new Map<Month, number>();
  for (const { month, day } of arrivals) {
    const days = Math.round((startOfDay(day) - dayAfter(month)) / DAY_MS) + 1;
    if (days < 0 || days > MOST_DAYS) continue;
    first.set(month, Math.min(days, first.get(month) ?? days));
  }
  const sorted = [...first.values()].sort((a, b) => a - b);
  if (sorted.length < FEWEST_MONTHS) return null;
  const middle = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[middle]];
  return Math.round((low + high) / 2);
}

/** The day a month's figures may be looked for, as `2015-07-14`; null where the usual day is not known. */
export function usualDay(month: Month, arrivals: readonly Arrival[]): string | null {
  const lag = usualLagDays(arrivals);
  if (lag === null) return null;
  return new Date(dayAfter(month) + (lag - 1) * DAY_MS).toISOString().slice(0, 10);
}
