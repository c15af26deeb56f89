import { startEngine } from './engine.ts';
import { dispatch } from './dispatch.ts';
import { faultLog } from './log-fault.ts';
import { StoreRefusal } from './store/open-store.ts';
import { portToShell } from './transport/port.ts';

/** The engine's process: opens the store named by `--store`, says whether it could, then answers one command after another. */
function main(): void {
  const port = portToShell();
  const at = process.argv.indexOf('--store');
  const path = at < 0 ? undefined : process.argv[at + 1];
  if (port === null || path === undefined) {
    process.stderr.write('The engine is started by the workbench, not by hand.\n');
    process.exitCode = 2;
    return;
  }
  try {
    const engine = startEngine(path, (told) => {
      port.send({ told });
    });
    const logFault = faultLog(`${path}.faults.log`, () => new Date());
    port.onMessage((message) => {
      const { id, command, input, door } = message as { id: number; command: string; input: unknown; door: string };
      void dispatch(engine, command, input, door === 'shell' ? 'shell' : 'window', logFault).then((reply) => {
        port.send({ id, reply });
      });
    });
    process.on('disconnect', () => {
      engine.store.close();
      process.exit(0);
    });
    port.send({ ready: true });
  } catch (error) {
    if (!(error instanceof StoreRefusal)) throw error;
    port.send({ ready: false, failure: { kind: 'refused', message: error.message } });
  }
}

main();
