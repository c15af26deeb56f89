/** A queue for changes: one at a time, in order of asking, so that no change ever lands inside another's transaction. */
export function makeTurns(): <T>(work: () => T | Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };
}
