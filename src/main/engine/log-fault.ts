import { appendFileSync, existsSync, renameSync, statSync } from 'node:fs';
import type { LogFault } from './dispatch.ts';

const MOST_BYTES = 256 * 1024;

/**
 * Writes faults to a file beside the store, on this computer only: when, which command, the kind of error and the lines
 * of our own code it passed through. Messages are left out: they could hold a figure, a name or a path.
 */
export function faultLog(path: string, clock: () => Date): LogFault {
  return (id, command, error) => {
    const kind = error instanceof Error ? error.name : typeof error;
    const trace = error instanceof Error ? (error.stack ?? '') : '';
    const places = [...trace.matchAll(/([\w-]+\.[cm]?[jt]s):(\d+):(\d+)/g)].slice(0, 12).map(([place]) => place);
    if (existsSync(path) && statSync(path).size > MOST_BYTES) renameSync(path, `${path}.1`);
    appendFileSync(path, `${clock().toISOString()} fault ${id} in ${command}: ${kind} at ${places.join(' < ')}\n`, {
      mode: 0o600,
    });
  };
}
