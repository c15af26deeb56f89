import type { Grid, Row } from './grid.ts';
import { textsBetween } from './grid-cells.ts';
import { tidyLabel, textOf } from './tidy-text.ts';

/** A header row and what its columns are: the name of a meaning → its column (from 0). */
export interface HeadedTable {
  readonly headerRow: number;
  readonly columns: Readonly<Record<string, number>>;
  /** Texts above the header, nearest first. */
  readonly titles: readonly string[];
  readonly fingerprint: string;
}

/** Heading words by meaning; the first column that fits takes the meaning. */
export type HeadingWords = Readonly<Record<string, RegExp>>;

/** The first row (of the first thirty) whose headings name everything in `needed`; null when there is none. */
export function findHeadedTable(grid: Grid, words: HeadingWords, needed: readonly string[]): HeadedTable | null {
  for (const row of grid.rows.slice(0, 30)) {
    const columns = columnsByWords(row, words);
    if (needed.every((meaning) => columns[meaning] !== undefined)) {
      return headedTableAt(grid, row, columns);
    }
  }
  return null;
}

/** The table under a given header row, whatever its headings name. */
export const headedTableAt = (grid: Grid, header: Row, columns: Readonly<Record<string, number>>): HeadedTable => ({
  headerRow: header.row,
  columns,
  titles: textsBetween(grid, 1, header.row - 1).toReversed(),
  fingerprint: headingsOf(header).join(' | '),
});

/** The tidied headings of a row, in order. */
export const headingsOf = (row: Row): string[] =>
  row.cells.map((cell) => tidyLabel(textOf(cell))).filter((text) => text !== '');

/** What the headings of a row say of its columns, as far as they say it. */
export function columnsByWords(row: Row, words: HeadingWords): Record<string, number> {
  const columns: Record<string, number> = {};
  row.cells.forEach((cell, column) => {
    const heading = tidyLabel(textOf(cell)).toLowerCase();
    if (heading === '' || heading.length > 80) return;
    for (const [meaning, pattern] of Object.entries(words)) {
      if (columns[meaning] === undefined && pattern.test(heading)) {
        columns[meaning] = column;
        return;
      }
    }
  });
  return columns;
}

const TOTAL =
  /^(?:grand |sub[- ]?|overall )?totals?\b|^all areas$|\b(?:group|msg|msf|family|peer) (?:average|mean)\b|^(?:average|mean|median)\b/i;

/** True for the label of a row that sums up or averages the rows above it. */
export const isSummaryLabel = (label: string): boolean => TOTAL.test(tidyLabel(label));
