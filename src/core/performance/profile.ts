import { runningTotal } from './running-total.ts';

/** An annual target spread evenly, cumulative: target × n / periods. All null when there is no target. */
export const linearProfile = (annual: number | null, periods: number): (number | null)[] =>
  Array.from({ length: periods }, (_, index) => (annual === null ? null : (annual * (index + 1)) / periods));

/**
 * An annual target spread as last year fell: target × last year's cumulative ÷ last year's whole, for values that are
 * already cumulative. All null when there is no target, when last year is incomplete or when its whole is 0.
 */
export function shareProfile(annual: number | null, lastYearCumulative: readonly (number | null)[]): (number | null)[] {
  const whole = lastYearCumulative.at(-1) ?? null;
  const complete = whole !== null && whole > 0 && lastYearCumulative.every((value) => value !== null);
  return lastYearCumulative.map((value) =>
    annual === null || !complete || value === null ? null : (annual * value) / whole,
  );
}

/** A target shared out by hand, cumulative: what each period is to bring, added up. */
export const ownProfile = (
  annual: number | null,
  parts: readonly number[] | undefined,
  periods: number,
): (number | null)[] =>
  annual === null || parts?.length !== periods ? Array.from({ length: periods }, () => null) : runningTotal(parts);

/** {@link shareProfile} from last year's discrete values, a month or quarter each. */
export const lastYearShareProfile = (annual: number | null, lastYear: readonly (number | null)[]): (number | null)[] =>
  shareProfile(annual, runningTotal(lastYear));
