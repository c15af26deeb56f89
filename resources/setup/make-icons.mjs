/*
 * npm run icons: draws resources/icon/icon.svg into what each system wants: icon.png, icon.ico (Windows), icon.icns (macOS),
 * linux/16x16.png …, and installer.svg into the picture beside the Windows installer's words. Run it after changing a drawing.
 * A folder named after it takes the pictures instead.
 */
import { Resvg } from '@resvg/resvg-js';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './places.mjs';

const folder = join(root, 'resources/icon');

const drawn = (name, width) =>
  new Resvg(readFileSync(join(folder, name), 'utf8'), { fitTo: { mode: 'width', value: width } }).render();
const png = (width) => drawn('icon.svg', width).asPng();

/** Windows: a directory of pictures, each a PNG (since Vista). */
function ico(sizes) {
  const pictures = sizes.map(png);
  const head = Buffer.alloc(6 + 16 * sizes.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(sizes.length, 4);
  let at = head.length;
  sizes.forEach((size, index) => {
    const entry = 6 + 16 * index;
    const { length } = pictures[index];
    head.writeUInt8(size % 256, entry); // 0 stands for 256
    head.writeUInt8(size % 256, entry + 1);
    head.writeUInt16LE(1, entry + 4);
    head.writeUInt16LE(32, entry + 6);
    head.writeUInt32LE(length, entry + 8);
    head.writeUInt32LE(at, entry + 12);
    at += length;
  });
  return Buffer.concat([head, ...pictures]);
}

/** macOS: chunks of a four-letter kind, a length and a PNG. */
function icns() {
  const kinds = { icp4: 16, icp5: 32, icp6: 64, ic07: 128, ic08: 256, ic09: 512, ic10: 1024 };
  const chunk = (kind, bytes) => {
    const head = Buffer.alloc(8);
    head.write(kind, 'latin1');
    head.writeUInt32BE(8 + bytes.length, 4);
    return Buffer.concat([head, bytes]);
  };
  return chunk('icns', Buffer.concat(Object.entries(kinds).map(([kind, size]) => chunk(kind, png(size)))));
}

/** The Windows installer takes a bitmap of 164 × 314: rows from the bottom up, blue, green, red, no transparency. */
function bitmap(name, width) {
  const { height, pixels } = drawn(name, width);
  const row = Math.ceil((width * 3) / 4) * 4;
  const bytes = Buffer.alloc(54 + row * height);
  bytes.write('BM', 'latin1');
  bytes.writeUInt32LE(bytes.length, 2);
  bytes.writeUInt32LE(54, 10);
  bytes.writeUInt32LE(40, 14);
  bytes.writeInt32LE(width, 18);
  bytes.writeInt32LE(height, 22);
  bytes.writeUInt16LE(1, 26);
  bytes.writeUInt16LE(24, 28);
  bytes.writeUInt32LE(row * height, 34);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = (y * width + x) * 4;
      const to = 54 + (height - 1 - y) * row + x * 3;
      bytes[to] = pixels[from + 2];
      bytes[to + 1] = pixels[from + 1];
      bytes[to + 2] = pixels[from];
    }
  }
  return bytes;
}

const LINUX = [16, 32, 48, 64, 128, 256, 512];

/** Every picture by its file name. */
const icons = () =>
  new Map([
    ['icon.png', png(512)],
    ['icon.ico', ico([16, 24, 32, 48, 64, 128, 256])],
    ['icon.icns', icns()],
    ['installerSidebar.bmp', bitmap('installer.svg', 164)],
    ...LINUX.map((size) => [`linux/${size}x${size}.png`, png(size)]),
  ]);

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const to = process.argv[2] ?? folder;
  mkdirSync(join(to, 'linux'), { recursive: true });
  for (const [name, bytes] of icons()) writeFileSync(join(to, name), bytes);
}
