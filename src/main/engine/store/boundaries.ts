import { FigureRefusal } from './figure-refusal.ts';
import { RECORDS_IN_FORCE } from './held-counts.ts';
import type { ReadStore, WriteStore } from './open-store.ts';

/** A boundary file kept, without its outlines. */
export interface BoundaryHeld {
  readonly boundaryId: number;
  readonly name: string;
  readonly fileName: string;
  readonly savedAt: string;
}

/** Every boundary file, by name. */
export const listBoundaries = (db: ReadStore): BoundaryHeld[] =>
  db
    .prepare<[], BoundaryHeld>(
      `SELECT boundary_id AS boundaryId, name, file_name AS fileName, saved_at AS savedAt FROM boundary ORDER BY name`,
    )
    .all();

/** One boundary's name and GeoJSON. Throws {@link FigureRefusal} when there is none of this number. */
export function boundaryGeometry(
  db: ReadStore,
  boundaryId: number,
): { name: string; fileName: string; geometry: string } {
  const row = db
    .prepare<[number], { name: string; fileName: string; geometry: string }>(
      'SELECT name, file_name AS fileName, geometry FROM boundary WHERE boundary_id = ?',
    )
    .get(boundaryId);
  if (row === undefined) throw new FigureRefusal('There is no such boundary file. Import one first.');
  return row;
}

/** Keeps a boundary file under a name, in place of the one of that name. */
export function saveBoundary(
  db: WriteStore,
  boundary: { name: string; fileName: string; sha256: string; geometry: string },
): number {
  const { id } = db
    .prepare(
      `INSERT INTO boundary (name, file_name, sha256, geometry, saved_at) VALUES (@name, @fileName, @sha256, @geometry, @savedAt)
       ON CONFLICT (name) DO UPDATE SET file_name = @fileName, sha256 = @sha256, geometry = @geometry, saved_at = @savedAt
       RETURNING boundary_id AS id`,
    )
    .get({ ...boundary, savedAt: new Date().toISOString() }) as { id: number };
  return id;
}

/** Takes a boundary file away. */
export function removeBoundary(db: WriteStore, boundaryId: number): void {
  const { changes } = db.prepare('DELETE FROM boundary WHERE boundary_id = ?').run(boundaryId);
  if (changes === 0) throw new FigureRefusal('There is no such boundary file.');
}

/** Counts records by month and small area for imports not counted yet: made when a map is first asked for, then kept. */
export function countSmallAreas(db: WriteStore): void {
  db.exec(
    `INSERT INTO small_area_count (import_id, position, month, lsoa_id, events)
     SELECT r.import_id, r.position, r.month, r.lsoa_id, sum(r.events)
     FROM record r
     WHERE r.import_id NOT IN (SELECT import_id FROM small_area_counted)
       AND (r.district_id IS NULL OR r.district_id IN (
         SELECT word_id FROM word JOIN area ON area.name = word.word WHERE area.kind = 'city'))
     GROUP BY r.import_id, r.position, r.month, r.lsoa_id;
     INSERT OR IGNORE INTO small_area_counted SELECT DISTINCT import_id FROM record_count`,
  );
}

/** Whether every record import has been counted by small area. */
export const areSmallAreasCounted = (db: ReadStore): boolean =>
  db
    .prepare<[], { n: number }>(
      `SELECT count(*) AS n FROM (SELECT DISTINCT import_id FROM record_count EXCEPT SELECT import_id FROM small_area_counted)`,
    )
    .get()?.n === 0;

/** A measure that records are held of, and so can be mapped: its months, and whether records name a neighbourhood. */
export interface MappedMeasure {
  readonly measure: string;
  readonly from: string;
  readonly to: string;
  readonly placed: boolean;
}

/** Measures with records in force, in order of name. */
export const mappedMeasures = (db: ReadStore): MappedMeasure[] =>
  db
    .prepare<[], Omit<MappedMeasure, 'placed'> & { placed: number }>(
      `SELECT measure_id AS measure, min(month) AS "from", max(month) AS "to", max(area_id IS NOT NULL) AS placed
       FROM (${RECORDS_IN_FORCE}) WHERE measure_id IS NOT NULL GROUP BY measure_id ORDER BY measure_id`,
    )
    .all()
    .map((row) => ({ ...row, placed: row.placed === 1 }));

const SMALL_AREAS_IN_FORCE = `(c.import_id, c.position, c.month) IN (
  SELECT DISTINCT import_id, position, month FROM (${RECORDS_IN_FORCE})
  WHERE measure_id = @measure AND month BETWEEN @from AND @to)`;

/** Records by ward over some months, each by its small area; `name` null: without one, or the lookup does not name it. */
export const wardCounts = (
  db: ReadStore,
  wanted: { readonly measure: string; readonly from: string; readonly to: string; readonly lookup: number },
): { readonly name: string | null; readonly events: number }[] =>
  db
    .prepare<[typeof wanted], { name: string | null; events: number }>(
      `SELECT a.name, sum(c.events) AS events
       FROM small_area_count c
       LEFT JOIN small_area_lookup l ON l.import_id = @lookup AND l.lsoa_id = c.lsoa_id
       LEFT JOIN area a ON a.area_id = l.area_id
       WHERE ${SMALL_AREAS_IN_FORCE} GROUP BY a.area_id ORDER BY a.name`,
    )
    .all(wanted);

/** Records by small area (LSOA) over some months; `name` null: the record names none. */
export const smallAreaCounts = (
  db: ReadStore,
  measure: string,
  from: string,
  to: string,
): { readonly name: string | null; readonly events: number }[] =>
  db
    .prepare<[{ measure: string; from: string; to: string }], { name: string | null; events: number }>(
      `SELECT w.word AS name, sum(c.events) AS events
       FROM small_area_count c
       LEFT JOIN word w ON w.word_id = c.lsoa_id
       WHERE ${SMALL_AREAS_IN_FORCE} GROUP BY c.lsoa_id`,
    )
    .all({ measure, from, to });
