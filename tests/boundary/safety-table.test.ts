import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const section = readme.slice(readme.indexOf('### Look the safety over'), readme.indexOf('### Check a measure sheet'));
const rows = section
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .slice(2)
  .map((line) => line.split('|').map((cell) => cell.trim()));

it('has a row for each item of the security checklist, with tests that are there', () => {
  const items = rows.flatMap(([, item = '']) => item.split(', '));
  const twenty = Array.from({ length: 20 }, (_, at) => String(at + 1));
  expect([...items].sort()).toEqual([...twenty, 'network', 'files', 'input', 'keys'].sort());
  for (const [, item, , tests = ''] of rows) {
    const named = [...tests.matchAll(/`([^`]+)`/g)].map(([, path = '']) => path);
    expect(named.length, item).toBeGreaterThan(0);
    expect(named.filter((path) => !path.endsWith('.test.ts') || !existsSync(join(root, path)))).toEqual([]);
  }
});

it('says which Electron it is made with, and which was the newest on which day', () => {
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8')) as {
    version: string;
  };
  const { asOf, newestMajor } = JSON.parse(readFileSync(join(root, 'tests/boundary/electron-majors.json'), 'utf8')) as {
    asOf: string;
    newestMajor: number;
  };
  const day = new Date(asOf).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
  const said = rows.find(([, item]) => item === '16')?.[2] ?? '';
  expect(said).toContain(`Electron ${String(version.split('.')[0])};`);
  expect(said).toContain(`(${day}: ${String(newestMajor)})`);
});
