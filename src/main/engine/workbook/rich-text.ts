import { doctypeRefusal } from './xml-elements.ts';
import { unescapeCellText } from './xml-text.ts';

const LESS = 0x3c;
const GREATER = 0x3e;
const SLASH = 0x2f;
const COLON = 0x3a;
const SPACE = 0x20;
const EXCLAMATION = 0x21;

export interface RichText {
  readonly text: string;
  /** Where the text's element has ended. */
  readonly after: number;
}

/**
 * The text of a rich string from `start` to the end tag of its element (`si` or `is`): every `t` in order, without the
 * phonetic runs (`rPh`) that only tell how to say it. Null when the element does not end within the bytes.
 */
export function richTextIn(bytes: Buffer, start: number, element: 'si' | 'is'): RichText | null {
  let text = '';
  let phoneticDepth = 0;
  let isInText = false;
  let at = start;
  for (;;) {
    const tagAt = bytes.indexOf(LESS, at);
    if (tagAt < 0) return null;
    if (isInText && phoneticDepth === 0 && tagAt > at) text += unescapeCellText(bytes.toString('utf8', at, tagAt));
    if (bytes[tagAt + 1] === EXCLAMATION) {
      const declaration = declarationIn(bytes, tagAt);
      if (declaration === null) return null;
      if (isInText && phoneticDepth === 0) text += declaration.text;
      at = declaration.after;
      continue;
    }
    const close = bytes.indexOf(GREATER, tagAt);
    if (close < 0) return null;
    const isEnd = bytes[tagAt + 1] === SLASH;
    const isEmpty = bytes[close - 1] === SLASH;
    const name = localNameIn(bytes, tagAt + (isEnd ? 2 : 1), close);
    at = close + 1;
    if (isEnd && name === element) return { text, after: at };
    if (name === 't') isInText = !isEnd && !isEmpty;
    else if (name === 'rPh' && !isEmpty) phoneticDepth += isEnd ? -1 : 1;
  }
}

/** A comment or CDATA section; null when it does not end within the bytes. */
export function declarationIn(bytes: Buffer, at: number): RichText | null {
  if (bytes.length - at < 9) return null;
  const isCdata = bytes.toString('latin1', at, at + 9) === '<![CDATA[';
  if (!isCdata && bytes.toString('latin1', at, at + 4) !== '<!--') throw doctypeRefusal();
  const ends = bytes.indexOf(isCdata ? ']]>' : '-->', at + 4);
  if (ends < 0) return null;
  return { text: isCdata ? bytes.toString('utf8', at + 9, ends) : '', after: ends + 3 };
}

/** The name of a tag without its namespace prefix. */
export function localNameIn(bytes: Buffer, start: number, end: number): string {
  let from = start;
  let at = start;
  for (; at < end; at++) {
    const sign = bytes[at] ?? 0;
    if (sign === COLON) from = at + 1;
    else if (sign <= SPACE || sign === SLASH) break;
  }
  return bytes.toString('latin1', from, at);
}
