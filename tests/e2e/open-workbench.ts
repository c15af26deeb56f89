import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron } from 'playwright';
import type { ElectronApplication, Page } from 'playwright';
import type { Workbench } from '../../src/preload/contract.ts';

declare global {
  interface Window {
    workbench: Workbench;
    violations: string[];
  }
}

/** A running workbench and all that went wrong in its window, which should be nothing. */
export interface Opened {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly folder: string;
  readonly storePath: string;
  /** Console errors, page errors, policy violations, and requests for anything but our own files. */
  readonly troubles: () => Promise<string[]>;
  /** Closes the window and waits for the app's end; the folder stays. */
  readonly close: () => Promise<void>;
}

/** The folder that holds the app's package.json. */
export const root = resolve(import.meta.dirname, '../..');

/** The Electron that runs here, official or stand-in. */
export const executable = (): string =>
  process.env['WORKBENCH_ELECTRON_PATH'] ??
  execFileSync(process.execPath, [join(root, 'resources/setup/fetch-electron.mjs')], { encoding: 'utf8' }).trim();

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'workbench-e2e-'));
export const removeFolder = (folder: string): void => {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
};

/** A virtual display has no graphics card: its stand-in sometimes falls over at the start, and the page then waits for ever. */
const NO_GPU = ['--disable-gpu', '--disable-software-rasterizer'];

const makePlainStore = (storePath: string): void => {
  if (existsSync(storePath)) return;
  const cli = join(root, 'dist/main/cli.js');
  execFileSync(process.execPath, [cli, 'imports', '--store', storePath], { stdio: 'ignore' });
};

/**
 * Starts the built app on a data folder and a store of its own, and listens from the first byte of the page. Unless told
 * to leave it as it is, the store is there already and plain, so that nothing is asked before the rooms.
 */
export async function openWorkbench(folder: string, store: 'plain' | 'as-it-is' = 'plain'): Promise<Opened> {
  const storePath = join(folder, 'workbench.sqlite');
  if (store === 'plain') makePlainStore(storePath);
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const app = await _electron.launch({
    executablePath: executable(),
    args: [root, ...asRoot, ...NO_GPU, `--user-data-dir=${join(folder, 'data')}`, '--store', storePath],
    env: { ...plainEnv(), WORKBENCH_NODE: process.execPath },
  });
  const page = await app.firstWindow();
  const heard: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') heard.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => heard.push(`page error: ${error.message}`));
  page.on('request', (request) => {
    if (!request.url().startsWith('app://workbench/')) heard.push(`request: ${request.url()}`);
  });
  await page.addInitScript(() => {
    window.violations = [];
    document.addEventListener('securitypolicyviolation', (event) => {
      window.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`);
    });
  });
  await page.reload();
  await page.waitForLoadState('load');
  const troubles = async (): Promise<string[]> => [
    ...heard,
    ...(await page.evaluate(() => window.violations.map((text) => `policy: ${text}`))),
  ];
  return {
    app,
    page,
    folder,
    storePath,
    troubles,
    close: async () => {
      await app.close();
    },
  };
}

function plainEnv(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      (pair): pair is [string, string] => pair[1] !== undefined && pair[0] !== 'NODE_OPTIONS',
    ),
  );
}
