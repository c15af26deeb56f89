import type { Origin } from '../../../core/provenance/origin.ts';
import { PLACED_BY_LOOKUP, type PlacedWanted } from '../store/held-counts.ts';
import { lookupHeld, type LookupHeld } from '../store/lookups.ts';
import type { ReadStore } from '../store/open-store.ts';

/** Records of some months that only a lookup of small areas places, and the note that says so beside the figures. */
interface PlacedByLookup {
  readonly notes: readonly string[];
  readonly origins: readonly Origin[];
}

const NONE: PlacedByLookup = { notes: [], origins: [] };

/** `by the lookup «LSOAs 2011.csv» (import 4, kept on 3 July 2015)`. */
export function lookupInWords({ importedAt, origin: { file, importId } }: LookupHeld): string {
  const on = new Date(importedAt).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
  return `by the lookup «${file}» (import ${String(importId)}, kept on ${on})`;
}

/** Says how many records of some months were placed by the lookup in force, and which lookup that is. */
export function placedByLookup(db: ReadStore, measure: string, from: string, to: string): PlacedByLookup {
  const lookup = lookupHeld(db);
  if (lookup === null) return NONE;
  const placed = db
    .prepare<[PlacedWanted], { events: number }>(`SELECT coalesce(sum(events), 0) AS events FROM (${PLACED_BY_LOOKUP})`)
    .get({ measure, from, to, lookup: lookup.origin.importId });
  if (placed === undefined || placed.events === 0) return NONE;
  return {
    notes: [
      `${placed.events.toLocaleString('en-GB')} records without a neighbourhood were placed by their LSOA, ${lookupInWords(lookup)}.`,
    ],
    origins: [lookup.origin],
  };
}
