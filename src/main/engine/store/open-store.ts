import Database from 'better-sqlite3';
import { chmodSync, existsSync, mkdirSync, openSync, readSync, closeSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { boardMeasures } from '../../../core/measure/board-measures.ts';
import { migrate, NewerStoreError } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import { seedStore } from './seed-store.ts';

declare const readBrand: unique symbol;
declare const writeBrand: unique symbol;

/** A store that can only be asked. */
export type ReadStore = Database.Database & { readonly [readBrand]: true };
/** A store that can also be changed; only a `change` is given one. */
export type WriteStore = ReadStore & { readonly [writeBrand]: true };

export interface Store {
  readonly path: string;
  readonly read: ReadStore;
  readonly write: WriteStore;
  close(): void;
}

/** The store could not be opened. The message says why and what to do next; the file was left as it was. */
export class StoreRefusal extends Error {
  override readonly name = 'StoreRefusal';
}

/** Whether a file starts as a plain SQLite store; an empty or missing file may become one. */
function looksLikeStore(path: string): boolean {
  if (!existsSync(path) || statSync(path).size === 0) return true;
  const start = Buffer.alloc(16);
  const file = openSync(path, 'r');
  try {
    readSync(file, start, 0, 16, 0);
  } finally {
    closeSync(file);
  }
  return start.toString('latin1') === 'SQLite format 3\0';
}

function tune(db: Database.Database): void {
  db.pragma('busy_timeout = 5000');
  db.pragma('secure_delete = ON');
  db.pragma('foreign_keys = ON');
  // Without this, INSERT OR REPLACE slips past a «never deleted» trigger.
  db.pragma('recursive_triggers = ON');
  db.pragma('cache_size = -16384');
}

/** Opens a store, making or migrating it as needed. Throws {@link StoreRefusal} and changes nothing when it cannot. */
export function openStore(path: string): Store {
  if (!looksLikeStore(path)) {
    throw new StoreRefusal(`${path} is not a Safer Workbench store (or it is encrypted). Nothing was changed.`);
  }
  try {
    mkdirSync(dirname(path), { recursive: true });
    const isNew = !existsSync(path) || statSync(path).size === 0;
    const write = new Database(path) as unknown as WriteStore;
    if (isNew) chmodSync(path, 0o600);
    if (isNew) write.pragma('page_size = 16384');
    write.pragma('journal_mode = WAL');
    write.pragma('synchronous = FULL');
    tune(write);
    migrate(write, migrations, `${path}.before-update`);
    seedStore(write, boardMeasures);
    // Questions have a connection of their own: they see the last whole state while a change is still being made.
    const read = new Database(path, { readonly: true }) as unknown as ReadStore;
    tune(read);
    return {
      path,
      read,
      write,
      close: () => {
        read.close();
        write.close();
      },
    };
  } catch (error) {
    if (error instanceof NewerStoreError) throw new StoreRefusal(error.message);
    const why = error instanceof Error ? error.message : String(error);
    throw new StoreRefusal(`The store ${path} could not be opened: ${why}. Nothing was changed.`);
  }
}
