import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chooseNext, goTo, proposedName, sampleFile, saveNext } from './officer.ts';
import { newFolder, openWorkbench, removeFolder, root } from './open-workbench.ts';
import type { Opened } from './open-workbench.ts';

const CRIME = sampleFile('police/Recorded crime April 2014 to June 2015.xlsx');
const ABUSE = sampleFile('police/Domestic abuse crimes and incidents to June 2015.xlsx');
const PASSPHRASE = 'kettle harbour violin ninepence';
const GROUP = sampleFile('iquanta/MSG all crime April to June 2015.xlsx');

/** What Electron's older clipboard still answers at once. */
interface OlderClipboard {
  readHTML: () => string;
  availableFormats: () => string[];
}

describe('dialogs, clipboard and files, in the real app', () => {
  const folder = newFolder();
  let opened: Opened;
  const readyFiles = (): Promise<number> => opened.page.locator('.queue-ready').count();
  const heldFiles = async (): Promise<number> => {
    const reply = await opened.page.evaluate(() => window.workbench.invoke('import.list', {}));
    return reply.ok ? reply.value.length : -1;
  };

  beforeAll(async () => {
    opened = await openWorkbench(folder);
  });
  afterAll(async () => {
    await opened.close();
    removeFolder(folder);
  });

  it('takes files from the dialog and keeps them when the officer says so', async () => {
    const { app, page } = opened;
    await goTo(page, 'Extracts');
    await chooseNext(app, [GROUP, ABUSE]);
    await page.getByRole('button', { name: 'Choose files…' }).click();
    await expect.poll(readyFiles, { timeout: 60_000 }).toBe(2);
    await page.getByRole('button', { name: 'Keep all 2 ready files' }).click();
    await expect.poll(heldFiles, { timeout: 60_000 }).toBe(2);
  });

  it('names a file it already holds, and keeps nothing of it twice', async () => {
    const { app, page } = opened;
    await chooseNext(app, [ABUSE]);
    await page.getByRole('button', { name: 'Choose files…' }).click();
    await expect.poll(() => page.locator('.queue').textContent()).toMatch(/already|held/i);
    expect([await readyFiles(), await heldFiles()]).toEqual([0, 2]);
  });

  it('takes nothing where the officer thinks again, and says so where what was chosen is no file', async () => {
    const { app, page } = opened;
    const choose = () => page.evaluate(() => window.workbench.invoke('file.choose', {}));
    await chooseNext(app, []);
    expect(await choose()).toEqual({ ok: true, value: { files: [] } });
    await chooseNext(app, [folder]);
    expect(await choose()).toMatchObject({ ok: false, failure: { kind: 'refused' } });
    await chooseNext(app, [join(folder, 'gone.xlsx')]);
    expect(await choose()).toMatchObject({ ok: false, failure: { kind: 'refused' } });
  });

  it('never shows the window where a file lies', async () => {
    const { app, page } = opened;
    await chooseNext(app, [CRIME]);
    const reply = await page.evaluate(() => window.workbench.invoke('file.choose', {}));
    expect(reply.ok).toBe(true);
    expect(JSON.stringify(reply)).not.toContain('/');
  });

  it('copies a table for Word and Excel', async () => {
    const { app, page } = opened;
    await goTo(page, 'Measures');
    await page.getByRole('button', { name: /Domestic abuse$/ }).click();
    await page.getByRole('button', { name: '1,632', exact: true }).first().waitFor();
    await page.getByRole('button', { name: 'Copy table' }).click();
    await expect.poll(() => app.evaluate(async ({ clipboard }) => clipboard.readText())).toContain('1,632');
    const html = await app.evaluate(({ clipboard }) => (clipboard as unknown as OlderClipboard).readHTML());
    expect(html).toMatch(/<table[\s\S]*1,?632/);
  });

  it('copies only the cells that were dragged over, or picked with Shift and the arrow keys, each with its head', async () => {
    const { app, page } = opened;
    const board = page.getByRole('region', { name: /^Table: / }).first();
    const cell = (row: RegExp, at: number) => board.getByRole('row', { name: row }).getByRole('cell').nth(at);
    const copied = async (keys: string): Promise<string> => {
      await app.evaluate(({ clipboard }) => {
        clipboard.clear();
      });
      await page.keyboard.press(keys);
      const text = (): Promise<string> => app.evaluate(({ clipboard }) => clipboard.readText());
      await expect.poll(text).not.toBe('');
      return text();
    };
    const first = cell(/^Actual 2015\/16/, 3);
    await first.hover();
    await page.mouse.down();
    await cell(/^Cumulative 2014\/15/, 4).hover();
    await page.mouse.up();
    expect(await board.locator('.picked').count()).toBe(4);
    const dragged = (await copied('Control+c')).split('\n').map((line) => line.trimEnd().split('\t'));
    expect(dragged.map((line) => line.length)).toEqual([3, 3, 3]);
    expect(dragged.map(([head]) => head)).toEqual(['Month by month', 'Actual 2015/16', 'Cumulative 2014/15']);
    expect(dragged[0]?.slice(1)).toEqual(['May', 'Jun']);
    expect(dragged[1]?.[1]).toBe((await first.innerText()).replace(/^\[p\] /, ''));
    await page.keyboard.press('Escape');
    expect(await board.locator('.picked').count()).toBe(0);
    await first.getByRole('button').focus();
    await page.keyboard.press('Shift+ArrowRight');
    expect(await board.locator('.picked').count()).toBe(2);
    expect((await copied('Control+c')).trim().split('\n')).toHaveLength(2);
  });

  it('keeps a note with a figure and marks the figure, and sets two years beside each other', async () => {
    const { page } = opened;
    const figure = page.getByRole('button', { name: '1,632', exact: true }).first();
    await figure.click();
    await page.getByLabel('Your note on this figure').fill('Revised by the force in July.');
    await page.getByRole('button', { name: 'Keep the note' }).click();
    await page.getByText('Noted: the figure is marked wherever it is shown.').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => figure.getAttribute('title')).toBe('Revised by the force in July.');
    await page.getByRole('button', { name: /Beside$/ }).click();
    await page.getByRole('option', { name: '2014/15' }).click();
    const years = page.getByRole('heading', { level: 2, name: /^20\d\d\/\d\d$/ });
    await expect.poll(() => years.allInnerTexts()).toEqual(['2014/15', '2015/16']);
    const both = page.getByRole('region', { name: /: 2014\/15 beside 2015\/16$/ });
    expect(await both.getByRole('row', { name: /^Apr/ }).getByRole('cell').allInnerTexts()).toHaveLength(4);
    expect(await both.getByRole('row', { name: /^Mar/ }).getByText('not known').count()).toBe(2);
    await page.getByRole('button', { name: /Beside$/ }).click();
    await page.getByRole('option', { name: 'Nothing' }).click();
  });

  it('prints the room being looked at on paper across, light and without the rail', async () => {
    const { app, page } = opened;
    const rail = page.getByRole('navigation', { name: 'Rooms' });
    expect(await rail.isVisible()).toBe(true);
    await page.emulateMedia({ media: 'print', colorScheme: 'light' });
    expect(await rail.isVisible()).toBe(false);
    expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
    const table = page.getByRole('table').first();
    expect(await table.evaluate((found) => getComputedStyle(found.parentElement ?? found).overflowX)).toBe('visible');
    await page.emulateMedia({ media: null, colorScheme: null });
    const paper = await app.evaluate(async ({ BrowserWindow, Menu }) => {
      const file = Menu.getApplicationMenu()?.items.find(({ label }) => label === 'File');
      const print = file?.submenu?.items.find(({ label }) => label.startsWith('Print'));
      const pdf = await BrowserWindow.getAllWindows()[0]?.webContents.printToPDF({ preferCSSPageSize: true });
      return { keys: print?.accelerator, pdf: pdf?.toString('latin1') ?? '' };
    });
    expect(paper.keys).toBe('CmdOrCtrl+P');
    const sheets = [...paper.pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
    const sizes = new Set(
      sheets.map(([, across, down]) => [across, down].map((side) => Math.round(Number(side))).join()),
    );
    // A4 across, in points.
    expect([...sizes].map((size) => size.replace(/^84[12],59[45]$/, 'A4 across'))).toEqual(['A4 across']);
    expect(await rail.isVisible()).toBe(true);
  });

  it('copies a chart as a picture', async () => {
    const { app, page } = opened;
    await goTo(page, 'Comparison');
    await page.getByRole('button', { name: 'Copy chart' }).click();
    const formats = () => app.evaluate(({ clipboard }) => (clipboard as unknown as OlderClipboard).availableFormats());
    await expect.poll(formats, { timeout: 10_000 }).toContain('image/png');
  });

  it.each([
    ['Save as PNG', 'chart.png', '\x89PNG'],
    ['Save as SVG', 'chart.svg', '<svg'],
  ])('saves a chart where the officer says: %s', async (button, name, beginning) => {
    const { app, page } = opened;
    const path = join(folder, name);
    await saveNext(app, path);
    await page.getByRole('button', { name: button }).click();
    await page.getByText(`The chart is saved: ${name}`).waitFor();
    expect(existsSync(path) && readFileSync(path, 'latin1').startsWith(beginning)).toBe(true);
    expect(await proposedName(app)).toMatch(new RegExp(`^[^/\\\\]+\\${name.slice(-4)}$`));
  });

  it('says plainly where a chart cannot be written', async () => {
    const { app, page } = opened;
    mkdirSync(join(folder, 'taken.png'));
    await saveNext(app, join(folder, 'taken.png'));
    await page.getByRole('button', { name: 'Save as PNG' }).click();
    await page.getByText(/taken\.png.* could not be written there/).waitFor();
  });

  it('writes nothing where the officer thinks again', async () => {
    const { app, page } = opened;
    await saveNext(app, '');
    const report = await page.evaluate(() =>
      window.workbench.invoke('report.save', { asAt: '2015-06', format: 'xlsx' }),
    );
    expect(report).toEqual({ ok: true, value: { saved: null } });
    expect(await proposedName(app)).toBe('board-2015-06.xlsx');
  });

  it('takes an edit back with Ctrl+Z and makes it again with Ctrl+Y, except while words are typed', async () => {
    const { app, page } = opened;
    await goTo(page, 'Settings');
    await page.getByRole('button', { name: 'Handling markings' }).click();
    const another = page.getByLabel('Another marking');
    await another.fill('For the Board alone');
    await page.getByRole('button', { name: 'Add it to the list' }).click();
    const added = page.getByRole('listitem').getByText('For the Board alone', { exact: true });
    await added.waitFor();
    const undo = (): Promise<string | undefined> =>
      app.evaluate(({ Menu }) => {
        const edit = Menu.getApplicationMenu()?.items.find(({ label }) => label === 'Edit');
        return edit?.submenu?.items[0]?.label;
      });
    await expect.poll(undo).toMatch(/^Undo: (added|changed) the setting/);
    await another.fill('x');
    await page.keyboard.press('Control+z');
    await page.getByRole('heading', { level: 1 }).click();
    expect(await added.isVisible()).toBe(true);
    await page.keyboard.press('Control+z');
    await page.getByText(/^Undone: /).waitFor();
    await added.waitFor({ state: 'hidden' });
    await page.keyboard.press('Control+y');
    await page.getByText(/^Done again: /).waitFor();
    await added.waitFor();
  });

  it('saves the audit trail so that an auditor’s own tools find each entry as it was written', async () => {
    const { app, page, storePath } = opened;
    await page.getByRole('button', { name: 'Audit trail' }).click();
    await page.getByRole('button', { name: 'Check the trail' }).click();
    await page.getByText(/^Whole: /).waitFor();
    const path = join(folder, 'audit-trail.json');
    await saveNext(app, path);
    await page.getByRole('button', { name: 'Save with hashes (JSON)…' }).click();
    await page.getByText('Saved as audit-trail.json.').waitFor();
    const { entries } = JSON.parse(readFileSync(path, 'utf8')) as { entries: Record<string, unknown>[] };
    let last = '';
    for (const { previousHash, hash, ...entry } of entries) {
      if (last !== '') expect(previousHash).toBe(last);
      const fields = Object.keys(entry).sort();
      const said = JSON.stringify(Object.fromEntries(fields.map((name) => [name, entry[name]])));
      last = createHash('sha256')
        .update(`${String(previousHash)}\n${said}`)
        .digest('hex');
      expect(hash).toBe(last);
    }
    const whats = entries.map(({ what }) => what);
    expect(whats.filter((what) => what === 'import.kept')).toHaveLength(2);
    const csv = join(folder, 'audit-trail.csv');
    await saveNext(app, csv);
    await page.getByRole('button', { name: 'Save for Excel (CSV)…' }).click();
    await page.getByText('Saved as audit-trail.csv.').waitFor();
    expect(readFileSync(csv, 'utf8').trimEnd().split('\r\n')).toHaveLength(entries.length + 1);
    const verified = execFileSync(
      process.execPath,
      [join(root, 'dist/main/cli.js'), 'audit', 'verify', '--store', storePath],
      { encoding: 'utf8', stdio: 'pipe' },
    );
    expect(verified).toContain(`Whole: ${String(entries.length)} entries`);
    expect(verified).toContain(last);
  });

  it('shows words out of a workbook as words, whatever they would be in a page', async () => {
    const { app, page } = opened;
    const names = ['Plymouth', '<img src=x onerror=window.attacked=1>', '<b>Derby</b>', 'javascript:window.attacked=2'];
    const path = join(folder, 'MSG all crime July to September 2015.csv');
    const title = 'iQuanta Barchart MSG - Crimes per 1000 Residents - All Crime 01 July 15 - 30 September 2015';
    const rows = names.map((name, at) => `"${name}",${String(4000 + at * 20)},200000,${String(20 + at / 10)}`);
    writeFileSync(path, [title, 'Area,Crimes,Population,Crimes per 1000 Residents', ...rows].join('\n'));
    await chooseNext(app, [path]);
    const kept = await page.evaluate(async () => {
      const chosen = await window.workbench.invoke('file.choose', {});
      const [offered] = chosen.ok ? chosen.value.files : [];
      const read = await window.workbench.invoke('import.preview', { file: offered?.file ?? '' });
      return window.workbench.invoke('import.commit', { preview: read.ok ? read.value.preview : '' });
    });
    expect(kept.ok).toBe(true);
    await goTo(page, 'Comparison');
    await expect.poll(() => page.getByRole('main').innerText()).toContain('<img src=x onerror=window.attacked=1>');
    expect(await page.getByRole('main').innerText()).toContain('<b>Derby</b>');
    const ran = await page.evaluate(() => 'attacked' in window || document.querySelector('img[src="x"]') !== null);
    expect(ran).toBe(false);
  });

  it('shows the report for support word for word before it is saved, and saves just that', async () => {
    const { app, page } = opened;
    await goTo(page, 'Settings');
    await page.getByRole('button', { name: 'About and support' }).click();
    await page.getByRole('button', { name: 'Show what it would say' }).click();
    const shown = await page.getByRole('region', { name: 'The report' }).textContent();
    expect(shown).toMatch(/^ {2}import 3$/m);
    expect(shown).not.toMatch(/onerror|1,?632|\.xlsx|\/tmp/);
    const path = join(folder, 'support.txt');
    await saveNext(app, path);
    await page.getByRole('button', { name: /Save this report/ }).click();
    await page.getByText('It was sent nowhere.').waitFor();
    expect(readFileSync(path, 'utf8')).toBe(shown);
  });

  it('encrypts a plain store, and asks for its passphrase from the next start on', async () => {
    const { page, storePath } = opened;
    const beginning = (): string => readFileSync(storePath).toString('latin1', 0, 15);
    expect(beginning()).toBe('SQLite format 3');
    await page.getByRole('button', { name: 'Store', exact: true }).click();
    await page.getByRole('button', { name: 'Choose a passphrase…' }).click();
    await page.getByLabel('New passphrase').fill(PASSPHRASE);
    const encrypt = page.getByRole('button', { name: 'Encrypt the store' });
    expect(await encrypt.isDisabled()).toBe(true);
    await page.getByLabel('The same once more').fill(PASSPHRASE);
    await encrypt.click();
    await page.getByRole('heading', { name: 'Encrypted. Write down the recovery key' }).waitFor();
    expect(beginning()).not.toBe('SQLite format 3');
    expect(await page.getByRole('list', { name: 'Recovery key' }).getByRole('listitem').count()).toBe(9);
    await page.getByLabel(/^I have written it down/).check();
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByText(/encrypted with AEGIS-256/).waitFor();
    expect(await heldFiles()).toBe(3);
  });

  it('remembers where the window stood', async () => {
    await opened.app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.setBounds({ x: 40, y: 30, width: 1111, height: 777 });
    });
    await opened.close();
    opened = await openWorkbench(folder);
    const bounds = await opened.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());
    expect(bounds).toMatchObject({ width: 1111, height: 777 });
    await opened.page.getByLabel('Passphrase').fill(PASSPHRASE);
    await opened.page.keyboard.press('Enter');
    await opened.page.getByRole('navigation', { name: 'Rooms' }).waitFor();
    expect(await heldFiles()).toBe(3);
  });

  it('passed without a console error, a policy violation or a request for anything but its own files', async () => {
    expect(await opened.troubles()).toEqual([]);
  });
});
