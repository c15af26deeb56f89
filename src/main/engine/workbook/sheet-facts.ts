import type { CellValue, SheetState } from '../../../core/intake/grid.ts';
import { openWorkbook } from './open-file.ts';
import type { OpenOptions, WorkbookFormat } from './open-workbook.ts';

/** What a sheet holds, counted, for comparison with any other reader. */
export interface SheetCount {
  readonly name: string;
  readonly state: SheetState;
  /** Extent from A1 to the last row and column that hold something; blank text is nothing. */
  readonly rows: number;
  readonly columns: number;
  readonly cells: number;
  /** Numbers, percentages among them; truth values and dates are not. */
  readonly numbers: number;
  readonly sum: number;
  readonly dates: number;
  readonly errors: number;
  readonly merges: number;
}

export interface WorkbookCount {
  readonly format: WorkbookFormat;
  readonly notes: readonly string[];
  readonly sheets: readonly SheetCount[];
}

/** Reads every sheet of a file and counts what is there. */
export async function sheetFacts(path: string, options: OpenOptions = {}): Promise<WorkbookCount> {
  const book = await openWorkbook(path, options);
  try {
    const sheets: SheetCount[] = [];
    for (const [index, { name, state }] of book.sheets.entries()) {
      const tally = new Tally();
      const { merges } = await book.readSheet(
        index,
        ({ row, cells }) => {
          tally.add(row, cells);
        },
        options,
      );
      sheets.push({ name, state, ...tally.counts(), merges: merges.length });
    }
    return { format: book.format, notes: book.notes, sheets };
  } finally {
    book.close();
  }
}

class Tally {
  private bottom = 0;
  private right = 0;
  private cells = 0;
  private numbers = 0;
  private sum = 0;
  private dates = 0;
  private errors = 0;

  add(row: number, cells: readonly CellValue[]): void {
    for (let column = 0; column < cells.length; column++) {
      const value = cells[column] ?? null;
      if (value === null || value === '') continue;
      this.cells++;
      this.bottom = row;
      if (column >= this.right) this.right = column + 1;
      if (typeof value === 'number') this.count(value);
      else if (typeof value === 'object') {
        if (value.kind === 'percent') this.count(value.value);
        else if (value.kind === 'day') this.dates++;
        else if (value.kind === 'error') this.errors++;
      }
    }
  }

  private count(value: number): void {
    this.numbers++;
    this.sum += value;
  }

  counts(): Omit<SheetCount, 'name' | 'state' | 'merges'> {
    const { bottom: rows, right: columns, cells, numbers, sum, dates, errors } = this;
    return { rows, columns, cells, numbers, sum, dates, errors };
  }
}
