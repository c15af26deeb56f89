import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Output, Reply, Told } from '../../preload/contract.ts';
import type { Engine } from './engine.ts';
import { SHELL } from './words.ts';

const READ_HERE = new Set(['.xlsx', '.xls', '.csv']);

/** Where the sample partnership's store lies: in a folder of its own, away from the officer's. */
export function sampleStorePath(dataFolder: string): string {
  const folder = join(dataFolder, 'sample');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return join(folder, 'sample.sqlite');
}

/** The extracts of the bundled month, in the order of their names. */
export function sampleFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => READ_HERE.has(extname(name).toLowerCase()))
    .sort()
    .map((name) => join(folder, name));
}

/** Brings the bundled month into the sample's store as an officer would, file by file; what is held already stays. */
export async function fillSample(
  engine: Engine,
  folder: string,
  tell: (told: Told) => void,
): Promise<Reply<{ files: number }>> {
  const paths = sampleFiles(folder);
  if (paths.length === 0) {
    return { ok: false, failure: { kind: 'refused', message: SHELL.noSample } };
  }
  const held = await engine.ask('import.list', {}, 'shell');
  if (!held.ok) return held;
  if ((held.value as Output<'import.list'>).length >= paths.length) return { ok: true, value: { files: paths.length } };
  for (const [at, path] of paths.entries()) {
    tell({ about: 'sample', done: at, of: paths.length });
    const offered = await engine.ask('file.offer', { path }, 'shell');
    if (!offered.ok) return offered;
    const { file } = offered.value as Output<'file.offer'>;
    const read = await engine.ask('import.preview', { file }, 'shell');
    if (!read.ok) return read;
    const { preview, outcome } = read.value as Output<'import.preview'>;
    if (outcome !== 'ready') continue;
    const kept = await engine.ask('import.commit', { preview }, 'shell');
    if (!kept.ok) return kept;
  }
  return { ok: true, value: { files: paths.length } };
}
