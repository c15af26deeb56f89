/**
 * Every difference between the July 2015 report and its recomputation, as `seed001_cells.csv` of the shared oracle lists
 * them (`table | row label | column`, several columns at once), with the finding that shows it, or why no sheet can.
 */
export interface PrintedDifference {
  readonly table: string;
  readonly row: string;
  readonly columns: readonly string[];
  readonly shownBy: { readonly sheet: string; readonly check: string; readonly cells: readonly string[] } | null;
  readonly cannot?: string;
}

const JUL_TO_MAR = ['Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec', 'Jan', 'Feb', 'Mar'];
const APR_TO_FEB = ['Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec', 'Jan', 'Feb'];
const along = (row: number, from: string, to: string): string[] =>
  Array.from('ABCDEFGHIJKLMNOP')
    .filter((letter) => letter >= from && letter <= to)
    .map((letter) => `${letter}${String(row)}`);

const shown = (
  table: string,
  row: string,
  columns: readonly string[],
  sheet: string,
  check: string,
  cells: readonly string[],
): PrintedDifference => ({ table, row, columns, shownBy: { sheet, check, cells } });

export const DIFFERENCES: readonly PrintedDifference[] = [
  shown('gap', 'Target Gap 15/16', JUL_TO_MAR.slice(0, -1), 'Gap', 'target-step-differs', along(10, 'H', 'O')),
  shown('gap', 'narrative', ['Jun'], 'Gap', 'narrative-target-differs', ['A4']),
  {
    table: 'gap',
    row: 'measure text',
    columns: ['annual'],
    shownBy: null,
    cannot: 'The baseline (76.3, the 2013/14 out-turn) was agreed in the minutes of another meeting.',
  },
  shown('all_crime', 'All Crime Culmative 2015 - 2016', JUL_TO_MAR, 'Gap', 'future-period-filled', along(12, 'H', 'P')),
  shown('all_crime', 'narrative', ['Jun'], 'Gap', 'narrative-differs', ['A3']),
  shown('dv', 'Target 15/16', ['Mar'], 'DV', 'target-end-differs', ['P9']),
  shown('dv', '% difference in Actuals', ['May', 'Jun'], 'DV', 'change-row-is-cumulative', ['F12', 'G12']),
  shown('dv', '% difference in Actuals', JUL_TO_MAR, 'DV', 'future-period-filled', along(12, 'H', 'P')),
  shown('da_referrals', 'Target 14/15', ['Q2', 'Q3'], 'Referrals', 'target-step-differs', ['F8', 'G8']),
  shown('da_referrals', 'Target 14/15', ['row label'], 'Referrals', 'year-in-label', ['E8']),
  shown('da_referrals', '% difference in Actuals', ['Q1'], 'Referrals', 'change-row-holds-number', ['E11']),
  shown('dash', 'Actual 2014 - 2015', ['all quarters'], 'DASH', 'row-sums-to-cell', ['E6', 'F6', 'G6', 'H6', 'E7']),
  shown('dash', 'Cum Actuals 14/15', ['Q2', 'Q3', 'Q4'], 'DASH', 'last-period-differs', ['F9', 'G9', 'H9']),
  shown('dash', 'Target 14/15', ['row label'], 'DASH', 'year-in-label', ['E8']),
  shown('dash', '% difference in Actuals', ['Q1'], 'DASH', 'change-row-holds-number', ['E11']),
  shown('asb', 'Actual 2014 - 2015', ['14/15 annual'], 'ASB', 'annual-differs', ['D8']),
  shown('asb', 'Target 15/16', APR_TO_FEB, 'ASB', 'target-step-differs', along(10, 'E', 'O')),
  shown('asb', '% difference in Actuals', ['May', 'Jun'], 'ASB', 'change-row-is-cumulative', ['F13', 'G13']),
  shown('asb', 'status', ['Jun'], 'ASB', 'status-differs', ['A2']),
  shown('asb', 'section heading', ['title'], 'ASB', 'unit-word', ['A1']),
  shown('hate', 'Cumulative average 14/15', ['row label'], 'Hate', 'unit-word', ['A7', 'A8']),
  shown('hate', 'Target required', APR_TO_FEB, 'Hate', 'target-step-differs', along(9, 'E', 'O')),
  shown('sac', 'Actual 2014 - 2015 (2nd row)', ['row label'], 'SAC', 'duplicate-row-label', ['B8']),
  shown('sac', '% difference in Actuals', ['May'], 'SAC', 'change-row-is-cumulative', ['F11']),
  shown('sac', 'actuals', ['Jun'], 'SAC', 'last-period-differs', ['G8']),
  shown('sac', 'status', ['Jun'], 'SAC', 'status-without-measure', ['A2']),
];

/** How many cells the differences are, one for each column. */
export const differenceCount = (): number => DIFFERENCES.reduce((sum, { columns }) => sum + columns.length, 0);
