import type { Worksheet } from 'exceljs';
import { longPeriod, readPeriodId, shortPeriod } from '../../../core/time/period-in-words.ts';
import { periodInWords, yearBefore } from '../../../core/time/period.ts';
import type { FigureLedger } from './figure-ledger.ts';
import { put, type CellLook } from './place-cells.ts';
import { putFormula } from './put-formula.ts';
import type { Signs } from '../../../core/performance/signs-of.ts';
import { COLOUR, fill, hairlineBelow, ruleAbove, ruleBelow, signedFormat } from './report-look.ts';

/** One row of the Board's table: a figure for each period of the year. */
export interface PeriodRow {
  readonly label: string;
  readonly format: string;
  readonly values: readonly (number | null)[];
  /** What the source said where there is no number («<5»). */
  readonly symbols?: readonly (string | null)[];
  /** What a figure is made of, for the row at `row` of the sheet and the letter of its column; null: put as a number. */
  readonly formulas?: (at: number, column: (at: number) => string) => string | null;
  /** Column of the view's figures, for where each comes from. */
  readonly trace?: string;
  /** The figures are those of the same periods a year before the columns' heads. */
  readonly ofYearBefore?: boolean;
  /** The cell of each period, counted from 1, under which its signs are found. */
  readonly cellOf?: (period: number) => string;
  /** Whole years before, under their own columns. */
  readonly wholeYears?: readonly (number | null)[];
  readonly wholeYearCells?: readonly string[];
  readonly wholeYearSymbols?: readonly (string | null)[];
  /** Heavier for this year's own figures, sloping for targets. */
  readonly weight?: 'this-year' | 'target';
  /** A rule over the row: a new group begins. */
  readonly begins?: boolean;
}

export interface PeriodTable {
  readonly wholeYears: readonly string[];
  /** Periods as written: `2015-04`, `2015-16 Q1`. */
  readonly periods: readonly string[];
  readonly current: string | null;
  readonly unit: string;
  readonly year: string;
  readonly rows: readonly PeriodRow[];
  readonly signs?: Signs | undefined;
}

export const LABEL_WIDTH = 38;
const YEAR_WIDTH = 10;
const MONTH_WIDTH = 8.4;
/** With `[p]` before a figure of five digits, and with `[p][r]`. */
const SIGNED_MONTH_WIDTH = [10.2, 13] as const;
const QUARTER_WIDTH = 16;

/** How many columns the table takes, its label column included. */
export const columnsOf = (table: Pick<PeriodTable, 'wholeYears' | 'periods'>): number =>
  1 + table.wholeYears.length + table.periods.length;

/** Sets the widths of the columns; done before anything is wrapped into them. */
export function setPeriodColumns(sheet: Worksheet, table: Pick<PeriodTable, 'wholeYears' | 'periods' | 'signs'>): void {
  const longest = Math.max(0, ...[...(table.signs ?? new Map<string, string>()).values()].map((sign) => sign.length));
  const month = longest > 3 ? SIGNED_MONTH_WIDTH[1] : longest === 3 ? SIGNED_MONTH_WIDTH[0] : MONTH_WIDTH;
  sheet.getColumn(1).width = LABEL_WIDTH;
  table.wholeYears.forEach((_, index) => (sheet.getColumn(2 + index).width = YEAR_WIDTH));
  const width = table.periods.length > 4 ? month : QUARTER_WIDTH;
  table.periods.forEach((_, index) => (sheet.getColumn(2 + table.wholeYears.length + index).width = width));
}

/** `June 2014` for June 2015, as the row of last year means it. */
function samePeriodYearBefore(period: string): string {
  const read = readPeriodId(period);
  return read === null ? period : periodInWords(yearBefore(read));
}

/** `Q1 Apr to Jun` for a quarter, `Apr` for a month. */
function columnHead(period: string): string {
  const short = shortPeriod(period);
  if (!short.startsWith('Q')) return short;
  const [from = '', to = ''] = longPeriod(period).split(' to ');
  return `${short} ${from.slice(0, 3)} to ${to.slice(0, 3)}`;
}

function putHeads(sheet: Worksheet, top: number, table: PeriodTable): void {
  const heads = fill(COLOUR.header);
  const firstPeriod = 2 + table.wholeYears.length;
  const right: CellLook['alignment'] = { horizontal: 'right', vertical: 'middle' };
  const last = columnsOf(table);
  for (let column = 1; column <= last; column += 1) put(sheet, top, column, null, { fill: heads });
  const small = { size: 9, color: { argb: COLOUR.muted } };
  if (table.wholeYears.length > 0)
    put(sheet, top, 2, 'Whole years', { font: small, fill: heads, alignment: { indent: 1 } });
  const by = table.periods.length > 4 ? 'Month by month' : 'Quarter by quarter';
  put(sheet, top, firstPeriod, by, { font: small, fill: heads, alignment: { indent: 1 } });
  const head: CellLook = { font: { bold: true }, fill: heads, border: ruleBelow };
  put(sheet, top + 1, 1, table.unit.charAt(0).toUpperCase() + table.unit.slice(1), head);
  table.wholeYears.forEach((year, index) => put(sheet, top + 1, 2 + index, year, { ...head, alignment: right }));
  table.periods.forEach((period, index) => {
    const current = period === table.current;
    put(sheet, top + 1, firstPeriod + index, columnHead(period), {
      ...head,
      alignment: right,
      ...(current ? { fill: fill(COLOUR.current), font: { bold: true, color: { argb: COLOUR.accent } } } : {}),
    });
  });
  sheet.getRow(top + 1).height = 18;
}

/** Writes the table from row `top` on (two rows of heads first) and answers the first free row. */
export function putPeriodTable(
  sheet: Worksheet,
  top: number,
  table: PeriodTable,
  told: { readonly view: string; readonly ledger: FigureLedger },
): number {
  putHeads(sheet, top, table);
  const firstPeriod = 2 + table.wholeYears.length;
  table.rows.forEach((row, index) => {
    const at = top + 2 + index;
    const look: CellLook = {
      border: row.begins === true ? ruleAbove : hairlineBelow,
      font: { bold: row.weight === 'this-year', italic: row.weight === 'target' },
    };
    const figure: CellLook = { ...look, format: row.format, alignment: { horizontal: 'right' } };
    const signOf = (cell: string | undefined): string => (cell === undefined ? '' : (table.signs?.get(cell) ?? ''));
    const beside = (sign: string): string => (sign === '[x]' || sign === '[z]' ? '' : sign);
    const instead = (sign: string): string | null => (sign === '[x]' || sign === '[z]' ? sign : null);
    put(sheet, at, 1, row.label, look);
    table.wholeYears.forEach((year, place) => {
      const value = row.wholeYears?.[place] ?? null;
      const sign = signOf(row.wholeYearCells?.[place]);
      put(sheet, at, 2 + place, value ?? row.wholeYearSymbols?.[place] ?? instead(sign), {
        ...figure,
        format: signedFormat(row.format, beside(sign)),
      });
      told.ledger.note(
        {
          sheet: sheet.name,
          cell: `${sheet.getColumn(2 + place).letter}${String(at)}`,
          what: `Whole year ${year}`,
          format: row.format,
        },
        value,
        { view: told.view, what: 'year', where: year },
      );
    });
    table.periods.forEach((period, place) => {
      const sign = signOf(row.cellOf?.(place + 1));
      const value = row.values[place] ?? row.symbols?.[place] ?? instead(sign);
      const tint = {
        format: signedFormat(row.format, beside(sign)),
        ...(period === table.current ? { fill: fill(COLOUR.current) } : {}),
      };
      const column = firstPeriod + place;
      const number = row.values[place] ?? null;
      const formula =
        number === null ? null : (row.formulas?.(place, (n) => sheet.getColumn(firstPeriod + n).letter) ?? null);
      if (number !== null && formula !== null) putFormula(sheet, at, column, formula, number, { ...figure, ...tint });
      else put(sheet, at, column, value, { ...figure, ...tint });
      told.ledger.note(
        {
          sheet: sheet.name,
          cell: `${sheet.getColumn(column).letter}${String(at)}`,
          what: `${row.label}, ${row.ofYearBefore === true ? samePeriodYearBefore(period) : longPeriod(period)}`,
          format: row.format,
        },
        number,
        { view: told.view, what: row.trace ?? '', where: period },
      );
    });
    sheet.getRow(at).height = 17;
  });
  return top + 2 + table.rows.length;
}
