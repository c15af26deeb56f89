import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { previewFile } from '../../../src/main/engine/import/import-file.ts';
import { temporaryFolder, temporaryStore } from '../temporary-store.ts';
import { basesOf, mutant } from './mutate-workbook.ts';

/** A soak run tries more, on the corpus too: SOAK=full, or a number of workbooks. */
const SOAK = process.env['SOAK_WORKBOOKS'];
const WORKBOOKS = SOAK === undefined ? 300 : Number(SOAK);
const FIRST_SEED = Number(process.env['SOAK_SEED'] ?? 1);
const MOST_SECONDS = 30;
const MOST_MEGABYTES = 1500;

it(
  `reads or refuses each of ${String(WORKBOOKS)} spoilt workbooks in a plain sentence, in time and in bounds`,
  { timeout: 60_000 + WORKBOOKS * 1000 },
  async () => {
    const bases = basesOf(SOAK !== undefined);
    const store = temporaryStore();
    const folder = temporaryFolder();
    const outcomes = new Map<string, number>();
    const unnamed: string[] = [];
    let [slowest, peak, bytesTried] = [0, 0, 0];
    for (let seed = FIRST_SEED; seed < FIRST_SEED + WORKBOOKS; seed++) {
      const { name, bytes } = mutant(seed, bases);
      const path = join(folder, name);
      writeFileSync(path, bytes);
      bytesTried += bytes.length;
      const began = performance.now();
      try {
        const { outcome, reason } = await previewFile(store, path, {});
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
        if (outcome !== 'ready' && (reason ?? '').length < 20) unnamed.push(`seed ${String(seed)}: no reason`);
      } catch (error) {
        const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
        unnamed.push(`seed ${String(seed)}: ${trace.split('\n').slice(0, 3).join(' | ')}`);
      }
      const seconds = (performance.now() - began) / 1000;
      if (seconds > MOST_SECONDS) unnamed.push(`seed ${String(seed)}: ${seconds.toFixed(0)} seconds`);
      slowest = Math.max(slowest, seconds);
      peak = Math.max(peak, process.memoryUsage.rss() / 1024 / 1024);
    }
    console.log(
      `${String(WORKBOOKS)} spoilt workbooks (${(bytesTried / 1e6).toFixed(1)} MB) from seed ${String(FIRST_SEED)}: ` +
        `${[...outcomes].map(([outcome, count]) => `${String(count)} ${outcome}`).join(', ')}, ${String(unnamed.length)} wrong; ` +
        `slowest ${slowest.toFixed(2)} s, peak memory ${peak.toFixed(0)} MB`,
    );
    expect(unnamed).toEqual([]);
    expect(peak).toBeLessThan(MOST_MEGABYTES);
    expect(outcomes.get('refused') ?? 0).toBeGreaterThan(WORKBOOKS / 10);
  },
);
