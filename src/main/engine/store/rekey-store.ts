import { existsSync, rmSync } from 'node:fs';
import { recordChange, personHere, prepareAudit, auditHead } from './audit.ts';
import { writeAnchor } from './audit-anchor.ts';
import { listBackups, makeBackup, removeBackup } from './backups.ts';
import { connect, rawKey } from './connect.ts';
import { CIPHERS, newKey, readKeyFile, withNewRecovery, withPassphrase, writeKeyFile } from './key-file.ts';
import type { Cipher, KeyFile, StoreKey } from './key-file.ts';
import type { Store } from './open-store.ts';
import { countTables, faultsIn, sameCounts } from './store-checks.ts';
import { alone } from './store-session.ts';
import { StoreRefusal, StoreTrouble } from './store-refusal.ts';
import { replaceDurably } from './write-durably.ts';

function keyFileOf(path: string): KeyFile {
  const file = readKeyFile(path);
  if (file === null || file === 'damaged') throw new StoreRefusal('The store has no key file. Nothing was changed.');
  return file;
}

function assertPassphrase(passphrase: string): void {
  if (passphrase.trim() === '') throw new StoreRefusal('A passphrase may not be empty. Nothing was changed.');
}

function note(store: Store, what: string): void {
  const { write } = store;
  const entry = { what, subject: 'store', before: null, after: null, why: '' };
  write
    .transaction(() => {
      recordChange(write, entry);
    })
    .immediate();
  store.anchor();
}

/** Another passphrase for the same key: the key is wrapped anew, the store itself is not touched. */
export function changePassphrase(store: Store, passphrase: string): void {
  if (store.key === null) throw new StoreRefusal('The store is not encrypted: there is no passphrase to change.');
  assertPassphrase(passphrase);
  note(store, 'store.passphrase-changed');
  writeKeyFile(store.path, withPassphrase(keyFileOf(store.path), store.key, passphrase));
}

/** A new written recovery key; the one before no longer opens the store. Answers it, to be shown once. */
export function renewRecoveryKey(store: Store): string {
  if (store.key === null) throw new StoreRefusal('The store is not encrypted: it needs no recovery key.');
  note(store, 'store.recovery-key-renewed');
  const { file, recoveryKey } = withNewRecovery(keyFileOf(store.path), store.key);
  writeKeyFile(store.path, file);
  return recoveryKey;
}

export interface Reencrypted {
  readonly key: StoreKey;
  readonly recoveryKey: string;
  /** Plain backups that were taken away after an encrypted one had been made and verified. */
  readonly plainBackupsRemoved: number;
}

interface Change {
  readonly path: string;
  /** Its key now; null: it is plain. */
  readonly key: StoreKey | null;
  readonly passphrase: string;
  readonly clock: () => Date;
  readonly cipher?: Cipher;
}

/**
 * Encrypts a closed store under a new key (or for the first time). The new file is written whole beside the old one,
 * checked and counted; the key file first learns both keys, then the files change places, then it forgets the old one:
 * at whatever moment the power goes, the passphrase opens one or the other.
 */
export function reencryptStore({ path, key, passphrase, clock, cipher = CIPHERS[0] }: Change): Reencrypted {
  assertPassphrase(passphrase);
  const before = key === null ? null : { key, file: keyFileOf(path) };
  const made = newKey(passphrase, cipher, before);
  const beside = `${path}.rekey`;
  const clear = (): void => {
    for (const ending of ['', '-journal', '-wal', '-shm']) rmSync(`${beside}${ending}`, { force: true });
  };
  clear();
  const changeOver = (head: { entries: number; hash: string }): void => {
    replaceDurably(beside, path);
    writeKeyFile(path, made.file);
    writeAnchor(path, head, made.key);
  };
  // Windows does not let a file be replaced while it is open.
  const closesFirst = process.platform === 'win32';
  try {
    const head = alone(path, key, (db) => {
      db.prepare('VACUUM INTO ?').run(beside);
      const newHead = underNewKey(beside, key, made.key, clock);
      check(beside, made.key, countTables(db));
      writeKeyFile(path, before === null ? made.file : { ...before.file, next: made.file });
      if (!closesFirst) changeOver(newHead);
      return newHead;
    });
    if (closesFirst) changeOver(head);
  } catch (error) {
    clear();
    throw error;
  }
  const plainBackupsRemoved = key === null ? renewBackups(path, made.key, clock) : 0;
  return { key: made.key, recoveryKey: made.recoveryKey, plainBackupsRemoved };
}

function underNewKey(path: string, from: StoreKey | null, to: StoreKey, clock: () => Date) {
  const db = connect(path, from);
  try {
    if (from !== null && from.cipher !== to.cipher) db.pragma(`cipher = '${to.cipher}'`);
    db.pragma('journal_mode = DELETE');
    if (from === null) db.pragma(`cipher = '${to.cipher}'`);
    db.pragma(`rekey = "${rawKey(to)}"`);
    prepareAudit(db, { clock, who: personHere() });
    db.transaction(() => {
      recordChange(db, {
        what: from === null ? 'store.encrypted' : 'store.re-encrypted',
        subject: 'store',
        before: { cipher: from?.cipher ?? 'none' },
        after: { cipher: to.cipher },
        why: '',
      });
    })();
    return auditHead(db);
  } finally {
    db.close();
  }
}

function check(path: string, key: StoreKey, counts: Readonly<Record<string, number>>): void {
  const db = connect(path, key, { readonly: true });
  try {
    const expected = { ...counts, audit: (counts['audit'] ?? 0) + 1 };
    if (faultsIn(db, 'whole').length === 0 && sameCounts(countTables(db), expected)) return;
    throw new StoreTrouble(
      'The newly encrypted store does not agree with the old one. Nothing was changed. Try again.',
    );
  } finally {
    db.close();
  }
}

/** Makes an encrypted backup in place of the plain ones, which would tell everything. */
function renewBackups(path: string, key: StoreKey, clock: () => Date): number {
  const plain = listBackups(path).filter((backup) => !existsSync(`${backup.path}.key`));
  if (plain.length === 0) return 0;
  const db = connect(path, key);
  try {
    makeBackup({ path, db, key }, 'by-hand', clock());
  } finally {
    db.close();
  }
  for (const backup of plain) removeBackup(backup);
  return plain.length;
}
