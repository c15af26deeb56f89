import type { Reply, Told } from '../../preload/contract.ts';
import type { Engine } from './engine.ts';

/** The officer's own store, or the sample partnership's beside it. */
export type StoreName = 'own' | 'sample';

/** The engine of whichever store is open, and the way from one to the other. */
export interface SwitchingEngine extends Engine {
  readonly which: () => StoreName;
  /** Opens a store once it is prepared; where that is refused the one before stays open. Answers what preparing it said. */
  readonly open: (which: StoreName, prepare: (engine: Engine) => Promise<Reply<unknown>>) => Promise<Reply<unknown>>;
}

interface Place {
  readonly which: StoreName;
  readonly engine: Engine;
}

/**
 * One store is open at a time. The next is started and prepared beside it, unheard; only then does it take the place of
 * the one before, which closes its store.
 */
export function switchStore(
  start: (which: StoreName, tell: (told: Told) => void) => Engine,
  tell: (told: Told) => void,
): SwitchingEngine {
  const begin = (which: StoreName): Place => {
    const place: Place = {
      which,
      engine: start(which, (told) => {
        if (current === place) tell(told);
      }),
    };
    return place;
  };
  let current = begin('own');
  let switching: Promise<unknown> = Promise.resolve();

  const switchTo: SwitchingEngine['open'] = async (which, prepare) => {
    if (current.which === which) return prepare(current.engine);
    const next = begin(which);
    const prepared = await prepare(next.engine);
    if (!prepared.ok) {
      await next.engine.stop();
      return prepared;
    }
    const before = current.engine;
    current = next;
    await before.stop();
    return prepared;
  };

  return {
    ask: (command, input, door) => current.engine.ask(command, input, door),
    reopen: () => {
      current.engine.reopen();
    },
    stop: () => current.engine.stop(),
    which: () => current.which,
    open: (which, prepare) => {
      const turn = switching.then(() => switchTo(which, prepare));
      switching = turn.catch(() => undefined);
      return turn;
    },
  };
}
