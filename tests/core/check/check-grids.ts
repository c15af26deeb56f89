import { blocksNamed, isNamed } from '../../../src/core/check/cells-named.ts';
import { checkBook, type SheetLookedAt } from '../../../src/core/check/check-book.ts';
import type { Finding } from '../../../src/core/check/finding.ts';
import type { Grid } from '../../../src/core/intake/grid.ts';
import { readTable } from '../../../src/core/intake/read-table.ts';
import { recognise } from '../../../src/core/intake/recognise.ts';
import { contextOf } from '../intake/make-grid.ts';

/** Every finding about some sheets of one file, read as an import reads them. */
export function findingsIn(grids: readonly Grid[], fileName = 'report.xlsx'): Finding[] {
  const context = contextOf(fileName);
  const looked = grids.map((grid): SheetLookedAt => {
    const plan = recognise(grid, context);
    return { grid, plan, reading: readTable(grid, plan, context) };
  });
  return checkBook(looked);
}

/** True where a list of cells and blocks («F3, H7:P7») holds a cell. */
export function covers(cells: string, cell: string): boolean {
  const [one] = blocksNamed(cell);
  return one !== undefined && isNamed(blocksNamed(cells), one.top, one.left);
}
