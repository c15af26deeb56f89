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
