import type Database from 'better-sqlite3';
import { accessSync, chmodSync, closeSync, constants, existsSync, openSync, readSync, renameSync } from 'node:fs';
import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { boardMeasures } from '../../../core/measure/board-measures.ts';
import { auditHead, personHere, prepareAudit, recordChange, watchSettings, type AuditSource } from './audit.ts';
import { reaches, readAnchor, writeAnchor } from './audit-anchor.ts';
import { listBackups, makeBackup } from './backups.ts';
import { connect, opens } from './connect.ts';
import { CIPHERS, keyPath, keyRing, newKey, readKeyFile, unlock, writeKeyFile } from './key-file.ts';
import type { Cipher, Secret, StoreKey } from './key-file.ts';
import { makeFolder } from './make-folder.ts';
import { migrate, NewerStoreError } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import { seedStore } from './seed-store.ts';
import { faultsIn } from './store-checks.ts';
import { wipeIfDue } from './wipe.ts';
import { nameOf, StoreRefusal, StoreTrouble, troubleInWords } from './store-refusal.ts';

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
  /** What it is encrypted with; null: it is plain. */
  readonly key: StoreKey | null;
  /** Of a store just made: to be shown once and written down. Null afterwards, and of a plain store. */
  readonly recoveryKey: string | null;
  readonly clock: () => Date;
  /** Notes outside the store how long its audit trail is by now; to be called after each change. */
  anchor(): void;
  /** Throws {@link StoreTrouble} when the file has gone or been replaced while open: what is kept now would be lost. */
  assertThere(): void;
  close(): void;
}

export interface OpenStoreOptions extends Partial<AuditSource> {
  /** What opens an encrypted store, or what a new one is made with. None: a plain store is opened or made. */
  readonly secret?: Secret | null;
  /** The key itself, of a store that was open a moment ago; `secret` is not asked then. */
  readonly key?: StoreKey | null;
  /** The cipher of a new encrypted store. */
  readonly cipher?: Cipher;
}

export type StoreKind = 'none' | 'plain' | 'encrypted' | 'other';

/** What lies at a path: nothing (or an empty file), a plain store, one with a key file, or something else. */
export function kindOf(path: string): StoreKind {
  if (!existsSync(path)) return 'none';
  if (!statSync(path).isFile()) return 'other';
  if (statSync(path).size === 0) return 'none';
  const start = Buffer.alloc(16);
  const file = openSync(path, 'r');
  try {
    readSync(file, start, 0, 16, 0);
  } finally {
    closeSync(file);
  }
  if (start.toString('latin1') === 'SQLite format 3\0') return 'plain';
  return readKeyFile(path) === null ? 'other' : 'encrypted';
}

interface Unlocked {
  readonly key: StoreKey | null;
  readonly recoveryKey: string | null;
}

/** The key of an encrypted store. Throws {@link StoreRefusal} when the secret is missing or wrong; changes nothing. */
export function unlockStore(path: string, secret: Secret | null): StoreKey {
  const file = readKeyFile(path);
  if (file === null || file === 'damaged') {
    throw new StoreRefusal(
      `The key file of ${nameOf(path)} is ${file === null ? 'missing' : 'damaged'}. Without it nobody can open the store. ` +
        'Put back the .key file that was beside it: each backup has one of its own. Nothing was changed.',
    );
  }
  if (secret === null) {
    throw new StoreRefusal(
      `The store ${nameOf(path)} is encrypted: it needs its passphrase. Nothing was changed.`,
      'passphrase',
    );
  }
  const found = unlock(file, secret);
  if (found.length === 0) {
    const what = 'passphrase' in secret ? 'passphrase' : 'recovery key';
    throw new StoreRefusal(`This is not the ${what} of ${nameOf(path)}. Nothing was changed. Try again.`, 'passphrase');
  }
  const right = found.find(({ key }) => opens(path, key));
  if (right === undefined) {
    throw new StoreRefusal(
      `The ${'passphrase' in secret ? 'passphrase' : 'recovery key'} is right, but the store ${nameOf(path)} is damaged or belongs to another ` +
        'key file. It was left as it is. Restore a backup: in the window, or by «store restore».',
    );
  }
  // A re-encryption that was interrupted after the store had changed over: its key file follows.
  if (file.next !== null) writeKeyFile(path, { ...right.file, next: null });
  return right.key;
}

function unlockOrMake(path: string, kind: StoreKind, secret: Secret | null, cipher: Cipher): Unlocked {
  if (kind === 'encrypted') return { key: unlockStore(path, secret), recoveryKey: null };
  if (kind === 'plain' && secret !== null) {
    throw new StoreRefusal(
      `The store ${nameOf(path)} is not encrypted. Open it without a passphrase, or encrypt it first: ` +
        '«store rekey --new-passphrase-env NAME». Nothing was changed.',
    );
  }
  if (kind === 'plain') return { key: null, recoveryKey: null };
  const orphan = existsSync(keyPath(path));
  if (orphan && listBackups(path).length > 0) {
    throw new StoreRefusal(
      `The store ${nameOf(path)} is gone, but its key file and its backups are there. Nothing was changed. ` +
        'Put the store back, or restore a backup: «store restore».',
    );
  }
  if (secret === null) return { key: null, recoveryKey: null };
  if (!('passphrase' in secret) || secret.passphrase === '') {
    throw new StoreRefusal('A new store needs a passphrase that is not empty. Nothing was made.', 'new-passphrase');
  }
  // Left by a store that was never made: it opens nothing, but a key is never thrown away.
  if (orphan) renameSync(keyPath(path), `${keyPath(path)}.unused-${String(Date.now())}`);
  const made = newKey(secret.passphrase, cipher, null);
  writeKeyFile(path, made.file);
  return { key: made.key, recoveryKey: made.recoveryKey };
}

/** Says so before anything is opened where the folder or the file may not be written to. */
function assertWritable(path: string): void {
  accessSync(dirname(path), constants.W_OK);
  if (existsSync(path)) accessSync(path, constants.W_OK);
}

function makeFolderOf(path: string): void {
  try {
    makeFolder(dirname(path));
  } catch (error) {
    if (!/^(?:ENOENT|ENOTDIR|ENODEV|ENXIO|EEXIST)$/.test(String((error as { code?: unknown }).code))) throw error;
    throw new StoreRefusal(
      `The folder of ${nameOf(path)} is not there and cannot be made. Nothing was changed. Is its disk or share connected?`,
    );
  }
}

/** Opens a store, making or migrating it as needed. Throws {@link StoreRefusal} and changes nothing when it cannot. */
export function openStore(path: string, options: OpenStoreOptions = {}): Store {
  const { secret = null, cipher = CIPHERS[0], clock = () => new Date(), who = personHere() } = options;
  const opened: Database.Database[] = [];
  try {
    const kind = kindOf(path);
    if (kind === 'other') {
      throw new StoreRefusal(
        `${nameOf(path)} is not a Safer Workbench store, or it is encrypted and its key file ${nameOf(keyPath(path))} is missing. ` +
          'Nothing was changed. Put the key file back beside it (each backup has one), or name another file.',
      );
    }
    makeFolderOf(path);
    assertWritable(path);
    const { key, recoveryKey } =
      options.key === undefined ? unlockOrMake(path, kind, secret, cipher) : { key: options.key, recoveryKey: null };
    const write = connect(path, key) as unknown as WriteStore;
    opened.push(write);
    if (kind === 'none') {
      chmodSync(path, 0o600);
      write.pragma('page_size = 16384');
    }
    const before = Number(write.pragma('user_version', { simple: true }));
    if (before > migrations.length) throw new NewerStoreError(before, migrations.length);
    if (kind !== 'none') assertSound(path, write);
    write.pragma('journal_mode = WAL');
    write.pragma('synchronous = FULL');
    migrate(write, migrations, () => makeBackup({ path, db: write, key }, 'before-update', clock()));
    prepareAudit(write, { clock, who });
    seedStore(write, boardMeasures);
    beginAudit(write, before);
    watchSettings(write);
    wipeIfDue(write);
    // Questions have a connection of their own: they see the last whole state while a change is still being made.
    const read = connect(path, key, { readonly: true }) as unknown as ReadStore;
    opened.push(read);
    const store = storeOf({ path, read, write, key, recoveryKey, clock });
    store.anchor();
    return store;
  } catch (error) {
    for (const db of opened.reverse()) db.close();
    if (error instanceof StoreRefusal) throw error;
    if (error instanceof NewerStoreError) throw new StoreRefusal(error.message);
    const why = error instanceof Error ? error.message : String(error);
    throw new StoreRefusal(
      `The store ${nameOf(path)} could not be opened: ${troubleInWords(error) ?? `${why}. Nothing was changed.`}`,
    );
  }
}

function assertSound(path: string, db: Database.Database): void {
  if (faultsIn(db, 'quick').length === 0) return;
  throw new StoreRefusal(
    `The store ${nameOf(path)} is damaged. It was left as it is. Restore a backup: in the window, or by «store restore»; «store verify» says what is wrong.`,
  );
}

/** The trail's first entry says what was there already; an update to a newer schema is an entry too. */
function beginAudit(db: WriteStore, before: number): void {
  db.transaction(() => {
    const begun = auditHead(db).entries > 0;
    if (begun && before === migrations.length) return;
    const { imports } = db.prepare('SELECT count(*) AS imports FROM import').get() as { imports: number };
    recordChange(db, {
      what: before === 0 ? 'store.made' : begun ? 'store.updated' : 'audit.begun',
      subject: 'store',
      before: before === 0 ? null : { schema: before },
      after: { schema: migrations.length, imports },
      why: '',
    });
  }).immediate();
}

function storeOf(parts: Omit<Store, 'anchor' | 'assertThere' | 'close'>): Store {
  const { path, read, write, key } = parts;
  const { ino, dev } = statSync(path);
  const anchor = (): void => {
    try {
      const head = auditHead(write);
      const held = readAnchor(path, keyRing(path, key));
      if (held === 'forged' || (held?.hash === head.hash && (held.signature === null) === (key === null))) return;
      // An anchor is only moved along the trail it stands in: a trail cut short keeps the anchor that shows it.
      if (held === null || reaches(write, held, key !== null)) writeAnchor(path, head, key);
    } catch {
      // The anchor before it still stands in the trail: an older one is weaker, not wrong.
    }
  };
  return {
    ...parts,
    anchor,
    assertThere: () => {
      const now = existsSync(path) ? statSync(path) : null;
      if (now?.ino === ino && now.dev === dev) return;
      throw new StoreTrouble(
        `The store ${nameOf(path)} ${now === null ? 'is no longer where it was' : 'has been replaced by another file'}. Nothing was changed. ` +
          'Put it back (or connect its disk or share), close the workbench and open it again; else restore a backup.',
      );
    },
    close: () => {
      read.close();
      if (write.open) anchor();
      write.close();
    },
  };
}
