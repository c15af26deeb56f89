import { monthOf } from '../time/month.ts';
import type { Period } from '../time/period.ts';
import type { CrosstabColumn } from './crosstab-headings.ts';
import type { Grid } from './grid.ts';
import { isBlank, shownText, slugOf, tidyLabel } from './tidy-text.ts';

/** A column that dates every row of a sheet alike: «date» with 2011 all the way down, as Nomis writes tables. */
export interface DatingColumn {
  readonly column: number;
  readonly year: number;
}

const HEADED = /^(?:date|year|time|period)$/i;
const YEAR = /^(?:19|20)\d{2}$/;

/** The column of one year repeated under «date» or «year»; null where there is none, or its rows are of several years. */
export function datingColumn(grid: Grid): DatingColumn | null {
  for (const [at, header] of grid.rows.slice(0, 10).entries()) {
    const column = header.cells.findIndex((cell) => HEADED.test(tidyLabel(shownText(cell))));
    if (column < 0) continue;
    const held = grid.rows.slice(at + 1).flatMap(({ cells }) => {
      const cell = cells[column] ?? null;
      return isBlank(cell) ? [] : [shownText(cell).trim()];
    });
    const [year] = held;
    if (year === undefined || held.length < 3 || !YEAR.test(year) || held.some((one) => one !== year)) return null;
    return { column, year: Number(year) };
  }
  return null;
}

/** The sheet without a column: what it says is known already. */
export const withoutColumn = (grid: Grid, column: number): Grid => ({
  ...grid,
  rows: grid.rows.map((row) => ({ ...row, cells: row.cells.map((cell, at) => (at === column ? null : cell)) })),
});

const CENSUS = /;\s*measures:\s*value$/i;

/** Months of the census days: 21 April 1991, 29 April 2001, 27 March 2011, 21 March 2021. */
const CENSUS_MONTHS: Readonly<Partial<Record<number, number>>> = { 1991: 4, 2001: 4, 2011: 3, 2021: 3 };

/** True where every heading ends as those of a census table from Nomis do: «…; measures: Value». */
export const isCensusTable = (columns: readonly CrosstabColumn[]): boolean =>
  columns.length > 0 && columns.every(({ heading }) => CENSUS.test(heading));

/** A year's period: the census month for a census table, otherwise January to December. */
export function periodOfYear(year: number, census: boolean): Period {
  const month = census ? CENSUS_MONTHS[year] : undefined;
  return month === undefined
    ? { from: monthOf(year, 1), to: monthOf(year, 12) }
    : { from: monthOf(year, month), to: monthOf(year, month) };
}

/**
 * A column of a census table: people, not events, each category a measure of its own. They are kept apart from the
 * mid-year estimates that rates are made with.
 */
export function censusColumn(column: CrosstabColumn): CrosstabColumn {
  const heading = column.heading.replace(CENSUS, '').trim();
  return {
    ...column,
    heading,
    subject: heading,
    quantity: 'population',
    measure: `census/${slugOf(heading).slice(0, 140)}`,
  };
}
