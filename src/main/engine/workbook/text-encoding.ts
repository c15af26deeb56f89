import { isUtf8 } from 'node:buffer';
import type { ByteSource } from './byte-source.ts';
import { notAWorkbook } from './refusals.ts';

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be' | 'windows-1252';

/** How a text file is written, and how many bytes its byte-order mark takes. */
export interface EncodedText {
  readonly encoding: TextEncoding;
  readonly markBytes: number;
}

const PIECE_BYTES = 1024 * 1024;
const SAMPLE_BYTES = 64 * 1024;

const MARKS: readonly (readonly [TextEncoding, readonly number[]])[] = [
  ['utf-32le', [0xff, 0xfe, 0, 0]],
  ['utf-32be', [0, 0, 0xfe, 0xff]],
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** Tells the encoding by byte-order mark, by where NUL bytes stand, by being valid UTF-8; else Windows-1252. */
export function encodingOf(source: ByteSource): EncodedText {
  const sample = source.read(0, SAMPLE_BYTES);
  for (const [encoding, mark] of MARKS) {
    if (mark.every((byte, place) => sample[place] === byte)) return { encoding, markBytes: mark.length };
  }
  const encoding = encodingByNuls(sample) ?? (isValidUtf8(source) ? 'utf-8' : 'windows-1252');
  return { encoding, markBytes: 0 };
}

/** Letters of Western text leave a NUL in the same place of every two or four bytes. */
function encodingByNuls(sample: Buffer): TextEncoding | null {
  const nuls = [0, 0, 0, 0];
  for (const [place, byte] of sample.entries()) if (byte === 0) nuls[place % 4] = (nuls[place % 4] ?? 0) + 1;
  const [first = 0, second = 0, third = 0, fourth = 0] = nuls;
  if (first + second + third + fourth === 0) return null;
  const most = sample.length / 4 / 2;
  if (first > most && second > most && third > most && fourth === 0) return 'utf-32be';
  if (second > most && third > most && fourth > most && first === 0) return 'utf-32le';
  if (second + fourth > 2 * most && first + third < most / 8) return 'utf-16le';
  if (first + third > 2 * most && second + fourth < most / 8) return 'utf-16be';
  throw notAWorkbook('This file is not a workbook and not text. Choose an Excel, OpenDocument or .csv file.');
}

function isValidUtf8(source: ByteSource): boolean {
  for (let at = 0; at < source.size;) {
    const piece = source.read(at, PIECE_BYTES);
    const isLast = at + piece.length >= source.size;
    const whole = isLast ? piece.length : wholeCharacters(piece);
    if (whole === 0 || !isUtf8(piece.subarray(0, whole))) return false;
    at += whole;
  }
  return true;
}

/** The length up to which no UTF-8 character is cut in two. */
function wholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= 4 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) return bytes.length - back;
  }
  return bytes.length;
}

/** The text in pieces, decoded, without its byte-order mark. */
export async function* decodedPieces(source: ByteSource, { encoding, markBytes }: EncodedText): AsyncGenerator<string> {
  const decode = decoderOf(encoding);
  const pieces = source.stream(markBytes, source.size - markBytes) as AsyncIterable<Buffer>;
  for await (const piece of pieces) yield decode(piece, false);
  yield decode(Buffer.alloc(0), true);
}

type Decode = (piece: Buffer, isLast: boolean) => string;

function decoderOf(encoding: TextEncoding): Decode {
  if (encoding === 'windows-1252') return decodeWindows1252;
  if (encoding === 'utf-32le' || encoding === 'utf-32be') return utf32Decoder(encoding === 'utf-32le');
  const decoder = new TextDecoder(encoding);
  return (piece, isLast) => decoder.decode(piece, { stream: !isLast });
}

/** 0x80 to 0x9F of Windows-1252 (the WHATWG Encoding Standard's index); the rest is as in ISO 8859-1. */
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

const decodeWindows1252: Decode = (piece) =>
  piece.toString('latin1').replace(/[\x80-\x9f]/g, (sign) => WINDOWS_1252[sign.charCodeAt(0) - 0x80] ?? sign);

function utf32Decoder(isLittleEndian: boolean): Decode {
  let rest: Buffer = Buffer.alloc(0);
  return (piece) => {
    const bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    const whole = bytes.length - (bytes.length % 4);
    let text = '';
    for (let at = 0; at < whole; at += 4) {
      const code = isLittleEndian ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at);
      text += code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
    }
    rest = bytes.subarray(whole);
    return text;
  };
}

const ENCODING_NAMES: Readonly<Record<TextEncoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'utf-32le': 'UTF-32',
  'utf-32be': 'UTF-32',
  'windows-1252': 'Windows-1252',
};

export const encodingName = (encoding: TextEncoding): string => ENCODING_NAMES[encoding];
