import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chooseNext, goTo, saveNext } from './officer.ts';
import { newFolder, openWorkbench, removeFolder, root, type Opened } from './open-workbench.ts';

const PLAN = resolve(import.meta.dirname, '../fixtures/assessment/plan-on-a-page-2016.csv');
const GRANTS = resolve(import.meta.dirname, '../fixtures/assessment/grants.csv');
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

/** A small record extract, kept before the window opens: 30 thefts and 3 robberies in June 2015. */
function keepRecords(): void {
  const rows = Array.from({ length: 33 }, (_, at) => {
    const day = String((at % 30) + 1).padStart(2, '0');
    return `E/${String(at)},${day}/06/2015,21:15,${at < 30 ? 'Theft' : 'Robbery'},North,Charged,${at < 30 ? '37' : '16'},F`;
  });
  const title = [
    'Recorded crime, illustrative',
    'Crime Number,Date Recorded,Time,HO Group,Neighbourhood,Outcome,Victim Age,Victim Sex',
  ];
  const file = join(folder, 'records.csv');
  writeFileSync(file, [...title, ...rows].join('\n'));
  const store = join(folder, 'workbench.sqlite');
  execFileSync(process.execPath, [join(root, 'dist/main/cli.js'), 'import', file, '--store', store], {
    stdio: 'ignore',
  });
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
    keepRecords();
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
    const pdf = join(folder, 'plan.pdf');
    await saveNext(app, pdf);
    await page.getByRole('button', { name: 'Save as PDF' }).click();
    await page.getByText(/The plan is saved: .*plan\.pdf/).waitFor();
    expect(readFileSync(pdf, 'latin1').startsWith('%PDF-1.7')).toBe(true);
  });

  it('hears what people said, warns of a name, and counts it among what the issue rests on', async () => {
    await part('Community voice');
    const { page } = opened;
    await page.getByRole('button', { name: 'Add a finding' }).click();
    await page.getByLabel('Survey or session').fill('Session in Whitleigh');
    await page.getByLabel('Question asked').fill('Do you report what you see?');
    await page.getByLabel('How many said so').fill('4');
    await page.getByLabel('Of how many who answered').fill('19');
    await page.getByLabel('In their own words').fill('I told PC Jones twice.');
    await page.getByText('«PC Jones» looks like a name').waitFor();
    await page.getByLabel('In their own words').fill('I rang twice, and nothing happened.');
    await page.getByRole('checkbox', { name: 'Domestic abuse', exact: true }).check();
    await page.getByRole('button', { name: 'Keep this finding' }).click();
    await expect.poll(() => page.getByRole('row', { name: /^Do you report/ }).innerText()).toMatch(/4 of 19 \(21%/);
    await part('Source balance');
    const row = page.getByRole('row', { name: /^Domestic abuse/ });
    await expect.poll(() => row.innerText()).toMatch(/100/);
  });

  it('takes grants from a sheet to the penny, and says whose return is overdue', async () => {
    await part('Grants');
    const { app, page } = opened;
    await chooseNext(app, [GRANTS]);
    await page.getByRole('button', { name: 'Choose files…' }).click();
    await page.getByText(/2 grants: £20,500\.50 awarded/).waitFor();
    await page.getByRole('row', { name: /^Safe Places.*overdue/ }).waitFor();
  });

  it('drafts the evidence, keeps own words beside a row, and writes the whole assessment for Word', async () => {
    const { app, page } = opened;
    await part('Evidence tables');
    await page.getByRole('row', { name: /^Theft\s+30/ }).waitFor();
    await page.getByRole('button', { name: 'Theft', exact: true }).click();
    await page.getByLabel('Note beside this row').fill('Mostly bicycles.');
    await page.getByRole('button', { name: 'Keep this note' }).click();
    await page.getByRole('cell', { name: 'Mostly bicycles.' }).waitFor();
    await part('Document');
    await page.getByText('with your own words').waitFor();
    await page.getByText('every page of the document will be marked so').waitFor();
    const file = join(folder, 'assessment.docx');
    await saveNext(app, file);
    await page.getByRole('button', { name: 'Write it for Word' }).click();
    await page.getByText('assessment.docx', { exact: true }).waitFor({ timeout: 60_000 });
    await page.getByText(/1 import · scored by Template A, version 1 · .*assessment\.docx/).waitFor();
    expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK');
  });

  it('broke no rule of the window while doing it', async () => {
    expect(await opened.troubles()).toEqual([]);
  });
});
