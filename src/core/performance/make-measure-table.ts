import type { Measure } from '../measure/measure.ts';
import { previousYear, type FinancialYear } from '../time/financial-year.ts';
import { periodId, periodInWords, periodsOf, samePeriod, yearBefore, type Period } from '../time/period.ts';
import { gapChange, percentChange, relativeChange } from './change.ts';
import type { MeasureRow, MeasureTable, Status } from './measure-table.ts';
import { lastYearShareProfile, linearProfile, ownProfile } from './profile.ts';
import { runningTotal, wholeSum } from './running-total.ts';
import { sayAgainstLastYear, sayAgainstProfile, sayDisagreement, sayYearToDate } from './say-finding.ts';
import { sayGap } from './say-gap.ts';
import { sayNumber } from './say-number.ts';
import { statusOf } from './status.ts';
import { sayYearInOnePeriod, yearInOnePeriod } from './year-in-one-period.ts';

/** What is held for one period. `value` null is not known; `symbol` is what the source said instead («<5»). */
export interface PeriodValue {
  readonly period: Period;
  readonly value: number | null;
  readonly symbol: string | null;
}

export interface MeasureTableInput {
  readonly measure: Measure;
  readonly year: FinancialYear;
  readonly thisYear: readonly PeriodValue[];
  readonly lastYear: readonly PeriodValue[];
  /** Last year's values for the profile by its share, where some are left out of it; absent: last year as it is. */
  readonly profileLastYear?: readonly (number | null)[];
  /** Whole years as printed by the source. */
  readonly annuals: readonly { readonly year: FinancialYear; readonly value: number | null }[];
  /** Decimals the figures are shown with: 0 (the default) for counts, 1 for rates. */
  readonly decimals?: number;
  readonly provisional: boolean;
  readonly illustrative: boolean;
  readonly notes: readonly string[];
}

const NOTHING = { value: null, symbol: null };

/** What is held for each of the periods, in order; nothing held is not known. */
const inOrder = (held: readonly PeriodValue[], periods: readonly Period[]) =>
  periods.map((period) => held.find((one) => samePeriod(one.period, period)) ?? { period, ...NOTHING });

function earlierYears({ annuals, year }: MeasureTableInput, lastYearSum: number | null): MeasureTable['previousYears'] {
  const last = previousYear(year);
  const printed = annuals.filter((annual) => annual.year < year && annual.value !== null);
  const years: MeasureTable['previousYears'][number][] = printed.map(({ year: of, value }) => ({
    year: of,
    value,
    basis: 'printed',
  }));
  if (!printed.some((annual) => annual.year === last) && lastYearSum !== null) {
    years.push({ year: last, value: lastYearSum, basis: 'summed' });
  }
  return years.sort((a, b) => (a.year < b.year ? -1 : a.year > b.year ? 1 : 0));
}

/** Printed years that are not the sum of their own months or quarters. */
function printedYearNotes(input: MeasureTableInput, sums: ReadonlyMap<string, number | null>): string[] {
  const parts = input.measure.cadence === 'month' ? 'months' : 'quarters';
  return input.annuals.flatMap(({ year, value }) => {
    const sum = sums.get(year) ?? null;
    if (value === null || sum === null || Math.abs(value - sum) < 1e-9) return [];
    const difference = `${sayNumber(Math.abs(value - sum))} ${value > sum ? 'more' : 'fewer'}`;
    return [
      `The printed total for ${year} is ${sayNumber(value)}; its ${parts} sum to ${sayNumber(sum)} ` +
        `(printed ${difference}).`,
    ];
  });
}

/** A hole before later figures stops the running total: said, so that nobody takes it for the latest. */
function holeNote(year: FinancialYear, values: readonly (number | null)[], periods: readonly Period[]): string[] {
  const hole = values.indexOf(null);
  const unknown = periods[hole];
  if (unknown === undefined || values.slice(hole).every((value) => value === null)) return [];
  const before = periods[hole - 1];
  const stops =
    before === undefined ? 'there is no running total' : `the running total stops at ${periodInWords(before)}`;
  return [`${periodInWords(unknown)} is not known, so ${stops} for ${year}.`];
}

/** Last year's figures where they are in question. */
function questionNote({ measure, year }: MeasureTableInput, rows: readonly MeasureRow[]): string[] {
  const copied = yearInOnePeriod({ periods: rows });
  return copied === null
    ? []
    : [sayYearInOnePeriod(copied, { cadence: measure.cadence, lastYear: previousYear(year) })];
}

function makeSentence(input: MeasureTableInput, rows: readonly MeasureRow[], at: number, status: Status): string {
  const { measure, year, decimals = 0 } = input;
  const periods = periodsOf(year, measure.cadence);
  const [first, last, row] = [periods[0], periods[at], rows[at]];
  if (first === undefined || last === undefined || row === undefined || row.cumulative === null) {
    const later = rows.some((one) => one.actual !== null);
    if (measure.kind === 'cumulative-gap') return `No gap for ${year} yet.`;
    return later
      ? `No running total of ${measure.unit} for ${year}: its start is not known.`
      : `No figures for ${year} yet.`;
  }
  if (measure.kind === 'cumulative-gap') {
    const { cumulative: now, lastYearCumulative: before } = row;
    return sayGap({ now, before, at: periodInWords(last), status, direction: measure.direction });
  }
  const parts = [
    `${sayNumber(row.cumulative, decimals)} ${measure.unit} ${sayYearToDate({ from: first.from, to: last.to })}`,
    yearInOnePeriod({ periods: rows }) === null
      ? sayAgainstLastYear(row.cumulative, row.lastYearCumulative, decimals)
      : 'not compared with last year, whose figures are in question',
  ];
  const finding = parts.filter((part) => part !== null).join(', ');
  const standing =
    status.tier === 'monitoring-only'
      ? 'monitored, no target of its own'
      : sayAgainstProfile(status, measure.direction, decimals);
  return standing === null ? `${finding}.` : `${finding}; ${standing}.`;
}

/**
 * The Board's table of one measure for one financial year. The running total stops at the first period not known; the
 * status compares it with the profile at the last period it reaches, first by the measure's own profile.
 */
export function makeMeasureTable(input: MeasureTableInput): MeasureTable {
  const { measure, year, decimals = 0 } = input;
  const isGap = measure.kind === 'cumulative-gap';
  const changeOf = isGap ? gapChange : decimals === 0 ? percentChange : relativeChange;
  const periods = periodsOf(year, measure.cadence);
  const now = inOrder(input.thisYear, periods);
  const before = inOrder(input.lastYear, periods.map(yearBefore));
  const nowValues = now.map((one) => one.value);
  const beforeValues = before.map((one) => one.value);
  const cumulative = runningTotal(nowValues);
  const beforeCumulative = runningTotal(beforeValues);
  const target = measure.targets.find((one) => one.year === year) ?? null;
  const annualTarget = target?.annual ?? null;
  const linear = linearProfile(annualTarget, periods.length);
  const share = lastYearShareProfile(annualTarget, input.profileLastYear ?? beforeValues);
  const own = measure.profile === 'own-periods' ? ownProfile(annualTarget, target?.periods, periods.length) : null;

  const rows = periods.map((period, index): MeasureRow => {
    const [actual, lastYear] = [nowValues[index] ?? null, beforeValues[index] ?? null];
    const [toDate, lastToDate] = [cumulative[index] ?? null, beforeCumulative[index] ?? null];
    return {
      period: periodId(period),
      actual,
      symbol: now[index]?.symbol ?? null,
      lastYear,
      lastYearSymbol: before[index]?.symbol ?? null,
      cumulative: toDate,
      lastYearCumulative: lastToDate,
      targetLinear: linear[index] ?? null,
      targetLastYearShare: share[index] ?? null,
      changePercent: changeOf(lastYear, actual),
      cumulativeChangePercent: changeOf(lastToDate, toDate),
    };
  });

  const at = cumulative.findLastIndex((value) => value !== null);
  const actual = cumulative[at] ?? null;
  const { direction, tolerancePercent } = measure;
  const standing = { actual, annualTarget, direction, tolerancePercent };
  const statusLinear = statusOf({ ...standing, target: linear[at] ?? null, against: 'linear' });
  const statusLastYearShare = statusOf({ ...standing, target: share[at] ?? null, against: 'last-year-share' });
  const status =
    own !== null
      ? statusOf({ ...standing, target: own[at] ?? null, against: 'own-periods' })
      : measure.profile === 'linear'
        ? statusLinear
        : statusLastYearShare;
  const atPeriod = periods[at];
  const lastYearSum = wholeSum(beforeValues);
  const sums = new Map([
    [previousYear(year), lastYearSum],
    [year, wholeSum(nowValues)],
  ]);
  return {
    measure: measure.id,
    name: measure.name,
    unit: measure.unit,
    direction,
    ...(isGap ? { gap: true } : {}),
    cadence: measure.cadence,
    year,
    tolerancePercent,
    annualTarget,
    targetWords: target?.words ?? null,
    owner: measure.owner,
    source: measure.source,
    lagMonths: measure.lagMonths,
    dataTo: rows.findLast((row) => row.actual !== null)?.period ?? null,
    decimals,
    previousYears: earlierYears(input, lastYearSum),
    periods: rows,
    ownTargets: own,
    status,
    statusLinear,
    statusLastYearShare,
    disagreement:
      atPeriod === undefined
        ? null
        : sayDisagreement(statusLinear, statusLastYearShare, sayAt(atPeriod, measure.cadence), decimals),
    sentence: makeSentence(input, rows, at, status),
    provisional: input.provisional,
    illustrative: input.illustrative,
    notes: [
      ...input.notes,
      ...printedYearNotes(input, sums),
      ...questionNote(input, rows),
      ...holeNote(year, nowValues, periods),
      ...holeNote(previousYear(year), beforeValues, periods.map(yearBefore)),
    ],
  };
}

const sayAt = (period: Period, cadence: Measure['cadence']): string =>
  cadence === 'month' ? periodInWords(period) : `the end of ${periodInWords(period)}`;
