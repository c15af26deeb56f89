import { sayShare } from '../../../core/performance/make-share-view.ts';
import type { ShareOf, ShareView } from '../../../core/performance/share-view.ts';
import { numberInWords } from '../../../core/picture/number-in-words.ts';
import { shareCellId } from '../../../core/disclosure/from-share.ts';
import { withSign } from '../../../core/performance/signs-of.ts';
import type { Marked } from './period-table.ts';
import { longPeriod } from '../../../core/time/period-in-words.ts';
import { NOT_READY } from '../../../core/words/exception-paragraph.ts';
import { statusLine as boardStatus } from '../../../core/words/status-words.ts';
import { pictureName } from '../report/report-content.ts';
import { caption, heading, note, placePicture, placeTable, statusLine, words, type Block } from './blocks.ts';
import { targetWords } from './exceptions-section.ts';
import type { PackContent } from './pack-content.ts';
import { ROOM } from './pack-look.ts';
import type { PictureCount } from './pack-parts.ts';
import { figure, words as cell, type Cell, type Row } from './table-draft.ts';

const percent = (value: number | null): string => (value === null ? '' : `${numberInWords(value)}%`);

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function rowOf(
  label: string,
  n: number,
  share: ShareOf,
  lastYear: number | null,
  { hidden, signs = new Map() }: Marked,
  last = false,
): Row {
  const placed = (id: string, text: string): Cell => {
    const symbol = hidden?.get(id)?.symbol ?? null;
    if (text === '' && symbol !== null) return figure(symbol, { bold: last });
    const { text: shown, sign } = withSign(signs, id, text);
    return figure(shown, { bold: last, sign });
  };
  const look = { bold: last };
  const limits =
    share.lower === null || share.upper === null ? '' : `${percent(share.lower)} to ${percent(share.upper)}`;
  return {
    begins: last,
    cells: [
      cell(label, look),
      placed(shareCellId.part(n), numberInWords(share.part)),
      placed(shareCellId.whole(n), numberInWords(share.whole)),
      placed(shareCellId.percent(n), percent(share.percent)),
      figure(limits, look),
      figure(percent(lastYear), look),
    ],
  };
}

/** n, N, percentage and limits by period and since April. */
export function shareTable(view: ShareView, marked: Marked): Block {
  return placeTable({
    widths: [3600, 2300, 2300, 1500, 2600, ROOM.landscape - 12300],
    size: 17,
    together: true,
    heads: [
      {
        cells: [
          cell('Period'),
          figure(capital(view.partWords)),
          figure(capital(view.wholeWords)),
          figure('%'),
          figure('95% limits'),
          figure('% last year'),
        ],
      },
    ],
    rows: [
      ...view.periods.map((row, at) => rowOf(longPeriod(row.period), at + 1, row, row.lastYearPercent, marked)),
      rowOf('Since April', 0, view.toDate, view.lastYearToDate.percent, marked, true),
    ],
  });
}

/** Domain by domain from entry to exit; null where the measure has none. */
export function domainTable({ distance }: ShareView): Block | null {
  if (distance === null || distance.domains.length === 0) return null;
  const score = (value: number | null): string => numberInWords(value, 1);
  return placeTable({
    widths: [4600, 2200, 2200, 2200, 2200],
    size: 17,
    together: true,
    heads: [
      {
        cells: [
          cell('Domain'),
          figure('Clients scored twice'),
          figure('Mean at entry'),
          figure('Mean at exit'),
          figure('Mean change'),
        ],
      },
    ],
    rows: distance.domains.map((row) => ({
      cells: [
        cell(row.domain),
        figure(numberInWords(row.clients)),
        figure(score(row.meanEntry)),
        figure(score(row.meanExit)),
        figure(row.meanChange === null ? '' : `${row.meanChange < 0 ? '' : '+'}${score(row.meanChange)}`),
      ],
    })),
  });
}

function marksOf(view: ShareView): string {
  const { distance, toDate } = view;
  // What was left out as a small number is known, and not to be read here.
  const found = toDate.part === null ? '' : `: ${sayShare(toDate)}`;
  return [
    view.dataTo === null ? 'No data yet.' : `Data to ${longPeriod(view.dataTo)}${found}.`,
    ...(distance?.withoutExit ? [`Not left yet, counted apart: ${numberInWords(distance.withoutExit)}.`] : []),
    ...(view.provisional && view.dataTo !== null ? ['Provisional: figures may still change.'] : []),
    ...(view.illustrative ? ['Illustrative figures.'] : []),
    `Source: ${view.source.replace(/\.$/, '')}.`,
    `Owner: ${view.owner}.`,
    ...view.notes,
  ].join(' ');
}

function bodyOf(content: PackContent, view: ShareView, count: PictureCount): Block[] {
  if (view.dataTo === null) return [words(NOT_READY)];
  const picture = content.pictures.find((one) => one.name === pictureName.share(view.measure));
  const domains = domainTable(view);
  return [
    caption('Table', `${view.name}, ${view.year}`),
    shareTable(view, { hidden: content.withheld.get(view.measure), signs: content.signs.get(view.measure) }),
    ...(domains === null ? [] : [caption('Table', `Distance travelled by domain, ${view.year}`), domains]),
    ...(picture === undefined
      ? []
      : [
          caption('Figure', `${view.name}, ${view.year}`),
          placePicture(picture, { room: ROOM.landscape, height: 300, says: view.sentence, id: count.next() }),
        ]),
  ];
}

const isDrawn = (content: PackContent, view: ShareView): boolean =>
  content.pictures.some(({ name }) => name === pictureName.share(view.measure));

/** Whether the shares end on a page that others without a chart may join. */
export const endsOnSharedPage = (content: PackContent): boolean =>
  content.shares.some((view) => !isDrawn(content, view));

/**
 * Percentages, cohorts and distance travelled, one to a page; nothing where there are none. Those without a chart (not ready,
 * or left out as small numbers) come last and share their page: a sentence alone on a page is a page too many.
 */
export function sharesSection(content: PackContent, count: PictureCount, { alone = false } = {}): Block[] {
  const drawn = (view: ShareView): boolean => isDrawn(content, view);
  const charted = content.shares.filter(drawn);
  const rest = content.shares.filter((view) => !drawn(view));
  return [...charted, ...rest].flatMap((view, index) => {
    const tier = view.dataTo === null ? 'not-yet-known' : view.status.tier;
    return [
      heading(view.name, 2, { startsPage: !(alone && index === 0) && (drawn(view) || view === rest[0]) }),
      statusLine(tier, boardStatus({ tier }, view.tolerancePercent), targetWords(view)),
      ...bodyOf(content, view, count),
      note(marksOf(view)),
    ];
  });
}
