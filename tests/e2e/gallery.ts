import { execFileSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { newFolder, openWorkbench, removeFolder, type Opened } from './open-workbench.ts';

/*
 * A picture of every room of the real app, empty and full, light and dark, at two sizes: `npm run gallery` writes
 * out/gallery. With --readme the pictures of the README are renewed too.
 */
const root = resolve(import.meta.dirname, '../..');
const out = join(root, 'out/gallery');
const ROOMS = [
  'This month',
  'Extracts',
  'Measures',
  'The gap',
  'Comparison',
  'Packs',
  'Check a sheet',
  'Assessment',
  'Settings',
];
const SIZES = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
];
const README_PICTURES = {
  'This month': 'this-month',
  Measures: 'measures',
  'The gap': 'gap',
  Comparison: 'comparison',
};

const slug = (name: string): string => name.toLowerCase().replaceAll(' ', '-');

async function sizeTo({ app, page }: Opened, size: { width: number; height: number }): Promise<void> {
  await app.evaluate(({ BrowserWindow }, { width, height }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
  }, size);
  await page
    .waitForFunction((width) => Math.abs(window.innerWidth - width) < 4, size.width, { timeout: 3000 })
    .catch(() => undefined);
}

async function everyRoom(opened: Opened, state: string): Promise<void> {
  const { page } = opened;
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const size of SIZES) {
      await sizeTo(opened, size);
      for (const room of ROOMS) {
        await page.getByRole('navigation').first().getByText(room, { exact: true }).click();
        await page.waitForTimeout(700);
        const name = `${slug(room)}-${state}-${colorScheme}-${String(size.width)}.png`;
        await page.screenshot({ path: join(out, name) });
      }
    }
  }
}

async function main(): Promise<void> {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  for (const state of ['empty', 'full']) {
    const folder = newFolder();
    if (state === 'full') {
      const files = globSync(join(root, 'resources/sample/*/*.{xlsx,xls,csv}')).sort();
      const workbench = join(root, 'dist/main/cli.js');
      execFileSync(process.execPath, [workbench, 'import', ...files, '--store', join(folder, 'workbench.sqlite')]);
    }
    const opened = await openWorkbench(folder);
    await everyRoom(opened, state);
    const troubles = await opened.troubles();
    await opened.close();
    removeFolder(folder);
    if (troubles.length > 0) throw new Error(troubles.join('\n'));
  }
  if (process.argv.includes('--readme')) {
    for (const [room, picture] of Object.entries(README_PICTURES)) {
      cpSync(join(out, `${slug(room)}-full-light-1280.png`), join(root, 'resources/pictures', `${picture}.png`));
    }
  }
  process.stdout.write(`${out}\n`);
}

await main();
