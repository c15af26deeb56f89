import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { inertText } from '../../../src/main/cli/inert-text.ts';
import { temporaryFolder } from '../temporary-store.ts';

const CLI = resolve(import.meta.dirname, '../../../dist/main/cli.js');

it('prints words out of a workbook without what steers a terminal or turns letters round', () => {
  expect(inertText('\u001b]0;title\u0007\u001b[2Jtotal\r\n\u202Excod.exe\u202C\tend')).toBe(
    '·]0;title··[2Jtotal·\n·xcod.exe·\tend',
  );
  expect(inertText('«<5» — 18,713 × ½ ✓ Ŵythenshawe')).toBe('«<5» — 18,713 × ½ ✓ Ŵythenshawe');
});

it('does so for whatever a command prints of a file', () => {
  const path = join(temporaryFolder(), 'July.csv');
  writeFileSync(
    path,
    'Reduce ASB \u001b[31m incidents \u202Efdp\n,Apr,May,Jun,Jul,Aug,Sep,Oct,Nov,Dec,Jan,Feb,Mar\n' +
      'Actual 2014 - 2015,808,8\u001b[2J82,1023,1056,915,982,850,755,682,639,642,831\n',
  );
  const store = join(temporaryFolder(), 'store.sqlite');
  const { stdout } = spawnSync(process.execPath, [CLI, 'import', path, '--dry-run', '--store', store], {
    encoding: 'utf8',
  });
  expect(stdout).toContain('8·[2J82');
  // eslint-disable-next-line no-control-regex -- exactly these must not be there
  expect(stdout).not.toMatch(/[\u001b\u202e]/);
});
