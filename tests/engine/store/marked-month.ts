import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { keepFile } from '../../../src/main/engine/import/import-file.ts';
import { markImport } from '../../../src/main/engine/store/imports.ts';
import { openStore, type OpenStoreOptions, type Store } from '../../../src/main/engine/store/open-store.ts';
import { temporaryFolder } from '../temporary-store.ts';

export const PASSPHRASE = 'tamar lantern ninety pilchards';
export const secret = { passphrase: PASSPHRASE };

/** A store that is closed when the test is over, if the test did not close it. */
export function open(path: string, options: OpenStoreOptions = {}): Store {
  const store = openStore(path, options);
  onTestFinished(() => {
    if (store.write.open) store.close();
  });
  return store;
}

/** A partner's sheet whose name, heading and April figure nothing else would write. */
export function markedFile(name: string, april: number): string {
  const path = join(temporaryFolder(), `Zennor-${name}.csv`);
  writeFileSync(
    path,
    [
      'Reduce Anti-social Behaviour incidents (Zennorsource)',
      ',Apr,May,Jun,Jul,Aug,Sep,Oct,Nov,Dec,Jan,Feb,Mar',
      'Actual 2014 - 2015,808,882,1023,1056,915,982,850,755,682,639,642,831',
      `Actual 2015 - 2016,${String(april)},894,769,,,,,,,,,`,
    ].join('\n'),
  );
  return path;
}

/** Keeps a sheet with this April figure; answers the import's number. */
export async function keepMonth(store: Store, name: string, april: number): Promise<number> {
  return (await keepFile(store, markedFile(name, april), null, {})).summary.importId;
}

/** Withdraws or reinstates as the commands do. */
export function mark(store: Store, importId: number, event: 'withdrawn' | 'reinstated', reason = ''): void {
  store.write.transaction(() => markImport(store.write, importId, event, reason)).immediate();
  store.anchor();
}

/** Every live figure for April 2015, the latest import first. */
export const aprils = ({ read }: Store): number[] =>
  read
    .prepare<[], { value: number }>(
      `SELECT value FROM observation JOIN live_import USING (import_id)
       WHERE period_from = '2015-04' AND period_to = '2015-04' AND quantity = 'count' ORDER BY import_id DESC`,
    )
    .all()
    .map(({ value }) => value);
