import type { Measure } from '../measure/measure.ts';
import { proportionWithLimits } from '../statistics/proportion.ts';
import type { FinancialYear } from '../time/financial-year.ts';
import { periodId, periodsOf, samePeriod, yearBefore, type Period } from '../time/period.ts';
import type { Status } from './measure-table.ts';
import { sayYearToDate } from './say-finding.ts';
import { sayNumber } from './say-number.ts';
import type { DistanceTravelled, ShareOf, ShareView } from './share-view.ts';
import { statusOf } from './status.ts';

/** n of N held for one period; a null is not known. */
export interface HeldShare {
  readonly period: Period;
  readonly part: number | null;
  readonly whole: number | null;
}

export interface ShareInput {
  readonly measure: Measure;
  readonly year: FinancialYear;
  readonly thisYear: readonly HeldShare[];
  readonly lastYear: readonly HeldShare[];
  readonly distance: DistanceTravelled | null;
  readonly provisional: boolean;
  readonly illustrative: boolean;
  readonly notes: readonly string[];
}

/** A share in percent with Wilson's limits. */
export function shareOf(part: number | null, whole: number | null): ShareOf {
  const { value, lower, upper } = proportionWithLimits(part, whole, { per: 100 });
  return { part, whole, percent: value, lower, upper };
}

const isKnown = (one: HeldShare | undefined): one is HeldShare & { part: number; whole: number } =>
  one !== undefined && one.part !== null && one.whole !== null;

/** The periods known since April, up to the first that is not, taken together: the counts are added, then divided. */
function together(held: readonly (HeldShare | undefined)[], until: number): ShareOf {
  const known = held.slice(0, until);
  if (until === 0 || !known.every(isKnown)) return shareOf(null, null);
  return shareOf(
    known.reduce((sum, one) => sum + one.part, 0),
    known.reduce((sum, one) => sum + one.whole, 0),
  );
}

/** `18 of 23 (78%; 95% limits 58% to 90%)`. */
export function sayShare({ part, whole, percent, lower, upper }: ShareOf): string {
  if (part === null || whole === null) return 'not known';
  return `${sayNumber(part)} of ${sayNumber(whole)}${sayPercentWithLimits({ percent, lower, upper })}`;
}

/** ` (78%; 95% limits 58% to 90%)`; nothing where there is no percentage. */
export const sayPercentWithLimits = ({
  percent,
  lower,
  upper,
}: Pick<ShareOf, 'percent' | 'lower' | 'upper'>): string =>
  percent === null || lower === null || upper === null
    ? ''
    : ` (${sayNumber(percent)}%; 95% limits ${sayNumber(lower)}% to ${sayNumber(upper)}%)`;

/** `3 percentage points above the target of 75%`. */
export function sayAgainstShareTarget({ actual, target }: Pick<Status, 'actual' | 'target'>): string | null {
  if (actual === null || target === null) return null;
  const said = `the target of ${sayNumber(target, Number.isInteger(target) ? 0 : 1)}%`;
  const points = Math.abs(actual - target);
  if (points < 0.05) return `on ${said}`;
  const size = points < 0.95 ? sayNumber(points, 1) : sayNumber(points);
  return `${size} percentage ${size === '1' ? 'point' : 'points'} ${actual > target ? 'above' : 'below'} ${said}`;
}

/** Whether a target lies within the limits of a share: so few people do not tell which side they are on. */
export const isWithinLimits = ({ lower, upper }: ShareOf, target: number | null): boolean =>
  target !== null && lower !== null && upper !== null && lower <= target && target <= upper;

function makeSentence(input: ShareInput, toDate: ShareOf, status: Status, at: number): string {
  const { measure, year } = input;
  const periods = periodsOf(year, measure.cadence);
  const [first, last] = [periods[0], periods[at]];
  if (first === undefined || last === undefined || toDate.part === null) return `No figures for ${year} yet.`;
  const when = sayYearToDate({ from: first.from, to: last.to });
  const found = `${sayShare(toDate)} ${measure.unit} ${when}`;
  const standing = sayAgainstShareTarget(status);
  return `${found}; ${standing ?? 'watched, no target of its own'}.`;
}

/** A share for one financial year: each period, the year to date, its status by the target, and the finding. */
export function makeShareView(input: ShareInput): ShareView {
  const { measure, year, distance } = input;
  const periods = periodsOf(year, measure.cadence);
  const now = periods.map((period) => input.thisYear.find((one) => samePeriod(one.period, period)));
  const before = periods.map((period) => input.lastYear.find((one) => samePeriod(one.period, yearBefore(period))));
  const hole = now.findIndex((one) => !isKnown(one));
  const until = hole < 0 ? now.length : hole;
  const toDate = together(now, until);
  const target = measure.targets.find((one) => one.year === year) ?? null;
  const told = statusOf({
    actual: toDate.percent,
    target: target?.annual ?? null,
    annualTarget: target?.annual ?? null,
    direction: measure.direction,
    tolerancePercent: measure.tolerancePercent,
    against: 'linear',
  });
  // A share is held against its target as it stands: there is no profile through the year.
  const status: Status = { ...told, against: null };
  const last = now.findLastIndex(isKnown);
  const dataTo = periods[last];
  return {
    measure: measure.id,
    name: measure.name,
    shortName: measure.shortName,
    kind: measure.kind,
    partWords: measure.numerator,
    wholeWords: measure.denominator,
    direction: measure.direction,
    cadence: measure.cadence,
    year,
    tolerancePercent: measure.tolerancePercent,
    annualTarget: target?.annual ?? null,
    targetWords: target?.words ?? null,
    owner: measure.owner,
    source: measure.source,
    lagMonths: measure.lagMonths,
    dataTo: dataTo === undefined ? null : periodId(dataTo),
    periods: periods.map((period, index) => ({
      period: periodId(period),
      ...shareOf(now[index]?.part ?? null, now[index]?.whole ?? null),
      lastYearPercent: shareOf(before[index]?.part ?? null, before[index]?.whole ?? null).percent,
    })),
    toDate,
    lastYearToDate: together(before, until),
    status: dataTo === undefined ? { ...status, tier: 'not-yet-known' } : status,
    distance,
    sentence: makeSentence(input, toDate, status, until - 1),
    provisional: input.provisional,
    illustrative: input.illustrative,
    notes: input.notes,
  };
}
