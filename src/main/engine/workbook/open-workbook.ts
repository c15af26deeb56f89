import type { Block, Row, SheetState } from '../../../core/intake/grid.ts';

/** The file formats the engine reads, told by the first bytes and the content, never by the name alone. */
export type WorkbookFormat = 'xlsx' | 'xlsm' | 'xlsb' | 'xls' | 'ods' | 'csv' | 'zip';

/** Facts about a sheet that are known before its rows are read. */
export interface SheetInfo {
  readonly name: string;
  readonly state: SheetState;
}

/** Facts that are known once a sheet has been read to its end. */
export interface SheetFacts {
  readonly merges: readonly Block[];
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  readonly rows: number;
  readonly cells: number;
}

/** Takes one row; answering 'stop' ends the reading there. */
export type OnRow = (row: Row) => unknown;

/** A workbook opened for reading, sheet by sheet, row by row. */
export interface OpenWorkbook {
  readonly format: WorkbookFormat;
  readonly sheets: readonly SheetInfo[];
  /** Things worth telling about the file as a whole («macros were not run», «encoding read as Windows-1252»). */
  readonly notes: readonly string[];
  /** What a sheet unfolds to, where its texts stand in a table of the workbook's own, which takes the longest to read. */
  bytesOf?(index: number): number;
  /** Reads one sheet (by position) and hands over each row that holds a cell, in order. */
  readSheet(index: number, onRow: OnRow, options?: ReadOptions): Promise<SheetFacts>;
  close(): void;
}

export interface ReadOptions {
  /** Ends the reading with a {@link WorkbookRefusal} of kind 'cancelled'. */
  readonly signal?: AbortSignal;
  /** Told now and then: bytes (or rows) read of how many, when known. */
  readonly onProgress?: (done: number, of: number | null) => void;
}

export interface OpenOptions extends ReadOptions {
  readonly password?: string;
  /** The unfolded sheet from which on a thread of its own reads it; left out: the one that is worth it. */
  readonly besideFromBytes?: number;
}

/** Why a file was not read, in a sentence the officer can act on. Never holds cell contents. */
export class WorkbookRefusal extends Error {
  readonly kind:
    'not-a-workbook' | 'damaged' | 'needs-password' | 'wrong-password' | 'too-large' | 'unsafe' | 'cancelled';
  constructor(kind: WorkbookRefusal['kind'], says: string) {
    super(says);
    this.name = 'WorkbookRefusal';
    this.kind = kind;
  }
}
