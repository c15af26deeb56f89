import type { Block } from './blocks.ts';
import type { Orientation } from './pack-look.ts';

/** A run of pages that lie the same way round. */
export interface PackPart {
  readonly orientation: Orientation;
  readonly children: readonly Block[];
}

/** Numbers the pictures of one pack from 1, so that the same pack is the same file. */
export interface PictureCount {
  readonly next: () => number;
}

export function countPictures(): PictureCount {
  let last = 0;
  return { next: () => (last += 1) };
}
