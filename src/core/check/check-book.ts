import type { Warning } from '../intake/draft.ts';
import type { Grid } from '../intake/grid.ts';
import { gridCells } from '../intake/grid-cells.ts';
import type { SheetPlan, TableReading } from '../intake/plan.ts';
import { blockOf, filledAhead } from '../intake/wide-future.ts';
import { linesOf } from '../intake/wide-lines.ts';
import type { WideMapping } from '../intake/wide-mapping.ts';
import { checkContents } from './contents.ts';
import { findingOf, type Finding } from './finding.ts';
import { checkEndings, endingsOf, type Ending } from './last-period.ts';

/** A sheet (anything but a list of records) as it was read and understood. */
export interface SheetLookedAt {
  readonly grid: Grid;
  readonly plan: SheetPlan;
  readonly reading: Pick<TableReading, 'observations' | 'warnings'>;
}

/**
 * Everything that does not add up in a file: what reading each sheet warned of, cells of a measure sheet that hold no
 * figure at all, and what only shows between sheets.
 */
export function checkBook(sheets: readonly SheetLookedAt[]): Finding[] {
  const own = sheets.map(({ grid, plan, reading }) =>
    [...plan.warnings, ...reading.warnings, ...unreadable(grid, plan)].map((warning) => findingOf(grid.sheet, warning)),
  );
  const between = betweenSheets(sheets);
  return sheets.flatMap(({ grid }, at) => [
    ...(own[at] ?? []),
    ...between.filter(
      (finding) =>
        finding.sheet === grid.sheet &&
        !(own[at] ?? []).some(({ check, cells }) => check === finding.check && cells === finding.cells),
    ),
  ]);
}

/** Cells among the periods of a measure sheet that hold no number and no known symbol, one finding a row. */
function unreadable(grid: Grid, plan: SheetPlan): Warning[] {
  const cells = gridCells(grid);
  return tablesOf(plan).flatMap((table) =>
    linesOf(table, cells).flatMap((line) => {
      const slots = line.slots.filter(({ found }) => found.kind === 'refused');
      const [first] = slots;
      if (first?.found.kind !== 'refused') return [];
      return [
        {
          check: 'cell-not-read',
          cells: blockOf(line, slots),
          says: `«${line.row.label}» holds «${first.found.found}» in ${first.cell}: ${first.found.why}.`,
          found: first.found.found,
          expected: null,
        },
      ];
    }),
  );
}

const tablesOf = (plan: SheetPlan): WideMapping['tables'] =>
  plan.layout === 'wide-months' || plan.layout === 'wide-quarters' ? (plan.mapping as WideMapping).tables : [];

function betweenSheets(sheets: readonly SheetLookedAt[]): Finding[] {
  const endings = sheets.flatMap(endingsOfSheet);
  const measures = new Set(
    sheets.flatMap(({ plan, reading }) => [
      ...(plan.measure === null ? [] : [plan.measure]),
      ...reading.observations.map(({ measure }) => measure),
    ]),
  );
  const titles = sheets.flatMap(({ plan }) => tablesOf(plan).map(({ title }) => title));
  const contents =
    titles.length < 2
      ? []
      : sheets.flatMap(({ grid }) =>
          checkContents(grid, measures, titles).map((warning) => findingOf(grid.sheet, warning)),
        );
  return [...checkEndings(endings).map((warning) => findingOf(warning.sheet, warning)), ...contents];
}

function endingsOfSheet({ grid, plan }: SheetLookedAt): Ending[] {
  const tables = tablesOf(plan);
  if (tables.length === 0) return [];
  const cells = gridCells(grid);
  const lines = tables.flatMap((table) => linesOf(table, cells));
  const { unknown } = filledAhead(lines);
  return endingsOf({ grid, tables, lines, unknown });
}
