import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeBackup } from '../../../src/main/engine/store/backups.ts';
import { CIPHERS, keyPath } from '../../../src/main/engine/store/key-file.ts';
import { openStore } from '../../../src/main/engine/store/open-store.ts';
import { changePassphrase, reencryptStore, renewRecoveryKey } from '../../../src/main/engine/store/rekey-store.ts';
import { restoreStore } from '../../../src/main/engine/store/restore-store.ts';
import { StoreRefusal } from '../../../src/main/engine/store/store-refusal.ts';
import { temporaryFolder } from '../temporary-store.ts';
import { keepMonth, mark, open, PASSPHRASE, secret } from './marked-month.ts';
import { everyFile, PLANTED, toldIn } from './plain-text.ts';

const clock = () => new Date();

describe('an encrypted store', () => {
  it.each(CIPHERS)('keeps figures under %s and gives them back with the passphrase', async (cipher) => {
    const folder = temporaryFolder();
    const path = join(folder, 'store.sqlite');
    const made = open(path, { secret, cipher });
    await keepMonth(made, 'Marked', PLANTED);
    made.close();
    const again = open(path, { secret });
    expect(again.read.prepare('SELECT max(value) AS most FROM observation').get()).toEqual({ most: PLANTED });
  });

  it('leaves no figure, name or path in plain text in any file, while it works and afterwards', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'store.sqlite');
    const store = open(path, { secret });
    const importId = await keepMonth(store, 'Marked', PLANTED);
    mark(store, importId, 'withdrawn', 'Withdrawn-because');
    mark(store, importId, 'reinstated');
    const backup = makeBackup({ path, db: store.write, key: store.key }, 'by-hand', clock());
    changePassphrase(store, `${PASSPHRASE} again`);
    store.read.prepare('SELECT * FROM observation ORDER BY cell DESC, value').all();
    const whileOpen = everyFile(folder);
    expect(whileOpen.map((file) => file.slice(folder.length + 1))).toEqual(
      expect.arrayContaining([
        'store.sqlite',
        'store.sqlite-wal',
        'store.sqlite-shm',
        'store.sqlite.key',
        'store.sqlite.audit',
      ]),
    );
    expect(toldIn(whileOpen)).toEqual([]);
    const { key } = store;
    store.close();
    reencryptStore({ path, key, passphrase: PASSPHRASE, clock });
    restoreStore(path, backup.name, secret, clock);
    const afterwards = everyFile(folder);
    expect(afterwards.length).toBeGreaterThan(7);
    expect(toldIn(afterwards)).toEqual([]);
    // The same look at a plain store finds them, or it would show nothing.
    const plain = join(temporaryFolder(), 'plain.sqlite');
    const open2 = open(plain, {});
    await keepMonth(open2, 'Marked', PLANTED);
    expect(toldIn([plain, `${plain}-wal`]).join()).toMatch(/Zennor/);
  });

  it('says that a passphrase is wrong, and leaves every byte as it was', () => {
    const folder = temporaryFolder();
    const path = join(folder, 'store.sqlite');
    open(path, { secret }).close();
    const before = everyFile(folder).map((file) => [file, readFileSync(file, 'latin1')]);
    expect(() => openStore(path, { secret: { passphrase: 'Tamar lantern ninety pilchards' } })).toThrow(
      /not the passphrase.*Nothing was changed/,
    );
    expect(() => openStore(path)).toThrow(/needs its passphrase/);
    expect(everyFile(folder).map((file) => [file, readFileSync(file, 'latin1')])).toEqual(before);
    open(path, { secret });
  });

  it('opens with the recovery key written down, however it is typed, and not with one letter wrong', () => {
    const path = join(temporaryFolder(), 'store.sqlite');
    const made = open(path, { secret });
    const { recoveryKey } = made;
    made.close();
    expect(recoveryKey).toMatch(/^([0-9A-Z]{4}-){8}[0-9A-Z]{4}$/);
    if (recoveryKey === null) return;
    const wrong = `${recoveryKey.startsWith('7') ? '8' : '7'}${recoveryKey.slice(1)}`;
    expect(() => openStore(path, { secret: { recoveryKey: wrong } })).toThrow(/not the recovery key/);
    const opened = open(path, { secret: { recoveryKey: ` ${recoveryKey.toLowerCase().replaceAll('-', ' ')} ` } });
    expect(opened.recoveryKey).toBeNull();
    const newer = renewRecoveryKey(opened);
    opened.close();
    expect(() => openStore(path, { secret: { recoveryKey } })).toThrow(StoreRefusal);
    open(path, { secret: { recoveryKey: newer } });
  });

  it('takes another passphrase without touching the figures', () => {
    const path = join(temporaryFolder(), 'store.sqlite');
    const store = open(path, { secret });
    changePassphrase(store, 'a wholly other sentence of words');
    store.close();
    expect(() => openStore(path, { secret })).toThrow(/not the passphrase/);
    open(path, { secret: { passphrase: 'a wholly other sentence of words' } });
  });

  it('can be encrypted anew from its first byte to its last: neither the old passphrase nor the old recovery key open it', async () => {
    const path = join(temporaryFolder(), 'store.sqlite');
    const store = open(path, { secret });
    await keepMonth(store, 'Marked', PLANTED);
    const { key, recoveryKey } = store;
    store.close();
    const before = readFileSync(path);
    const done = reencryptStore({
      path,
      key,
      passphrase: 'a wholly other sentence of words',
      clock,
      cipher: 'chacha20',
    });
    const after = readFileSync(path);
    expect(after.subarray(4096, 4160).equals(before.subarray(4096, 4160))).toBe(false);
    expect(() => openStore(path, { secret })).toThrow(/not the passphrase/);
    expect(() => openStore(path, { secret: { recoveryKey: recoveryKey ?? '' } })).toThrow(/not the recovery key/);
    const again = open(path, { secret: { recoveryKey: done.recoveryKey } });
    expect(again.read.prepare('SELECT max(value) AS most FROM observation').get()).toEqual({ most: PLANTED });
  });

  it('can be made of a plain one, and its plain backups go once an encrypted one stands', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'store.sqlite');
    const store = open(path, {});
    await keepMonth(store, 'Marked', PLANTED);
    makeBackup({ path, db: store.write, key: null }, 'daily', clock());
    store.close();
    expect(toldIn(everyFile(folder)).length).toBeGreaterThan(0);
    expect(reencryptStore({ path, key: null, passphrase: PASSPHRASE, clock }).plainBackupsRemoved).toBe(1);
    expect(toldIn(everyFile(folder))).toEqual([]);
    const again = open(path, { secret });
    expect(again.read.prepare('SELECT max(value) AS most FROM observation').get()).toEqual({ most: PLANTED });
  });

  it('is never opened plain by mistake, nor a plain one taken for encrypted', () => {
    const path = join(temporaryFolder(), 'store.sqlite');
    open(path, {}).close();
    expect(() => openStore(path, { secret })).toThrow(/is not encrypted/);
    expect(existsSync(keyPath(path))).toBe(false);
  });

  it('says what is missing when its key file has gone, and works again once it is back', () => {
    const path = join(temporaryFolder(), 'store.sqlite');
    open(path, { secret }).close();
    const key = readFileSync(keyPath(path));
    writeFileSync(keyPath(path), 'scribble');
    expect(() => openStore(path, { secret })).toThrow(/key file .* is damaged.*backup/s);
    writeFileSync(keyPath(path), key);
    open(path, { secret });
  });
});
