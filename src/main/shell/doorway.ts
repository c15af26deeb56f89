import { ipcMain } from 'electron';
import type { BrowserWindow } from 'electron';
import type { Reply, Told } from '../../preload/contract.ts';
import { answerCall, offerPaths } from './calls.ts';
import type { ShellAnswers } from './calls.ts';
import type { Engine } from './engine.ts';
import { isFromOurWindow } from './guard.ts';
import { SHELL } from './words.ts';

const CHANNEL = 'workbench';

const notOurs: Reply<never> = {
  ok: false,
  failure: { kind: 'invalid', message: SHELL.onlyItsOwnWindow },
};
const faulty: Reply<never> = {
  ok: false,
  failure: { kind: 'failed', message: SHELL.wentWrong },
};

/** Opens the one channel between the window and everything behind it. */
export function openDoorway(window: () => BrowserWindow | null, engine: Engine, answers: ShellAnswers): void {
  ipcMain.handle(CHANNEL, async (event, kind: unknown, first: unknown, second: unknown): Promise<Reply<unknown>> => {
    if (!isFromOurWindow(event, window()?.webContents ?? null)) return notOurs;
    try {
      return kind === 'offer' ? await offerPaths(first, engine) : await answerCall(first, second, engine, answers);
    } catch (error) {
      console.error(error);
      return faulty;
    }
  });
}

/** Passes on what the engine tells unasked. */
export function tellWindow(window: BrowserWindow | null, told: Told): void {
  if (window !== null && !window.isDestroyed()) window.webContents.send(CHANNEL, told);
}
