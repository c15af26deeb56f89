import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chooseNext, goTo, saveNext } from './officer.ts';
import { newFolder, openWorkbench, removeFolder, type Opened } from './open-workbench.ts';

const PLAN = resolve(import.meta.dirname, '../fixtures/assessment/plan-on-a-page-2016.csv');
const SCORERS = ['Police', 'Council', 'Health', 'Probation', 'Voluntary sector'];

const folder = newFolder();
let opened: Opened;

const part = (name: string) =>
  opened.page
    .getByRole('navigation', { name: 'Parts of the assessment' })
    .getByRole('button', { name, exact: true })
    .click();

async function addIssue(name: string): Promise<void> {
  const { page } = opened;
  await page.getByRole('button', { name: 'Add an issue' }).click();
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByRole('button', { name: 'Keep this issue' }).click();
  await page.getByRole('rowheader', { name }).waitFor();
}

/** One scorer's sheet as at the workshop: the name, the digits, the reasons, Ctrl and Enter. */
async function fillSheet(issue: string, scorer: string, digits: string): Promise<void> {
  const { page } = opened;
  await page.getByRole('button', { name: / Issue$|^Issue / }).click();
  await page.getByRole('option', { name: issue }).click();
  await page.getByLabel('Scorer or group').fill(scorer);
  await page.getByLabel(/Evidence for every level/).fill('Figures of the year to June 2015');
  await page.locator('.score-row input[type=radio]').first().focus();
  for (const digit of digits) await page.keyboard.press(digit);
  for (const reason of await page.getByPlaceholder('Why this level and not the next').all()) {
    await reason.fill('What our own figures show.');
  }
  await page.keyboard.press('Control+Enter');
  await page.getByText(`Kept: ${scorer} on ${issue}, ${String(digits.length)} levels.`).waitFor();
}

describe('a workshop of five scorers, played through in the real app', () => {
  beforeAll(async () => {
    opened = await openWorkbench(folder);
    opened.page.setDefaultTimeout(15_000);
    await goTo(opened.page, 'Assessment');
  });
  afterAll(async () => {
    await opened.close();
    removeFolder(folder);
  });

  it('puts two issues in the register, and says that MoRiLE’s own scale is not published here', async () => {
    await opened.page.getByText(/own scale, weights and thresholds are not published here/).waitFor();
    await addIssue('Domestic abuse');
    await addIssue('Bicycle theft');
  });

  it('takes five sheets for each by keyboard alone, and shows who is furthest apart', async () => {
    await part('Scoring');
    for (const scorer of SCORERS) {
      await fillSheet('Domestic abuse', scorer, scorer === 'Health' ? '14223143321' : '34223143321');
      await fillSheet('Bicycle theft', scorer, '01211132200');
    }
    await part('Workshop');
    const { page } = opened;
    await page.getByRole('button', { name: / Issue$|^Issue / }).click();
    await page.getByRole('option', { name: 'Domestic abuse' }).click();
    const physical = page.getByRole('row', { name: /^Physical harm/ });
    await expect.poll(() => physical.innerText()).toMatch(/2 levels apart/);
    expect(await physical.innerText()).toMatch(/1 to 3/);
    await page.getByText('Health, 1:').waitFor();
  });

  it('ranks the issues, and draws the matrix', async () => {
    await part('Ranking');
    const { page } = opened;
    const row = page.getByRole('row', { name: /^Domestic abuse/ });
    await expect.poll(() => row.innerText()).toMatch(/^Domestic abuse\s+1\s/);
    await page.getByRole('img', { name: /Domestic abuse ranks first/ }).waitFor();
  });

  it('keeps the Board’s priorities only with a reason where they depart from the ranking', async () => {
    await part('Priorities');
    const { page } = opened;
    await page.getByRole('checkbox', { name: 'Bicycle theft' }).check();
    await page.getByLabel('Meeting').fill('Safer Plymouth Board');
    const keep = page.getByRole('button', { name: 'Keep what was agreed' });
    expect(await keep.isDisabled()).toBe(true);
    await page.getByLabel('Why it is chosen over a higher risk').fill('A funded scheme ends this year.');
    await page.getByLabel('Why it is passed over at this rank').fill('Led by the safeguarding board.');
    await keep.click();
    await page.getByText(/Agreed by Safer Plymouth Board/).waitFor();
  });

  it('brings the plan on a page of 2016 from its sheet and saves it as a picture', async () => {
    await part('Plan on a page');
    const { app, page } = opened;
    await chooseNext(app, [PLAN]);
    await page.getByRole('button', { name: 'Choose files…' }).click();
    await page.getByRole('img', { name: /Safer Plymouth Partnership: our plan, 2016\/17/ }).waitFor();
    const file = join(folder, 'plan.svg');
    await saveNext(app, file);
    await page.getByRole('button', { name: 'Save as SVG' }).click();
    await page.getByText(/The plan is saved/).waitFor();
    expect(readFileSync(file, 'utf8')).toContain('OUR VISION');
  });

  it('broke no rule of the window while doing it', async () => {
    expect(await opened.troubles()).toEqual([]);
  });
});
