import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { GLOSSARY, meaningOf } from '../../src/renderer/words/glossary.ts';

/** The README's glossary, row by row. */
function written(): Record<string, string> {
  const readme = readFileSync(resolve(import.meta.dirname, '../../README.md'), 'utf8');
  const [, table = ''] = /\n## Glossary\n([\s\S]*?)\n## /.exec(readme) ?? [];
  const rows = table.split('\n').filter((line) => line.startsWith('|'));
  return Object.fromEntries(
    rows.slice(2).map((row) => {
      const [, word = '', meaning = ''] = row.split('|').map((cell) => cell.trim());
      return [word, meaning];
    }),
  );
}

it('is the same in the README as in the window, word for word', () => {
  expect(written()).toEqual(GLOSSARY);
});

it('makes a sentence of a meaning', () => {
  expect(meaningOf('rank')).toBe('Place by rate; 1 is the highest.');
});
