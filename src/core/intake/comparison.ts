import { monthOfDay, type Month } from '../time/month.ts';
import type { Period } from '../time/period.ts';
import { isOwnCity } from './area-names.ts';
import type { Quantity, Warning } from './draft.ts';
import { cellName, type Grid } from './grid.ts';
import { blockAround, filledColumns, gridCells, saysIllustrative, textsBetween, type GridCells } from './grid-cells.ts';
import { findHeadedTable, headingsOf, isSummaryLabel, type HeadedTable, type HeadingWords } from './headed-table.ts';
import { measureAmong, wordsOfFileName } from './measure-words.ts';
import type { IntakeContext, SheetPlan, TableReading } from './plan.ts';
import { findPeriod } from './read-period.ts';
import { NO_DECISION, withDecided, type TableDecision } from './table-decision.ts';
import { newDrafts, readingOf, refuseRest, takeCell } from './table-draft.ts';
import { isBlank, slugOf, tidyLabel } from './tidy-text.ts';

const WORDS = {
  rate: /\bper (?:1,?000|100,?000|head|household|resident)|\brate\b/,
  population: /\bpopulation\b|\bresidents\b|\bhouseholds\b/,
  count: /^(?:number of )?(?:crimes?|offences?|incidents?|count|number|volume|total|recorded crimes?)\b/,
  area: /^(?:area|partnership|csp|force|police force|name|local authority|district|bcu|community safety partnership)\b/,
};

export const COMPARISON_WORDS: HeadingWords = WORDS;

/** The mapping of the layout `comparison`. */
export interface ComparisonMapping {
  readonly area: number;
  readonly count: number | null;
  readonly population: number | null;
  readonly rate: number | null;
  readonly per: number;
  readonly from: Month | null;
  readonly to: Month | null;
  readonly summaryRows: readonly number[];
  readonly ownRows: readonly number[];
}

/** Areas compared over one period: area, count, population, rate. Null when the sheet is not such a table. */
export function planComparison(grid: Grid, context: IntakeContext): SheetPlan | null {
  const table = findHeadedTable(grid, COMPARISON_WORDS, ['area', 'rate']);
  if (table === null) return null;
  const header = grid.rows.find(({ row }) => row === table.headerRow);
  // Several rates are several periods or offences: a cross table.
  const rates = header === undefined ? [] : headingsOf(header).filter((one) => WORDS.rate.test(one.toLowerCase()));
  return rates.length > 1 ? null : comparisonPlan(grid, context, table, NO_DECISION);
}

/** The plan of a comparison with this header row and these columns; null where no column names the areas. */
export function comparisonPlan(
  grid: Grid,
  context: IntakeContext,
  table: HeadedTable,
  decided: TableDecision,
): SheetPlan | null {
  const { area, count, population, rate } = table.columns;
  if (area === undefined) return null;
  const cells = gridCells(grid);
  const values = [count, population, rate].flatMap((column) => column ?? []);
  const rows = dataRows(grid, cells, table.headerRow, area, values);
  const texts = [...table.titles, grid.sheet, wordsOfFileName(context.fileName)];
  const period = decided.period ?? periodOf(texts);
  const summaryRows = withDecided(rows, decided.rows, 'total', (row) => isSummaryLabel(cells.text(row, area)));
  const heading = rate === undefined ? '' : tidyLabel(cells.text(table.headerRow, rate));
  const mapping: ComparisonMapping = {
    area,
    count: count ?? null,
    population: population ?? null,
    rate: rate ?? null,
    per: /100,?000/.test(heading) ? 100_000 : 1000,
    from: period?.from ?? null,
    to: period?.to ?? null,
    summaryRows,
    ownRows: withDecided(rows, decided.rows, 'own', (row) => isOwnCity(cells.text(row, area), context.city)),
  };
  return {
    sheet: grid.sheet,
    layout: 'comparison',
    measure: decided.measure ?? measureAmong(texts) ?? slugOf(table.titles.at(-1) ?? grid.sheet),
    dataset: 'msg',
    says: `Areas compared over one period (${String(rows.length - summaryRows.length)} areas), with the period from the title.`,
    headerRows: [table.headerRow],
    block: blockAround(rows, values),
    totalRows: summaryRows,
    fingerprint: table.fingerprint,
    illustrative: saysIllustrative(textsBetween(grid, 1, cells.lastRow)),
    mapping,
    warnings: period === null ? [noPeriod(grid, cellName(table.headerRow, area))] : [],
  };
}

function periodOf(texts: readonly string[]): Period | null {
  const found = texts.map(findPeriod).find((span) => span !== null) ?? null;
  const from = found === null ? null : monthOfDay(found.from);
  const to = found === null ? null : monthOfDay(found.to);
  return from === null || to === null ? null : { from, to };
}

const noPeriod = (grid: Grid, cells: string): Warning => ({
  check: 'no-period',
  cells,
  says: `No title of «${grid.sheet}» says which period the figures are for, so none can be taken.`,
});

/** Rows under a header that name an area, or hold a figure, down to the notes. */
export function dataRows(
  grid: Grid,
  cells: GridCells,
  headerRow: number,
  area: number,
  values: readonly number[],
): number[] {
  const rows: number[] = [];
  for (const row of grid.rows) {
    if (row.row <= headerRow) continue;
    const filled = values.some((column) => !isBlank(cells.cell(row.row, column)));
    const name = cells.text(row.row, area);
    const note = !filled && (!isSummaryLabel(name) || filledColumns(row).length > 1);
    if (!note && (filled || name !== '')) rows.push(row.row);
  }
  return rows;
}

/** Reads a comparison: for each area its count, population and rate; the rate is checked, never summed. */
export function readComparison(grid: Grid, plan: SheetPlan): TableReading {
  const mapping = plan.mapping as ComparisonMapping;
  const cells = gridCells(grid);
  const drafts = newDrafts();
  const columns: readonly (readonly [number | null, Quantity])[] = [
    [mapping.count, 'count'],
    [mapping.population, 'population'],
    [mapping.rate, 'rate'],
  ];
  let rowsRead = 0;
  for (let row = plan.block?.top ?? 1; row <= (plan.block?.bottom ?? 0); row++) {
    if (cells.row(row) === undefined) continue;
    rowsRead++;
    const name = tidyLabel(cells.text(row, mapping.area));
    const summary = mapping.summaryRows.includes(row);
    const own = mapping.ownRows.includes(row);
    const area = own ? null : name;
    const areaKind = own ? 'city' : 'partnership';
    const { from, to } = mapping;
    const values = columns.map(([column, quantity]) => {
      if (column === null || from === null || to === null || summary || name === '') return null;
      const measure = quantity === 'population' ? 'population' : (plan.measure ?? 'not-named');
      return takeCell({ measure, area, areaKind, from, to, quantity }, row, column, cells, drafts);
    });
    drafts.warnings.push(...checkRate(values, mapping, row, name));
  }
  refuseRest(plan.block, cells, drafts, plan.headerRows, (row, column) =>
    columns.some(([read]) => read === column)
      ? whyNot(tidyLabel(cells.text(row, mapping.area)), mapping.summaryRows.includes(row))
      : 'its heading is not one this layout reads',
  );
  const covers = mapping.from === null || mapping.to === null ? null : { from: mapping.from, to: mapping.to };
  return readingOf(drafts, rowsRead, covers);
}

function whyNot(name: string, summary: boolean): string {
  if (summary) return `«${name}» sums up the areas above it; not counted as an area`;
  return name === '' ? 'no area beside it says whose figure this is' : 'the title does not say which period this is';
}

function checkRate(
  [count, population, rate]: (number | null)[],
  mapping: ComparisonMapping,
  row: number,
  name: string,
): Warning[] {
  if (mapping.rate === null || count === null || count === undefined || population === null || population === undefined)
    return [];
  if (rate === null || rate === undefined || population <= 0) return [];
  const expected = (count / population) * mapping.per;
  if (Math.abs(rate - expected) <= Math.max(0.051, expected * 0.001)) return [];
  return [
    {
      check: 'rate-differs',
      cells: cellName(row, mapping.rate),
      says: `${name}: the printed rate ${rate.toFixed(2)} is not ${expected.toFixed(2)}, the count over the population.`,
    },
  ];
}
