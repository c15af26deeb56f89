import { cleanup } from '@testing-library/react';
import { afterEach, beforeAll } from 'vitest';
import type { Input, Output, Reply, Told, WindowCommand, Workbench } from '../../src/preload/contract.ts';
import { queue } from '../../src/renderer/views/extracts/queue.ts';

type Answers = { readonly [C in WindowCommand]?: (input: Input<C>) => Output<C> | Promise<Output<C>> };

/** The doorway as the window sees it, answering with the values it is given and remembering what was asked. */
export interface Doorway {
  readonly asked: { readonly command: WindowCommand; readonly input: unknown }[];
  readonly tell: (told: Told) => void;
}

/** Puts a doorway in the window. A command without an answer is refused by name. */
export function openDoorway(given: Answers): Doorway {
  const answers: Answers = {
    'store.opening': () => ({ state: 'open', says: '', encrypted: false, backups: [] }),
    ...given,
  };
  const asked: Doorway['asked'] = [];
  const listeners = new Set<(told: Told) => void>();
  const workbench: Workbench = {
    invoke: async <C extends WindowCommand>(command: C, input: Input<C>): Promise<Reply<Output<C>>> => {
      asked.push({ command, input });
      const answer = answers[command] as ((input: Input<C>) => Output<C> | Promise<Output<C>>) | undefined;
      if (answer === undefined) return { ok: false, failure: { kind: 'refused', message: `No answer to ${command}.` } };
      return { ok: true, value: await answer(input) };
    },
    onTold: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    offer: (files) =>
      Promise.resolve({ ok: true, value: { files: files.map(({ name }) => ({ file: `token ${name}`, name })) } }),
  };
  Object.defineProperty(window, 'workbench', { value: workbench, configurable: true });
  return {
    asked,
    tell: (told) => {
      for (const listener of listeners) listener(told);
    },
  };
}

class NothingToWatch {
  observe(): void {
    // jsdom lays nothing out, so there is never a size to tell.
  }
  unobserve(): void {
    // See observe.
  }
  disconnect(): void {
    // See observe.
  }
}

/** What jsdom lacks, and a clean window after each test. */
export function prepareWindow(): void {
  beforeAll(() => {
    Object.defineProperty(window, 'ResizeObserver', { value: NothingToWatch, configurable: true });
    Object.defineProperty(window, 'matchMedia', {
      value: () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }),
      configurable: true,
    });
    Element.prototype.scrollTo = () => undefined;
    // Lists find their options by an escaped selector; the keys here need no escaping but quotes.
    const escape = (text: string): string => text.replace(/[^\w-]/g, (sign) => `\\${sign}`);
    Object.defineProperty(globalThis, 'CSS', { value: { escape }, configurable: true });
  });
  afterEach(() => {
    cleanup();
    queue.clear();
  });
}
