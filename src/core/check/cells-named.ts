import type { Block } from '../intake/grid.ts';

const ENDS = /^([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?$/;

/** Column 0 for `A`, 26 for `AA`. */
const columnOf = (name: string): number =>
  Array.from(name).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** The blocks a finding names: `F3, H7:P7` is two. Anything that is no cell is left out. */
export function blocksNamed(cells: string): Block[] {
  return cells.split(',').flatMap((part) => {
    const [, left, top, right = left, bottom = top] = ENDS.exec(part.trim()) ?? [];
    if (left === undefined || top === undefined || right === undefined || bottom === undefined) return [];
    return [{ left: columnOf(left), top: Number(top), right: columnOf(right), bottom: Number(bottom) }];
  });
}

/** True where one of the blocks holds the cell (row from 1, column from 0). */
export const isNamed = (blocks: readonly Block[], row: number, column: number): boolean =>
  blocks.some(({ top, left, bottom, right }) => row >= top && row <= bottom && column >= left && column <= right);
