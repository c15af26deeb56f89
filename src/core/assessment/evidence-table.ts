import type { DisclosureTable } from '../disclosure/disclosure-table.ts';
import { sayNumber } from '../performance/say-number.ts';

/** Every table of evidence of an assessment, in the order it is read. */
export const EVIDENCE_IDS = [
  'crime-summary',
  'by-month',
  'by-quarter',
  'neighbourhoods',
  'priority-neighbourhoods',
  'victims',
  'offenders',
  'outcomes',
  'group',
  'when',
  'places',
  'cost',
  'knowledge-gaps',
] as const;
export type EvidenceId = (typeof EVIDENCE_IDS)[number];

/** A column: words, or numbers with one unit and one number of decimals. */
export interface EvidenceColumn {
  readonly id: string;
  readonly head: string;
  /** Below the head: a unit, a period. */
  readonly under?: string | undefined;
  readonly kind: 'number' | 'words';
  readonly decimals?: number | undefined;
  /** Shown with its sign, as changes are. */
  readonly signed?: boolean | undefined;
  readonly prefix?: '£' | undefined;
  readonly suffix?: '%' | undefined;
}

/** What stands in a cell. Null: not known, never nought. Words in a column of numbers are a sign («[c]»). */
export type EvidenceCell = number | string | null;

export interface EvidenceRow {
  readonly id: string;
  readonly head: string;
  readonly cells: readonly EvidenceCell[];
  /** `part`: the head of a group of rows. */
  readonly weight?: 'total' | 'part' | undefined;
  /** The officer's own words beside the row. */
  readonly note?: string | undefined;
}

/** What a table rests on: files, how far they go, and how it was made. */
export interface RestsOn {
  readonly sources: readonly string[];
  /** Month the figures go up to; null: nothing is held. */
  readonly dataTo: string | null;
  readonly method: string;
}

/** One table of evidence as drafted from held figures: what the window shows, Word and Excel print and the clipboard takes. */
export interface EvidenceTable {
  readonly id: EvidenceId;
  readonly title: string;
  /** The sentence the table says; '' where nothing can be said. */
  readonly finding: string;
  readonly rowHead: string;
  readonly columns: readonly EvidenceColumn[];
  readonly rows: readonly EvidenceRow[];
  readonly notes: readonly string[];
  readonly rests: RestsOn;
  readonly provisional: boolean;
  readonly illustrative: boolean;
  /** Why there is no table, and what to do; null where there is one. */
  readonly nothing: string | null;
  /** How its counts add up, for small numbers; null: it holds no counts of people or crimes. */
  readonly disclosure: DisclosureTable | null;
  /** Column the rows are ordered by and the column of ranks: an order between printed figures gives a hidden one away. */
  readonly ordered: { readonly by: string; readonly rank: string | null } | null;
}

/** A table as it is shown and printed. */
export type EvidencePrint = Omit<EvidenceTable, 'disclosure' | 'ordered'>;

/** The id under which a cell is known to small-number rules. */
export const evidenceCellId = (row: string, column: string): string => `${row} | ${column}`;

/** A cell as it is printed everywhere. */
export function evidenceCellText(column: EvidenceColumn, cell: EvidenceCell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell;
  const text = sayNumber(cell, column.decimals ?? 0);
  const sign = column.signed === true && cell > 0 && /[1-9]/.test(text) ? '+' : '';
  const negative = text.startsWith('−');
  const digits = negative ? text.slice(1) : text;
  return `${negative ? '−' : sign}${column.prefix ?? ''}${digits}${column.suffix ?? ''}`;
}

/** A table without the columns that nothing is known for: a note says why, an empty column says nothing. */
export function withoutEmptyColumns(table: EvidenceTable): EvidenceTable {
  const kept = table.columns.map((_, at) => table.rows.some(({ cells }) => (cells[at] ?? null) !== null));
  if (kept.every((one) => one)) return table;
  const only = <T>(all: readonly T[]): T[] => all.filter((_, at) => kept[at] === true);
  return {
    ...table,
    columns: only(table.columns),
    rows: table.rows.map((row) => ({ ...row, cells: only(row.cells) })),
  };
}

/** What a table that nothing is held for looks like. */
export const noEvidence = (
  id: EvidenceId,
  title: string,
  nothing: string,
  method: string,
  notes: readonly string[] = [],
): EvidenceTable => ({
  id,
  title,
  finding: '',
  rowHead: '',
  columns: [],
  rows: [],
  notes,
  rests: { sources: [], dataTo: null, method },
  provisional: false,
  illustrative: false,
  nothing,
  disclosure: null,
  ordered: null,
});
