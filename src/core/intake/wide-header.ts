import { financialYearOf, type FinancialYear } from '../time/financial-year.ts';
import { monthOf } from '../time/month.ts';
import type { CellValue, Grid, Row } from './grid.ts';
import type { GridCells } from './grid-cells.ts';
import { readMonthCell } from './read-month.ts';
import { readQuarter } from './read-quarter.ts';
import { readFinancialYear } from './read-year.ts';
import { tidyLabel } from './tidy-text.ts';
import type { PeriodColumn } from './wide-mapping.ts';

/** A header row of periods. */
export interface PeriodHeader {
  readonly row: number;
  readonly columns: readonly PeriodColumn[];
}

const TOTAL = /^(?:grand |year )?totals?$|^year to date$|^ytd$|^full year$|^cumulative total$/i;

const PLAIN_FIGURE = /^\s*-?[\d,]+(?:\.\d+)?\s*$/;

/** What a heading cell stands for; null when it names no period. */
export function periodColumn(cell: CellValue, column: number): PeriodColumn | null {
  // Most cells of a sheet are plain figures: they are no headings, and are passed over first for speed.
  if (typeof cell === 'string' && cell.length !== 6 && PLAIN_FIGURE.test(cell)) return null;
  const month = readMonthCell(cell);
  if (month !== null) {
    const year = month.year === null ? null : financialYearOf(monthOf(month.year, month.month));
    return { column, kind: 'month', month: month.month, year };
  }
  if (typeof cell !== 'string') return null;
  const quarter = readQuarter(cell);
  if (quarter !== null) return { column, kind: 'quarter', ...quarter };
  const year = readFinancialYear(cell);
  if (year !== null) return { column, kind: 'year', year };
  return TOTAL.test(tidyLabel(cell)) ? { column, kind: 'total' } : null;
}

/** The header rows of wide tables: at least three different months, or two quarters, side by side. */
export function periodHeaders(grid: Grid, cells: GridCells): PeriodHeader[] {
  const headers: PeriodHeader[] = [];
  for (const row of grid.rows) {
    const columns = periodColumnsOf(row);
    if (columns !== null) headers.push({ row: row.row, columns: withYearsAbove(columns, row.row, grid, cells) });
  }
  return headers;
}

function periodColumnsOf(row: Row): PeriodColumn[] | null {
  const columns: PeriodColumn[] = [];
  row.cells.forEach((cell, column) => {
    const found = cell === null ? null : periodColumn(cell, column);
    if (found !== null) columns.push(found);
  });
  const months = new Set(
    columns.flatMap((found) => (found.kind === 'month' ? [`${String(found.month)} ${found.year ?? ''}`] : [])),
  );
  const quarters = new Set(
    columns.flatMap((found) => (found.kind === 'quarter' ? [`${String(found.quarter)} ${found.year ?? ''}`] : [])),
  );
  return months.size >= 3 || quarters.size >= 2 ? columns : null;
}

/** Several years side by side: a year that stands (or is merged) over columns without one is theirs. */
function withYearsAbove(columns: readonly PeriodColumn[], row: number, grid: Grid, cells: GridCells): PeriodColumn[] {
  let year: FinancialYear | null = null;
  let until = -1;
  return columns.map((found) => {
    const above = readFinancialYear(cells.text(row - 1, found.column));
    if (above !== null) {
      year = above;
      const merged = grid.merges.find((block) => block.top === row - 1 && block.left === found.column);
      until = merged === undefined ? Infinity : merged.right;
    }
    if ((found.kind !== 'month' && found.kind !== 'quarter') || found.year !== null || found.column > until)
      return found;
    return { ...found, year };
  });
}
