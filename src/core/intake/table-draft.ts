import type { Month } from '../time/month.ts';
import type { ObservationDraft, Quantity, Refusal } from './draft.ts';
import { cellName } from './grid.ts';
import type { GridCells } from './grid-cells.ts';
import { readValue } from './read-value.ts';

/** What a cell of a small table stands for. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
  readonly measure: string;
  readonly area: string | null;
  readonly areaKind: ObservationDraft['areaKind'];
  readonly from: Month;
  readonly to: Month;
  readonly quantity: Quantity;
}

/** Reads one cell into the drafts or the refusals; answers its number, or null where it holds none. */
export function takeCell(
  { row, column, ...place }: CellPlace,
  cells: GridCells,
  observations: ObservationDraft[],
  refusals: Refusal[],
): number | null {
  const cell = cellName(row, column);
  const found = readValue(cells.cell(row, column));
  if (found.kind === 'blank') return null;
  if (found.kind === 'refused') {
    refusals.push({ cell, found: found.found, why: found.why });
    return null;
  }
  const value = found.kind === 'number' ? found.value : null;
  const symbol = found.kind === 'symbol' ? found.symbol : null;
  observations.push({ kind: 'observation', ...place, value, symbol, cell, minus: null });
  return value;
}
