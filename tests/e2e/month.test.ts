import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { read } from '@e965/xlsx';
import { dropFiles } from './drop-files.ts';
import { newFolder, openWorkbench, removeFolder, type Opened } from './open-workbench.ts';

const SAMPLE = resolve(import.meta.dirname, '../../resources/sample');
const ASB = join(SAMPLE, 'partner/Anti-social behaviour incidents to June 2015.xls');
const GAP = join(SAMPLE, 'police/Closing the gap return to June 2015.xlsx');
const RECORDS = join(SAMPLE, 'police/Recorded crime April 2014 to June 2015.xlsx');
const POPULATIONS = join(SAMPLE, 'partner/Neighbourhood populations mid-2014.xlsx');
const MSG = join(SAMPLE, 'iquanta/MSG all crime April to June 2015.xlsx');

const folder = newFolder();
let opened: Opened;

const goTo = (name: string) => opened.page.getByRole('navigation').first().getByText(name, { exact: true }).click();
const measure = (name: string) => opened.page.getByRole('navigation').nth(1).getByText(name, { exact: true }).click();
const mainText = () => opened.page.getByRole('main').innerText();
const ready = () => opened.page.getByRole('button', { name: /Ready: / });
const kept = () => opened.page.getByRole('button', { name: /Kept: / });

describe('the month, from dropped extracts to the Board’s workbook, in the real app', () => {
  beforeAll(async () => {
    opened = await openWorkbench(folder);
    opened.page.setDefaultTimeout(15_000);
  });
  afterAll(async () => {
    await opened.close();
    removeFolder(folder);
  });

  it('says what to do while nothing is held', async () => {
    await expect.poll(mainText).toMatch(/extracts/i);
  });

  it('shows what two dropped extracts hold before either is kept', async () => {
    const { page } = opened;
    await goTo('Extracts');
    await dropFiles(page, page.getByText('Drop the month’s extracts here'), [ASB, RECORDS]);
    await ready().filter({ hasText: '23,621 records' }).waitFor();
    await ready().filter({ hasText: '45 figures' }).waitFor();
    await page.getByRole('tab', { name: 'History' }).click();
    await page.getByRole('heading', { name: 'Nothing has been kept yet' }).waitFor();
    await page.getByRole('tab', { name: 'Bring in' }).click();
  });

  it('keeps them and shows the measure table', async () => {
    const { page } = opened;
    await page.getByRole('button', { name: 'Keep all 2 ready files' }).click();
    await expect.poll(() => kept().count()).toBe(2);
    await goTo('Measures');
    await measure('Anti-social behaviour');
    await page
      .getByText(/2,527 incidents in quarter one/)
      .first()
      .waitFor();
    await page
      .getByText(/10,299.*10,065/)
      .first()
      .waitFor();
  });

  it('explains a figure down to its file, sheet and cell', async () => {
    const { page } = opened;
    await page.getByRole('button', { name: /769/ }).first().click();
    const panel = page.getByRole('complementary').or(page.getByRole('dialog')).last();
    await expect.poll(() => panel.innerText()).toMatch(/Anti-social behaviour incidents to June 2015\.xls/);
    expect(await panel.innerText()).toMatch(/G4/);
    await page.keyboard.press('Escape');
  });

  it('works out the gap and draws the group’s bar chart once their extracts have come', async () => {
    const { page } = opened;
    await goTo('Extracts');
    await dropFiles(page, page.getByText('Drop the month’s extracts here'), [POPULATIONS, MSG, GAP]);
    await page.getByRole('button', { name: 'Keep all 3 ready files' }).click();
    await expect.poll(() => kept().count()).toBe(5);
    await goTo('The gap');
    await page
      .getByText(/The gap stood at 18\.0 per 1,000 residents/)
      .first()
      .waitFor();
    await goTo('Comparison');
    await page
      .getByText(/Plymouth is \d+\w\w of 15/)
      .first()
      .waitFor();
    const chart = page.getByRole('img', { name: /per 1,000 residents/ }).first();
    await chart.waitFor();
    expect((await chart.innerHTML()).length).toBeGreaterThan(1000);
  });

  it('writes the Board’s workbook where the officer says', async () => {
    const { app, page } = opened;
    const target = join(folder, 'board.xlsx');
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, target);
    await goTo('Packs');
    await page.getByRole('button', { name: /Write the workbook/ }).click();
    await page
      .getByText(/board\.xlsx/)
      .first()
      .waitFor();
    const book = read(readFileSync(target));
    expect(book.SheetNames).toContain('About these figures');
    expect(book.SheetNames.length).toBeGreaterThan(8);
  });

  it('withdraws an import and the figures fall back', async () => {
    const { page } = opened;
    await goTo('Extracts');
    await page.getByRole('tab', { name: /History/ }).click();
    await page.getByRole('button', { name: /^Withdraw Anti-social/ }).click();
    await page.getByLabel('Why is it withdrawn?').fill('sent by mistake');
    await page.getByRole('button', { name: 'Withdraw this import' }).click();
    await page.getByText(/sent by mistake/).waitFor();
    await goTo('Measures');
    await measure('Anti-social behaviour');
    await expect.poll(mainText).not.toMatch(/2,527/);
  });

  it('holds all of it after closing and opening again', async () => {
    expect(await opened.troubles()).toEqual([]);
    await opened.close();
    opened = await openWorkbench(folder);
    const { page } = opened;
    await goTo('Extracts');
    await page.getByRole('tab', { name: /History \(5\)/ }).click();
    await page.getByText(/Withdrawn.*sent by mistake/).waitFor();
    await goTo('The gap');
    await page
      .getByText(/The gap stood at 18\.0/)
      .first()
      .waitFor();
    expect(await opened.troubles()).toEqual([]);
  });

  it('makes the day’s backup by itself once the window is there, and shows it', async () => {
    const { page } = opened;
    await goTo('Settings');
    await page.getByRole('button', { name: /^Restore the backup of/ }).waitFor();
    const reply = await page.evaluate(() => window.workbench.invoke('store.status', {}));
    expect(reply).toMatchObject({ ok: true, value: { backups: [{ kind: 'daily' }], notes: [] } });
    expect(await opened.troubles()).toEqual([]);
  });
});
