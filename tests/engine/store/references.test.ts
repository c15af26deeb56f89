import Database from 'better-sqlite3';
import { createHmac } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { keepFile, previewFile } from '../../../src/main/engine/import/import-file.ts';
import { auditEntries } from '../../../src/main/engine/store/audit.ts';
import { listBackups } from '../../../src/main/engine/store/backups.ts';
import { sheetReports } from '../../../src/main/engine/store/imports.ts';
import { hasherWith } from '../../../src/main/engine/store/reference-hash.ts';
import type { Store } from '../../../src/main/engine/store/open-store.ts';
import { verifyStore } from '../../../src/main/engine/store/verify-store.ts';
import { temporaryFolder } from '../temporary-store.ts';
import { open } from './marked-month.ts';

const KEPT = resolve(import.meta.dirname, '../../fixtures/stores/schema-4.sqlite.gz');
const TOLD = ['ZENNOR/15/', 'Trembath', 'PL4 8ZZ', 'zennor@example.org', '07700 900555', 'bicycle', '1961'];

/** A month of records with everything in it that is nobody's business here. */
function peopleFile(records: number, month = '04'): string {
  const path = join(temporaryFolder(), `crimes ${month}.csv`);
  const rows = Array.from({ length: records }, (_, at) =>
    [
      `ZENNOR/15/${String(1000 + (at % 20))}`,
      `${String((at % 28) + 1).padStart(2, '0')}/${month}/2015`,
      'Theft',
      'Stonehouse',
      `Morwenna Trembath-${'Abcdefghijklmnopqrstuvwxyz'.slice(at % 26)}${'abc'.slice(at % 3)}`,
      `0${String((at % 9) + 1)}/05/19${String(40 + (at % 60))}`,
      'PL4 8ZZ',
      'zennor@example.org',
      `He took the bicycle from the shed at number ${String(at)}.`,
      at === 7 ? '07700 900555' : 'D1A',
    ].join(','),
  );
  const head = 'Crime Number,Date Recorded,HO Group,Neighbourhood,Victim,DOB,Postcode,Contact,MO,Beat';
  writeFileSync(path, ['Recorded crime, Plymouth', head, ...rows].join('\n'));
  return path;
}

const references = ({ read }: Store): string[] =>
  read
    .prepare<[], { reference: string }>('SELECT reference FROM record ORDER BY record_id')
    .all()
    .map(({ reference }) => reference);

/** Marks that stand in the store's own files: the store, its log, its shared memory. */
const toldBy = (path: string, marks: readonly string[]): string[] =>
  [path, `${path}-wal`, `${path}-shm`]
    .filter(existsSync)
    .flatMap((file) => marks.filter((mark) => readFileSync(file).includes(mark)));

describe('a record extract with names, dates of birth and crime numbers', () => {
  it('is shown to leave them out, and not one of them reaches the store', async () => {
    const path = join(temporaryFolder(), 'store.sqlite');
    const store = open(path);
    const file = peopleFile(60);
    const [shown] = (await previewFile(store, file, {})).sheets;
    expect(shown?.aboutPeople.map(({ heading, kind }) => `${heading}: ${kind}`)).toEqual([
      'Victim: name',
      'DOB: birth',
      'Postcode: postcode',
      'Contact: e-mail',
      'MO: free-text',
    ]);
    const { summary } = await keepFile(store, file, null, {});
    expect(summary.observations).toBe(60);
    expect(sheetReports(store.read, summary.importId)[0]?.aboutPeople).toHaveLength(5);
    store.close();
    expect(toldBy(path, TOLD)).toEqual([]);
    expect(readFileSync(path).includes('Stonehouse')).toBe(true);
  });

  it('counts repeats all the same, within a file and between files of this store, and of no other store', async () => {
    const [one, other] = [open(join(temporaryFolder(), 'a.sqlite')), open(join(temporaryFolder(), 'b.sqlite'))];
    await keepFile(one, peopleFile(60), null, {});
    await keepFile(one, peopleFile(60, '05'), null, {});
    await keepFile(other, peopleFile(60), null, {});
    const here = references(one);
    expect(new Set(here).size).toBe(20);
    expect(here.filter((reference) => reference === here[0])).toHaveLength(6);
    expect(here.every((reference) => /^[\w-]{22}$/.test(reference))).toBe(true);
    expect(references(other).some((reference) => here.includes(reference))).toBe(false);
  });

  it('repeats no text of a refused row: it may be a name that slipped a column', async () => {
    const path = join(temporaryFolder(), 'crimes.csv');
    writeFileSync(
      path,
      ['Recorded crime', 'Crime Number,Date Recorded,HO Group,Neighbourhood']
        .concat(['A/1,Morwenna Trembath,Theft,Keyham', 'A/2,31/02/2015,Theft,Keyham', 'A/3,03/04/2015,Theft,Keyham'])
        .join('\n'),
    );
    const store = open(join(temporaryFolder(), 'store.sqlite'));
    const { summary } = await keepFile(store, path, null, {});
    expect(sheetReports(store.read, summary.importId)[0]?.refusals.map(({ cell, found }) => [cell, found])).toEqual([
      ['B3', 'text, not kept: it may be about a person'],
      ['B4', '31/02/2015'],
    ]);
  });
});

describe('the key of references', () => {
  it('makes HMAC-SHA-256 as any other tool does, the first 128 bits', () => {
    const key = Buffer.from('0b'.repeat(32), 'hex');
    const hash = hasherWith(key);
    for (const reference of ['CR/15/1', 'Ænöther', 'x'.repeat(700)]) {
      const expected = createHmac('sha256', key).update(`record:${reference}`).digest().subarray(0, 16);
      expect(hash('record', reference)).toBe(expected.toString('base64url'));
    }
    expect(hash('client', 'CR/15/1')).not.toBe(hash('record', 'CR/15/1'));
  });

  it('stands in the store, in no entry of the audit trail, and cannot be changed', () => {
    const store = open(join(temporaryFolder(), 'store.sqlite'));
    const { key } = store.read.prepare('SELECT key FROM reference_key').get() as { key: Buffer };
    expect(key).toHaveLength(32);
    const trail = JSON.stringify([...auditEntries(store.read)]);
    expect(trail).not.toMatch(/reference_key/);
    expect(trail.toLowerCase()).not.toContain(key.toString('hex'));
    expect(() => store.write.exec('UPDATE reference_key SET key = randomblob(32)')).toThrow(/never edited/);
    expect(() => store.write.exec('DELETE FROM reference_key')).toThrow(/never deleted/);
  });
});

describe('a store kept by an earlier version with references in plain text', () => {
  /** The kept store, with records as that version wrote them. */
  function earlier(): string {
    const path = join(temporaryFolder(), 'store.sqlite');
    writeFileSync(path, gunzipSync(readFileSync(KEPT)));
    const db = new Database(path);
    const sheet = db.prepare('SELECT import_id, position FROM import_sheet LIMIT 1').get() as Record<string, number>;
    const add = db.prepare(
      `INSERT INTO record (import_id, position, sheet_row, events, reference, month) VALUES (?, ?, ?, 1, ?, '2015-04')`,
    );
    db.exec('BEGIN');
    for (let at = 0; at < 3000; at++)
      add.run(sheet['import_id'], sheet['position'], at + 1, `ZENNOR/15/${String(at % 1500)}`);
    db.exec('COMMIT');
    db.exec(`UPDATE import_sheet SET layout = 'records', report = json_insert(report, '$.warnings[#]', json_object('check',
      'repeated-reference', 'cells', 'A9', 'says', '1,500 rows repeat a reference that stands further up (the first is «ZENNOR/15/7»); each row is kept.'))
      WHERE import_id = ${String(sheet['import_id'])} AND position = ${String(sheet['position'])}`);
    db.close();
    return path;
  }

  it('is brought up to date: hashed, repeats still found, and not a byte of them left in its files', () => {
    const path = earlier();
    expect(readFileSync(path).includes('ZENNOR/15/7')).toBe(true);
    expect(readFileSync(path).includes('SC001')).toBe(true);
    const store = open(path);
    const held = references(store);
    expect(held).toHaveLength(3000);
    expect(new Set(held).size).toBe(1500);
    expect(held[0]).toBe(held[1500]);
    const clients = store.read.prepare('SELECT count(DISTINCT client) AS n, min(client) AS one FROM score').get();
    expect(clients).toMatchObject({ one: expect.stringMatching(/^[\w-]{22}$/) as string });
    expect(JSON.stringify(sheetReports(store.read, 1))).not.toContain('ZENNOR');
    expect(() => store.write.exec("UPDATE record SET reference = 'x'")).toThrow(/never edited/);
    // While it is open, before the log is folded in at closing.
    expect(toldBy(path, ['ZENNOR/15', 'SC001'])).toEqual([]);
    store.close();
    expect(toldBy(path, ['ZENNOR/15', 'SC001'])).toEqual([]);
    expect(verifyStore(path, null).faults).toEqual([]);
  });

  it('leaves the backup made before the update as it was: it still holds them', () => {
    const path = earlier();
    open(path).close();
    const [backup] = listBackups(path);
    expect(backup?.kind).toBe('before-update');
    expect(readFileSync(backup?.path ?? '').includes('ZENNOR/15/7')).toBe(true);
  });
});
