import { join } from 'node:path';
import type { Engine } from '../engine.ts';
import { heldAs, keepFile } from '../import/import-file.ts';
import { fingerprintFile } from '../import/read-file.ts';
import { appRoot } from '../picture/app-root.ts';
import { listGroups, type AreaGroup } from '../store/groups.ts';

/** Real English partnerships, chosen by us for their size: no list of the Home Office's. */
export const EXAMPLE_GROUP = 'Example group (not the Home Office’s)';
const FILES = ['example-counts-year-to-june-2025.csv', 'example-group.csv'];

/** Keeps the bundled example: its counts and its members, as imports that can be withdrawn. */
export async function addExampleGroup(engine: Engine): Promise<AreaGroup> {
  for (const file of FILES) {
    const path = join(appRoot(), 'resources/groups', file);
    const { sha256 } = await fingerprintFile(path);
    if (heldAs(engine.store, sha256) === null) {
      await engine.inTurn(() => keepFile(engine.store, path, sha256, {}));
    }
  }
  const group = listGroups(engine.store.read).find(({ name }) => name === EXAMPLE_GROUP);
  if (group === undefined) throw new Error('the example group is not in its file');
  return group;
}
