import { spawn } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Random } from './random.ts';

const CLI = resolve(import.meta.dirname, '../../../dist/main/cli.js');

/** How an action is cut off: its process killed, or the power: the files as they were at that moment, perhaps torn. */
export type Fault = 'kill' | 'power' | 'torn';

/** One thing the officer does, and the folder it is done in. */
export interface Deed {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

const looks = (folder: string): string =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => {
      try {
        const { size, mtimeMs, ino } = statSync(join(folder, name));
        return `${name} ${String(size)} ${String(mtimeMs)} ${String(ino)}`;
      } catch {
        return name;
      }
    })
    .join('\n');

interface Run {
  /** Milliseconds from the first sign of work in the folder to the end. */
  readonly worked: number;
  readonly cutOff: boolean;
}

/** Milliseconds after the first sign of work; or as soon as something has been written ahead; null lets it end. */
export type Moment = number | 'written-ahead' | null;

const hasLog = (folder: string): boolean => {
  try {
    return statSync(join(folder, 'store.sqlite-wal')).size > 100;
  } catch {
    return false;
  }
};

/**
 * Runs a deed in a process of its own and cuts it off at a moment. With `copyTo` the process is stopped dead and its
 * files copied: what a power cut would leave.
 */
export async function runDeed(folder: string, deed: Deed, after: Moment, copyTo: string | null): Promise<Run> {
  const before = looks(folder);
  const child = spawn(process.execPath, [CLI, ...deed.args], {
    stdio: 'ignore',
    cwd: folder,
    env: { PATH: process.env['PATH'] ?? '', ...deed.env },
  });
  let over = false;
  const ended = new Promise<void>((done) => {
    child.on('exit', () => {
      over = true;
      done();
    });
  });
  const isOver = (): boolean => over;
  while (!isOver() && looks(folder) === before) await wait(3);
  const began = performance.now();
  if (after === 'written-ahead') while (!isOver() && !hasLog(folder)) await wait(1);
  else if (after !== null && !isOver()) await Promise.race([wait(after), ended]);
  const cutOff = after !== null && !isOver();
  if (cutOff && copyTo !== null) {
    child.kill('SIGSTOP');
    await wait(5);
    cpSync(folder, copyTo, { recursive: true });
  }
  if (cutOff) child.kill('SIGKILL');
  await ended;
  if (!cutOff && copyTo !== null) cpSync(folder, copyTo, { recursive: true });
  return { worked: performance.now() - began, cutOff };
}

/** The store's files before a deed, to tell how far it came. */
export interface Before {
  readonly store: Buffer;
  readonly anchor: Buffer;
}

export const filesBefore = (store: string): Before => ({
  store: readFileSync(store),
  anchor: existsSync(`${store}.audit`) ? readFileSync(`${store}.audit`) : Buffer.alloc(0),
});

/**
 * Loses the end of what was being written ahead, as a disk does that had not finished. What follows only once the disk
 * has said that it is done must not have begun: nothing folded into the store, and its anchor not moved on. Answers
 * whether there was anything to lose.
 */
export function tearLog(store: string, before: Before, random: Random): boolean {
  const log = `${store}-wal`;
  if (!existsSync(log) || statSync(log).size < 100) return false;
  const now = filesBefore(store);
  if (!now.store.equals(before.store) || !now.anchor.equals(before.anchor)) return false;
  const { size } = statSync(log);
  if (random.next() < 0.5) truncateSync(log, random.below(size));
  else {
    const bytes = readFileSync(log);
    bytes.fill(random.pick([0, 0xff]), Math.max(0, size - 1 - random.below(20_000)));
    writeFileSync(log, bytes);
  }
  return true;
}
