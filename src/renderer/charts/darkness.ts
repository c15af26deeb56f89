import { useSyncExternalStore } from 'react';

const QUERY = '(prefers-color-scheme: dark) and (forced-colors: none)';

function subscribe(watcher: () => void): () => void {
  const query = window.matchMedia(QUERY);
  query.addEventListener('change', watcher);
  return () => {
    query.removeEventListener('change', watcher);
  };
}

/** True where the window is dark; high contrast counts as light, because charts keep white paper there. */
export const useDarkness = (): boolean => useSyncExternalStore(subscribe, () => window.matchMedia(QUERY).matches);
