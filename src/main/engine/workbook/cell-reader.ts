import type { CellValue, ErrorValue } from '../../../core/intake/grid.ts';
import { numberIn } from './cell-number.ts';
import { readIsoDay, type ExcelDays } from './excel-day.ts';
import { LIMITS } from './limits.ts';
import { damaged, tooLarge } from './refusals.ts';
import { richTextIn } from './rich-text.ts';
import type { SharedStrings } from './shared-strings.ts';
import type { StyleMeanings } from './styles.ts';
import { textIn, TextStore } from './text-store.ts';
import {
  APOSTROPHE,
  declarationIn,
  digitsAt,
  EQUALS,
  EXCLAMATION,
  GREATER,
  INCOMPLETE,
  LESS,
  QUOTE,
  SLASH,
  SPACE,
  tagEnd,
  ZERO,
} from './xml-bytes.ts';

const [LETTER_A, LETTER_Z] = [65, 90] as const;
const [LETTER_B, LETTER_C, LETTER_D, LETTER_E, LETTER_F, LETTER_I] = [98, 99, 100, 101, 102, 105] as const;
const [LETTER_N, LETTER_R, LETTER_S, LETTER_T, LETTER_V] = [110, 114, 115, 116, 118] as const;
const UPPER_CASE = 0xdf;

const NO_RESULT = { kind: 'no-result' } as const;
const UNREADABLE = 'one of its cells cannot be read';
const NO_SUCH_TEXT = 'a cell points to a text that is not there';

/** What a sheet's cells lean on. */
export interface CellContext {
  readonly shared: SharedStrings;
  readonly styles: StyleMeanings;
  readonly days: ExcelDays;
}

/** Reads one cell element (`<c r="B7" s="3" t="s"><v>12</v></c>`) at a time; what was found stands in its fields. */
export class CellReader {
  column = 0;
  value: CellValue = null;
  hasFormula = false;

  private readonly context: CellContext;
  private readonly texts = new TextStore();
  private readonly errors = new Map<string, ErrorValue>();
  private bytes: Buffer = Buffer.alloc(0);
  private prefix = 0;
  private type: number = LETTER_N;
  private style = 0;
  private afterInline = 0;

  constructor(context: CellContext) {
    this.context = context;
  }

  /** The bytes at hand, and the length of the namespace prefix with its colon. */
  use(bytes: Buffer, prefix: number): void {
    this.bytes = bytes;
    this.prefix = prefix;
  }

  /** Reads the cell whose name ends at `start`; answers where it ends. `nextColumn` is its column when it names none. */
  read(start: number, nextColumn: number): number {
    this.column = nextColumn;
    this.value = null;
    this.hasFormula = false;
    this.type = LETTER_N;
    this.style = 0;
    const open = this.attributes(start);
    if (open === INCOMPLETE) return INCOMPLETE;
    if (this.column >= LIMITS.columns) throw tooLarge('This file has more columns than Excel allows (16,384).');
    if (this.bytes[open - 1] === SLASH) return open + 1;
    const after = this.content(open + 1);
    this.value = settled(this.value, this.hasFormula);
    return after;
  }

  /** Takes `r`, `s` and `t`, in any order and quotation marks; answers where the start tag's `>` is. */
  private attributes(start: number): number {
    const bytes = this.bytes;
    const end = bytes.length;
    let at = start;
    for (;;) {
      if (at + 3 >= end) return INCOMPLETE;
      const name = bytes[at] ?? 0;
      if (name === GREATER) return at;
      if (name <= SPACE || name === SLASH) {
        at++;
        continue;
      }
      let valueAt = at + 3;
      let isOneLetter = true;
      if (bytes[at + 1] !== EQUALS) {
        const equals = bytes.indexOf(EQUALS, at);
        if (equals < 0) return INCOMPLETE;
        isOneLetter = (bytes[at + 1] ?? 0) <= SPACE;
        valueAt = equals + 1;
        while (valueAt < end && (bytes[valueAt] ?? 0) <= SPACE) valueAt++;
        valueAt++;
        if (valueAt >= end) return INCOMPLETE;
      }
      const quote = bytes[valueAt - 1];
      if (quote !== QUOTE && quote !== APOSTROPHE) throw damaged(UNREADABLE);
      if (isOneLetter) this.attribute(name, valueAt);
      at = valueAt;
      while (at < end && bytes[at] !== quote) at++;
      at++;
    }
  }

  private attribute(name: number, at: number): void {
    const bytes = this.bytes;
    if (name === LETTER_R) {
      let column = 0;
      let place = at;
      for (let letter = bytes[place] ?? 0; ; letter = bytes[++place] ?? 0) {
        const upper = letter & UPPER_CASE;
        if (upper < LETTER_A || upper > LETTER_Z) break;
        column = column * 26 + upper - LETTER_A + 1;
      }
      if (column > 0) this.column = column - 1;
    } else if (name === LETTER_S) {
      this.style = digitsAt(bytes, at);
    } else if (name === LETTER_T) {
      const type = bytes[at] ?? 0;
      // `s` is a shared string, `str` the text of a formula.
      this.type = type === LETTER_S && bytes[at + 1] === LETTER_T ? LETTER_T : type;
    }
  }

  /** Reads up to the cell's end tag. */
  private content(start: number): number {
    const bytes = this.bytes;
    const end = bytes.length;
    let at = start;
    for (;;) {
      while (at < end && bytes[at] !== LESS) at++;
      const nameAt = at + 1 + this.prefix;
      if (nameAt + 3 >= end) return INCOMPLETE;
      const first = bytes[nameAt];
      const second = bytes[nameAt + 1];
      const isShortName = second === GREATER || second === SPACE || second === SLASH;
      if (bytes[at + 1] === SLASH) {
        const next = bytes[nameAt + 2];
        const isCellEnd = second === LETTER_C && (next === GREATER || next === SPACE);
        while (at < end && bytes[at] !== GREATER) at++;
        if (at >= end) return INCOMPLETE;
        at++;
        if (isCellEnd) return at;
      } else if (first === LETTER_V && isShortName) {
        at = this.storedValue(nameAt + 1);
      } else if (first === LETTER_I && second === LETTER_S) {
        const text = this.inlineText(nameAt + 2);
        if (text === null) return INCOMPLETE;
        this.value = text;
        at = this.afterInline;
      } else if (bytes[at + 1] === EXCLAMATION) {
        at = declarationIn(bytes, at)?.after ?? INCOMPLETE;
      } else {
        if (first === LETTER_F && isShortName) this.hasFormula = true;
        const close = tagEnd(bytes, at);
        at = close === INCOMPLETE ? INCOMPLETE : close + 1;
      }
      if (at === INCOMPLETE) return INCOMPLETE;
    }
  }

  /** Takes the text of `<v>`, whose name ends at `nameEnd`; answers where its end tag starts. */
  private storedValue(nameEnd: number): number {
    const bytes = this.bytes;
    const end = bytes.length;
    let open = nameEnd;
    while (open < end && bytes[open] !== GREATER) open++;
    if (bytes[open - 1] === SLASH) {
      if (this.type === LETTER_T) this.value = '';
      return open + 1;
    }
    let at = open + 1;
    while (at < end && bytes[at] !== LESS) at++;
    if (at + 1 >= end) return INCOMPLETE;
    if (bytes[at + 1] !== SLASH) throw damaged(UNREADABLE);
    if (at > open + 1 || this.type === LETTER_T) this.value = this.stored(open + 1, at);
    return at;
  }

  private stored(start: number, end: number): CellValue {
    const bytes = this.bytes;
    switch (this.type) {
      case LETTER_N:
        return this.numberOrDay(start, end);
      case LETTER_S:
        return this.context.shared.at(this.sharedIndex(start, end));
      case LETTER_B:
        return bytes[start] === ZERO + 1 || bytes[start] === LETTER_T;
      case LETTER_E:
        return this.error(this.texts.read(bytes, start, end));
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
    if (Number.isNaN(value)) {
      const text = textIn(this.bytes, start, end).trim();
      return text === '' ? null : text;
    }
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
        throw damaged(NO_SUCH_TEXT);
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

  /** The text of `<is>`, whose name ends at `at`; null when it does not end within the bytes. */
  private inlineText(at: number): string | null {
    const bytes = this.bytes;
    const next = bytes[at + 3];
    const isText = bytes[at] === GREATER && bytes[at + 1] === LESS && bytes[at + 2] === LETTER_T;
    if (isText && (next === GREATER || next === SPACE)) {
      // <is><t>text</t></is>, which is nearly every one
      let open = at + 3;
      while (open < bytes.length && bytes[open] !== GREATER) open++;
      let end = open + 1;
      while (end < bytes.length && bytes[end] !== LESS) end++;
      if (end + 9 > bytes.length) return null;
      const isClosed = bytes[open - 1] !== SLASH && bytes[end + 1] === SLASH && bytes[end + 4] === LESS;
      if (isClosed && bytes[end + 5] === SLASH && bytes[end + 6] === LETTER_I) {
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

/** A formula without a stored result is unknown; empty text that no formula gave is an empty cell. */
function settled(value: CellValue, hasFormula: boolean): CellValue {
  if (hasFormula) return value ?? NO_RESULT;
  return value === '' ? null : value;
}
