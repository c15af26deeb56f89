import { COMPARISON_WORDS, comparisonPlan } from './comparison.ts';
import { crosstabAt, decideCrosstab } from './crosstab-choice.ts';
import { crosstabPlan, type CrosstabMapping } from './crosstab-plan.ts';
import { clientColumns, entryExitPlan, findDomains, type DomainColumns, type EntryExitMapping } from './entry-exit.ts';
import type { Grid, Row } from './grid.ts';
import { filledColumns, gridCells, saysIllustrative, textsBetween } from './grid-cells.ts';
import { columnsByWords, headedTableAt, type HeadedTable, type HeadingWords } from './headed-table.ts';
import { LONG_WORDS, longTablePlan } from './long-table.ts';
import { GROUP_WORDS, groupMembersPlan } from './group-members.ts';
import { lookupColumns, lookupPlan } from './lookup.ts';
import { RECOMMENDATION_WORDS, recommendationsPlan } from './recommendations.ts';
import { SURVEY_WORDS, surveyPlan } from './survey.ts';
import { periodListPlan, periodOfCell, type PeriodListMapping } from './period-list.ts';
import type { IntakeContext, Layout, SheetPlan } from './plan.ts';
import { POPULATION_WORDS, populationsPlan } from './populations.ts';
import { recognise } from './recognise.ts';
import { recordColumns, recordsPlan } from './records-plan.ts';
import type { ColumnChoice, SheetChoice, TableChoice } from './sheet-choice.ts';
import type { TableDecision } from './table-decision.ts';
import { textOf } from './tidy-text.ts';
import { widePlan } from './wide-plan.ts';

/**
 * Tells what a sheet is, with the officer's choice: what is decided is so, the rest is as {@link recognise} sees it. A
 * choice that cannot be followed (no column of dates, say) gives a plan that takes nothing and says what is missing.
 */
export function recogniseWith(
  grid: Grid,
  context: IntakeContext,
  choice: SheetChoice,
  found: SheetPlan = recognise(grid, context),
): SheetPlan {
  if (choice.leaveOut) return leftOut(grid);
  const layout = choice.layout ?? found.layout;
  // The measure the sheet has by itself need not be given to each of its rows.
  const own = layout === found.layout && choice.measure === found.measure;
  const plan = planAs(layout, found, grid, context, own ? { ...choice, measure: null } : choice);
  return plan ?? cannotFollow(grid, layout, choice);
}

function planAs(
  layout: Layout,
  found: SheetPlan,
  grid: Grid,
  context: IntakeContext,
  choice: SheetChoice,
): SheetPlan | null {
  const header = headerRowOf(grid, layout === found.layout ? found : null, choice);
  const chosen = choice.tables[0]?.columns ?? [];
  const decided: TableDecision = {
    measure: choice.measure,
    period: choice.period,
    rows: choice.tables[0]?.rows ?? [],
  };
  const table = (words: HeadingWords): HeadedTable | null =>
    header === undefined ? null : headedTableAt(grid, header, withChosen(columnsByWords(header, words), chosen));
  switch (layout) {
    case 'records': {
      if (header === undefined) return null;
      const at = grid.rows.indexOf(header);
      const { dayNumber, ...named } = withChosen(recordColumns(header, grid.rows.slice(at + 1, at + 21)), chosen);
      const columns = dayNumber === undefined ? named : { ...named, day: dayNumber };
      return columns['day'] === undefined
        ? null
        : recordsPlan(grid, context, header, columns, choice.measure, reasonsIn(chosen), dayNumber !== undefined);
    }
    case 'wide-months':
    case 'wide-quarters':
      return widePlan(grid, context, choice);
    case 'comparison': {
      const headed = table(COMPARISON_WORDS);
      return headed === null ? null : comparisonPlan(grid, context, headed, decided);
    }
    case 'populations': {
      const headed = table(POPULATION_WORDS);
      return headed === null ? null : populationsPlan(grid, context, headed, decided);
    }
    case 'long-table': {
      const headed = table(LONG_WORDS);
      return headed === null ? null : longTablePlan(grid, context, headed, decided);
    }
    case 'quarter-list':
    case 'cohort': {
      if (header === undefined) return null;
      const period = periodColumnOf(grid, header, chosen);
      const plan = periodListPlan(grid, context, header, period, chosen, decided);
      if (layout === 'quarter-list' || plan === null || plan.layout === 'cohort') return plan;
      return periodListPlan(grid, context, header, period, asCohort(plan, chosen), decided);
    }
    case 'entry-exit-scores':
      return entryExitWith(grid, context, header, choice);
    case 'crosstab':
      return crosstabWith(found, grid, context, choice);
    case 'lookup': {
      if (header === undefined) return null;
      const below = grid.rows.filter(({ row }) => row > header.row);
      return lookupPlan(grid, header, withChosen(lookupColumns(header, below), chosen));
    }
    case 'recommendations': {
      const headed = table(RECOMMENDATION_WORDS);
      return headed === null ? null : recommendationsPlan(grid, headed);
    }
    case 'survey': {
      const headed = table(SURVEY_WORDS);
      return headed === null ? null : surveyPlan(grid, context, headed);
    }
    case 'group-members': {
      const headed = table(GROUP_WORDS);
      return headed === null ? null : groupMembersPlan(grid, context, headed);
    }
    case 'notes':
    case 'left-out':
    case 'not-recognised':
      return layout === found.layout ? found : null;
  }
}

/** The header row: the officer's, else the one that was found, else the row with the most words among the first. */
function headerRowOf(grid: Grid, found: SheetPlan | null, choice: SheetChoice): Row | undefined {
  const at = choice.tables[0]?.headerRow ?? found?.headerRows.at(-1);
  if (at !== undefined) return grid.rows.find(({ row }) => row === at);
  return likelyHeader(grid);
}

/** The row of the first thirty that holds the most words, the first of them where several do. */
export function likelyHeader(grid: Grid): Row | undefined {
  const words = (row: Row) => row.cells.filter((cell) => textOf(cell) !== '' && textOf(cell).length <= 60).length;
  let best: Row | undefined;
  for (const row of grid.rows.slice(0, 30)) if (best === undefined || words(row) > words(best)) best = row;
  return best;
}

/** What the headings say of the columns, but where the officer says otherwise. */
function withChosen(
  found: Readonly<Partial<Record<string, number>>>,
  chosen: readonly ColumnChoice[],
): Record<string, number> {
  const spoken = new Set(chosen.map(({ column }) => column));
  const columns: Record<string, number> = {};
  for (const [name, column] of Object.entries(found)) {
    if (column !== undefined && !spoken.has(column)) columns[name] = column;
  }
  for (const { column, is } of chosen) if (is.kind === 'field') columns[is.field] = column;
  return columns;
}

/** Why the officer keeps columns that are about people, by column. */
const reasonsIn = (chosen: readonly ColumnChoice[]): ReadonlyMap<number, string> =>
  new Map(chosen.flatMap(({ column, reason }) => (reason === undefined ? [] : [[column, reason] as const])));

function periodColumnOf(grid: Grid, header: Row, chosen: readonly ColumnChoice[]): number {
  const said = chosen.find(({ is }) => is.kind === 'field' && is.field === 'period')?.column;
  if (said !== undefined) return said;
  const below = grid.rows.filter(({ row }) => row > header.row);
  const dated = header.cells.map(
    (_, column) => below.filter(({ cells }) => periodOfCell(cells[column] ?? null) !== null).length,
  );
  return periodOfFirst(dated);
}

/** The first column where it names any period, else the one that names the most. */
const periodOfFirst = (dated: readonly number[]): number =>
  (dated[0] ?? 0) > 0 ? 0 : Math.max(0, dated.indexOf(Math.max(...dated)));

/** People followed are the first column of figures, those of them who returned the next, where nothing says so. */
function asCohort({ mapping }: SheetPlan, chosen: readonly ColumnChoice[]): ColumnChoice[] {
  const spoken = new Set(chosen.map(({ column }) => column));
  const free = (mapping as PeriodListMapping).columns.filter(
    ({ column, quantity }) => quantity === 'count' && !spoken.has(column),
  );
  const returned = (mapping as PeriodListMapping).columns.some(({ quantity }) => quantity === 'returned');
  const told = (['cohort', ...(returned ? [] : ['returned' as const])] as const).flatMap((quantity, at) => {
    const one = free[at];
    const is = { kind: 'figures', quantity, measure: null, period: null } as const;
    return one === undefined ? [] : [{ column: one.column, heading: one.heading, is }];
  });
  return [...chosen, ...told];
}

function entryExitWith(
  grid: Grid,
  context: IntakeContext,
  header: Row | undefined,
  choice: SheetChoice,
): SheetPlan | null {
  const cells = gridCells(grid);
  const auto = findDomains(grid, cells);
  const own = auto !== null && (header === undefined || auto.headerRow === header.row) ? auto : null;
  const headerRow = own?.headerRow ?? header?.row;
  if (headerRow === undefined) return null;
  const chosen = choice.tables[0]?.columns ?? [];
  const spoken = new Set(chosen.map(({ column }) => column));
  const said = chosen.flatMap(({ column, is }) => (is.kind === 'score' ? [{ column, ...is }] : []));
  const kept = (own?.domains ?? []).flatMap(({ domain, entry, exit }) => [
    ...(spoken.has(entry) ? [] : [{ column: entry, at: 'entry' as const, domain }]),
    ...(spoken.has(exit) ? [] : [{ column: exit, at: 'exit' as const, domain }]),
  ]);
  const scores = [...kept, ...said];
  const domains = scores
    .filter(({ at }) => at === 'entry')
    .flatMap(({ column: entry, domain }): DomainColumns[] => {
      const exit = scores.find((one) => one.at === 'exit' && one.domain.toLowerCase() === domain.toLowerCase());
      return exit === undefined ? [] : [{ domain, entry, exit: exit.column }];
    })
    .toSorted((a, b) => a.entry - b.entry);
  if (domains.length === 0) return null;
  const found = clientColumns(cells, headerRow, own?.domains ?? domains);
  const named = withChosen(
    Object.fromEntries(Object.entries(found).filter((pair): pair is [string, number] => pair[1] !== null)),
    chosen,
  );
  const columns: Pick<EntryExitMapping, 'client' | 'referral' | 'closedOn' | 'satisfied'> = {
    client: named['client'] ?? 0,
    referral: named['referral'] ?? null,
    closedOn: named['closedOn'] ?? null,
    satisfied: named['satisfied'] ?? null,
  };
  return entryExitPlan(grid, context, { headerRow, tierRow: own?.tierRow ?? null, domains }, columns, choice.measure);
}

function crosstabWith(found: SheetPlan, grid: Grid, context: IntakeContext, choice: SheetChoice): SheetPlan | null {
  const auto = found.layout === 'crosstab' ? (found.mapping as CrosstabMapping).tables : [];
  const wanted = choice.tables;
  const tables =
    wanted.length === 0
      ? auto.map((table) => decideCrosstab(table, undefined, measureFor(found, choice), grid))
      : wanted.map((one) => {
          const table = auto.find(({ headerRows }) => headerRows.at(-1) === one.headerRow);
          const own = table ?? crosstabAt(grid, context, one, choice.period);
          return own === null ? null : decideCrosstab(own, one, measureFor(found, choice), grid);
        });
  return crosstabPlan(
    grid,
    tables.filter((table) => table !== null),
  );
}

/** A measure is given to the whole sheet only where the sheet is about one measure, or not understood by itself. */
const measureFor = (found: SheetPlan, { measure, period }: SheetChoice): Pick<SheetChoice, 'measure' | 'period'> => ({
  measure: found.layout === 'crosstab' && found.measure === null ? null : measure,
  period,
});

const leftOut = (grid: Grid): SheetPlan => nothingTaken(grid, 'left-out', 'You leave this sheet out.', []);

const NEEDED: Readonly<Partial<Record<Layout, string>>> = {
  records: 'which column holds the date',
  'wide-months': 'which columns are months, under a header row with figures below it',
  'wide-quarters': 'which columns are quarters, under a header row with figures below it',
  comparison: 'which column names the areas',
  populations: 'which columns name the areas and their residents',
  'long-table': 'which columns hold the period and the figure',
  'quarter-list': 'which column holds the periods, and which the figures beside them',
  cohort: 'which column holds the periods, and which the figures beside them',
  'entry-exit-scores': 'which columns hold the scores at entry and at exit, by the same name',
  crosstab: 'which column names the areas, and which hold figures',
  lookup: 'which column holds the codes of the LSOAs, and which the neighbourhood or ward beside them',
  'group-members': 'which columns hold the group, the area and the month it is a member from',
  survey: 'which columns hold the question, how many answered so, and of how many',
  recommendations: 'which column holds the recommendations or actions, with rows below it',
};

function cannotFollow(grid: Grid, layout: Layout, choice: SheetChoice): SheetPlan {
  const header = choice.tables.map(({ headerRow }) => headerRow);
  const needed = NEEDED[layout] ?? 'what it is';
  return nothingTaken(grid, 'not-recognised', `Nothing is taken from this sheet until you say ${needed}.`, header);
}

function nothingTaken(grid: Grid, layout: Layout, says: string, headerRows: readonly number[]): SheetPlan {
  return {
    sheet: grid.sheet,
    layout,
    measure: null,
    dataset: layout,
    says,
    headerRows,
    block: null,
    totalRows: [],
    fingerprint: '',
    illustrative: saysIllustrative(textsBetween(grid, 1, 10)),
    mapping: null,
    warnings: [],
  };
}

/** The header rows a choice speaks of, or the likeliest one, for the window to offer. */
export const headerRowsOf = (grid: Grid, plan: SheetPlan, tables: readonly TableChoice[]): number[] => {
  if (plan.headerRows.length > 0) return [...plan.headerRows];
  if (tables.length > 0) return tables.map(({ headerRow }) => headerRow);
  const likely = likelyHeader(grid);
  return likely === undefined || filledColumns(likely).length < 2 ? [] : [likely.row];
};
