import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** Waits until a file or a folder's list of names has reached the disk. Windows has no such call for folders. */
export function settle(path: string): void {
  let file;
  try {
    file = openSync(path, 'r');
  } catch {
    return;
  }
  try {
    fsyncSync(file);
  } catch {
    // A file system that cannot do it settles by itself.
  } finally {
    closeSync(file);
  }
}

/** Puts one file in another's place: after a power cut it is the old one or the new one, never half. */
export function replaceDurably(from: string, to: string): void {
  settle(from);
  renameSync(from, to);
  settle(dirname(to));
}

/** Writes a small file whole or not at all, for its owner only. */
export function writeDurably(path: string, text: string): void {
  const beside = `${path}.new`;
  const file = openSync(beside, 'w', 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  replaceDurably(beside, path);
}
