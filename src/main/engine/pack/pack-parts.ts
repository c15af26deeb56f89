import type { Block } from './blocks.ts';
import type { Orientation } from './pack-look.ts';

/** A run of pages that lie the same way round. */
export interface PackPart {
  readonly orientation: Orientation;
  readonly children: readonly Block[];
}

/** The lines of the contents: headings of the first two levels, in order. */
export const contentsOf = (parts: readonly PackPart[]): Block[] =>
  parts.flatMap(({ children }) => children.filter((block) => block.kind === 'heading' && block.level < 3));

/** With more lines than this the contents are set closer, so that they end on the page they begin on. */
const MANY = 26;

export const areContentsClose = (lines: number): boolean => lines > MANY;

/** Numbers the pictures of one pack from 1, so that the same pack is the same file. */
export interface PictureCount {
  readonly next: () => number;
}

export function countPictures(): PictureCount {
  let last = 0;
  return { next: () => (last += 1) };
}
