import { declarationIn, EXCLAMATION, GREATER, LESS, localNameIn, SLASH } from './xml-bytes.ts';
import { unescapeCellText } from './xml-text.ts';

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
