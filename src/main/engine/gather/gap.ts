import type { MonthByArea } from '../../../core/performance/gap.ts';
import type { GapView } from '../../../core/performance/gap-view.ts';
import { makeGapView } from '../../../core/performance/make-gap-view.ts';
import { joinOrigins, type Origin } from '../../../core/provenance/origin.ts';
import { firstMonthOf, lastMonthOf, previousYear, type FinancialYear } from '../../../core/time/financial-year.ts';
import { areaMonthCounts, recordCounts, type HeldValue } from '../store/held-counts.ts';
import { placedByLookup } from './placed-by-lookup.ts';
import { measureById } from '../store/measures.ts';
import type { ReadStore } from '../store/open-store.ts';
import { neighbourhoodsHeld } from '../store/neighbourhoods.ts';

/** The gap of a year and where its parts came from. */
export interface GapGathered {
  readonly view: GapView;
  /** Origins of the records of each month of this year and last. */
  readonly records: ReadonlyMap<string, readonly Origin[]>;
  readonly populations: readonly Origin[];
}

/** Records of each month by neighbourhood; those of no neighbourhood beside them. */
export function monthsByArea(
  db: ReadStore,
  names: ReadonlyMap<number, string>,
  from: string,
  to: string,
  measure = 'all-crime',
): MonthByArea[] {
  const months = new Map<string, { byArea: Map<string, number>; unplaced: number }>();
  for (const { month, areaId, events } of areaMonthCounts(db, measure, from, to)) {
    let held = months.get(month);
    if (held === undefined) months.set(month, (held = { byArea: new Map<string, number>(), unplaced: 0 }));
    const name = areaId === null ? undefined : names.get(areaId);
    if (name === undefined) held.unplaced += events;
    else held.byArea.set(name, (held.byArea.get(name) ?? 0) + events);
  }
  return [...months].map(([month, held]) => ({ month, ...held }));
}

/** Works out the gap of a financial year from the records in force; `upTo` is the «as at» month. */
export function gatherGap(db: ReadStore, year: FinancialYear, upTo: string | null = null): GapGathered {
  const held = neighbourhoodsHeld(db);
  const until = (last: string) => (upTo !== null && upTo < last ? upTo : last);
  const last = previousYear(year);
  const thisYear = monthsByArea(db, held.names, firstMonthOf(year), until(lastMonthOf(year)));
  const lastYear = monthsByArea(db, held.names, firstMonthOf(last), until(lastMonthOf(last)));
  const lookup = placedByLookup(db, 'all-crime', firstMonthOf(last), until(lastMonthOf(year)));
  const records = new Map<string, Origin[]>();
  let illustrative = held.illustrative;
  const counts: HeldValue[] = recordCounts(db, 'all-crime', upTo);
  for (const one of counts) {
    records.set(one.from, joinOrigins([records.get(one.from) ?? [], [one.origin]]));
    illustrative ||= one.illustrative;
  }
  const view = makeGapView({
    measure: measureById(db, 'gap', upTo ?? lastMonthOf(year)),
    year,
    priority: held.priority,
    populations: held.populations,
    cityPopulation: held.cityPopulation,
    populationYear: held.populationYear,
    thisYear,
    lastYear,
    illustrative,
    notes: [...held.notes, ...lookup.notes],
  });
  return { view, records, populations: joinOrigins([held.origins, lookup.origins]) };
}
