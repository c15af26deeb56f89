/*
 * npm run package -- [--win|--linux|--mac] [--dir]: builds the app and packs it for this system (or the one named) into
 * out/package. It needs the official Electron, which electron-builder fetches, and the builder's own tools for installers.
 * npm run package -- --dir --stand-in: only to try the packing where the official Electron cannot be had. It uses the
 * development runtime with the project's Node beside it and must never be handed to anybody.
 */
import { build, Platform } from 'electron-builder';
import { execFileSync } from 'node:child_process';
import { cpSync, linkSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { buildIfOlder } from './build-if-older.mjs';
import { packagePlan } from './package-plan.mjs';
import { projectNode, root, runtimeFolder } from './places.mjs';

const asked = new Set(process.argv.slice(2));
const NAMED = { '--win': Platform.WINDOWS, '--linux': Platform.LINUX, '--mac': Platform.MAC };

/** A clean copy of the development runtime: without the link that lets it start the source. */
function standIn() {
  execFileSync(projectNode(), [join(root, 'resources/setup/fetch-electron.mjs')], {
    env: { ...process.env, WORKBENCH_ELECTRON: 'stand-in' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const from = join(runtimeFolder, 'electron');
  const electronFolder = join(runtimeFolder, 'to-pack');
  rmSync(electronFolder, { recursive: true, force: true });
  mkdirSync(electronFolder);
  for (const name of readdirSync(from)) {
    // `resources` holds the link to the source; the program itself gets its fuses burnt in and must be a copy.
    if (name === 'resources' || name === '.ready') continue;
    const [path, place] = [join(from, name), join(electronFolder, name)];
    if (name === 'electron') cpSync(path, place);
    else if (statSync(path).isDirectory()) cpSync(path, place, { recursive: true });
    else linkSync(path, place);
  }
  return {
    electronFolder,
    electronVersion: readFileSync(join(from, 'version'), 'utf8').trim(),
    standInNode: projectNode(),
  };
}

if (!buildIfOlder()) process.exit(1);
const [platform = Platform.current()] = Object.keys(NAMED).flatMap((word) => (asked.has(word) ? [NAMED[word]] : []));
const config = packagePlan(asked.has('--stand-in') ? standIn() : {});
if (asked.has('--stand-in')) {
  config.directories.output = 'out/package-trial';
  process.env.USE_HARD_LINKS = 'true'; // a trial is only read
}
const targets = platform.createTarget(asked.has('--dir') ? ['dir'] : undefined);
const made = await build({ targets, config, projectDir: root, publish: 'never' });
for (const path of made) console.log(path);
