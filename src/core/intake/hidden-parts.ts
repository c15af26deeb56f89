import type { Warning } from './draft.ts';
import { cellName, columnName, type Block } from './grid.ts';

/** So many are named; more are only counted. */
const NAMED = 8;

/**
 * Rows and columns of what is read that the sheet hides: they are read like the others, and the officer is told, since
 * somebody who looks at the sheet does not see them.
 */
export function hiddenParts(
  block: Block | null,
  hiddenRows: readonly number[],
  hiddenColumns: readonly number[],
): Warning[] {
  if (block === null) return [];
  const rows = hiddenRows.filter((row) => row >= block.top && row <= block.bottom);
  const columns = hiddenColumns.filter((column) => column >= block.left && column <= block.right);
  const parts = [counted('hidden row', rows.map(String)), counted('hidden column', columns.map(columnName))].filter(
    (part) => part !== '',
  );
  if (parts.length === 0) return [];
  const one = rows.length + columns.length === 1;
  const first = cellName(rows[0] ?? block.top, columns[0] ?? block.left);
  return [
    {
      check: 'hidden-parts',
      cells: first,
      says: `${parts.join(' and ')} ${one ? 'lies' : 'lie'} in what is read; ${one ? 'it is' : 'they are'} read like the others, though whoever looks at the sheet does not see ${one ? 'it' : 'them'}.`,
    },
  ];
}

function counted(what: string, names: readonly string[]): string {
  if (names.length === 0) return '';
  const more = names.length > NAMED ? ` and ${(names.length - NAMED).toLocaleString('en-GB')} more` : '';
  return `${names.length.toLocaleString('en-GB')} ${what}${names.length === 1 ? '' : 's'} (${names.slice(0, NAMED).join(', ')}${more})`;
}
