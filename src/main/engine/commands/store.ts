import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Handlers } from '../dispatch.ts';
import type { Engine } from '../engine.ts';
import { auditEntries, auditHead, latestEntries } from '../store/audit.ts';
import { auditAsCsv, auditAsJson } from '../store/audit-file.ts';
import { listBackups, makeBackup } from '../store/backups.ts';
import { readKeyFile, unlock } from '../store/key-file.ts';
import { openStore } from '../store/open-store.ts';
import { changePassphrase, reencryptStore, renewRecoveryKey } from '../store/rekey-store.ts';
import { previewRestore, restoreStore } from '../store/restore-store.ts';
import { StoreRefusal } from '../store/store-refusal.ts';
import { verifyAudit } from '../store/verify-audit.ts';
import { checkOpenStore } from '../store/verify-store.ts';
import { supportReport } from '../support-report.ts';
import { refuseWriting } from './refuse-writing.ts';

type StoreCommands = Pick<
  Handlers,
  Extract<keyof Handlers, `store.${string}` | `audit.${string}` | `support.${string}`>
>;

const ALREADY = 'The store is already open.';

/** Throws unless this is the passphrase of the store: whoever sits down at an open window may not change it. */
function assertPassphrase({ store }: Engine, passphrase: string | null): void {
  if (store.key === null) return;
  const file = readKeyFile(store.path);
  if (file !== null && file !== 'damaged' && passphrase !== null && unlock(file, { passphrase }).length > 0) return;
  throw new StoreRefusal('This is not the passphrase of the store. Nothing was changed. Try again.');
}

/** Closes the store, lets its files change places, and opens whatever is there afterwards under the same key or `opener`'s. */
async function whileClosed<T>(
  engine: Engine,
  work: () => T,
  keyAfter: (done: T) => Engine['store']['key'],
): Promise<T> {
  return engine.inTurn(() => {
    const { path, key, clock } = engine.store;
    engine.store.close();
    let after = key;
    try {
      const done = work();
      after = keyAfter(done);
      return done;
    } finally {
      engine.store = openStore(path, { key: after, clock });
      engine.tell({ about: 'changed', names: ['imports', 'figures', 'store'] });
    }
  });
}

export const storeCommands: StoreCommands = {
  'store.opening': (_input, { store }) => ({
    state: 'open',
    says: '',
    encrypted: store.key !== null,
    backups: listBackups(store.path),
  }),
  'store.unlock': () => {
    throw new StoreRefusal(ALREADY);
  },
  'store.create': () => {
    throw new StoreRefusal(ALREADY);
  },

  'store.status': (_input, { store, notes }) => ({
    encrypted: store.key !== null,
    cipher: store.key?.cipher ?? null,
    auditEntries: auditHead(store.read).entries,
    backups: listBackups(store.path),
    notes,
  }),

  'store.backup': (_input, engine) =>
    engine.inTurn(() => {
      const { path, write, key, clock } = engine.store;
      const made = makeBackup({ path, db: write, key }, 'by-hand', clock());
      engine.tell({ about: 'changed', names: ['store'] });
      return made;
    }),

  'store.verify': (_input, { store: { path, read, key } }) => checkOpenStore(path, read, key),

  'store.preview-restore': ({ backup }, { store: { path, key } }) => previewRestore(path, backup, key),

  'store.restore': ({ backup }, engine) => {
    const { path, key, clock } = engine.store;
    return whileClosed(
      engine,
      () => restoreStore(path, backup, key, clock),
      () => key,
    );
  },

  'store.change-passphrase': ({ passphrase, newPassphrase }, engine) => {
    assertPassphrase(engine, passphrase);
    return engine.inTurn(() => {
      changePassphrase(engine.store, newPassphrase);
      return { changed: true };
    });
  },

  'store.renew-recovery': ({ passphrase }, engine) => {
    assertPassphrase(engine, passphrase);
    return engine.inTurn(() => ({ recoveryKey: renewRecoveryKey(engine.store) }));
  },

  'store.encrypt': async ({ passphrase, newPassphrase }, engine) => {
    assertPassphrase(engine, passphrase);
    const { path, key, clock } = engine.store;
    const { recoveryKey, plainBackupsRemoved } = await whileClosed(
      engine,
      () => reencryptStore({ path, key, passphrase: newPassphrase, clock }),
      (done) => done.key,
    );
    return { recoveryKey, plainBackupsRemoved };
  },

  'audit.list': ({ most }, { store: { read } }) => latestEntries(read, most),

  'audit.verify': (_input, { store: { path, read, key } }) => verifyAudit(path, read, key),

  'audit.write': ({ path, format }, { store: { read } }) => {
    const entries = [...auditEntries(read)];
    try {
      writeFileSync(path, format === 'csv' ? auditAsCsv(entries) : auditAsJson(entries), { mode: 0o600 });
    } catch (error) {
      refuseWriting(error, basename(path));
    }
    return { entries: entries.length };
  },

  'support.show': (_input, { store }) => ({ report: supportReport(store) }),
};
