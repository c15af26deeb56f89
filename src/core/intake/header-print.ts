import { type Grid, type Row } from './grid.ts';
import { gridCells } from './grid-cells.ts';
import { isBlank, shownText, tidyLabel } from './tidy-text.ts';
import { periodColumn } from './wide-header.ts';

/** The headings of a table where they stand. `key` is what they are known by: a month is any month. */
export interface HeaderPrint {
  readonly row: number;
  readonly headings: readonly Heading[];
}

export interface Heading {
  readonly column: number;
  readonly heading: string;
  readonly key: string;
}

/** The headings of some rows of a sheet. */
export function headerPrints(grid: Grid, rows: readonly number[]): HeaderPrint[] {
  const cells = gridCells(grid);
  return rows.flatMap((at) => {
    const row = cells.row(at);
    return row === undefined ? [] : [printOf(row)];
  });
}

function printOf(row: Row): HeaderPrint {
  const headings = row.cells.flatMap((cell, column): Heading[] => {
    if (isBlank(cell)) return [];
    const heading = tidyLabel(shownText(cell));
    const period = periodColumn(cell, column);
    const dated = period !== null && period.kind !== 'total';
    return [{ column, heading, key: dated ? `a ${period.kind}` : heading.toLowerCase() }];
  });
  return { row: row.row, headings };
}

/** One line that is the same whenever the headings are the same in the same order, wherever the table stands. */
export const fingerprintOf = (prints: readonly HeaderPrint[]): string =>
  prints.map(({ headings }) => headings.map(({ key }) => key).join(' | ')).join(' || ');

/** How far headings must agree for a row to be taken for the same header: most of the longer of the two. */
const ALIKE = 0.6;

/** The rows of a sheet that are most like some kept headers, in order; null where one of them is nowhere. */
export function findHeaders(kept: readonly HeaderPrint[], grid: Grid): HeaderPrint[] | null {
  const found: HeaderPrint[] = [];
  let after = 0;
  for (const one of kept) {
    let best: HeaderPrint | null = null;
    let alike = ALIKE;
    for (const row of grid.rows.slice(0, 200)) {
      if (row.row <= after) continue;
      const print = printOf(row);
      const share = likeness(one, print);
      if (share > alike || (share === alike && best === null)) [best, alike] = [print, share];
      if (share === 1 && one.row === row.row) break;
    }
    if (best === null) return null;
    found.push(best);
    after = best.row;
  }
  return found;
}

/** The share of headings two rows have in common: 1 where all are the same. */
function likeness(a: HeaderPrint, b: HeaderPrint): number {
  const left = b.headings.map(({ key }) => key);
  let common = 0;
  for (const { key } of a.headings) {
    const at = left.indexOf(key);
    if (at < 0) continue;
    left.splice(at, 1);
    common += 1;
  }
  return common / Math.max(1, a.headings.length, b.headings.length);
}
