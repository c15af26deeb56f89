import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Output } from '../../src/preload/contract.ts';
import { dispatch, type EngineCommand } from '../../src/main/engine/dispatch.ts';
import { startEngine, type Engine } from '../../src/main/engine/engine.ts';
import { keepFile } from '../../src/main/engine/import/import-file.ts';
import { temporaryFolder } from './temporary-store.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** The bundled sample month, always there. */
export const SAMPLE = join(ROOT, 'resources/sample');

/** The month's extracts as they arrive, where this clone has them beside it. */
export const EXTRACTS = resolve(ROOT, '../shared/extracts');

/** The months that can be tested here: the sample always, the extracts where present. */
export const MONTHS = [
  { name: 'the bundled sample month', folder: SAMPLE },
  ...(existsSync(EXTRACTS) ? [{ name: 'the extracts as they arrive', folder: EXTRACTS }] : []),
];

/** Every extract of a month, in the order an officer would drop them. */
export function extractsOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(xlsx|xls|csv)$/.test(name))
    .sort()
    .map((name) => join(folder, name));
}

/** An engine on a new store that has kept a whole month. Closed by the caller. */
export async function engineWithMonth(folder: string, storePath: string): Promise<Engine> {
  const engine = startEngine(storePath, () => undefined);
  for (const path of extractsOf(folder)) await keepFile(engine.store, path, null, {});
  return engine;
}

/** An engine on a new, empty store, closed when the test is over. */
export function emptyEngine(): Engine {
  const engine = startEngine(join(temporaryFolder(), 'store.sqlite'), () => undefined);
  onTestFinished(() => {
    engine.store.close();
  });
  return engine;
}

/** Asks the engine as the window would; fails the test when it says no. */
export async function ask<C extends EngineCommand>(
  engine: Engine,
  command: C,
  input: unknown,
  door: 'window' | 'shell' = 'window',
): Promise<Output<C>> {
  const reply = await dispatch(engine, command, input, door, (_id, name, error) => {
    throw new Error(`fault in ${name}`, { cause: error });
  });
  if (!reply.ok) throw new Error(reply.failure.message);
  return reply.value as Output<C>;
}
