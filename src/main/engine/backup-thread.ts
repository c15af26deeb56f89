import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { Engine } from './engine.ts';
import { backUpDaily } from './store/backups.ts';
import { connect } from './store/connect.ts';
import type { StoreKey } from './store/key-file.ts';
import { troubleInWords } from './store/store-refusal.ts';

/** What the thread is given. The key stays in this process's memory, like the store's own connection. */
interface Asked {
  readonly backUp: true;
  readonly path: string;
  readonly key: StoreKey | null;
  readonly now: Date;
}

interface Answered {
  readonly made: boolean;
  /** Why it could not be made; null: nothing went wrong. */
  readonly why: string | null;
}

/** So long after the opening, so that the window's own first questions come first. */
const AFTER_OPENING_MS = 3000;

const isAsked = (data: unknown): data is Asked => typeof data === 'object' && data !== null && 'backUp' in data;

/** True where this process's script was started as the thread that makes the backup: it has done so when this answers. */
export function backedUpAsThread(): boolean {
  if (isMainThread || !isAsked(workerData)) return false;
  parentPort?.postMessage(backUp(workerData));
  return true;
}

function backUp({ path, key, now }: Asked): Answered {
  try {
    // What is handed to a thread arrives as plain bytes.
    const own = key === null ? null : { ...key, bytes: Buffer.from(key.bytes) };
    const db = connect(path, own);
    try {
      return { made: backUpDaily({ path, db, key: own }, now) !== null, why: null };
    } finally {
      db.close();
    }
  } catch (error) {
    return { made: false, why: troubleInWords(error) ?? (error instanceof Error ? error.message : '') };
  }
}

/**
 * Makes the daily backup, when it is due, in a thread of its own a moment after the store was opened. Questions are
 * answered meanwhile; changes wait for their turn, so that the copy agrees with the store. One that cannot be made is
 * told, and keeps nobody from working.
 */
export function backUpSoon(engine: Engine, script: URL): void {
  const begin = (): Promise<void> =>
    engine.inTurn(async () => {
      const { path, key, clock, read } = engine.store;
      if (!read.open) return;
      const { made, why } = await inThread({ backUp: true, path, key, now: clock() }, script);
      if (why !== null) engine.notes.push(`Today’s backup could not be made. ${why}`.trim());
      if (made || why !== null) engine.tell({ about: 'changed', names: ['store'] });
    });
  setTimeout(() => void begin(), AFTER_OPENING_MS).unref();
}

function inThread(workerData: Asked, script: URL): Promise<Answered> {
  return new Promise((answered) => {
    const thread = new Worker(script, { workerData });
    thread.once('message', answered);
    thread.once('error', (error) => {
      answered({ made: false, why: error instanceof Error ? error.message : String(error) });
    });
    thread.once('exit', () => {
      answered({ made: false, why: null });
    });
  });
}
