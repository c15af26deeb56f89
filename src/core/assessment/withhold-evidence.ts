import { isSmall, type SmallNumberRule } from '../disclosure/rule.ts';
import { suppress } from '../disclosure/suppress.ts';
import { evidenceCellId, type EvidenceTable } from './evidence-table.ts';

/** What a table says under it when figures were left out. */
const LEFT_OUT = 'left out to protect people, with what would give it away';

/**
 * A table as it may be handed over: small counts hidden with as few others as keep them out of reach. Evidence words and
 * findings are never worked out anew from what is left: where they rest on hidden figures they go. Rows ordered by a
 * hidden figure lose their ranks and come last.
 */
export function withholdEvidence(table: EvidenceTable, rule: SmallNumberRule): EvidenceTable {
  const { disclosure } = table;
  if (disclosure === null || !disclosure.counts.some(({ value }) => value !== null && isSmall(value, rule)))
    return table;
  const { cells: treated } = suppress(disclosure, rule);
  const isHidden = (row: string, column: string): boolean => {
    const found = treated.get(evidenceCellId(row, column));
    return found !== undefined && found.symbol !== null;
  };
  const ordered = table.ordered;
  const hiddenRows = new Set(
    table.rows.filter(({ id }) => ordered !== null && isHidden(id, ordered.by)).map(({ id }) => id),
  );
  const rows = table.rows.map((row) => {
    const touched = table.columns.some(({ id }) => isHidden(row.id, id));
    const cells = row.cells.map((cell, at) => {
      const column = table.columns[at];
      if (column === undefined) return cell;
      if (hiddenRows.size > 0 && column.id === ordered?.rank) return null;
      // Words of evidence and of direction are made from the counts.
      if (touched && column.kind === 'words') return null;
      const found = treated.get(evidenceCellId(row.id, column.id));
      return found === undefined ? cell : (found.symbol ?? found.value);
    });
    return { ...row, cells };
  });
  const changed = [...treated.values()].some(({ symbol }) => symbol !== null);
  const inOrder = [
    ...rows.filter(({ id, weight }) => weight !== 'total' && !hiddenRows.has(id)),
    ...rows.filter(({ id }) => hiddenRows.has(id)).sort((a, b) => (a.head < b.head ? -1 : 1)),
    ...rows.filter(({ weight }) => weight === 'total'),
  ];
  return {
    ...table,
    rows: hiddenRows.size === 0 ? rows : inOrder,
    finding: changed ? '' : table.finding,
    notes: changed ? [...table.notes, `${rule.symbol}: a small number ${LEFT_OUT}.`] : table.notes,
  };
}
