import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import Database from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import { goTo } from './officer.ts';
import { newFolder, openWorkbench, removeFolder, type Opened } from './open-workbench.ts';

const PASSPHRASE = 'kettle harbour violin ninepence';
const ANOTHER = 'lantern ferry biscuit seventeen';
const THIRD = 'orchard bicycle marmalade eleven';
const FOURTH = 'pebble trumpet cardigan forty';

describe('opening the store in the real app', () => {
  const folder = newFolder();
  let opened: Opened | null = null;
  let recoveryKey = '';
  let newKey = '';
  afterAll(async () => {
    await opened?.close();
    removeFolder(folder);
  });

  const start = async (): Promise<Opened> => {
    await opened?.close();
    opened = await openWorkbench(folder, 'as-it-is');
    opened.page.setDefaultTimeout(20_000);
    return opened;
  };
  const findings = async ({ page }: Opened): Promise<string[]> => {
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode(true)
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    return violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${String(node.target)}`));
  };
  const isOpen = ({ page }: Opened) => page.getByRole('navigation', { name: 'Rooms' }).waitFor();
  const keyShown = async ({ page }: Opened): Promise<string> => {
    const groups = await page.getByRole('list', { name: 'Recovery key' }).getByRole('listitem').allInnerTexts();
    return groups.join(' ');
  };

  it('asks for a passphrase before there is a store, says how strong it is, and shows the recovery key until it is written down', async () => {
    const here = await start();
    const { page } = here;
    await page.getByRole('heading', { name: 'Choose a passphrase' }).waitFor();
    const make = page.getByRole('button', { name: 'Make the store' });
    await page.getByLabel('New passphrase').fill('password1');
    await page.getByText(/^Weak: could be guessed/).waitFor();
    await page.getByLabel('New passphrase').fill(PASSPHRASE);
    await page.getByText(/^(Good|Strong): /).waitFor();
    expect(await make.isDisabled()).toBe(true);
    await page.getByLabel('The same once more').fill(PASSPHRASE);
    expect(await findings(here)).toEqual([]);
    await make.click();
    await page.getByRole('heading', { name: 'Write down the recovery key' }).waitFor();
    recoveryKey = await keyShown(here);
    expect(recoveryKey).toMatch(/^([0-9A-Z]{4} ){8}[0-9A-Z]{4}$/);
    expect(await findings(here)).toEqual([]);
    expect(await page.getByRole('button', { name: 'Begin' }).isDisabled()).toBe(true);
    await page.getByLabel(/^I have written it down/).check();
    await page.getByRole('button', { name: 'Begin' }).click();
    await isOpen(here);
    expect(readFileSync(here.storePath).subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3');
  });

  it('says that a wrong passphrase is wrong, changes nothing, and opens with the right one', async () => {
    const here = await start();
    const { page } = here;
    const before = readFileSync(here.storePath);
    await page.getByRole('heading', { name: 'Open the store' }).waitFor();
    expect(await findings(here)).toEqual([]);
    const locked = await page.evaluate(() => window.workbench.invoke('import.list', {}));
    expect(locked).toMatchObject({ ok: false, failure: { kind: 'refused' } });
    await page.getByLabel('Passphrase').fill('kettle harbour violin');
    await page.keyboard.press('Enter');
    await page.getByText(/^This is not the passphrase of .* Nothing was changed\. Try again\.$/).waitFor();
    expect(readFileSync(here.storePath).equals(before)).toBe(true);
    await page.getByLabel('Passphrase').fill(PASSPHRASE);
    await page.keyboard.press('Enter');
    await isOpen(here);
    await goTo(page, 'Settings');
    await page.getByText(/encrypted with AEGIS-256/).waitFor();
    expect(await here.troubles()).toEqual([]);
  });

  it('opens with the recovery key and a new passphrase when the first is lost', async () => {
    const { app, page } = await start();
    await page.getByRole('button', { name: 'The passphrase is lost' }).click();
    await page.getByLabel('Recovery key').fill(recoveryKey.toLowerCase());
    await page.getByLabel('New passphrase').fill(ANOTHER);
    await page.getByLabel('The same once more').fill(ANOTHER);
    await page.getByRole('button', { name: 'Open with the new passphrase' }).click();
    await page.getByRole('navigation', { name: 'Rooms' }).waitFor();
    await page.evaluate(() => window.workbench.invoke('table.keep-density', { dense: true }));
    await app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(1.25);
    });
    const again = await start();
    await again.page.getByLabel('Passphrase').fill(ANOTHER);
    await again.page.keyboard.press('Enter');
    await isOpen(again);
  });

  it('comes back as large as it was, with the rows of its tables as close', async () => {
    if (opened === null) throw new Error('the store is not open');
    const { app, page } = opened;
    expect(await page.evaluate(() => document.documentElement.dataset['density'])).toBe('close');
    const zoom = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.zoomFactor);
    expect(zoom).toBeCloseTo(1.25);
  });

  it('changes the passphrase once the present one is right, and makes a new recovery key', async () => {
    if (opened === null) throw new Error('the store is not open');
    const { page, storePath } = opened;
    await goTo(page, 'Settings');
    await page.getByRole('button', { name: 'Change the passphrase…' }).click();
    await page.getByLabel('New passphrase').fill(THIRD);
    await page.getByLabel('The same once more').fill(THIRD);
    const before = readFileSync(`${storePath}.key`);
    await page.getByLabel('Present passphrase').fill(PASSPHRASE);
    await page.getByRole('button', { name: 'Change the passphrase', exact: true }).click();
    await page
      .getByRole('alert')
      .getByText(/^This is not the passphrase/)
      .waitFor();
    expect(readFileSync(`${storePath}.key`).equals(before)).toBe(true);
    await page.getByLabel('Present passphrase').fill(ANOTHER);
    await page.getByRole('button', { name: 'Change the passphrase', exact: true }).click();
    await page.getByText(/^The passphrase is changed\./).waitFor();
    await page.getByRole('button', { name: 'New recovery key…' }).click();
    await page.getByLabel('Present passphrase').fill(THIRD);
    await page.getByRole('button', { name: 'Make a new recovery key' }).click();
    await page.getByRole('list', { name: 'Recovery key' }).waitFor();
    newKey = await keyShown(opened);
    expect(newKey).toMatch(/^([0-9A-Z]{4} ){8}[0-9A-Z]{4}$/);
    await page.getByLabel(/^I have written it down/).check();
    await page.getByRole('button', { name: 'Done' }).click();
  });

  it('from then on opens with neither the passphrase nor the recovery key of before, but with the new key', async () => {
    const here = await start();
    const { page } = here;
    await page.getByLabel('Passphrase').fill(ANOTHER);
    await page.keyboard.press('Enter');
    await page.getByText(/^This is not the passphrase of/).waitFor();
    await page.getByRole('button', { name: 'The passphrase is lost' }).click();
    await page.getByLabel('New passphrase').fill(FOURTH);
    await page.getByLabel('The same once more').fill(FOURTH);
    const open = page.getByRole('button', { name: 'Open with the new passphrase' });
    await page.getByLabel('Recovery key').fill(recoveryKey);
    await open.click();
    await page.getByText(/^This is not the recovery key of/).waitFor();
    await page.getByLabel('Recovery key').fill(newKey);
    await open.click();
    await isOpen(here);
  });

  it('backs up, and puts the backup in the place of a store that was damaged since', async () => {
    const here = opened;
    if (here === null) throw new Error('the store is not open');
    await goTo(here.page, 'Settings');
    await here.page.getByRole('button', { name: 'Back up now' }).click();
    await here.page.getByText('made by hand', { exact: true }).waitFor();
    await here.close();
    opened = null;
    const file = openSync(here.storePath, 'r+');
    writeSync(file, Buffer.alloc(4096, 0x5a), 0, 4096, 20_000);
    closeSync(file);
    const damaged = await start();
    const { page } = damaged;
    await page.getByLabel('Passphrase').fill(FOURTH);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'The store cannot be opened' }).waitFor();
    await page.getByText(/is damaged.*left as it is/).waitFor();
    expect(await findings(damaged)).toEqual([]);
    await page.getByLabel(/^Passphrase/).fill(FOURTH);
    await page.getByRole('button', { name: /^Restore the backup of/ }).click();
    await page.getByRole('region', { name: 'What restoring would change' }).waitFor();
    await page.getByRole('button', { name: 'Restore this backup' }).click();
    await isOpen(damaged);
    await page.getByText(/is kept as «workbench\.sqlite\.replaced-/).waitFor();
  });

  it('says that a store is from a newer version, and leaves it untouched', async () => {
    const newer = newFolder();
    const path = join(newer, 'workbench.sqlite');
    const db = new Database(path);
    db.exec('CREATE TABLE later (a)');
    db.pragma('user_version = 9999');
    db.close();
    const before = readFileSync(path);
    const here = await openWorkbench(newer, 'as-it-is');
    await here.page.getByText(/newer version/).waitFor();
    await here.page.getByRole('button', { name: 'Try again' }).click();
    await here.page.getByText(/newer version/).waitFor();
    expect(readFileSync(path).equals(before)).toBe(true);
    await here.close();
    removeFolder(newer);
  });
});
