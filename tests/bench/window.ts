import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { dropFiles } from '../e2e/drop-files.ts';
import { executable } from '../e2e/open-workbench.ts';

/*
 * npm run bench:window [-- ROWS]: the real window on a store of a million records (the one `tests/bench/figures.mjs`
 * leaves behind): from the start to a usable window, every switch of room, the window's memory, and its frames while a
 * workbook of ROWS rows is read and kept; beside it what opening that workbook costs with SheetJS and LibreOffice.
 */
const root = resolve(import.meta.dirname, '../..');
const rows = Number(process.argv[2] ?? 500_000);
const store = join(tmpdir(), 'workbench-bench-figures/store-1000000.sqlite');
const workbook = join(tmpdir(), `workbench-bench-${String(rows)}/shared.xlsx`);
const ROOMS = ['Extracts', 'Measures', 'The gap', 'Comparison', 'Packs', 'Check a sheet', 'Assessment', 'This month'];
const seconds = (from: number): string => ((performance.now() - from) / 1000).toFixed(2);

if (!existsSync(store)) {
  console.log('First: node tests/bench/figures.mjs (makes the store of a million records)');
  process.exit(1);
}
if (!existsSync(workbook)) {
  mkdirSync(join(workbook, '..'), { recursive: true });
  const { makeWorkbook } = (await import(join(import.meta.dirname, 'make-workbook.mjs'))) as {
    makeWorkbook: (path: string, rows: number, inline: boolean) => Promise<void>;
  };
  await makeWorkbook(workbook, rows, false);
}

const folder = mkdtempSync(join(tmpdir(), 'workbench-bench-window-'));
for (const ending of ['', '-wal', '.audit'])
  if (existsSync(store + ending)) copyFileSync(store + ending, join(folder, `workbench.sqlite${ending}`));

const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
/** Starts the app and waits until the measures stand on the screen. */
async function start(says: string): Promise<{ app: ElectronApplication; page: Page }> {
  const from = performance.now();
  const opened = await _electron.launch({
    executablePath: executable(),
    args: [root, ...sandbox, `--user-data-dir=${join(folder, 'data')}`, '--store', join(folder, 'workbench.sqlite')],
    env: { ...(process.env as Record<string, string>), WORKBENCH_NODE: process.execPath },
  });
  const shown = await opened.firstWindow();
  await shown.getByRole('table').first().waitFor();
  console.log(`${says}: ${seconds(from)} s`);
  return { app: opened, page: shown };
}

console.log('from the start to the measures on screen (goal: under 2 s)');
await (await start('  the first time in a day, which makes the daily backup')).app.close();
const { app, page } = await start('  any other time');

/** Milliseconds from the click to the room's own content, drawn. */
const switchTo = (room: string): Promise<number> =>
  page.evaluate(async (name) => {
    const button = [...document.querySelectorAll<HTMLButtonElement>('.rail-room')].find(
      ({ firstElementChild }) => firstElementChild?.textContent === name,
    );
    const from = performance.now();
    button?.click();
    for (;;) {
      await new Promise((drawn) => requestAnimationFrame(drawn));
      const main = document.querySelector('main');
      if (main?.querySelector('h1') !== null && main?.querySelector('.waiting') === null) break;
      if (performance.now() - from > 20_000) break;
    }
    return performance.now() - from;
  }, room);

const first = new Map<string, number>();
const again = new Map<string, number[]>();
for (let turn = 0; turn < 6; turn++) {
  for (const room of ROOMS) {
    const took = await switchTo(room);
    if (turn === 0) first.set(room, took);
    else again.set(room, [...(again.get(room) ?? []), took]);
  }
}
console.log('\nswitching rooms, milliseconds from the click to the drawn room (goal: under 200)');
for (const room of ROOMS) {
  const times = (again.get(room) ?? []).toSorted((a, b) => a - b);
  const median = times[Math.floor(times.length / 2)] ?? NaN;
  console.log(
    `  ${room.padEnd(14)} first ${(first.get(room) ?? NaN).toFixed(0).padStart(5)}   median ${median.toFixed(0).padStart(5)}`,
  );
}

const memory = async (): Promise<number> =>
  app.evaluate(({ app: own }) => {
    const tab = own.getAppMetrics().find(({ type }) => type === 'Tab');
    return (tab?.memory.workingSetSize ?? 0) / 1024;
  });
console.log(`\nmemory of the window: ${(await memory()).toFixed(0)} MB (goal: under 400)`);

await framesWhileImporting(page);
console.log(`memory of the window afterwards: ${(await memory()).toFixed(0)} MB`);
await app.close();
rmSync(folder, { recursive: true, force: true });
openedByOthers();

/** Counts the frames the window draws while a workbook is read and kept. */
async function framesWhileImporting(on: Page): Promise<void> {
  await on.getByRole('navigation').first().getByText('Extracts', { exact: true }).click();
  await on.evaluate(() => {
    const gaps: number[] = [];
    let last = performance.now();
    const frame = (now: number): void => {
      gaps.push(now - last);
      last = now;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    (window as unknown as { gaps: number[] }).gaps = gaps;
  });
  const from = performance.now();
  await dropFiles(on, on.locator('.drop').first(), [workbook]);
  const keep = on.getByRole('button', { name: /^Keep/ }).first();
  await keep.waitFor({ timeout: 300_000 });
  const read = seconds(from);
  await keep.click();
  await on
    .getByText(/^Kept:/)
    .first()
    .waitFor({ timeout: 300_000 });
  const gaps = (await on.evaluate(() => (window as unknown as { gaps: number[] }).gaps)).toSorted((a, b) => a - b);
  const total = gaps.reduce((sum, gap) => sum + gap, 0);
  const at = (part: number): string => (gaps[Math.floor(gaps.length * part)] ?? 0).toFixed(1);
  console.log(`\n${rows.toLocaleString('en-GB')} rows looked over after ${read} s, kept after ${seconds(from)} s`);
  console.log(
    `  the window drew ${(gaps.length / (total / 1000)).toFixed(1)} frames a second meanwhile; a frame took ${at(0.5)} ms (median), ${at(0.99)} ms (99 in 100), ${at(1 - 1e-9)} ms (the longest)`,
  );
}

/** What the officer would use instead, on the same file. */
function openedByOthers(): void {
  let from = performance.now();
  const sheetjs = [join(import.meta.dirname, 'readers.mjs'), 'sheetjs', workbook, '', ''];
  execFileSync(process.execPath, sheetjs, { cwd: root, stdio: 'ignore' });
  console.log(`\nSheetJS reads the same workbook in ${seconds(from)} s`);
  if (spawnSync('soffice', ['--version']).error !== undefined) {
    console.log('LibreOffice is not here to compare with');
    return;
  }
  const out = mkdtempSync(join(tmpdir(), 'workbench-bench-office-'));
  from = performance.now();
  const profile = `-env:UserInstallation=file://${out}/profile`;
  spawnSync('soffice', ['--headless', profile, '--convert-to', 'csv', '--outdir', out, workbook], { stdio: 'ignore' });
  const made = readdirSync(out).find((name) => name.endsWith('.csv'));
  const lines =
    made === undefined ? 0 : readFileSync(join(out, made)).reduce((sum, byte) => sum + Number(byte === 10), 0);
  console.log(`LibreOffice opens it and writes it out again in ${seconds(from)} s (${String(lines)} lines)`);
  rmSync(out, { recursive: true, force: true });
}
