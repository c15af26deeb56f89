import { it } from 'vitest';
import { openWorkbench, newFolder, removeFolder } from './open-workbench.ts';
import { dropFiles } from './drop-files.ts';
it('look', async () => {
  const folder = newFolder();
  const opened = await openWorkbench(folder);
  const { page } = opened;
  page.setDefaultTimeout(5000);
  await page.getByRole('navigation').getByText('Extracts', { exact: true }).click();
  await dropFiles(page, page.getByText('Drop the month’s extracts here'), [
    '/work/main/resources/sample/partner/Anti-social behaviour incidents to June 2015.xls',
  ]);
  await page.waitForTimeout(3000);
  await page.screenshot({ path: '/tmp/shots/drop.png' });
  console.log(await page.getByRole('main').innerText());
  console.log(await opened.troubles());
  await opened.close();
  removeFolder(folder);
}, 60000);
