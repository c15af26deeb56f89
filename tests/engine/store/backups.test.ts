import { readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startEngine } from '../../../src/main/engine/engine.ts';
import {
  backUpDaily,
  backupsFolder,
  listBackups,
  makeBackup,
  toRotate,
  type Backup,
} from '../../../src/main/engine/store/backups.ts';
import { openStore } from '../../../src/main/engine/store/open-store.ts';
import { previewRestore, restoreStore } from '../../../src/main/engine/store/restore-store.ts';
import { verifyStore } from '../../../src/main/engine/store/verify-store.ts';
import { temporaryFolder } from '../temporary-store.ts';
import { aprils, keepMonth, mark, open, secret } from './marked-month.ts';

const at = (text: string) => () => new Date(text);
const DAY = 24 * 60 * 60 * 1000;

function backupOf(madeAt: string, kind: Backup['kind'] = 'daily'): Backup {
  return { name: `${kind}-${madeAt}`, path: '', kind, madeAt, bytes: 1 };
}

describe('backups', () => {
  it('are made at most daily, only when something has changed, and open by themselves with the same passphrase', async () => {
    const path = join(temporaryFolder(), 'store.sqlite');
    const store = open(path, { secret });
    const source = { path, db: store.write, key: store.key };
    expect(backUpDaily(source, new Date('2015-07-20T09:00:00Z'))).toBeNull();
    await keepMonth(store, 'April', 864);
    expect(backUpDaily(source, new Date('2015-07-20T09:00:00Z'))).not.toBeNull();
    await keepMonth(store, 'April again', 865);
    expect(backUpDaily(source, new Date('2015-07-20T18:00:00Z'))).toBeNull();
    const second = backUpDaily(source, new Date('2015-07-21T09:30:00Z'));
    expect(second).not.toBeNull();
    expect(backUpDaily(source, new Date('2015-07-25T09:30:00Z'))).toBeNull();
    expect(statSync(backupsFolder(path)).mode & 0o077).toBe(0);
    expect(aprils(open(second?.path ?? '', { secret }))).toEqual([865, 864]);
  });

  it('are kept for the last seven days, four weeks and twelve months; those made by hand stay', () => {
    const start = Date.parse('2015-01-01T09:00:00Z');
    const daily = Array.from({ length: 400 }, (_, day) => backupOf(new Date(start + day * DAY).toISOString()));
    const others = [
      backupOf('2015-01-05T09:00:00.000Z', 'by-hand'),
      backupOf('2015-02-01T09:00:00.000Z', 'before-update'),
    ];
    const all = [...daily, ...others].sort((a, b) => b.madeAt.localeCompare(a.madeAt));
    const gone = new Set(toRotate(all));
    const kept = all.filter((one) => !gone.has(one));
    expect(kept.filter(({ kind }) => kind !== 'daily')).toHaveLength(2);
    const days = kept.filter(({ kind }) => kind === 'daily').map(({ madeAt }) => madeAt.slice(0, 10));
    expect(days.slice(0, 7)).toEqual([
      '2016-02-04',
      '2016-02-03',
      '2016-02-02',
      '2016-02-01',
      '2016-01-31',
      '2016-01-30',
      '2016-01-29',
    ]);
    expect(days).toContain('2016-01-24');
    expect(days).toContain('2015-03-31');
    expect(days.length).toBeLessThanOrEqual(7 + 4 + 12);
  });

  it('still come when the clock was set back years, and are not made twice for it', async () => {
    const path = join(temporaryFolder(), 'store.sqlite');
    const store = open(path);
    await keepMonth(store, 'April', 864);
    const source = { path, db: store.write, key: null };
    backUpDaily(source, new Date('2015-07-20T09:00:00Z'));
    await keepMonth(store, 'April again', 865);
    expect(backUpDaily(source, new Date('2011-01-01T09:00:00Z'))).not.toBeNull();
    await keepMonth(store, 'April thrice', 866);
    expect(backUpDaily(source, new Date('2011-01-01T10:00:00Z'))).toBeNull();
    expect(listBackups(path)).toHaveLength(2);
  });

  it('keep nobody from working when they cannot be made, and say so', async () => {
    const path = join(temporaryFolder(), 'store.sqlite');
    const store = open(path);
    await keepMonth(store, 'April', 864);
    store.close();
    writeFileSync(backupsFolder(path), 'a file where the folder should be');
    const engine = startEngine(path, () => undefined);
    expect(engine.notes.join()).toMatch(/backup could not be made/);
    engine.store.close();
  });
});

describe('restoring a backup', () => {
  it('says first which imports would go, come back or change, then does just that and keeps the replaced store', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'store.sqlite');
    const store = open(path, { secret });
    const first = await keepMonth(store, 'April', 864);
    const backup = makeBackup({ path, db: store.write, key: store.key }, 'by-hand', new Date('2015-07-20T09:00:00Z'));
    mark(store, first, 'withdrawn', 'wrong file');
    const second = await keepMonth(store, 'April again', 865);
    store.close();

    const before = readFileSync(path);
    const preview = previewRestore(path, backup.name, secret);
    expect(preview.goes.map(({ importId }) => importId)).toEqual([second]);
    expect(preview.comes).toEqual([]);
    expect(preview.changes).toMatchObject([{ importId: first, state: 'withdrawn', becomes: 'kept' }]);
    expect(readFileSync(path).equals(before)).toBe(true);

    const done = restoreStore(path, backup.name, secret, at('2015-07-21T09:00:00Z'));
    expect(aprils(open(path, { secret }))).toEqual([864]);
    const aside = open(join(folder, done.keptAside ?? ''), { secret });
    expect(aprils(aside)).toEqual([865]);
    expect(verifyStore(path, secret).faults).toEqual([]);
  });

  it('works when the store has been damaged or has gone, with the backup’s own key file', async () => {
    const path = join(temporaryFolder(), 'store.sqlite');
    const store = open(path, { secret });
    await keepMonth(store, 'April', 864);
    const backup = makeBackup({ path, db: store.write, key: store.key }, 'by-hand', new Date('2015-07-20T09:00:00Z'));
    store.close();
    truncateSync(path, 40_000);
    writeFileSync(`${path}.key`, 'scribble');
    expect(() => openStore(path, { secret })).toThrow(/damaged/);
    expect(previewRestore(path, backup.name, secret)).toMatchObject({ storeReads: false, comes: [{ importId: 1 }] });
    const done = restoreStore(path, backup.name, secret, at('2015-07-21T09:00:00Z'));
    expect(done.keptAside).not.toBeNull();
    expect(aprils(open(path, { secret }))).toEqual([864]);
    expect(verifyStore(path, secret).faults).toEqual([]);
  });

  it('refuses a backup that is damaged, and one that is not there, and changes nothing', async () => {
    const path = join(temporaryFolder(), 'store.sqlite');
    const store = open(path);
    await keepMonth(store, 'April', 864);
    const backup = makeBackup({ path, db: store.write, key: null }, 'by-hand', new Date('2015-07-20T09:00:00Z'));
    store.close();
    const bytes = readFileSync(backup.path);
    bytes.fill(0x5a, 20_000, 60_000);
    writeFileSync(backup.path, bytes);
    const before = readFileSync(path);
    expect(() => restoreStore(path, backup.name, null, at('2015-07-21T09:00:00Z'))).toThrow(/damaged/);
    expect(() => restoreStore(path, 'daily-2000', null, at('2015-07-21T09:00:00Z'))).toThrow(/no backup/);
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('refuses while another window has the store open', async () => {
    const path = join(temporaryFolder(), 'store.sqlite');
    const store = open(path);
    await keepMonth(store, 'April', 864);
    const backup = makeBackup({ path, db: store.write, key: null }, 'by-hand', new Date('2015-07-20T09:00:00Z'));
    expect(() => restoreStore(path, backup.name, null, at('2015-07-21T09:00:00Z'))).toThrow(/open in another window/);
    expect(aprils(store)).toEqual([864]);
  });
});
