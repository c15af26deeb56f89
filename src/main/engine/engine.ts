import { randomUUID } from 'node:crypto';
import type { Told } from '../../preload/contract.ts';
import type { FilePreview } from './import/import-file.ts';
import type { SheetDecisions } from './import/sheet-decisions.ts';
import { makeTurns } from './import/turn.ts';
import { backUpDaily } from './store/backups.ts';
import { openStore, type OpenStoreOptions, type Store } from './store/open-store.ts';
import { troubleInWords } from './store/store-refusal.ts';

export interface HeldPreview extends FilePreview {
  readonly path: string;
  readonly password: string | undefined;
  /** How its sheets were read: keeping reads them in the very same way. */
  readonly decisions: SheetDecisions;
}

/** What the handlers share: the store, the files offered so far, and a way to tell the window of progress. */
export interface Engine {
  /** Another one after a restore or a re-encryption: ask for it anew each time. */
  store: Store;
  /** What was noticed and does not keep the officer from working: a backup that could not be made. */
  readonly notes: string[];
  readonly tell: (told: Told) => void;
  /** Files the shell or the command line offered, by token: paths stay on this side. */
  readonly files: Map<string, string>;
  readonly previews: Map<string, HeldPreview>;
  /** The reading or keeping under way, if any; aborting it leaves nothing half-kept. */
  running: AbortController | null;
  /** Every change runs through here: one at a time, in order of asking. */
  readonly inTurn: ReturnType<typeof makeTurns>;
}

export const newToken = (): string => randomUUID();

interface StartOptions extends OpenStoreOptions {
  /** The daily backup is made a moment later, by whoever starts the engine, so that the window need not wait for it. */
  readonly backUpLater?: boolean;
}

/** An engine on a store. Throws {@link StoreRefusal} when the store cannot be opened. */
export function startEngine(storePath: string, tell: (told: Told) => void, options: StartOptions = {}): Engine {
  const store = openStore(storePath, options);
  return {
    store,
    notes: options.backUpLater === true ? [] : notesOf(store),
    tell,
    files: new Map(),
    previews: new Map(),
    running: null,
    inTurn: makeTurns(),
  };
}

/** The daily backup, when it is due. One that cannot be made is told, and keeps nobody from working. */
function notesOf({ path, write, key, clock }: Store): string[] {
  try {
    backUpDaily({ path, db: write, key }, clock());
    return [];
  } catch (error) {
    const why = troubleInWords(error) ?? (error instanceof Error ? error.message : '');
    return [`Today’s backup could not be made. ${why}`.trim()];
  }
}
