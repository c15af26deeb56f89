import fc from 'fast-check';
import type { CellValue } from '../../../src/core/intake/grid.ts';
import { cellName } from '../../../src/core/intake/grid.ts';
import { MONTHS } from '../intake/make-grid.ts';
import { even, sums } from './july-2015-sheets.ts';

/** What a measure sheet that adds up is made of. */
export interface Recipe {
  readonly quarters: boolean;
  readonly lastYear: readonly number[];
  readonly thisYear: readonly number[];
  /** The years before, as shares of last year’s total. */
  readonly earlier: readonly [number, number];
  readonly targetShare: number;
  readonly asLastYearFell: boolean;
  readonly cumulativeChange: boolean;
}

/** Any sheet that adds up: 12 months or 4 quarters, two years, an even or seasonal target, either kind of change. */
export const recipe: fc.Arbitrary<Recipe> = fc.boolean().chain((quarters) => {
  const periods = quarters ? 4 : 12;
  const count = fc.integer({ min: 150, max: 900 });
  return (
    fc
      .record({
        quarters: fc.constant(quarters),
        lastYear: fc.array(count, { minLength: periods, maxLength: periods }),
        thisYear: fc.array(count, { minLength: 1, maxLength: periods - 1 }),
        earlier: fc.tuple(
          fc.double({ min: 0.93, max: 1.07, noNaN: true }),
          fc.double({ min: 0.93, max: 1.07, noNaN: true }),
        ),
        targetShare: fc.double({ min: 0.8, max: 1.2, noNaN: true }),
        asLastYearFell: fc.boolean(),
        cumulativeChange: fc.boolean(),
      })
      // The same count in the same month of both years, or a year that equals one quarter, is asked about even by chance.
      .filter(
        ({ lastYear, thisYear }) =>
          thisYear.every((value, at) => value !== lastYear[at]) && !thisYear.includes(sums(lastYear).at(-1) ?? 0),
      )
  );
});

/** The rows of such a sheet, with a status worked out by hand from its own target. */
export function rowsOf(made: Recipe): CellValue[][] {
  const { quarters, lastYear, thisYear, earlier, targetShare, asLastYearFell, cumulativeChange } = made;
  const periods = lastYear.length;
  const lastSums = sums(lastYear);
  const thisSums = sums(thisYear);
  const year = lastSums.at(-1) ?? 0;
  const target = Math.round(year * targetShare);
  const profile = asLastYearFell ? lastSums.map((sum) => Math.round((target * sum) / year)) : even(target, periods);
  const change = thisYear.map((value, at): CellValue => {
    const [now, before] = cumulativeChange ? [thisSums[at] ?? 0, lastSums[at] ?? 1] : [value, lastYear[at] ?? 1];
    return { kind: 'percent', value: Math.round((now / before - 1) * 100) / 100 };
  });
  const over = (thisSums.at(-1) ?? 0) / (profile[thisYear.length - 1] ?? 1) - 1;
  const status = over <= 0 ? 'GENERALLY SATISFIED' : over <= 0.15 ? 'SOME CONCERNS' : 'AREA OF SIGNIFICANT CONCERN';
  const none = [null, null, null];
  return [
    ['Reduce anti-social behaviour incidents'],
    [`${status} – (2015/16 performance measure of not more than ${target.toLocaleString('en-GB')} incidents)`],
    [null, '12/13', '13/14', '14/15', ...(quarters ? ['Q1', 'Q2', 'Q3', 'Q4'] : MONTHS)],
    ['Actual 2014 - 2015', Math.round(year * earlier[0]), Math.round(year * earlier[1]), year, ...lastYear],
    ['Actual 2015 - 2016', ...none, ...thisYear],
    ['Target 15/16', ...none, ...profile],
    ['Cum Actuals 14/15', ...none, ...lastSums],
    ['Cum Actuals 15/16', ...none, ...thisSums],
    [cumulativeChange ? '% difference (cumulative)' : '% difference in Actuals', ...none, ...change],
  ];
}

/** Where a figure stands whose slip the rest of the sheet gives away: all but the years before last. */
export function breakable(rows: readonly (readonly CellValue[])[]): { row: number; column: number }[] {
  return rows.flatMap((cells, row) =>
    cells.flatMap((cell, column) => {
      const isFigure = row >= 3 && (typeof cell === 'number' || (typeof cell === 'object' && cell !== null));
      return isFigure && (column >= 4 || column === 3) ? [{ row, column }] : [];
    }),
  );
}

/** The rows with one figure off by a share of itself (a percentage by so many points). */
export function broken(
  rows: readonly (readonly CellValue[])[],
  at: { readonly row: number; readonly column: number },
  share: number,
): CellValue[][] {
  return rows.map((cells, row) =>
    cells.map((cell, column): CellValue => {
      if (row !== at.row || column !== at.column) return cell;
      if (typeof cell === 'number') return cell + Math.sign(share) * Math.max(4, Math.round(Math.abs(cell * share)));
      if (typeof cell === 'object' && cell?.kind === 'percent')
        return { kind: 'percent', value: Math.round((cell.value + share) * 100) / 100 };
      return cell;
    }),
  );
}

export const nameOf = ({ row, column }: { readonly row: number; readonly column: number }): string =>
  cellName(row + 1, column);
