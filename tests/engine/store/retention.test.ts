import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { gatherSummaries } from '../../../src/main/engine/gather/summary.ts';
import { keepFile } from '../../../src/main/engine/import/import-file.ts';
import { auditEntries } from '../../../src/main/engine/store/audit.ts';
import { listBackups, makeBackup } from '../../../src/main/engine/store/backups.ts';
import { smallAreaCounts } from '../../../src/main/engine/store/boundaries.ts';
import { recordRows } from '../../../src/main/engine/store/record-rows.ts';
import {
  deleteOldCopies,
  heldRecords,
  oldCopies,
  purgeRecords,
  saveRetention,
} from '../../../src/main/engine/store/retention.ts';
import { verifyAudit } from '../../../src/main/engine/store/verify-audit.ts';
import { verifyStore } from '../../../src/main/engine/store/verify-store.ts';
import type { Store } from '../../../src/main/engine/store/open-store.ts';
import { temporaryFolder } from '../temporary-store.ts';
import { open, secret } from './marked-month.ts';

/** Times no figure or page number would hold by chance. */
const MARK = '23:41:';

function extract(): string {
  const path = join(temporaryFolder(), 'crimes to June 2015.csv');
  const rows = Array.from({ length: 900 }, (_, at) => {
    const day = `${String((at % 28) + 1).padStart(2, '0')}/0${String((at % 3) + 4)}/2015`;
    return `A/${String(at)},${day},${MARK}${String(at % 60).padStart(2, '0')},Theft,Stonehouse,E0101501${String(at % 8)}`;
  });
  const head = 'Crime Number,Date Recorded,Time,HO Group,Neighbourhood,LSOA code';
  writeFileSync(path, ['Recorded crime, Plymouth', head, ...rows].join('\n'));
  return path;
}

let now = new Date('2015-07-23T10:00:00Z');
const clock = () => now;

const figuresOf = ({ read }: Store) =>
  gatherSummaries(read).measures.map(({ measure, dataTo, toDate, status }) => [measure, dataTo, toDate, status.tier]);
const rule = { dataset: 'recorded-crime', months: 12, after: 'period-end' } as const;
const setRule = ({ write }: Store) => {
  write
    .transaction(() => {
      saveRetention(write, rule);
    })
    .immediate();
};
const wanted = { measure: 'all-crime', from: '2015-04', to: '2015-06', area: null };

describe('records whose time is over', () => {
  it('are due after the months of their rule, and not before; without a rule never', async () => {
    now = new Date('2015-07-23T10:00:00Z');
    const store = open(join(temporaryFolder(), 'store.sqlite'), { clock });
    await keepFile(store, extract(), null, {});
    expect(heldRecords(store.read, '2030-01-01')).toMatchObject([{ records: 900, keepUntil: null, due: false }]);
    setRule(store);
    expect(heldRecords(store.read, '2016-06-30')).toMatchObject([{ keepUntil: '2016-06', due: false }]);
    expect(heldRecords(store.read, '2016-07-01')).toMatchObject([{ due: true }]);
    expect([...auditEntries(store.read)].at(-1)).toMatchObject({ what: 'setting.added' });
    expect(() => purgeRecords(store, [1], '')).toThrow(/No records are due/);
  });

  it.each([
    ['a plain store', {}],
    ['an encrypted store', { secret }],
  ])('are removed from %s: figures stay, the trail says it, and no byte is left', async (_name, options) => {
    now = new Date('2015-07-23T10:00:00Z');
    const folder = temporaryFolder();
    const path = join(folder, 'store.sqlite');
    const store = open(path, { clock, ...options });
    await keepFile(store, extract(), null, {});
    setRule(store);
    const before = figuresOf(store);
    expect(recordRows(store.read, wanted, 0, 1000).rows).toHaveLength(900);
    const references = store.read.prepare('SELECT reference FROM record').pluck().all() as string[];
    if (store.key === null)
      expect(readdirSync(folder).some((name) => readFileSync(join(folder, name)).includes(MARK))).toBe(true);
    makeBackup({ path, db: store.write, key: store.key }, 'by-hand', now);

    now = new Date('2016-07-02T10:00:00Z');
    expect(() => purgeRecords(store, [1, 2], '')).toThrow(/has changed since it was shown/);
    expect(purgeRecords(store, [1], 'Schedule 4')).toEqual({ records: 900, wiped: true });
    expect(store.read.prepare('SELECT count(*) FROM record').pluck().get()).toBe(0);
    expect(figuresOf(store)).toEqual(before);
    expect(
      smallAreaCounts(store.read, 'all-crime', '2015-04', '2015-06').reduce((sum, { events }) => sum + events, 0),
    ).toBe(900);
    expect(heldRecords(store.read, '2016-07-02')).toEqual([]);
    expect([...auditEntries(store.read)].find(({ what }) => what === 'records.removed')).toMatchObject({
      why: 'Schedule 4',
      subject: 'import 1',
    });

    // Scanned while the store is open and after it was closed.
    const left = () =>
      [path, `${path}-wal`, `${path}-shm`].filter(existsSync).flatMap((file) => {
        const bytes = readFileSync(file);
        return [MARK, ...references].filter((mark) => bytes.includes(mark));
      });
    expect(left()).toEqual([]);
    const [backup] = listBackups(path);
    if (store.key === null) expect(readFileSync(backup?.path ?? '').includes(MARK)).toBe(true);
    expect(oldCopies(store.read, path).map(({ name }) => name)).toEqual([backup?.name]);
    expect(() => deleteOldCopies(store, ['../store.sqlite'])).toThrow(/not among the copies/);
    expect(deleteOldCopies(store, [backup?.name ?? ''])).toBe(1);
    expect(listBackups(path)).toEqual([]);
    expect(verifyAudit(path, store.read, store.key).faults).toEqual([]);
    store.close();
    expect(left()).toEqual([]);
    expect(verifyStore(path, 'secret' in options ? secret : null).faults).toEqual([]);
  });

  it('are never removed by anything but a removal that was noted', async () => {
    const store = open(join(temporaryFolder(), 'store.sqlite'));
    await keepFile(store, extract(), null, {});
    expect(() => store.write.exec('DELETE FROM record')).toThrow(/never deleted/);
    expect(() => store.write.exec('DELETE FROM record_purge')).not.toThrow();
  });

  it('are asked for in vain, with a sentence, and never shown as fewer than there were', async () => {
    now = new Date('2015-07-23T10:00:00Z');
    const store = open(join(temporaryFolder(), 'store.sqlite'), { clock });
    await keepFile(store, extract(), null, {});
    setRule(store);
    now = new Date('2016-07-02T10:00:00Z');
    purgeRecords(store, [1], '');
    expect(() => recordRows(store.read, wanted, 0, 10)).toThrow(/were removed on 02\/07\/2016/);
  });
});
