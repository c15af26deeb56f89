import type { Block, CellValue, ErrorValue, Row } from '../../../core/intake/grid.ts';
import { numberIn } from './cell-number.ts';
import { readIsoDay, type ExcelDays } from './excel-day.ts';
import { LIMITS } from './limits.ts';
import type { SheetFacts } from './open-workbook.ts';
import { readBlock } from './read-block.ts';
import { damaged, tooLarge, unsafe } from './refusals.ts';
import { declarationIn, localNameIn, richTextIn } from './rich-text.ts';
import type { SharedStrings } from './shared-strings.ts';
import type { StyleMeanings } from './styles.ts';
import { textIn, TextStore } from './text-store.ts';
import { xmlTags, type XmlTag } from './xml-elements.ts';

const LESS = 0x3c;
const GREATER = 0x3e;
const SLASH = 0x2f;
const SPACE = 0x20;
const EQUALS = 0x3d;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const EXCLAMATION = 0x21;
const QUESTION = 0x3f;
const ZERO = 0x30;
const [LETTER_B, LETTER_C, LETTER_D, LETTER_E, LETTER_F, LETTER_H, LETTER_I] = [
  98, 99, 100, 101, 102, 104, 105,
] as const;
const [LETTER_N, LETTER_O, LETTER_R, LETTER_S, LETTER_T, LETTER_V] = [110, 111, 114, 115, 116, 118] as const;

/** The element does not end within the bytes at hand: begin it again when more have come. */
const INCOMPLETE = -1;

const NO_RESULT = { kind: 'no-result' } as const;

/** What a sheet's cells lean on. */
export interface CellContext {
  readonly shared: SharedStrings;
  readonly styles: StyleMeanings;
  readonly days: ExcelDays;
}

/**
 * One pass over the bytes of a worksheet part (ECMA-376 part 1, 18.3), transitional or strict, with any namespace
 * prefix; no tree is built. Pieces go in by `feed`, rows come out by `onRow`, in order, each with arrays of its own.
 */
export class SheetScanner {
  private readonly context: CellContext;
  private readonly onRow: (row: Row) => void | 'stop';
  private readonly texts = new TextStore();
  private readonly errors = new Map<string, ErrorValue>();
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

  private type = LETTER_N as number;
  private style = 0;

  constructor(context: CellContext, onRow: (row: Row) => void | 'stop') {
    this.context = context;
    this.onRow = onRow;
  }

  /** Takes the next bytes; false once `onRow` has asked to stop. */
  feed(piece: Buffer): boolean {
    this.bytes = this.rest === null ? piece : Buffer.concat([this.rest, piece]);
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

  private scan(): number {
    const bytes = this.bytes;
    const end = bytes.length;
    let at = 0;
    while (!this.isStopped) {
      while (at < end && bytes[at] !== LESS) at++;
      if (at + 3 + this.prefix >= end) return this.isInRows || at >= end ? at : this.lastTag(at);
      const next = this.isInRows ? this.tagInRows(at) : this.tagOutsideRows(at);
      if (next === INCOMPLETE) return at;
      at = next;
    }
    return end;
  }

  /** A very short tag at the end of the bytes, as the last one may be. */
  private lastTag(at: number): number {
    const next = this.tagOutsideRows(at);
    return next === INCOMPLETE ? at : next;
  }

  private tagInRows(at: number): number {
    const bytes = this.bytes;
    const nameAt = at + 1 + this.prefix;
    const first = bytes[nameAt];
    const second = bytes[nameAt + 1];
    if (first === LETTER_C && (second === SPACE || second === GREATER || second === SLASH))
      return this.cell(nameAt + 1);
    if (bytes[at + 1] === EXCLAMATION) return this.declaration(at);
    const close = this.tagEnd(at);
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
    if (bytes[at + 1] === EXCLAMATION) return this.declaration(at);
    const close = this.tagEnd(at);
    if (close === INCOMPLETE) return INCOMPLETE;
    if (bytes[at + 1] === QUESTION) return close + 1;
    if (bytes[at + 1] === SLASH) {
      if (localNameIn(bytes, at + 2, close) === 'worksheet') this.isComplete = true;
      return close + 1;
    }
    const name = localNameIn(bytes, at + 1, close);
    const isEmpty = bytes[close - 1] === SLASH;
    if (!this.hasRoot) {
      if (name !== 'worksheet') throw damaged('one of its sheets is not a worksheet');
      this.hasRoot = true;
      this.isComplete = isEmpty;
    } else if (name === 'sheetData' && !isEmpty) {
      this.isInRows = true;
      this.prefix = bytes.indexOf('sheetData', at) - at - 1;
    } else if (name === 'col') {
      this.hideColumns(this.tag(at, close));
    } else if (name === 'mergeCell') {
      const block = readBlock(this.tag(at, close)?.attribute('ref') ?? '');
      if (block !== null) this.merges.push(block);
    }
    return close + 1;
  }

  private declaration(at: number): number {
    return declarationIn(this.bytes, at)?.after ?? INCOMPLETE;
  }

  private tag(at: number, close: number): XmlTag | null {
    return xmlTags(this.bytes.toString('utf8', at, close + 1)).next().value ?? null;
  }

  /** The place of the `>` that ends a tag, passing over any inside quotation marks. */
  private tagEnd(at: number): number {
    const bytes = this.bytes;
    let place = at + 1;
    while (place < bytes.length) {
      const sign = bytes[place];
      if (sign === GREATER) return place;
      if (sign === QUOTE || sign === APOSTROPHE) {
        place = bytes.indexOf(sign, place + 1);
        if (place < 0) return INCOMPLETE;
      }
      place++;
    }
    return INCOMPLETE;
  }

  private hideColumns(tag: XmlTag | null): void {
    if (!isTrue(tag?.attribute('hidden'))) return;
    const first = Number(tag?.attribute('min') ?? 0);
    const last = Math.min(Number(tag?.attribute('max') ?? 0), LIMITS.columns);
    for (let column = Math.max(1, first); column <= last; column++) this.hiddenColumns.push(column - 1);
  }

  private openRow(attributesAt: number, close: number): void {
    const bytes = this.bytes;
    let row = 0;
    let isHidden = false;
    for (let at = attributesAt; at < close; at++) {
      if ((bytes[at - 1] ?? 0) > SPACE) continue;
      if (bytes[at] === LETTER_R && bytes[at + 1] === EQUALS) {
        row = this.digitsFrom(at + 3);
      } else if (bytes[at] === LETTER_H && bytes.toString('latin1', at, at + 7) === 'hidden=') {
        isHidden = bytes[at + 8] === ZERO + 1 || bytes[at + 8] === LETTER_T;
      }
    }
    if (this.isInRow) throw damaged('one of its rows begins inside another');
    if (row === 0) row = this.row + 1;
    if (row > LIMITS.rows)
      throw tooLarge('This file has more rows than Excel allows (1,048,576). Ask for it in smaller pieces.');
    if (row <= this.row) throw damaged('the rows of a sheet are not in order');
    this.row = row;
    this.isInRow = true;
    this.nextColumn = 0;
    if (isHidden) this.hiddenRows.push(row);
  }

  private closeRow(): void {
    this.isInRow = false;
    if (this.lastColumn >= 0) {
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

  private digitsFrom(start: number): number {
    const bytes = this.bytes;
    let value = 0;
    for (let at = start; ; at++) {
      const digit = (bytes[at] ?? 0) - ZERO;
      if (digit < 0 || digit > 9) return value;
      value = value * 10 + digit;
    }
  }

  /** Reads a cell whose attributes begin at `start`; answers where it ends. */
  private cell(start: number): number {
    const bytes = this.bytes;
    const end = bytes.length;
    let column = INCOMPLETE;
    this.type = LETTER_N;
    this.style = 0;
    let at = start;
    for (;;) {
      if (at + 3 >= end) return INCOMPLETE;
      const sign = bytes[at] ?? 0;
      if (sign === GREATER) break;
      if (sign <= SPACE || sign === SLASH) {
        at++;
        continue;
      }
      let valueAt = at + 3;
      let isOneLetter = true;
      if (bytes[at + 1] !== EQUALS) {
        const equals = bytes.indexOf(EQUALS, at);
        if (equals < 0) return INCOMPLETE;
        let nameEnd = at + 1;
        while (nameEnd < equals && (bytes[nameEnd] ?? 0) > SPACE) nameEnd++;
        isOneLetter = nameEnd === at + 1;
        valueAt = equals + 1;
        while (valueAt < end && (bytes[valueAt] ?? 0) <= SPACE) valueAt++;
        valueAt++;
      }
      const quote = bytes[valueAt - 1];
      if (quote !== QUOTE && quote !== APOSTROPHE) {
        if (valueAt >= end) return INCOMPLETE;
        throw damaged('one of its cells cannot be read');
      }
      at = valueAt;
      if (isOneLetter && sign === LETTER_R) {
        let letters = 0;
        for (let letter = (bytes[at] ?? 0) & 0xdf; letter >= 65 && letter <= 90; letter = (bytes[++at] ?? 0) & 0xdf) {
          letters = letters * 26 + letter - 64;
        }
        column = letters - 1;
      } else if (isOneLetter && sign === LETTER_S) {
        this.style = this.digitsFrom(at);
      } else if (isOneLetter && sign === LETTER_T) {
        const type = bytes[at] ?? 0;
        this.type = type === LETTER_S && bytes[at + 1] === LETTER_T ? LETTER_T : type;
      }
      while (at < end && bytes[at] !== quote) at++;
      at++;
    }
    if (column < 0) column = this.nextColumn;
    if (column >= LIMITS.columns) throw tooLarge('This file has more columns than Excel allows (16,384).');
    const after = bytes[at - 1] === SLASH ? at + 1 : this.cellContent(at + 1, column);
    if (after !== INCOMPLETE) this.nextColumn = column + 1;
    return after;
  }

  private cellContent(start: number, column: number): number {
    const bytes = this.bytes;
    const end = bytes.length;
    const prefix = this.prefix;
    let value: CellValue = null;
    let hasFormula = false;
    let at = start;
    for (;;) {
      while (at < end && bytes[at] !== LESS) at++;
      if (at + 4 + prefix >= end) return INCOMPLETE;
      const nameAt = at + 1 + prefix;
      const first = bytes[nameAt];
      const second = bytes[nameAt + 1];
      if (bytes[at + 1] === SLASH) {
        const isCellEnd =
          bytes[nameAt + 1] === LETTER_C && (bytes[nameAt + 2] === GREATER || bytes[nameAt + 2] === SPACE);
        while (at < end && bytes[at] !== GREATER) at++;
        if (at >= end) return INCOMPLETE;
        at++;
        if (isCellEnd) break;
      } else if (first === LETTER_V && (second === GREATER || second === SPACE || second === SLASH)) {
        let open = nameAt + 1;
        while (open < end && bytes[open] !== GREATER) open++;
        at = open + 1;
        if (bytes[open - 1] === SLASH) continue;
        while (at < end && bytes[at] !== LESS) at++;
        if (at + 1 >= end) return INCOMPLETE;
        if (bytes[at + 1] !== SLASH) throw damaged('one of its cells cannot be read');
        value = this.stored(open + 1, at);
      } else if (first === LETTER_I && second === LETTER_S) {
        const text = this.inlineText(nameAt + 2);
        if (text === null) return INCOMPLETE;
        value = text;
        at = this.afterInline;
      } else if (bytes[at + 1] === EXCLAMATION) {
        at = this.declaration(at);
        if (at === INCOMPLETE) return INCOMPLETE;
      } else {
        if (first === LETTER_F && (second === GREATER || second === SPACE || second === SLASH)) hasFormula = true;
        at = this.tagEnd(at);
        if (at === INCOMPLETE) return INCOMPLETE;
        at++;
      }
    }
    if (!this.isInRow) throw damaged('one of its cells lies outside any row');
    if (!hasFormula && value === '') value = null;
    this.keep(column, hasFormula && value === null ? NO_RESULT : value, hasFormula);
    return at;
  }

  private keep(column: number, value: CellValue, hasFormula: boolean): void {
    if (hasFormula) this.formulas.push(column);
    if (value === null) return;
    const cells = this.cells;
    while (cells.length <= column) cells.push(null);
    if (cells[column] === null) this.cellCount++;
    cells[column] = value;
    if (column > this.lastColumn) this.lastColumn = column;
  }

  private stored(start: number, end: number): CellValue {
    const bytes = this.bytes;
    switch (this.type) {
      case LETTER_N:
        return this.numberOrDay(start, end);
      case LETTER_S:
        return start === end ? null : this.context.shared.at(this.sharedIndex(start, end));
      case LETTER_B:
        return start === end ? null : bytes[start] === ZERO + 1 || bytes[start] === LETTER_T;
      case LETTER_E:
        return start === end ? null : this.error(this.texts.read(bytes, start, end));
      case LETTER_D: {
        const text = this.texts.read(bytes, start, end);
        return readIsoDay(text, this.context.styles[this.style] === 'month') ?? text;
      }
      default:
        return this.texts.read(bytes, start, end);
    }
  }

  private numberOrDay(start: number, end: number): CellValue {
    const value = numberIn(this.bytes, start, end);
    if (Number.isNaN(value)) return textIn(this.bytes, start, end).trim() || null;
    switch (this.context.styles[this.style]) {
      case 'day':
        return this.context.days.read(value, false) ?? value;
      case 'month':
        return this.context.days.read(value, true) ?? value;
      case 'percent':
        return { kind: 'percent', value };
      default:
        return value;
    }
  }

  private sharedIndex(start: number, end: number): number {
    let index = 0;
    for (let at = start; at < end; at++) {
      const digit = (this.bytes[at] ?? 0) - ZERO;
      if (digit < 0 || digit > 9) {
        const whole = numberIn(this.bytes, start, end);
        if (Number.isInteger(whole) && whole >= 0) return whole;
        throw damaged('a cell points to a text that is not there');
      }
      index = index * 10 + digit;
    }
    return index;
  }

  private error(code: string): ErrorValue {
    let value = this.errors.get(code);
    if (value === undefined) {
      value = { kind: 'error', code };
      this.errors.set(code, value);
    }
    return value;
  }

  private afterInline = 0;

  /** The text of `<is>`, whose name ends at `at`; null when it does not end within the bytes. */
  private inlineText(at: number): string | null {
    const bytes = this.bytes;
    const next = bytes[at + 3];
    if (
      bytes[at] === GREATER &&
      bytes[at + 1] === LESS &&
      bytes[at + 2] === LETTER_T &&
      (next === GREATER || next === SPACE)
    ) {
      let open = at + 3;
      while (open < bytes.length && bytes[open] !== GREATER) open++;
      let end = open + 1;
      while (end < bytes.length && bytes[end] !== LESS) end++;
      if (end + 9 > bytes.length) return null;
      const isPlain = bytes[open - 1] !== SLASH && bytes[end + 1] === SLASH && bytes[end + 4] === LESS;
      if (isPlain && bytes[end + 5] === SLASH && bytes[end + 6] === LETTER_I) {
        this.afterInline = end + 9;
        return this.texts.read(bytes, open + 1, end);
      }
    }
    const close = bytes.indexOf(GREATER, at);
    if (close < 0) return null;
    if (bytes[close - 1] === SLASH) {
      this.afterInline = close + 1;
      return '';
    }
    const rich = richTextIn(bytes, close + 1, 'is');
    if (rich === null) return null;
    this.afterInline = rich.after;
    return rich.text;
  }
}

const isTrue = (value: string | null | undefined): boolean => value === '1' || value === 'true';
