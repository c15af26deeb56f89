/* Builds the app where dist/ is missing or older than what it is made from; says nothing where there is nothing to do. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { writeAbout } from './make-about.mjs';
import { projectNode, root } from './places.mjs';

const built = [
  'dist/main/index.js',
  'dist/main/cli.js',
  'dist/preload/index.cjs',
  'dist/renderer/index.html',
  'dist/about/licences.json',
];

const newest = (path) =>
  statSync(path).isFile()
    ? statSync(path).mtimeMs
    : readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), 0);

function isOlder() {
  const paths = built.map((name) => join(root, name));
  if (!paths.every((path) => existsSync(path))) return true;
  const made = Math.min(...paths.map((path) => statSync(path).mtimeMs));
  const from = ['src', 'electron.vite.config.ts', 'package.json', 'package-lock.json'];
  return from.some((name) => newest(join(root, name)) > made);
}

/** Answers whether the app is now built; what the build says goes to stderr. */
export function buildIfOlder() {
  if (!isOlder()) return true;
  const vite = join(root, 'node_modules/electron-vite/bin/electron-vite.js');
  const ran = spawnSync(projectNode(), [vite, 'build', '--logLevel', 'warn'], { cwd: root, encoding: 'utf8' });
  process.stderr.write(ran.status === 0 ? '' : `${ran.stdout}${ran.stderr}`);
  if (ran.status === 0) writeAbout();
  return ran.status === 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href && !buildIfOlder()) process.exitCode = 1;
