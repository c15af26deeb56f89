import type { Engine } from '../engine.ts';
import { FigureRefusal } from '../store/figure-refusal.ts';

/** The path of a file that was offered. Throws {@link FigureRefusal} when it no longer is. */
export function offeredFile({ files }: Engine, token: string): string {
  const path = files.get(token);
  if (path === undefined) throw new FigureRefusal('This file is no longer offered. Choose it again.');
  return path;
}
