import { backedUpAsThread, backUpSoon } from './backup-thread.ts';
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
 * yet waits for `store.create`, instead of being made without a passphrase. One that cannot be opened waits, too: a
 * backup may be put in its place.
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
  let why = new StoreRefusal('The store is not open yet.');
  const closed = (refusal: StoreRefusal): void => {
    engine = null;
    why = refusal;
    port.send({ ready: false, failure: { kind: 'refused', message: refusal.message }, needs: refusal.needs });
  };
  const opened = (started: Engine): void => {
    engine = started;
    port.send({ ready: true, notes: started.notes });
    backUpSoon(started, new URL(import.meta.url));
  };
  port.onMessage((message) => {
    const { id, command, input, door } = message as Asked;
    if (engine === null) {
      const answer = openAsAsked(path, tell, command, input, why, logFault);
      port.send({ id, reply: answer.reply });
      if (answer.started !== null) opened(answer.started);
      if (answer.why !== null) closed(answer.why);
      if (answer.started !== null || answer.why !== null) tell({ about: 'changed', names: ['store'] });
      return;
    }
    const asked = engine;
    void dispatch(asked, command, input, door === 'shell' ? 'shell' : 'window', logFault).then((reply) => {
      port.send({ id, reply });
      if (engine !== asked || asked.store.read.open) return;
      // A restore or an encryption whose store could not be opened again afterwards.
      closed(new StoreRefusal(reply.ok ? 'The store was closed.' : reply.failure.message));
      tell({ about: 'changed', names: ['store'] });
    });
  });
  process.on('disconnect', () => {
    engine?.store.close();
    process.exit(0);
  });
  try {
    const needs = waitsFor(path, process.argv.includes('--ask'));
    if (needs !== null) throw needs;
    opened(startEngine(path, tell, { backUpLater: true }));
  } catch (error) {
    if (!(error instanceof StoreRefusal)) throw error;
    closed(error);
  }
}

if (!backedUpAsThread()) main();
