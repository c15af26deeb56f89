import { randomUUID } from 'node:crypto';
import type { Told } from '../../preload/contract.ts';
import type { FilePreview } from './import/import-file.ts';
import { makeTurns } from './import/turn.ts';
import { openStore, type Store } from './store/open-store.ts';

export interface HeldPreview extends FilePreview {
  readonly path: string;
  readonly password: string | undefined;
}

/** What the handlers share: the store, the files offered so far, and a way to tell the window of progress. */
export interface Engine {
  readonly store: Store;
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

/** An engine on a store. Throws {@link StoreRefusal} when the store cannot be opened. */
export function startEngine(storePath: string, tell: (told: Told) => void): Engine {
  return {
    store: openStore(storePath),
    tell,
    files: new Map(),
    previews: new Map(),
    running: null,
    inTurn: makeTurns(),
  };
}
