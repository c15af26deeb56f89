import type { KeptMappingAnswer } from '../../../preload/contract-mapping.ts';
import type { Handlers } from '../dispatch.ts';
import { ImportRefusal } from '../import/import-file.ts';
import { forgetMapping, keepMapping, keptMappings, type KeptMapping } from '../store/mappings.ts';
import { heldPreview } from './imports.ts';

type MappingCommands = Pick<Handlers, Extract<keyof Handlers, `mapping.${string}`>>;

export const mappingCommands: MappingCommands = {
  'mapping.keep': async ({ preview, position }, engine) => {
    const { decisions, fileName } = heldPreview(engine, preview);
    const decided = decisions.toKeep(position);
    if (decided === null) {
      throw new ImportRefusal(`Nothing was decided of this sheet of ${fileName}, so there is nothing to keep.`);
    }
    const kept = await engine.inTurn(() => {
      const { write } = engine.store;
      return write
        .transaction(() => {
          const mapping = keepMapping(write, decided);
          return keptMappings(write).find((one) => one.mapping === mapping);
        })
        .immediate();
    });
    if (kept === undefined) throw new Error('a mapping just kept is not there');
    decisions.isKept(position, { mapping: kept.mapping, version: kept.version, madeAt: kept.madeAt });
    return answerOf(kept);
  },

  'mapping.list': (_input, engine) => keptMappings(engine.store.read).map(answerOf),

  'mapping.forget': async ({ mapping }, engine) => {
    const { write } = engine.store;
    await engine.inTurn(() => {
      write
        .transaction(() => {
          forgetMapping(write, mapping);
        })
        .immediate();
    });
    return keptMappings(engine.store.read).map(answerOf);
  },
};

const answerOf = ({ mapping, version, source, sheet, fileName, madeAt, choice }: KeptMapping): KeptMappingAnswer => ({
  mapping,
  version,
  source,
  sheet,
  fileName,
  madeAt,
  leaveOut: choice.leaveOut,
  layout: choice.layout,
  measure: choice.measure,
  columns: choice.tables.reduce((sum, table) => sum + table.columns.length, 0),
  rows: choice.tables.reduce((sum, table) => sum + table.rows.length, 0),
});
