import type { Failure, ImportSummary, Preview, Told } from '../../../preload/contract.ts';
import { ask } from '../../ask.ts';
import { secondsLeft } from './seconds-left.ts';
import type { Draft } from './sheet-draft.ts';

export type Step = 'waiting' | 'reading' | 'read' | 'to-keep' | 'keeping' | 'kept' | 'stopped' | 'trouble';
type Progress = Extract<Told, { about: 'progress' }>;

/** One file on its way in. */
export interface QueuedFile {
  readonly file: string;
  readonly name: string;
  readonly step: Step;
  readonly password: string | null;
  readonly preview: Preview | null;
  readonly kept: ImportSummary | null;
  readonly failure: Failure | null;
  readonly progress: Progress | null;
  /** When its reading or keeping began, in milliseconds; null while nothing is under way. */
  readonly begunAt: number | null;
  /** How much longer it takes at the pace so far; null until that can be told. */
  readonly secondsLeft: number | null;
  /** Names the officer kept as other names of areas while looking at this file, for taking back. */
  readonly namesKept: readonly KeptName[];
  /** What the officer decided of its sheets, by position; null: as the workbench sees it. */
  readonly choices: readonly { readonly position: number; readonly choice: Draft | null }[];
  /** Sheets whose decision is for this file only. */
  readonly notForNextTime: readonly number[];
  /** What the officer has changed and the file has not been read with yet. */
  readonly drafts: readonly { readonly position: number; readonly choice: Draft }[];
}

/** «Keyhm», kept as another name of «Keyham». */
export interface KeptName {
  readonly alias: string;
  readonly name: string;
}

/** True where the file is read, understood and waits for the officer's word. */
export const isReady = (one: QueuedFile): boolean =>
  one.step === 'read' && one.preview?.outcome === 'ready' && one.drafts.length === 0;

function makeQueue() {
  let files: readonly QueuedFile[] = [];
  let busy = false;
  // Counts the runs that were stopped: an answer that comes late finds its run over.
  let stops = 0;
  const watchers = new Set<() => void>();

  const set = (next: readonly QueuedFile[]): void => {
    files = next;
    for (const watcher of watchers) watcher();
  };
  const change = (file: string, more: Partial<QueuedFile>): void => {
    set(files.map((one) => (one.file === file ? { ...one, ...more } : one)));
  };
  const stepOf = (file: string): Step | null => files.find((one) => one.file === file)?.step ?? null;

  async function read(one: QueuedFile): Promise<void> {
    change(one.file, { step: 'reading', failure: null, progress: null, begunAt: performance.now(), secondsLeft: null });
    const reply = await ask('import.preview', {
      file: one.file,
      ...(one.password === null ? {} : { password: one.password }),
      ...(one.choices.length === 0 ? {} : { choices: [...one.choices] }),
    });
    if (stepOf(one.file) === 'stopped') return;
    if (reply.ok) change(one.file, { step: 'read', preview: reply.value, progress: null });
    else change(one.file, { step: 'trouble', failure: reply.failure, progress: null });
  }

  async function keep(one: QueuedFile): Promise<void> {
    if (one.preview === null) return;
    change(one.file, { step: 'keeping', progress: null, begunAt: performance.now(), secondsLeft: null });
    // What the officer decided goes before the figures, so that the import can say by which decision it was read.
    for (const { position, worthKeeping } of one.preview.readings) {
      if (!worthKeeping || one.notForNextTime.includes(position)) continue;
      const kept = await ask('mapping.keep', { preview: one.preview.preview, position });
      if (kept.ok) continue;
      change(one.file, { step: 'trouble', failure: kept.failure, progress: null });
      return;
    }
    const reply = await ask('import.commit', { preview: one.preview.preview });
    if (stepOf(one.file) === 'stopped' && !reply.ok) return;
    if (reply.ok) change(one.file, { step: 'kept', kept: reply.value, progress: null });
    else change(one.file, { step: 'trouble', failure: reply.failure, progress: null });
  }

  /** One file at a time, those that were chosen to be kept first. */
  async function run(): Promise<void> {
    if (busy) return;
    busy = true;
    const mine = stops;
    while (mine === stops) {
      const next = files.find((one) => one.step === 'to-keep') ?? files.find((one) => one.step === 'waiting');
      if (next === undefined) break;
      await (next.step === 'to-keep' ? keep(next) : read(next));
    }
    if (mine === stops) busy = false;
  }

  function endRun(): void {
    stops += 1;
    busy = false;
  }

  return {
    snapshot: (): readonly QueuedFile[] => files,
    subscribe: (watcher: () => void): (() => void) => {
      watchers.add(watcher);
      return () => {
        watchers.delete(watcher);
      };
    },
    add: (come: readonly { readonly file: string; readonly name: string }[]): void => {
      const fresh = come.filter(({ file }) => stepOf(file) === null);
      const empty = {
        step: 'waiting',
        password: null,
        preview: null,
        kept: null,
        failure: null,
        progress: null,
        begunAt: null,
        secondsLeft: null,
        namesKept: [],
        choices: [],
        notForNextTime: [],
        drafts: [],
      } as const;
      set([...files, ...fresh.map(({ file, name }) => ({ file, name, ...empty }))]);
      void run();
    },
    keep: (wanted: readonly string[]): void => {
      set(files.map((one) => (wanted.includes(one.file) && isReady(one) ? { ...one, step: 'to-keep' } : one)));
      void run();
    },
    readAgain: (file: string, password: string | null): void => {
      change(file, { step: 'waiting', password, preview: null, failure: null });
      void run();
    },
    /** A name was kept as another name of an area, or taken back: the file is read again with it. */
    nameKept: (file: string, kept: KeptName, back: boolean): void => {
      const now = files.find((one) => one.file === file);
      if (now === undefined) return;
      const others = now.namesKept.filter(({ alias }) => alias !== kept.alias);
      change(file, { step: 'waiting', failure: null, namesKept: back ? others : [...others, kept] });
      void run();
    },
    /** Reads a file once more with what the officer decided of one sheet; what was shown stays until then. */
    readWith: (file: string, position: number, choice: Draft | null): void => {
      const one = files.find((each) => each.file === file);
      if (one?.step !== 'read') return;
      const decided = [...one.drafts.filter((each) => each.position !== position), { position, choice }];
      const others = one.choices.filter((each) => !decided.some((now) => now.position === each.position));
      change(file, { step: 'waiting', failure: null, drafts: [], choices: [...others, ...decided] });
      void run();
    },
    keepForNextTime: (file: string, position: number, keeps: boolean): void => {
      const one = files.find((each) => each.file === file);
      if (one === undefined) return;
      const others = one.notForNextTime.filter((each) => each !== position);
      change(file, { notForNextTime: keeps ? others : [...others, position] });
    },
    /** Notes what the officer has changed of a sheet; null: nothing any more. */
    setDraft: (file: string, position: number, choice: Draft | null): void => {
      const one = files.find((each) => each.file === file);
      if (one === undefined) return;
      const others = one.drafts.filter((each) => each.position !== position);
      change(file, { drafts: choice === null ? others : [...others, { position, choice }] });
    },
    /** Stops what is being read or kept; nothing of it stays. Files that wait go no further. */
    stop: async (): Promise<void> => {
      set(
        files.map((one) =>
          ['waiting', 'reading', 'keeping', 'to-keep'].includes(one.step) ? { ...one, step: 'stopped' } : one,
        ),
      );
      endRun();
      await ask('import.cancel', {});
    },
    putAside: (file: string): void => {
      set(files.filter((one) => one.file !== file));
    },
    progress: (told: Progress): void => {
      const now = files.find((one) => one.step === 'reading' || one.step === 'keeping');
      if (now === undefined) return;
      const spent = now.begunAt === null ? 0 : performance.now() - now.begunAt;
      change(now.file, { progress: told, secondsLeft: secondsLeft(spent, told.done, told.of) });
    },
    clear: (): void => {
      endRun();
      set([]);
    },
  };
}

/** The files on their way in. It outlives the screen, so that an officer may look elsewhere while a file is read. */
export const queue = makeQueue();
