import type { Measure } from '../../../core/measure/measure.ts';
import { areaKey } from '../../../core/intake/area-names.ts';
import type { WriteStore } from './open-store.ts';

/** A new store belongs to Safer Plymouth until the officer says otherwise, and knows the Board's measures. */
export const PARTNERSHIP = {
  name: 'Safer Plymouth',
  city: 'Plymouth',
  aliases: ['Devon & Cornwall - Plymouth', 'Plymouth LPA'],
};

/** Gives an empty store its partnership, its city and the Board's measures; does nothing to one that has them. */
export function seedStore(db: WriteStore, measures: readonly Measure[]): void {
  const count = db.prepare('SELECT count(*) AS n FROM partnership').get() as { n: number };
  if (count.n > 0) return;
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
    const measure = db.prepare('INSERT INTO measure (measure_id, position) VALUES (?, ?)');
    const version = db.prepare(
      'INSERT INTO measure_version (measure_id, version, definition, made_at) VALUES (?, 1, ?, ?)',
    );
    for (const [position, one] of measures.entries()) {
      measure.run(one.id, position);
      version.run(one.id, JSON.stringify(one), new Date().toISOString());
    }
  }).immediate();
}
