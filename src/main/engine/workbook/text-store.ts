import { unescapeCellText } from './xml-text.ts';

const SLOTS = 1 << 14;
const LONGEST_KEPT = 64;

const AMPERSAND = 0x26;
const UNDERSCORE = 0x5f;
const RETURN = 0x0d;

/** Text out of raw bytes, with entities and escapes put back. */
export function textIn(bytes: Buffer, start: number, end: number): string {
  let isEscaped = false;
  let isAscii = true;
  for (let at = start; at < end; at++) {
    const sign = bytes[at] ?? 0;
    if (sign > 0x7f) isAscii = false;
    else if (sign === AMPERSAND || sign === UNDERSCORE || sign === RETURN) isEscaped = true;
  }
  return decoded(bytes, start, end, isAscii, isEscaped);
}

function decoded(bytes: Buffer, start: number, end: number, isAscii: boolean, isEscaped: boolean): string {
  const text = isAscii ? bytes.toString('latin1', start, end) : bytes.toString('utf8', start, end);
  return isEscaped ? unescapeCellText(text) : text;
}

/** Gives short texts that repeat (wards, offences, «Yes») as the same string each time, without decoding them anew. */
export class TextStore {
  private readonly hashes = new Int32Array(SLOTS);
  private readonly lengths = new Uint8Array(SLOTS);
  private readonly kept = Buffer.alloc(SLOTS * LONGEST_KEPT);
  private readonly texts: string[] = new Array<string>(SLOTS).fill('');

  read(bytes: Buffer, start: number, end: number): string {
    const length = end - start;
    if (length === 0) return '';
    if (length > LONGEST_KEPT) return textIn(bytes, start, end);
    // FNV-1a
    let hash = 0x811c9dc5 | 0;
    let isEscaped = false;
    let isAscii = true;
    for (let at = start; at < end; at++) {
      const sign = bytes[at] ?? 0;
      if (sign > 0x7f) isAscii = false;
      else if (sign === AMPERSAND || sign === UNDERSCORE || sign === RETURN) isEscaped = true;
      hash = Math.imul(hash ^ sign, 0x01000193);
    }
    const slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
    const keptAt = slot * LONGEST_KEPT;
    if (this.hashes[slot] === hash && this.lengths[slot] === length && this.isKept(bytes, start, keptAt, length)) {
      return this.texts[slot] ?? '';
    }
    const text = decoded(bytes, start, end, isAscii, isEscaped);
    this.hashes[slot] = hash;
    this.lengths[slot] = length;
    bytes.copy(this.kept, keptAt, start, end);
    this.texts[slot] = text;
    return text;
  }

  private isKept(bytes: Buffer, start: number, keptAt: number, length: number): boolean {
    const kept = this.kept;
    for (let at = 0; at < length; at++) if (kept[keptAt + at] !== bytes[start + at]) return false;
    return true;
  }
}
