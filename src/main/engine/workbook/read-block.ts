import type { Block } from '../../../core/intake/grid.ts';

const REFERENCE = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/i;

/** `A1:C3` as a block; null when it is not a reference. */
export function readBlock(reference: string): Block | null {
  const [, left, top, right, bottom] = REFERENCE.exec(reference) ?? [];
  if (left === undefined || top === undefined) return null;
  return {
    top: Number(top),
    left: columnIndex(left),
    bottom: Number(bottom ?? top),
    right: columnIndex(right ?? left),
  };
}

function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}
