import Database from 'better-sqlite3';
import { copyFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { auditedTables, auditEntries, hashOf, latestEntries } from '../../../src/main/engine/store/audit.ts';
import { makeBackup } from '../../../src/main/engine/store/backups.ts';
import { connect } from '../../../src/main/engine/store/connect.ts';
import { openStore } from '../../../src/main/engine/store/open-store.ts';
import { verifyAudit } from '../../../src/main/engine/store/verify-audit.ts';
import { temporaryFolder } from '../temporary-store.ts';
import { keepMonth, mark, open, secret } from './marked-month.ts';

const faultsOf = (path: string): readonly string[] => {
  const db = connect(path, null, { readonly: true });
  try {
    return verifyAudit(path, db, null).faults;
  } finally {
    db.close();
  }
};

/** A plain store with a trail of several entries, closed. */
async function storeWithTrail(): Promise<string> {
  const path = join(temporaryFolder(), 'store.sqlite');
  const store = open(path);
  const first = await keepMonth(store, 'April', 864);
  mark(store, first, 'withdrawn', 'sent twice');
  mark(store, first, 'reinstated');
  await keepMonth(store, 'April again', 865);
  store.close();
  return path;
}

/** Changes a store behind the workbench's back, its triggers taken off first. */
function tamper(path: string, sql: string): void {
  const db = new Database(path);
  for (const name of ['audit_is_never_edited', 'audit_is_never_deleted', 'audit_is_only_added_to']) {
    db.exec(`DROP TRIGGER ${name}`);
  }
  db.exec(sql);
  db.close();
}

describe('the audit trail', () => {
  it('says who did what, when, before, after and why, in the same transaction as the change', async () => {
    const path = join(temporaryFolder(), 'store.sqlite');
    const store = open(path, { who: 'j.harris', clock: () => new Date('2015-07-20T09:00:00Z') });
    const importId = await keepMonth(store, 'April', 864);
    mark(store, importId, 'withdrawn', 'sent twice');
    const [latest, kept, made] = latestEntries(store.read, 10);
    expect(made?.what).toBe('store.made');
    expect(kept).toMatchObject({ what: 'import.kept', subject: 'import 1', who: 'j.harris', before: null });
    expect(JSON.parse(kept?.after ?? '')).toMatchObject({ fileName: 'Zennor-April.csv' });
    expect(latest).toMatchObject({ what: 'import.withdrawn', why: 'sent twice', at: '2015-07-20T09:00:00.000Z' });
    expect(JSON.parse(latest?.before ?? '')).toEqual({ state: 'kept' });
    const undone = store.write.transaction(() => {
      store.write.exec(
        "INSERT INTO exceptional_period (month_from, month_to, reason, saved_at) VALUES ('2020-03', '2020-06', 'Lockdown', '')",
      );
      throw new Error('changed my mind');
    });
    expect(undone).toThrow('changed my mind');
    expect(latestEntries(store.read, 1)[0]?.entry).toBe(3);
  });

  it('has an entry for every setting that is added, changed or removed, whichever part of the workbench does it', () => {
    const store = open(join(temporaryFolder(), 'store.sqlite'));
    expect(auditedTables(store.write)).toEqual(
      expect.arrayContaining([
        'area_group',
        'boundary',
        'chart_setting',
        'exceptional_period',
        'measure_version',
        'partnership',
      ]),
    );
    store.write.exec(`
      INSERT INTO exceptional_period (month_from, month_to, reason, saved_at) VALUES ('2020-03', '2020-06', 'Lockdown', '');
      UPDATE exceptional_period SET reason = 'First lockdown';
      DELETE FROM exceptional_period;`);
    const [removed, changed, added] = latestEntries(store.read, 3);
    expect([added, changed, removed].map((entry) => entry?.what)).toEqual([
      'exceptional_period.added',
      'exceptional_period.changed',
      'exceptional_period.removed',
    ]);
    expect(JSON.parse(changed?.before ?? '')).toMatchObject({ reason: 'Lockdown' });
    expect(JSON.parse(changed?.after ?? '')).toMatchObject({ reason: 'First lockdown' });
    expect(verifyAudit(store.path, store.read, null).faults).toEqual([]);
  });

  it('cannot be edited, deleted from or added to in the middle through the workbench', async () => {
    const store = open(await storeWithTrail());
    expect(() => store.write.exec("UPDATE audit SET why = 'x'")).toThrow(/never edited/);
    expect(() => store.write.exec('DELETE FROM audit')).toThrow(/never deleted/);
    expect(() =>
      store.write.exec(
        'INSERT INTO audit SELECT 9, at, clock_at, who, what, subject, before, after, why, app_version, previous_hash, hash FROM audit LIMIT 1',
      ),
    ).toThrow(/only added to at its end/);
  });

  it('is whole, and its hashes can be worked out anew from what it says', async () => {
    const path = await storeWithTrail();
    expect(faultsOf(path)).toEqual([]);
    const store = open(path);
    for (const { previousHash, hash, ...entry } of auditEntries(store.read)) {
      expect(hashOf(previousHash, entry)).toBe(hash);
    }
  });

  it.each([
    ['an entry edited', "UPDATE audit SET why = 'other' WHERE audit_id = 3", /Entry 3 is not as it was written/],
    [
      'a figure in an entry edited',
      `UPDATE audit SET after = replace(after, 'Zennor', 'Sennen') WHERE audit_id = 2`,
      /Entry 2 is not as it was written/,
    ],
    ['the time of an entry edited', "UPDATE audit SET at = '2014-01-01T00:00:00.000Z' WHERE audit_id = 4", /Entry 4/],
    ['an entry dropped', 'DELETE FROM audit WHERE audit_id = 3', /Before entry 4 an entry is missing/],
    [
      'two entries changed round',
      'UPDATE audit SET audit_id = -audit_id WHERE audit_id IN (3, 4); UPDATE audit SET audit_id = 7 + audit_id WHERE audit_id < 0',
      /Entry 3/,
    ],
    ['the last entry cut off', 'DELETE FROM audit WHERE audit_id = 5', /does not reach the anchor beside the store/],
    ['the whole trail taken away', 'DELETE FROM audit', /empty/],
    [
      'an import brought in behind its back',
      `INSERT INTO import (file_name, sha256, bytes, format, imported_at, app_version, mapping_version) VALUES ('x.csv', '${'a'.repeat(64)}', 1, 'csv', '2015-07-10T00:00:00Z', '0', 1)`,
      /Import 3 has no entry/,
    ],
    [
      'an import withdrawn behind its back',
      "INSERT INTO import_event (import_id, event, reason, event_at) VALUES (2, 'withdrawn', '', '2099-01-01T00:00:00Z')",
      /Import 2 was withdrawn or reinstated without an entry/,
    ],
  ])('shows %s', async (_what, sql, says) => {
    const path = await storeWithTrail();
    // Taking an entry off needs its CHECK off too where ids pass through negative numbers.
    tamper(path, `PRAGMA ignore_check_constraints = ON; ${sql}`);
    expect(faultsOf(path).join('\n')).toMatch(says);
  });

  it('shows an end cut off by the anchors of its backups too, when the one beside it was cut off as well', async () => {
    const path = await storeWithTrail();
    const earlier = `${path}.audit`;
    const store = open(path);
    copyFileSync(earlier, `${earlier}.old`);
    await keepMonth(store, 'April thrice', 866);
    makeBackup({ path, db: store.write, key: null }, 'by-hand', new Date());
    store.close();
    tamper(path, 'DELETE FROM audit WHERE audit_id = 6');
    copyFileSync(`${earlier}.old`, earlier);
    expect(faultsOf(path).join('\n')).toMatch(/does not reach the anchor of backup by-hand/);
  });

  it('keeps the anchor that shows a cut, however often the store is opened afterwards', async () => {
    const path = await storeWithTrail();
    tamper(path, 'DELETE FROM audit WHERE audit_id = 5');
    openStore(path).close();
    const store = open(path);
    await keepMonth(store, 'April thrice', 866);
    store.close();
    expect(faultsOf(path).join('\n')).toMatch(/does not reach the anchor/);
  });

  it('knows an anchor that was not written with the store’s key', () => {
    const path = join(temporaryFolder(), 'store.sqlite');
    const store = open(path, { secret });
    writeFileSync(`${path}.audit`, `{"entries":1,"hash":"${'0'.repeat(64)}","signature":"${'1'.repeat(64)}"}`);
    expect(verifyAudit(path, store.read, store.key).faults.join()).toMatch(/not written by the workbench/);
    rmSync(`${path}.audit`);
    expect(verifyAudit(path, store.read, store.key).faults.join()).toMatch(/is missing/);
  });

  it('never runs backwards when the clock is set back, and says that it was', async () => {
    const path = join(temporaryFolder(), 'store.sqlite');
    let now = new Date('2015-07-20T09:00:00Z');
    const store = open(path, { clock: () => now });
    await keepMonth(store, 'April', 864);
    now = new Date('2011-01-01T00:00:00Z');
    await keepMonth(store, 'April again', 865);
    expect(latestEntries(store.read, 1)[0]).toMatchObject({
      at: '2015-07-20T09:00:00.000Z',
      clockAt: '2011-01-01T00:00:00.000Z',
    });
    expect(verifyAudit(path, store.read, null)).toMatchObject({ faults: [], clockSetBack: 1 });
  });
});
