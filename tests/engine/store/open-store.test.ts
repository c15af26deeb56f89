import Database from 'better-sqlite3';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { migrate, NewerStoreError } from '../../../src/main/engine/store/migrate.ts';
import { migrations } from '../../../src/main/engine/store/migrations/index.ts';
import { openStore } from '../../../src/main/engine/store/open-store.ts';
import { StoreRefusal } from '../../../src/main/engine/store/store-refusal.ts';
import { temporaryFolder, temporaryStore } from '../temporary-store.ts';

const schemaOf = (db: Database.Database): string =>
  db
    .prepare<[], { sql: string }>(
      "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )
    .all()
    .map(({ sql }) => `${sql};`)
    .join('\n\n');

describe('the store', () => {
  it('has exactly the tables, views and triggers of the golden schema', async () => {
    const { write } = temporaryStore();
    await expect(`${schemaOf(write)}\n`).toMatchFileSnapshot('../../golden/schema.sql');
  });

  it('comes out the same whether its migrations run one by one or all at once', () => {
    const together = new Database(':memory:');
    migrate(together, migrations);
    const stepwise = new Database(':memory:');
    for (const upTo of migrations.keys()) migrate(stepwise, migrations.slice(0, upTo + 1));
    expect(schemaOf(stepwise)).toBe(schemaOf(together));
  });

  it('keeps only strict tables, and writes ahead so that a crash leaves it whole', () => {
    const { write } = temporaryStore();
    const loose = write
      .prepare(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'",
      )
      .all();
    expect(loose).toEqual([]);
    expect(write.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(write.pragma('foreign_keys', { simple: true })).toBe(1);
  });

  it('is readable by its owner alone', () => {
    const { path } = temporaryStore();
    expect(statSync(path).mode & 0o077).toBe(0);
  });

  it('leaves a step that fails undone and the one before it standing', () => {
    const db = new Database(':memory:');
    const bad = { name: '002-bad', sql: 'CREATE TABLE half (a INTEGER) STRICT; SELECT no_such_function();' };
    expect(() => {
      migrate(db, [...migrations, bad]);
    }).toThrow();
    expect(db.pragma('user_version', { simple: true })).toBe(migrations.length);
    expect(schemaOf(db)).not.toContain('half');
  });

  it('refuses a store made by a newer version and changes nothing', () => {
    const db = new Database(':memory:');
    db.pragma('user_version = 999');
    expect(() => {
      migrate(db, migrations);
    }).toThrow(NewerStoreError);
    expect(db.pragma('user_version', { simple: true })).toBe(999);
  });

  it('refuses a file that is no store and leaves every byte of it', () => {
    const path = join(temporaryFolder(), 'letter.sqlite');
    writeFileSync(path, 'Dear officer, this is not a store.');
    expect(() => openStore(path)).toThrow(StoreRefusal);
    expect(readFileSync(path, 'utf8')).toBe('Dear officer, this is not a store.');
  });

  it('never lets an observation, a record or an import be edited or deleted', () => {
    const { write } = temporaryStore();
    write.exec(`
      INSERT INTO import (file_name, sha256, bytes, format, imported_at, app_version, mapping_version)
        VALUES ('a.xlsx', '${'0'.repeat(64)}', 1, 'xlsx', '2015-07-10T00:00:00Z', '0', 1);
      INSERT INTO import_sheet VALUES (1, 0, 'S', 'wide-months', 'measure-sheet', 'asb', NULL, NULL, 0, '{}', '{}');
      INSERT INTO observation (import_id, position, measure_id, area_id, period_from, period_to, quantity, value, cell)
        VALUES (1, 0, 'asb', 1, '2015-04', '2015-04', 'count', 864, 'E4');
      INSERT INTO record (import_id, position, sheet_row, events, month) VALUES (1, 0, 5, 1, '2015-04');`);
    for (const table of ['observation', 'record', 'import']) {
      expect(() => write.exec(`DELETE FROM ${table}`), `${table} deleted`).toThrow(/never deleted/);
      expect(() => write.exec(`UPDATE ${table} SET import_id = import_id`), `${table} edited`).toThrow(/never edited/);
    }
    expect(() => write.exec('INSERT OR REPLACE INTO observation SELECT * FROM observation')).toThrow(/never deleted/);
  });

  it('refuses an observation that says nothing: no value and no sign for one', () => {
    const { write } = temporaryStore();
    write.exec(`
      INSERT INTO import (file_name, sha256, bytes, format, imported_at, app_version, mapping_version)
        VALUES ('a.xlsx', '${'0'.repeat(64)}', 1, 'xlsx', '2015-07-10T00:00:00Z', '0', 1);
      INSERT INTO import_sheet VALUES (1, 0, 'S', 'wide-months', 'measure-sheet', 'asb', NULL, NULL, 0, '{}', '{}');`);
    expect(() =>
      write.exec(`INSERT INTO observation (import_id, position, measure_id, area_id, period_from, period_to, quantity, cell)
        VALUES (1, 0, 'asb', 1, '2015-04', '2015-04', 'count', 'E4')`),
    ).toThrow(/CHECK/);
  });
});
