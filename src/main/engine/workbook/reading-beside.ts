import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { WorkbookRefusal, type OnRow, type ReadOptions, type SheetFacts } from './open-workbook.ts';
import { RowUnpacker, SharedRows } from './packed-rows.ts';
import type { ThreadAsked, ThreadSays } from './reading-thread.ts';
import { cancelled, tooLarge } from './refusals.ts';

/** Memory for what is new in the thread: all of it is let go at once. */
const NEW_MB = 12;

/** From the source, and from the built files in dist/main and its folder of parts. */
const SCRIPTS = ['./reading-thread.ts', './reading-thread.js', '../reading-thread.js'];

const CUT_SHORT =
  'Reading this file was cut short, most likely for want of memory. ' +
  'Close other programs and try again, or ask for it in smaller pieces.';

/** One thread that reads one file, and what it is listened to for. */
export class ReadingThread {
  private readonly shared = new SharedRows();
  private readonly unpacker = new RowUnpacker(this.shared);
  private readonly worker: Worker;
  /** It was ended, or ended by itself. */
  isOver = false;

  private constructor(path: string, script: URL) {
    const workerData: ThreadAsked = { path, memory: this.shared.memory };
    this.worker = new Worker(script, { workerData, resourceLimits: { maxYoungGenerationSizeMb: NEW_MB } });
    // One that fails while nobody listens is over, no more.
    this.worker.on('error', () => undefined).on('exit', () => (this.isOver = true));
  }

  /** Null where no thread can be started. */
  static async start(path: string, signal: AbortSignal | undefined): Promise<ReadingThread | null> {
    const script = SCRIPTS.map((name) => new URL(name, import.meta.url)).find((url) => existsSync(url));
    if (script === undefined) return null;
    try {
      const thread = new ReadingThread(path, script);
      await thread.hear(signal, ({ says }) => (says === 'here' ? true : null));
      return thread;
    } catch (reason) {
      if (signal?.aborted === true) throw reason;
      return null;
    }
  }

  readSheet(index: number, onRow: OnRow, { signal, onProgress }: ReadOptions): Promise<SheetFacts> {
    let isWanted = true;
    this.shared.reset();
    this.worker.postMessage(index);
    return this.hear(signal, (told) => {
      if (told.says === 'read') return told.facts;
      if (told.says === 'rows' && isWanted) {
        isWanted = this.unpacker.take(told.batch, onRow);
        if (isWanted) this.shared.taken();
        else this.shared.stop();
        onProgress?.(told.done, told.of);
      }
      return null;
    });
  }

  async end(): Promise<void> {
    this.isOver = true;
    await this.worker.terminate();
  }

  /**
   * Listens until `answer` has one; rejects when the thread refuses, fails or ends, or the reading is cancelled. What it
   * says is taken one by one, with room for other questions between.
   */
  private hear<T>(signal: AbortSignal | undefined, answer: (told: ThreadSays) => T | null): Promise<T> {
    const { worker } = this;
    return new Promise<T>((resolve, reject) => {
      const waiting: ThreadSays[] = [];
      let isSettled = false;
      const settle = (): void => {
        isSettled = true;
        worker.off('message', onMessage).off('error', onError).off('exit', onExit);
        signal?.removeEventListener('abort', onAbort);
      };
      const fail = (reason: unknown): void => {
        if (isSettled) return;
        settle();
        void this.end().finally(() => {
          reject(reason instanceof Error ? reason : new Error(String(reason)));
        });
      };
      const takeNext = (): void => {
        const told = waiting.shift();
        if (told === undefined || isSettled) return;
        try {
          const found = answer(told);
          if (told.says === 'failed') fail(told.error);
          else if (told.says === 'refused') fail(new WorkbookRefusal(told.kind, told.message));
          else if (found !== null) {
            settle();
            resolve(found);
          } else if (waiting.length > 0) setImmediate(takeNext);
        } catch (reason) {
          fail(reason);
        }
      };
      const onMessage = (told: ThreadSays): void => {
        if (waiting.push(told) === 1) setImmediate(takeNext);
      };
      const onError = (error: unknown): void => {
        fail(isOutOfMemory(error) ? tooLarge(CUT_SHORT) : error);
      };
      const onExit = (): void => {
        fail(tooLarge(CUT_SHORT));
      };
      const onAbort = (): void => {
        fail(cancelled());
      };
      worker.on('message', onMessage).on('error', onError).on('exit', onExit);
      signal?.addEventListener('abort', onAbort);
      if (signal?.aborted === true) onAbort();
    });
  }
}

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
