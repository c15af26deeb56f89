import { useCallback, useEffect, useSyncExternalStore } from 'react';
import type { Failure, Input, Output, Reply, Told, WindowCommand, Workbench } from '../preload/contract.ts';
import { FRAME } from './words/frame.ts';

declare global {
  interface Window {
    readonly workbench: Workbench;
  }
}

/** What is known of a question. While it is asked again the earlier value stays, so nothing on screen jumps. */
export type Answer<T> =
  | { readonly state: 'asking' }
  | { readonly state: 'known'; readonly value: T }
  | { readonly state: 'failed'; readonly failure: Failure };

interface Held {
  answer: Answer<unknown>;
  readonly watchers: Set<() => void>;
  readonly askAgain: () => void;
}

const ASKING = { state: 'asking' } as const;
const held = new Map<string, Held>();

/** Sends one command; a broken doorway answers as a failure, never as an exception. */
export async function ask<C extends WindowCommand>(command: C, input: Input<C>): Promise<Reply<Output<C>>> {
  try {
    return await window.workbench.invoke(command, input);
  } catch (reason) {
    const message = reason instanceof Error ? reason.message : String(reason);
    return { ok: false, failure: { kind: 'failed', message: FRAME.theWorkbenchDidNot(message) } };
  }
}

/** Turns dropped files into tokens the engine knows. */
export async function offerFiles(files: readonly File[]): ReturnType<Workbench['offer']> {
  try {
    return await window.workbench.offer(files);
  } catch (reason) {
    const message = reason instanceof Error ? reason.message : String(reason);
    return { ok: false, failure: { kind: 'failed', message: FRAME.theFilesDidNot(message) } };
  }
}

function hold<C extends WindowCommand>(key: string, command: C, input: Input<C>): Held {
  const found = held.get(key);
  if (found !== undefined) return found;
  let turn = 0;
  const entry: Held = {
    answer: ASKING,
    watchers: new Set(),
    askAgain: () => {
      turn += 1;
      const mine = turn;
      void ask(command, input).then((reply) => {
        if (mine !== turn) return;
        entry.answer = reply.ok ? { state: 'known', value: reply.value } : { state: 'failed', failure: reply.failure };
        for (const watcher of entry.watchers) watcher();
      });
    },
  };
  held.set(key, entry);
  entry.askAgain();
  return entry;
}

/** The answer to a question, asked once and again whenever something changes. `null` asks nothing. */
export function useAnswer<C extends WindowCommand>(command: C, input: Input<C> | null): Answer<Output<C>> {
  const key = input === null ? null : `${command} ${JSON.stringify(input)}`;
  const subscribe = useCallback(
    (watcher: () => void) => {
      if (key === null || input === null) return () => undefined;
      const entry = hold(key, command, input);
      entry.watchers.add(watcher);
      return () => {
        entry.watchers.delete(watcher);
      };
    },
    // The key says all that the input says.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [key, command],
  );
  const answer = useSyncExternalStore(subscribe, () => (key === null ? ASKING : (held.get(key)?.answer ?? ASKING)));
  // The key carries the command, so the value held under it is that command's output.
  return answer as Answer<Output<C>>;
}

/** The known value of an answer, or null. */
export const valueOf = <T>(answer: Answer<T>): T | null => (answer.state === 'known' ? answer.value : null);

function askEverythingAgain(): void {
  for (const [key, entry] of held) {
    if (entry.watchers.size === 0) held.delete(key);
    else entry.askAgain();
  }
}

/** Hears what the shell tells unasked, as long as the component is shown; the listener must be stable. */
export function useHeard(listener: (told: Told) => void): void {
  useEffect(() => window.workbench.onTold(listener), [listener]);
}

/** For the frame alone: hears what the shell tells unasked, as long as the component is shown; questions are asked again on a change. */
export function useTold(listener: (told: Told) => void): void {
  useEffect(() => {
    const silence = window.workbench.onTold((told) => {
      if (told.about === 'changed' || told.about === 'engine-restarted') askEverythingAgain();
      listener(told);
    });
    return () => {
      silence();
      held.clear();
    };
    // One listener for the life of the window; it must be stable.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
}
