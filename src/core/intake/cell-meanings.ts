import type { ComparisonMapping } from './comparison.ts';
import type { CrosstabMapping } from './crosstab-plan.ts';
import type { Quantity } from './draft.ts';
import type { EntryExitMapping } from './entry-exit.ts';
import type { Grid } from './grid.ts';
import type { GroupMembersMapping } from './group-members.ts';
import { isSummaryLabel } from './headed-table.ts';
import type { LongTableMapping } from './long-table.ts';
import type { LookupMapping } from './lookup.ts';
import type { RecommendationsMapping } from './recommendations.ts';
import type { SurveyMapping } from './survey.ts';
import type { PeriodListMapping } from './period-list.ts';
import type { SheetPlan } from './plan.ts';
import type { PopulationsMapping } from './populations.ts';
import type { RecordColumn, RecordsMapping } from './records-plan.ts';
import { textOf } from './tidy-text.ts';
import type { PeriodColumn, RowMeaning, WideMapping, WideTable } from './wide-mapping.ts';

/** What a cell means in the sheet as it is understood. */
export const CELL_MEANINGS = [
  'header',
  'label',
  'area',
  'period',
  'actual',
  'cumulative',
  'target',
  'annual',
  'change',
  'rate',
  'residents',
  'score',
  'detail',
  'total',
  'note',
  'left-out',
] as const;

export type CellMeaning = (typeof CELL_MEANINGS)[number];

/** A block of cells of one meaning; columns count from 0, rows from 1, ends included; null: to the sheet's end. */
export interface MeaningRegion {
  readonly top: number;
  readonly bottom: number | null;
  readonly left: number;
  readonly right: number | null;
  readonly meaning: CellMeaning;
}

/** The meaning of every cell, as regions painted one over another: the last that holds a cell is its meaning. */
export type SheetMeanings = readonly MeaningRegion[];

/** The meaning of a cell; null where it has none. */
export function meaningAt(regions: SheetMeanings, row: number, column: number): CellMeaning | null {
  for (let index = regions.length - 1; index >= 0; index--) {
    const one = regions[index];
    if (one === undefined) continue;
    const inRows = row >= one.top && (one.bottom === null || row <= one.bottom);
    if (inRows && column >= one.left && (one.right === null || column <= one.right)) return one.meaning;
  }
  return null;
}

/** What every cell of a sheet means by its plan: the words around a table are notes, a column nothing reads is left out. */
export function meaningsOf(plan: SheetPlan, grid: Grid): SheetMeanings {
  const { block, headerRows } = plan;
  if (plan.layout === 'left-out') return [everywhere('left-out')];
  if (plan.layout === 'notes') return [everywhere('note')];
  const headers = headerRows.map((row): MeaningRegion => across(row, row, 'header'));
  if (block === null || plan.layout === 'not-recognised') return headers;
  const top = Math.min(block.top, ...headerRows);
  const toTheEnd = plan.layout === 'records';
  const regions: MeaningRegion[] = [across(block.top, toTheEnd ? null : block.bottom, 'left-out')];
  if (top > 1) regions.push(across(1, top - 1, 'note'));
  if (!toTheEnd) regions.push(across(block.bottom + 1, null, 'note'));
  return [...regions, ...inside(plan, grid), ...headers];
}

const everywhere = (meaning: CellMeaning): MeaningRegion => ({ top: 1, bottom: null, left: 0, right: null, meaning });
const across = (top: number, bottom: number | null, meaning: CellMeaning): MeaningRegion => ({
  top,
  bottom,
  left: 0,
  right: null,
  meaning,
});

function inside(plan: SheetPlan, grid: Grid): MeaningRegion[] {
  const { block } = plan;
  if (block === null) return [];
  const down = (column: number | null | undefined, meaning: CellMeaning, bottom: number | null = block.bottom) =>
    column === null || column === undefined ? [] : [{ top: block.top, bottom, left: column, right: column, meaning }];
  const totals = (rows: readonly number[]) => rows.map((row) => across(row, row, 'total'));
  switch (plan.layout) {
    case 'records': {
      const { columns } = plan.mapping as RecordsMapping;
      const named = Object.entries(columns) as [RecordColumn, number][];
      return [
        ...named.flatMap(([name, column]) => down(column, RECORD_MEANING[name] ?? 'detail', null)),
        ...totals(totalsIn(grid, plan)),
      ];
    }
    case 'wide-months':
    case 'wide-quarters':
      return (plan.mapping as WideMapping).tables.flatMap(insideWide);
    case 'comparison': {
      const { area, count, population, rate, summaryRows } = plan.mapping as ComparisonMapping;
      return [
        ...down(area, 'area'),
        ...down(count, 'actual'),
        ...down(population, 'residents'),
        ...down(rate, 'rate'),
        ...totals(summaryRows),
      ];
    }
    case 'populations': {
      const { area, residents, priority, district, cityRow } = plan.mapping as PopulationsMapping;
      return [
        ...down(area, 'area'),
        ...down(district, 'area'),
        ...down(residents, 'residents'),
        ...down(priority, 'detail'),
        ...totals(cityRow === null ? [] : [cityRow]),
      ];
    }
    case 'long-table': {
      const { period, value, measure, unit, area, totalRows } = plan.mapping as LongTableMapping;
      return [
        ...down(period, 'period'),
        ...down(area, 'area'),
        ...down(measure, 'label'),
        ...down(unit, 'label'),
        ...down(value, 'actual'),
        ...totals(totalRows),
      ];
    }
    case 'quarter-list':
    case 'cohort': {
      const { period, columns, totalRows } = plan.mapping as PeriodListMapping;
      return [
        ...down(period, 'period'),
        ...columns.flatMap(({ column, quantity }) => down(column, QUANTITY_MEANING[quantity])),
        ...totals(totalRows),
      ];
    }
    case 'entry-exit-scores': {
      const { client, referral, closedOn, satisfied, domains } = plan.mapping as EntryExitMapping;
      return [
        ...down(client, 'label'),
        ...[referral, satisfied].flatMap((column) => down(column, 'detail')),
        ...down(closedOn, 'period'),
        ...domains.flatMap(({ entry, exit }) => [...down(entry, 'score'), ...down(exit, 'score')]),
      ];
    }
    case 'crosstab':
      return insideCrosstab(plan);
    case 'recommendations': {
      const { number, text, owner, due, progress, status } = plan.mapping as RecommendationsMapping;
      return [
        ...[text, number].flatMap((column) => down(column, 'label')),
        ...[owner, due, progress, status].flatMap((column) => down(column, 'detail')),
      ];
    }
    case 'survey': {
      const { question, answer, part, whole, date, measure, source, quote, percent } = plan.mapping as SurveyMapping;
      return [
        ...down(question, 'label'),
        ...[source, answer, quote, measure, percent].flatMap((column) => down(column, 'detail')),
        ...down(date, 'period'),
        ...[part, whole].flatMap((column) => down(column, 'actual')),
      ];
    }
    case 'lookup': {
      const { code, codeName, area } = plan.mapping as LookupMapping;
      return [...[code, codeName].flatMap((column) => down(column, 'detail')), ...down(area, 'area')];
    }
    case 'group-members': {
      const { groupName, area, from, to, own, source } = (plan.mapping as GroupMembersMapping).columns;
      return [
        ...down(groupName, 'label'),
        ...down(area, 'area'),
        ...[from, to].flatMap((column) => down(column, 'period')),
        ...[own, source].flatMap((column) => down(column, 'detail')),
      ];
    }
    case 'notes':
    case 'left-out':
    case 'not-recognised':
      return [];
  }
}

const RECORD_MEANING: Readonly<Partial<Record<RecordColumn, CellMeaning>>> = {
  day: 'period',
  time: 'period',
  area: 'area',
  ward: 'area',
  count: 'actual',
};

const QUANTITY_MEANING: Readonly<Record<Quantity, CellMeaning>> = {
  count: 'actual',
  cumulative: 'cumulative',
  target: 'target',
  annual: 'annual',
  change: 'change',
  gap: 'cumulative',
  'gap-annual': 'annual',
  'gap-target': 'target',
  population: 'residents',
  rate: 'rate',
  member: 'area',
  cohort: 'actual',
  returned: 'actual',
};

const ROW_MEANING: Readonly<Record<RowMeaning, CellMeaning>> = {
  count: 'actual',
  cumulative: 'cumulative',
  target: 'target',
  change: 'change',
  gap: 'cumulative',
  'gap-target': 'target',
  'not-understood': 'left-out',
  'left-out': 'left-out',
};

/** Total rows among the first rows of a record extract. */
const totalsIn = (grid: Grid, { block }: SheetPlan): number[] =>
  grid.rows
    .filter(({ row, cells }) => {
      const first = cells.find((cell) => cell !== null && cell !== '');
      return block !== null && row >= block.top && isSummaryLabel(textOf(first)) && cells.filter(isFilled).length <= 3;
    })
    .map(({ row }) => row);

const isFilled = (cell: unknown): boolean => cell !== null && cell !== '';

function insideWide({ columns, rows, labelColumn }: WideTable): MeaningRegion[] {
  const top = Math.min(...rows.map(({ row }) => row));
  const bottom = Math.max(...rows.map(({ row }) => row));
  const labels: MeaningRegion = { top, bottom, left: labelColumn, right: labelColumn, meaning: 'label' };
  return [
    ...(rows.length === 0 ? [] : [labels]),
    ...rows.flatMap(({ row, meaning }) =>
      runsOf(columns, ROW_MEANING[meaning]).map((run) => ({ ...run, top: row, bottom: row })),
    ),
  ];
}

/** Columns side by side with one meaning in a row of figures: years are annual figures, totals are totals. */
function runsOf(columns: readonly PeriodColumn[], meaning: CellMeaning): Omit<MeaningRegion, 'top' | 'bottom'>[] {
  const runs: { left: number; right: number; meaning: CellMeaning }[] = [];
  const ofYear = meaning === 'actual' || meaning === 'cumulative' ? 'annual' : meaning;
  for (const { column, kind } of columns) {
    const told = kind === 'total' ? 'total' : kind === 'year' ? ofYear : meaning;
    const own = meaning === 'left-out' ? meaning : told;
    const last = runs.at(-1);
    if (last?.meaning === own && last.right === column - 1) last.right = column;
    else runs.push({ left: column, right: column, meaning: own });
  }
  return runs;
}

function insideCrosstab({ mapping }: SheetPlan): MeaningRegion[] {
  return (mapping as CrosstabMapping).tables.flatMap(
    ({ block: { top, bottom }, areas, columns, totalRows, summaryRows }) => {
      const down = (column: number | null, meaning: CellMeaning): MeaningRegion[] =>
        column === null ? [] : [{ top, bottom, left: column, right: column, meaning }];
      return [
        ...[areas.code, areas.group, areas.district, areas.name].flatMap((column) => down(column, 'area')),
        ...areas.categories.flatMap((column) => down(column, 'label')),
        ...columns.flatMap(({ column, quantity }) => down(column, QUANTITY_MEANING[quantity])),
        ...[...totalRows, ...(summaryRows ?? [])].map((row) => across(row, row, 'total')),
      ];
    },
  );
}
