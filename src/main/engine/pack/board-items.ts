import type { BoardItem } from '../../../core/words/board-order.ts';
import { GAP_HEADING } from '../../../core/words/gap-paragraph.ts';
import type { PackContent } from './pack-content.ts';

/** The measures of a pack, the gap first. */
export const itemsOf = ({ gap, tables, shares }: Pick<PackContent, 'gap' | 'tables' | 'shares'>): BoardItem[] => [
  ...(gap === null ? [] : [{ kind: 'gap' as const, view: gap }]),
  ...tables
    .filter((table) => gap === null || table.measure !== 'gap')
    .map((table) => ({ kind: 'measure' as const, table })),
  ...shares.map((share) => ({ kind: 'share' as const, share })),
];

/** The name under which words, pictures and what was left out are kept. */
export const viewOf = (item: BoardItem): string =>
  item.kind === 'gap' ? 'gap' : item.kind === 'share' ? item.share.measure : item.table.measure;
/** The name as the Board says it. */
export const nameOf = (item: BoardItem): string =>
  item.kind === 'gap' ? GAP_HEADING : item.kind === 'share' ? item.share.name : item.table.name;
