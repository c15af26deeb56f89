import { dispatch } from './dispatch.ts';
import { startEngine, type Engine } from './engine.ts';
import { faultLog } from './log-fault.ts';
import { openAsAsked, waitsFor } from './opening.ts';
import { StoreRefusal } from './store/store-refusal.ts';
import { portToShell } from './transport/port.ts';

interface Asked {
  readonly id: number;
  readonly command: string;
  readonly input: unknown;
  readonly door: string;
}

/**
 * The engine's process: opens the store named by `--store`, says whether it could, then answers one command after
 * another. A store that needs a passphrase waits for the command `store.unlock`; with `--ask` a store that is not there
 * yet waits for `store.create`, instead of being made without a passphrase.
 */
function main(): void {
  const port = portToShell();
  const at = process.argv.indexOf('--store');
  const path = at < 0 ? undefined : process.argv[at + 1];
  if (port === null || path === undefined) {
    process.stderr.write('The engine is started by the workbench, not by hand.\n');
    process.exitCode = 2;
    return;
  }
  const tell = (told: unknown): void => {
    port.send({ told });
  };
  const logFault = faultLog(`${path}.faults.log`, () => new Date());
  let engine: Engine | null = null;
  const opened = (started: Engine): void => {
    engine = started;
    port.send({ ready: true, notes: started.notes });
  };
  port.onMessage((message) => {
    const { id, command, input, door } = message as Asked;
    if (engine === null) {
      const { reply, started } = openAsAsked(path, tell, command, input);
      port.send({ id, reply });
      if (started !== null) opened(started);
      return;
    }
    void dispatch(engine, command, input, door === 'shell' ? 'shell' : 'window', logFault).then((reply) => {
      port.send({ id, reply });
    });
  });
  process.on('disconnect', () => {
    engine?.store.close();
    process.exit(0);
  });
  try {
    const needs = waitsFor(path, process.argv.includes('--ask'));
    if (needs !== null) throw needs;
    opened(startEngine(path, tell));
  } catch (error) {
    if (!(error instanceof StoreRefusal)) throw error;
    port.send({ ready: false, failure: { kind: 'refused', message: error.message }, needs: error.needs });
  }
}

main();
