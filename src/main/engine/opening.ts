import { randomUUID } from 'node:crypto';
import { contract, type Output, type Parsed, type Reply, type Told } from '../../preload/contract.ts';
import type { LogFault } from './dispatch.ts';
import { startEngine, type Engine } from './engine.ts';
import { listBackups } from './store/backups.ts';
import { readKeyFile } from './store/key-file.ts';
import { kindOf } from './store/open-store.ts';
import { changePassphrase } from './store/rekey-store.ts';
import { previewRestore, restoreStore } from './store/restore-store.ts';
import { StoreRefusal, StoreTrouble, troubleInWords } from './store/store-refusal.ts';

/** Before a store is open only these are answered: what it needs, opening it, and putting a backup in its place. */
const OPENING = ['store.opening', 'store.unlock', 'store.create', 'store.preview-restore', 'store.restore'] as const;
type Opening = (typeof OPENING)[number];

const isOpening = (command: string): command is Opening => (OPENING as readonly string[]).includes(command);

/** Why the engine waits before it opens anything: a new store, whose officer is asked first. Null: it need not wait. */
export function waitsFor(path: string, asks: boolean): StoreRefusal | null {
  if (!asks || kindOf(path) !== 'none') return null;
  return new StoreRefusal('There is no store here yet. Choose a passphrase for it.', 'new-passphrase');
}

/** What a store that is not open needs, and what lies beside it. */
export function openingOf(path: string, why: StoreRefusal): Output<'store.opening'> {
  return {
    state: why.needs === 'passphrase' ? 'locked' : why.needs === 'new-passphrase' ? 'new' : 'closed',
    says: why.message,
    encrypted: readKeyFile(path) !== null,
    backups: backupsBeside(path),
  };
}

/** A folder that does not answer has no backups to offer. */
function backupsBeside(path: string): Output<'store.opening'>['backups'] {
  try {
    return listBackups(path).map(({ name, kind, madeAt, bytes }) => ({ name, kind, madeAt, bytes }));
  } catch {
    return [];
  }
}

interface Opened {
  readonly reply: Reply<unknown>;
  readonly started: Engine | null;
  /** Why the store is still not open, where that is another reason than before: the passphrase was right, the store is damaged. */
  readonly why: StoreRefusal | null;
}

/** The process that asks makes the daily backup itself, in a thread. */
const LATER = { backUpLater: true } as const;

const NOT_OPEN = new StoreRefusal('The store is not open yet.', 'passphrase');

/**
 * Answers one command while the store is not open: opens or makes it with what was typed, or restores a backup. A wrong
 * passphrase changes nothing, and may be followed by another.
 */
export function openAsAsked(
  path: string,
  tell: (told: Told) => void,
  command: string,
  input: unknown,
  why: StoreRefusal = NOT_OPEN,
  logFault: LogFault = () => undefined,
): Opened {
  const no = (kind: 'refused' | 'invalid' | 'failed', message: string, now: StoreRefusal | null = null): Opened => ({
    reply: { ok: false, failure: { kind, message } },
    started: null,
    why: now,
  });
  if (!isOpening(command)) return no('refused', why.needs === null ? why.message : 'The store is not open yet.');
  const asked = contract[command].input.safeParse(input);
  if (!asked.success) return no('invalid', `«${command}» was asked in a way it does not know.`);
  try {
    const answer = answers[command] as (input: unknown, at: At) => Answered;
    const { value, started } = answer(asked.data, { path, tell, why });
    return { reply: { ok: true, value: contract[command].output.parse(value) }, started, why: null };
  } catch (error) {
    if (error instanceof StoreRefusal) return no('refused', error.message, error.needs === null ? error : null);
    if (error instanceof StoreTrouble) return no('refused', error.message);
    const trouble = troubleInWords(error);
    if (trouble !== null) return no('refused', trouble);
    const id = randomUUID().slice(0, 8);
    logFault(id, command, error);
    return no('failed', `Something went wrong in the workbench itself (fault ${id}). Nothing was changed.`);
  }
}

interface At {
  readonly path: string;
  readonly tell: (told: Told) => void;
  readonly why: StoreRefusal;
}
interface Answered {
  /** Checked against the contract before it is sent. */
  readonly value: unknown;
  readonly started: Engine | null;
}

const answers: { readonly [C in Opening]: (input: Parsed<C>, at: At) => Answered } = {
  'store.opening': (_input, { path, why }) => ({ value: openingOf(path, why), started: null }),
  'store.unlock': (typed, at) => opened(open(at, typed)),
  'store.create': (typed, at) => opened(open(at, typed)),
  'store.preview-restore': ({ backup, passphrase }, { path }) => ({
    value: previewRestore(path, backup, passphrase === undefined ? null : { passphrase }),
    started: null,
  }),
  'store.restore': ({ backup, passphrase }, { path, tell }) => {
    const secret = passphrase === undefined ? null : { passphrase };
    const value = restoreStore(path, backup, secret, () => new Date());
    return {
      value,
      started: startEngine(path, tell, { ...LATER, ...(kindOf(path) === 'encrypted' ? { secret } : {}) }),
    };
  },
};

const opened = (started: Engine): Answered => ({
  value: { opened: true, recoveryKey: started.store.recoveryKey },
  started,
});

type Typed = { readonly passphrase: string | null } | { readonly recoveryKey: string; readonly newPassphrase: string };

function open({ path, tell }: At, typed: Typed): Engine {
  if ('passphrase' in typed) {
    const { passphrase } = typed;
    return startEngine(path, tell, { ...LATER, ...(passphrase === null ? {} : { secret: { passphrase } }) });
  }
  const started = startEngine(path, tell, { ...LATER, secret: { recoveryKey: typed.recoveryKey } });
  changePassphrase(started.store, typed.newPassphrase);
  return started;
}
