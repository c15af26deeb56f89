import { crc32 } from 'node:zlib';

const INCH_IN_METRES = 0.0254;
/** The signature and the header chunk, which always come first and have a fixed length (PNG specification, 11.2.2). */
const AFTER_HEADER = 8 + 25;

/** A PNG that states its dots per inch (a pHYs chunk, PNG specification 11.3.5.3), so that Word sets it at its true size. */
export function withDensity(png: Uint8Array, dotsPerInch: number): Uint8Array {
  const chunk = Buffer.alloc(21);
  chunk.writeUInt32BE(9, 0);
  chunk.write('pHYs', 4, 'latin1');
  chunk.writeUInt32BE(Math.round(dotsPerInch / INCH_IN_METRES), 8);
  chunk.writeUInt32BE(Math.round(dotsPerInch / INCH_IN_METRES), 12);
  chunk.writeUInt8(1, 16);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 17)), 17);
  return Uint8Array.from(Buffer.concat([png.subarray(0, AFTER_HEADER), chunk, png.subarray(AFTER_HEADER)]));
}
