import { useCallback, useEffect } from 'react';
import type { Told } from '../../preload/contract.ts';
import { ask, useHeard } from '../ask.ts';
import { PARTS } from '../words/parts.ts';
import { useSay } from './notice.tsx';

type Way = 'undo' | 'redo';

/** Undoes or redoes the last edit, and says what it was or why not. */
export function usePutBack(): (way: Way) => Promise<void> {
  const say = useSay();
  return useCallback(
    async (way) => {
      const reply = await ask(way === 'undo' ? 'edit.undo' : 'edit.redo', {});
      if (!reply.ok)
        say(reply.failure.message, reply.failure.message.startsWith('There is nothing') ? 'said' : 'trouble');
      else
        say(
          `${way === 'undo' ? PARTS.undone : PARTS.doneAgain}: ${reply.value.says.charAt(0).toLowerCase()}${reply.value.says.slice(1)}.`,
        );
    },
    [say],
  );
}

/** Where the key belongs to what is being typed. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.closest('input, textarea, select') !== null);

/** Ctrl+Z and Ctrl+Y (or Shift+Ctrl+Z) outside text fields, and the same from the menu. */
export function useUndoKeys(): void {
  const putBack = usePutBack();
  useHeard(
    useCallback(
      (told: Told) => {
        if (told.about === 'menu') void putBack(told.item);
      },
      [putBack],
    ),
  );
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || isTyping(event.target)) return;
      const key = event.key.toLowerCase();
      const way = key === 'y' || (key === 'z' && event.shiftKey) ? 'redo' : key === 'z' ? 'undo' : null;
      if (way === null) return;
      event.preventDefault();
      void putBack(way);
    };
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
    };
  }, [putBack]);
}
