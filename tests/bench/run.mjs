/**
 * npm run bench [-- ROWS]: makes workbooks with a writer that is not the reader, then times our reader beside exceljs
 * streaming and SheetJS, each in a process of its own, reading alone and reading into SQLite, and the whole import
 * («import»: read, map, check, compare, keep with every origin); prints ratios and peak memory. The bare scanner («floor») joins in where its folder is found.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { makeCsv, makeWorkbook } from './make-workbook.mjs';

const ROOT = resolve(import.meta.dirname, '../..');
const SHARED = resolve(ROOT, '../shared/bench');
const FLOOR = join(SHARED, 'floor/fastxlsx.mjs');
const MAKER = join(SHARED, 'make_big.py');
const rows = Number(process.argv[2] ?? 500_000);
const folder = join(tmpdir(), `workbench-bench-${String(rows)}`);
mkdirSync(folder, { recursive: true });

/** Our reader as the packed app runs it: one JavaScript file, libraries left outside. */
async function bundled(name, entry) {
  const outDir = join(ROOT, 'node_modules/.cache/bench', name);
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    build: { ssr: join(ROOT, entry), outDir, emptyOutDir: true, target: 'node24' },
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
    const args = [join(import.meta.dirname, 'readers.mjs'), reader, file, bundle, isKept ? into : ''];
    results.push(JSON.parse(execFileSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' })));
    for (const ending of ['', '-wal', '-shm']) rmSync(into + ending, { force: true });
  }
  const best = results.reduce((a, b) => (b.seconds < a.seconds ? b : a));
  return { ...best, peakMb: Math.max(...results.map(({ peakMb }) => peakMb)) };
}

function report(title, results) {
  const [ours] = results;
  console.log(`\n${title}`);
  for (const { reader, seconds, peakMb, rows: found, cells } of results) {
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
for (const kind of ['shared', 'inline']) {
  const file = await workbook(kind);
  const megabytes = (statSync(file).size / 1024 / 1024).toFixed(0);
  for (const isKept of [false, true]) {
    const results = readers.map((reader) =>
      time(reader, file, reader === 'floor' ? FLOOR : bundle, isKept, ['ours', 'floor'].includes(reader) ? 3 : 1),
    );
    if (isKept) results.push(time('import', file, whole, true, 3));
    report(`${String(rows)} x 14, ${kind} strings, ${megabytes} MB: ${isKept ? 'read into SQLite' : 'read'}`, results);
  }
}
const csv = join(folder, 'extract.csv');
if (!existsSync(csv)) await makeCsv(csv, rows);
const megabytes = statSync(csv).size / 1024 / 1024;
const result = time('ours', csv, bundle, true, 3);
report(`${String(rows)} x 14, .csv, ${megabytes.toFixed(0)} MB: read into SQLite`, [
  result,
  time('import', csv, whole, true, 3),
]);
console.log(`  ${((megabytes / result.seconds) * 60).toFixed(0)} MB a minute`);
// Every view of a store with a million records, beside plain SQL over the records.
execFileSync(process.execPath, [join(import.meta.dirname, 'figures.mjs')], { cwd: ROOT, stdio: 'inherit' });
