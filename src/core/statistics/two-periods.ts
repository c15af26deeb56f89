import { percentChange, SMALLEST_BASE } from '../performance/change.ts';
import { sayNumber } from '../performance/say-number.ts';
import { sayEvidence } from './evidence.ts';
import { compareTwoCounts, type TwoCounts } from './two-counts.ts';

/** Two periods of equal length compared: the difference, its limits and one plain sentence. */
export interface PeriodChange extends TwoCounts {
  readonly before: number;
  readonly after: number;
  readonly difference: number;
  /** Null where the earlier count is below the smallest base. */
  readonly percent: number | null;
  readonly says: string;
}

/** Is the change real? `says` gives the change («from 3 to 6» on a small base) and how sure it is, in fixed words. */
export function changeBetween(
  before: number,
  after: number,
  {
    confidence = 0.95,
    smallestBase = SMALLEST_BASE,
  }: { readonly confidence?: number; readonly smallestBase?: number } = {},
): PeriodChange {
  const test = compareTwoCounts(after, before, { current: 1, earlier: 1 }, confidence);
  const percent = percentChange(before, after, smallestBase);
  const direction = after > before ? 'rise' : after < before ? 'fall' : 'none';
  const size = percent === null || direction === 'none' ? '' : ` (${percent > 0 ? '+' : ''}${sayNumber(percent, 1)}%)`;
  const change = `from ${sayNumber(before)} to ${sayNumber(after)}${size}`;
  return {
    ...test,
    before,
    after,
    difference: after - before,
    percent,
    says: `${change}: ${sayEvidence(test.p, direction)}`,
  };
}
