import { makeMapView, readOutlines, type MapInput, type MapView } from '../../../core/performance/map-view.ts';
import { periodInDays, type Period } from '../../../core/time/period.ts';
import { boundaryGeometry, smallAreaCounts, wardCounts } from '../store/boundaries.ts';
import { FigureRefusal } from '../store/figure-refusal.ts';
import { areaMonthCounts } from '../store/held-counts.ts';
import { lookupHeld } from '../store/lookups.ts';
import { neighbourhoodsHeld } from '../store/neighbourhoods.ts';
import { lookupInWords, placedByLookup } from './placed-by-lookup.ts';
import type { Input } from '../../../preload/contract.ts';
import type { ReadStore } from '../store/open-store.ts';
import { namesOf } from './group.ts';

/** What a map shows: neighbourhoods by rate, or wards or small areas (LSOAs) by count. */
export type MapOf = Input<'map.show'>['of'];

const SHOWN: Readonly<Record<MapOf, string>> = {
  neighbourhoods: 'per 1,000 residents',
  wards: 'by ward',
  'small-areas': 'by small area',
};

/** A map of one measure over some months on a boundary file. */
export function gatherMap(db: ReadStore, boundaryId: number, measure: string, period: Period, of: MapOf): MapView {
  const boundary = boundaryGeometry(db, boundaryId);
  const outlines = readOutlines(boundary.geometry);
  if ('cannot' in outlines) throw new FigureRefusal(outlines.says);
  const { name } = namesOf(db)(measure);
  const days = periodInDays(period);
  const { values, illustrative, notes } = mappedValues(db, measure, period, of);
  if (values.every((value) => value.count === null)) {
    throw new FigureRefusal(`No records of «${name}» are held for ${days}, so there is nothing to map.`);
  }
  const valueWords = of === 'neighbourhoods' ? SHOWN[of] : 'records';
  const title = `${name} ${SHOWN[of]}, ${days}`;
  return makeMapView({
    boundary: boundary.name,
    title,
    valueWords,
    outlines,
    values,
    illustrative,
    notes: [...notes, `Outlines: ${boundary.fileName}.`],
  });
}

/** The figures a map is drawn from, area by area. */
export const mappedValues = (db: ReadStore, measure: string, period: Period, of: MapOf): Values =>
  VALUES[of](db, measure, period);

type Values = Pick<MapInput, 'values' | 'illustrative' | 'notes'>;

function byNeighbourhood(db: ReadStore, measure: string, period: Period): Values {
  const held = neighbourhoodsHeld(db);
  const counts = new Map<string, number>();
  let unplaced = 0;
  const rows = areaMonthCounts(db, measure, period.from, period.to);
  for (const { areaId, events } of rows) {
    const name = areaId === null ? undefined : held.names.get(areaId);
    if (name === undefined) unplaced += events;
    else counts.set(name, (counts.get(name) ?? 0) + events);
  }
  const residents = new Map(held.populations.map((one) => [one.name, one.residents]));
  const names = [...new Set([...residents.keys(), ...counts.keys()])];
  return {
    values: names.map((name) => {
      const population = residents.get(name) ?? null;
      const count = rows.length === 0 ? null : (counts.get(name) ?? 0);
      const value = count === null || population === null || population <= 0 ? null : (count / population) * 1000;
      return { name, value, count, population, marked: held.priority.includes(name) };
    }),
    illustrative: held.illustrative,
    notes: [
      ...placedByLookup(db, measure, period.from, period.to).notes,
      ...(unplaced === 0
        ? []
        : [`${unplaced.toLocaleString('en-GB')} records have no neighbourhood and are not on the map.`]),
    ],
  };
}

function bySmallArea(db: ReadStore, measure: string, period: Period): Values {
  const rows = smallAreaCounts(db, measure, period.from, period.to);
  return countsOnly(rows, 'Counts, not rates: residents by small area are not used.', 'name no small area');
}

function byWard(db: ReadStore, measure: string, { from, to }: Period): Values {
  const lookup = lookupHeld(db, 'ward');
  if (lookup === null) {
    throw new FigureRefusal(
      'No lookup of wards is held. Bring a list of small areas (LSOA code) with the ward of each under Extracts.',
    );
  }
  const rows = wardCounts(db, { measure, from, to, lookup: lookup.origin.importId });
  const found = countsOnly(
    rows,
    'Counts, not rates: residents by ward are not used.',
    'name no small area that the lookup places in a ward',
  );
  return { ...found, notes: [`Each record is in the ward of its LSOA, ${lookupInWords(lookup)}.`, ...found.notes] };
}

const VALUES: Readonly<Record<MapOf, (db: ReadStore, measure: string, period: Period) => Values>> = {
  neighbourhoods: byNeighbourhood,
  wards: byWard,
  'small-areas': bySmallArea,
};

/** Areas by count alone; how many records are in none of them, and why, is a note. */
function countsOnly(
  rows: readonly { readonly name: string | null; readonly events: number }[],
  note: string,
  unplacedBecause: string,
): Values {
  const unplaced = rows.find(({ name }) => name === null)?.events ?? 0;
  return {
    values: rows.flatMap(({ name, events }) =>
      name === null ? [] : [{ name, value: events, count: events, population: null, marked: false }],
    ),
    illustrative: false,
    notes: [
      note,
      ...(unplaced === 0
        ? []
        : [`${unplaced.toLocaleString('en-GB')} records ${unplacedBecause} and are not on the map.`]),
    ],
  };
}
