import { notAWorkbook } from './refusals.ts';

/** XML bytes as UTF-8 without byte-order mark; almost every part already is, and passes through untouched. */
export async function* utf8Pieces(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let decoder: TextDecoder | null = null;
  let isFirst = true;
  for await (const piece of pieces) {
    if (isFirst && piece.length > 0) {
      isFirst = false;
      const encoding = xmlEncoding(piece);
      decoder = encoding === 'utf-8' ? null : new TextDecoder(encoding);
      yield decoder === null ? withoutMark(piece) : Buffer.from(decoder.decode(piece, { stream: true }));
    } else {
      yield decoder === null ? piece : Buffer.from(decoder.decode(piece, { stream: true }));
    }
  }
}

export function xmlText(bytes: Buffer): string {
  const encoding = xmlEncoding(bytes);
  return encoding === 'utf-8' ? withoutMark(bytes).toString('utf8') : new TextDecoder(encoding).decode(bytes);
}

function xmlEncoding(bytes: Buffer): string {
  const [first, second] = bytes;
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  const declared = /^[^<]{0,3}<\?xml[^>]{0,100}?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']/.exec(
    bytes.toString('latin1', 0, 200),
  );
  const label = declared?.[1]?.toLowerCase() ?? 'utf-8';
  if (label === 'utf-8' || label === 'utf8' || label === 'us-ascii') return 'utf-8';
  try {
    return new TextDecoder(label).encoding;
  } catch {
    throw notAWorkbook('This workbook is written in a character encoding that is not known. Save it again in Excel.');
  }
}

const withoutMark = (bytes: Buffer): Buffer =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
