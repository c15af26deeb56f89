import { crc32, deflateSync, inflateSync } from 'node:zlib';

/** How many colours are kept: a screen of ours has few, and the rest are steps between them. */
const COLOURS = 64;
const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');

/** A picture of the screen with at most 64 colours: a third of the size, and the same to the eye. */
export function fewerColours(png: Buffer): Buffer {
  const { width, height, pixels } = readPixels(png);
  const counts = new Map<number, number>();
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  const kept = palette(counts);
  const nearest = new Map<number, number>();
  for (const colour of counts.keys()) nearest.set(colour, nearestOf(colour, kept));
  const rows = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) rows[y * (width + 1) + x + 1] = nearest.get(pixels[y * width + x] ?? 0) ?? 0;
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(kept.flatMap(parts))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const parts = (colour: number): number[] => [colour >> 16, (colour >> 8) & 255, colour & 255];

const apart = (one: number, other: number): number => {
  const [a, b] = [parts(one), parts(other)];
  return a.reduce((sum, part, at) => sum + (part - (b[at] ?? 0)) ** 2, 0);
};

const nearestOf = (colour: number, kept: readonly number[]): number =>
  kept.reduce((best, one, at) => (apart(one, colour) < apart(kept[best] ?? 0, colour) ? at : best), 0);

/** The commonest colours first; then, each time, the one that is worst served by those kept. */
function palette(counts: ReadonlyMap<number, number>): number[] {
  const byUse = [...counts].sort(([, a], [, b]) => b - a);
  const kept = byUse.slice(0, COLOURS / 4).map(([colour]) => colour);
  const rest = byUse.slice(0, 4000);
  while (kept.length < COLOURS) {
    const cost = ([colour, uses]: readonly [number, number]): number =>
      Math.sqrt(uses) * apart(colour, kept[nearestOf(colour, kept)] ?? 0);
    const worst = rest.reduce((most, one) => (cost(one) > cost(most) ? one : most));
    if (cost(worst) === 0) break;
    kept.push(worst[0]);
  }
  return kept;
}

function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** The pixels of a PNG of eight bits with or without alpha, as the browser writes its screenshots. */
function readPixels(png: Buffer): { width: number; height: number; pixels: Uint32Array } {
  const [width, height, channels] = [png.readUInt32BE(16), png.readUInt32BE(20), png[25] === 6 ? 4 : 3];
  const data: Buffer[] = [];
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') data.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const raw = inflateSync(Buffer.concat(data));
  const stride = width * channels;
  const line = new Uint8Array(stride);
  const pixels = new Uint32Array(width * height);
  for (let y = 0; y < height; y += 1) {
    const start = y * (stride + 1);
    unfilter(raw[start] ?? 0, raw.subarray(start + 1, start + 1 + stride), line, channels);
    for (let x = 0; x < width; x += 1) {
      const at = x * channels;
      pixels[y * width + x] = ((line[at] ?? 0) << 16) | ((line[at + 1] ?? 0) << 8) | (line[at + 2] ?? 0);
    }
  }
  return { width, height, pixels };
}

/** Takes one row out of its filter (PNG specification, 9.2); `line` holds the row above and becomes this one. */
function unfilter(kind: number, row: Uint8Array, line: Uint8Array, channels: number): void {
  const cornerBefore = new Uint8Array(channels);
  for (let at = 0; at < row.length; at += 1) {
    const up = line[at] ?? 0;
    const left = at < channels ? 0 : (line[at - channels] ?? 0);
    const corner = at < channels ? 0 : (cornerBefore[at % channels] ?? 0);
    cornerBefore[at % channels] = up;
    line[at] = (row[at] ?? 0) + predicted(kind, left, up, corner);
  }
}

function predicted(kind: number, left: number, up: number, corner: number): number {
  if (kind === 0) return 0;
  if (kind === 1) return left;
  if (kind === 2) return up;
  if (kind === 3) return (left + up) >> 1;
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}
