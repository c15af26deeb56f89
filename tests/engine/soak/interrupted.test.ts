import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { gatherSummaries } from '../../../src/main/engine/gather/summary.ts';
import { keepFile } from '../../../src/main/engine/import/import-file.ts';
import { anchorPath } from '../../../src/main/engine/store/audit-anchor.ts';
import { listBackups, makeBackup } from '../../../src/main/engine/store/backups.ts';
import type { StoreKey } from '../../../src/main/engine/store/key-file.ts';
import { listImports } from '../../../src/main/engine/store/imports.ts';
import { kindOf, openStore, unlockStore, type Store } from '../../../src/main/engine/store/open-store.ts';
import { connect } from '../../../src/main/engine/store/connect.ts';
import { verifyAudit } from '../../../src/main/engine/store/verify-audit.ts';
import { checkOpenStore } from '../../../src/main/engine/store/verify-store.ts';
import { SAMPLE } from '../month.ts';
import { temporaryFolder } from '../temporary-store.ts';
import { filesBefore, runDeed, tearLog, type Before, type Deed, type Fault } from './interrupted.ts';
import { seeded, type Random } from './random.ts';

const MOMENTS = Number(process.env['SOAK_MOMENTS'] ?? 16);
const SEED = Number(process.env['SOAK_SEED'] ?? 20150723);
const OLD = 'tamar lantern ninety pilchards';
const NEW = 'a wholly other sentence of words';
const POPULATIONS = join(SAMPLE, 'partner/Neighbourhood populations mid-2014.xlsx');
const CRIMES = join(SAMPLE, 'police/Domestic abuse crimes and incidents to June 2015.xlsx');
const PLAN = resolve(import.meta.dirname, '../../fixtures/assessment/plan-on-a-page-2016.csv');
const FIXTURES = resolve(import.meta.dirname, '../../fixtures/stores');

interface Action {
  readonly name: string;
  /** Makes the folder as it is before the deed; answers the key it is under. */
  readonly prepare: (folder: string) => Promise<void>;
  readonly deed: Deed;
  /** Whether the deed was done, from the store opened afterwards. Throws when it is neither done nor undone. */
  readonly isDone: (store: Store, folder: string) => boolean;
  readonly encrypted: boolean;
}

const pathIn = (folder: string): string => join(folder, 'store.sqlite');
const cli = (...words: string[]): readonly string[] => [...words, '--store', 'store.sqlite', '--json'];
const count = (store: Store, table: string): number =>
  (store.read.prepare(`SELECT count(*) AS n FROM ${table}`).get() as { n: number }).n;

async function storeWith(folder: string, files: readonly string[], passphrase: string | null): Promise<Store> {
  const store = openStore(pathIn(folder), passphrase === null ? {} : { secret: { passphrase } });
  for (const file of files) await keepFile(store, file, null, {});
  return store;
}

const entries = (store: Store, what: string): number =>
  (store.read.prepare('SELECT count(*) AS n FROM audit WHERE what = ?').get(what) as { n: number }).n;

const imported = (store: Store): boolean => {
  const imports = listImports(store.read);
  const figures = (
    store.read.prepare('SELECT count(*) AS n FROM observation WHERE import_id = 2').get() as { n: number }
  ).n;
  expect(imports.length === 2).toBe(figures > 0);
  return imports.length === 2;
};

const ACTIONS: readonly Action[] = [
  {
    name: 'import',
    encrypted: false,
    prepare: async (folder) => {
      (await storeWith(folder, [POPULATIONS], null)).close();
    },
    deed: { args: cli('import', CRIMES), env: {} },
    isDone: imported,
  },
  {
    name: 'import, encrypted',
    encrypted: true,
    prepare: async (folder) => {
      (await storeWith(folder, [POPULATIONS], OLD)).close();
    },
    deed: { args: cli('import', CRIMES, '--passphrase-env', 'OLD'), env: { OLD } },
    isDone: imported,
  },
  {
    name: 'withdraw',
    encrypted: false,
    prepare: async (folder) => {
      (await storeWith(folder, [POPULATIONS, CRIMES], null)).close();
    },
    deed: { args: cli('withdraw', '2', '--reason', 'sent twice'), env: {} },
    isDone: (store) => {
      const done = listImports(store.read)[0]?.state === 'withdrawn';
      const entries = store.read.prepare("SELECT count(*) AS n FROM audit WHERE what = 'import.withdrawn'").get();
      expect(entries).toEqual({ n: done ? 1 : 0 });
      return done;
    },
  },
  {
    name: 'edit',
    encrypted: false,
    prepare: async (folder) => {
      (await storeWith(folder, [POPULATIONS], null)).close();
    },
    deed: { args: cli('plan', 'import', PLAN), env: {} },
    isDone: (store) => {
      const plans = count(store, 'plan');
      expect(entries(store, 'plan.added')).toBe(plans);
      return plans === 1;
    },
  },
  {
    name: 'migrate',
    encrypted: false,
    prepare: (folder) => {
      writeFileSync(pathIn(folder), gunzipSync(readFileSync(join(FIXTURES, 'schema-1.sqlite.gz'))));
      return Promise.resolve();
    },
    deed: { args: cli('imports'), env: {} },
    isDone: (store) => {
      const figures = JSON.parse(readFileSync(join(FIXTURES, 'figures.json'), 'utf8')) as {
        measure: string;
        toDate: number;
      }[];
      const found = gatherSummaries(store.read).measures.map(({ measure, toDate }) => ({ measure, toDate }));
      expect(found).toEqual(expect.arrayContaining(figures.map(({ measure, toDate }) => ({ measure, toDate }))));
      return true;
    },
  },
  {
    name: 'change the passphrase',
    encrypted: true,
    prepare: async (folder) => {
      (await storeWith(folder, [POPULATIONS], OLD)).close();
    },
    deed: {
      args: cli('store', 'rekey', '--passphrase-env', 'OLD', '--new-passphrase-env', 'NEW'),
      env: { OLD, NEW },
    },
    isDone: (store) => {
      const opens = [OLD, NEW].map((passphrase) => opensWith(store.path, passphrase));
      expect(opens.filter(Boolean)).toHaveLength(1);
      // The entry stands before the lock is changed: a change without one there cannot be.
      if (opens[1] === true) expect(entries(store, 'store.passphrase-changed')).toBe(1);
      return opens[1] === true;
    },
  },
  {
    name: 'encrypt a plain store',
    encrypted: true,
    prepare: async (folder) => {
      (await storeWith(folder, [POPULATIONS, CRIMES], null)).close();
    },
    deed: { args: cli('store', 'rekey', '--new-passphrase-env', 'NEW'), env: { NEW } },
    isDone: (store) => {
      expect(count(store, 'import')).toBe(2);
      expect(entries(store, 'store.encrypted')).toBe(store.key === null ? 0 : 1);
      return store.key !== null;
    },
  },
  {
    name: 're-key',
    encrypted: true,
    prepare: async (folder) => {
      (await storeWith(folder, [POPULATIONS, CRIMES], OLD)).close();
    },
    deed: {
      args: cli('store', 'rekey', '--full', '--passphrase-env', 'OLD', '--new-passphrase-env', 'NEW'),
      env: { OLD, NEW },
    },
    isDone: (store) => {
      expect(count(store, 'import')).toBe(2);
      return (
        (store.read.prepare("SELECT count(*) AS n FROM audit WHERE what = 'store.re-encrypted'").get() as { n: number })
          .n === 1
      );
    },
  },
  {
    name: 'back up',
    encrypted: false,
    prepare: async (folder) => {
      (await storeWith(folder, [POPULATIONS, CRIMES], null)).close();
    },
    deed: { args: cli('store', 'backup'), env: {} },
    isDone: (store) => {
      expect(count(store, 'import')).toBe(2);
      for (const backup of listBackups(store.path)) {
        const copy = connect(backup.path, null, { readonly: true });
        expect(checkOpenStore(backup.path, copy, null).faults).toEqual([]);
        copy.close();
      }
      return listBackups(store.path).length === 1;
    },
  },
  {
    name: 'restore',
    encrypted: false,
    prepare: async (folder) => {
      const store = await storeWith(folder, [POPULATIONS], null);
      makeBackup({ path: store.path, db: store.write, key: null }, 'by-hand', new Date('2015-07-20T09:00:00Z'));
      await keepFile(store, CRIMES, null, {});
      store.close();
    },
    deed: { args: cli('store', 'restore', 'by-hand-2015-07-20T09-00-00Z'), env: {} },
    isDone: (store) => {
      const restored = store.read.prepare("SELECT count(*) AS n FROM audit WHERE what = 'store.restored'").get() as {
        n: number;
      };
      expect(count(store, 'import')).toBe(restored.n === 1 ? 1 : 2);
      return restored.n === 1;
    },
  },
];

function opensWith(path: string, passphrase: string): boolean {
  try {
    unlockStore(path, { passphrase });
    return true;
  } catch {
    return false;
  }
}

/** The key that one of the two passphrases gives; none where the store is still plain. */
function keyAfter(path: string): StoreKey | null {
  if (kindOf(path) === 'plain') return null;
  return unlockStore(path, { passphrase: opensWith(path, OLD) ? OLD : NEW });
}

function check({ encrypted, isDone }: Action, folder: string): boolean {
  const path = pathIn(folder);
  const key = encrypted ? keyAfter(path) : null;
  const store = key === null ? openStore(path) : openStore(path, { key });
  try {
    expect(store.read.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(store.read.pragma('foreign_key_check')).toEqual([]);
    expect(verifyAudit(path, store.read, store.key).faults).toEqual([]);
    return isDone(store, folder);
  } finally {
    store.close();
  }
}

interface Ready {
  readonly action: Action;
  readonly folder: string;
  readonly before: Before;
  /** How long the deed takes undisturbed, on the machine as it was when it last came to its end. */
  worked: number;
}

async function ready(home: string, action: Action): Promise<Ready> {
  const folder = join(home, action.name.replace(/\W+/g, '-'));
  mkdirSync(folder);
  await action.prepare(folder);
  const trial = `${folder}-trial`;
  cpSync(folder, trial, { recursive: true });
  const { worked } = await runDeed(trial, action.deed, null, null);
  expect(check(action, trial), `${action.name}, undisturbed`).toBe(true);
  rmSync(trial, { recursive: true });
  return { action, folder, before: filesBefore(pathIn(folder)), worked };
}

/** Whether the anchor beside the store is as it was before the deed. */
function sameAnchor(before: string, now: string): boolean {
  const bytes = (folder: string) => {
    const path = anchorPath(pathIn(folder));
    return existsSync(path) ? readFileSync(path, 'utf8') : '';
  };
  return bytes(before) === bytes(now);
}

async function strike(home: string, one: Ready, fault: Fault, random: Random) {
  const { action, folder, before } = one;
  const [trial, copy] = [join(home, 'trial'), join(home, 'copy')];
  for (const one of [trial, copy]) rmSync(one, { recursive: true, force: true });
  cpSync(folder, trial, { recursive: true });
  const after = fault === 'torn' ? 'written-ahead' : random.next() * 1.05 * one.worked;
  const { cutOff, worked } = await runDeed(trial, action.deed, after, fault === 'kill' ? null : copy);
  if (!cutOff) one.worked = worked;
  const left = fault === 'kill' ? trial : copy;
  // Once the anchor tells of the change, its transaction has been waited for on the disk: that much a power cut spares.
  const torn = fault === 'torn' && sameAnchor(folder, left) && tearLog(pathIn(left), before, random);
  return { cutOff, torn, done: check(action, left) };
}

it(
  `leaves a store that opens, whole, with each action done or not done, at ${String(MOMENTS)} random moments`,
  { timeout: 120_000 + MOMENTS * 20_000 },
  async () => {
    const home = temporaryFolder();
    const random = seeded(SEED);
    const readies: Ready[] = [];
    for (const action of ACTIONS) readies.push(await ready(home, action));
    const faults: readonly Fault[] = ['kill', 'power', 'torn'];
    const tally = new Map<string, { struck: number; done: number; tooLate: number }>();
    let [torn, struck, moment] = [0, 0, 0];
    // Others at work on this machine may let deeds end before they are struck: then more moments are tried.
    for (; moment < MOMENTS || (struck <= MOMENTS / 2 && moment < 4 * MOMENTS); moment++) {
      const one = readies[moment % readies.length];
      if (one === undefined) continue;
      const fault = random.pick(faults);
      const says = `${one.action.name}, ${fault}, moment ${String(moment)} of seed ${String(SEED)}`;
      const found = await strike(home, one, fault, random).catch((error: unknown) => {
        throw new Error(says, { cause: error });
      });
      const held = tally.get(one.action.name) ?? { struck: 0, done: 0, tooLate: 0 };
      tally.set(one.action.name, {
        struck: held.struck + Number(found.cutOff),
        done: held.done + Number(found.done),
        tooLate: held.tooLate + Number(!found.cutOff),
      });
      torn += Number(found.torn);
      struck += Number(found.cutOff);
    }
    const lines = [...tally].map(
      ([name, { struck, done, tooLate }]) =>
        `  ${name}: ${String(struck)} cut off, ${String(tooLate)} over before, ${String(done)} found done`,
    );
    console.log(
      [
        `${String(moment)} moments, ${String(struck)} faults injected (${String(torn)} with a torn log), all survived`,
        ...lines,
      ].join('\n'),
    );
    // The faults must strike while the action is under way, or this would show nothing.
    expect(struck).toBeGreaterThan(MOMENTS / 2);
  },
);
