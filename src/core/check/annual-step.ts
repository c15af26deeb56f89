import type { Warning } from '../intake/draft.ts';
import { blockName, cellName } from '../intake/grid.ts';
import { readValue } from '../intake/read-value.ts';
import { shownNumber } from '../intake/wide-lines.ts';
import type { WideRow, WideTable } from '../intake/wide-mapping.ts';
import { firstMonthOf, lastMonthOf, previousYear } from '../time/financial-year.ts';
import type { WideSheet } from './check-wide.ts';
import { yearSum } from './year-sum.ts';

/** A change from one year to the next of this share or more asks for a note: a quarter (the July 2015 paper: −28%). */
const BIG_STEP = 0.25;
/** Smaller annual figures change as much by chance. */
const LARGE_ENOUGH = 100;

/** Big steps between the annual columns of a row that no note explains. */
export function checkAnnualSteps(sheet: WideSheet): Warning[] {
  return sheet.tables.flatMap((table) => table.rows.flatMap((row) => stepsOfRow(row, table, sheet)));
}

function stepsOfRow(row: WideRow, table: WideTable, { cells, settled, unknown }: WideSheet): Warning[] {
  if (row.meaning !== 'count' && row.meaning !== 'cumulative' && row.meaning !== 'gap') return [];
  const years = table.columns.flatMap((column) => {
    const found = column.kind === 'year' ? readValue(cells.cell(row.row, column.column)) : null;
    if (column.kind !== 'year' || found?.kind !== 'number') return [];
    const span = { measure: row.measure, from: firstMonthOf(column.year), to: lastMonthOf(column.year) };
    // Where the year’s own months say otherwise, that was told already; here the months count.
    const value = yearSum(span, settled.lines, unknown)?.value ?? found.value;
    return [{ year: column.year, column: column.column, value, says: found.value }];
  });
  const steps = years.flatMap((later) => {
    const earlier = years.find(({ year }) => year === previousYear(later.year));
    if (earlier === undefined || Math.min(earlier.value, later.value) < LARGE_ENOUGH) return [];
    const change = later.value / earlier.value - 1;
    return Math.abs(change) < BIG_STEP ? [] : [{ earlier, later, change }];
  });
  if (steps.length === 0) return [];
  const columns = steps.flatMap(({ earlier, later }) => [earlier.column, later.column]);
  const [left, right] = [Math.min(...columns), Math.max(...columns)];
  const said = steps.map(
    ({ earlier, later, change }) =>
      `from ${shownNumber(earlier.says)} (${cellName(row.row, earlier.column)}) to ${shownNumber(later.says)} (${cellName(row.row, later.column)}), ${(change * 100).toLocaleString('en-GB', { maximumFractionDigits: 0, signDisplay: 'always' })}%`,
  );
  return [
    {
      check: 'annual-step',
      cells: blockName({ top: row.row, bottom: row.row, left, right }),
      says: `«${row.label}» steps ${said.join(', and ')}: a change in recording, or a slip? A note should say.`,
      found: steps.map(({ earlier, later }) => `${shownNumber(earlier.says)} → ${shownNumber(later.says)}`).join(', '),
      expected: null,
    },
  ];
}
