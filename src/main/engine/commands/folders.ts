import { basename } from 'node:path';
import type { Handlers } from '../dispatch.ts';
import { newToken, type Engine } from '../engine.ts';
import { ImportRefusal } from '../import/import-file.ts';
import { lookInFolder } from '../import/look-in-folder.ts';

type FolderCommands = Pick<Handlers, 'folder.look' | 'folder.look-again'>;

/** Looks in a folder; each file that can be read is offered by a token, and so is the folder, for looking again. */
async function look(engine: Engine, path: string, folder: string) {
  const { files, more } = await lookInFolder(engine.store.read, path);
  return {
    folder,
    name: basename(path),
    more,
    files: files.map(({ path: own, ...file }) => {
      if (file.state === 'not-readable') return { ...file, file: null };
      const token = newToken();
      engine.files.set(token, own);
      return { ...file, file: token };
    }),
  };
}

export const folderCommands: FolderCommands = {
  'folder.look': ({ path }, engine) => {
    const folder = newToken();
    engine.files.set(folder, path);
    return look(engine, path, folder);
  },

  'folder.look-again': ({ folder }, engine) => {
    const path = engine.files.get(folder);
    if (path === undefined) throw new ImportRefusal('This folder is no longer at hand. Choose it again.');
    return look(engine, path, folder);
  },
};
