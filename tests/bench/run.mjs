/**
 * npm run bench [-- ROWS… PART…]: makes workbooks with a writer that is not the reader, then times our reader beside
 * exceljs streaming and SheetJS, each in a process of its own, reading alone and reading into SQLite, and the whole import
 * («import»: read, map, check, compare, keep with every origin); prints ratios and peak memory. The bare scanner («floor»)
 * joins in where its folder is found. Numbers are rows (500000 and 1000000 when none is given); words are parts: `shared`,
 * `inline`, `csv`, `figures` (all of them when none is given).
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { makeCsv, makeWorkbook } from './make-workbook.mjs';

const ROOT = resolve(import.meta.dirname, '../..');
const SHARED = resolve(ROOT, '../shared/bench');
const FLOOR = join(SHARED, 'floor/fastxlsx.mjs');
const MAKER = join(SHARED, 'make_big.py');
const PARTS = ['shared', 'inline', 'csv', 'figures'];
const asked = process.argv.slice(2);
const unknown = asked.filter((word) => !/^\d+$/.test(word) && !PARTS.includes(word));
if (unknown.length > 0) {
  console.error(`There is no part «${unknown.join('», «')}». Parts: ${PARTS.join(', ')}.`);
  process.exit(2);
}
const sizes = asked.filter((word) => /^\d+$/.test(word)).map(Number);
const allRows = sizes.length > 0 ? sizes : [500_000, 1_000_000];
const wanted = (part) => PARTS.every((one) => !asked.includes(one)) || asked.includes(part);
let rows = allRows[0];
let folder = '';

/** Our reader as the packed app runs it: JavaScript with its reading thread beside it, libraries left outside. */
async function bundled(name, entry) {
  const outDir = join(ROOT, 'node_modules/.cache/bench', name);
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: true,
      rolldownOptions: {
        input: {
          [name]: join(ROOT, entry),
          'reading-thread': join(ROOT, 'src/main/engine/workbook/reading-thread.ts'),
        },
      },
      outDir,
      emptyOutDir: true,
      target: 'node24',
    },
  });
  return join(outDir, `${name}.js`);
}

async function workbook(kind) {
  const path = join(folder, `${kind}.xlsx`);
  if (existsSync(path)) return path;
  try {
    if (!existsSync(MAKER)) throw new Error('no generator');
    execFileSync('/usr/bin/python3', [MAKER, String(rows), kind, path], { stdio: 'ignore' });
  } catch {
    await makeWorkbook(path, rows, kind === 'inline');
  }
  return path;
}

function time(reader, file, bundle, isKept, turns) {
  const results = [];
  for (let turn = 0; turn < turns; turn++) {
    const into = join(folder, `${reader}.sqlite`);
    for (const ending of ['', '-wal', '-shm']) rmSync(into + ending, { force: true });
    // As the program starts its engine.
    const memory = reader === 'import' ? ['--max-semi-space-size=16'] : [];
    const args = [...memory, join(import.meta.dirname, 'readers.mjs'), reader, file, bundle, isKept ? into : ''];
    try {
      const told = execFileSync(process.execPath, args, {
        cwd: ROOT,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      results.push(JSON.parse(told));
    } catch {
      // Whole-file readers give up on large files: that is a result too.
      return { reader, failed: true, seconds: NaN, peakMb: NaN, rows: 0, cells: 0 };
    }
    for (const ending of ['', '-wal', '-shm']) rmSync(into + ending, { force: true });
  }
  const best = results.reduce((a, b) => (b.seconds < a.seconds ? b : a));
  return { ...best, peakMb: Math.max(...results.map(({ peakMb }) => peakMb)) };
}

function report(title, results) {
  const [ours] = results;
  console.log(`\n${title}`);
  for (const { reader, seconds, peakMb, rows: found, cells, failed } of results) {
    if (failed) {
      console.log(`  ${reader.padEnd(8)} gave up`);
      continue;
    }
    const ratio = reader === 'ours' ? '' : `  ${(seconds / ours.seconds).toFixed(2)} x ours`;
    const same =
      reader === 'import' || (found === ours.rows && cells === ours.cells)
        ? ''
        : `  (${String(found)} rows, ${String(cells)} cells!)`;
    console.log(
      `  ${reader.padEnd(8)} ${seconds.toFixed(2).padStart(7)} s  ${peakMb.toFixed(0).padStart(5)} MB${ratio}${same}`,
    );
  }
}

const bundle = await bundled('open-file', 'src/main/engine/workbook/open-file.ts');
const whole = await bundled('run-command', 'src/main/cli/run-command.ts');
const readers = ['ours', ...(existsSync(FLOOR) ? ['floor'] : []), 'exceljs', 'sheetjs'];

async function workbooks(kind) {
  const file = await workbook(kind);
  const megabytes = (statSync(file).size / 1024 / 1024).toFixed(0);
  for (const isKept of [false, true]) {
    const results = readers.map((reader) =>
      time(reader, file, reader === 'floor' ? FLOOR : bundle, isKept, ['ours', 'floor'].includes(reader) ? 3 : 1),
    );
    if (isKept) results.push(time('import', file, whole, true, 3));
    report(`${String(rows)} x 14, ${kind} strings, ${megabytes} MB: ${isKept ? 'read into SQLite' : 'read'}`, results);
    if (isKept) goals(results);
  }
}

/** The whole import beside the bare scanner plus insert, and beside exceljs streaming plus insert. */
function goals(results) {
  const of = (name) => results.find(({ reader }) => reader === name);
  const [imported, floor, streamed] = ['import', 'floor', 'exceljs'].map(of);
  const beside =
    floor === undefined ? '' : `; ${(imported.seconds / floor.seconds).toFixed(2)} times the bare scanner's`;
  console.log(
    `  whole import: ${(streamed.seconds / imported.seconds).toFixed(2)} times as fast as exceljs streaming${beside}; ` +
      `peak ${imported.peakMb.toFixed(0)} MB`,
  );
}

async function text() {
  const csv = join(folder, 'extract.csv');
  if (!existsSync(csv)) await makeCsv(csv, rows);
  const megabytes = statSync(csv).size / 1024 / 1024;
  const results = [time('ours', csv, bundle, true, 3), time('import', csv, whole, true, 3)];
  report(`${String(rows)} x 14, .csv, ${megabytes.toFixed(0)} MB: read into SQLite`, results);
  for (const { reader, seconds } of results) {
    console.log(`  ${reader.padEnd(8)} ${((megabytes / seconds) * 60).toFixed(0).padStart(5)} MB a minute`);
  }
}

console.log(`Load of this computer before the run: ${loadavg()[0].toFixed(1)} on ${String(cpus().length)} cores.`);
for (const many of allRows) {
  rows = many;
  folder = join(tmpdir(), `workbench-bench-${String(rows)}`);
  mkdirSync(folder, { recursive: true });
  if (wanted('shared')) await workbooks('shared');
  if (wanted('inline')) await workbooks('inline');
  if (wanted('csv')) await text();
}
// Every view of a store with a million records, beside plain SQL over the records.
if (wanted('figures')) {
  execFileSync(process.execPath, [join(import.meta.dirname, 'figures.mjs'), String(Math.max(...allRows))], {
    cwd: ROOT,
    stdio: 'inherit',
  });
}
