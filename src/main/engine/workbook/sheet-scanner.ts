import type { Block, CellValue, Row } from '../../../core/intake/grid.ts';
import { CellReader, type CellContext } from './cell-reader.ts';
import { LIMITS } from './limits.ts';
import type { OnRow, SheetFacts } from './open-workbook.ts';
import { readBlock } from './read-block.ts';
import { damaged, tooLarge, unsafe } from './refusals.ts';
import {
  declarationIn,
  digitsAt,
  EQUALS,
  EXCLAMATION,
  GREATER,
  INCOMPLETE,
  LESS,
  localNameIn,
  QUESTION,
  SLASH,
  SPACE,
  tagEnd,
  ZERO,
} from './xml-bytes.ts';
import { xmlTags, type XmlTag } from './xml-elements.ts';

const [LETTER_C, LETTER_H, LETTER_O, LETTER_R, LETTER_T] = [99, 104, 111, 114, 116] as const;

/**
 * One pass over the bytes of a worksheet part (ECMA-376 part 1, 18.3), transitional or strict, with any namespace
 * prefix; no tree is built. Pieces go in by `feed`, rows come out by `onRow`, in order, each with arrays of its own.
 */
export class SheetScanner {
  private readonly reader: CellReader;
  private readonly onRow: OnRow;
  private readonly merges: Block[] = [];
  private readonly hiddenRows: number[] = [];
  private readonly hiddenColumns: number[] = [];

  private bytes: Buffer = Buffer.alloc(0);
  private rest: Buffer | null = null;
  /** Length of the namespace prefix with its colon; 0 when there is none. */
  private prefix = 0;
  private hasRoot = false;
  private isInRows = false;
  private isInRow = false;
  private isComplete = false;
  private isStopped = false;

  private row = 0;
  private nextColumn = 0;
  private lastColumn = -1;
  private readonly cells: CellValue[] = [];
  private formulas: number[] = [];
  private rowCount = 0;
  private cellCount = 0;

  constructor(context: CellContext, onRow: OnRow) {
    this.reader = new CellReader(context);
    this.onRow = onRow;
  }

  /** Takes the next bytes; false once `onRow` has asked to stop. */
  feed(piece: Buffer): boolean {
    this.bytes = this.rest === null ? piece : Buffer.concat([this.rest, piece]);
    this.reader.use(this.bytes, this.prefix);
    const used = this.scan();
    this.rest = used < this.bytes.length ? this.bytes.subarray(used) : null;
    if (this.rest !== null && this.rest.length > LIMITS.elementBytes) {
      throw unsafe('one of its cells is far longer than a cell can be');
    }
    return !this.isStopped;
  }

  finish(): SheetFacts {
    if (!this.isComplete && !this.isStopped) throw damaged('one of its sheets ends in the middle');
    const { merges, hiddenRows, hiddenColumns, rowCount, cellCount } = this;
    return { merges, hiddenRows, hiddenColumns, rows: rowCount, cells: cellCount };
  }

  /** Reads every element that is complete and tells how many bytes were used. */
  private scan(): number {
    const bytes = this.bytes;
    const end = bytes.length;
    let at = 0;
    while (!this.isStopped) {
      while (at < end && bytes[at] !== LESS) at++;
      if (at >= end) return end;
      if (this.isInRows && at + 3 + this.prefix >= end) return at;
      const next = this.isInRows ? this.tagInRows(at) : this.tagOutsideRows(at);
      if (next === INCOMPLETE) return at;
      at = next;
    }
    return end;
  }

  private tagInRows(at: number): number {
    const bytes = this.bytes;
    const nameAt = at + 1 + this.prefix;
    const first = bytes[nameAt];
    const second = bytes[nameAt + 1];
    if (first === LETTER_C && (second === SPACE || second === GREATER || second === SLASH))
      return this.cell(nameAt + 1);
    if (bytes[at + 1] === EXCLAMATION) return declarationIn(bytes, at)?.after ?? INCOMPLETE;
    const close = tagEnd(bytes, at);
    if (close === INCOMPLETE) return INCOMPLETE;
    if (first === LETTER_R && second === LETTER_O) {
      this.openRow(nameAt + 3, close);
      if (bytes[close - 1] === SLASH) this.closeRow();
    } else if (bytes[at + 1] === SLASH) {
      const name = localNameIn(bytes, at + 2, close);
      if (name === 'row') this.closeRow();
      else if (name === 'sheetData') this.isInRows = false;
    }
    return close + 1;
  }

  private tagOutsideRows(at: number): number {
    const bytes = this.bytes;
    if (bytes[at + 1] === EXCLAMATION) return declarationIn(bytes, at)?.after ?? INCOMPLETE;
    const close = tagEnd(bytes, at);
    if (close === INCOMPLETE) return INCOMPLETE;
    if (bytes[at + 1] === QUESTION) return close + 1;
    if (bytes[at + 1] === SLASH) {
      if (localNameIn(bytes, at + 2, close) === 'worksheet') this.isComplete = true;
      return close + 1;
    }
    this.startOutsideRows(at, close);
    return close + 1;
  }

  private startOutsideRows(at: number, close: number): void {
    const bytes = this.bytes;
    const name = localNameIn(bytes, at + 1, close);
    const isEmpty = bytes[close - 1] === SLASH;
    if (!this.hasRoot) {
      if (name !== 'worksheet') throw damaged('one of its sheets is not a worksheet');
      this.hasRoot = true;
      this.isComplete = isEmpty;
    } else if (name === 'sheetData' && !isEmpty) {
      this.isInRows = true;
      this.prefix = bytes.indexOf('sheetData', at) - at - 1;
      this.reader.use(bytes, this.prefix);
    } else if (name === 'col') {
      this.hideColumns(this.tag(at, close));
    } else if (name === 'mergeCell') {
      const block = readBlock(this.tag(at, close)?.attribute('ref') ?? '');
      if (block !== null) this.merges.push(block);
    }
  }

  private tag(at: number, close: number): XmlTag | null {
    for (const tag of xmlTags(this.bytes.toString('utf8', at, close + 1))) return tag;
    return null;
  }

  private hideColumns(tag: XmlTag | null): void {
    const hidden = tag?.attribute('hidden');
    if (hidden !== '1' && hidden !== 'true') return;
    const first = Number(tag?.attribute('min') ?? 0);
    const last = Math.min(Number(tag?.attribute('max') ?? 0), LIMITS.columns);
    for (let column = Math.max(1, first); column <= last; column++) this.hiddenColumns.push(column - 1);
  }

  private openRow(attributesAt: number, close: number): void {
    const bytes = this.bytes;
    let row = this.row + 1;
    let isHidden = false;
    for (let at = attributesAt + 1; at < close; at++) {
      if ((bytes[at - 1] ?? 0) > SPACE) continue;
      if (bytes[at] === LETTER_R && bytes[at + 1] === EQUALS) {
        row = digitsAt(bytes, at + 3);
      } else if (bytes[at] === LETTER_H && bytes.toString('latin1', at, at + 7) === 'hidden=') {
        isHidden = bytes[at + 8] === ZERO + 1 || bytes[at + 8] === LETTER_T;
      }
    }
    if (this.isInRow) throw damaged('one of its rows begins inside another');
    if (row > LIMITS.rows)
      throw tooLarge('This file has more rows than Excel allows (1,048,576). Ask for it in smaller pieces.');
    if (row <= this.row) throw damaged('the rows of a sheet are not in order');
    this.row = row;
    this.isInRow = true;
    this.nextColumn = 0;
    if (isHidden) this.hiddenRows.push(row);
  }

  private cell(at: number): number {
    const reader = this.reader;
    const after = reader.read(at, this.nextColumn);
    if (after === INCOMPLETE) return INCOMPLETE;
    if (!this.isInRow) throw damaged('one of its cells lies outside any row');
    const { column, value } = reader;
    this.nextColumn = column + 1;
    if (reader.hasFormula) this.formulas.push(column);
    if (value !== null) {
      const cells = this.cells;
      while (cells.length <= column) cells.push(null);
      if (cells[column] === null) this.cellCount++;
      cells[column] = value;
      if (column > this.lastColumn) this.lastColumn = column;
    }
    return after;
  }

  private closeRow(): void {
    this.isInRow = false;
    if (this.lastColumn < 0) return;
    const length = this.lastColumn + 1;
    const cells = this.cells.slice(0, length);
    this.cells.fill(null, 0, length);
    this.lastColumn = -1;
    this.rowCount++;
    const row: Row =
      this.formulas.length === 0 ? { row: this.row, cells } : { row: this.row, cells, formulas: this.formulas };
    if (this.formulas.length > 0) this.formulas = [];
    if (this.onRow(row) === 'stop') this.isStopped = true;
  }
}
