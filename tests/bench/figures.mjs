/**
 * node tests/bench/figures.mjs [ROWS]: keeps the sample month and an extract of a million records, asks the engine for
 * each view and prints the median, beside the same question put in plain SQL over the records.
 */
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';

const ROOT = resolve(import.meta.dirname, '../..');
const rows = Number(process.argv[2] ?? 1_000_000);
const folder = join(tmpdir(), 'workbench-bench-figures');
const extract = join(folder, `recorded-crime-${String(rows)}.csv`);
const storePath = join(folder, `store-${String(rows)}.sqlite`);
mkdirSync(folder, { recursive: true });

/** The engine as the packed app runs it. */
async function bundledEngine() {
  const outDir = join(ROOT, 'node_modules/.cache/bench-figures');
  const engine = join(ROOT, 'src/main/engine');
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      target: 'node24',
      rollupOptions: {
        input: {
          dispatch: join(engine, 'dispatch.ts'),
          engine: join(engine, 'engine.ts'),
          keep: join(engine, 'import/import-file.ts'),
        },
      },
    },
  });
  const load = (name) => import(pathToFileURL(join(outDir, `${name}.js`)).href);
  const [{ dispatch }, { startEngine }, { keepFile }] = await Promise.all(['dispatch', 'engine', 'keep'].map(load));
  return { dispatch, startEngine, keepFile };
}

const GROUPS = ['Violence against the person', 'Theft', 'Criminal damage and arson', 'Burglary', 'Vehicle offences'];
const OUTCOMES = ['Under investigation', 'Charged/Summonsed', 'Community resolution'];

/** Records of eleven years, spread over the neighbourhoods of the sample month. */
async function writeExtract(neighbourhoods) {
  const file = createWriteStream(extract);
  let state = 20150723;
  const below = (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  const first = Date.UTC(2004, 3, 1);
  const days = Math.round((Date.UTC(2015, 6, 1) - first) / 86_400_000);
  file.write('Crime Reference,Date Recorded,Offence Group,Offence,Neighbourhood,LSOA Code,Outcome\n');
  let block = '';
  for (let at = 0; at < rows; at++) {
    const day = new Date(first + Math.floor((at * days) / rows) * 86_400_000).toISOString().slice(0, 10);
    const group = GROUPS[below(GROUPS.length)];
    const place = below(60) === 0 ? '' : neighbourhoods[below(neighbourhoods.length)];
    block += `PL/${String(at)},${day},${group},${group} ${String(below(4))},${place},E0100${String(5000 + below(161))},${OUTCOMES[below(3)]}\n`;
    if (block.length > 1 << 20) {
      if (!file.write(block)) await once(file, 'drain');
      block = '';
    }
  }
  file.end(block);
  await once(file, 'finish');
}

const { dispatch, startEngine, keepFile } = await bundledEngine();
for (const ending of ['', '-wal', '-shm']) rmSync(storePath + ending, { force: true });
const engine = startEngine(storePath, () => undefined);
const sample = join(ROOT, 'resources/sample');
for (const name of readdirSync(sample, { recursive: true })
  .filter((one) => /\.(xlsx|xls|csv)$/.test(one))
  .sort()) {
  await keepFile(engine.store, join(sample, name), null, {});
}
const ask = async (command, input) => {
  const reply = await dispatch(engine, command, input, 'shell', (_id, name, error) => {
    throw new Error(`fault in ${name}`, { cause: error });
  });
  if (!reply.ok) throw new Error(`${command}: ${reply.failure.message}`);
  return reply.value;
};
const gap = await ask('gap.show', { year: '2015/16' });
if (!existsSync(extract)) await writeExtract(gap.neighbourhoods.map(({ name }) => name));
let start = performance.now();
const { summary } = await keepFile(engine.store, extract, null, {});
console.log(
  `${summary.observations.toLocaleString('en-GB')} records kept in ${((performance.now() - start) / 1000).toFixed(1)} s`,
);
await ask('group.add-example', {});
engine.store.write.pragma('optimize');

/** Median milliseconds of a piece of work by the clock and of the processor, the first run left out. */
async function medians(work, turns = 15) {
  await work();
  const [times, processor] = [[], []];
  for (let turn = 0; turn < turns; turn++) {
    start = performance.now();
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    times.push(performance.now() - start);
    processor.push((user + system) / 1000);
  }
  const middle = (list) => list.sort((a, b) => a - b)[Math.floor(turns / 2)];
  return { clock: middle(times), processor: middle(processor) };
}

const sql = (text, ...values) => {
  const statement = engine.store.read.prepare(text);
  return () => statement.all(...values);
};
const YEAR = ['2015-04', '2015-06'];
const byMonth = sql(`SELECT month, count(*) FROM record GROUP BY month`);
const byArea = sql(`SELECT area_id, month, count(*) FROM record WHERE month >= '2014-04' GROUP BY area_id, month`);
const byLsoa = sql(`SELECT lsoa_id, count(*) FROM record WHERE month BETWEEN ? AND ? GROUP BY lsoa_id`, ...YEAR);
const group = 'Example group (not the Home Office’s)';
const span = { from: '2024-07', to: '2025-06', group };
const views = [
  ['home.show', {}, byMonth],
  ['measure.list', {}, byMonth],
  ['measure.table', { measure: 'all-crime', year: '2015/16' }, byMonth],
  ['gap.show', { year: '2015/16' }, byArea],
  ['gap.explore', { year: '2015/16', method: 'worst-in-baseline' }, byArea],
  ['change.show', { measure: 'all-crime', from: '2015-04', to: '2015-06' }, byMonth],
  ['spc.show', { measure: 'all-crime' }, byMonth],
  ['season.show', { measure: 'all-crime' }, byMonth],
  ['year-end.show', { measure: 'all-crime', year: '2015/16' }, byMonth],
  ['comparison.show', { measure: 'all-crime', from: '2015-04', to: '2015-06' }, null],
  ['group.show', { measure: 'all-crime', ...span }, null],
  ['group.offences', span, null],
  ['group.over-time', { measure: 'all-crime', group }, null],
  ['group.figures', {}, null],
  ['record.table', { measure: 'all-crime', from: '2015-04', to: '2015-06', rows: 5000 }, null],
];
const offered = await ask('file.offer', { path: join(import.meta.dirname, 'squares.geojson') }).catch(() => null);
if (offered !== null) {
  const { boundaryId } = await ask('boundary.keep', { file: offered.file, name: 'Squares' });
  views.push(['map.show', { boundaryId, measure: 'all-crime', from: YEAR[0], to: YEAR[1], of: 'small-areas' }, byLsoa]);
}
console.log(`\nload of this computer ${loadavg()[0].toFixed(1)} on ${String(cpus().length)} cores`);
console.log('view                   engine    processor    plain SQL   same question over the records');
let worst = 0;
let busiest = 0;
for (const [command, input, plain] of views) {
  const ours = await medians(() => ask(command, input));
  worst = Math.max(worst, ours.clock);
  busiest = Math.max(busiest, ours.processor);
  const theirs = plain === null ? null : (await medians(plain, 5)).clock;
  const ratio = theirs === null ? '' : `${(theirs / ours.clock).toFixed(1)} x ours`;
  const shown = theirs === null ? '' : `${theirs.toFixed(1)} ms`;
  const told = [
    `${ours.clock.toFixed(1)} ms`.padStart(10),
    `${ours.processor.toFixed(1)} ms`.padStart(12),
    shown.padStart(12),
  ];
  console.log(`${command.padEnd(18)} ${told.join(' ')}   ${ratio}`);
}
// On a computer that does other work as well the clock counts that too; the processor's time is the view's own.
console.log(`\nslowest median ${worst.toFixed(1)} ms by the clock ${worst < 100 ? '(under 100 ms)' : '(OVER 100 ms)'}`);
console.log(`${busiest.toFixed(1)} ms of the processor ${busiest < 100 ? '(under 100 ms)' : '(OVER 100 ms)'}`);
engine.store.close();
