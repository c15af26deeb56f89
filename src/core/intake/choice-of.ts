import type { ComparisonMapping } from './comparison.ts';
import { measureOf } from './crosstab-headings.ts';
import type { CrosstabMapping, CrosstabTable } from './crosstab-plan.ts';
import type { EntryExitMapping } from './entry-exit.ts';
import type { Grid } from './grid.ts';
import { gridCells, type GridCells } from './grid-cells.ts';
import { isSummaryLabel } from './headed-table.ts';
import type { GroupMembersMapping } from './group-members.ts';
import type { LongTableMapping } from './long-table.ts';
import type { LookupMapping } from './lookup.ts';
import type { PeriodListMapping } from './period-list.ts';
import type { SheetPlan } from './plan.ts';
import type { PopulationsMapping } from './populations.ts';
import type { RecommendationsMapping } from './recommendations.ts';
import type { RecordsMapping } from './records-plan.ts';
import type { SurveyMapping } from './survey.ts';
import {
  NO_CHOICE,
  type ColumnChoice,
  type ColumnIs,
  type RowChoice,
  type SheetChoice,
  type TableChoice,
} from './sheet-choice.ts';
import { isBlank, shownText, tidyLabel } from './tidy-text.ts';
import type { WideMapping, WideTable } from './wide-mapping.ts';

const NOTHING: ColumnIs = { kind: 'nothing' };

/** The choice that reproduces a plan, every column of its headings named, so that a guess can be edited. */
export function choiceOf(plan: SheetPlan, grid: Grid): SheetChoice {
  const cells = gridCells(grid);
  const base = { ...NO_CHOICE, layout: plan.layout, measure: plan.measure };
  const headerRow = plan.headerRows.at(-1) ?? 0;
  const one = (columns: Said, rows: readonly RowChoice[] = []): SheetChoice => ({
    ...base,
    tables: [{ headerRow, columns: everyColumn(cells, headerRow, columns), rows }],
  });
  switch (plan.layout) {
    case 'records': {
      const { columns, people, dayNumbers } = plan.mapping as RecordsMapping;
      const { day, ...others } = columns;
      const choice = one(fields({ ...others, [dayNumbers === true ? 'dayNumber' : 'day']: day }));
      const reasons = new Map(people.flatMap(({ column, reason }) => (reason === null ? [] : [[column, reason]])));
      return { ...choice, tables: choice.tables.map((table) => withReasons(table, reasons)) };
    }
    case 'wide-months':
    case 'wide-quarters':
      return { ...base, tables: (plan.mapping as WideMapping).tables.map((table) => wideTable(table, cells)) };
    case 'comparison': {
      const { area, count, population, rate, from, to, summaryRows, ownRows } = plan.mapping as ComparisonMapping;
      const rows = [
        ...marked(cells, area, plan, summaryRows),
        ...ownRows.map((row) => rowChoice(cells, row, area, 'own')),
      ];
      return {
        ...one(fields({ area, count, population, rate }), rows),
        period: from === null || to === null ? null : { from, to },
      };
    }
    case 'populations': {
      const { area, residents, priority, district, month, cityRow } = plan.mapping as PopulationsMapping;
      const rows = cityRow === null ? [] : [rowChoice(cells, cityRow, area, 'own')];
      const period = month === null ? null : { from: month, to: month };
      return { ...one(fields({ area, residents, priority, district }), rows), period };
    }
    case 'long-table': {
      const { period, value, measure, unit, area, totalRows } = plan.mapping as LongTableMapping;
      return one(
        fields({ period, value, measure, unit, area }),
        marked(cells, area ?? measure ?? period, plan, totalRows),
      );
    }
    case 'quarter-list':
    case 'cohort': {
      const { period, columns, totalRows } = plan.mapping as PeriodListMapping;
      const figures = columns.map(({ column, measure, quantity }): SaidColumn => [
        column,
        { kind: 'figures', quantity, measure, period: null },
      ]);
      return one([...fields({ period }), ...figures], marked(cells, period, plan, totalRows));
    }
    case 'entry-exit-scores': {
      const { client, referral, closedOn, satisfied, domains } = plan.mapping as EntryExitMapping;
      const scores = domains.flatMap(({ domain, entry, exit }): SaidColumn[] => [
        [entry, { kind: 'score', at: 'entry', domain }],
        [exit, { kind: 'score', at: 'exit', domain }],
      ]);
      return one([...fields({ client, referral, closedOn, satisfied }), ...scores]);
    }
    case 'crosstab': {
      const { tables } = plan.mapping as CrosstabMapping;
      const [first] = tables;
      return {
        ...base,
        period: tables.length === 1 ? (first?.period ?? null) : null,
        tables: tables.map((table) => crosstabTable(table, cells)),
      };
    }
    case 'left-out':
      return { ...NO_CHOICE, leaveOut: true };
    case 'lookup': {
      const { code: lsoa, codeName: lsoaName, area, areaKind } = plan.mapping as LookupMapping;
      return one(fields({ lsoa, lsoaName, [areaKind === 'ward' ? 'ward' : 'area']: area }));
    }
    case 'recommendations': {
      const { number, text, owner, due, progress, status } = plan.mapping as RecommendationsMapping;
      return one(fields({ number, text, owner, due, progress, status }));
    }
    case 'survey': {
      const { question, answer, part, whole, date, measure, source, quote, percent } = plan.mapping as SurveyMapping;
      const columns = fields({ question, answer, part, whole, held: date, feeds: measure, source, quote, percent });
      return { ...one(columns), measure: null };
    }
    case 'group-members':
      return one(fields((plan.mapping as GroupMembersMapping).columns));
    case 'notes':
    case 'not-recognised':
      return NO_CHOICE;
  }
}

type SaidColumn = readonly [column: number, is: ColumnIs];
type Said = readonly SaidColumn[];

const fields = (columns: Readonly<Partial<Record<string, number | null>>>): SaidColumn[] =>
  Object.entries(columns).flatMap(([field, column]) =>
    column === undefined || column === null ? [] : [[column, { kind: 'field', field }] as const],
  );

/** The columns with a meaning, and every other column that has a heading, as nothing. */
function everyColumn(cells: GridCells, headerRow: number, said: Said): ColumnChoice[] {
  const heading = (column: number) => tidyLabel(shownText(cells.cell(headerRow, column)));
  const named = new Set(said.map(([column]) => column));
  const rest = (cells.row(headerRow)?.cells ?? []).flatMap((cell, column): SaidColumn[] =>
    isBlank(cell) || named.has(column) ? [] : [[column, NOTHING]],
  );
  return [...said, ...rest]
    .map(([column, is]) => ({ column, heading: heading(column), is }))
    .toSorted((a, b) => a.column - b.column);
}

const withReasons = (table: TableChoice, reasons: ReadonlyMap<number, string>): TableChoice => ({
  ...table,
  columns: table.columns.map((one) => {
    const reason = reasons.get(one.column);
    return reason === undefined ? one : { ...one, reason };
  }),
});

const rowChoice = (cells: GridCells, row: number, column: number, is: RowChoice['is']): RowChoice => ({
  row,
  label: tidyLabel(shownText(cells.cell(row, column))),
  is,
  year: null,
  measure: null,
});

/** Totals, and rows that look like totals but are not. */
function marked(cells: GridCells, column: number, { block }: SheetPlan, totals: readonly number[]): RowChoice[] {
  const said = new Set(totals);
  const lookLike = cells.rows.filter(
    ({ row }) =>
      block !== null &&
      row >= block.top &&
      row <= block.bottom &&
      !said.has(row) &&
      isSummaryLabel(cells.text(row, column)),
  );
  return [
    ...totals.map((row) => rowChoice(cells, row, column, 'total')),
    ...lookLike.map(({ row }) => rowChoice(cells, row, column, 'figures')),
  ];
}

function wideTable(table: WideTable, cells: GridCells): TableChoice {
  const said: SaidColumn[] = [
    [table.labelColumn, { kind: 'label' }],
    ...table.columns.map(({ column, ...is }): SaidColumn => [column, is]),
  ];
  const inLabel = table.columns.some(({ column }) => column === table.labelColumn);
  return {
    headerRow: table.headerRow,
    columns: everyColumn(cells, table.headerRow, inLabel ? said.slice(1) : said),
    rows: table.rows.map(({ row, label, meaning, year, measure }) => ({ row, label, is: meaning, year, measure })),
  };
}

function crosstabTable(
  { headerRows, areas, columns, title, summaryRows }: CrosstabTable,
  cells: GridCells,
): TableChoice {
  const headerRow = headerRows.at(-1) ?? 0;
  const { name, code, group, district, categories } = areas;
  const said: SaidColumn[] = [
    ...fields({ area: name, code, group, district }),
    ...categories.map((column): SaidColumn => [column, { kind: 'field', field: 'category' }]),
    ...columns.map(({ column, quantity, measure, subject, period }): SaidColumn => [
      column,
      { kind: 'figures', quantity, measure: measure ?? measureOf(subject, quantity, title), period },
    ]),
  ];
  const label = name ?? categories[0] ?? 0;
  return {
    headerRow,
    columns: everyColumn(cells, headerRow, said),
    rows: (summaryRows ?? []).map((row) => rowChoice(cells, row, label, 'total')),
  };
}
