import { resolve } from 'node:path';
import type { ElectronApplication, Page } from 'playwright';

const sample = resolve(import.meta.dirname, '../../resources/sample');

/** A file of the bundled sample month. */
export const sampleFile = (name: string): string => resolve(sample, name);

/** Answers the next dialog for opening files. */
export const chooseNext = (app: ElectronApplication, filePaths: readonly string[]): Promise<void> =>
  app.evaluate(({ dialog }, paths) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: paths });
  }, filePaths as string[]);

/** Answers the next dialog for saving, and keeps the name that was proposed. */
export const saveNext = (app: ElectronApplication, filePath: string): Promise<void> =>
  app.evaluate(({ dialog }, path) => {
    const answer = (...words: unknown[]): Promise<{ canceled: boolean; filePath: string }> => {
      (globalThis as { proposed?: unknown }).proposed = (words.at(-1) as { defaultPath?: string }).defaultPath;
      return Promise.resolve({ canceled: path === '', filePath: path });
    };
    dialog.showSaveDialog = answer;
  }, filePath);

export const proposedName = (app: ElectronApplication): Promise<unknown> =>
  app.evaluate(() => (globalThis as { proposed?: unknown }).proposed);

/** Opens one of the rooms on the left. */
export const goTo = (page: Page, room: string): Promise<void> =>
  page.getByRole('navigation', { name: 'Rooms' }).getByRole('button', { name: room }).click();
