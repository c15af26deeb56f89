import { AxeBuilder } from '@axe-core/playwright';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chooseNext, goTo, sampleFile } from './officer.ts';
import { newFolder, openWorkbench, removeFolder, root } from './open-workbench.ts';
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

/** Rooms of many parts, each of which is looked at. */
const WITH_PARTS = ['Assessment', 'Settings'];

/** What a screen reader would announce by its kind alone. */
const NAMELESS =
  /^ *- (button|link|img|textbox|searchbox|combobox|checkbox|radio|switch|slider|tab|table|grid|region|navigation|complementary|dialog|menuitem|listbox|group)(?= \[|:?$)/gm;

/** `#F5F7F9` as a style sheet answers it: `rgb(245, 247, 249)`. */
const rgb = (colour: string): string =>
  `rgb(${(colour.match(/[\da-f]{2}/gi) ?? []).map((two) => String(parseInt(two, 16))).join(', ')})`;

const sampleMonth = (): string[] =>
  ['police', 'partner', 'voluntary', 'iquanta'].flatMap((source) =>
    readdirSync(sampleFile(source)).map((name) => sampleFile(`${source}/${name}`)),
  );

describe('every room, for those who do not see the screen or use a mouse', () => {
  const folder = newFolder();
  /** What is said of each chart that was met, and whether a table stands with it. */
  const charts = new Map<string, boolean>();
  let opened: Opened;
  beforeAll(async () => {
    opened = await openWorkbench(folder);
  });
  afterAll(async () => {
    await opened.close();
    removeFolder(folder);
  });

  /** What axe finds wrong on the screen as it is, or in one part of it, in one line each. */
  const findings = async (but: readonly string[] = [], within = 'html'): Promise<string[]> => {
    const { violations } = await new AxeBuilder({ page: opened.page })
      .include(within)
      .setLegacyMode(true)
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .disableRules([...but])
      .analyze();
    return violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${String(node.target)}`));
  };
  /** Waits until nothing more is on its way into the room, and what came has been drawn. */
  const drawn = async (): Promise<void> => {
    const { page } = opened;
    await page.locator('main h1').first().waitFor();
    await expect.poll(() => page.locator('main .waiting').count()).toBe(0);
    await page.evaluate(
      () =>
        new Promise((done) => {
          requestAnimationFrame(() => setTimeout(done, 50));
        }),
    );
  };
  const settle = async (room: string): Promise<void> => {
    await goTo(opened.page, room);
    await opened.page.locator('[aria-current="page"]', { hasText: room }).first().waitFor();
    await drawn();
  };
  /** Every part of a room by its side list or its tabs, one after the other; the room itself where it has none. */
  const eachPart = async (room: string, look: (part: string) => Promise<void>): Promise<void> => {
    const main = opened.page.getByRole('main');
    await settle(room);
    const list = main.getByRole('navigation').getByRole('button');
    const parts = WITH_PARTS.includes(room) ? list : main.getByRole('tablist').first().getByRole('tab');
    const count = await parts.count();
    if (count === 0) await look(room);
    for (let at = 0; at < count; at += 1) {
      await parts.nth(at).click();
      await drawn();
      await look(`${room}, ${(await parts.nth(at).textContent()) ?? ''}`);
    }
  };
  /** What the officer can press, choose or fill in, by name; what stands in a table's rows comes and goes with its height. */
  const tools = (): Promise<string[]> =>
    opened.page.evaluate(() =>
      [...document.querySelectorAll('button, a[href], input, select, textarea, [role="tab"], summary')]
        .filter((one) => one.closest('tbody, [hidden]') === null && one.checkVisibility())
        .map((one) => one.getAttribute('aria-label') ?? (one.textContent.trim() || one.id.replace(/react-aria.*/, '')))
        .sort(),
    );

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

  it('a screen reader hears how far the files are, which was refused and why something could not be done', async () => {
    const { app, page } = opened;
    const heard = (): Promise<string[]> => page.locator('[role="status"], [role="alert"], [aria-live]').allInnerTexts();
    await expect.poll(heard).toContain('13 of 13 files read, 0 ready to keep. 13 kept.');
    await chooseNext(app, [join(root, 'resources/icon/icon.svg')]);
    await page.getByRole('button', { name: 'Choose files…' }).click();
    await expect.poll(heard).toContain('14 of 14 files read, 0 ready to keep. 13 kept. Not taken as it is: icon.svg.');
    const asked = page.getByRole('button', { name: 'Put icon.svg aside' });
    await asked.click();
    await asked.waitFor({ state: 'detached' });
  });

  it('with reduced motion nothing moves, and what changes colour does so at once', async () => {
    const { page } = opened;
    await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' });
    await settle('Measures');
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .map((one) => getComputedStyle(one))
        .flatMap((style) => [style.transitionDuration, style.animationDuration].flatMap((text) => text.split(', ')))
        .filter((text) => parseFloat(text) > 0.001),
    );
    expect(moving).toEqual([]);
    await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'dark' });
    const inks = await page.evaluate(
      () =>
        new Promise<string[]>((done) => {
          requestAnimationFrame(() => {
            done(
              ['body', 'main h1', 'tbody th'].map(
                (at) => getComputedStyle(document.querySelector(at) ?? document.body).color,
              ),
            );
          });
        }),
    );
    expect(new Set(inks).size, inks.join()).toBe(1);
    await page.emulateMedia({ reducedMotion: 'no-preference', colorScheme: 'light' });
  });

  it.each(ROOMS.filter((room) => !WITH_PARTS.includes(room)))(
    'axe finds nothing in «%s» with a month’s figures',
    async (room) => {
      await settle(room);
      expect(await findings([], 'main')).toEqual([]);
    },
  );

  it.each(ROOMS)('a screen reader finds its way in «%s»: one heading, and a name for all there is', async (room) => {
    await eachPart(room, async (part) => {
      const tree = await opened.page.locator('body').ariaSnapshot();
      expect(
        tree
          .match(/^ *- (banner|main|navigation "Rooms")/gm)
          ?.map((one) => one.trim())
          .sort(),
      ).toEqual(['- banner', '- main', '- navigation "Rooms"']);
      expect(tree.match(/ heading .*\[level=1\]/g), part).toHaveLength(1);
      expect(tree.match(NAMELESS) ?? [], part).toEqual([]);
      if (room === 'Help') return;
      for (const [, chart = ''] of tree.matchAll(/[ ']img "(.*)"/g)) charts.set(chart, /[ ']table "/.test(tree));
    });
  });

  it('each of the charts met is said in a sentence with its figures, with its table on the same screen', () => {
    expect(charts.size).toBeGreaterThan(8);
    for (const [sentence, hasTable] of charts) {
      expect(sentence).toMatch(/\d/);
      expect(sentence.split(' ').length, sentence).toBeGreaterThan(8);
      expect(hasTable, sentence).toBe(true);
    }
  });

  it('a screen reader hears the month’s routine step by step, and which are done', async () => {
    await settle('This month');
    const routine = await opened.page.getByRole('region', { name: /The month’s routine/ }).ariaSnapshot();
    for (const step of ['What has come', 'What is overdue', 'What changed since last month', 'What needs words'])
      expect(routine).toMatch(
        new RegExp(`listitem:\\n\\s+- text: "?(Done|To do):"?\\s*\\n\\s+- heading "${step}" \\[level=3\\]`),
      );
    expect(await opened.page.getByRole('status').count()).toBeGreaterThan(0);
  });

  it.each(WITH_PARTS)('axe finds nothing in any part of «%s»', async (room) => {
    await eachPart(room, async (part) => {
      expect(await findings([], 'main'), part).toEqual([]);
    });
  });

  it('axe finds nothing in high contrast, in the dark, nor in the list of all there is to find or do', async () => {
    const { page } = opened;
    for (const media of [
      { forcedColors: 'active', contrast: 'more' } as const,
      { forcedColors: 'none', contrast: 'no-preference', colorScheme: 'dark' } as const,
    ]) {
      await page.emulateMedia(media);
      for (const room of ['This month', 'Measures', 'Help']) {
        await settle(room);
        expect(await findings(), room).toEqual([]);
      }
      await page.keyboard.press('Control+k');
      await page.getByRole('menuitem').first().waitFor();
      // The list itself takes no focus: the arrow keys move through it from the field, which axe cannot see.
      expect(await findings(['scrollable-region-focusable'])).toEqual([]);
      await page.keyboard.press('ArrowUp');
      const chosen = page.locator('[role="menuitem"][data-focused]');
      expect(await chosen.textContent()).toBe(await page.getByRole('menuitem').last().textContent());
      await expect.poll(() => chosen.evaluate((one) => one.closest('.palette-list')?.scrollTop)).toBeGreaterThan(0);
      await page.keyboard.press('Escape');
      await page.getByRole('searchbox', { name: 'Find or do' }).waitFor({ state: 'detached' });
    }
    await page.emulateMedia({ colorScheme: 'light' });
  });

  it.each(ROOMS)('«%s» loses nothing at 200%, and runs past no edge', async (room) => {
    const { page } = opened;
    await page.setViewportSize({ width: 1280, height: 800 });
    await settle(room);
    const before = await tools();
    await page.setViewportSize({ width: 640, height: 400 });
    await drawn();
    expect(await tools()).toEqual(before);
    await eachPart(room, async (part) => {
      const found = await page.evaluate(() => {
        const main = document.querySelector('main');
        return { height: main?.clientHeight ?? 0, over: (main?.scrollWidth ?? 0) - (main?.clientWidth ?? 0) };
      });
      expect(found.height, part).toBeGreaterThan(280);
      expect(found.over, part).toBeLessThanOrEqual(1);
    });
  });

  it('nothing jumps while the rooms are gone through: what is drawn keeps its place', async () => {
    const { page } = opened;
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.evaluate(() => {
      Object.assign(window, { shifted: [] });
      new PerformanceObserver((list) => {
        for (const one of list.getEntries() as (PerformanceEntry & { value: number })[])
          (window as unknown as { shifted: number[] }).shifted.push(one.value);
      }).observe({ type: 'layout-shift' });
    });
    for (const room of ROOMS) await settle(room);
    const shifted = await page.evaluate(() => (window as unknown as { shifted: number[] }).shifted);
    expect(shifted.reduce((sum, one) => sum + one, 0)).toBeLessThan(0.05);
  });

  it('the window has the ground of the page before anything is drawn, so that nothing flashes', async () => {
    const { app, page } = opened;
    const paper = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const ground = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBackgroundColor());
    await page.emulateMedia({ colorScheme: 'light' });
    expect(rgb(ground ?? '')).toBe(await paper());
  });

  it('every room opens by its number alone', async () => {
    for (const [at, room] of ROOMS.slice(0, 9).entries()) {
      await opened.page.keyboard.press(`Alt+${String(at + 1)}`);
      await expect.poll(() => opened.page.locator('.rail [aria-current="page"]').textContent()).toContain(room);
    }
    expect(await opened.troubles()).toEqual([]);
  });
});
