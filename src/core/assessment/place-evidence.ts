import { areaKey } from '../intake/area-names.ts';
import { sayNumber } from '../performance/say-number.ts';
import { crossedCounts } from './crossed-counts.ts';
import { noEvidence, type EvidenceColumn, type EvidenceRow, type EvidenceTable } from './evidence-table.ts';
import type { EvidenceScope } from './evidence-scope.ts';

/** Records of one kind of offence in one neighbourhood. Null: none is named. */
export interface PlaceCount {
  readonly area: string | null;
  readonly kind: string | null;
  readonly events: number;
}

export interface PlaceInput {
  readonly scope: EvidenceScope;
  readonly counts: readonly PlaceCount[];
  readonly notes: readonly string[];
}

const TITLE = 'Where: kinds of offence by neighbourhood';
const METHOD =
  'Records by the neighbourhood and the offence group they name. The neighbourhoods with the most records have a row of their own, the others are counted together.';
const MOST_PLACES = 10;
const MOST_KINDS = 8;

function most(counts: readonly PlaceCount[], nameOf: (one: PlaceCount) => string | null, limit: number): string[] {
  const sums = new Map<string, number>();
  for (const one of counts) {
    const name = nameOf(one);
    if (name !== null) sums.set(name, (sums.get(name) ?? 0) + one.events);
  }
  return [...sums]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, limit)
    .map(([name]) => name);
}

/** The places with the most records, by kind of offence. */
export function placeEvidence({ scope, counts, notes }: PlaceInput): EvidenceTable {
  const places = most(counts, ({ area }) => area, MOST_PLACES);
  if (places.length === 0) {
    return noEvidence('places', TITLE, 'No record of these months names a neighbourhood.', METHOD);
  }
  const kinds = most(counts, ({ kind }) => kind, MOST_KINDS);
  const sumOf = (isRow: (area: string | null) => boolean, isColumn: (kind: string | null) => boolean): number =>
    counts.reduce((sum, { area, kind, events }) => sum + (isRow(area) && isColumn(kind) ? events : 0), 0);
  const isOther = (kind: string | null): boolean => kind === null || !kinds.includes(kind);
  const across = (isRow: (area: string | null) => boolean): number[] => [
    ...kinds.map((kind) => sumOf(isRow, (one) => one === kind)),
    sumOf(isRow, isOther),
    sumOf(isRow, () => true),
  ];
  const columns: EvidenceColumn[] = [
    ...kinds.map((kind) => ({ id: areaKey(kind), head: kind, kind: 'number' as const })),
    { id: 'other', head: 'Other kinds', kind: 'number' },
    { id: 'all', head: 'All crime', kind: 'number' },
  ];
  const rows: EvidenceRow[] = [
    ...places.map((place) => ({ id: areaKey(place), head: place, cells: across((area) => area === place) })),
    { id: 'others', head: 'Other neighbourhoods', cells: across((area) => area !== null && !places.includes(area)) },
    { id: 'not-placed', head: 'Not placed', cells: across((area) => area === null) },
    { id: 'city', head: 'The city', cells: across(() => true), weight: 'total' },
  ];
  const [first] = places;
  const whole = sumOf(
    () => true,
    () => true,
  );
  const own = sumOf(
    (area) => area === first,
    () => true,
  );
  return crossedCounts({
    scope,
    id: 'places',
    title: TITLE,
    finding: `${first ?? ''} has the most records: ${sayNumber(own)}, ${sayNumber((own / whole) * 100, 1)}% of the city’s.`,
    rowHead: 'Neighbourhood',
    columns,
    rows,
    notes,
    method: METHOD,
  });
}
