import { resolve } from 'node:path';
import type { Engine } from '../engine/engine.ts';
import { UsageError, type CommandLine } from './arguments.ts';
import { ask } from './ask.ts';
import { EXIT, type Surroundings } from './surroundings.ts';
import { number, textTable } from './text-table.ts';

/** `look FOLDER`: which of a folder's files are new here, held already, changed since, or not to be read. Keeps nothing. */
export async function lookCommand(line: CommandLine, engine: Engine, { out }: Surroundings): Promise<number> {
  const [folder] = line.words;
  if (folder === undefined) throw new UsageError('«look» needs a folder');
  const { files, more, name } = await ask(engine, 'folder.look', { path: resolve(folder) });
  if (line.json) {
    const shown = files.map(({ name: file, within, bytes, changedAt, state, importId, says }) => ({
      file,
      within,
      bytes,
      changedAt,
      state,
      importId,
      says,
    }));
    out(JSON.stringify({ folder: name, files: shown, more }, null, 2));
    return EXIT.done;
  }
  const rows = files.map((one) => [
    one.within === '' ? one.name : `${one.within} › ${one.name}`,
    number(one.bytes, 0),
    one.says,
  ]);
  out(rows.length === 0 ? `${name} is empty.` : textTable(['File', 'Bytes', 'Here'], rows));
  if (more > 0) out(`and ${number(more, 0)} more`);
  return EXIT.done;
}
