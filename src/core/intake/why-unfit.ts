import type { Grid, Row } from './grid.ts';
import { monthFound, readMonthCell } from './read-month.ts';
import { findPeriod } from './read-period.ts';
import { readQuarter } from './read-quarter.ts';
import { readFinancialYear } from './read-year.ts';
import { readValue } from './read-value.ts';
import { isBlank, textOf, tidyLabel } from './tidy-text.ts';

/** Rows at the top where titles and headings stand. */
const TOP = 30;

/** A quarter with a single year. */
const OPEN_QUARTER = /^(?:q|qtr\.? ?|quarter ?)[1-4],? ?(?:of )?\d{4}$|^\d{4},? (?:q|quarter ?)[1-4]$/i;

/** Why a sheet fits no layout, as far as it can be told: part of a sentence that says what is missing. */
export function whyUnfit(grid: Grid): string {
  const figures = grid.rows.reduce(
    // Numbers of a text file are texts.
    (sum, { cells }) => sum + cells.filter((cell) => readValue(cell).kind === 'number').length,
    0,
  );
  if (figures === 0) return 'it holds no figures, dates or records that go with a heading';
  if (grid.rows.filter(({ cells }) => cells.some((cell) => !isBlank(cell))).length < 3)
    return 'it holds fewer than three rows';
  const top = grid.rows.slice(0, TOP);
  if (!top.some(namesPeriod)) return 'neither titles nor headings say which months or year its figures are for';
  const quarter = top.flatMap(({ cells }) => cells.map(textOf)).find((text) => OPEN_QUARTER.test(text));
  if (quarter !== undefined)
    return `«${quarter}» may be the calendar’s quarter or the financial year’s: write the months (Jan-Mar 2018) or the financial year (Q1 2018/19), or choose what each column is under «The sheet»`;
  const twice = top.map(headedTwice).find((heading) => heading !== null) ?? null;
  if (twice !== null) return `several columns are headed «${twice}», and nothing tells them apart`;
  return 'no column names areas, offences or measures that its figures could belong to';
}

const namesPeriod = ({ cells }: Row): boolean =>
  cells.some((cell) => {
    const text = textOf(cell);
    return (
      monthFound(readMonthCell(cell)) !== null ||
      (text !== '' && (findPeriod(text) !== null || readFinancialYear(text) !== null || readQuarter(text) !== null)) ||
      /(?<!\d)(?:19|20)\d{2}(?!\d)/.test(text) ||
      (typeof cell === 'number' && Number.isInteger(cell) && cell >= 1990 && cell <= 2100)
    );
  });

function headedTwice({ cells }: Row): string | null {
  const headings = cells.map((cell) => tidyLabel(textOf(cell))).filter((heading) => /[a-z]{3}/i.test(heading));
  return headings.find((heading, index) => headings.indexOf(heading) < index) ?? null;
}
