import { contract, type Reply, type Told } from '../../preload/contract.ts';
import { startEngine, type Engine } from './engine.ts';
import { kindOf } from './store/open-store.ts';
import { changePassphrase } from './store/rekey-store.ts';
import { StoreRefusal } from './store/store-refusal.ts';

/** Before a store is open only these two are answered. */
const OPENING = ['store.unlock', 'store.create'] as const;

const isOpening = (command: string): command is (typeof OPENING)[number] =>
  (OPENING as readonly string[]).includes(command);

/** Why the engine waits before it opens anything: a new store, whose officer is asked first. Null: it need not wait. */
export function waitsFor(path: string, asks: boolean): StoreRefusal | null {
  if (!asks || kindOf(path) !== 'none') return null;
  return new StoreRefusal('There is no store here yet. Choose a passphrase for it.', 'new-passphrase');
}

interface Opened {
  readonly reply: Reply<unknown>;
  readonly started: Engine | null;
}

/** Opens or makes the store with what was typed. A wrong passphrase changes nothing, and may be followed by another. */
export function openAsAsked(path: string, tell: (told: Told) => void, command: string, input: unknown): Opened {
  const no = (kind: 'refused' | 'invalid', message: string): Opened => ({
    reply: { ok: false, failure: { kind, message } },
    started: null,
  });
  if (!isOpening(command)) return no('refused', 'The store is not open yet.');
  const asked = contract[command].input.safeParse(input);
  if (!asked.success) return no('invalid', `«${command}» was asked in a way it does not know.`);
  try {
    const started = open(path, tell, asked.data);
    return { reply: { ok: true, value: { opened: true, recoveryKey: started.store.recoveryKey } }, started };
  } catch (error) {
    if (error instanceof StoreRefusal) return no('refused', error.message);
    throw error;
  }
}

type Typed = { readonly passphrase: string | null } | { readonly recoveryKey: string; readonly newPassphrase: string };

function open(path: string, tell: (told: Told) => void, typed: Typed): Engine {
  if ('passphrase' in typed) {
    const { passphrase } = typed;
    return startEngine(path, tell, passphrase === null ? {} : { secret: { passphrase } });
  }
  const started = startEngine(path, tell, { secret: { recoveryKey: typed.recoveryKey } });
  changePassphrase(started.store, typed.newPassphrase);
  return started;
}
