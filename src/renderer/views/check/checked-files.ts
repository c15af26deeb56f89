import type { FileFindings } from '../../../preload/contract-check.ts';
import type { Failure } from '../../../preload/contract.ts';
import { ask } from '../../ask.ts';

/** One file that is, or was, checked. */
export interface CheckedFile {
  readonly file: string;
  readonly name: string;
  readonly answer: FileFindings | null;
  readonly failure: Failure | null;
}

function makeCheckedFiles() {
  let files: readonly CheckedFile[] = [];
  const watchers = new Set<() => void>();

  const set = (next: readonly CheckedFile[]): void => {
    files = next;
    for (const watcher of watchers) watcher();
  };
  const change = (file: string, more: Partial<CheckedFile>): void => {
    set(files.map((one) => (one.file === file ? { ...one, ...more } : one)));
  };

  async function check(file: string, password: string | null): Promise<void> {
    change(file, { answer: null, failure: null });
    const reply = await ask('check.file', password === null ? { file } : { file, password });
    change(file, reply.ok ? { answer: reply.value } : { failure: reply.failure });
  }

  return {
    snapshot: (): readonly CheckedFile[] => files,
    subscribe: (watcher: () => void): (() => void) => {
      watchers.add(watcher);
      return () => {
        watchers.delete(watcher);
      };
    },
    /** Checks files one after the other, the newest listed first. */
    add: async (come: readonly { readonly file: string; readonly name: string }[]): Promise<void> => {
      set([...come.map(({ file, name }) => ({ file, name, answer: null, failure: null })), ...files]);
      for (const { file } of come) await check(file, null);
    },
    open: (file: string, password: string): Promise<void> => check(file, password),
    clear: (): void => {
      set([]);
    },
  };
}

/** The files checked since the window was opened. It outlives the screen, so that an officer may look elsewhere. */
export const checkedFiles = makeCheckedFiles();
