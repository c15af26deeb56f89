import type { Origin } from '../../../core/provenance/origin.ts';
import { areaKey } from '../../../core/intake/area-names.ts';
import type { ReadStore } from './open-store.ts';

/** Layouts whose rows are areas to be compared. */
const COMPARED = `('comparison', 'crosstab')`;
const KINDS = {
  partnership: `('city', 'partnership')`,
  force: `('force')`,
} as const;

/** What is compared with what: partnerships (the city among them), or police forces. */
export type ComparedKind = keyof typeof KINDS;

/** One measure over one span for which areas of a kind are held. */
export interface SpanHeld {
  readonly measure: string;
  readonly from: string;
  readonly to: string;
  readonly areas: number;
}

/** Every measure and span held for at least three areas of a kind, in order of measure, then time. */
export const spansHeld = (db: ReadStore, kind: ComparedKind, measure: string | null = null): SpanHeld[] =>
  db
    .prepare<[string | null, string | null], SpanHeld>(
      `SELECT o.measure_id AS measure, o.period_from AS "from", o.period_to AS "to", count(DISTINCT o.area_id) AS areas
       FROM observation o
       JOIN live_import USING (import_id)
       JOIN import_sheet s ON s.import_id = o.import_id AND s.position = o.position
       JOIN area a USING (area_id)
       WHERE s.layout IN ${COMPARED} AND o.quantity IN ('count', 'rate') AND a.kind IN ${KINDS[kind]}
         AND o.symbol_meaning IS NOT 'gone' AND (? IS NULL OR o.measure_id = ?)
       GROUP BY 1, 2, 3 HAVING count(DISTINCT o.area_id) >= 3
       ORDER BY 1, 3, 2`,
    )
    .all(measure, measure);

/** One area's figures of one measure over one span, with what an earlier release said of it. */
export interface AreaFigures {
  readonly key: string;
  readonly name: string;
  readonly city: boolean;
  readonly count: number | null;
  readonly population: number | null;
  readonly printedRate: number | null;
  /** The count of the release before, where it differs, and the file of the release that changed it. */
  readonly revisedFrom: number | null;
  readonly revisedIn: string | null;
  readonly from: readonly Origin[];
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

interface FigureRow {
  measure: string;
  areaId: number;
  name: string;
  kind: string;
  quantity: 'count' | 'rate' | 'population';
  value: number | null;
  gone: 0 | 1;
  dataset: string;
  layout: string;
  importId: number;
  file: string;
  sheet: string;
  cell: string;
  illustrative: 0 | 1;
}

/** The areas of one span by measure, and where they came from. */
export interface SpanFigures {
  readonly byMeasure: ReadonlyMap<string, readonly AreaFigures[]>;
  readonly files: readonly string[];
  readonly illustrative: boolean;
  /** Figures printed by iQuanta are always provisional; tables of the Office for National Statistics are not. */
  readonly provisional: boolean;
}

/** Everything held of areas of a kind over exactly this span; `measure` null: of every measure. */
export function figuresOfSpan(
  db: ReadStore,
  kind: ComparedKind,
  span: { readonly from: string; readonly to: string },
  measure: string | null,
): SpanFigures {
  const rows = db
    .prepare<[string | null, string | null, string, string], FigureRow>(
      `SELECT o.measure_id AS measure, o.area_id AS areaId, a.name, a.kind, o.quantity, o.value,
        o.symbol_meaning IS 'gone' AS gone, s.dataset, s.layout, o.import_id AS importId, i.file_name AS file, s.sheet,
        o.cell, s.illustrative
       FROM observation o
       JOIN live_import USING (import_id)
       JOIN import i USING (import_id)
       JOIN import_sheet s ON s.import_id = o.import_id AND s.position = o.position
       JOIN area a USING (area_id)
       WHERE s.layout IN ${COMPARED} AND o.quantity IN ('count', 'rate', 'population') AND a.kind IN ${KINDS[kind]}
         AND (? IS NULL OR o.measure_id IN (?, 'population')) AND o.period_from = ? AND o.period_to = ?
       ORDER BY o.import_id, o.observation_id`,
    )
    .all(measure, measure, span.from, span.to);
  const inForce = latestOf(rows);
  const populations = new Map(
    inForce.filter((row) => row.now.quantity === 'population').map(({ now }) => [now.areaId, now]),
  );
  const byMeasure = new Map<string, Map<number, Writable<AreaFigures>>>();
  const used = inForce.filter((row) => row.now.quantity !== 'population');
  for (const { now, before } of used) {
    let areas = byMeasure.get(now.measure);
    if (areas === undefined) byMeasure.set(now.measure, (areas = new Map<number, Writable<AreaFigures>>()));
    let area = areas.get(now.areaId);
    if (area === undefined) {
      const residents = populations.get(now.areaId);
      area = {
        key: areaKey(now.name),
        name: now.name,
        city: now.kind === 'city',
        count: null,
        population: residents?.value ?? null,
        printedRate: null,
        revisedFrom: null,
        revisedIn: null,
        from: residents === undefined ? [] : [originOf(residents)],
      };
      areas.set(now.areaId, area);
    }
    if (now.quantity === 'count') {
      area.count = now.value;
      area.revisedFrom = before;
      area.revisedIn = before === null ? null : now.file;
    } else area.printedRate = now.value;
    area.from = [...area.from, originOf(now)];
  }
  return {
    byMeasure: new Map([...byMeasure].map(([id, areas]) => [id, [...areas.values()]])),
    files: [...new Set(used.map(({ now }) => now.file))],
    illustrative: used.some(({ now }) => now.illustrative === 1),
    provisional: used.some(({ now }) => now.layout === 'comparison'),
  };
}

const originOf = ({ importId, file, sheet, cell }: FigureRow): Origin => ({ importId, file, sheet, cell });

/** Of several releases the latest speaks; a sign in place of a number gives way to a number of another table. */
function latestOf(rows: readonly FigureRow[]): { now: FigureRow; before: number | null }[] {
  const bySeries = new Map<string, FigureRow[]>();
  for (const row of rows) {
    const key = `${row.measure} ${String(row.areaId)} ${row.quantity}`;
    const held = bySeries.get(key);
    if (held === undefined) bySeries.set(key, [row]);
    else held.push(row);
  }
  return [...bySeries.values()].flatMap((series) => {
    const last = series.at(-1);
    if (last === undefined || last.gone === 1) return [];
    const known = series.filter((row) => row.value !== null);
    const now = known.at(-1) ?? last;
    const before = known.findLast((row) => row.importId < now.importId && row.dataset === now.dataset)?.value ?? null;
    return [{ now, before: before === now.value ? null : before }];
  });
}

/** Residents of one area at the mid-year nearest to a month: the latest up to it, else the first after. */
export interface ResidentsHeld {
  readonly residents: number;
  /** Year of the estimate. */
  readonly year: number;
  /** The cell it stands in; its file and sheet are found by {@link originsOfCells}. */
  readonly at: CellHeld;
}

/** Where an observation stands, by the import's number. */
export interface CellHeld {
  readonly importId: number;
  readonly position: number;
  readonly cell: string;
}

/** File and sheet of cells, asked for only where a figure is explained. */
export function originsOfCells(db: ReadStore, cells: readonly CellHeld[]): Origin[] {
  const named = db.prepare<[number, number], { file: string; sheet: string }>(
    `SELECT i.file_name AS file, s.sheet FROM import i JOIN import_sheet s USING (import_id)
     WHERE i.import_id = ? AND s.position = ?`,
  );
  return cells.flatMap(({ importId, position, cell }) => {
    const place = named.get(importId, position);
    return place === undefined ? [] : [{ importId, ...place, cell }];
  });
}

const RESIDENT_KINDS = { partnership: `('city', 'partnership', 'other')`, force: `('force')` } as const;

/** Residents by area key for areas of a kind, nearest to a month. */
export function residentsNear(db: ReadStore, kind: ComparedKind, month: string): Map<string, ResidentsHeld> {
  const rows = db
    .prepare<[], CellHeld & { name: string; month: string; value: number }>(
      `SELECT a.name, o.period_from AS month, o.value, o.import_id AS importId, o.position, o.cell
       FROM observation o
       JOIN live_import USING (import_id)
       JOIN area a USING (area_id)
       WHERE o.measure_id = 'population' AND o.quantity = 'population' AND o.value > 0
         AND a.kind IN ${RESIDENT_KINDS[kind]} AND o.period_from = o.period_to
       ORDER BY o.import_id, o.observation_id`,
    )
    .all();
  const nearest = new Map<string, (typeof rows)[number]>();
  for (const row of rows) {
    const key = areaKey(row.name);
    const held = nearest.get(key);
    if (held === undefined || isNearer(row.month, held.month, month)) nearest.set(key, row);
  }
  return new Map(
    [...nearest].map(([key, { month: of, value, importId, position, cell }]) => [
      key,
      { residents: value, year: Number(of.slice(0, 4)), at: { importId, position, cell } },
    ]),
  );
}

function isNearer(candidate: string, held: string, wanted: string): boolean {
  const [newIn, oldIn] = [candidate <= wanted, held <= wanted];
  if (newIn !== oldIn) return newIn;
  return newIn ? candidate >= held : candidate <= held;
}

/** Names of every area of a kind the store knows, in order of the alphabet. */
export const areasOfKind = (db: ReadStore, kind: ComparedKind): string[] =>
  db
    .prepare<[], { name: string }>(`SELECT DISTINCT name FROM area WHERE kind IN ${KINDS[kind]} ORDER BY name`)
    .all()
    .map(({ name }) => name);
