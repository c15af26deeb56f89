import { columnNamed, type TableRow, type TableValue } from './table-value.ts';

/** How the officer looks at a table: which rows, in which order, without which columns. The figures stay the same. */
export interface TableShape {
  /** Words a row must hold. */
  readonly filter: string;
  /** By which column (−1: the row heads); null: as it came. */
  readonly sort: { readonly by: number; readonly down: boolean } | null;
  /** Names of the columns left out. */
  readonly hidden: ReadonlySet<string>;
}

export const AS_IT_CAME: TableShape = { filter: '', sort: null, hidden: new Set() };

/** What a cell sorts by: its number where it shows one, else its words; nothing known comes last either way. */
export function worthOf(text: string): number | string | null {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  const number = /^([-−+]?)([\d,]+(?:\.\d+)?)%?$/.exec(trimmed);
  if (number === null) return trimmed;
  return Number((number[2] ?? '').replaceAll(',', '')) * (number[1] === '-' || number[1] === '−' ? -1 : 1);
}

type Worth = number | string | null;

function compare(a: Worth, b: Worth, down: boolean): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const way = down ? -1 : 1;
  if (typeof a === 'number' && typeof b === 'number') return (a - b) * way;
  if (typeof a !== typeof b) return typeof a === 'number' ? -1 : 1;
  return String(a).localeCompare(String(b), 'en-GB', { numeric: true }) * way;
}

function worthAt(row: TableRow, column: number): Worth {
  if (column < 0) return worthOf(row.head);
  const cell = row.cells[column];
  return cell?.worth === undefined ? worthOf(cell?.text ?? '') : cell.worth;
}

/** The table in that shape. Rules between groups of rows make no sense once rows are sorted, and go. */
export function shapedTable(table: TableValue, shape: TableShape): TableValue {
  const asked = shape.filter.trim().toLocaleLowerCase('en-GB');
  const holds = (row: TableRow): boolean =>
    [row.head, ...row.cells.map(({ text }) => text)].some((text) => text.toLocaleLowerCase('en-GB').includes(asked));
  let rows = asked === '' ? table.rows : table.rows.filter(holds);
  const { sort } = shape;
  if (sort !== null) {
    rows = rows
      .toSorted((a, b) => compare(worthAt(a, sort.by), worthAt(b, sort.by), sort.down))
      .map((row) => ({ ...row, divider: false }));
  }
  const stays = table.columns.map((column) => !shape.hidden.has(columnNamed(column)));
  if (stays.every(Boolean)) return { ...table, rows };
  return {
    ...table,
    columns: table.columns.filter((_, at) => stays[at]),
    rows: rows.map((row) => ({ ...row, cells: row.cells.filter((_, at) => stays[at]) })),
  };
}

/** A head clicked once sorts the largest first (names from A), again the other way, and a third time as it came. */
export function sortedBy(now: TableShape['sort'], by: number): TableShape['sort'] {
  const first = by >= 0;
  if (now?.by !== by) return { by, down: first };
  return now.down === first ? { by, down: !first } : null;
}
