import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openStore, type Store } from '../../src/main/engine/store/open-store.ts';

/** A folder of its own for one test, removed when the test is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'workbench-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** A new, real store for one test. */
export function temporaryStore(): Store {
  const store = openStore(join(temporaryFolder(), 'store.sqlite'));
  onTestFinished(() => {
    store.close();
  });
  return store;
}
