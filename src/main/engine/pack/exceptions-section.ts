import type { GapView } from '../../../core/performance/gap-view.ts';
import type { ShareView } from '../../../core/performance/share-view.ts';
import type { MeasureTable, Status } from '../../../core/performance/measure-table.ts';
import { yearInOnePeriod } from '../../../core/performance/year-in-one-period.ts';
import { numberInWords, signedPercent } from '../../../core/picture/number-in-words.ts';
import {
  boardPlace,
  inBoardOrder,
  standingOf,
  type BoardItem,
  type BoardPlace,
} from '../../../core/words/board-order.ts';
import { GAP_HEADING } from '../../../core/words/gap-paragraph.ts';
import { paragraphText } from '../../../core/words/paragraph.ts';
import { longPeriod } from '../../../core/time/period-in-words.ts';
import { allProvisional } from './draft-paragraphs.ts';
import type { PackContent, PackParagraph } from './pack-content.ts';
import type { PackPart } from './pack-parts.ts';
import { ROOM, STATUS } from './pack-look.ts';
import { caption, heading, placeTable, statusLine, words, type Block } from './blocks.ts';
import { figure, statusCell, words as cell, type Row } from './table-draft.ts';

export const itemsOf = ({ gap, tables, shares }: Pick<PackContent, 'gap' | 'tables' | 'shares'>): BoardItem[] => [
  ...(gap === null ? [] : [{ kind: 'gap' as const, view: gap }]),
  ...tables
    .filter((table) => gap === null || table.measure !== 'gap')
    .map((table) => ({ kind: 'measure' as const, table })),
  ...shares.map((share) => ({ kind: 'share' as const, share })),
];

const viewOf = (item: BoardItem): string =>
  item.kind === 'gap' ? 'gap' : item.kind === 'share' ? item.share.measure : item.table.measure;
const nameOf = (item: BoardItem): string =>
  item.kind === 'gap' ? GAP_HEADING : item.kind === 'share' ? item.share.name : item.table.name;

export const gapTargetWords = (view: GapView): string =>
  view.annualTarget === null
    ? 'No target'
    : `Performance measure for ${view.year}: gap of not more than ${numberInWords(view.annualTarget, 1)}`;

export const targetWords = (table: Pick<MeasureTable | ShareView, 'targetWords' | 'year'>): string | null =>
  table.targetWords === null ? null : `Performance measure for ${table.year}: ${table.targetWords}`;

/** Half-points. */
const GLANCE_SIZE = 17;

interface Glance {
  readonly dataTo: string | null;
  readonly now: number | null;
  readonly before: number | null;
  readonly change: number | null;
  readonly decimals: number;
  /** Percentages carry their sign. */
  readonly suffix: '' | '%';
  readonly status: Status;
}

function glanceOf(item: BoardItem): Glance {
  if (item.kind === 'gap') {
    const at = item.view.periods.find((one) => one.period === item.view.dataTo);
    const { dataTo, status } = item.view;
    const change = at?.cumulativeChangePercent ?? null;
    return { dataTo, now: at?.gap ?? null, before: at?.lastYearGap ?? null, change, decimals: 1, suffix: '', status };
  }
  if (item.kind === 'share') {
    const { dataTo, toDate, lastYearToDate, status } = item.share;
    return {
      dataTo,
      now: toDate.percent,
      before: lastYearToDate.percent,
      change: null,
      decimals: 0,
      suffix: '%',
      status,
    };
  }
  const { table } = item;
  const at = table.periods.findLast((one) => one.cumulative !== null);
  return {
    dataTo: table.dataTo,
    now: at?.cumulative ?? null,
    before: at?.lastYearCumulative ?? null,
    // A last year that cannot be compared gives no change.
    change: yearInOnePeriod(table) === null ? (at?.cumulativeChangePercent ?? null) : null,
    decimals: table.decimals,
    suffix: '',
    status: table.status,
  };
}

function glanceRow(item: BoardItem): Row {
  const { dataTo, now, before, change, decimals, suffix, status } = glanceOf(item);
  const say = (value: number | null) => (value === null ? '' : `${numberInWords(value, decimals)}${suffix}`);
  const tier = dataTo === null ? 'not-yet-known' : status.tier;
  return {
    cells: [
      cell(nameOf(item)),
      cell(dataTo === null ? 'no data yet' : longPeriod(dataTo)),
      figure(say(now), { bold: true }),
      figure(say(before)),
      figure(signedPercent(change)),
      figure(say(status.target), { italic: true }),
      statusCell(tier, STATUS[tier].short),
    ],
  };
}

/** Every measure in one line, in the order the Board reads them. */
function glanceTable(items: readonly BoardItem[]): Block {
  return placeTable({
    widths: [2792, 1100, 820, 780, 820, 800, ROOM.portrait - 7112],
    size: GLANCE_SIZE,
    heads: [
      {
        cells: [
          cell('Measure'),
          cell('Data to'),
          figure('Year to date'),
          figure('Last year'),
          figure('% change'),
          figure('Profile'),
          cell('Status'),
        ],
      },
    ],
    rows: items.map(glanceRow),
  });
}

const glanceNote = (tables: readonly MeasureTable[]): string =>
  [
    'Profile: where the target puts the year to date. An empty cell is not known; it is never nought.',
    ...tables
      .filter((table) => yearInOnePeriod(table) !== null)
      .map((table) => `No change is given for “${table.name}”: its last year is in question.`),
  ].join(' ');

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

/** Exceptions first: every measure at a glance, then the concerns in words, then the rest more briefly placed. */
export function exceptionsSection(content: PackContent, title: string): PackPart {
  const items = inBoardOrder(itemsOf(content));
  const exceptions = items.filter((item) => boardPlace(item) === 'exception');
  const count = `${String(exceptions.length)} of ${String(items.length)} measures`;
  const intro =
    exceptions.length === 0
      ? 'No measure is an exception this time.'
      : `${count} ${exceptions.length === 1 ? 'is an exception' : 'are exceptions'}: on the wrong side of the profile, or watched and changed by more than chance makes likely.`;
  return {
    orientation: 'portrait',
    children: [
      heading(title, 1),
      words(allProvisional(content.tables) ? `${intro} ${ALL_PROVISIONAL}` : intro, 'lead'),
      caption('Table', 'Measures at a glance: year to date against last year and the profile'),
      glanceTable(items),
      words(glanceNote(content.tables), 'note'),
      ...exceptions.flatMap((item) => itemParts(item, content, 2)),
      ...OTHERS.flatMap(({ place, title: group }) => {
        const those = items.filter((item) => boardPlace(item) === place);
        return those.length === 0 ? [] : [heading(group, 2), ...those.flatMap((item) => itemParts(item, content, 3))];
      }),
    ],
  };
}
