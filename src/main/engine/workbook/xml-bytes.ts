import { doctypeRefusal } from './xml-elements.ts';

/** Signs of XML as bytes; the same in every encoding that keeps ASCII. */
export const LESS = 0x3c;
export const GREATER = 0x3e;
export const SLASH = 0x2f;
export const SPACE = 0x20;
export const EQUALS = 0x3d;
export const QUOTE = 0x22;
export const APOSTROPHE = 0x27;
export const EXCLAMATION = 0x21;
export const QUESTION = 0x3f;
export const ZERO = 0x30;
const COLON = 0x3a;
const NINE = 0x39;

/** The element does not end within the bytes at hand: begin it again when more have come. */
export const INCOMPLETE = -1;

/** The place of the `>` that ends the tag at `at`, passing over any inside quotation marks. */
export function tagEnd(bytes: Buffer, at: number): number {
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

/** The whole number that begins at `start`; 0 when there is none. */
export function digitsAt(bytes: Buffer, start: number): number {
  let value = 0;
  for (let at = start; ; at++) {
    const digit = bytes[at] ?? 0;
    if (digit < ZERO || digit > NINE) return value;
    value = value * 10 + digit - ZERO;
  }
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

/** The text of a CDATA section (none for a comment) and where it ends; null when that is not within the bytes. */
export function declarationIn(bytes: Buffer, at: number): { readonly text: string; readonly after: number } | null {
  if (bytes.length - at < 9) return null;
  const isCdata = bytes.toString('latin1', at, at + 9) === '<![CDATA[';
  if (!isCdata && bytes.toString('latin1', at, at + 4) !== '<!--') throw doctypeRefusal();
  const ends = bytes.indexOf(isCdata ? ']]>' : '-->', at + 4);
  if (ends < 0) return null;
  return { text: isCdata ? bytes.toString('utf8', at + 9, ends) : '', after: ends + 3 };
}
