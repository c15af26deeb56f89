import { gridCells } from './grid-cells.ts';
import type { Grid } from './grid.ts';
import type { HeaderPrint } from './header-print.ts';
import { yearsIn } from './read-year.ts';
import { sameChoice, type ColumnChoice, type RowChoice, type SheetChoice, type TableChoice } from './sheet-choice.ts';
import { shownText, tidyLabel } from './tidy-text.ts';

/**
 * The part of a choice that says something else than the automatic plan: what is worth keeping for next month. A period
 * goes with its file and is never kept.
 */
export function whatWasDecided(automatic: SheetChoice, chosen: SheetChoice): SheetChoice {
  const layout = sameLayout(automatic, chosen) ? null : chosen.layout;
  const measure = chosen.measure === automatic.measure && layout === null ? null : chosen.measure;
  const tables = chosen.tables.map((table) =>
    withoutAutomatic(
      table,
      layout === null ? automatic.tables.find(({ headerRow }) => headerRow === table.headerRow) : undefined,
    ),
  );
  const asFound =
    layout === null &&
    tables.every(({ columns, rows }) => columns.length === 0 && rows.length === 0) &&
    sameChoice(headersOf(automatic), headersOf(chosen));
  return { leaveOut: chosen.leaveOut, layout, measure, period: null, tables: asFound ? [] : tables };
}

const headersOf = ({ tables }: SheetChoice): number[] => tables.map(({ headerRow }) => headerRow);

const WIDE: readonly (string | null)[] = ['wide-months', 'wide-quarters'];

const sameLayout = (a: SheetChoice, b: SheetChoice): boolean =>
  b.layout === null || a.layout === b.layout || (WIDE.includes(a.layout) && WIDE.includes(b.layout));

function withoutAutomatic(table: TableChoice, found: TableChoice | undefined): TableChoice {
  const columns = table.columns.filter(
    (one) => !(found?.columns ?? []).some((other) => other.column === one.column && sameChoice(other.is, one.is)),
  );
  const rows = table.rows.flatMap((one): RowChoice[] => {
    const other = found?.rows.find(({ row }) => row === one.row);
    if (other === undefined) return [one];
    if (sameChoice(other, one)) return [];
    const measure = one.measure === other.measure ? null : one.measure;
    return [{ ...one, year: one.year === other.year ? null : one.year, measure }];
  });
  return { headerRow: table.headerRow, columns, rows };
}

/** Years the officer gave to rows and columns that do not name one: right this year, perhaps not the next. */
export function yearsGiven({ tables }: SheetChoice): { readonly what: string; readonly year: string }[] {
  return tables.flatMap(({ columns, rows }) => [
    ...rows.flatMap(({ label, year }) => (year === null || yearsIn(label).length > 0 ? [] : [{ what: label, year }])),
    ...columns.flatMap(({ heading, is }) =>
      (is.kind === 'month' || is.kind === 'quarter' || is.kind === 'year') && is.year !== null && !/\d{2}/.test(heading)
        ? [{ what: heading, year: is.year }]
        : [],
    ),
  ]);
}

/** True where a choice says anything at all. */
export const saysAnything = (choice: SheetChoice): boolean =>
  choice.leaveOut ||
  choice.layout !== null ||
  choice.measure !== null ||
  choice.period !== null ||
  choice.tables.length > 0;

/** A kept choice on a new sheet: columns found by their headings and rows by their labels, wherever they stand now. */
export interface Carried {
  readonly choice: SheetChoice;
  /** Headings and labels the choice speaks of that the sheet no longer has. */
  readonly lost: readonly string[];
}

/** Carries a kept choice over to a sheet whose headers were found (`now`, in the order of `kept`). */
export function carryChoice(
  choice: SheetChoice,
  kept: readonly HeaderPrint[],
  now: readonly HeaderPrint[],
  grid: Grid,
): Carried {
  const lost: string[] = [];
  const tables = choice.tables.flatMap((table): TableChoice[] => {
    const index = kept.findIndex(({ row }) => row === table.headerRow);
    const [before, after] = [kept[index], now[index]];
    if (before === undefined || after === undefined) return [];
    const columns = table.columns.flatMap((one) => {
      const column = columnNow(one, before, after);
      if (column === null && one.is.kind !== 'nothing') lost.push(one.heading);
      return column === null ? [] : [{ ...one, column }];
    });
    const rows = rowsNow(table.rows, after.row, now[index + 1]?.row ?? null, grid, lost);
    return [{ headerRow: after.row, columns, rows }];
  });
  return { choice: { ...choice, tables }, lost };
}

function columnNow(one: ColumnChoice, before: HeaderPrint, after: HeaderPrint): number | null {
  const own = before.headings.find(({ column }) => column === one.column);
  // A column without a heading goes with the table.
  if (own === undefined) return Math.max(0, one.column + shiftOf(before, after));
  const twins = before.headings.filter(({ heading }) => heading === own.heading);
  const exact = after.headings.filter(({ heading }) => heading.toLowerCase() === own.heading.toLowerCase());
  if (exact.length > 0) return (exact[twins.indexOf(own)] ?? exact[0])?.column ?? null;
  const sameKind = before.headings.filter(({ key }) => key === own.key);
  return after.headings.filter(({ key }) => key === own.key)[sameKind.indexOf(own)]?.column ?? null;
}

function shiftOf(before: HeaderPrint, after: HeaderPrint): number {
  for (const one of before.headings) {
    const now = after.headings.find(({ key }) => key === one.key);
    if (now !== undefined) return now.column - one.column;
  }
  return 0;
}

function rowsNow(
  rows: readonly RowChoice[],
  headerRow: number,
  nextHeader: number | null,
  grid: Grid,
  lost: string[],
): RowChoice[] {
  const cells = gridCells(grid);
  const met = new Map<string, number>();
  return rows.flatMap((one) => {
    const nth = met.get(one.label) ?? 0;
    met.set(one.label, nth + 1);
    const under = cells.rows.filter(({ row }) => row > headerRow && (nextHeader === null || row < nextHeader));
    const same = under.filter(({ cells: own }) =>
      own.slice(0, 30).some((cell) => tidyLabel(shownText(cell)) === one.label),
    );
    const row = one.label === '' ? undefined : same[nth]?.row;
    if (row === undefined) lost.push(one.label === '' ? `the row without a label (${String(one.row)})` : one.label);
    return row === undefined ? [] : [{ ...one, row }];
  });
}
