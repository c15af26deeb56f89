import { areaKey } from '../../../core/intake/area-names.ts';
import type { KnownArea } from '../../../core/intake/plan.ts';
import { recordChange } from './audit.ts';
import { FigureRefusal } from './figure-refusal.ts';
import type { ReadStore, WriteStore } from './open-store.ts';

/** Another name of an area, and who gave it: the officer, an extract (a code beside the name), or the workbench. */
export interface OtherName {
  readonly alias: string;
  readonly by: 'officer' | 'extract' | 'workbench';
}

/** An area the store knows, under all its names. */
export interface NamedArea {
  readonly areaId: number;
  readonly name: string;
  readonly kind: KnownArea['kind'];
  readonly otherNames: readonly OtherName[];
}

interface AreaRow {
  readonly areaId: number;
  readonly name: string;
  readonly kind: KnownArea['kind'];
  readonly others: string;
}

/** Every area with its other names: the city first, then kind by kind in order of the alphabet. Wards have no other names. */
export function listAreas(db: ReadStore): NamedArea[] {
  const rows = db
    .prepare<[], AreaRow>(
      `SELECT a.area_id AS areaId, a.name, a.kind,
        (SELECT json_group_array(json_object('alias', alias, 'by',
            CASE WHEN import_id IS NOT NULL THEN 'extract' WHEN kept_at IS NOT NULL THEN 'officer' ELSE 'workbench' END)
            ORDER BY alias)
         FROM area_alias WHERE area_alias.area_id = a.area_id) AS others
       FROM area a WHERE a.kind <> 'ward'
       ORDER BY CASE a.kind WHEN 'city' THEN 0 WHEN 'neighbourhood' THEN 1 WHEN 'partnership' THEN 2 WHEN 'force' THEN 3
         WHEN 'region' THEN 4 ELSE 5 END, a.name`,
    )
    .all();
  return rows.map(({ others, ...area }) => ({ ...area, otherNames: JSON.parse(others) as OtherName[] }));
}

interface Found {
  readonly areaId: number;
  readonly name: string;
}

/**
 * Keeps a name as another name of an area; the area is added when no extract has been kept that names it yet. Throws
 * {@link FigureRefusal} where the name already belongs to another area.
 */
export function keepAlias(db: WriteStore, alias: string, name: string, kind: KnownArea['kind']): NamedArea {
  const key = areaKey(alias);
  if (key === '') throw new FigureRefusal('A name needs at least one letter or digit.');
  if (key === areaKey(name)) throw new FigureRefusal(`«${alias}» is «${name}» already: case and spaces do not matter.`);
  const held = db
    .prepare<[string], Found>(
      'SELECT area_id AS areaId, name FROM area_alias JOIN area USING (area_id) WHERE alias_key = ?',
    )
    .get(key);
  const area =
    db
      .prepare<[string, string], Found>('SELECT area_id AS areaId, name FROM area WHERE kind = ? AND area_key = ?')
      .get(kind, areaKey(name)) ?? addArea(db, name, kind);
  if (held !== undefined && held.areaId !== area.areaId)
    throw new FigureRefusal(`«${alias}» is already another name of «${held.name}». Take it away there first.`);
  db.prepare(
    `INSERT INTO area_alias (alias_key, alias, area_id, kept_at) VALUES (?, ?, ?, ?) ON CONFLICT (alias_key) DO NOTHING`,
  ).run(key, alias, area.areaId, new Date().toISOString());
  return areaOf(db, area.areaId);
}

function addArea(db: WriteStore, name: string, kind: KnownArea['kind']): Found {
  const id = db.prepare('INSERT INTO area (name, area_key, kind) VALUES (?, ?, ?)').run(name, areaKey(name), kind);
  return { areaId: Number(id.lastInsertRowid), name };
}

/** Takes another name away from its area. Throws {@link FigureRefusal} when no area has it. */
export function forgetAlias(db: WriteStore, alias: string): NamedArea {
  const held = db
    .prepare<[string], { areaId: number; importId: number | null }>(
      'DELETE FROM area_alias WHERE alias_key = ? RETURNING area_id AS areaId, import_id AS importId',
    )
    .get(areaKey(alias));
  if (held === undefined) throw new FigureRefusal(`No area has «${alias}» as another name.`);
  const area = areaOf(db, held.areaId);
  // What an import carried along has no entry of its own in the audit trail: taking it away has.
  if (held.importId !== null) {
    const before = { alias, area: area.name, importId: held.importId };
    recordChange(db, { what: 'area_alias.removed', subject: 'area_alias', before, after: null, why: '' });
  }
  return area;
}

function areaOf(db: ReadStore, areaId: number): NamedArea {
  const found = listAreas(db).find((area) => area.areaId === areaId);
  if (found === undefined) throw new FigureRefusal('Wards have no other names.');
  return found;
}

/** Live imports that hold records or figures under a name of its own: they stay as they are. */
export const importsUnder = (db: ReadStore, name: string, kind: KnownArea['kind']): number =>
  db
    .prepare<[string, string], { n: number }>(
      `WITH own AS (SELECT area_id FROM area WHERE kind = ? AND area_key = ?)
       SELECT count(*) AS n FROM live_import WHERE import_id IN (
         SELECT import_id FROM observation WHERE area_id IN own UNION SELECT import_id FROM record_count WHERE area_id IN own)`,
    )
    .get(kind, areaKey(name))?.n ?? 0;
