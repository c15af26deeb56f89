import { access, constants, lstat, readdir } from 'node:fs/promises';
import { basename, extname, join, relative, sep } from 'node:path';
import type { ReadStore } from '../store/open-store.ts';
import { LIMITS } from '../workbook/limits.ts';
import { ImportRefusal } from './import-file.ts';
import { fingerprintFile } from './read-file.ts';

/** Where a file of a folder stands against what is held. */
export type FolderFileState = 'new' | 'held' | 'changed' | 'withdrawn' | 'not-readable';

/** One file found in a folder. */
export interface FolderFile {
  readonly path: string;
  readonly name: string;
  /** The folder inside the one looked in; empty for the folder itself. */
  readonly within: string;
  readonly bytes: number;
  readonly changedAt: string;
  readonly state: FolderFileState;
  /** The import that holds it, or held it before it changed. */
  readonly importId: number | null;
  readonly says: string;
}

export interface FolderLook {
  readonly files: readonly FolderFile[];
  /** Files beyond those listed. */
  readonly more: number;
}

const ENDINGS: ReadonlySet<string> = new Set([
  ...['.xlsx', '.xlsm', '.xlsb', '.xls', '.ods', '.csv', '.tsv', '.txt', '.zip'],
]);
const MOST_FILES = 500;
/** Folders inside folders, no deeper than this: a month's folder, not a whole disk. */
const DEEPEST = 3;

interface Held {
  readonly importId: number;
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly live: 0 | 1;
}

/** Lists the files of a folder that can be read, each with whether it is new, held, or changed since it was kept. */
export async function lookInFolder(db: ReadStore, folder: string): Promise<FolderLook> {
  const held = db
    .prepare<[], Held>(
      `SELECT import_id AS importId, file_name AS name, bytes, sha256,
        import_id IN (SELECT import_id FROM live_import) AS live
       FROM import ORDER BY live DESC, import_id DESC`,
    )
    .all();
  const paths = await filesUnder(folder, 0);
  const files: FolderFile[] = [];
  for (const path of paths.slice(0, MOST_FILES)) files.push(await lookAt(path, folder, held));
  return { files, more: Math.max(0, paths.length - MOST_FILES) };
}

async function filesUnder(folder: string, depth: number): Promise<string[]> {
  let entries;
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch {
    if (depth === 0) throw new ImportRefusal(`${basename(folder)} is not there, or is no folder that may be read.`);
    return [];
  }
  // Hidden files, and the lock files Excel leaves beside an open workbook.
  const shown = entries.filter(({ name }) => !name.startsWith('.') && !name.startsWith('~$'));
  const own = shown.filter((entry) => entry.isFile()).map(({ name }) => join(folder, name));
  const inside =
    depth >= DEEPEST ? [] : shown.filter((entry) => entry.isDirectory()).map(({ name }) => join(folder, name));
  const deeper: string[] = [];
  for (const one of inside.sort()) deeper.push(...(await filesUnder(one, depth + 1)));
  return [...own.sort((a, b) => basename(a).localeCompare(basename(b), 'en-GB')), ...deeper];
}

async function lookAt(path: string, folder: string, held: readonly Held[]): Promise<FolderFile> {
  const { size: bytes, mtime } = await lstat(path);
  const name = basename(path);
  const within = relative(folder, path).split(sep).slice(0, -1).join(' › ');
  const found = { path, name, within, bytes, changedAt: mtime.toISOString() };
  const why = await whyNot(path, bytes);
  if (why !== null) return { ...found, state: 'not-readable', importId: null, says: why };
  // Only a file of a size that is held can be one that is held: the others need not be read through.
  const sameSize = held.filter((one) => one.bytes === bytes);
  const { sha256 } = sameSize.length === 0 ? { sha256: '' } : await fingerprintFile(path);
  const same = sameSize.find((one) => one.sha256 === sha256);
  if (same !== undefined) {
    const state = same.live === 1 ? 'held' : 'withdrawn';
    const says = same.live === 1 ? 'Held already' : 'Was kept once and withdrawn';
    return { ...found, state, importId: same.importId, says: `${says} (import ${String(same.importId)})` };
  }
  const before = held.find((one) => one.live === 1 && one.name === name);
  return before === undefined
    ? { ...found, state: 'new', importId: null, says: 'New' }
    : {
        ...found,
        state: 'changed',
        importId: before.importId,
        says: `Changed since it was kept (import ${String(before.importId)})`,
      };
}

async function whyNot(path: string, bytes: number): Promise<string | null> {
  const ending = extname(path).toLowerCase();
  if (!ENDINGS.has(ending)) return `Not a kind of file that is read here (${ending === '' ? 'no ending' : ending})`;
  if (bytes === 0) return 'An empty file';
  if (bytes > LIMITS.fileBytes) return 'Larger than 256 MB';
  try {
    await access(path, constants.R_OK);
    return null;
  } catch {
    return 'This computer does not let it be read';
  }
}
