import { evidenceCellText, type EvidencePrint } from '../../../core/assessment/evidence-table.ts';
import type { TableValue } from '../../parts/table-value.ts';
import { EVIDENCE_PANES } from '../../words/assessment-evidence.ts';

/** A table of evidence as the window shows and copies it. `onRow` makes each row's head a way to its own words. */
export function evidenceValue(table: EvidencePrint, onRow?: (row: string) => void): TableValue {
  const hasNotes = table.rows.some(({ note }) => note !== undefined);
  return {
    caption: table.title,
    rowHead: table.rowHead,
    columns: [
      ...table.columns.map(({ head, under, kind }) => ({
        head,
        ...(under === undefined ? {} : { under }),
        text: kind === 'words',
      })),
      ...(hasNotes ? [{ head: EVIDENCE_PANES.note, text: true }] : []),
    ],
    rows: table.rows.map((row) => ({
      head: row.head,
      ...(row.weight === undefined ? {} : { tone: 'strong' as const, divider: true }),
      ...(onRow === undefined || row.weight === 'part'
        ? {}
        : {
            onHead: () => {
              onRow(row.id);
            },
          }),
      cells: [
        ...table.columns.map((column, at) => ({ text: evidenceCellText(column, row.cells[at] ?? null) })),
        ...(hasNotes ? [{ text: row.note ?? '' }] : []),
      ],
    })),
    notes: [],
  };
}
