import type { Warning } from '../intake/draft.ts';
import { cellName } from '../intake/grid.ts';
import { numberIn, periodWord, type Slot } from '../intake/wide-lines.ts';
import type { FinancialYear } from '../time/financial-year.ts';
import type { Month } from '../time/month.ts';
import type { WideSheet } from './check-wide.ts';

/** Where the figures of one measure end. */
export interface Ending {
  readonly sheet: string;
  readonly title: string;
  readonly measure: string;
  readonly year: FinancialYear;
  readonly periods: number;
  /** The last month of the last period that is known, and its name. */
  readonly to: Month;
  readonly period: string;
  /** The first cell that should be filled if the measure ran on. */
  readonly next: string;
  /** The words say that it runs behind («one month behind»). */
  readonly behind: boolean;
}

const BEHIND = /\bbehind\b|\bin arrears\b|\blag/i;

/** Where each table of a sheet ends, by its own measure's rows of the latest year. */
export function endingsOf({ grid, tables, lines, unknown }: Omit<WideSheet, 'cells' | 'settled'>): Ending[] {
  return tables.flatMap((table) => {
    const main = table.rows[0]?.measure ?? '';
    const own = lines.filter(
      ({ row }) =>
        table.rows.includes(row) && row.measure === main && ['count', 'cumulative', 'gap'].includes(row.meaning),
    );
    const known = own.flatMap((line) =>
      line.slots.flatMap((slot) => (numberIn(slot) !== null && !unknown.has(slot.cell) ? [{ line, slot }] : [])),
    );
    const last = known.reduce<{ line: (typeof own)[number]; slot: Slot } | null>(
      (latest, one) => (latest === null || one.slot.to > latest.slot.to ? one : latest),
      null,
    );
    if (last === null) return [];
    const { line, slot } = last;
    const after = line.slots.find(({ place }) => place === slot.place + 1);
    return [
      {
        sheet: grid.sheet,
        title: table.title,
        measure: main,
        year: line.year,
        periods: line.periods,
        to: slot.to,
        period: periodWord(slot),
        next: after?.cell ?? cellName(line.row.row, slot.column),
        behind: BEHIND.test(table.title),
      },
    ];
  });
}

/** Measures that end before all the others of one paper: a month was forgotten, or has not come. */
export function checkEndings(endings: readonly Ending[]): (Warning & { readonly sheet: string })[] {
  return endings.flatMap((one) => {
    const others = endings.filter(
      ({ year, periods, measure }) => year === one.year && periods === one.periods && measure !== one.measure,
    );
    const [first] = others;
    if (one.behind || others.length < 2 || first === undefined) return [];
    if (others.some(({ to }) => to !== first.to) || one.to >= first.to) return [];
    return [
      {
        sheet: one.sheet,
        check: 'last-period-differs',
        cells: one.next,
        says: `«${one.title}» ends in ${one.period}, where the other ${String(others.length)} measures run to ${first.period}.`,
        found: one.period,
        expected: first.period,
      },
    ];
  });
}
