import type { GapView } from '../performance/gap-view.ts';
import type { MeasureTable } from '../performance/measure-table.ts';
import { movedBeyondChance } from './exception-paragraph.ts';

/** Where an item comes in the Board's paper. */
export type BoardPlace = 'exception' | 'satisfied' | 'watched' | 'awaited';

/** An item of the paper: a measure, or the gap. */
export type BoardItem =
  { readonly kind: 'gap'; readonly view: GapView } | { readonly kind: 'measure'; readonly table: MeasureTable };

/** Rank within the paper: lower is read first. */
function rankOf(item: BoardItem): number {
  const { status } = item.kind === 'gap' ? item.view : item.table;
  switch (status.tier) {
    case 'significant-concern':
      return 0;
    case 'some-concerns':
      return 1;
    case 'generally-satisfied':
      return 3;
    case 'monitoring-only':
      if (item.kind === 'measure' && item.table.dataTo === null) return 5;
      return item.kind === 'measure' && movedBeyondChance(item.table) ? 2 : 4;
    case 'not-yet-known':
      return 5;
  }
}

const PLACES: readonly BoardPlace[] = ['exception', 'exception', 'exception', 'satisfied', 'watched', 'awaited'];

/** Where one item belongs: concerns, and watched measures that moved beyond chance, are exceptions. */
export const boardPlace = (item: BoardItem): BoardPlace => PLACES[rankOf(item)] ?? 'awaited';

/**
 * Items in the order the Board should read them: significant concern, some concerns, watched measures that moved beyond
 * chance, satisfied, watched, awaited. Within each, the order they came in.
 */
export const inBoardOrder = (items: readonly BoardItem[]): BoardItem[] =>
  items
    .map((item, index) => ({ item, index, rank: rankOf(item) }))
    .sort((a, b) => a.rank - b.rank || a.index - b.index)
    .map(({ item }) => item);
