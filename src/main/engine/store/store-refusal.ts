import { basename } from 'node:path';

/** What a locked store asks for. `new-passphrase`: there is no store yet, and the officer chooses how it is kept. */
export type Needs = 'passphrase' | 'new-passphrase';

/** The store could not be opened. The message says why and what to do next; the file was left as it was. */
export class StoreRefusal extends Error {
  override readonly name = 'StoreRefusal';
  /** What would open it; null: nothing that can be typed. */
  readonly needs: Needs | null;
  constructor(says: string, needs: Needs | null = null) {
    super(says);
    this.needs = needs;
  }
}

/** The computer would not let a change through: disk full, another program writing, a folder closed. Nothing was kept. */
export class StoreTrouble extends Error {
  override readonly name = 'StoreTrouble';
}

const BACKUPS = 'Restore a backup: Settings, Store in the window, or «store restore».';

const TROUBLES: readonly { readonly code: RegExp; readonly says: string }[] = [
  {
    code: /^SQLITE_(BUSY|LOCKED)/,
    says: 'Another program (or another window) is writing to the store. Nothing was changed. Try again in a moment.',
  },
  {
    code: /^(SQLITE_FULL|ENOSPC|EDQUOT)/,
    says: 'The disk is full. Nothing was changed. Make room, then try again.',
  },
  {
    code: /^(SQLITE_READONLY|SQLITE_CANTOPEN|SQLITE_PERM|SQLITE_AUTH|EACCES|EPERM|EROFS)/,
    says: 'The folder of the store cannot be written to. Nothing was changed. Copy the store with its .key file into a folder of your own, or ask for the right to write there.',
  },
  {
    code: /^(SQLITE_CORRUPT|SQLITE_NOTADB|SQLITE_FORMAT)/,
    says: `The store is damaged. It was left as it is. ${BACKUPS}`,
  },
  {
    code: /^(SQLITE_IOERR|EIO|ESTALE|ENOTCONN|ENETDOWN|EHOSTDOWN)/,
    says: 'The disk or share of the store did not answer. Nothing was changed. Check that it is connected, then try again.',
  },
];

/** A sentence for trouble that comes from the computer, not from us; null when it is something else. */
export function troubleInWords(error: unknown): string | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return TROUBLES.find((one) => one.code.test(code))?.says ?? null;
}

/** The same as an error to be told in place of `error`; any other error as it was. */
export function asTrouble(error: unknown): unknown {
  const says = troubleInWords(error);
  return says === null ? error : new StoreTrouble(says);
}

/** A name to show for a store: its file name alone, so that no path reaches a log or the window. */
export const nameOf = (path: string): string => `«${basename(path)}»`;
