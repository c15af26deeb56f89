import type { FinancialYear } from '../time/financial-year.ts';
import type { Warning } from './draft.ts';
import { blockName } from './grid.ts';
import type { GridCells } from './grid-cells.ts';
import { readValue } from './read-value.ts';
import type { PeriodColumn, WideRow } from './wide-mapping.ts';

/** The numbers of a row in order of its months or quarters; null where there is none. */
export function numbersOf(cells: GridCells, row: number, columns: readonly PeriodColumn[]): (number | null)[] {
  return columns
    .filter(({ kind }) => kind === 'month' || kind === 'quarter')
    .map(({ column }) => {
      const found = readValue(cells.cell(row, column));
      return found.kind === 'number' ? found.value : null;
    });
}

/** True where the running sum of `months` gives `cumulative` in every period both know (at least one). */
function addsUpTo(months: readonly (number | null)[], cumulative: readonly (number | null)[]): boolean {
  let sum = 0;
  let compared = 0;
  for (const [index, month] of months.entries()) {
    if (month === null) break;
    sum += month;
    const printed = cumulative[index] ?? null;
    if (printed === null) continue;
    if (Math.abs(printed - sum) > 0.05) return false;
    compared++;
  }
  return compared > 0;
}

/**
 * Two rows with one label («Actual 2014 - 2015» twice): the one whose running sum is the cumulative row of another year
 * belongs to that year. What cannot be settled by the figures is not understood, and the officer is told either way.
 */
export function settleDuplicates(
  rows: readonly WideRow[],
  columns: readonly PeriodColumn[],
  cells: GridCells,
  warnings: Warning[],
): WideRow[] {
  const settled = [...rows];
  const sameAs = (a: WideRow, b: WideRow) => a.meaning === b.meaning && a.measure === b.measure && a.year === b.year;
  rows.forEach((row, index) => {
    if (row.meaning === 'change' || row.meaning === 'not-understood') return;
    const twins = rows.flatMap((other, at) => (sameAs(row, other) ? [at] : []));
    if (twins.length < 2 || twins[0] !== index) return;
    const years = twins.map((at) =>
      row.meaning === 'count' ? yearByCumulative(rows, rows[at], columns, cells) : null,
    );
    const taken = new Set<FinancialYear | null>();
    twins.forEach((at, position) => {
      const twin = rows[at];
      if (twin === undefined) return;
      const year = years[position] ?? (position === 0 ? twin.year : null);
      const where = blockName({ top: twin.row, bottom: twin.row, left: firstOf(columns), right: lastOf(columns) });
      if (year === null || taken.has(year)) {
        settled[at] = { ...twin, meaning: 'not-understood' };
        warnings.push({
          check: 'duplicate-row-label',
          cells: where,
          says: `Row ${String(twin.row)} has the same label as another, «${twin.label}», and its figures do not say which year they are: not taken.`,
          found: twin.label,
          expected: null,
        });
        return;
      }
      taken.add(year);
      settled[at] = { ...twin, year };
      if (year !== twin.year) {
        warnings.push({
          check: 'duplicate-row-label',
          cells: where,
          says: `Two rows are labelled «${twin.label}». Row ${String(twin.row)} adds up to the cumulative row for ${year}, so it is read as ${year}.`,
          found: twin.label,
          expected: year,
        });
      }
    });
  });
  return settled;
}

function yearByCumulative(
  rows: readonly WideRow[],
  row: WideRow | undefined,
  columns: readonly PeriodColumn[],
  cells: GridCells,
): FinancialYear | null {
  if (row === undefined) return null;
  const months = numbersOf(cells, row.row, columns);
  const fitting = rows.filter(
    (other) =>
      other.meaning === 'cumulative' &&
      other.measure === row.measure &&
      addsUpTo(months, numbersOf(cells, other.row, columns)),
  );
  const years = new Set(fitting.map(({ year }) => year));
  return years.size === 1 ? (fitting[0]?.year ?? null) : null;
}

const firstOf = (columns: readonly PeriodColumn[]): number => Math.min(...columns.map(({ column }) => column));
const lastOf = (columns: readonly PeriodColumn[]): number => Math.max(...columns.map(({ column }) => column));
