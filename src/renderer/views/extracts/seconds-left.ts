/** Before so many milliseconds, or so small a part, the pace says nothing yet. */
const LEAST_SPENT = 2000;
const LEAST_PART = 0.05;

/** How many seconds work takes yet at its pace so far; null until that can be told. */
export function secondsLeft(spentMilliseconds: number, done: number, of: number | null): number | null {
  if (of === null || of <= 0 || spentMilliseconds < LEAST_SPENT || done / of < LEAST_PART) return null;
  return Math.max(0, (spentMilliseconds / 1000) * (of / done - 1));
}
