import type { KeptMappingAnswer } from '../../../preload/contract-mapping.ts';
import type { Handlers } from '../dispatch.ts';
import { ImportRefusal } from '../import/import-file.ts';
import { forgetMapping, keepMapping, keepMappingAgain, listMappings, type MappingListed } from '../store/mappings.ts';
import { changing } from './groups.ts';
import { heldPreview } from './imports.ts';

type MappingCommands = Pick<Handlers, Extract<keyof Handlers, `mapping.${string}`>>;

export const mappingCommands: MappingCommands = {
  'mapping.keep': async ({ preview, position }, engine) => {
    const { decisions, fileName } = heldPreview(engine, preview);
    const decided = decisions.toKeep(position);
    if (decided === null) {
      throw new ImportRefusal(`Nothing was decided of this sheet of ${fileName}, so there is nothing to keep.`);
    }
    const kept = await changing(engine, ['mappings'], (db) => {
      const mapping = keepMapping(db, decided);
      return listMappings(db).find((one) => one.mapping === mapping);
    });
    if (kept === undefined) throw new Error('a mapping just kept is not there');
    decisions.isKept(position, { mapping: kept.mapping, version: kept.version, madeAt: kept.madeAt });
    return answerOf(kept);
  },

  'mapping.list': (_input, engine) => listMappings(engine.store.read).map(answerOf),

  'mapping.forget': ({ mapping }, engine) =>
    changing(engine, ['mappings'], (db) => {
      forgetMapping(db, mapping);
      return listMappings(db).map(answerOf);
    }),

  'mapping.keep-again': ({ mapping }, engine) =>
    changing(engine, ['mappings'], (db) => {
      keepMappingAgain(db, mapping);
      return listMappings(db).map(answerOf);
    }),
};

const answerOf = ({ choice, header, ...one }: MappingListed): KeptMappingAnswer => ({
  mapping: one.mapping,
  version: one.version,
  source: one.source,
  sheet: one.sheet,
  fileName: one.fileName,
  madeAt: one.madeAt,
  state: one.forgotten ? 'forgotten' : 'kept',
  uses: one.uses,
  lastUsed: one.lastUsed,
  headings: header.map(({ headings }) => headings.map(({ heading }) => heading)),
  leaveOut: choice.leaveOut,
  layout: choice.layout,
  measure: choice.measure,
  columns: choice.tables.flatMap((table) => table.columns.map(({ heading, is }) => ({ heading, is }))),
  rows: choice.tables.flatMap((table) =>
    table.rows.map(({ label, is, year, measure }) => ({ label, is, year, measure })),
  ),
});
