/**
 * npm run bench:ciphers [-- ROUNDS]: the same import and the same questions on a plain store and under each cipher, in
 * turn, in one run, so that the ratios stand whatever else this computer does. Prints the best of the rounds.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';

const ROOT = resolve(import.meta.dirname, '../..');
const RECORDS = join(ROOT, 'resources/sample/police/Recorded crime April 2014 to June 2015.xlsx');
const COPIES = 20;
const rounds = Number(process.argv[2] ?? 3);
const outDir = join(ROOT, 'node_modules/.cache/bench-ciphers');
const entry = (path) => join(ROOT, 'src/main/engine', path);
await build({
  root: ROOT,
  configFile: false,
  logLevel: 'error',
  build: {
    ssr: true,
    rolldownOptions: {
      input: {
        open: entry('store/open-store.ts'),
        keep: entry('import/import-file.ts'),
        ask: entry('gather/summary.ts'),
        checks: entry('store/store-checks.ts'),
      },
    },
    outDir,
    emptyOutDir: true,
    target: 'node24',
  },
});
const [{ openStore }, { keepFile }, { gatherSummaries }, { faultsIn }] = await Promise.all(
  ['open', 'keep', 'ask', 'checks'].map((name) => import(join(outDir, `${name}.js`))),
);

async function timed(work) {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

const HEADS = {
  import: 'import 23,621 records',
  ask: 'every measure’s status',
  insert: '472,420 records in one go',
  scan: 'read them all',
  quick: 'check at opening',
  whole: 'check every page',
  copy: 'backup copy',
};

async function round(cipher) {
  const folder = mkdtempSync(join(tmpdir(), 'workbench-ciphers-'));
  const path = join(folder, 'store.sqlite');
  const options = cipher === 'plain' ? {} : { cipher, secret: { passphrase: 'tamar lantern ninety pilchards' } };
  try {
    const store = openStore(path, options);
    const found = { import: await timed(() => keepFile(store, RECORDS, null, {})) };
    found.ask = await timed(() => gatherSummaries(store.read));
    const columns = store.read
      .prepare("SELECT group_concat(name) AS names FROM pragma_table_info('record') WHERE name <> 'record_id'")
      .get().names;
    found.insert = await timed(() => {
      store.write.transaction(() => {
        const copy = store.write.prepare(
          `INSERT INTO record (${columns}) SELECT ${columns} FROM record WHERE record_id <= 23621`,
        );
        for (let at = 0; at < COPIES; at++) copy.run();
      })();
    });
    const { key } = store;
    store.close();
    const again = openStore(path, { key });
    found.scan = await timed(() =>
      again.read.prepare('SELECT month, sum(events), count(reference), max(day) FROM record GROUP BY month').all(),
    );
    found.quick = await timed(() => faultsIn(again.read, 'quick'));
    found.whole = await timed(() => faultsIn(again.read, 'whole'));
    found.copy = await timed(() => again.write.prepare('VACUUM INTO ?').run(join(folder, 'copy.sqlite')));
    again.close();
    return { ...found, megabytes: statSync(path).size / 1e6 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const ciphers = ['plain', 'aegis', 'chacha20', 'sqlcipher'];
const best = {};
await round('plain'); // warms up what is loaded on first use
for (let at = 0; at < rounds; at++) {
  for (const cipher of ciphers) {
    const found = await round(cipher);
    best[cipher] ??= found;
    for (const [name, value] of Object.entries(found)) best[cipher][name] = Math.min(best[cipher][name], value);
  }
}
for (const [name, head] of Object.entries(HEADS)) {
  const cells = ciphers.map((cipher) => {
    const ms = best[cipher][name];
    const ratio = cipher === 'plain' ? '' : ` ×${(ms / best.plain[name]).toFixed(2)}`;
    return `${cipher} ${ms.toFixed(0)} ms${ratio}`;
  });
  console.log(`${head}: ${cells.join(' · ')}`);
}
console.log(`store ${best.plain.megabytes.toFixed(0)} MB`);
