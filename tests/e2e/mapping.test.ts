import { utils, write } from '@e965/xlsx';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dropFiles } from './drop-files.ts';
import { goTo } from './officer.ts';
import { newFolder, openWorkbench, removeFolder, type Opened } from './open-workbench.ts';

const folder = newFolder();
let opened: Opened;

/** A partner’s noise log: its headings name an area in a word the workbench does not know. */
function noiseLog(name: string, month: string, rows: number, before: readonly null[] = []): string {
  const body = Array.from({ length: rows }, (_, at) => [
    `N${String(at)}`,
    `${String((at % 28) + 1).padStart(2, '0')}/${month}/2015`,
    at % 2 === 0 ? 'Ford' : 'Ham',
    'Noise',
    'Loud music',
  ]);
  const table = [['Reference', 'Date reported', 'Locality', 'Incident type', 'Offence description'], ...body];
  const whole = [['Noise incidents'], ...table].map((row) => [...before, ...row]);
  return workbookOf(name, 'Log', whole);
}

function workbookOf(name: string, sheet: string, rows: readonly (readonly (string | number | null)[])[]): string {
  const path = join(folder, name);
  const book = { SheetNames: [sheet], Sheets: { [sheet]: utils.aoa_to_sheet(rows.map((row) => [...row])) } };
  writeFileSync(path, write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
  return path;
}

/** A picture for looking at, where one is wanted. */
async function picture(name: string): Promise<void> {
  const to = process.env['WORKBENCH_PICTURES'];
  if (to !== undefined) await opened.page.screenshot({ path: join(to, `${name}.png`) });
}

async function drop(path: string): Promise<void> {
  const place = opened.page.getByText('Drop the month’s extracts here');
  await place.scrollIntoViewIfNeeded();
  await dropFiles(opened.page, place, [path]);
}
const sheetTab = () => opened.page.getByRole('tab', { name: 'The sheet' }).click();
const column = (name: RegExp) => opened.page.getByRole('columnheader', { name });

describe('telling the workbench what a sheet means, in the real app', () => {
  beforeAll(async () => {
    opened = await openWorkbench(folder);
    opened.page.setDefaultTimeout(15_000);
  });
  afterAll(async () => {
    await opened.close();
    removeFolder(folder);
  });

  it('shows the sheet with every column’s meaning, and changes one by keyboard alone', async () => {
    const { page } = opened;
    await goTo(page, 'Extracts');
    await drop(noiseLog('Noise log June 2015.xlsx', '06', 300));
    await sheetTab();
    await column(/^Column C, Locality: Not read$/).waitFor();
    await picture('sheet-before');
    await page.getByRole('grid', { name: 'Cells of the sheet Log' }).focus();
    for (const key of ['ArrowRight', 'ArrowRight', 'Enter']) await page.keyboard.press(key);
    await page.getByRole('menu', { name: 'What the column Locality is' }).waitFor();
    await picture('sheet-menu');
    await page.keyboard.type('Area');
    await page.keyboard.press('Enter');
    await column(/^Column C, Locality: Area, changed$/).waitFor();
    await picture('sheet-changed');
  });

  it('reads the file again with the choice and keeps it, figures and decision', async () => {
    const { page } = opened;
    await page.getByRole('checkbox', { name: 'Keep this mapping for next month' }).waitFor();
    await page.getByRole('button', { name: 'Read again with these choices' }).click();
    await page.getByText('Read as you say.', { exact: true }).waitFor();
    await column(/^Column C, Locality: Area$/).waitFor();
    await picture('sheet-read-again');
    await page.getByRole('button', { name: 'Keep these 300 records' }).click();
    await page.getByRole('button', { name: /Kept: / }).waitFor();
  });

  it('reads next month’s file, whose table moved, by the kept decision and says so', async () => {
    const { page } = opened;
    await drop(noiseLog('Noise log July 2015.xlsx', '07', 120, [null]));
    await page.getByRole('button', { name: /Noise log July 2015.*Ready: 120 records/ }).click();
    await sheetTab();
    await page.getByText(/^The table moved one column right\. Read as you decided on /).waitFor();
    await column(/^Column D, Locality: Area$/).waitFor();
    await picture('sheet-next-month');
    await page.getByRole('button', { name: 'Keep these 120 records' }).click();
    await expect.poll(() => page.getByRole('button', { name: /Kept: / }).count()).toBe(2);
  });

  it('lists the decision with its headings and its last use, forgets it and keeps it again', async () => {
    const { page } = opened;
    await page.getByRole('tab', { name: 'How sheets are read' }).click();
    const row = page.getByRole('row', { name: /noise log/ });
    const words = (await row.textContent()) ?? '';
    expect(words).toContain('Column «Locality»: area');
    expect(words).toContain('Reference · Date reported · Locality');
    expect(words).toContain('Noise log July 2015.xlsx, 2 files in all');
    await picture('mappings');
    await page.getByRole('button', { name: 'Forget the mapping of noise log' }).click();
    await page.getByRole('button', { name: 'Keep the mapping of noise log again' }).click();
    await page.getByRole('button', { name: 'Forget the mapping of noise log' }).waitFor();
  });

  it('puts right a sheet it took for something else: people followed, not two unknown measures', async () => {
    const { page } = opened;
    await page.getByRole('tab', { name: 'Bring in' }).click();
    const rows = [
      ['Quarter', 'On licence', 'Back in court'],
      ['2014/15 Q3', 20, 3],
      ['2014/15 Q4', 24, 6],
    ];
    await drop(workbookOf('Licences.xlsx', 'Licences', rows));
    await page.getByRole('button', { name: /Licences\.xlsx.*Ready: 4 figures/ }).click();
    await sheetTab();
    await column(/^Column B, On licence: Figures$/).waitFor();
    await page.getByRole('button', { name: /This sheet is/ }).click();
    await page.getByRole('option', { name: 'People followed by quarter' }).click();
    await column(/^Column B, On licence: People followed$/).waitFor();
    await column(/^Column C, Back in court: Of them returned$/).waitFor();
    await picture('sheet-cohort');
  });

  it('reads dates that came as bare numbers once they are said to be days, and counts those out of the period', async () => {
    const { page } = opened;
    const dates = Array.from({ length: 60 }, (_, at) => 43191 + at);
    const rows = [...dates, 55000].map((on, at) => `CR/${String(at)},${String(on)},Theft,Ford`);
    const path = join(folder, 'Crimes.csv');
    const title = 'Crimes recorded 1 April 2018 to 31 May 2018';
    writeFileSync(path, [title, 'Crime Number,Date Recorded,HO Group,Neighbourhood', ...rows].join('\n'));
    await drop(path);
    await page.getByRole('button', { name: /^Crimes\.csv/ }).click();
    await page
      .getByText(/such as 43191, not dates/)
      .first()
      .waitFor();
    await picture('sheet-bare-numbers');
    await page.getByRole('button', { name: 'Read them as days', exact: true }).click();
    await page.getByRole('tab', { name: 'What was found' }).click();
    await page.getByText(/^1 record \(1\.6%\) is dated outside the period the title states/).waitFor();
    await page.getByText(/^1 record is dated a year or more from all others \(July 2050\)/).waitFor();
    await picture('sheet-quality');
    expect(await opened.troubles()).toEqual([]);
  });
});
