import type { CellValue, Grid, Row } from '../../../src/core/intake/grid.ts';
import type { IntakeContext } from '../../../src/core/intake/plan.ts';

/** A sheet typed in as rows of cells; `formulas` names cells such as `F3`. */
export function gridOf(
  rows: readonly (readonly CellValue[])[],
  sheet = 'Sheet1',
  formulas: readonly string[] = [],
): Grid {
  const made = rows.map((cells, index): Row => {
    const own = formulas.flatMap((name) => (Number(name.slice(1)) === index + 1 ? [name.charCodeAt(0) - 65] : []));
    return own.length > 0 ? { row: index + 1, cells, formulas: own } : { row: index + 1, cells };
  });
  return {
    sheet,
    state: 'visible',
    rows: made.filter(({ cells }) => cells.some((cell) => cell !== null)),
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
    complete: true,
  };
}

/** What the workbench knows in these tests: the city, and neighbourhoods if any are named. */
export const contextOf = (fileName: string, neighbourhoods: readonly string[] = []): IntakeContext => ({
  fileName,
  city: { name: 'Plymouth', kind: 'city', aliases: ['Devon & Cornwall - Plymouth'] },
  areas: neighbourhoods.map((name) => ({ name, kind: 'neighbourhood', aliases: [] })),
});

export const MONTHS = ['Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec', 'Jan', 'Feb', 'Mar'];
