import { expect, it } from 'vitest';
import { HELP_PAGES, searchHelp } from '../../src/renderer/views/help/search-help.ts';

const found = (asked: string): string[] => searchHelp(asked).map(({ id }) => id);

it('lists every job, the keys and the words where nothing is asked', () => {
  expect(found('')).toEqual(HELP_PAGES.map(({ id }) => id));
  expect(found('')).toEqual(
    expect.arrayContaining(['month', 'source', 'msg-chart', 'gap', 'workshop', 'backup', 'keys']),
  );
});

it('finds a job by any of its words, those in its title first', () => {
  expect(found('restore')[0]).toBe('backup');
  expect(found('MSG  chart')[0]).toBe('msg-chart');
  expect(found('clipboard')).toEqual(['msg-chart']);
  expect(found("partner's")).toEqual(found('partner’s'));
});

it('finds nothing where one word is nowhere', () => {
  expect(found('gap zebra')).toEqual([]);
});
