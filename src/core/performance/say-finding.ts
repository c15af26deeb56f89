import { financialYearOf, firstMonthOf, quarterNumber } from '../time/financial-year.ts';
import { lengthInMonths, periodInWords, type Period } from '../time/period.ts';
import { compareTwoCounts } from '../statistics/two-counts.ts';
import { sayEvidence } from '../statistics/evidence.ts';
import type { Direction } from '../measure/measure.ts';
import type { Status, Tier } from './measure-table.ts';
import { sayNumber, sayPercent } from './say-number.ts';

const TIER_WORDS: Record<Tier, string> = {
  'generally-satisfied': 'generally satisfied',
  'some-concerns': 'some concerns',
  'significant-concern': 'significant concern',
  'monitoring-only': 'monitoring only',
  'not-yet-known': 'not yet known',
};

/** A year to date in the Board's words: `in quarter one`, `in the first two quarters`, `from April to August 2015`. */
export function sayYearToDate(period: Period): string {
  const year = financialYearOf(period.from);
  const months = lengthInMonths(period);
  if (period.from !== firstMonthOf(year) || quarterNumber(period.from) !== 1) return `in ${periodInWords(period)}`;
  if (months === 3) return 'in quarter one';
  if (months === 6) return 'in the first two quarters';
  if (months === 9) return 'in the first three quarters';
  if (months === 12) return `in ${year}`;
  return months === 1 ? `in ${periodInWords(period)}` : `from ${periodInWords(period)}`;
}

/** `104 fewer than last year`, with the evidence for two counts of equal periods; null when last year is not known. */
export function sayAgainstLastYear(now: number, before: number | null, decimals = 0): string | null {
  if (before === null) return null;
  if (now === before) return 'the same as last year';
  const direction = now > before ? 'rise' : 'fall';
  const difference = `${sayNumber(Math.abs(now - before), decimals)} ${now > before ? 'more' : 'fewer'} than last year`;
  const counts = decimals === 0 && Number.isInteger(now) && Number.isInteger(before) && now >= 0 && before >= 0;
  return counts ? `${difference}; ${sayEvidence(compareTwoCounts(now, before).p, direction)}` : difference;
}

/** `21% short of the profile of 667`; null when there is nothing to compare. */
export function sayAgainstProfile(status: Status, direction: Direction, decimals = 0): string | null {
  const { shortfallPercent, target, actual } = status;
  if (shortfallPercent === null || target === null || actual === null) return null;
  const profile = `the profile of ${sayNumber(target, decimals)}`;
  if (actual === target) return `exactly on ${profile}`;
  const size = sayPercent(shortfallPercent);
  if (direction === 'less-is-better') return `${size} ${actual > target ? 'over' : 'under'} ${profile}`;
  return actual < target ? `${size} short of ${profile}` : `${size} above ${profile}`;
}

/** The one sentence when two profiles give different tiers; null when they agree or one of them is not known. */
export function sayDisagreement(linear: Status, share: Status, atInWords: string, decimals = 0): string | null {
  const known = [linear, share].every((status) => status.shortfallPercent !== null);
  if (!known || linear.tier === share.tier || linear.actual === null) return null;
  const side = (status: Status): string => {
    const { actual, target } = status;
    if (actual === null || target === null) return '';
    const exact = Math.abs(target - Math.round(target)) < 1e-9 ? decimals : Math.max(1, decimals);
    return `${actual > target ? 'over' : actual < target ? 'under' : 'on'} ${sayNumber(target, exact)}`;
  };
  return (
    `The two profiles disagree at ${atInWords}: ${sayNumber(linear.actual, decimals)} is ` +
    `${side(linear)} by the linear profile (${TIER_WORDS[linear.tier]}) ` +
    `and ${side(share)} by last year’s share (${TIER_WORDS[share.tier]}).`
  );
}
