import { useSyncExternalStore } from 'react';
import { ask } from '../ask.ts';

const watchers = new Set<() => void>();
let dense = false;

function show(next: boolean): void {
  if (next === dense) return;
  dense = next;
  document.documentElement.dataset['density'] = dense ? 'close' : 'roomy';
  for (const watcher of watchers) watcher();
}

/** Puts the rows as they stood when the window was last closed. */
export async function bringBackDensity(): Promise<void> {
  const reply = await ask('table.density', {});
  if (reply.ok) show(reply.value.dense);
}

function setDense(next: boolean): void {
  show(next);
  void ask('table.keep-density', { dense: next });
}

/** How close the rows of every table stand, in this window and the next. */
export function useDensity(): { readonly dense: boolean; readonly setDense: (next: boolean) => void } {
  const now = useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => dense,
  );
  return { dense: now, setDense };
}
