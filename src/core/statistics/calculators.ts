import { rateWithLimits } from './rate.ts';
import { proportionWithLimits } from './proportion.ts';
import { makeSpcChart } from './spc-chart.ts';
import { ruleSetNamed, ruleSets, type RuleSetName } from './spc-rules.ts';
import { changeBetween } from './two-periods.ts';
import { compareTwoShares, type PartOfWhole } from './two-shares.ts';

/*
 * The calculators of the command line: plain numbers in, the documented JSON out. They need no store, and are the same
 * functions the views use.
 */

/** What is asked cannot be worked out; `says` is a plain sentence. */
export interface CannotWorkOut {
  readonly cannot: true;
  readonly says: string;
}

const cannot = (says: string): CannotWorkOut => ({ cannot: true, says });
const isCount = (value: number): boolean => Number.isFinite(value) && value >= 0;

export interface RateAnswer {
  readonly rate: number;
  readonly lower: number;
  readonly upper: number;
  readonly confidence: number;
  readonly method: string;
  readonly count: number;
  readonly population: number;
  readonly per: number;
}

/** `rate --count 8 --population 1000 [--per 1000] [--confidence 95|99.8]`; `confidence` in percent. */
export function rateCalculator(input: {
  readonly count: number;
  readonly population: number;
  readonly per?: number;
  readonly confidence?: number;
}): RateAnswer | CannotWorkOut {
  const { count, population, per = 1000, confidence = 95 } = input;
  if (!isCount(count)) return cannot('The count must be a number from 0.');
  if (!(population > 0) || !Number.isFinite(population)) return cannot('The population must be a number above 0.');
  if (!(per > 0) || !Number.isFinite(per)) return cannot('A rate is per a number above 0, such as 1000.');
  if (!(confidence > 0 && confidence < 100))
    return cannot('The confidence must lie between 0 and 100, such as 95 or 99.8.');
  const { value, lower, upper, method } = rateWithLimits({ count, population, per, confidence: confidence / 100 });
  if (value === null || lower === null || upper === null || method === null)
    return cannot('There is no rate for this.');
  return { rate: value, lower, upper, confidence, method, count, population, per };
}

export interface ProportionAnswer {
  readonly proportion: number;
  readonly lower: number;
  readonly upper: number;
  readonly confidence: number;
  readonly method: string;
}

/** `proportion --count 60 --of 80 [--confidence 95|99.8]`; shares of 1, `confidence` in percent. */
export function proportionCalculator(input: {
  readonly count: number;
  readonly of: number;
  readonly confidence?: number;
}): ProportionAnswer | CannotWorkOut {
  const { count, of, confidence = 95 } = input;
  if (!isCount(count) || !isCount(of) || of === 0) return cannot('Count and whole must be numbers, the whole above 0.');
  if (count > of) return cannot('The count cannot be larger than the whole.');
  if (!(confidence > 0 && confidence < 100))
    return cannot('The confidence must lie between 0 and 100, such as 95 or 99.8.');
  const { value, lower, upper, method } = proportionWithLimits(count, of, { confidence: confidence / 100 });
  if (value === null || lower === null || upper === null || method === null)
    return cannot('There is no share for this.');
  return { proportion: value, lower, upper, confidence, method };
}

export interface ChangeAnswer {
  readonly difference: number;
  /** Null where none may be shown: an earlier count under 10. */
  readonly percent: number | null;
  /** Null where the earlier count is 0. */
  readonly ratio: number | null;
  readonly ratioLower: number;
  readonly ratioUpper: number | null;
  readonly confidence: number;
  readonly p: number;
  readonly says: string;
}

/** `change --before 629 --after 525 [--confidence 95|99.8]`: two counts of equal periods, whole numbers. */
export function changeCalculator(input: {
  readonly before: number;
  readonly after: number;
  readonly confidence?: number;
}): ChangeAnswer | CannotWorkOut {
  const { before, after, confidence = 95 } = input;
  if (!Number.isSafeInteger(before) || !Number.isSafeInteger(after) || before < 0 || after < 0) {
    return cannot('Before and after must be whole numbers from 0.');
  }
  if (!(confidence > 0 && confidence < 100))
    return cannot('The confidence must lie between 0 and 100, such as 95 or 99.8.');
  const { difference, percent, ratio, ratioLower, ratioUpper, p, says } = changeBetween(before, after, {
    confidence: confidence / 100,
  });
  return { difference, percent, ratio, ratioLower, ratioUpper, confidence, p, says };
}

export interface ShareChangeAnswer {
  /** Shares of 1, and the difference between them with its limits. */
  readonly before: number;
  readonly after: number;
  readonly difference: number;
  readonly lower: number;
  readonly upper: number;
  readonly confidence: number;
  readonly method: 'Newcombe';
  readonly p: number;
}

/** `change --before 56/70 --after 48/80 [--confidence 95|99.8]`: two shares of different people. */
export function shareChangeCalculator(input: {
  readonly before: PartOfWhole;
  readonly after: PartOfWhole;
  readonly confidence?: number;
}): ShareChangeAnswer | CannotWorkOut {
  const { before, after, confidence = 95 } = input;
  if (![before, after].every(isPartOfWhole)) {
    return cannot('A share is a whole number of another that is above 0 and no smaller: 56/70.');
  }
  if (!(confidence > 0 && confidence < 100))
    return cannot('The confidence must lie between 0 and 100, such as 95 or 99.8.');
  const { difference, lower, upper, p } = compareTwoShares(after, before, confidence / 100);
  const shareOf = ({ part, whole }: PartOfWhole): number => part / whole;
  return {
    before: shareOf(before),
    after: shareOf(after),
    difference,
    lower,
    upper,
    confidence,
    method: 'Newcombe',
    p,
  };
}

const isPartOfWhole = ({ part, whole }: PartOfWhole): boolean =>
  Number.isSafeInteger(part) && Number.isSafeInteger(whole) && part >= 0 && whole > 0 && part <= whole;

export interface SpcAnswer {
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
  readonly points: readonly { readonly value: number | null; readonly flags: readonly string[] }[];
  /** Fewer than 13 points: limits are provisional. */
  readonly trial: boolean;
  readonly rules: string;
}

/**
 * `spc --values 1,2,3 --rules NAME`; a gap in the values is null. Flags are every special cause of a point, by precedence.
 * With `groups` (`--values 18/23,20/31`) it is a chart of shares in percent: limits are those of the last point.
 */
export function spcCalculator(input: {
  readonly values: readonly (number | null)[];
  readonly groups?: readonly (PartOfWhole | null)[];
  readonly rules?: string;
}): SpcAnswer | CannotWorkOut {
  const rules = ruleSetNamed(input.rules ?? 'mdc-7');
  if (rules === null) return cannot(`There is no rule set of that name. There are: ${ruleSetNames().join(', ')}.`);
  if (input.values.some((value) => value !== null && !Number.isFinite(value))) return cannot('Values must be numbers.');
  const { groups = null } = input;
  if (groups?.some((group) => group !== null && !isPartOfWhole(group)) === true) {
    return cannot('A share is a whole number of another that is above 0 and no smaller: 18/23.');
  }
  const values =
    groups === null ? input.values : groups.map((group) => (group === null ? null : (group.part / group.whole) * 100));
  const chart = makeSpcChart({ values, direction: 'monitor', rules, groups });
  const limits = chart.segments[0]?.limits ?? null;
  if (limits === null) return cannot('At least two values in a row are needed for limits.');
  return {
    mean: limits.mean,
    lower: limits.lower,
    upper: limits.upper,
    points: chart.points.map(({ value, causes }) => ({ value, flags: causes })),
    trial: chart.trial,
    rules: rules.id,
  };
}

/** Names of the rule sets, for help and refusals. */
export const ruleSetNames = (): RuleSetName[] => Object.keys(ruleSets) as RuleSetName[];
