import type { Output } from '../../../preload/contract.ts';
import type { Handlers } from '../dispatch.ts';
import type { Engine } from '../engine.ts';
import {
  deleteOldCopies,
  heldRecords,
  oldCopies,
  purgedRecords,
  purgeRecords,
  retentionRules,
  saveRetention,
  wipeWaits,
} from '../store/retention.ts';

type RetentionCommands = Pick<Handlers, Extract<keyof Handlers, `retention.${string}`>>;

function show({ store }: Engine): Output<'retention.show'> {
  const { read, path } = store;
  const held = heldRecords(read, store.clock().toISOString().slice(0, 10));
  const rules = retentionRules(read);
  const datasets = [...new Set([...held.map(({ dataset }) => dataset), ...rules.map(({ dataset }) => dataset)])].sort();
  return {
    sources: datasets.map((dataset) => {
      const own = held.filter((one) => one.dataset === dataset);
      const rule = rules.find((one) => one.dataset === dataset);
      return {
        dataset,
        records: own.reduce((sum, { records }) => sum + records, 0),
        imports: new Set(own.map(({ importId }) => importId)).size,
        months: rule?.months ?? null,
        after: rule?.after ?? 'period-end',
      };
    }),
    due: held
      .filter(({ due }) => due)
      .map(({ importId, fileName, dataset, coversFrom, coversTo, records, keepUntil }) => ({
        ...{ importId, fileName, dataset, coversFrom, coversTo, records, keepUntil },
      })),
    nextDue: held.flatMap(({ due, keepUntil }) => (due || keepUntil === null ? [] : [keepUntil])).sort()[0] ?? null,
    removed: purgedRecords(read),
    oldCopies: oldCopies(read, path),
    wipeWaits: wipeWaits(read),
  };
}

export const retentionCommands: RetentionCommands = {
  'retention.show': (_input, engine) => show(engine),

  'retention.save': async (rule, engine) => {
    const { write } = engine.store;
    await engine.inTurn(() => {
      write
        .transaction(() => {
          saveRetention(write, rule);
        })
        .immediate();
    });
    engine.tell({ about: 'changed', names: ['retention'] });
    return show(engine);
  },

  'retention.remove': async ({ imports, why }, engine) => {
    const done = await engine.inTurn(() => purgeRecords(engine.store, imports, why));
    engine.tell({ about: 'changed', names: ['imports', 'figures', 'retention'] });
    return { ...done, retention: show(engine) };
  },

  'retention.delete-copies': async ({ names }, engine) => {
    const deleted = await engine.inTurn(() => deleteOldCopies(engine.store, names));
    engine.tell({ about: 'changed', names: ['store', 'retention'] });
    return { deleted, retention: show(engine) };
  },
};
