import { periodInWords } from '../../../core/time/period.ts';
import type { Month } from '../../../core/time/month.ts';
import type { Handlers } from '../dispatch.ts';
import type { Engine } from '../engine.ts';
import { addExampleGroup } from '../gather/example-group.ts';
import { comparedNames, gatherGroup, gatherOffences, gatherOverTime, likeForLike } from '../gather/group.ts';
import { spansHeld } from '../store/area-figures.ts';
import { listGroups, removeGroup, saveGroup } from '../store/groups.ts';
import type { WriteStore } from '../store/open-store.ts';

type GroupCommands = Pick<Handlers, Extract<keyof Handlers, `group.${string}` | 'record.table'>>;

/** Makes a change in its turn and in one transaction, and tells the window what changed. */
export async function changing<T>(engine: Engine, names: readonly string[], change: (db: WriteStore) => T): Promise<T> {
  const { write } = engine.store;
  const done = await engine.inTurn(() => write.transaction(() => change(write)).immediate());
  engine.tell({ about: 'changed', names });
  return done;
}

const months = (from: string, to: string) => ({ from: from as Month, to: to as Month });

export const groupCommands: GroupCommands = {
  'group.list': (_input, { store: { read } }) => listGroups(read),

  'group.save': (group, engine) => changing(engine, ['groups'], (db) => saveGroup(db, group)),

  'group.remove': async ({ groupId }, engine) => {
    await changing(engine, ['groups'], (db) => {
      removeGroup(db, groupId);
    });
    return {};
  },

  'group.add-example': async (_input, engine) => {
    const group = await addExampleGroup(engine);
    engine.tell({ about: 'changed', names: ['groups', 'imports', 'figures'] });
    return group;
  },

  'group.measures': ({ kind = 'partnership' }, { store: { read } }) => {
    const spans = spansHeld(read, kind);
    const { nameOf, areas } = comparedNames(read, kind);
    return {
      measures: [...new Set(spans.map(({ measure }) => measure))].map((measure) => ({
        measure,
        name: nameOf(measure),
        spans: spans
          .filter((span) => span.measure === measure)
          .map((span) => ({
            from: span.from,
            to: span.to,
            words: periodInWords(months(span.from, span.to)),
            areas: span.areas,
          })),
      })),
      areas,
    };
  },

  'group.show': ({ measure, from, to, beside, ...choice }, { store: { read } }) => {
    const period = months(from, to);
    return {
      ...gatherGroup(read, measure, period, choice),
      besideWarning: beside === undefined ? null : likeForLike(months(beside.from, beside.to), period),
    };
  },

  'group.offences': ({ from, to, ...choice }, { store: { read } }) => gatherOffences(read, months(from, to), choice),

  'group.over-time': ({ measure, months: length, every, ...choice }, { store: { read } }) =>
    gatherOverTime(read, measure, choice, { months: length, every }),

  'group.figures': async ({ kind = 'partnership', measure = null }, { store: { read } }) => {
    const { figuresAsArrow } = await import('../gather/large-tables.ts');
    return figuresAsArrow(read, kind, measure);
  },

  'record.table': async ({ measure, from, to, area = null, after = 0, rows }, { store: { read } }) => {
    const { recordsAsArrow } = await import('../gather/large-tables.ts');
    return recordsAsArrow(read, { measure, from, to, area }, after, rows);
  },
};
