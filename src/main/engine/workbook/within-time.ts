import { createContext, Script } from 'node:vm';

/** It took longer than it may; it was ended where it stood. */
export class OutOfTime extends Error {
  override readonly name = 'OutOfTime';
}

/**
 * Runs work that answers at once or never: a library that a damaged file can send round in circles. Node's own watch over
 * a script ends it, loop or no loop. Throws {@link OutOfTime}. (This is a clock, not a wall: the work runs as it would
 * without it.)
 */
export function withinTime<T>(milliseconds: number, work: () => T): T {
  try {
    return new Script('work()').runInContext(createContext({ work }), { timeout: milliseconds }) as T;
  } catch (error) {
    if (isTimeUp(error)) throw new OutOfTime();
    throw error;
  }
}

/** Node makes this error in the script's own context, whose `Error` is another than ours: only its code tells. */
function isTimeUp(error: unknown): boolean {
  return (
    typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
  );
}
