import type { Warning } from '../intake/draft.ts';
import { cellName, type Grid } from '../intake/grid.ts';
import { measureIn } from '../intake/measure-words.ts';
import { tidyLabel, textOf } from '../intake/tidy-text.ts';

const HEADING = /^(?:list of |table of )?contents$/i;
/** Words of measures about people’s view, which share the subject of a count but are another measure. */
const OF_ANOTHER_KIND = /\bsatisf|\bquality of life\b|\bassessed\b/i;

interface Entry {
  readonly cell: string;
  readonly text: string;
}

/**
 * The list of contents of a paper against the tables it holds: a measure listed without a table, an entry listed twice.
 * `measures` and `titles` are those of every table of the file.
 */
export function checkContents(grid: Grid, measures: ReadonlySet<string>, titles: readonly string[]): Warning[] {
  const entries = entriesOf(grid);
  const missing = entries.filter(({ text }) => {
    if (OF_ANOTHER_KIND.test(text)) return !titles.some((title) => OF_ANOTHER_KIND.test(title) && shares(title, text));
    const measure = measureIn(text);
    return measure !== null && !measures.has(measure);
  });
  const seen = new Map<string, Entry>();
  const twice = entries.flatMap((entry) => {
    const key = entry.text.toLowerCase();
    const first = seen.get(key);
    if (first === undefined) seen.set(key, entry);
    return first === undefined ? [] : [{ first, entry }];
  });
  return [
    ...missing.map(({ cell, text }) => ({
      check: 'contents-without-table',
      cells: cell,
      says: `The contents list «${text}», but the file holds no such table.`,
      found: text,
      expected: null,
    })),
    ...twice.map(({ first, entry }) => ({
      check: 'contents-twice',
      cells: `${first.cell}, ${entry.cell}`,
      says: `The contents list «${entry.text}» twice.`,
      found: entry.text,
      expected: null,
    })),
  ];
}

/** True where a title and an entry share a word of substance. */
function shares(title: string, entry: string): boolean {
  const wordsOf = (text: string) => new Set(text.toLowerCase().match(/[a-z]{5,}/g) ?? []);
  const own = wordsOf(title);
  return [...wordsOf(entry)].filter((word) => own.has(word)).length >= 2;
}

/** The lines under a heading «Contents», without bullets, numbers and page numbers; an empty row does not end them. */
function entriesOf(grid: Grid): Entry[] {
  const cells = grid.rows.flatMap(({ row, cells: own }) =>
    own.flatMap((content, column) => {
      const text = textOf(content);
      return text === '' ? [] : [{ row, column, text }];
    }),
  );
  const heading = cells.find(({ text }) => HEADING.test(tidyLabel(text)));
  if (heading === undefined) return [];
  return cells.flatMap(({ row, column, text }) => {
    if (row <= heading.row || text.length > 200) return [];
    const entry = text
      .replace(/^(?:[-–•·]|\d{1,2}[.)]?(?=\s))\s*/, '')
      .replace(/[\s.…]+(?:page )?\d{1,3}$/i, '')
      .trim();
    return /[a-z]{4}/i.test(entry) ? [{ cell: cellName(row, column), text: entry }] : [];
  });
}
