import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chooseNext, sampleFile, saveNext } from './officer.ts';
import { newFolder, openWorkbench, removeFolder, type Opened } from './open-workbench.ts';

/** More than this between two things on a screen would be too far to go by Tab. */
const MOST_TABS = 60;

describe('the whole month without a mouse, from the extracts to the Word pack', () => {
  const folder = newFolder();
  const paper = join(folder, 'board-2015-06.docx');
  const steps: string[] = [];
  let presses = 0;
  let opened: Opened;
  beforeAll(async () => {
    opened = await openWorkbench(folder);
    opened.page.setDefaultTimeout(30_000);
  });
  afterAll(async () => {
    await opened.close();
    removeFolder(folder);
  });

  const press = async (key: string): Promise<void> => {
    presses += 1;
    await opened.page.keyboard.press(key);
  };
  const type = async (text: string): Promise<void> => {
    presses += text.length;
    await opened.page.keyboard.type(text);
  };
  /** What has the focus: what it is called, or what stands in it. */
  const focused = (): Promise<string> =>
    opened.page.evaluate(() => {
      const at = document.activeElement;
      const label = at instanceof HTMLElement && 'labels' in at ? (at as HTMLInputElement).labels?.[0] : undefined;
      return at?.getAttribute('aria-label') ?? label?.textContent ?? at?.textContent ?? '';
    });
  const tabTo = async (name: RegExp): Promise<void> => {
    for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
      if (name.test(await focused())) return;
      await press('Tab');
    }
    throw new Error(`${String(name)} was not reached by Tab; the focus is on «${await focused()}»`);
  };
  const find = async (words: string): Promise<void> => {
    await press('Control+k');
    const field = opened.page.getByRole('searchbox', { name: 'Find or do' });
    await expect.poll(() => field.evaluate((box) => box === document.activeElement)).toBe(true);
    await type(words);
    await opened.page.getByRole('menuitem').first().waitFor();
    await press('ArrowDown');
    await press('Enter');
    await field.waitFor({ state: 'detached' });
  };
  const step = async (words: string, does: () => Promise<void>): Promise<void> => {
    const before = presses;
    await does();
    steps.push(`${String(steps.length + 1)}. ${words} (${String(presses - before)} keys)`);
  };

  it('brings in, keeps, reads, explains, writes and hands over by keys alone', async () => {
    const { app, page } = opened;
    const began = performance.now();
    await page.getByRole('heading', { name: 'Welcome' }).waitFor();
    await step('find «bring in» and go there', () => find('bring in'));
    await step('choose the month’s files in the dialog', async () => {
      await page.getByRole('heading', { level: 1, name: 'Extracts' }).waitFor();
      await chooseNext(app, globSync(sampleFile('*/*.{xlsx,xls,csv}')).sort());
      await tabTo(/^Choose files…$/);
      await press('Enter');
    });
    await step('keep all that are ready', async () => {
      await page.getByRole('button', { name: 'Keep all 13 ready files' }).waitFor();
      await tabTo(/^Keep all 13 ready files$/);
      await press('Enter');
      await expect.poll(() => page.locator('.queue-done').count(), { timeout: 60_000 }).toBe(13);
    });
    await step('open «This month»', async () => {
      await press('Alt+1');
      await page.getByRole('heading', { name: /The month’s routine/ }).waitFor();
    });
    await step('open the first measure that needs words, at its words', async () => {
      await page
        .getByText(/525 referrals in quarter one/)
        .first()
        .waitFor();
      await tabTo(/^Domestic abuse referrals$/);
      await press('Enter');
      await page.getByRole('heading', { level: 1, name: /referrals/ }).waitFor();
    });
    await step('write a commentary and save it', async () => {
      await page.getByRole('button', { name: 'Edit the words' }).waitFor();
      await tabTo(/^Edit the words$/);
      await press('Enter');
      await tabTo(/^Commentary/);
      await type('The service was asked.');
      await tabTo(/^Save the words$/);
      await press('Enter');
      await page.getByText('The words are saved.').first().waitFor();
    });
    await step('go to the gap and see where a figure comes from', async () => {
      await press('Alt+4');
      await page.getByRole('button', { name: '18.0', exact: true }).first().waitFor();
      await tabTo(/^\d+\.\d$/);
      await press('Enter');
      await page.getByRole('complementary', { name: 'Where this figure comes from' }).waitFor();
      await expect.poll(() => page.getByRole('complementary').innerText()).toMatch(/Recorded crime/);
      await press('Escape');
      expect(await focused()).toMatch(/^\d+\.\d$/);
    });
    await step('write the Board’s paper for Word', async () => {
      await saveNext(app, paper);
      await find('paper for word');
      await page.getByText('Saved: board-2015-06.docx').waitFor();
    });
    await step('see the pack ticked in the routine', async () => {
      await press('Alt+1');
      await page.getByText('The pack for June 2015 is written; nothing has come since.').waitFor();
    });
    const seconds = Math.round((performance.now() - began) / 1000);
    process.stdout.write(
      `\n${steps.join('\n')}\n${String(steps.length)} steps, ${String(presses)} keys, ${String(seconds)} s\n`,
    );
    expect(existsSync(paper)).toBe(true);
    expect(steps).toHaveLength(9);
    expect(presses).toBeLessThan(250);
  });

  it('skips to the room, opens the help by F1, and broke no rule of the window', async () => {
    const { page } = opened;
    await page.reload();
    await page.getByRole('heading', { name: /The month’s routine/ }).waitFor();
    await press('Tab');
    expect(await focused()).toBe('Skip to the room');
    await press('Enter');
    await press('Tab');
    expect(await focused()).toBe('Bring in extracts');
    await press('F1');
    await page.getByRole('heading', { level: 1, name: 'Do the month' }).waitFor();
    await press('Tab');
    expect(await focused()).toBe('Search the help');
    await type('backup');
    await page.getByRole('heading', { level: 1, name: 'Restore a backup' }).waitFor();
    expect(await opened.troubles()).toEqual([]);
  });
});
