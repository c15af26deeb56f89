import { makeChangeView, type ChangeView, type FigureKind } from '../../../core/performance/change-view.ts';
import { makeSeasonView, sayUses, type SeasonView } from '../../../core/performance/season-view.ts';
import { makeSpcView, type SpcView } from '../../../core/performance/spc-view.ts';
import { makeYearEndView, type YearEndView } from '../../../core/performance/year-end-view.ts';
import { sayYearInOnePeriod, yearInOnePeriod } from '../../../core/performance/year-in-one-period.ts';
import { isLeftOut, withoutExceptional } from '../../../core/statistics/exceptional.ts';
import { MONTHS_FOR_SEASON, seasonOf } from '../../../core/statistics/season.ts';
import { ruleSetNamed, ruleSets } from '../../../core/statistics/spc-rules.ts';
import { financialYearOf, previousYear, type FinancialYear } from '../../../core/time/financial-year.ts';
import { addMonths } from '../../../core/time/month.ts';
import {
  lengthInMonths,
  periodId,
  periodInWords,
  periodsOf,
  yearBefore,
  type Period,
} from '../../../core/time/period.ts';
import { chartSetting } from '../store/chart-settings.ts';
import { exceptionalFor } from '../store/exceptional-periods.ts';
import { FigureRefusal } from '../store/figure-refusal.ts';
import type { ReadStore } from '../store/open-store.ts';
import { gatherMeasureSeries, type MeasureSeries } from './measure-series.ts';

/** What a period is compared with: the same months last year, the months just before, or months of one's own choice. */
export type ChangeAgainst = 'last-year' | 'period-before' | Period;

/** Is the change of a measure between two periods real? */
export function gatherChange(
  db: ReadStore,
  id: string,
  after: Period,
  against: ChangeAgainst,
  confidencePercent: number,
): ChangeView {
  const held = gatherMeasureSeries(db, id);
  const before = periodAgainst(after, against);
  const setting = chartSetting(db, id);
  const left = exceptionalFor(db, id).filter(({ from, to, leftOutOf }) =>
    leftOutOf.includes('last-year') ? from <= before.to && before.from <= to : false,
  );
  const [leftOut] = left;
  return makeChangeView({
    measure: { ...held.measure, name: held.measure.shortName },
    kind: held.kind,
    before: { period: before, ...(leftOut === undefined ? held.known(before) : NOT_KNOWN) },
    after: { period: after, ...held.known(after) },
    confidence: confidencePercent / 100,
    smallestBase: setting.smallestBase,
    chartSays: chartSays(spcOf(db, held, null), held.periods, after),
    notes: [
      ...lastYearInQuestion(held, before, after),
      ...(held.kind === 'rate' && held.over !== null ? [`Rates are per 1,000 of ${held.over}.`] : []),
      ...(leftOut === undefined
        ? []
        : [
            `${periodInWords(leftOut)}, ${leftOut.reason}: left out of «last year» by choice, so it is not compared with.`,
          ]),
    ],
  });
}

/** Where last year's counts are this year's broken down, a change from them says nothing: said with the change. */
function lastYearInQuestion({ measure, kind, known }: MeasureSeries, before: Period, after: Period): string[] {
  const year = financialYearOf(after.from);
  const lastYear = previousYear(year);
  if (kind !== 'count' || financialYearOf(before.from) !== lastYear) return [];
  const periods = periodsOf(year, measure.cadence).map((period) => ({
    period: periodId(period),
    actual: known(period).value,
    lastYear: known(yearBefore(period)).value,
  }));
  const copied = yearInOnePeriod({ periods });
  return copied === null ? [] : [sayYearInOnePeriod(copied, { cadence: measure.cadence, lastYear })];
}

const NOT_KNOWN = { value: null, part: null, whole: null } as const;

function periodAgainst(after: Period, against: ChangeAgainst): Period {
  if (against === 'last-year') return yearBefore(after);
  if (against !== 'period-before') return against;
  const months = lengthInMonths(after);
  return { from: addMonths(after.from, -months), to: addMonths(after.to, -months) };
}

/** What the process chart says of the months of a period: signals, or none. */
function chartSays(chart: SpcView, periods: readonly Period[], within: Period): string | null {
  const points = chart.points.filter((_, at) => {
    const period = periods[at];
    return period !== undefined && period.from >= within.from && period.to <= within.to;
  });
  const known = points.filter((point) => point.value !== null && point.mean !== null);
  if (known.length === 0) return null;
  const signals = known.filter((point) => point.cause !== null);
  const trial = chart.trial ? ' (trial limits)' : '';
  return signals.length === 0
    ? `The process chart shows no signal in these months${trial}: they lie within normal month-to-month variation.`
    : `The process chart shows a signal in ${signals.map((point) => point.words).join(', ')}${trial}.`;
}

/** A measure's process chart by its saved rule set, or by one named for this once. */
export function gatherSpc(db: ReadStore, id: string, rules: string | null): SpcView {
  return spcOf(db, gatherMeasureSeries(db, id), rules);
}

function spcOf(db: ReadStore, held: MeasureSeries, rulesName: string | null): SpcView {
  const { measure, periods, values } = held;
  const setting = chartSetting(db, measure.id);
  const rules = ruleSetNamed(rulesName ?? setting.rules);
  if (rules === null) {
    throw new FigureRefusal(
      `There is no rule set «${rulesName ?? ''}». There are: ${Object.keys(ruleSets).join(', ')}.`,
    );
  }
  const last = periods.at(-1);
  const year = last === undefined ? null : financialYearOf(last.from);
  const annual = measure.targets.find((target) => target.year === year)?.annual ?? null;
  return makeSpcView({
    measure: { ...measure, name: measure.shortName, unit: UNITS[held.kind](measure.unit) },
    kind: held.kind,
    periods,
    values,
    groups: held.groups,
    over: held.over,
    rules,
    steps: setting.steps,
    baseline: setting.baseline,
    exceptional: exceptionalFor(db, measure.id),
    // A share is held against its target as it stands; a count's and a rate's is shared over the year.
    target: annual === null ? null : held.kind === 'share' ? annual : annual / (measure.cadence === 'month' ? 12 : 4),
    hasSeason: sayIfSeason(db, held),
    illustrative: held.illustrative,
  });
}

/** The unit of a figure as a chart names it. */
const UNITS: Readonly<Record<FigureKind, (unit: string) => string>> = {
  count: (unit) => unit,
  rate: (unit) => (/\bper\b/.test(unit) ? unit : `${unit} per 1,000 residents`),
  share: () => '%',
};

function sayIfSeason(db: ReadStore, { measure, kind, periods, values }: MeasureSeries): string {
  if (kind === 'share') return 'A share of people: season is not taken out.';
  if (measure.cadence === 'quarter') return 'Quarterly figures: season is not taken out.';
  const months = periods.map(({ from }) => from);
  const season = seasonOf(withoutExceptional(months, values, exceptionalFor(db, measure.id), 'season'));
  return season.known
    ? 'Two years or more are known: hold a summer or winter month against its season before taking it for a signal.'
    : season.says;
}

/** A measure's season, same-month comparison and rolling year; quarterly measures are too coarse for it. */
export function gatherSeason(db: ReadStore, id: string): SeasonView {
  const { measure, kind, periods, values, groups } = gatherMeasureSeries(db, id);
  refuseShare(kind, measure.shortName, 'its season is not worked out');
  if (measure.cadence !== 'month') {
    throw new FigureRefusal(
      `«${measure.shortName}» comes by quarter; a seasonal index needs ${String(MONTHS_FOR_SEASON)} months.`,
    );
  }
  // With the same residents in every month, a rate has the season of its counts.
  const counts = groups === null ? values : groups.map((group) => group?.part ?? null);
  const season = makeSeasonView({
    measure: { ...measure, name: measure.shortName },
    months: periods.map(({ from }) => from),
    values: counts,
    exceptional: exceptionalFor(db, id),
    smallestBase: chartSetting(db, id).smallestBase,
  });
  return groups === null ? season : { ...season, notes: [...season.notes, SEASON_OF_RATE] };
}

const SEASON_OF_RATE =
  'Shown in counts: with the same residents in every month, the season of the rate is that of its counts.';

function refuseShare(kind: FigureKind, name: string, says: string): void {
  if (kind === 'share') throw new FigureRefusal(`«${name}» is a share of people: ${says}.`);
}

/** Where a year would end at the present pace. Last year's months left out of «last year» are not known to it. */
export function gatherYearEnd(db: ReadStore, id: string, year: FinancialYear, confidencePercent: number): YearEndView {
  const { measure, kind, known, residents } = gatherMeasureSeries(db, id);
  refuseShare(kind, measure.shortName, 'it has no running total to carry to the year’s end');
  const countOver = (period: Period): number | null => (residents === null ? known(period).value : known(period).part);
  const exceptional = exceptionalFor(db, id);
  const valuesOf = (of: FinancialYear) =>
    periodsOf(of, measure.cadence).map((period) => ({ period, value: countOver(period) }));
  const thisYear = valuesOf(year);
  const lastYear = valuesOf(previousYear(year)).map(({ period, value }) => ({
    period,
    value:
      isLeftOut(period.to, exceptional, 'last-year') || isLeftOut(period.to, exceptional, 'profile') ? null : value,
  }));
  const hole = thisYear.findIndex(({ value }) => value === null);
  const lastKnown = thisYear[(hole < 0 ? thisYear.length : hole) - 1];
  return makeYearEndView({
    measure: { ...measure, name: measure.shortName },
    year,
    thisYear: thisYear.map(({ value }) => value),
    lastYear: lastYear.map(({ value }) => value),
    dataTo: lastKnown === undefined ? null : periodId(lastKnown.period),
    annualTarget: measure.targets.find((target) => target.year === year)?.annual ?? null,
    confidence: confidencePercent / 100,
    worth: residents === null ? 1 : 1000 / residents,
    notes: exceptional
      .filter(({ leftOutOf }) => leftOutOf.length > 0)
      .map(
        ({ from, to, reason, leftOutOf }) =>
          `${periodInWords({ from, to })}, ${reason}: left out of ${sayUses(leftOutOf)}.`,
      ),
  });
}
