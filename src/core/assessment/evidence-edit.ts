import type { EvidencePrint } from './evidence-table.ts';

/** What the officer makes of a table, apart from its draft. Figures are never edited. */
export interface EvidenceEdit {
  /** Own words in place of the drafted finding; null: the draft stands. */
  readonly finding: string | null;
  /** Own words under the table: why it is so, what is known besides. */
  readonly words: string;
  /** Own words beside a row, by the row's id. */
  readonly notes: Readonly<Record<string, string>>;
  /** Rows left out of what is handed over. */
  readonly leftOut: readonly string[];
  /** The whole table is left out of the document. */
  readonly tableLeftOut: boolean;
}

export const NO_EDIT: EvidenceEdit = { finding: null, words: '', notes: {}, leftOut: [], tableLeftOut: false };

/** A table with the officer's words and without the rows left out; totals stay what they are, and say so. */
export function editedEvidence<T extends EvidencePrint>(table: T, edit: EvidenceEdit): T {
  const left = table.rows.filter(({ id }) => edit.leftOut.includes(id));
  const rows = table.rows
    .filter(({ id }) => !edit.leftOut.includes(id))
    .map((row) => {
      const note = edit.notes[row.id]?.trim() ?? '';
      return note === '' ? row : { ...row, note };
    });
  const hasTotal = table.rows.some(({ weight }) => weight === 'total');
  const says =
    left.length === 0
      ? []
      : [
          `Left out by choice: ${left.map(({ head }) => head).join('; ')}.${hasTotal ? ' Totals include what is left out.' : ''}`,
        ];
  const own = edit.finding?.trim() ?? '';
  return { ...table, rows, finding: own === '' ? table.finding : own, notes: [...table.notes, ...says] };
}
