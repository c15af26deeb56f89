import type { GapView } from '../../../core/performance/gap-view.ts';
import { hasFigures, type MeasureTable } from '../../../core/performance/measure-table.ts';
import { comparisonTitle } from '../../../core/picture/comparison-picture.ts';
import { longPeriod, sinceApril } from '../../../core/time/period-in-words.ts';
import { numberInWords } from '../../../core/picture/number-in-words.ts';
import { GAP_HEADING, rankNote } from '../../../core/words/gap-paragraph.ts';
import { NOT_READY } from '../../../core/words/exception-paragraph.ts';
import { statusLine as boardStatus } from '../../../core/words/status-words.ts';
import { pictureName } from '../report/report-content.ts';
import { comparisonTable, neighbourhoodTable } from './area-tables.ts';
import { gapTargetWords, paragraphsOf, targetWords } from './exceptions-section.ts';
import type { PackContent } from './pack-content.ts';
import { ROOM, type Orientation } from './pack-look.ts';
import type { PackPart, PictureCount } from './pack-parts.ts';
import { gapTable, measureTable } from './period-table.ts';
import { endsOnSharedPage, sharesSection } from './share-section.ts';
import { caption, heading, note, placePicture, statusLine, words, type Block } from './blocks.ts';

/** Pixels that a chart may be high where it shares its page with a table. */
const UNDER_A_TABLE = 300;
const IN_THE_GROUP = 390;
const WHOLE_PAGE = 780;

interface Chart {
  readonly name: string;
  readonly title: string;
  readonly says: string;
  readonly height: number;
  readonly orientation: Orientation;
}

/** A chart under its caption; nothing where it was not drawn. */
function chartOf(content: PackContent, count: PictureCount, chart: Chart): Block[] {
  const picture = content.pictures.find((one) => one.name === chart.name);
  if (picture === undefined) return [];
  return [
    caption('Figure', chart.title),
    placePicture(picture, {
      room: ROOM[chart.orientation],
      height: chart.height,
      says: chart.says,
      id: count.next(),
    }),
  ];
}

/** What must be said under a table: how far, provisional, illustrative, source and owner. */
function marksOf(table: MeasureTable): string {
  return [
    table.dataTo === null ? 'No data yet.' : `Data to ${longPeriod(table.dataTo)}.`,
    ...(table.provisional && table.dataTo !== null ? ['Provisional: figures may still change.'] : []),
    ...(table.illustrative ? ['Illustrative figures.'] : []),
    `Source: ${table.source.replace(/\.$/, '')}.`,
    `Owner: ${table.owner}.`,
  ].join(' ');
}

/** Where the partnership stands in its most similar group: one page for each period. */
export function groupSection(content: PackContent, title: string, count: PictureCount): PackPart {
  const { comparisons, paragraphs } = content;
  return {
    orientation: 'portrait',
    children: [
      heading(title, 1),
      ...(comparisons.length === 0
        ? [words('No comparison with the most similar group is held for these months.')]
        : []),
      ...comparisons.flatMap((view, index) => {
        const name = pictureName.comparison(view);
        return [
          heading(comparisonTitle(view), 2, { startsPage: index > 0 }),
          ...paragraphsOf(paragraphs.find((one) => one.view === name)),
          ...chartOf(content, count, {
            name,
            title: `Most similar group: ${comparisonTitle(view)}`,
            says: view.sentence,
            height: IN_THE_GROUP,
            orientation: 'portrait',
          }),
          caption('Table', `Most similar group: ${comparisonTitle(view)}`),
          comparisonTable(view, content.signs.get(name)),
        ];
      }),
    ],
  };
}

function gapNotes(view: GapView): string[] {
  const residents = view.cityPopulation;
  return [
    [
      view.dataTo === null ? 'No data yet.' : `Data to ${longPeriod(view.dataTo)}.`,
      ...(view.illustrative ? ['Illustrative: the split by neighbourhood.'] : []),
      ...(residents === null
        ? []
        : [
            `Residents of the city: ${numberInWords(residents)}${view.populationYear === null ? '' : ` (${view.populationYear})`}.`,
          ]),
    ].join(' '),
    ...view.notes,
  ];
}

/** The gap: its table and chart across a page, then the neighbourhoods it is made of. */
export function gapSection(content: PackContent, title: string, count: PictureCount): PackPart[] {
  const { gap } = content;
  if (gap === null) {
    return [{ orientation: 'portrait', children: [heading(title, 1), words('There is no gap for these months yet.')] }];
  }
  const days = gap.dataTo === null ? gap.year : sinceApril(gap.year, gap.dataTo);
  const first: PackPart = {
    orientation: 'landscape',
    children: [
      heading(title, 1),
      statusLine(
        gap.status.tier,
        boardStatus(gap.status, content.tables[0]?.tolerancePercent ?? 15),
        gapTargetWords(gap),
      ),
      caption('Table', `${GAP_HEADING}, cumulative since April`),
      gapTable(gap, { hidden: content.withheld.get('gap'), signs: content.signs.get('gap') }),
      ...chartOf(content, count, {
        name: pictureName.gap,
        title: `The gap through ${gap.year}`,
        says: gap.sentence,
        height: UNDER_A_TABLE,
        orientation: 'landscape',
      }),
      note(gapNotes(gap).join(' ')),
    ],
  };
  if (gap.neighbourhoods.length === 0) return [first];
  const second: PackPart = {
    orientation: 'portrait',
    children: [
      heading('The neighbourhoods behind the gap', 2, { startsPage: true }),
      caption('Table', `All crime per 1,000 residents by neighbourhood, ${days}`),
      neighbourhoodTable(gap, { hidden: content.withheld.get('gap'), signs: content.signs.get('gap') }),
      note(
        `${rankNote(gap)} % of gap: crimes above what the city’s rate would give, as a share of the priority neighbourhoods’ together; below nought where a rate is under the city’s.`,
      ),
      ...chartOf(content, count, {
        name: pictureName.neighbourhoods,
        title: `All crime per 1,000 residents by neighbourhood, ${days}`,
        says: `Neighbourhoods from the highest rate of all crime, ${days}. ${gap.sentence}`,
        height: WHOLE_PAGE,
        orientation: 'portrait',
      }),
    ],
  };
  return [first, second];
}

/** A measure whose figures have not come: the Board's sentence, and no empty table. */
const awaited = (table: MeasureTable, startsPage: boolean): Block[] => [
  heading(table.name, 2, { startsPage }),
  statusLine('not-yet-known', boardStatus({ tier: 'not-yet-known' }, table.tolerancePercent), targetWords(table)),
  words(NOT_READY),
  note(marksOf(table)),
];

/** Every measure with its table and chart, one to a page across: counts, then shares of people, then what has not come. */
export function measuresSection(content: PackContent, title: string, count: PictureCount): PackPart {
  const counted = content.tables.filter((table) => content.gap === null || table.measure !== 'gap');
  const tables = counted.filter(hasFigures);
  const waiting = counted.filter((table) => !hasFigures(table));
  const alone = tables.length + content.shares.length === 0;
  return {
    orientation: 'landscape',
    children: [
      ...tables.flatMap((table, index) => {
        const tier = table.dataTo === null ? 'not-yet-known' : table.status.tier;
        return [
          ...(index === 0 ? [heading(title, 1)] : []),
          heading(table.name, 2, { startsPage: index > 0 }),
          statusLine(tier, boardStatus({ tier }, table.tolerancePercent), targetWords(table)),
          caption('Table', `${table.name}, ${table.year}`),
          measureTable(table, {
            hidden: content.withheld.get(table.measure),
            signs: content.signs.get(table.measure),
          }),
          ...chartOf(content, count, {
            name: pictureName.measure(table.measure),
            title: `${table.name}, ${table.year}`,
            says: table.disagreement === null ? table.sentence : `${table.sentence} ${table.disagreement}`,
            height: UNDER_A_TABLE,
            orientation: 'landscape',
          }),
          note([marksOf(table), ...table.notes].join(' ')),
        ];
      }),
      ...(tables.length === 0 ? [heading(title, 1)] : []),
      ...sharesSection(content, count, { alone: tables.length === 0 }),
      ...waiting.flatMap((table, index) => awaited(table, index === 0 && !alone && !endsOnSharedPage(content))),
    ],
  };
}
