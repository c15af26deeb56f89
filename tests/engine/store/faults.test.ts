import Database from 'better-sqlite3';
import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { dispatch } from '../../../src/main/engine/dispatch.ts';
import { startEngine, type Engine } from '../../../src/main/engine/engine.ts';
import { faultLog } from '../../../src/main/engine/log-fault.ts';
import { openStore } from '../../../src/main/engine/store/open-store.ts';
import { StoreTrouble } from '../../../src/main/engine/store/store-refusal.ts';
import { workbench } from '../cli/workbench.ts';
import { temporaryFolder } from '../temporary-store.ts';
import { aprils, keepMonth, markedFile, open, secret } from './marked-month.ts';

async function closedStore(options: { secret?: { passphrase: string } } = {}): Promise<string> {
  const path = join(temporaryFolder(), 'store.sqlite');
  const store = open(path, options);
  await keepMonth(store, 'April', 864);
  store.close();
  return path;
}

function engineOn(path: string): Engine {
  const engine = startEngine(path, () => undefined);
  onTestFinished(() => {
    if (engine.store.write.open) engine.store.close();
  });
  return engine;
}

/** What the window is told when it asks for a change; a fault of ours would fail the test. */
async function told(engine: Engine, command: string, input: unknown): Promise<string> {
  const reply = await dispatch(engine, command, input, 'shell', (_id, name, error) => {
    throw new Error(`fault in ${name}`, { cause: error });
  });
  return reply.ok ? 'done' : `${reply.failure.kind}: ${reply.failure.message}`;
}

const withdraw = { importId: 1, reason: '' };

describe('a damaged store', () => {
  it('that was cut short is refused at opening, with the way forward, and left as it is', async () => {
    const path = await closedStore();
    truncateSync(path, 100_000);
    const before = readFileSync(path);
    expect(() => openStore(path)).toThrow(/damaged.*left as it is.*Restore a backup/s);
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it.each([
    ['plain', {}],
    ['encrypted', { secret }],
  ])('with a page of scribble in it is refused at opening when it is %s', async (_what, options) => {
    const path = await closedStore(options);
    const bytes = readFileSync(path);
    bytes.fill(0x5a, 5 * 16_384, 6 * 16_384);
    writeFileSync(path, bytes);
    expect(() => openStore(path, options)).toThrow(/damaged.*Restore a backup/s);
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  it('with a single flipped bit is noticed wherever it lies when it is encrypted', async () => {
    const path = await closedStore({ secret });
    const whole = readFileSync(path);
    for (const at of [20_000, 100_000, Math.floor(whole.length / 2), whole.length - 100]) {
      const bytes = Buffer.from(whole);
      bytes[at] = (bytes[at] ?? 0) ^ 0x10;
      writeFileSync(path, bytes);
      expect(() => openStore(path, { secret }), `byte ${String(at)}`).toThrow(/damaged/);
    }
    writeFileSync(path, whole);
    expect(aprils(open(path, { secret }))).toEqual([864]);
  });

  it('is told from a terminal by «store verify» with exit 1 or 3, and never with a stack of code', async () => {
    const path = await closedStore();
    const bytes = readFileSync(path);
    bytes.fill(0x5a, 5 * 16_384, 6 * 16_384);
    writeFileSync(path, bytes);
    const verified = await workbench('store', 'verify', '--store', path);
    expect(verified.exit).toBe(1);
    expect(verified.out).toMatch(/Not sound/);
    const listed = await workbench('imports', '--store', path);
    expect(listed.exit).toBe(3);
    expect(`${verified.err}${listed.err}`).not.toMatch(/\.ts:|\.js:/);
  });
});

describe('a store from a newer version', () => {
  it.each([
    ['plain', {}],
    ['encrypted', { secret }],
  ])('is refused and left byte for byte as it is when it is %s', async (_what, options) => {
    const path = await closedStore(options);
    const store = open(path, options);
    store.write.pragma('user_version = 999');
    store.close();
    const before = readFileSync(path);
    expect(() => openStore(path, options)).toThrow(/newer version.*Nothing was changed/s);
    expect(readFileSync(path).equals(before)).toBe(true);
  });
});

describe('a store that is in use elsewhere', () => {
  it(
    'says that another program is writing, keeps nothing half, and works once that one is done',
    { timeout: 30_000 },
    async () => {
      const path = await closedStore();
      const engine = engineOn(path);
      engine.store.write.pragma('busy_timeout = 50');
      const other = new Database(path);
      other.exec('BEGIN IMMEDIATE');
      expect(await told(engine, 'import.withdraw', withdraw)).toMatch(
        /refused: Another program .* Nothing was changed/,
      );
      await expect(keepMonth(engine.store, 'April again', 865)).rejects.toThrow(StoreTrouble);
      other.exec('ROLLBACK');
      other.close();
      expect(aprils(engine.store)).toEqual([864]);
      expect(await told(engine, 'import.withdraw', withdraw)).toBe('done');
    },
  );

  it('is seen by both windows as it is, and each keeps its changes', async () => {
    const path = await closedStore();
    const [one, two] = [open(path), open(path)];
    await keepMonth(one, 'by the first', 865);
    await keepMonth(two, 'by the second', 866);
    expect(aprils(one)).toEqual([866, 865, 864]);
    expect(aprils(two)).toEqual([866, 865, 864]);
  });
});

describe('a store that disappears while it is open', () => {
  it.each([
    [
      'taken away',
      (path: string) => {
        unlinkSync(path);
      },
      /no longer where it was/,
    ],
    [
      'replaced by another file',
      (path: string) => {
        writeFileSync(`${path}.other`, readFileSync(path));
        renameSync(`${path}.other`, path);
      },
      /replaced by another file/,
    ],
  ])('is noticed before anything more is kept: %s', async (_what, take, says) => {
    const path = await closedStore();
    const engine = engineOn(path);
    take(path);
    expect(await told(engine, 'import.withdraw', withdraw)).toMatch(says);
    await expect(keepMonth(engine.store, 'April again', 865)).rejects.toThrow(says);
  });
});

describe('a full disk', () => {
  it('keeps nothing half and says so; with room again the same import goes through', async () => {
    const path = await closedStore();
    const engine = engineOn(path);
    const { write } = engine.store;
    const pages = Number(write.pragma('page_count', { simple: true }));
    write.pragma(`max_page_count = ${String(pages)}`);
    let refused = '';
    for (let april = 1000; april < 1100 && refused === ''; april++) {
      await keepMonth(engine.store, `April ${String(april)}`, april).catch((error: unknown) => {
        refused = error instanceof StoreTrouble ? error.message : String(error);
      });
    }
    expect(refused).toMatch(/^The disk is full\. Nothing was changed/);
    expect(write.inTransaction).toBe(false);
    expect(write.pragma('integrity_check', { simple: true })).toBe('ok');
    write.pragma('max_page_count = 100000');
    expect(await keepMonth(engine.store, 'with room', 5000)).toBeGreaterThan(1);
  });

  const canMount = process.platform === 'linux' && process.getuid?.() === 0;
  it.skipIf(!canMount)(
    'that is a real one of three megabytes leaves the store whole and what was kept readable',
    async () => {
      const folder = smallDisk();
      if (folder === null) return;
      const path = join(folder, 'store.sqlite');
      const store = open(path);
      let kept = 0;
      let refused: unknown = null;
      for (let april = 1000; april < 1300 && refused === null; april++) {
        try {
          await keepMonth(store, `April ${String(april)}`, april);
          kept += 1;
        } catch (error) {
          refused = error;
        }
      }
      expect(refused).toBeInstanceOf(StoreTrouble);
      expect(String(refused)).toMatch(/disk is full|did not answer/);
      expect(aprils(store)).toHaveLength(kept);
      expect(store.read.pragma('integrity_check', { simple: true })).toBe('ok');
      expect(() => openStore(join(folder, 'new.sqlite'))).toThrow(/disk is full|did not answer/);
    },
  );
});

/** A disk of three megabytes, until the test is over; null where this computer does not let us have one. */
function smallDisk(): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'workbench-small-disk-'));
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'none', folder]);
  onTestFinished(() => {
    if (status === 0) spawnSync('umount', ['-l', folder]);
    rmSync(folder, { recursive: true, force: true });
  });
  return status === 0 ? folder : null;
}

describe('a folder that may not be written to', () => {
  const isRoot = process.getuid?.() === 0;
  it.skipIf(process.platform !== 'linux')(
    'is said plainly, with the way forward, and nothing is left in it',
    async () => {
      const path = await closedStore();
      const folder = join(path, '..');
      const before = readFileSync(path);
      const shut = isRoot
        ? spawnSync('mount', ['--bind', '-o', 'ro', folder, folder]).status === 0 &&
          spawnSync('mount', ['-o', 'remount,bind,ro', folder]).status === 0
        : spawnSync('chmod', ['500', folder]).status === 0;
      if (!shut) return;
      try {
        expect(() => openStore(path)).toThrow(/cannot be written to.*Copy the store/s);
        expect(() => openStore(join(folder, 'new.sqlite'))).toThrow(/cannot be written to/);
        expect(readFileSync(path).equals(before)).toBe(true);
      } finally {
        if (isRoot) spawnSync('umount', ['-l', folder]);
        else spawnSync('chmod', ['700', folder]);
      }
    },
  );
});

describe('a folder on a disk that is half gone', () => {
  // What Linux shows of its processes lets nobody make a folder, and says of each that it is not there.
  it.skipIf(process.platform !== 'linux')('is refused at once, for the store and for what is handed over', async () => {
    expect(() => openStore('/proc/share/of/ours/store.sqlite')).toThrow(
      /«store\.sqlite» is not there and cannot be made\. Nothing was changed\. Is its disk or share connected/,
    );
    const store = ['--store', await closedStore()];
    const written = await workbench('report', '--as-at', '2015-06', '--out', '/proc/share/board.xlsx', ...store);
    expect([written.exit, written.err]).toEqual([1, expect.stringContaining('«board.xlsx» is not there') as string]);
  });
});

describe('the log of faults', () => {
  it('begins anew when it is full, keeps the one before, never grows past two files, and repeats no word of a fault', () => {
    const path = join(temporaryFolder(), 'store.sqlite.faults.log');
    const log = faultLog(path, () => new Date('2015-07-23T10:00:00Z'));
    const fault = new Error('Ann Trembath 87654321 /home/ann/crimes.xlsx');
    for (let at = 0; at < 6000; at++) log(String(at).padStart(8, '0'), 'import.commit', fault);
    expect(readdirSync(join(path, '..')).sort()).toEqual(['store.sqlite.faults.log', 'store.sqlite.faults.log.1']);
    const [before, now] = [readFileSync(`${path}.1`, 'utf8'), readFileSync(path, 'utf8')];
    expect(before.length).toBeGreaterThan(256 * 1024);
    expect(Math.max(before.length, now.length)).toBeLessThan(258 * 1024);
    expect(now).toMatch(/fault 00005999 in import\.commit: Error at \S+\.ts:\d+:\d+/);
    expect(`${before}${now}`).not.toMatch(/Trembath|87654321|crimes\.xlsx|\/home/);
  });
});

describe('what a terminal is told', () => {
  it('never prints a passphrase, keeps its JSON pure, and says once that a plain store is plain', async () => {
    const folder = temporaryFolder();
    mkdirSync(folder, { recursive: true });
    const plain = await workbench(
      'import',
      markedFile('April', 864),
      '--store',
      join(folder, 'plain.sqlite'),
      '--json',
    );
    expect(JSON.parse(plain.out)).toMatchObject({ imports: [{ outcome: 'kept' }] });
    expect(plain.err.match(/not encrypted/g)).toHaveLength(1);
    const missing = await workbench('imports', '--store', join(folder, 'x.sqlite'), '--passphrase-env', 'NO_SUCH');
    expect(missing.exit).toBe(2);
  });
});
