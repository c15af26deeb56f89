import { AxeBuilder } from '@axe-core/playwright';
import { execFileSync } from 'node:child_process';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chooseNext, goTo, sampleFile, saveNext } from './officer.ts';
import { newFolder, openWorkbench, removeFolder, root, type Opened } from './open-workbench.ts';

/** Squares named as some of the city's neighbourhoods: outlines of our own, so that nobody's boundary file is needed. */
const OUTLINES = JSON.stringify({
  type: 'FeatureCollection',
  features: ['City Centre', 'Stonehouse', 'Devonport', 'Widewell', 'No such place'].map((name, at) => {
    const [west, south] = [-4.2 + (at % 3) * 0.02, 50.36 + Math.floor(at / 3) * 0.02];
    const ring = [
      [west, south],
      [west + 0.018, south],
      [west + 0.018, south + 0.018],
      [west, south + 0.018],
      [west, south],
    ];
    return { type: 'Feature', properties: { name }, geometry: { type: 'Polygon', coordinates: [ring] } };
  }),
});

const folder = newFolder();
let opened: Opened;

const main = () => opened.page.getByRole('main');
const tab = (name: string) => opened.page.getByRole('tab', { name }).click();
const choose = async (label: string, option: string | RegExp): Promise<void> => {
  await main()
    .getByRole('button', { name: new RegExp(`${label}$`) })
    .click();
  await opened.page.getByRole('option', { name: option }).first().click();
};

/** What axe finds wrong on the screen as it is, in one line each. */
const findings = async (): Promise<string[]> => {
  await opened.page.waitForTimeout(300);
  const { violations } = await new AxeBuilder({ page: opened.page })
    .setLegacyMode(true)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${String(node.target)}`));
};

describe('a comparison an analyst would sign, in the real app', () => {
  beforeAll(async () => {
    const files = globSync(sampleFile('*/*.{xlsx,xls,csv}')).sort();
    const cli = join(root, 'dist/main/cli.js');
    execFileSync(process.execPath, [cli, 'import', ...files, '--store', join(folder, 'workbench.sqlite')], {
      stdio: 'pipe',
    });
    opened = await openWorkbench(folder);
    opened.page.setDefaultTimeout(20_000);
  });
  afterAll(async () => {
    await opened.close();
    removeFolder(folder);
  });

  it('shows the bars with their limits, and warns when two quarters are not like for like', async () => {
    await goTo(opened.page, 'Comparison');
    await opened.page.getByRole('img', { name: /Plymouth is 7th of 15/ }).waitFor();
    expect(await findings()).toEqual([]);
    await choose('Beside', 'January to March 2015');
    await opened.page.getByText('Not like for like.').waitFor();
    expect(await opened.page.getByRole('img', { name: /All crime per 1,000 residents/ }).count()).toBe(2);
    expect(await findings()).toEqual([]);
    await choose('Beside', 'Nothing');
  });

  it('leads from the average to every area’s count, residents and cells', async () => {
    const { page } = opened;
    await page
      .getByRole('row', { name: /^Mean of the rates/ })
      .getByRole('button')
      .click();
    await page.getByText('Sum of the areas’ rates ÷ their number: 15 areas, own area included').waitFor();
    await page.getByText('4,799 ÷ 261,546 residents × 1,000 = 18.3').waitFor();
    await page.getByRole('heading', { name: 'Out of 45 places' }).waitFor();
    await page.keyboard.press('Escape');
  });

  it('asks of a share of people whether it changed', async () => {
    const { page } = opened;
    await goTo(page, 'Measures');
    await page.getByRole('button', { name: /Licence cohort/ }).click();
    await tab('Is it a change?');
    await choose('Against', 'The months just before');
    await page
      .getByText(/from 94 of 121 \(78%\) to 93 of 126 \(74%\), 4 percentage points lower: could easily/)
      .waitFor();
    await page.getByRole('img', { name: /Licence cohort, process chart/ }).waitFor();
    expect(await findings()).toEqual([]);
    await goTo(page, 'Comparison');
  });

  it.each(['Funnel', 'Rank over time', 'Rate over time', 'All offences'])(
    'shows «%s» with its table, and axe finds nothing in it',
    async (name) => {
      await tab(name);
      await main().getByRole('table').first().waitFor();
      if (name !== 'All offences') await main().getByRole('img').first().waitFor();
      expect(await findings()).toEqual([]);
    },
  );

  it('makes a group out of known areas, compares in it and saves its chart', async () => {
    const { app, page } = opened;
    await tab('Bars');
    await page.getByRole('button', { name: 'Groups…' }).click();
    await page.getByRole('heading', { name: 'Groups', level: 1 }).waitFor();
    expect(await findings()).toEqual([]);
    await page.getByRole('button', { name: 'Make a group' }).click();
    await page.getByLabel('Name').fill('Four of our own choice');
    await page.getByLabel('Source: who made the list, and when').fill('Chosen for this test');
    await page.getByLabel('Valid from').fill('2015-05');
    for (const area of ['Plymouth', 'Illustrative area A', 'Illustrative area B', 'Illustrative area C'])
      await page.getByRole('checkbox', { name: area }).check();
    await page.getByRole('radio', { name: 'Plymouth' }).check();
    expect(await findings()).toEqual([]);
    await page.getByRole('button', { name: 'Keep this group' }).click();
    await page.getByText('«Four of our own choice» is kept with 4 areas.').waitFor();
    await page.getByRole('button', { name: 'Back to the comparison' }).click();
    await choose('Among', /Four of our own choice, from May 2015/);
    await page.getByRole('img', { name: /Plymouth is \d\w\w of 4/ }).waitFor();
    await page
      .getByRole('note')
      .getByText(/this chart crosses a membership change/)
      .waitFor();
    const picture = join(folder, 'group.svg');
    await saveNext(app, picture);
    await page.getByRole('button', { name: 'Save as SVG' }).click();
    await page.getByText(/The chart is saved/).waitFor();
    expect(readFileSync(picture, 'utf8')).toMatch(/Four of our own choice/);
  });

  it('adds the bundled example and says that it is not the Home Office’s', async () => {
    const { page } = opened;
    await page.getByRole('button', { name: 'Groups…' }).click();
    await page.getByRole('button', { name: 'Add the example group' }).click();
    await page.getByRole('button', { name: /Example group.*example/ }).waitFor();
    await page.getByRole('button', { name: 'Back to the comparison' }).click();
    await choose('Among', /Example group/);
    await page.getByText('An example group, not the Home Office’s.').waitFor();
    await tab('All offences');
    await page.getByRole('table', { name: /all offence groups/ }).waitFor();
    await page.getByRole('button', { name: 'Offence group' }).click();
    await page.getByRole('columnheader', { name: 'Offence group' }).and(page.locator('[aria-sort]')).waitFor();
    expect(await findings()).toEqual([]);
  });

  it('asks whether anti-social behaviour changed, and keeps rules, steps and exceptional periods with the measure', async () => {
    const { page } = opened;
    await goTo(page, 'Measures');
    await page
      .getByRole('navigation', { name: 'Measures' })
      .getByText('Anti-social behaviour', { exact: true })
      .click();
    await tab('Is it a change?');
    await page.getByText(/from 2,713 to 2,527 \(−6\.9%\): some evidence of a fall/).waitFor();
    await page
      .getByText(/Season cannot be told from signal: 15 months are known, 24 are needed/)
      .first()
      .waitFor();
    await page
      .getByText(/by a straight line/)
      .first()
      .waitFor();
    expect(await findings()).toEqual([]);
    await choose('Rules', 'Making Data Count, 6 points');
    await page.getByText(/are kept with this measure/).waitFor();
    await page.getByRole('button', { name: 'Add a step change…' }).click();
    await page.getByLabel('First month of the new level').fill('2014-11');
    await page.getByLabel('Reason, printed under the chart').fill('New recording rule');
    expect(await findings()).toEqual([]);
    await page.getByRole('button', { name: 'Keep this step change' }).click();
    await page.getByText('The chart begins anew in November 2014.').waitFor();
    await page.getByRole('button', { name: 'Mark an exceptional period…' }).click();
    await page.getByLabel('First month').fill('2014-06');
    await page.getByLabel('Last month').fill('2014-07');
    await page.getByLabel('Reason, printed under the chart').fill('Festival weeks');
    await page.getByRole('button', { name: 'Keep this period' }).click();
    await page.getByText(/Festival weeks: left out of the chart’s limits and the season/).waitFor();
    await page.reload();
    await goTo(page, 'Measures');
    await page
      .getByRole('navigation', { name: 'Measures' })
      .getByText('Anti-social behaviour', { exact: true })
      .click();
    await tab('Is it a change?');
    await page.getByRole('button', { name: 'Making Data Count, 6 points' }).waitFor();
    await page.getByText('New recording rule').first().waitFor();
    expect(await findings()).toEqual([]);
  });

  it('works out the gap by another method and draws it on outlines that the officer brings', async () => {
    const { app, page } = opened;
    await goTo(page, 'The gap');
    await tab('By another method');
    await choose('Priority neighbourhoods', 'The worst by a baseline year');
    await page.getByText(/They are: /).waitFor();
    await page.getByRole('table', { name: /part of the gap/ }).waitFor();
    expect(await findings()).toEqual([]);
    await tab('Map');
    await page.getByRole('heading', { name: 'No map yet' }).waitFor();
    expect(await findings()).toEqual([]);
    const file = join(folder, 'neighbourhoods.geojson');
    writeFileSync(file, OUTLINES);
    await chooseNext(app, [file]);
    await page.getByRole('button', { name: 'Choose a boundary file…' }).click();
    await page.getByRole('button', { name: 'Keep these outlines' }).click();
    const map = page.getByRole('img', { name: /^Map\. / });
    await map.waitFor();
    await expect.poll(async () => (await map.innerHTML()).match(/<path/g)?.length ?? 0).toBeGreaterThan(4);
    await page.getByText(/have no outline in this file/).waitFor();
    expect(await findings()).toEqual([]);
  });

  it('asked nobody outside, and nothing went wrong', async () => {
    expect(await opened.troubles()).toEqual([]);
  });
});
