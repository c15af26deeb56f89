import type { Handlers } from '../dispatch.ts';
import { forgetAlias, importsUnder, keepAlias, listAreas } from '../store/areas.ts';
import { recommendationsHeld } from '../store/recommendations.ts';
import { changing } from './groups.ts';

type AreaCommands = Pick<Handlers, Extract<keyof Handlers, `area.${string}` | 'recommendation.list'>>;

export const areaCommands: AreaCommands = {
  'area.list': (_input, { store: { read } }) => ({ areas: listAreas(read) }),

  'area.keep-alias': ({ alias, name, kind }, engine) =>
    changing(engine, ['areas'], (db) => ({
      area: keepAlias(db, alias, name, kind),
      keptUnderIt: importsUnder(db, alias, kind),
    })),

  'area.forget-alias': ({ alias }, engine) => changing(engine, ['areas'], (db) => ({ area: forgetAlias(db, alias) })),

  'recommendation.list': ({ importId = null }, { store: { read } }) => ({
    recommendations: recommendationsHeld(read, importId),
  }),
};
