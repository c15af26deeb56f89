import { deflateSync, inflateSync, crc32 } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Colour types of PNG (ISO/IEC 15948, 11.2.2). */
const RGB = 2;
const RGBA = 6;

interface Parts {
  readonly width: number;
  readonly height: number;
  readonly colourType: number;
  readonly bits: number;
  readonly interlaced: boolean;
  readonly pixels: Buffer;
}

function partsOf(png: Buffer): Parts {
  const idat: Buffer[] = [];
  let head = Buffer.alloc(13);
  for (let at = SIGNATURE.length; at + 8 <= png.length;) {
    const length = png.readUInt32BE(at);
    const type = png.toString('latin1', at + 4, at + 8);
    const data = png.subarray(at + 8, at + 8 + length);
    if (type === 'IHDR') head = Buffer.from(data);
    if (type === 'IDAT') idat.push(data);
    at += 12 + length;
  }
  return {
    width: head.readUInt32BE(0),
    height: head.readUInt32BE(4),
    bits: head.readUInt8(8),
    colourType: head.readUInt8(9),
    interlaced: head.readUInt8(12) !== 0,
    pixels: inflateSync(Buffer.concat(idat)),
  };
}

/** The Paeth predictor (ISO/IEC 15948, 9.4). */
function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

/** Takes the filters off in place: afterwards each row's bytes are the pixels (ISO/IEC 15948, 9.2). */
function takeFiltersOff(pixels: Buffer, stride: number, height: number, step: number): void {
  for (let row = 0; row < height; row += 1) {
    const start = row * (stride + 1) + 1;
    const filter = pixels[start - 1] ?? 0;
    if (filter === 0) continue;
    const above = start - stride - 1;
    for (let at = 0; at < stride; at += 1) {
      const left = at < step ? 0 : (pixels[start + at - step] ?? 0);
      const up = row === 0 ? 0 : (pixels[above + at] ?? 0);
      const corner = row === 0 || at < step ? 0 : (pixels[above + at - step] ?? 0);
      const add = filter === 1 ? left : filter === 2 ? up : filter === 3 ? (left + up) >> 1 : paeth(left, up, corner);
      pixels[start + at] = ((pixels[start + at] ?? 0) + add) & 255;
    }
  }
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}

/**
 * A chart's picture without its transparency, laid on white: PDF keeps transparency as a picture of its own, which the
 * library makes in whatever order it gets done, so that the same pack would not be the same file. Any other kind of PNG
 * is answered as it is.
 */
export function opaquePng(bytes: Uint8Array): Buffer {
  const png = Buffer.from(bytes);
  const { width, height, bits, colourType, interlaced, pixels } = partsOf(png);
  if (bits !== 8 || colourType !== RGBA || interlaced) return png;
  const stride = width * 4;
  takeFiltersOff(pixels, stride, height, 4);
  const out = Buffer.alloc(height * (width * 3 + 1));
  let to = 0;
  for (let row = 0; row < height; row += 1) {
    to += 1;
    let from = row * (stride + 1) + 1;
    for (let column = 0; column < width; column += 1, from += 4) {
      const alpha = pixels[from + 3] ?? 255;
      for (let colour = 0; colour < 3; colour += 1) {
        const value = pixels[from + colour] ?? 0;
        out[to] = alpha === 255 ? value : Math.round((value * alpha + 255 * (255 - alpha)) / 255);
        to += 1;
      }
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.writeUInt8(8, 8);
  head.writeUInt8(RGB, 9);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(out, { level: 6 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
