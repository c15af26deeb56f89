import Papa from 'papaparse';
import { LIMITS } from './limits.ts';
import { damaged, tooLarge } from './refusals.ts';

const PIECE_CHARACTERS = 256 * 1024;
/** A quotation mark that is never closed would swallow the rest of the file into one cell. */
const LONGEST_ROW = 8 * 1024 * 1024;

/** Cuts text that arrives in pieces into rows of cells. */
export class CsvRows {
  private readonly delimiter: string;
  private readonly onRow: (cells: string[]) => unknown;
  private rest = '';
  private rows = 0;
  isStopped = false;

  constructor(delimiter: string, onRow: (cells: string[]) => unknown) {
    this.delimiter = delimiter;
    this.onRow = onRow;
  }

  feed(text: string): void {
    this.rest += text;
    if (this.rest.length >= PIECE_CHARACTERS) this.parse(false);
  }

  finish(): void {
    if (this.rest !== '' && !this.isStopped) this.parse(true);
  }

  private parse(isLast: boolean): void {
    const parser = new Papa.Parser({ delimiter: this.delimiter, newline: '\n' }) as unknown as PieceParser;
    const { data, meta } = parser.parse(this.rest, 0, !isLast);
    for (const cells of data) {
      this.rows++;
      if (cells.length > LIMITS.columns) {
        throw tooLarge(`Row ${String(this.rows)} has more than 16,384 cells, more than Excel allows.`);
      }
      if (this.onRow(cells) === 'stop') {
        this.isStopped = true;
        return;
      }
    }
    this.rest = isLast ? '' : this.rest.slice(meta.cursor);
    if (this.rest.length > LONGEST_ROW) {
      throw damaged(`a quotation mark that opens after row ${String(this.rows)} is never closed`);
    }
  }
}

/** Papa Parse's parser of one piece, as its own chunk streamer calls it; its published types leave it out. */
interface PieceParser {
  parse(text: string, from: number, leaveLastRow: boolean): { data: string[][]; meta: { cursor: number } };
}
