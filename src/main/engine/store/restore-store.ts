import { copyFileSync, existsSync, linkSync, renameSync, rmSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Database } from 'better-sqlite3';
import { auditHead, personHere, prepareAudit, recordChange } from './audit.ts';
import { anchorPath, writeAnchor } from './audit-anchor.ts';
import { listBackups, stampOf } from './backups.ts';
import { connect, opens, rawKey } from './connect.ts';
import { keyPath, keyRing, readKeyFile, unlock, type Secret, type StoreKey } from './key-file.ts';
import { migrations } from './migrations/index.ts';
import { kindOf } from './open-store.ts';
import { alone } from './store-session.ts';
import { faultsIn } from './store-checks.ts';
import { StoreRefusal, StoreTrouble } from './store-refusal.ts';
import { replaceDurably } from './write-durably.ts';

interface ImportLine {
  readonly importId: number;
  readonly fileName: string;
  readonly importedAt: string;
  readonly state: 'kept' | 'withdrawn';
}

/** What a restore would change: imports that would go, come, or change between kept and withdrawn. */
export interface RestorePreview {
  readonly backup: string;
  readonly madeAt: string | null;
  /** Whether the store as it is now could be read, to be compared with. */
  readonly storeReads: boolean;
  readonly goes: readonly ImportLine[];
  readonly comes: readonly ImportLine[];
  readonly changes: readonly (ImportLine & { readonly becomes: 'kept' | 'withdrawn' })[];
  readonly auditEntriesNow: number | null;
  readonly auditEntriesThen: number;
}

export interface Restored extends RestorePreview {
  /** Where the replaced store was put, by its file name. */
  readonly keptAside: string | null;
}

const importsIn = (db: Database): ImportLine[] =>
  db
    .prepare<[], ImportLine>(
      `SELECT import_id AS importId, file_name AS fileName, imported_at AS importedAt,
        CASE WHEN import_id IN (SELECT import_id FROM live_import) THEN 'kept' ELSE 'withdrawn' END AS state
       FROM import ORDER BY import_id`,
    )
    .all();

const hasAudit = (db: Database): boolean =>
  db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'audit'").get() !== undefined;
const headOf = (db: Database) => (hasAudit(db) ? auditHead(db) : { entries: 0, hash: '' });

/** The file of a backup, named as `store backups` lists it, or by its path. */
function backupFile(path: string, named: string): string {
  const listed = listBackups(path).find(({ name }) => name === named || name === `${named}.sqlite`);
  if (listed !== undefined) return listed.path;
  if (existsSync(named) && kindOf(named) !== 'none' && resolve(named) !== resolve(path)) return named;
  throw new StoreRefusal(`There is no backup «${basename(named)}». «store backups» lists them. Nothing was changed.`);
}

/** What opens the store and its backups: something typed, or the key of the store that was open until now. */
export type Opener = Secret | StoreKey | null;

/** The store's present key and those before it, where the secret opens its key file; none when it does not. */
function presentKeys(path: string, secret: Opener): StoreKey[] {
  if (secret !== null && 'bytes' in secret) return keyRing(path, secret);
  const file = readKeyFile(path);
  if (file === null || file === 'damaged' || secret === null) return [];
  return unlock(file, secret).flatMap(({ key }) => keyRing(path, key));
}

interface Sources {
  readonly from: string;
  readonly backupKey: StoreKey | null;
  /** What the restored store will be under, and its key when the present file can be read at all. */
  readonly present: readonly StoreKey[];
}

function sourcesOf(path: string, named: string, secret: Opener): Sources {
  const from = backupFile(path, named);
  const present = presentKeys(path, secret);
  if (kindOf(from) === 'plain') return { from, backupKey: null, present };
  const own = readKeyFile(from);
  const ownKeys =
    own === null || own === 'damaged' || secret === null || 'bytes' in secret
      ? []
      : unlock(own, secret).map(({ key }) => key);
  const backupKey = [...present, ...ownKeys].find((key) => opens(from, key));
  if (backupKey === undefined) {
    throw new StoreRefusal(
      secret === null
        ? 'The backup is encrypted: it needs the passphrase. Nothing was changed.'
        : 'The passphrase opens neither the store nor this backup. Nothing was changed. Try again, or the one used when the backup was made.',
      'passphrase',
    );
  }
  return { from, backupKey, present };
}

/** Opens the store as it is now, to compare with; null when there is none or it does not read. */
function presentStore(path: string, present: readonly StoreKey[]): { key: StoreKey | null } | null {
  const kind = kindOf(path);
  if (kind === 'none' || kind === 'other') return null;
  try {
    if (kind === 'plain') return opens(path, null) ? { key: null } : null;
    const key = present.find((one) => opens(path, one));
    return key === undefined ? null : { key };
  } catch {
    return null;
  }
}

/** Says what restoring a backup would change. Changes nothing. */
export function previewRestore(path: string, named: string, secret: Opener): RestorePreview {
  return compare(path, sourcesOf(path, named, secret));
}

function compare(path: string, { from, backupKey, present }: Sources): RestorePreview {
  const backup = connect(from, backupKey, { readonly: true });
  try {
    if (faultsIn(backup, 'whole').length > 0)
      throw new StoreRefusal('This backup is damaged. Nothing was changed. Choose another.');
    if (Number(backup.pragma('user_version', { simple: true })) > migrations.length) {
      throw new StoreRefusal('This backup was made by a newer version of the workbench. Nothing was changed.');
    }
    const then = importsIn(backup);
    const now = readNow(path, presentStore(path, present));
    const find = (lines: readonly ImportLine[], one: ImportLine): ImportLine | undefined =>
      lines.find(({ importId, importedAt }) => importId === one.importId && importedAt === one.importedAt);
    const held = now?.imports ?? [];
    return {
      backup: basename(from),
      madeAt: listBackups(path).find((one) => one.path === from)?.madeAt ?? null,
      storeReads: now !== null,
      goes: held.filter((one) => find(then, one) === undefined),
      comes: then.filter((one) => find(held, one) === undefined),
      changes: held.flatMap((one) => {
        const other = find(then, one);
        return other === undefined || other.state === one.state ? [] : [{ ...one, becomes: other.state }];
      }),
      auditEntriesNow: now?.entries ?? null,
      auditEntriesThen: headOf(backup).entries,
    };
  } finally {
    backup.close();
  }
}

function readNow(
  path: string,
  store: { key: StoreKey | null } | null,
): { imports: ImportLine[]; entries: number } | null {
  if (store === null) return null;
  const db = connect(path, store.key, { readonly: true });
  try {
    return { imports: importsIn(db), entries: headOf(db).entries };
  } catch {
    return null;
  } finally {
    db.close();
  }
}

/**
 * Puts a backup in the store's place. The store that was there is kept aside; the backup is copied, checked and given an
 * entry in its audit trail before the two change places, so that a power cut leaves one or the other.
 */
export function restoreStore(path: string, named: string, secret: Opener, clock: () => Date): Restored {
  const sources = sourcesOf(path, named, secret);
  const preview = compare(path, sources);
  const now = presentStore(path, sources.present);
  // A restored store goes under the present key where there is one, so that the present passphrase opens it.
  const under = now === null ? (sources.present[0] ?? sources.backupKey) : now.key;
  const beside = `${path}.restore`;
  const clear = (): void => {
    for (const ending of ['', '-journal', '-wal', '-shm']) rmSync(`${beside}${ending}`, { force: true });
  };
  clear();
  try {
    const changeOver = (held: { entries: number; hash: string } | null): string | null => {
      copyFileSync(sources.from, beside);
      const head = finish(beside, sources.backupKey, under, held, preview, clock);
      const own = keyPath(sources.from);
      if (under !== null && sources.present.length === 0 && existsSync(own)) copyFileSync(own, keyPath(path));
      const aside = setAside(path, clock());
      replaceDurably(beside, path);
      writeAnchor(path, head, under);
      return aside;
    };
    const keptAside =
      now === null || process.platform === 'win32'
        ? changeOver(now === null ? null : alone(path, now.key, headOf))
        : alone(path, now.key, (db) => changeOver(headOf(db)));
    return { ...preview, keptAside };
  } catch (error) {
    clear();
    throw error;
  }
}

function finish(
  copy: string,
  from: StoreKey | null,
  to: StoreKey | null,
  held: { entries: number; hash: string } | null,
  preview: RestorePreview,
  clock: () => Date,
): { entries: number; hash: string } {
  const db = connect(copy, from);
  try {
    db.pragma('journal_mode = DELETE');
    if (from?.keyId !== to?.keyId) {
      if (to === null)
        throw new StoreTrouble(
          'An encrypted backup cannot take the place of a plain store. Restore it under another name.',
        );
      db.pragma(`cipher = '${to.cipher}'`);
      db.pragma(`rekey = "${rawKey(to)}"`);
    }
    if (!hasAudit(db)) return headOf(db);
    prepareAudit(db, { clock, who: personHere() });
    db.transaction(() => {
      recordChange(db, {
        what: 'store.restored',
        subject: 'store',
        before: held,
        after: { backup: preview.backup, entries: preview.auditEntriesThen, goes: preview.goes.length },
        why: '',
      });
    })();
    return headOf(db);
  } finally {
    db.close();
  }
}

/** Keeps the replaced store under another name, with its key file and its anchor; answers its file name. */
function setAside(path: string, now: Date): string | null {
  if (!existsSync(path)) return null;
  const aside = `${path}.replaced-${stampOf(now)}`;
  for (const file of [path, keyPath(path), anchorPath(path)]) {
    if (existsSync(file)) keepCopy(file, `${aside}${file.slice(path.length)}`);
  }
  // The log of a store that could not be read belongs to it, and must not be read into the restored one.
  for (const ending of ['-wal', '-shm', '-journal']) {
    if (existsSync(`${path}${ending}`)) renameSync(`${path}${ending}`, `${aside}${ending}`);
  }
  return basename(aside);
}

function keepCopy(file: string, as: string): void {
  if (existsSync(as)) return;
  try {
    linkSync(file, as);
  } catch {
    copyFileSync(file, as);
  }
}
