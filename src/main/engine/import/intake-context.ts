import { basename } from 'node:path';
import type { IntakeContext, KnownArea, SharePieces } from '../../../core/intake/plan.ts';
import { listMeasures } from '../store/measures.ts';
import type { ReadStore } from '../store/open-store.ts';

/** What recognition may lean on: the city and every area the store knows, with their other names. */
export function intakeContext(db: ReadStore, path: string): IntakeContext {
  const rows = db
    .prepare<[], { name: string; kind: KnownArea['kind']; aliases: string }>(
      `SELECT name, kind, (SELECT json_group_array(alias) FROM area_alias WHERE area_alias.area_id = area.area_id) AS aliases
       FROM area ORDER BY area_id`,
    )
    .all();
  const areas = rows.map(({ name, kind, aliases }) => ({ name, kind, aliases: JSON.parse(aliases) as string[] }));
  const city = areas.find(({ kind }) => kind === 'city');
  if (city === undefined) throw new Error('the store has no city');
  const shares = listMeasures(db).flatMap(({ id, name, shortName, kind, madeOf }): SharePieces[] =>
    kind !== 'percentage' || madeOf?.whole == null
      ? []
      : [{ measure: id, names: [name, shortName], part: madeOf.part, whole: madeOf.whole }],
  );
  return { fileName: basename(path), city, areas: areas.filter((area) => area !== city), shares };
}

/** In a zip of several files each sheet is named after its own file («hate.csv», «asb.xlsx › Sheet1»): that name speaks. */
export const contextOfSheet = (context: IntakeContext, format: string, sheet: string): IntakeContext =>
  format === 'zip' ? { ...context, fileName: sheet.split(' › ')[0] ?? sheet } : context;
