import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { gatherSummaries } from '../../../src/main/engine/gather/summary.ts';
import { listBackups } from '../../../src/main/engine/store/backups.ts';
import { migrations } from '../../../src/main/engine/store/migrations/index.ts';
import { listImports, markImport } from '../../../src/main/engine/store/imports.ts';
import { verifyStore } from '../../../src/main/engine/store/verify-store.ts';
import { temporaryFolder } from '../temporary-store.ts';
import { open } from './marked-month.ts';

const STORES = resolve(import.meta.dirname, '../../fixtures/stores');
const schemas = readdirSync(STORES)
  .flatMap((name) => /^schema-(\d+)\.sqlite\.gz$/.exec(name)?.[1] ?? [])
  .map(Number)
  .sort((a, b) => a - b);
const figures = JSON.parse(readFileSync(join(STORES, 'figures.json'), 'utf8')) as unknown[];

/** A store as that schema held it, in a folder of its own. */
function storeOf(schema: number): string {
  const path = join(temporaryFolder(), 'store.sqlite');
  writeFileSync(path, gunzipSync(readFileSync(join(STORES, `schema-${String(schema)}.sqlite.gz`))));
  return path;
}

describe('a store kept from an earlier schema', () => {
  it('is there for each of them', () => {
    const all = migrations.map((_, at) => at + 1);
    const missing = all.filter((schema) => !schemas.includes(schema));
    expect(missing, 'Keep a store of each: node tests/fixtures/stores/make-stores.mjs').toEqual([]);
    expect(schemas).toEqual(all);
  });

  it.each(schemas)('opens and gives the same figures: schema %i', (schema) => {
    const path = storeOf(schema);
    const store = open(path);
    expect(store.read.pragma('user_version', { simple: true })).toBe(migrations.length);
    const found = gatherSummaries(store.read).measures.map(({ measure, dataTo, toDate, lastYearToDate, status }) => ({
      measure,
      dataTo,
      toDate,
      lastYearToDate,
      tier: status.tier,
    }));
    // A later version may know more measures; those it knew then show what they showed then.
    expect(found).toEqual(expect.arrayContaining(figures));
    expect(verifyStore(path, null).faults).toEqual([]);
    if (schema < migrations.length) {
      expect(listBackups(path).map(({ kind }) => kind)).toEqual(['before-update']);
      expect(existsSync(`${path}.before-update`)).toBe(false);
    }
  });

  it.each(schemas)('can still be changed: schema %i', (schema) => {
    const store = open(storeOf(schema));
    const [latest] = listImports(store.read);
    const importId = latest?.importId ?? 0;
    store.write.transaction(() => markImport(store.write, importId, 'withdrawn', 'to see')).immediate();
    expect(listImports(store.read)[0]?.state).toBe('withdrawn');
  });

  it('keeps the store as it was before the update, to go back to', () => {
    const path = storeOf(1);
    const before = gunzipSync(readFileSync(join(STORES, 'schema-1.sqlite.gz'))).length;
    open(path).close();
    const [backup] = listBackups(path);
    expect(backup?.bytes).toBeGreaterThan(before / 2);
    open(backup?.path ?? '');
  });
});
