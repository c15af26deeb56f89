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
  const rowsOut = [['Noise incidents'], ...table].map((row) => [...before, ...row]);
  const path = join(folder, name);
  const book = { SheetNames: ['Log'], Sheets: { Log: utils.aoa_to_sheet(rowsOut) } };
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
    expect(await opened.troubles()).toEqual([]);
  });
});
