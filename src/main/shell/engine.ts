import type { Command, Reply, Told } from '../../preload/contract.ts';
import type { EngineHeard, EngineProcess } from './engine-process.ts';
import { SHELL } from './words.ts';

export type Door = 'window' | 'shell';

/** The engine as the shell sees it: ask, and be answered whatever happens. */
export interface Engine {
  readonly ask: (command: Command, input: unknown, door: Door) => Promise<Reply<unknown>>;
  /** Ends it and starts it anew, on a store that may have come back or changed. */
  readonly reopen: () => void;
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
  { readonly id: number; readonly reply: Reply<unknown> } | { readonly told: Told } | { readonly ready: boolean };

interface Waiting {
  readonly message: { id: number; command: Command; input: unknown; door: Door };
  readonly answer: (reply: Reply<unknown>) => void;
}

type Ending = 'crash' | 'silence' | 'cancel' | 'reopen' | 'stop';

const SAYS: Readonly<Record<Exclude<Ending, 'stop' | 'reopen'>, string>> = {
  crash: SHELL.engineStopped,
  silence: SHELL.engineSilent,
  cancel: SHELL.cancelled,
};
const STOP_SECONDS = 3;
/** An engine that falls over sooner than this is started again only when it is next asked something. */
const TOO_SOON_SECONDS = 2;

export function superviseEngine({ start, tell, silenceSeconds, cancelSeconds }: Options): Engine {
  const waiting = new Map<number, Waiting>();
  let running: EngineProcess | null = null;
  /** It has said whether the store is open; one that is not open answers what opens it. */
  let listening = false;
  let startedAt = 0;
  let ending: Ending = 'crash';
  let silence: NodeJS.Timeout | undefined;
  let nextId = 1;
  let onStopped: (() => void) | null = null;

  function begin(): void {
    listening = false;
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
    else if (!listening) {
      listening = true;
      for (const { message: asked } of waiting.values()) running?.send(asked);
    }
  }

  function end(): void {
    running = null;
    clearTimeout(silence);
    if (ending === 'stop') {
      settleAll(() => failed(SHELL.closing));
      onStopped?.();
      return;
    }
    const how = ending;
    if (how === 'reopen') {
      settleAll(() => failed(SHELL.openingAgain));
      begin();
      tell({ about: 'changed', names: ['store'] });
      return;
    }
    settleAll((asked) => endReply(how, asked.message.command));
    tell({ about: 'engine-restarted', says: SAYS[how] });
    if (listening || performance.now() - startedAt > TOO_SOON_SECONDS * 1000) begin();
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
        answer(failed(SHELL.closing));
        return;
      }
      if (running === null) begin();
      const id = nextId++;
      waiting.set(id, { message: { id, command, input, door }, answer });
      if (listening) running?.send({ id, command, input, door });
      watch();
      if (command === 'import.cancel') {
        setTimeout(() => {
          if (waiting.has(id)) endBecause('cancel');
        }, cancelSeconds * 1000).unref();
      }
    });

  const reopen = (): void => {
    if (ending === 'stop') return;
    if (running === null) {
      begin();
      tell({ about: 'changed', names: ['store'] });
      return;
    }
    ending = 'reopen';
    const ends = running;
    ends.stop();
    setTimeout(() => {
      if (running === ends) ends.kill();
    }, STOP_SECONDS * 1000).unref();
  };

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
  return { ask, reopen, stop };
}

const failed = (message: string): Reply<unknown> => ({ ok: false, failure: { kind: 'failed', message } });

function endReply(how: Exclude<Ending, 'stop' | 'reopen'>, command: Command): Reply<unknown> {
  if (how !== 'cancel') return failed(SAYS[how]);
  if (command === 'import.cancel') return { ok: true, value: { cancelled: true } };
  return { ok: false, failure: { kind: 'refused', message: SAYS.cancel } };
}
