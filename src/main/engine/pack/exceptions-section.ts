import type { GapView } from '../../../core/performance/gap-view.ts';
import type { ShareView } from '../../../core/performance/share-view.ts';
import type { MeasureTable } from '../../../core/performance/measure-table.ts';
import { numberInWords } from '../../../core/picture/number-in-words.ts';
import {
  boardPlace,
  inBoardOrder,
  standingOf,
  type BoardItem,
  type BoardPlace,
} from '../../../core/words/board-order.ts';
import { paragraphText } from '../../../core/words/paragraph.ts';
import { allProvisional } from './draft-paragraphs.ts';
import { itemsOf, nameOf, viewOf } from './board-items.ts';
import { glanceNote, glanceTable } from './glance-table.ts';
import type { PackContent, PackParagraph } from './pack-content.ts';
import type { PackPart } from './pack-parts.ts';
import { STATUS } from './pack-look.ts';
import { caption, heading, statusLine, words, type Block } from './blocks.ts';

export const gapTargetWords = (view: GapView): string =>
  view.annualTarget === null
    ? 'No target'
    : `Performance measure for ${view.year}: gap of not more than ${numberInWords(view.annualTarget, 1)}`;

export const targetWords = (table: Pick<MeasureTable | ShareView, 'targetWords' | 'year'>): string | null =>
  table.targetWords === null ? null : `Performance measure for ${table.year}: ${table.targetWords}`;

/** The words on one item: the officer's where there are any, else the draft; then the actions. */
export function paragraphsOf(found: PackParagraph | undefined): Block[] {
  if (found === undefined) return [];
  const text = found.edited ?? paragraphText(found.draft);
  return [
    ...text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => words(line)),
    ...(found.commentary ?? '')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => words(line)),
    ...found.actions.map(({ action, owner, due }): Block => ({
      kind: 'action',
      says: `${action} (${owner}${due === null ? '' : `, by ${due}`})`,
    })),
  ];
}

function itemParts(item: BoardItem, content: PackContent, level: 2 | 3): Block[] {
  const found = content.paragraphs.find((one) => one.view === viewOf(item));
  const target =
    item.kind === 'gap' ? gapTargetWords(item.view) : targetWords(item.kind === 'share' ? item.share : item.table);
  const tier = found?.draft.tier ?? standingOf(item).status.tier;
  return [
    heading(nameOf(item), level),
    statusLine(tier, found?.draft.statusLine ?? STATUS[tier].short, target, 'two lines'),
    ...paragraphsOf(found),
  ];
}

const ALL_PROVISIONAL = 'All the figures of this year are provisional and may still change.';

const OTHERS: readonly { readonly place: BoardPlace; readonly title: string }[] = [
  { place: 'satisfied', title: 'Generally satisfied' },
  { place: 'watched', title: 'Watched, no exception' },
  { place: 'awaited', title: 'Not yet ready' },
];

/** Measures; with so many the table at a glance fills most of a page. */
const MANY = 10;

const onNewPage = (block: Block): Block => (block.kind === 'heading' ? { ...block, startsPage: true } : block);

/** Exceptions first: every measure at a glance, then the concerns in words, then the rest more briefly placed. */
export function exceptionsSection(content: PackContent, title: string): PackPart {
  const items = inBoardOrder(itemsOf(content));
  const exceptions = items.filter((item) => boardPlace(item) === 'exception');
  const count = `${String(exceptions.length)} of ${String(items.length)} measures`;
  const intro =
    exceptions.length === 0
      ? 'No measure is an exception this time.'
      : `${count} ${exceptions.length === 1 ? 'is an exception' : 'are exceptions'}: on the wrong side of the profile, or watched and changed by more than chance makes likely.`;
  const inWords = [
    ...exceptions.flatMap((item) => itemParts(item, content, 2)),
    ...OTHERS.flatMap(({ place, title: group }) => {
      const those = items.filter((item) => boardPlace(item) === place);
      // A figure that was left out is ready all the same.
      const named = place === 'awaited' && those.some((item) => standingOf(item).dataTo !== null);
      return those.length === 0
        ? []
        : [
            heading(named ? `${group}, or not shown` : group, 2),
            ...those.flatMap((item) => itemParts(item, content, 3)),
          ];
    }),
  ];
  return {
    orientation: 'portrait',
    children: [
      heading(title, 1),
      words(allProvisional(content.tables) ? `${intro} ${ALL_PROVISIONAL}` : intro, 'lead'),
      caption('Table', 'Measures at a glance: year to date against last year and the profile'),
      glanceTable(items, content),
      words(glanceNote(content.tables), 'note'),
      // A table that fills most of its page has it to itself: the words begin on the next, in Word and in LibreOffice alike.
      ...(items.length < MANY ? inWords : inWords.map((block, at) => (at === 0 ? onNewPage(block) : block))),
    ],
  };
}
