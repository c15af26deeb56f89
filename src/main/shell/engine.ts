import type { Command, Failure, Reply, Told } from '../../preload/contract.ts';
import type { EngineHeard, EngineProcess } from './engine-process.ts';

export type Door = 'window' | 'shell';

/** The engine as the shell sees it: ask, and be answered whatever happens. */
export interface Engine {
  readonly ask: (command: Command, input: unknown, door: Door) => Promise<Reply<unknown>>;
  readonly stop: () => Promise<void>;
}

interface Options {
  readonly start: (heard: EngineHeard) => EngineProcess;
  readonly tell: (told: Told) => void;
  /** How long it may stay silent while it has something to answer. */
  readonly silenceSeconds: number;
  /** How long a cancelled import may take to stop by itself. */
  readonly cancelSeconds: number;
}

type Heard =
  | { readonly id: number; readonly reply: Reply<unknown> }
  | { readonly told: Told }
  | { readonly ready: true }
  | { readonly ready: false; readonly failure: Failure };

interface Waiting {
  readonly message: { id: number; command: Command; input: unknown; door: Door };
  readonly answer: (reply: Reply<unknown>) => void;
}

type Ending = 'crash' | 'silence' | 'cancel' | 'stop';

const SAYS: Readonly<Record<Exclude<Ending, 'stop'>, string>> = {
  crash: 'The part that reads and calculates stopped and was started again. What was kept before is safe.',
  silence: 'The part that reads and calculates took too long and was started again. What was kept before is safe.',
  cancel: 'Stopped. A file is kept whole or not at all: the list of imports shows which.',
};
const STOP_SECONDS = 3;
/** An engine that falls over sooner than this is started again only when it is next asked something. */
const TOO_SOON_SECONDS = 2;

export function superviseEngine({ start, tell, silenceSeconds, cancelSeconds }: Options): Engine {
  const waiting = new Map<number, Waiting>();
  let running: EngineProcess | null = null;
  let ready = false;
  let startedAt = 0;
  let ending: Ending = 'crash';
  let refusal: Failure | null = null;
  let silence: NodeJS.Timeout | undefined;
  let nextId = 1;
  let onStopped: (() => void) | null = null;

  function begin(): void {
    ready = false;
    refusal = null;
    ending = 'crash';
    startedAt = performance.now();
    const process: EngineProcess = start({
      message: (message) => {
        if (running === process) hear(message as Heard);
      },
      ended: () => {
        if (running === process) end();
      },
    });
    running = process;
  }

  function hear(message: Heard): void {
    watch();
    if ('told' in message) tell(message.told);
    else if ('id' in message) settle(message.id, message.reply);
    else if (message.ready) {
      ready = true;
      for (const { message: asked } of waiting.values()) running?.send(asked);
    } else {
      refusal = message.failure;
      running?.stop();
      settleAll(() => ({ ok: false, failure: message.failure }));
    }
  }

  function end(): void {
    running = null;
    clearTimeout(silence);
    if (ending === 'stop') {
      settleAll(() => failed('The workbench is closing.'));
      onStopped?.();
      return;
    }
    if (refusal !== null) return; // it said why it could not open the store, and asking again tries again
    const how = ending;
    settleAll((asked) => endReply(how, asked.message.command));
    tell({ about: 'engine-restarted', says: SAYS[how] });
    if (ready || performance.now() - startedAt > TOO_SOON_SECONDS * 1000) begin();
  }

  function settle(id: number, reply: Reply<unknown>): void {
    const asked = waiting.get(id);
    waiting.delete(id);
    asked?.answer(reply);
    if (waiting.size === 0) clearTimeout(silence);
  }

  function settleAll(replyTo: (asked: Waiting) => Reply<unknown>): void {
    for (const asked of [...waiting.values()]) settle(asked.message.id, replyTo(asked));
  }

  function watch(): void {
    clearTimeout(silence);
    if (waiting.size > 0) silence = setTimeout(endBecause, silenceSeconds * 1000, 'silence');
  }

  function endBecause(why: Ending): void {
    ending = why;
    running?.kill();
  }

  const ask: Engine['ask'] = (command, input, door) =>
    new Promise((answer) => {
      if (ending === 'stop') {
        answer(failed('The workbench is closing.'));
        return;
      }
      if (running === null || refusal !== null) begin();
      const id = nextId++;
      waiting.set(id, { message: { id, command, input, door }, answer });
      if (ready) running?.send({ id, command, input, door });
      watch();
      if (command === 'import.cancel') {
        setTimeout(() => {
          if (waiting.has(id)) endBecause('cancel');
        }, cancelSeconds * 1000).unref();
      }
    });

  const stop = (): Promise<void> =>
    new Promise((stopped) => {
      ending = 'stop';
      if (running === null) {
        stopped();
        return;
      }
      onStopped = stopped;
      running.stop();
      setTimeout(() => running?.kill(), STOP_SECONDS * 1000).unref();
    });

  begin();
  return { ask, stop };
}

const failed = (message: string): Reply<unknown> => ({ ok: false, failure: { kind: 'failed', message } });

function endReply(how: Exclude<Ending, 'stop'>, command: Command): Reply<unknown> {
  if (how !== 'cancel') return failed(SAYS[how]);
  if (command === 'import.cancel') return { ok: true, value: { cancelled: true } };
  return { ok: false, failure: { kind: 'refused', message: SAYS.cancel } };
}
