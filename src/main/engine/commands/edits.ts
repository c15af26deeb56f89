import type { Handlers } from '../dispatch.ts';
import type { Engine } from '../engine.ts';
import { personHere } from '../store/audit.ts';
import { editsOffered, undoEdit, type EditOffered } from '../store/edits.ts';

type EditCommands = Pick<Handlers, Extract<keyof Handlers, `edit.${string}`>>;

const put = (engine: Engine, way: 'undo' | 'redo'): Promise<EditOffered> =>
  engine.inTurn(() => {
    const done = undoEdit(engine.store.write, personHere(), way);
    engine.tell({ about: 'changed', names: ['imports', 'figures', 'settings'] });
    return done;
  });

export const editCommands: EditCommands = {
  'edit.offered': (_input, { store: { read } }) => editsOffered(read, personHere()),
  'edit.undo': (_input, engine) => put(engine, 'undo'),
  'edit.redo': (_input, engine) => put(engine, 'redo'),
};
