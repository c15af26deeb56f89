import { randomUUID } from 'node:crypto';
import { contract, type Command, type Contract, type Output, type Parsed, type Reply } from '../../preload/contract.ts';
import { areaCommands } from './commands/areas.ts';
import { assessmentCommands } from './commands/assessment.ts';
import { checkCommands } from './commands/check.ts';
import { comparisonCommands } from './commands/comparison.ts';
import { definitionCommands } from './commands/definitions.ts';
import { evidenceCommands } from './commands/evidence.ts';
import { editCommands } from './commands/edits.ts';
import { figureCommands } from './commands/figures.ts';
import { folderCommands } from './commands/folders.ts';
import { groupCommands } from './commands/groups.ts';
import { importCommands } from './commands/imports.ts';
import { listCommands } from './commands/lists.ts';
import { mappingCommands } from './commands/mappings.ts';
import { packCommands } from './commands/packs.ts';
import { placeCommands } from './commands/places.ts';
import { reportCommands } from './commands/reports.ts';
import { retentionCommands } from './commands/retention.ts';
import { signalCommands } from './commands/signals.ts';
import { storeCommands } from './commands/store.ts';
import { wordsCommands } from './commands/words.ts';
import type { Engine } from './engine.ts';
import { ImportRefusal } from './import/import-file.ts';
import { editUnderWay, type EditUnderWay } from './store/edit-under-way.ts';
import { keepEdit } from './store/edits.ts';
import { NoSuchImport } from './store/imports.ts';
import { FigureRefusal } from './store/figure-refusal.ts';
import { StoreRefusal, StoreTrouble, troubleInWords } from './store/store-refusal.ts';
import { WorkbookRefusal } from './workbook/open-workbook.ts';

/** The commands answered by the engine; the rest are the shell's. */
export type EngineCommand = { [C in Command]: Contract[C]['at'] extends 'engine' ? C : never }[Command];

/** An answer as the contract shapes it, with nothing in it that may be changed. */
type Answer<T> = T extends Uint8Array
  ? Uint8Array
  : T extends readonly (infer One)[]
    ? readonly Answer<One>[]
    : T extends object
      ? { readonly [K in keyof T]: Answer<T[K]> }
      : T;

/** One handler for each command of the engine: a missing one does not compile. */
export type Handlers = {
  readonly [C in EngineCommand]: (input: Parsed<C>, engine: Engine) => Answer<Output<C>> | Promise<Answer<Output<C>>>;
};

const handlers: Handlers = {
  ...importCommands,
  ...checkCommands,
  ...mappingCommands,
  ...areaCommands,
  ...folderCommands,
  ...figureCommands,
  ...comparisonCommands,
  ...groupCommands,
  ...signalCommands,
  ...placeCommands,
  ...reportCommands,
  ...definitionCommands,
  ...wordsCommands,
  ...packCommands,
  ...storeCommands,
  ...editCommands,
  ...retentionCommands,
  ...assessmentCommands,
  ...evidenceCommands,
  ...listCommands,
};

const REFUSALS = [ImportRefusal, NoSuchImport, FigureRefusal, WorkbookRefusal, StoreRefusal, StoreTrouble] as const;

/** Where a fault of ours is written down; the window gets only its number. */
export type LogFault = (id: string, command: string, error: unknown) => void;

const isEngineCommand = (command: string): command is EngineCommand =>
  Object.hasOwn(contract, command) && Object.hasOwn(handlers, command);

/** Runs one command: checks who asks and what, runs the handler, checks the answer. Never throws. */
export async function dispatch(
  engine: Engine,
  command: string,
  input: unknown,
  door: 'window' | 'shell',
  logFault: LogFault,
): Promise<Reply<unknown>> {
  if (!isEngineCommand(command)) return invalid(`There is no command «${command.slice(0, 60)}».`);
  const { kind, door: needed, input: inputShape, output: outputShape } = contract[command];
  if (needed === 'shell' && door === 'window') return invalid(`The window may not ask for «${command}».`);
  const parsed = inputShape.safeParse(input);
  if (!parsed.success) return invalid(`«${command}» was asked in a way it does not know.`);
  try {
    const run = handlers[command] as (input: unknown, engine: Engine) => unknown;
    if (kind === 'change') engine.store.assertThere();
    if (kind === 'question') return { ok: true, value: outputShape.parse(await run(parsed.data, engine)) };
    const edit: EditUnderWay = { entries: [], undoes: null };
    const value = outputShape.parse(await editUnderWay.run(edit, () => run(parsed.data, engine)));
    await engine.inTurn(() => {
      keepEdit(engine.store.write, command, edit);
      engine.store.anchor();
    });
    return { ok: true, value };
  } catch (error) {
    if (isCancelled(error)) return { ok: false, failure: { kind: 'refused', message: 'Cancelled. Nothing was kept.' } };
    if (REFUSALS.some((kind) => error instanceof kind)) {
      return { ok: false, failure: { kind: 'refused', message: (error as Error).message } };
    }
    const trouble = troubleInWords(error);
    if (trouble !== null) return { ok: false, failure: { kind: 'refused', message: trouble } };
    const id = randomUUID().slice(0, 8);
    logFault(id, command, error);
    return {
      ok: false,
      failure: {
        kind: 'failed',
        message: `Something went wrong in the workbench itself (fault ${id}). Nothing was changed.`,
      },
    };
  }
}

const isCancelled = (error: unknown): boolean =>
  error instanceof WorkbookRefusal ? error.kind === 'cancelled' : error instanceof Error && error.name === 'AbortError';

const invalid = (message: string): Reply<never> => ({ ok: false, failure: { kind: 'invalid', message } });
