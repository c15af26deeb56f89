import type { Measure } from '../../../core/measure/measure.ts';
import { distanceTravelled, hasLeft, improvedOf, satisfiedOf } from '../../../core/performance/distance-travelled.ts';
import { makeShareView, type HeldShare } from '../../../core/performance/make-share-view.ts';
import type { ShareView } from '../../../core/performance/share-view.ts';
import { joinOrigins, type Origin } from '../../../core/provenance/origin.ts';
import { financialYearOf, lastMonthOf, previousYear, type FinancialYear } from '../../../core/time/financial-year.ts';
import { readMonthId, type Month } from '../../../core/time/month.ts';
import { periodsOf, type Period } from '../../../core/time/period.ts';
import { tableCounts } from '../store/held-counts.ts';
import { measureById, partnership } from '../store/measures.ts';
import type { ReadStore } from '../store/open-store.ts';
import { scoredClients, type ScoredClientHeld } from '../store/scores.ts';
import { gatherSeries, valuesFor } from './series.ts';

/** n of N of one period, with the cells they came from. */
export interface ShareHeld extends HeldShare {
  readonly from: readonly Origin[];
  readonly illustrative: boolean;
}

/** A share for one year, and where each of its periods came from. */
export interface ShareGathered {
  readonly view: ShareView;
  readonly thisYear: readonly ShareHeld[];
  readonly lastYear: readonly ShareHeld[];
}

const nothing = (period: Period): ShareHeld => ({ period, part: null, whole: null, from: [], illustrative: false });

/** Where the two counts of a share come from: a sheet of their own, or the answers of a survey. */
const COUNTED_IN = ['measure-sheet', 'survey'];

/** Measure a score sheet is kept under: satisfaction is asked of the same clients as the star, and has no sheet of its own. */
const SCORES = 'asb-outcome-star';

const monthOfDay = (day: string): Month | null => readMonthId(day.slice(0, 7));

const leftIn = ({ closedOn }: ScoredClientHeld, { from, to }: Period): boolean => {
  const month = closedOn === null ? null : monthOfDay(closedOn);
  return month !== null && from <= month && month <= to;
};

/** The clients scored for a measure; those who left after the «as at» month are not yet gone. */
function clientsOf(db: ReadStore, measure: Measure, upTo: string | null): ScoredClientHeld[] {
  const own = scoredClients(db, measure.id);
  const clients = own.length > 0 || measure.kind !== 'percentage' ? own : scoredClients(db, SCORES);
  if (upTo === null) return clients;
  return clients.map((client) => {
    const month = client.closedOn === null ? null : monthOfDay(client.closedOn);
    if (month === null || month <= upTo) return client;
    const domains = client.domains.map((one) => ({ ...one, exit: null }));
    return { ...client, closedOn: null, satisfied: null, domains };
  });
}

function fromScores(measure: Measure, clients: readonly ScoredClientHeld[], periods: readonly Period[]): ShareHeld[] {
  return periods.map((period) => {
    const left = clients.filter((client) => leftIn(client, period));
    if (left.length === 0) return nothing(period);
    const { part, whole } = measure.kind === 'distance-travelled' ? improvedOf(left) : satisfiedOf(left);
    return {
      period,
      part,
      whole,
      from: joinOrigins(left.map((client) => client.from)),
      illustrative: left.some((client) => client.illustrative),
    };
  });
}

/** A cohort's part is who did not return. */
function fromCohort(db: ReadStore, measure: Measure, periods: readonly Period[], upTo: string | null): ShareHeld[] {
  const { cityId } = partnership(db);
  const held = (quantity: 'cohort' | 'returned') =>
    tableCounts(db, { measure: measure.id, areaId: cityId, quantity, upTo });
  const [cohort, returned] = [held('cohort'), held('returned')];
  return periods.map((period) => {
    const within = ({ from, to }: { from: string; to: string }) => from === period.from && to === period.to;
    const [all, back] = [cohort.find(within), returned.find(within)];
    if (all === undefined && back === undefined) return nothing(period);
    const known = all?.value != null && back?.value != null ? all.value - back.value : null;
    return {
      period,
      part: known,
      whole: all?.value ?? null,
      from: [all, back].flatMap((one) => (one === undefined ? [] : [one.origin])),
      illustrative: all?.illustrative === true || back?.illustrative === true,
    };
  });
}

/** A percentage made of two counted series; a series that has no definition of its own is read from measure sheets. */
function fromCounts(db: ReadStore, measure: Measure, periods: readonly Period[], upTo: string | null): ShareHeld[] {
  const { madeOf } = measure;
  if (madeOf?.whole == null) return periods.map(nothing);
  const read = (id: string) => valuesFor(gatherSeries(db, { ...measure, id, datasets: COUNTED_IN }, upTo), periods);
  const [parts, wholes] = [read(madeOf.part), read(madeOf.whole)];
  return periods.map((period, index) => {
    const [part, whole] = [parts[index], wholes[index]];
    if (part === undefined || whole === undefined) return nothing(period);
    return {
      period,
      part: part.value,
      whole: whole.value,
      from: joinOrigins([part.from, whole.from]),
      illustrative: part.illustrative || whole.illustrative,
    };
  });
}

/** How the periods of a share are read, from wherever its measure has its figures. */
export interface ShareReader {
  readonly clients: readonly ScoredClientHeld[];
  readonly read: (periods: readonly Period[]) => ShareHeld[];
}

/** The reader of a percentage, a cohort or distance travelled; `upTo` is the «as at» month. */
export function shareReader(db: ReadStore, measure: Measure, upTo: string | null = null): ShareReader {
  const scored = measure.kind === 'distance-travelled' || (measure.kind === 'percentage' && measure.madeOf === null);
  const clients = scored ? clientsOf(db, measure, upTo) : [];
  return {
    clients,
    read: (periods) =>
      scored
        ? fromScores(measure, clients, periods)
        : measure.kind === 'cohort'
          ? fromCohort(db, measure, periods, upTo)
          : fromCounts(db, measure, periods, upTo),
  };
}

/** Gathers a percentage, a cohort or distance travelled for one financial year; `upTo` is the «as at» month. */
export function gatherShare(
  db: ReadStore,
  measure: Measure,
  year: FinancialYear,
  upTo: string | null = null,
): ShareGathered {
  const now = periodsOf(year, measure.cadence);
  const before = periodsOf(previousYear(year), measure.cadence);
  const { clients, read } = shareReader(db, measure, upTo);
  const [thisYear, lastYear] = [read(now), read(before)];
  const inYear = clients.filter((client) => {
    const month = client.closedOn === null ? null : monthOfDay(client.closedOn);
    return month === null ? !hasLeft(client) : financialYearOf(month) === year;
  });
  const used = thisYear.filter((one) => one.whole !== null);
  const undated = clients.filter((client) => client.closedOn === null && hasLeft(client)).length;
  return {
    thisYear,
    lastYear,
    view: makeShareView({
      measure,
      year,
      thisYear,
      lastYear,
      distance: measure.kind === 'distance-travelled' && clients.length > 0 ? distanceTravelled(inYear) : null,
      provisional: thisYear.some((one) => one.whole === null),
      illustrative: used.some((one) => one.illustrative),
      notes:
        undated === 0
          ? []
          : [`${String(undated)} clients have scores at exit but no date of leaving: they are in no period.`],
    }),
  };
}

/** Financial years in which a share has figures, in order. */
export function shareYears(db: ReadStore, measure: Measure): FinancialYear[] {
  const months =
    measure.kind === 'cohort'
      ? tableCounts(db, {
          measure: measure.id,
          areaId: partnership(db).cityId,
          quantity: 'cohort',
          upTo: null,
        }).map(({ from }) => from)
      : measure.madeOf === null
        ? clientsOf(db, measure, null).flatMap(({ closedOn }) => closedOn ?? [])
        : [
            ...gatherSeries(db, { ...measure, id: measure.madeOf.part, datasets: COUNTED_IN }, null).values.values(),
          ].map(({ period }) => period.from);
  const years = months.flatMap((month) => {
    const read = monthOfDay(month);
    return read === null ? [] : [financialYearOf(read)];
  });
  return [...new Set(years)].sort();
}

/** A share by its measure's id, by the definition in force at the end of what is asked. */
export const shareById = (db: ReadStore, id: string, year: FinancialYear, upTo: string | null = null): ShareGathered =>
  gatherShare(db, measureById(db, id, upTo ?? lastMonthOf(year)), year, upTo);
