import type { Warning } from '../intake/draft.ts';
import { cellName, type Grid } from '../intake/grid.ts';
import { textOf } from '../intake/tidy-text.ts';

const MARKED = /[A-Za-z0-9)]([*†‡]+)(?=$|[\s).,;:])/g;
const NOTE = /^(?:notes?\s*:?\s*)?([*†‡]+)/i;

/** Footnote marks («per 1000*») that no note on the sheet explains; one finding for each mark. */
export function checkFootnotes(grid: Grid): Warning[] {
  const texts = grid.rows.flatMap(({ row, cells }) =>
    cells.flatMap((content, column) => {
      const text = textOf(content);
      return text === '' ? [] : [{ cell: cellName(row, column), text }];
    }),
  );
  const notes = new Set(texts.flatMap(({ text }) => (text.length > 3 ? (NOTE.exec(text)?.[1] ?? []) : [])));
  const open = new Map<string, { cell: string; text: string }[]>();
  for (const { cell, text } of texts) {
    for (const [, mark = ''] of text.matchAll(MARKED)) {
      if (!notes.has(mark)) open.set(mark, [...(open.get(mark) ?? []), { cell, text }]);
    }
  }
  return [...open].map(([mark, places]) => ({
    check: 'footnote-missing',
    cells: [...new Set(places.map(({ cell }) => cell))].join(', '),
    says: `«${places[0]?.text ?? ''}» carries the mark «${mark}», but no note on the sheet explains it.`,
    found: mark,
    expected: null,
  }));
}
