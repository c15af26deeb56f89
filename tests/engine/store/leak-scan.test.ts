import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import officeCrypto from 'officecrypto-tool';
import { describe, expect, it } from 'vitest';
import { startEngine } from '../../../src/main/engine/engine.ts';
import { faultLog } from '../../../src/main/engine/log-fault.ts';
import { openStore } from '../../../src/main/engine/store/open-store.ts';
import { supportReport } from '../../../src/main/engine/support-report.ts';
import { ask, SAMPLE } from '../month.ts';
import { temporaryFolder } from '../temporary-store.ts';
import { PASSPHRASE } from './marked-month.ts';
import { everyFile } from './plain-text.ts';

const CLI = resolve(import.meta.dirname, '../../../dist/main/cli.js');

/** One mark of each kind of thing that must not stand anywhere in plain text. */
const MARKS = {
  figure: '87654321',
  person: 'Trembath',
  reference: 'ZENNOR/15/',
  place: 'Zennorquarter',
  folder: 'Gwennap-private',
  file: 'Pendeen-extract',
  sheet: 'Lanyonsource',
  reason: 'Morvah-because',
  words: 'Nancledra-paragraph',
  owner: 'Halsetown-owner',
  password: 'Perranuthnoe-7',
  passphrase: 'pilchards',
} as const;

/** A mark as text in two encodings, and as base64 at each of the three places it may start in a group. */
function shapesOf(mark: string): Buffer[] {
  const base64 = [0, 1, 2].map((shift) => {
    const text = Buffer.from(`${'x'.repeat(shift)}${mark}`).toString('base64');
    return text.slice(shift === 0 ? 0 : 4, -4);
  });
  return [Buffer.from(mark), Buffer.from(mark, 'utf16le'), ...base64.map((text) => Buffer.from(text))].filter(
    (bytes) => bytes.length >= 6,
  );
}

/** Which marks stand in which files, by kind. */
function found(folders: readonly string[]): { files: number; bytes: number; told: string[] } {
  const files = folders.flatMap(everyFile);
  const told = files.flatMap((path) => {
    const bytes = readFileSync(path);
    return Object.entries(MARKS).flatMap(([kind, mark]) =>
      shapesOf(mark).some((shape) => bytes.includes(shape)) ? [`${kind} in ${path}`] : [],
    );
  });
  return { files: files.length, bytes: files.reduce((sum, path) => sum + statSync(path).size, 0), told };
}

function writeExtracts(folder: string, records: number): { crimes: string; incidents: string } {
  const crimes = join(folder, 'Pendeen-extract of crimes.csv');
  const rows = Array.from({ length: records }, (_, at) =>
    [
      `ZENNOR/15/${String(at)}`,
      `${String((at % 28) + 1).padStart(2, '0')}/04/2015`,
      'Theft',
      'Zennorquarter',
      'Ann Trembath',
    ].join(','),
  );
  const head = 'Crime Number,Date Recorded,HO Group,Neighbourhood,Victim Name';
  writeFileSync(crimes, ['Recorded crime, Plymouth (Lanyonsource)', head, ...rows].join('\n'));
  const incidents = join(folder, 'Pendeen-extract of incidents.csv');
  const lines = [
    'Reduce Anti-social Behaviour incidents (Lanyonsource)',
    ',Apr,May,Jun,Jul,Aug,Sep,Oct,Nov,Dec,Jan,Feb,Mar',
    'Actual 2014 - 2015,808,882,1023,1056,915,982,850,755,682,639,642,831',
    'Actual 2015 - 2016,87654321,894,769,,,,,,,,,',
  ];
  writeFileSync(incidents, lines.join('\n'));
  return { crimes, incidents };
}

/** A partner's workbook, locked with the marked password. */
function lockedWorkbook(folder: string): string {
  const path = join(folder, 'Locked return.xlsx');
  const plain = readFileSync(join(SAMPLE, 'partner/DASH training quarter 1 2015-16.xlsx'));
  writeFileSync(path, officeCrypto.encrypt(plain, { password: MARKS.password }));
  return path;
}

/** The officer's own words for the paper, and an action agreed, as the window saves them. */
async function editWords(storePath: string): Promise<void> {
  const engine = startEngine(storePath, () => undefined, { secret: { passphrase: PASSPHRASE } });
  try {
    const saved = await ask(engine, 'words.save', {
      asAt: '2015-06',
      view: 'asb',
      edited: `Incidents fell. ${MARKS.words}`,
      commentary: MARKS.words,
    });
    expect(saved.edited).toContain(MARKS.words);
    const about = { view: 'asb', agreedFor: '2015-06', due: '2015-09-30', reportBack: true };
    await ask(engine, 'action.agree', { ...about, action: MARKS.words, owner: MARKS.owner });
    await ask(engine, 'edit.undo', {});
    await ask(engine, 'edit.redo', {});
  } finally {
    engine.store.close();
  }
}

describe('a session on an encrypted store, with the engine killed in its midst', () => {
  it(
    'leaves no mark in any byte of the data folder or of the temporary folder, nor in the report for support; only the export has them',
    { timeout: 240_000 },
    async () => {
      const [data, temp, outside] = [temporaryFolder(), temporaryFolder(), temporaryFolder()];
      const folder = join(outside, MARKS.folder);
      mkdirSync(folder);
      const small = writeExtracts(folder, 200);
      const store = ['--store', join(data, 'board.sqlite'), '--passphrase-env', 'BOARD'];
      const env = { PATH: process.env['PATH'] ?? '', TMPDIR: temp, BOARD: PASSPHRASE, LOCKED: MARKS.password };
      const type = (...args: string[]): string =>
        execFileSync(process.execPath, [CLI, ...args, ...store], {
          env,
          cwd: data,
          encoding: 'utf8',
          stdio: ['ignore', 'pipe', 'ignore'],
        });

      expect(type('import', small.crimes, small.incidents, '--json')).toContain('"kept"');
      const locked = lockedWorkbook(folder);
      expect(type('import', locked, '--password-env', 'LOCKED', '--json')).toContain('"kept"');
      await editWords(join(data, 'board.sqlite'));
      type('withdraw', '1', '--reason', MARKS.reason);
      type('store', 'backup');
      const report = join(outside, 'board.xlsx');
      type('report', '--as-at', '2015-06', '--out', report);
      faultLog(join(data, 'board.sqlite.faults.log'), () => new Date())(
        '1a2b3c4d',
        'import.commit',
        new Error(`${MARKS.person} ${MARKS.figure} ${join(folder, MARKS.file)}`),
      );

      // A larger import, killed once it writes.
      const large = join(outside, 'large');
      mkdirSync(large);
      const { crimes } = writeExtracts(large, 60_000);
      const wal = join(data, 'board.sqlite-wal');
      const child = spawn(process.execPath, [CLI, 'import', crimes, ...store], { env, cwd: data, stdio: 'ignore' });
      const ended = new Promise<NodeJS.Signals | null>((done) =>
        child.on('exit', (_code, signal) => {
          done(signal);
        }),
      );
      for (let waited = 0; waited < 60_000 && child.exitCode === null; waited += 5) {
        if (existsSync(wal) && statSync(wal).size > 200_000) break;
        await wait(5);
      }
      child.kill('SIGKILL');
      const signal = await ended;
      const after = found([data, temp]);
      expect(after.told).toEqual([]);
      expect(signal).toBe('SIGKILL');
      expect(existsSync(wal)).toBe(true);

      expect(type('store', 'verify')).toMatch(/Sound/);
      const last = found([data, temp]);
      expect(last.told).toEqual([]);
      expect(last.files).toBeGreaterThan(7);
      expect(last.bytes).toBeGreaterThan(300_000);
      const opened = openStore(join(data, 'board.sqlite'), { secret: { passphrase: PASSPHRASE } });
      const said = supportReport(opened);
      opened.close();
      // It tells of the fault and of the records, and of nothing that was in them.
      expect(said).toMatch(/fault [0-9a-f]{8} in import\.commit/);
      expect(said).toMatch(/^ {2}record \d+$/m);
      expect(Object.values(MARKS).filter((mark) => said.includes(mark))).toEqual([]);
      // The marks are found where they may stand: the search is not blind.
      expect(found([folder]).told.length).toBeGreaterThanOrEqual(4);
      expect(readFileSync(report).length).toBeGreaterThan(1000);
    },
  );
});
