import { useSyncExternalStore } from 'react';

const watchers = new Set<() => void>();
let dense = false;

function setDense(next: boolean): void {
  if (next === dense) return;
  dense = next;
  document.documentElement.dataset['density'] = dense ? 'close' : 'roomy';
  for (const watcher of watchers) watcher();
}

/** How close the rows of every table stand, for as long as the window is open. */
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
