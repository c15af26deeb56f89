import type { Measure } from '../../../core/measure/measure.ts';
import { FigureRefusal } from './figure-refusal.ts';
import type { ReadStore } from './open-store.ts';

const SELECT = `
  SELECT v.definition FROM measure m
  JOIN measure_version v ON v.measure_id = m.measure_id
    AND v.version = (SELECT max(version) FROM measure_version WHERE measure_version.measure_id = m.measure_id)`;

const measureOf = ({ definition }: { definition: string }): Measure => JSON.parse(definition) as Measure;

/** Every measure in the Board's order, by its latest definition. */
export const listMeasures = (db: ReadStore): Measure[] =>
  db.prepare<[], { definition: string }>(`${SELECT} ORDER BY m.position`).all().map(measureOf);

/** Short names of the Board's measures by id. */
export const shortNames = (db: ReadStore): Map<string, string> =>
  new Map(listMeasures(db).map(({ id, shortName }) => [id, shortName]));

/** One measure by its latest definition. Throws {@link FigureRefusal} when there is none of this id. */
export function measureById(db: ReadStore, id: string): Measure {
  const row = db.prepare<[string], { definition: string }>(`${SELECT} WHERE m.measure_id = ?`).get(id);
  if (row === undefined) {
    const known = listMeasures(db).map((measure) => measure.id);
    throw new FigureRefusal(`There is no measure «${id}». Measures: ${known.join(', ')}.`);
  }
  return measureOf(row);
}

/** The partnership's name and its city. */
export function partnership(db: ReadStore): { name: string; city: string; cityId: number } {
  return db
    .prepare<[], { name: string; city: string; cityId: number }>(
      `SELECT p.name, a.name AS city, p.city_area_id AS cityId FROM partnership p JOIN area a ON a.area_id = p.city_area_id`,
    )
    .get() as { name: string; city: string; cityId: number };
}
