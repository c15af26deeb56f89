import { LIMITS } from './limits.ts';
import { damaged, unsafe } from './refusals.ts';
import { richTextIn } from './rich-text.ts';
import { textIn } from './text-store.ts';
import { declarationIn, EXCLAMATION, GREATER, LESS, localNameIn, SLASH, SPACE } from './xml-bytes.ts';

const LETTER_T = 0x74;
const FIRST_PLACES = 1 << 12;
const FIRST_BYTES = 1 << 16;
/** Texts kept decoded; a power of two. */
const DECODED = 1 << 14;

/**
 * The workbook's table of texts. Each text is kept as raw bytes and decoded when a cell asks for it, so that a large
 * file stays small.
 */
export class SharedStrings {
  private count = 0;
  private starts = new Uint32Array(FIRST_PLACES);
  private ends = new Uint32Array(FIRST_PLACES);
  private bytes = Buffer.allocUnsafe(FIRST_BYTES);
  private used = 0;
  /** Which texts were asked for: a reference stands in one cell and is not worth keeping, an offence in thousands. */
  private asked = new Uint8Array(FIRST_PLACES);
  /** Texts asked for more than once, each in the slot of its number, and whose they are. */
  private readonly decoded = new Array<string>(DECODED).fill('');
  private readonly decodedOf = new Int32Array(DECODED).fill(-1);
  /** Texts that had to be put together from several runs. */
  private readonly rich = new Map<number, string>();

  add(from: Buffer, start: number, end: number): void {
    if (this.count === this.starts.length) {
      this.starts = doubled(this.starts);
      this.ends = doubled(this.ends);
      this.asked = new Uint8Array(this.starts.length);
    }
    const needed = this.used + end - start;
    if (needed > this.bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(this.bytes.length * 2, needed));
      this.bytes.copy(larger, 0, 0, this.used);
      this.bytes = larger;
    }
    from.copy(this.bytes, this.used, start, end);
    this.starts[this.count] = this.used;
    this.ends[this.count] = needed;
    this.used = needed;
    this.count++;
  }

  /** A text that had to be put together from several runs. */
  addText(text: string): void {
    this.rich.set(this.count, text);
    this.add(this.bytes, 0, 0);
  }

  at(index: number): string {
    if (!(index >= 0 && index < this.count)) throw damaged('a cell points to a text that is not there');
    const slot = index & (DECODED - 1);
    if (this.decodedOf[slot] === index) return this.decoded[slot] ?? '';
    const text = this.rich.get(index) ?? textIn(this.bytes, this.starts[index] ?? 0, this.ends[index] ?? 0);
    if (this.asked[index] === 1) {
      this.decoded[slot] = text;
      this.decodedOf[slot] = index;
    } else this.asked[index] = 1;
    return text;
  }
}

function doubled(places: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(places.length * 2);
  larger.set(places);
  return larger;
}

/** Fills a table from the pieces of a shared-strings part. */
export async function readSharedStrings(pieces: AsyncIterable<Buffer>): Promise<SharedStrings> {
  const table = new SharedStrings();
  let rest: Buffer | null = null;
  for await (const piece of pieces) {
    const bytes: Buffer = rest === null ? piece : Buffer.concat([rest, piece]);
    const used = scan(bytes, table);
    rest = used < bytes.length ? bytes.subarray(used) : null;
    if (rest !== null && rest.length > LIMITS.elementBytes)
      throw unsafe('one of its texts is far longer than a cell can hold');
  }
  if (rest !== null && rest.includes(LESS)) throw damaged('its table of texts ends in the middle');
  return table;
}

/** Reads every string that is complete and tells how many bytes were used. */
function scan(bytes: Buffer, table: SharedStrings): number {
  let at = 0;
  for (;;) {
    while (at < bytes.length && bytes[at] !== LESS) at++;
    if (at >= bytes.length) return bytes.length;
    if (bytes[at + 1] === EXCLAMATION) {
      const declaration = declarationIn(bytes, at);
      if (declaration === null) return at;
      at = declaration.after;
      continue;
    }
    const close = bytes.indexOf(GREATER, at);
    if (close < 0) return at;
    if (bytes[at + 1] === SLASH || localNameIn(bytes, at + 1, close) !== 'si') {
      at = close + 1;
    } else if (bytes[close - 1] === SLASH) {
      table.add(bytes, 0, 0);
      at = close + 1;
    } else {
      const after = plainString(bytes, close + 1, table) ?? richString(bytes, close + 1, table);
      if (after === null) return at;
      at = after;
    }
  }
}

/** `<t>text</t></si>`, which is nearly every string; null when it is anything else. */
function plainString(bytes: Buffer, at: number, table: SharedStrings): number | null {
  const next = bytes[at + 2];
  if (bytes[at] !== LESS || bytes[at + 1] !== LETTER_T || (next !== GREATER && next !== SPACE)) return null;
  const open = next === GREATER ? at + 2 : bytes.indexOf(GREATER, at);
  if (open < 0 || bytes[open - 1] === SLASH) return null;
  let end = open + 1;
  while (end < bytes.length && bytes[end] !== LESS) end++;
  if (end + 9 > bytes.length || bytes.toString('latin1', end, end + 9) !== '</t></si>') return null;
  table.add(bytes, open + 1, end);
  return end + 9;
}

function richString(bytes: Buffer, at: number, table: SharedStrings): number | null {
  const rich = richTextIn(bytes, at, 'si');
  if (rich === null) return null;
  table.addText(rich.text);
  return rich.after;
}
