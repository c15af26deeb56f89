import type { MeasureSummary } from '../../../preload/contract.ts';
import { isShare, type Measure } from '../../../core/measure/measure.ts';
import type { MeasureTable } from '../../../core/performance/measure-table.ts';
import { sinceLastPeriod } from '../../../core/performance/since-last-period.ts';
import { yearInOnePeriod } from '../../../core/performance/year-in-one-period.ts';
import { financialYearOf, firstMonthOf, previousYear, type FinancialYear } from '../../../core/time/financial-year.ts';
import { addMonths, monthsBetween, type Month } from '../../../core/time/month.ts';
import { periodInWords, periodsOf, type Period } from '../../../core/time/period.ts';
import { usualDay } from '../../../core/time/usual-day.ts';
import { arrivalsOf } from '../store/arrivals.ts';
import { listMeasures } from '../store/measures.ts';
import type { ReadStore } from '../store/open-store.ts';
import { gatherGap } from './gap.ts';
import { gatherMeasure, seriesOf, tableOf, yearsHeld } from './measure-table.ts';
import { gatherShare, shareYears } from './share.ts';
import { gatherSeries, valuesFor } from './series.ts';

const RECENT_MONTHS = 24;

/** One measure's summary, and the last month it knows. */
interface Summed {
  readonly summary: Omit<MeasureSummary, 'overdue'>;
  readonly lastMonth: Month | null;
  readonly measure: Measure;
}

interface Summaries {
  readonly measures: MeasureSummary[];
  readonly latest: Month | null;
  readonly overdue: { measure: string; name: string; source: string; says: string; usualDay: string | null }[];
}

/** The last answer for each connection, and the state of the store it holds for. */
const answered = new WeakMap<ReadStore, { readonly state: string; readonly summaries: Summaries }>();

/** Changes whenever another connection has committed anything, or this one has written. */
const stateOf = (db: ReadStore): string => {
  const { written } = db.prepare('SELECT total_changes() AS written').get() as { written: number };
  return `${String(db.pragma('data_version', { simple: true }))} ${String(written)}`;
};

/** Every measure as the home screen shows it, and what is overdue; worked out once for each state of the store. */
export function gatherSummaries(db: ReadStore): Summaries {
  // What is seen inside a transaction may yet be taken back.
  if (db.inTransaction) return summariesOf(db);
  const state = stateOf(db);
  const last = answered.get(db);
  if (last?.state === state) return last.summaries;
  const summaries = summariesOf(db);
  answered.set(db, { state, summaries });
  return summaries;
}

function summariesOf(db: ReadStore): Summaries {
  const summed = listMeasures(db).map((measure) =>
    measure.id === 'gap' ? gapSummary(db, measure) : isShare(measure) ? shareSummary(db, measure) : sum(db, measure),
  );
  const months = summed.flatMap(({ lastMonth }) => (lastMonth === null ? [] : [lastMonth])).sort();
  const latest = months.at(-1) ?? null;
  const late = summed.map((one) => latest !== null && isOverdue(one, latest));
  return {
    latest,
    measures: summed.map(({ summary }, at) => ({ ...summary, overdue: late[at] === true })),
    overdue: summed
      .filter((_, at) => late[at] === true)
      .map(({ measure, lastMonth }) => ({
        measure: measure.id,
        name: measure.shortName,
        source: measure.source,
        says: sayOverdue(lastMonth, latest),
        usualDay: lastMonth === null ? null : usualDay(addMonths(lastMonth, 1), arrivalsOf(db, measure)),
      })),
  };
}

/** Overdue: a whole period, and the measure's usual lag, behind the latest month that any measure knows. */
function isOverdue({ measure, lastMonth }: Summed, latest: Month): boolean {
  if (lastMonth === null) return true;
  const behind = monthsBetween(lastMonth, latest) - measure.lagMonths;
  return behind >= (measure.cadence === 'quarter' ? 3 : 1);
}

function sayOverdue(lastMonth: Month | null, latest: Month | null): string {
  if (lastMonth === null) return 'No figures have come yet.';
  const missing: Period | null = latest === null ? null : { from: addMonths(lastMonth, 1), to: latest };
  const held = `Figures to ${periodInWords({ from: lastMonth, to: lastMonth })}`;
  return missing === null ? `${held}.` : `${held}; ${periodInWords(missing)} has not come.`;
}

function sum(db: ReadStore, measure: Measure): Summed {
  const series = seriesOf(db, measure, null);
  const years = yearsHeld(series);
  const year = years.at(-1) ?? null;
  const table = year === null ? null : tableOf(gatherMeasure(db, measure, year, null, series));
  const known = [...series.values.values()].filter((one) => one.value !== null).map((one) => one.period.to);
  const lastMonth = known.sort().at(-1) ?? null;
  const recent = year === null ? [] : valuesFor(series, recentPeriods(measure, year));
  return {
    measure,
    lastMonth,
    summary: {
      ...headOf(measure, years, year),
      ...(table === null ? NOTHING : standing(table)),
      recent: recent.map((one) => one.value),
      sinceLast: measure.kind !== 'count' || beginsInQuestion(table) ? null : sinceLastPeriod(recent),
    },
  };
}

/** The periods of this year and last, so that the line ends where the year ends and a hole is seen as one. */
function recentPeriods(measure: Measure, year: FinancialYear): Period[] {
  return [...periodsOf(previousYear(year), measure.cadence), ...periodsOf(year, measure.cadence)].slice(-RECENT_MONTHS);
}

const headOf = (measure: Measure, years: readonly FinancialYear[], year: FinancialYear | null) => ({
  measure: measure.id,
  name: measure.name,
  shortName: measure.shortName,
  kind: measure.kind,
  unit: measure.unit,
  direction: measure.direction,
  cadence: measure.cadence,
  owner: measure.owner,
  source: measure.source,
  years: [...years],
  year,
});

type Standing = Omit<Summed['summary'], keyof ReturnType<typeof headOf> | 'recent' | 'sinceLast'>;

const NOTHING: Standing = {
  dataTo: null,
  latest: null,
  toDate: null,
  lastYearToDate: null,
  profile: null,
  changePercent: null,
  decimals: 0,
  status: { tier: 'not-yet-known', shortfallPercent: null, against: null, actual: null, target: null },
  disagreement: null,
  sentence: 'No figures have come yet.',
  illustrative: false,
};

/** Whether the period before the latest is of a last year that is in question: nothing is told against it. */
const beginsInQuestion = (table: MeasureTable | null): boolean =>
  table !== null &&
  yearInOnePeriod(table) !== null &&
  table.periods.findLastIndex(({ actual }) => actual !== null) === 0;

function standing(table: MeasureTable): Standing {
  const row = table.periods.findLast((one) => one.cumulative !== null);
  return {
    dataTo: table.dataTo,
    latest: row?.actual ?? null,
    toDate: row?.cumulative ?? null,
    lastYearToDate: row?.lastYearCumulative ?? null,
    profile: row?.targetLinear ?? null,
    changePercent: yearInOnePeriod(table) === null ? (row?.cumulativeChangePercent ?? null) : null,
    decimals: table.decimals,
    status: table.status,
    disagreement: table.disagreement,
    sentence: table.sentence,
    illustrative: table.illustrative,
  };
}

/** A share in the list: percentages where counts stand for other measures. */
function shareSummary(db: ReadStore, measure: Measure): Summed {
  const years = shareYears(db, measure);
  const year = years.at(-1) ?? null;
  if (year === null)
    return {
      measure,
      lastMonth: null,
      summary: { ...headOf(measure, [], null), ...NOTHING, recent: [], sinceLast: null },
    };
  const { view, thisYear } = gatherShare(db, measure, year);
  const before = gatherShare(db, measure, previousYear(year)).view;
  const known = thisYear.filter((one) => one.part !== null);
  const at = view.periods.findLast((row) => row.part !== null);
  return {
    measure,
    lastMonth: known.at(-1)?.period.to ?? null,
    summary: {
      ...headOf(measure, years, year),
      dataTo: view.dataTo,
      latest: at?.percent ?? null,
      toDate: view.toDate.percent,
      lastYearToDate: view.lastYearToDate.percent,
      profile: view.annualTarget,
      changePercent: null,
      decimals: 0,
      status: view.status,
      disagreement: null,
      sentence: view.sentence,
      illustrative: view.illustrative,
      recent: [...before.periods, ...view.periods].map((row) => row.percent),
      sinceLast: null,
    },
  };
}

function gapSummary(db: ReadStore, measure: Measure): Summed {
  const records = gatherSeries(db, { ...measure, id: 'all-crime', datasets: ['recorded-crime'] }, null);
  const years = yearsHeld(records);
  const year = years.at(-1) ?? null;
  if (year === null)
    return {
      measure,
      lastMonth: null,
      summary: { ...headOf(measure, [], null), ...NOTHING, decimals: 1, recent: [], sinceLast: null },
    };
  const { view } = gatherGap(db, year);
  const at = view.periods.findLastIndex((one) => one.gap !== null);
  const row = view.periods[at];
  const before = at > 0 ? view.periods[at - 1]?.gap : 0;
  return {
    measure,
    lastMonth: row === undefined ? null : addMonths(firstMonthOf(financialYearOf(row.period as Month)), at),
    summary: {
      ...headOf(measure, years, year),
      dataTo: view.dataTo,
      latest: row?.gap == null || before == null ? null : row.gap - before,
      toDate: row?.gap ?? null,
      lastYearToDate: row?.lastYearGap ?? null,
      profile: row?.targetLinear ?? null,
      changePercent: row?.cumulativeChangePercent ?? null,
      decimals: 1,
      status: view.status,
      disagreement: view.disagreement,
      sentence: view.sentence,
      illustrative: view.illustrative,
      recent: [
        ...monthByMonth(view.periods.map((one) => one.lastYearGap)),
        ...monthByMonth(view.periods.map((one) => one.gap)),
      ],
      sinceLast: null,
    },
  };
}

/** What each month added to a running total. */
const monthByMonth = (totals: readonly (number | null)[]): (number | null)[] =>
  totals.map((total, at) => {
    const before = at === 0 ? 0 : totals[at - 1];
    return total === null || before === null || before === undefined ? null : total - before;
  });

/** The latest month in the words of the top bar. */
export const monthInWords = (month: Month): string => periodInWords({ from: month, to: month });
