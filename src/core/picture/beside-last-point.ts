import { placeText } from './frame.ts';
import type { Look } from './look.ts';
import type { Box, PlacedText } from './picture.ts';
import { textWidth } from './text-width.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

const SAID = { size: 13, line: 16 };

/** How much of the lines runs through a box, in pixels; a point counts with the size of its dot. */
function covered(box: Box, paths: readonly (readonly Point[])[]): number {
  let pixels = 0;
  for (const path of paths) {
    for (const [index, to] of path.entries()) {
      const from = path[index - 1] ?? to;
      const length = Math.hypot(to.x - from.x, to.y - from.y);
      for (let at = 0; at <= length; at += 2) {
        const part = length === 0 ? 0 : at / length;
        const x = from.x + (to.x - from.x) * part;
        const y = from.y + (to.y - from.y) * part;
        if (x > box.left - 3 && x < box.right + 3 && y > box.top - 2 && y < box.bottom + 2) pixels += 2;
      }
    }
  }
  return pixels;
}

/** This year's label beside its last point, where the fewest lines run through it; the nearer places first. */
export function besideLastPoint(
  said: string,
  point: Point,
  inner: Box,
  paths: readonly (readonly Point[])[],
  look: Look,
): PlacedText[] {
  const wide = textWidth(said, SAID.size, 600);
  const { x, y } = point;
  const right = x + 12;
  const left = x - 12 - wide;
  const over = x - wide / 2;
  const places = [
    { x: right, y: y + 8 },
    { x: right, y: y - 24 },
    { x: right, y: y - SAID.line / 2 },
    { x: over, y: y + 12 },
    { x: over, y: y - 28 },
    { x: left, y: y + 8 },
    { x: left, y: y - 24 },
    { x: right, y: y + 24 },
    { x: right, y: y - 40 },
    { x: over, y: y + 32 },
  ].filter(
    (at) =>
      at.x >= inner.left + 4 &&
      at.x + wide <= inner.right &&
      at.y >= inner.top - 6 &&
      at.y + SAID.line <= inner.bottom - 1,
  );
  const weighed = places.map((at) => ({
    at,
    lines: covered({ left: at.x, right: at.x + wide, top: at.y, bottom: at.y + SAID.line }, paths),
  }));
  const least = Math.min(...weighed.map(({ lines }) => lines));
  const clear = weighed.find(({ lines }) => lines === least)?.at;
  const at = clear ?? {
    x: Math.max(inner.left + 4, Math.min(right, inner.right - wide)),
    y: Math.max(inner.top - 6, y - 24),
  };
  return [placeText(said, at, { size: SAID.size, weight: 600, colour: look.accent })];
}
