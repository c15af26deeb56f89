import { areaKey } from '../intake/area-names.ts';

/** A ring of longitude and latitude pairs (or eastings and northings), first point repeated last. */
export type Ring = readonly (readonly [number, number])[];

/** One area of a map: its outline and its value. */
export interface MapArea {
  readonly name: string;
  /** The name its figure is held under; null where it has none. */
  readonly held: string | null;
  /** Polygons, each an outer ring and its holes. */
  readonly polygons: readonly (readonly Ring[])[];
  readonly value: number | null;
  readonly count: number | null;
  readonly population: number | null;
  readonly marked: boolean;
}

/** A map as a plain value: outlines from the officer's file, values from the figures, matched by name or code. */
export interface MapView {
  readonly boundary: string;
  readonly title: string;
  readonly valueWords: string;
  readonly areas: readonly MapArea[];
  /** Areas with a figure but no outline, and outlines without a figure. */
  readonly withoutOutline: readonly string[];
  readonly withoutFigure: readonly string[];
  readonly sentence: string;
  readonly illustrative: boolean;
  readonly notes: readonly string[];
}

/** One outline of a boundary file with its properties. */
export interface Outline {
  readonly properties: Readonly<Record<string, string>>;
  readonly polygons: readonly (readonly Ring[])[];
}

/** A boundary file that cannot be used; `says` is a plain sentence. */
export interface NoOutlines {
  readonly cannot: true;
  readonly says: string;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Outlines of a GeoJSON text (RFC 7946): polygons and multipolygons; other shapes are left out. */
export function readOutlines(text: string): readonly Outline[] | NoOutlines {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return { cannot: true, says: 'This is not GeoJSON: the file is not readable as JSON.' };
  }
  if (isRecord(parsed) && parsed['type'] === 'Topology') {
    return { cannot: true, says: 'This is TopoJSON. Save the outlines as GeoJSON and import that.' };
  }
  if (!isRecord(parsed) || !Array.isArray(parsed['features'])) {
    return { cannot: true, says: 'This is not GeoJSON: there is no list of features in it.' };
  }
  const outlines = (parsed['features'] as readonly unknown[]).flatMap((feature) => outlineOf(feature) ?? []);
  return outlines.length === 0
    ? { cannot: true, says: 'No area outlines (polygons) were found in this file.' }
    : outlines;
}

function outlineOf(feature: unknown): Outline | null {
  if (!isRecord(feature) || !isRecord(feature['geometry'])) return null;
  const { type, coordinates } = feature['geometry'];
  const polygons = type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : null;
  if (!Array.isArray(polygons)) return null;
  const read = (polygons as readonly unknown[]).flatMap((polygon) => {
    if (!Array.isArray(polygon)) return [];
    const rings = (polygon as readonly unknown[]).map(ringOf).filter((ring) => ring !== null);
    return rings.length === 0 ? [] : [rings];
  });
  if (read.length === 0) return null;
  const properties = isRecord(feature['properties']) ? feature['properties'] : {};
  const texts = Object.entries(properties).flatMap(([key, value]) =>
    typeof value === 'string' || typeof value === 'number' ? [[key, String(value)] as const] : [],
  );
  return { properties: Object.fromEntries(texts), polygons: read };
}

function ringOf(ring: unknown): Ring | null {
  if (!Array.isArray(ring)) return null;
  const points = (ring as readonly unknown[]).flatMap((point): (readonly [number, number])[] => {
    if (!Array.isArray(point)) return [];
    const [x, y] = point as readonly unknown[];
    return typeof x === 'number' && typeof y === 'number' && Number.isFinite(x) && Number.isFinite(y) ? [[x, y]] : [];
  });
  return points.length < 4 ? null : points;
}

/** The property whose values match the most of the names wanted; null when none matches any. */
export function matchingProperty(outlines: readonly Outline[], names: readonly string[]): string | null {
  const keys = new Set(names.map(areaKey));
  const scores = new Map<string, number>();
  for (const { properties } of outlines) {
    for (const [property, value] of Object.entries(properties)) {
      if (keys.has(areaKey(value))) scores.set(property, (scores.get(property) ?? 0) + 1);
    }
  }
  const [best] = [...scores].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
  return best?.[0] ?? null;
}

/** The property that reads most like a name: «…NM», «name»; else the first text. */
export const namingProperty = (outlines: readonly Outline[]): string | null => {
  const properties = Object.keys(outlines[0]?.properties ?? {});
  return (
    properties.find((one) => /(?:nm|name)$/i.test(one)) ??
    properties.find((one) => /name|nm/i.test(one)) ??
    properties[0] ??
    null
  );
};

export interface MapInput {
  readonly boundary: string;
  readonly title: string;
  readonly valueWords: string;
  readonly outlines: readonly Outline[];
  readonly values: readonly {
    readonly name: string;
    readonly value: number | null;
    readonly count: number | null;
    readonly population: number | null;
    readonly marked: boolean;
  }[];
  readonly illustrative: boolean;
  readonly notes: readonly string[];
}

/** Joins outlines and figures by name or code; what does not match is listed on both sides, never dropped in silence. */
export function makeMapView(input: MapInput): MapView {
  const { outlines, values } = input;
  const property = matchingProperty(
    outlines,
    values.map(({ name }) => name),
  );
  const naming = namingProperty(outlines);
  const byKey = new Map(values.map((value) => [areaKey(value.name), value]));
  const used = new Set<string>();
  const areas = outlines.map(({ properties, polygons }): MapArea => {
    const key = property === null ? '' : areaKey(properties[property] ?? '');
    const found = byKey.get(key);
    if (found !== undefined) used.add(key);
    return {
      name: (naming === null ? undefined : properties[naming]) ?? found?.name ?? 'unnamed',
      held: found?.name ?? null,
      polygons,
      value: found?.value ?? null,
      count: found?.count ?? null,
      population: found?.population ?? null,
      marked: found?.marked ?? false,
    };
  });
  const withoutOutline = values.filter(({ name }) => !used.has(areaKey(name))).map(({ name }) => name);
  const withoutFigure = areas.filter((area) => area.count === null && area.value === null).map(({ name }) => name);
  return {
    boundary: input.boundary,
    title: input.title,
    valueWords: input.valueWords,
    areas,
    withoutOutline,
    withoutFigure,
    sentence: `${String(used.size)} of ${String(outlines.length)} outlines have a figure${withoutOutline.length === 0 ? '' : `; ${String(withoutOutline.length)} areas with a figure have no outline`}.`,
    illustrative: input.illustrative,
    notes: input.notes,
  };
}
