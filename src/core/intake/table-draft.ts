import type { Month } from '../time/month.ts';
import type { ObservationDraft, Quantity, Refusal, Warning } from './draft.ts';
import { CellsByFigure } from './draft-key.ts';
import { cellName, type Block } from './grid.ts';
import type { GridCells } from './grid-cells.ts';
import type { TableReading } from './plan.ts';
import { readValue, type ValueFound } from './read-value.ts';
import { isBlank, shownText } from './tidy-text.ts';

/** Drafts, refusals and warnings of one sheet while it is read. */
export interface Drafts {
  readonly observations: ObservationDraft[];
  readonly refusals: Refusal[];
  readonly warnings: Warning[];
  /** Cells that became an observation or a refusal. */
  readonly taken: Set<string>;
  /** The cell each figure was read from, so that none is read twice. */
  readonly cellByFigure: CellsByFigure;
}

export const newDrafts = (): Drafts => ({
  observations: [],
  refusals: [],
  warnings: [],
  taken: new Set(),
  cellByFigure: new CellsByFigure(),
});

/** What a cell of a small table stands for. */
export interface Place {
  readonly measure: string;
  readonly area: string | null;
  readonly areaKind: ObservationDraft['areaKind'];
  readonly from: Month;
  readonly to: Month;
  readonly quantity: Quantity;
  readonly codes?: readonly string[];
}

/** Refuses a cell. */
export function refuseCell(cell: string, found: string, why: string, drafts: Drafts): void {
  drafts.taken.add(cell);
  drafts.refusals.push({ cell, found, why });
}

/** Keeps what a cell says as a draft, or refuses it; answers its number, or null where it holds none. */
export function takeFound(asked: Place, cell: string, found: ValueFound, drafts: Drafts): number | null {
  if (found.kind === 'blank') return null;
  if (found.kind === 'refused') {
    refuseCell(cell, found.found, found.why, drafts);
    return null;
  }
  // A percentage among counts is a share: it is never added up with them.
  const share = found.kind === 'number' && found.percent && (asked.quantity === 'count' || asked.quantity === 'annual');
  const place: Place = share ? { ...asked, quantity: 'rate' } : asked;
  const value = found.kind === 'number' ? found.value : null;
  const symbol = found.kind === 'symbol' ? found.symbol : null;
  const twin = drafts.cellByFigure.get(place);
  if (twin !== undefined && place.quantity !== 'change') {
    const shown = symbol?.found ?? String(value);
    refuseCell(cell, shown, `the same figure was already read from ${twin}; not counted twice`, drafts);
    return null;
  }
  drafts.cellByFigure.set(place, cell);
  drafts.taken.add(cell);
  drafts.observations.push({ kind: 'observation', ...place, value, symbol, cell, minus: null });
  return value;
}

/** Reads one cell of a small table; answers its number, or null where it holds none. */
export const takeCell = (place: Place, row: number, column: number, cells: GridCells, drafts: Drafts): number | null =>
  takeFound(place, cellName(row, column), readValue(cells.cell(row, column)), drafts);

/** Whatever is left filled in a block is refused with its reason: nothing is dropped in silence. */
export function refuseRest(
  block: Block | null,
  cells: GridCells,
  drafts: Drafts,
  headerRows: readonly number[],
  why: (row: number, column: number) => string,
): void {
  if (block === null) return;
  for (let row = block.top; row <= block.bottom; row++) {
    const own = headerRows.includes(row) ? undefined : cells.row(row)?.cells;
    if (own === undefined) continue;
    for (let column = block.left; column <= block.right; column++) {
      const content = own[column] ?? null;
      const cell = cellName(row, column);
      if (!isBlank(content) && !drafts.taken.has(cell)) refuseCell(cell, shownText(content), why(row, column), drafts);
    }
  }
}

/** The reading of a sheet of observations. */
export const readingOf = (drafts: Drafts, rowsRead: number, covers: TableReading['covers']): TableReading => ({
  rowsRead,
  observations: drafts.observations,
  scores: [],
  priorityAreas: [],
  refusals: drafts.refusals,
  warnings: drafts.warnings,
  covers,
});
