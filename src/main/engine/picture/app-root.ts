import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The folder that holds package.json and resources: the same from the source, from the built files in dist/main and from
 * a packaged app.
 */
export function appRoot(from: string = import.meta.dirname): string {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder;
    if (folder === dirname(folder)) throw new Error(`no package.json above ${from}`);
  }
}

/** A file under `resources`. A packaged app keeps what native code must read beside its archive, not inside it. */
export function resourcePath(root: string, ...parts: readonly string[]): string {
  return join(root.replace(/app\.asar$/, 'app.asar.unpacked'), 'resources', ...parts);
}
