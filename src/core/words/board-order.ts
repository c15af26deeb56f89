import type { GapView } from '../performance/gap-view.ts';
import type { MeasureTable, Status } from '../performance/measure-table.ts';
import type { ShareView } from '../performance/share-view.ts';
import { movedBeyondChance } from './exception-paragraph.ts';

/** Where an item comes in the Board's paper. */
export type BoardPlace = 'exception' | 'satisfied' | 'watched' | 'awaited';

/** An item of the paper: a measure, or the gap. */
export type BoardItem =
  | { readonly kind: 'gap'; readonly view: GapView }
  | { readonly kind: 'measure'; readonly table: MeasureTable }
  | { readonly kind: 'share'; readonly share: ShareView };

/** What every item has: how far its figures go and where it stands. */
export function standingOf(item: BoardItem): { readonly dataTo: string | null; readonly status: Status } {
  switch (item.kind) {
    case 'gap':
      return item.view;
    case 'measure':
      return item.table;
    case 'share':
      return item.share;
  }
}

/** Rank within the paper: lower is read first. */
function rankOf(item: BoardItem): number {
  const { status, dataTo } = standingOf(item);
  switch (status.tier) {
    case 'significant-concern':
      return 0;
    case 'some-concerns':
      return 1;
    case 'generally-satisfied':
      return 3;
    case 'monitoring-only':
      if (dataTo === null) return 5;
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
