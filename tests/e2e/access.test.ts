import { AxeBuilder } from '@axe-core/playwright';
import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chooseNext, goTo, sampleFile } from './officer.ts';
import { newFolder, openWorkbench, removeFolder } from './open-workbench.ts';
import type { Opened } from './open-workbench.ts';

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
  'Help',
];

const sampleMonth = (): string[] =>
  ['police', 'partner', 'voluntary', 'iquanta'].flatMap((source) =>
    readdirSync(sampleFile(source)).map((name) => sampleFile(`${source}/${name}`)),
  );

describe('every room, for those who do not see the screen or use a mouse', () => {
  const folder = newFolder();
  let opened: Opened;
  beforeAll(async () => {
    opened = await openWorkbench(folder);
  });
  afterAll(async () => {
    await opened.close();
    removeFolder(folder);
  });

  /** What axe finds wrong on the screen as it is, in one line each. */
  const findings = async (): Promise<string[]> => {
    const { violations } = await new AxeBuilder({ page: opened.page })
      .setLegacyMode(true)
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    return violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${String(node.target)}`));
  };
  const settle = async (room: string): Promise<void> => {
    await goTo(opened.page, room);
    await opened.page.locator('main h1').first().waitFor();
    await opened.page.waitForTimeout(400);
  };

  it('axe does find a picture without words and grey on grey, where there are any', async () => {
    await opened.page.evaluate(() => {
      const wrong = document.createElement('p');
      wrong.id = 'wrong';
      wrong.textContent = 'Grey on grey';
      wrong.style.color = '#aaaaaa';
      wrong.style.background = '#ffffff';
      wrong.append(document.createElement('img'));
      document.querySelector('main')?.append(wrong);
    });
    const found = await findings();
    await opened.page.evaluate(() => document.querySelector('#wrong')?.remove());
    expect(found.sort()).toEqual(['color-contrast: #wrong', 'image-alt: img']);
  });

  it.each(ROOMS)('axe finds nothing in «%s» while the store is empty', async (room) => {
    await settle(room);
    expect(await findings()).toEqual([]);
  });

  it('axe finds nothing among the files on their way in, nor after they are kept', async () => {
    const { app, page } = opened;
    await settle('Extracts');
    await chooseNext(app, sampleMonth());
    await page.getByRole('button', { name: 'Choose files…' }).click();
    const keepAll = page.getByRole('button', { name: /^Keep all 13 ready files$/ });
    await keepAll.waitFor({ timeout: 60_000 });
    expect(await findings()).toEqual([]);
    await keepAll.click();
    await expect.poll(() => page.locator('.queue-done').count(), { timeout: 60_000 }).toBe(13);
    expect(await findings()).toEqual([]);
  });

  it.each(ROOMS)('axe finds nothing in «%s» with a month’s figures', async (room) => {
    await settle(room);
    expect(await findings()).toEqual([]);
  });

  it('every room opens by its number alone', async () => {
    for (const [at, room] of ROOMS.slice(0, 9).entries()) {
      await opened.page.keyboard.press(`Alt+${String(at + 1)}`);
      await expect.poll(() => opened.page.locator('[aria-current="page"]').textContent()).toContain(room);
    }
    expect(await opened.troubles()).toEqual([]);
  });
});
