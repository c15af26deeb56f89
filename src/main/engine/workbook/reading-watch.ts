import { LIMITS } from './limits.ts';
import type { ReadOptions } from './open-workbook.ts';
import { cancelled, tooLarge } from './refusals.ts';

/** Lets pieces through until the reading is cancelled or has taken too long. */
export function readingWatch({ signal }: ReadOptions): (pieces: AsyncIterable<Buffer>) => AsyncGenerator<Buffer> {
  const until = performance.now() + LIMITS.timeMs;
  return async function* watched(pieces) {
    for await (const piece of pieces) {
      checkReading(signal, until);
      yield piece;
    }
  };
}

export function checkReading(signal: AbortSignal | undefined, until: number): void {
  if (signal?.aborted === true) throw cancelled();
  if (performance.now() > until) {
    throw tooLarge('Reading this file took more than ten minutes and was stopped. Ask for it in smaller pieces.');
  }
}
