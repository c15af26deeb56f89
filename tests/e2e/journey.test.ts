import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chooseNext, dropFiles, goTo, proposedName, sampleFile, saveNext } from './officer.ts';
import { newFolder, openWorkbench, removeFolder } from './open-workbench.ts';
import type { Opened } from './open-workbench.ts';

const CRIME = 'Recorded crime April 2014 to June 2015.xlsx';
const PEOPLE = 'Neighbourhood populations mid-2014.xlsx';
const GROUP = 'MSG all crime April to June 2015.xlsx';
const ABUSE = 'Domestic abuse crimes and incidents to June 2015.xlsx';

// One month's work in one window: each step goes on from the one before.
describe('a month’s work, from extracts to the Board’s workbook', () => {
  const folder = newFolder();
  let opened: Opened;
  const keepEverything = async (files: number): Promise<void> => {
    const { page } = opened;
    await expect.poll(() => page.locator('.queue-ready').count(), { timeout: 60_000 }).toBe(files);
    await page.getByRole('button', { name: `Keep all ${String(files)} ready files` }).click();
    await expect.poll(() => page.locator('.queue-done').count(), { timeout: 60_000 }).toBeGreaterThanOrEqual(files);
  };

  beforeAll(async () => {
    opened = await openWorkbench(folder);
  });
  afterAll(async () => {
    await opened.close();
    removeFolder(folder);
  });

  it('says what to do where nothing has come yet', async () => {
    await opened.page.getByText('Drop the month’s extracts here').waitFor();
    expect(await opened.page.getByRole('heading', { level: 1 }).textContent()).toBe('This month');
  });

  it('takes two dropped extracts and shows what is in them before anything is kept', async () => {
    const { page } = opened;
    await dropFiles(page, 'Drop extracts here', [sampleFile(`police/${CRIME}`), sampleFile(`partner/${PEOPLE}`)]);
    await page.getByRole('heading', { level: 1, name: 'Extracts' }).waitFor();
    await expect.poll(() => page.locator('.queue-ready').count(), { timeout: 60_000 }).toBe(2);
    expect(await page.getByRole('list').filter({ hasText: CRIME }).count()).toBeGreaterThan(0);
    const held = await page.evaluate(() => window.workbench.invoke('import.list', {}));
    expect(held).toEqual({ ok: true, value: [] });
  });

  it('keeps them when the officer says so', async () => {
    await keepEverything(2);
    const held = await opened.page.evaluate(() => window.workbench.invoke('import.list', {}));
    expect(held.ok && held.value.map((one) => [one.fileName, one.state]).sort()).toEqual([
      [PEOPLE, 'kept'],
      [CRIME, 'kept'],
    ]);
  });

  it('takes more from the dialog, and names a file it already holds', async () => {
    const { app, page } = opened;
    await chooseNext(app, [
      sampleFile(`iquanta/${GROUP}`),
      sampleFile(`police/${ABUSE}`),
      sampleFile(`police/${CRIME}`),
    ]);
    await page.getByRole('button', { name: 'Choose files…' }).click();
    await keepEverything(2);
    await expect.poll(() => page.locator('.queue').textContent()).toMatch(/already|held/i);
  });

  it('shows the Board’s table of a measure as printed, and where a figure comes from', async () => {
    const { page } = opened;
    await goTo(page, 'Measures');
    await page.getByRole('button', { name: /Domestic abuse$/ }).click();
    const table = page.getByRole('table').last();
    await table.waitFor();
    expect(await table.textContent()).toContain('1,632');
    await table.getByRole('button', { name: '1,632', exact: true }).first().click();
    const panel = page.getByText('Where this figure comes from').locator('xpath=ancestor::*[.//h3][1]');
    await panel.getByText(ABUSE).first().waitFor();
    expect(await panel.textContent()).toContain('1,632');
    expect(await page.locator('.explained-cell').count()).toBeGreaterThan(0);
    await page.keyboard.press('Escape');
  });

  it('copies the table for Word and Excel', async () => {
    const { app, page } = opened;
    await page.getByRole('button', { name: 'Copy table' }).click();
    await expect.poll(() => app.evaluate(async ({ clipboard }) => clipboard.readText())).toContain('1,632');
    const html = await app.evaluate(({ clipboard }) => (clipboard as unknown as { readHTML: () => string }).readHTML());
    expect(html).toMatch(/<table/);
  });

  it('works out the gap of the priority neighbourhoods', async () => {
    await goTo(opened.page, 'The gap');
    await expect.poll(() => opened.page.locator('main').textContent(), { timeout: 10_000 }).toContain('18.0');
  });

  it('draws the comparison with the most similar group, copies it and saves it', async () => {
    const { app, page } = opened;
    await goTo(page, 'Comparison');
    await expect.poll(() => page.locator('main').textContent(), { timeout: 10_000 }).toContain('Plymouth');
    expect(await page.locator('main svg').count()).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Copy chart' }).click();
    const copied = (): Promise<boolean> =>
      app.evaluate(({ clipboard }) =>
        (clipboard as unknown as { availableFormats: () => string[] }).availableFormats().includes('image/png'),
      );
    await expect.poll(copied, { timeout: 10_000 }).toBe(true);
    const path = join(folder, 'chart.png');
    await saveNext(app, path);
    await page.getByRole('button', { name: 'Save as PNG' }).click();
    await expect.poll(() => existsSync(path), { timeout: 10_000 }).toBe(true);
    expect(readFileSync(path).subarray(1, 4).toString()).toBe('PNG');
    expect(await proposedName(app)).toMatch(/\.png$/);
  });

  it('changes nothing where the officer thinks again in the dialog', async () => {
    const { app, page } = opened;
    await saveNext(app, '');
    const reply = await page.evaluate(() => window.workbench.invoke('report.save', { asAt: '2015-06' }));
    expect(reply).toEqual({ ok: true, value: { saved: null } });
  });

  it('writes the Board’s workbook where the officer chose', async () => {
    const { app, page } = opened;
    const path = join(folder, 'board.xlsx');
    await saveNext(app, path);
    await goTo(page, 'Packs');
    await page.getByRole('button', { name: /Write the workbook/ }).click();
    await page.getByText('board.xlsx').waitFor();
    expect(await proposedName(app)).toBe('board-2015-06.xlsx');
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(path);
    expect(workbook.worksheets.map((sheet) => sheet.name)).toContain('About these figures');
  });

  it('withdraws an import, and its figures go', async () => {
    const { page } = opened;
    await goTo(page, 'Extracts');
    await page.getByRole('tab', { name: /^History/ }).click();
    await page.getByRole('button', { name: `Withdraw ${GROUP}` }).click();
    await page.getByLabel('Why is it withdrawn?').fill('Sent by mistake');
    await page.getByRole('button', { name: 'Withdraw this import' }).click();
    await page.getByRole('button', { name: `Reinstate ${GROUP}` }).waitFor();
    await goTo(page, 'Comparison');
    await page.getByText('No comparison yet').waitFor();
  });

  it('passed without a console error, a policy violation or a request for anything but its own files', async () => {
    expect(await opened.troubles()).toEqual([]);
  });

  it('holds everything after closing and opening again, the withdrawal too', async () => {
    await opened.close();
    opened = await openWorkbench(folder);
    const { page } = opened;
    const held = await page.evaluate(() => window.workbench.invoke('import.list', {}));
    expect(held.ok && held.value.map((one) => [one.fileName, one.state]).sort()).toEqual([
      [ABUSE, 'kept'],
      [GROUP, 'withdrawn'],
      [PEOPLE, 'kept'],
      [CRIME, 'kept'],
    ]);
    await goTo(page, 'Measures');
    await page.getByRole('button', { name: /Domestic abuse$/ }).click();
    await page.getByRole('button', { name: '1,632', exact: true }).first().waitFor();
    expect(await opened.troubles()).toEqual([]);
  });
});
