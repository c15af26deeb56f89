import type { Measure } from '../../../core/measure/measure.ts';
import { areaKey } from '../../../core/intake/area-names.ts';
import type { WriteStore } from './open-store.ts';

/** A new store belongs to Safer Plymouth until the officer says otherwise, and knows the Board's measures. */
export const PARTNERSHIP = {
  name: 'Safer Plymouth',
  city: 'Plymouth',
  aliases: ['Devon & Cornwall - Plymouth', 'Plymouth LPA'],
};

/** Gives a store the measures of the catalogue it does not know; what it knows stays as the officer left it. */
function addMeasures(db: WriteStore, measures: readonly Measure[]): void {
  const known = new Set(
    db
      .prepare<[], { id: string }>('SELECT measure_id AS id FROM measure')
      .all()
      .map(({ id }) => id),
  );
  const missing = measures.filter(({ id }) => !known.has(id));
  if (missing.length === 0) return;
  const measure = db.prepare(
    'INSERT INTO measure (measure_id, position) SELECT ?, coalesce(max(position), -1) + 1 FROM measure',
  );
  const version = db.prepare(
    'INSERT INTO measure_version (measure_id, version, definition, made_at) VALUES (?, 1, ?, ?)',
  );
  for (const one of missing) {
    measure.run(one.id);
    version.run(one.id, JSON.stringify(one), new Date().toISOString());
  }
}

/** Gives an empty store its partnership and its city, and any store the Board's measures it does not know. */
export function seedStore(db: WriteStore, measures: readonly Measure[]): void {
  const count = db.prepare('SELECT count(*) AS n FROM partnership').get() as { n: number };
  if (count.n > 0) {
    db.transaction(() => {
      addMeasures(db, measures);
    }).immediate();
    return;
  }
  db.transaction(() => {
    const city = db
      .prepare("INSERT INTO area (name, area_key, kind) VALUES (?, ?, 'city')")
      .run(PARTNERSHIP.city, areaKey(PARTNERSHIP.city)).lastInsertRowid;
    const alias = db.prepare('INSERT INTO area_alias (alias_key, alias, area_id) VALUES (?, ?, ?)');
    for (const name of PARTNERSHIP.aliases) alias.run(areaKey(name), name, city);
    db.prepare('INSERT INTO partnership (partnership_id, name, city_area_id) VALUES (1, ?, ?)').run(
      PARTNERSHIP.name,
      city,
    );
    addMeasures(db, measures);
  }).immediate();
}
