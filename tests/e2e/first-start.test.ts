import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newFolder, openWorkbench, removeFolder, type Opened } from './open-workbench.ts';

describe('the first five minutes, in the real app', () => {
  const folder = newFolder();
  let opened: Opened;
  beforeAll(async () => {
    opened = await openWorkbench(folder);
    opened.page.setDefaultTimeout(60_000);
  });
  afterAll(async () => {
    await opened.close();
    removeFolder(folder);
  });

  it('looks round with the sample partnership, marked as such, in a store of its own', async () => {
    const { page } = opened;
    await page.getByRole('heading', { name: 'Begin with your own extracts' }).waitFor();
    await page.getByRole('button', { name: 'Look round with the sample' }).click();
    await page.getByText('Sample · illustrative').waitFor();
    await page.getByRole('heading', { name: 'What changed since last month' }).waitFor();
    const steps = page.getByRole('region', { name: /The month’s routine/ });
    await expect.poll(() => steps.innerText()).toMatch(/Domestic abuse referrals[\s\S]*525 referrals in quarter one/);
    expect(existsSync(join(folder, 'data/sample/sample.sqlite'))).toBe(true);
    const about = await page.evaluate(() => window.workbench.invoke('app.about', {}));
    expect(about).toMatchObject({ ok: true, value: { sample: true, store: 'sample.sqlite' } });
    expect(JSON.stringify(about)).not.toContain('/');
  });

  it('leaves the sample again, and nothing of it is among the officer’s own figures', async () => {
    const { page } = opened;
    await page.getByRole('button', { name: 'Leave the sample' }).click();
    await page.getByRole('button', { name: 'Look round with the sample' }).waitFor();
    expect(await page.getByText('Sample · illustrative').count()).toBe(0);
    const imports = await page.evaluate(() => window.workbench.invoke('import.list', {}));
    expect(imports).toEqual({ ok: true, value: [] });
    expect(await opened.troubles()).toEqual([]);
  });
});
