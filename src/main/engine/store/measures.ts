import { completeMeasure, type Measure } from '../../../core/measure/measure.ts';
import { FigureRefusal } from './figure-refusal.ts';
import type { ReadStore, WriteStore } from './open-store.ts';

/** One version of a definition. */
export interface MeasureVersion {
  readonly version: number;
  readonly measure: Measure;
  readonly madeAt: string;
  /** The month from which it holds; null: always. */
  readonly inForceFrom: string | null;
  readonly why: string;
}

// The latest version that holds in a month; before any holds, the first there was.
const IN_FORCE = `
  SELECT m.measure_id AS id, v.version, v.definition FROM measure m
  JOIN measure_version v ON v.measure_id = m.measure_id AND v.version = coalesce(
    (SELECT max(version) FROM measure_version WHERE measure_version.measure_id = m.measure_id
       AND (in_force_from IS NULL OR in_force_from <= @asAt)),
    (SELECT min(version) FROM measure_version WHERE measure_version.measure_id = m.measure_id))`;

interface Row {
  id: string;
  version: number;
  definition: string;
}

const ALWAYS = '9999-12';

const measureOf = ({ id, definition }: Pick<Row, 'id' | 'definition'>): Measure =>
  completeMeasure({ ...(JSON.parse(definition) as Partial<Measure>), id });

/** Every measure in the Board's order, by the definition in force in a month; null: the latest. */
export const listMeasures = (db: ReadStore, asAt: string | null = null): Measure[] =>
  db
    .prepare<{ asAt: string }, Row>(`${IN_FORCE} ORDER BY m.position, m.measure_id`)
    .all({ asAt: asAt ?? ALWAYS })
    .map(measureOf);

/** The number of the version in force, by measure. */
export const versionsInForce = (db: ReadStore, asAt: string): Record<string, number> =>
  Object.fromEntries(
    db
      .prepare<{ asAt: string }, Row>(IN_FORCE)
      .all({ asAt })
      .map(({ id, version }) => [id, version]),
  );

/** One measure by the definition in force in a month. Throws {@link FigureRefusal} when there is none of this id. */
export function measureById(db: ReadStore, id: string, asAt: string | null = null): Measure {
  const row = db
    .prepare<{ asAt: string; id: string }, Row>(`${IN_FORCE} WHERE m.measure_id = @id`)
    .get({ asAt: asAt ?? ALWAYS, id });
  if (row === undefined) {
    const known = listMeasures(db).map((measure) => measure.id);
    throw new FigureRefusal(`There is no measure «${id}». Measures: ${known.join(', ')}.`);
  }
  return measureOf(row);
}

/** Every version of a definition, the latest first; empty when there is no such measure. */
export const measureVersions = (db: ReadStore, id: string): MeasureVersion[] =>
  db
    .prepare<[string], Row & { madeAt: string; inForceFrom: string | null; why: string }>(
      `SELECT measure_id AS id, version, definition, made_at AS madeAt, in_force_from AS inForceFrom, why
       FROM measure_version WHERE measure_id = ? ORDER BY version DESC`,
    )
    .all(id)
    .map(({ version, madeAt, inForceFrom, why, ...row }) => ({
      version,
      measure: measureOf(row),
      madeAt,
      inForceFrom,
      why,
    }));

/** Saves a definition as the measure's next version; a measure not met before comes last in the Board's order. */
export function saveMeasure(
  db: WriteStore,
  measure: Measure,
  { inForceFrom, why }: Pick<MeasureVersion, 'inForceFrom' | 'why'>,
): void {
  db.prepare(
    `INSERT INTO measure (measure_id, position) SELECT @id, coalesce(max(position), 0) + 1 FROM measure WHERE true
     ON CONFLICT (measure_id) DO NOTHING`,
  ).run({ id: measure.id });
  db.prepare(
    `INSERT INTO measure_version (measure_id, version, definition, made_at, in_force_from, why)
     SELECT @id, coalesce(max(version), 0) + 1, @definition, @madeAt, @inForceFrom, @why
     FROM measure_version WHERE measure_id = @id`,
  ).run({ id: measure.id, definition: JSON.stringify(measure), madeAt: new Date().toISOString(), inForceFrom, why });
}

/** The partnership's name and its city. */
export function partnership(db: ReadStore): { name: string; city: string; cityId: number } {
  return db
    .prepare<[], { name: string; city: string; cityId: number }>(
      `SELECT p.name, a.name AS city, p.city_area_id AS cityId FROM partnership p JOIN area a ON a.area_id = p.city_area_id`,
    )
    .get() as { name: string; city: string; cityId: number };
}

/** Short names of the Board's measures by id. */
export const shortNames = (db: ReadStore): Map<string, string> =>
  new Map(listMeasures(db).map(({ id, shortName }) => [id, shortName]));
