import Database from 'better-sqlite3';
import { spawn } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { keepFile } from '../../src/main/engine/import/import-file.ts';
import { openStore } from '../../src/main/engine/store/open-store.ts';
import { SAMPLE } from './month.ts';
import { temporaryFolder } from './temporary-store.ts';

const RECORDS = join(SAMPLE, 'police/Recorded crime April 2014 to June 2015.xlsx');
const POPULATIONS = join(SAMPLE, 'partner/Neighbourhood populations mid-2014.xlsx');
const CLI = resolve(import.meta.dirname, '../../dist/main/cli.js');
const MOMENTS = Number(process.env['SOAK_KILLS'] ?? 10);

/** Seeded, so that a moment that ever fails can be tried again. */
function* randomNumbers(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

/** Imports the records in a process of its own; kills it after `after` milliseconds. Answers how long it lived. */
async function importAndKill(store: string, after: number | null): Promise<{ killed: boolean; lived: number }> {
  const began = performance.now();
  const child = spawn(process.execPath, [CLI, 'import', RECORDS, '--store', store, '--json'], { stdio: 'ignore' });
  const ended = new Promise<NodeJS.Signals | null>((done) =>
    child.on('exit', (_code, signal) => {
      done(signal);
    }),
  );
  if (after !== null) {
    await wait(after);
    child.kill('SIGKILL');
  }
  const signal = await ended;
  return { killed: signal === 'SIGKILL', lived: performance.now() - began };
}

describe('an engine killed while it imports the 23,621 records', () => {
  it(
    `leaves the store whole and the import whole or absent, at ${String(MOMENTS)} random moments`,
    { timeout: 120_000 + MOMENTS * 12_000 },
    async () => {
      const home = temporaryFolder();
      const before = join(home, 'before.sqlite');
      const first = openStore(before);
      await keepFile(first, POPULATIONS, null, {});
      first.close();

      const trial = join(home, 'trial.sqlite');
      copyFileSync(before, trial);
      let { lived } = await importAndKill(trial, null);
      const random = randomNumbers(20150723);
      const outcomes = { absent: 0, whole: 0 };
      for (let at = 0; at < MOMENTS; at++) {
        const store = join(home, `store-${String(at)}.sqlite`);
        copyFileSync(before, store);
        const after = (0.2 + 0.85 * random.next().value) * lived;
        const ran = await importAndKill(store, after);
        const said = `killed after ${after.toFixed(0)} ms of ${lived.toFixed(0)}`;
        const opened = openStore(store);
        try {
          expect(opened.read.pragma('integrity_check', { simple: true }), said).toBe('ok');
          expect(opened.read.pragma('foreign_key_check'), said).toEqual([]);
          const count = (table: string) =>
            (opened.read.prepare(`SELECT count(*) AS n FROM ${table}`).get() as { n: number }).n;
          const records = count('record');
          expect([0, 23621], said).toContain(records);
          expect(count('import'), said).toBe(records === 0 ? 1 : 2);
          const counted = opened.read.prepare('SELECT coalesce(sum(records), 0) AS n FROM record_count').get() as {
            n: number;
          };
          expect(counted.n, said).toBe(records);
          outcomes[records === 0 ? 'absent' : 'whole'] += 1;
        } finally {
          opened.close();
        }
        // One that was over before it could be killed says how long an import takes on the machine as it is now.
        if (!ran.killed) lived = ran.lived;
      }
      // The kills must strike while the import is under way, or this test would show nothing.
      expect(outcomes.absent).toBeGreaterThan(MOMENTS / 4);
      const untouched = new Database(before, { readonly: true });
      expect(untouched.pragma('integrity_check', { simple: true })).toBe('ok');
      untouched.close();
    },
  );
});
