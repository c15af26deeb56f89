import type { Workbook, Worksheet } from 'exceljs';
import { lastPeriodToDate, measureCellId } from '../../../core/disclosure/from-measure-table.ts';
import { neighbourhoodCellId } from '../../../core/disclosure/from-neighbourhoods.ts';
import { shareCellId } from '../../../core/disclosure/from-share.ts';
import type { Status } from '../../../core/performance/measure-table.ts';
import { sayOrdinal } from '../../../core/performance/say-number.ts';
import { yearInOnePeriod } from '../../../core/performance/year-in-one-period.ts';
import { longPeriod, spanInDays } from '../../../core/time/period-in-words.ts';
import { onePeriod, periodInWords } from '../../../core/time/period.ts';
import { NOT_READY } from '../../../core/words/exception-paragraph.ts';
import { dayInWords } from './day-in-words.ts';
import { addSheet } from './page-setup.ts';
import { cellText, heightOf, put, putHeading, putStatus, widthOf, type CellLook } from './place-cells.ts';
import type { FigureLedger } from './figure-ledger.ts';
import { WHOLE_GROUP, type ReportContent } from './report-content.ts';
import { COLOUR, fill, font, hairlineBelow, numberFormat, PERCENT, ruleBelow } from './report-look.ts';

const WIDTHS = [27, 19, 12, 11, 13, 14, 24, 58];
const MEASURE_HEADS = [
  'Measure',
  'Data to',
  'Year to date',
  'Last year',
  '% change',
  'Target to date',
  'Status',
  'Finding',
];
const GROUP_HEADS = ['Most similar group', 'Period', 'Own rate', 'Average', '% from average', 'Rank', '', 'Finding'];
const SIZE = { size: 11 };
const TEXT_COLUMNS = [1, 2, 7, 8];

type Trace = Parameters<FigureLedger['note']>[2];

const FIGURES_AT = 'CDEF';

/** What one line of the summary says. */
interface Line {
  readonly name: string;
  readonly sheet: string;
  readonly dataTo: string;
  readonly figures: readonly (number | string | null)[];
  readonly formats: readonly string[];
  /** Under which each figure's cells are found; a target that rests on no cells has none. */
  readonly traces: readonly (Trace | null)[];
  readonly status: Pick<Status, 'tier'> | null;
  readonly marks: string;
  readonly finding: string;
}

/** A place in this workbook. As a block of one cell: a bare cell would be written twice over, once as a place outside. */
const linkTo = (sheet: string): string => `#'${sheet.replaceAll("'", "''")}'!A1:A1`;

function putHeads(sheet: Worksheet, row: number, heads: readonly string[]): void {
  heads.forEach((head, index) => {
    put(sheet, row, index + 1, head === '' ? null : head, {
      font: { ...SIZE, bold: true },
      fill: fill(COLOUR.header),
      border: ruleBelow,
      alignment: !TEXT_COLUMNS.includes(index + 1) ? { horizontal: 'right' } : index === 0 ? {} : { indent: 1 },
    });
  });
  sheet.getRow(row).height = 19;
}

function putLine(sheet: Worksheet, row: number, line: Line, heads: readonly string[], ledger: FigureLedger): void {
  const look: CellLook = { border: hairlineBelow, font: SIZE, alignment: { vertical: 'top', wrapText: true } };
  const indented: CellLook = { ...look, alignment: { ...look.alignment, indent: 1 } };
  const link = put(sheet, row, 1, null, {
    ...look,
    font: { ...SIZE, bold: true, color: { argb: COLOUR.accent } },
  });
  link.value = { text: cellText(line.name), hyperlink: linkTo(line.sheet) };
  put(sheet, row, 2, line.dataTo, indented);
  line.figures.forEach((value, index) => {
    if (typeof value === 'number')
      ledger.note(
        {
          sheet: sheet.name,
          cell: `${FIGURES_AT.charAt(index)}${String(row)}`,
          what: `${heads[2 + index] ?? ''}, ${line.name}`,
          format: line.formats[index] ?? '#,##0',
        },
        value,
        line.traces[index] ?? { view: '', what: '', where: '' },
      );
    put(sheet, row, 3 + index, value, {
      ...look,
      format: line.formats[index] ?? '#,##0',
      alignment: { vertical: 'top', horizontal: 'right' },
    });
  });
  if (line.status === null) put(sheet, row, 7, null, look);
  else putStatus(sheet, row, 7, line.status.tier, { ...look, alignment: { vertical: 'top', indent: 1 } });
  const says = line.marks === '' ? line.finding : `${line.finding} ${line.marks}`;
  put(sheet, row, 8, says, indented);
  sheet.getRow(row).height = Math.max(20, heightOf(says, widthOf(sheet, 8, 8), SIZE.size));
}

const marksOf = (view: { provisional?: boolean; illustrative: boolean }): string =>
  [view.provisional === true ? 'Provisional.' : '', view.illustrative ? 'Illustrative.' : ''].filter(Boolean).join(' ');

function gapLine({ gap, withheld }: ReportContent, sheet: string): Line[] {
  if (gap === null) return [];
  const at = gap.periods.find((one) => one.period === gap.dataTo);
  const change = at?.cumulativeChangePercent ?? null;
  return [
    {
      name: sheet,
      sheet,
      dataTo: gap.dataTo === null ? 'no data yet' : longPeriod(gap.dataTo),
      figures: [
        at?.gap ?? withheld.get('gap')?.get(neighbourhoodCellId.gap)?.symbol ?? null,
        at?.lastYearGap ?? null,
        change === null ? null : change / 100,
        gap.status.target,
      ],
      formats: [numberFormat(1), numberFormat(1), PERCENT, numberFormat(1)],
      traces: ['now', 'lastYear', 'both', gap.status.against === 'last-year-share' ? 'lastYear' : null].map((what) =>
        what === null ? null : { view: 'gap', what, where: gap.dataTo ?? '' },
      ),
      status: gap.status,
      marks: gap.illustrative ? 'Split by neighbourhood illustrative.' : '',
      finding: gap.sentence,
    },
  ];
}

/** The first sheet: every measure in one line with its status, every comparison, and a link to each. */
export function writeSummarySheet(
  book: Workbook,
  content: ReportContent,
  named: {
    tables: readonly string[];
    shares: readonly string[];
    gap: string;
    comparisons: readonly string[];
    about: string;
    summary: string;
  },
  ledger: FigureLedger,
): void {
  const sheet = addSheet(book, content, { name: named.summary, onePage: true, tab: COLOUR.ink });
  WIDTHS.forEach((width, index) => (sheet.getColumn(index + 1).width = width));
  put(sheet, 1, 1, `${content.partnership}: performance to ${periodInWords(onePeriod(content.asAt))}`, {
    font: { bold: true, size: 18 },
  });
  sheet.getRow(1).height = 28;
  put(sheet, 2, 1, `Made ${dayInWords(content.madeAt)}. An empty cell is not known; it is never nought.`, {
    font: { color: { argb: COLOUR.muted } },
  });
  putHeads(sheet, 4, MEASURE_HEADS);
  const measures = content.tables.map((table, index): Line => {
    const hidden = content.withheld.get(table.measure);
    const n = lastPeriodToDate(table, hidden);
    const at = table.periods[n - 1];
    const left = (cell: string) => hidden?.get(cell)?.symbol ?? null;
    // A last year that cannot be compared gives no change.
    const change = yearInOnePeriod(table) === null ? (at?.cumulativeChangePercent ?? null) : null;
    const count = numberFormat(table.decimals);
    return {
      name: named.tables[index] ?? table.name,
      sheet: named.tables[index] ?? named.about,
      dataTo: table.dataTo === null ? 'no data yet' : longPeriod(table.dataTo),
      figures: [
        at?.cumulative ?? left(measureCellId.cumulative(n)),
        at?.lastYearCumulative ?? left(measureCellId.lastYearCumulative(n)),
        change === null ? left(measureCellId.cumulativeChange(n)) : change / 100,
        table.status.target,
      ],
      formats: [count, count, PERCENT, count],
      traces: [
        'cumulative',
        'lastYearCumulative',
        'cumulativeChangePercent',
        table.status.against === 'last-year-share' ? 'targetLastYearShare' : null,
      ].map((what) => (what === null ? null : { view: table.measure, what, where: at?.period ?? '' })),
      status: { tier: table.dataTo === null ? 'not-yet-known' : table.status.tier },
      marks: table.dataTo === null ? '' : marksOf(table),
      finding:
        table.dataTo === null
          ? NOT_READY
          : table.disagreement === null
            ? table.sentence
            : `${table.sentence} ${table.disagreement}`,
    };
  });
  let row = 5;
  const shares = content.shares.map((share, index): Line => {
    const name = named.shares[index] ?? share.shortName;
    const left = (cell: string) => content.withheld.get(share.measure)?.get(cell)?.symbol ?? null;
    return {
      name,
      sheet: name,
      dataTo: share.dataTo === null ? 'no data yet' : longPeriod(share.dataTo),
      figures: [
        share.toDate.percent === null ? left(shareCellId.percent(0)) : share.toDate.percent / 100,
        share.lastYearToDate.percent === null ? null : share.lastYearToDate.percent / 100,
        null,
        share.status.target === null ? null : share.status.target / 100,
      ],
      formats: ['0%', '0%', PERCENT, '0%'],
      traces: ['share', 'lastYear', null, null].map((what) =>
        what === null ? null : { view: share.measure, what, where: '' },
      ),
      status: share.status,
      marks: share.dataTo === null ? '' : marksOf(share),
      finding: share.dataTo === null ? NOT_READY : share.sentence,
    };
  });
  for (const line of [...gapLine(content, named.gap), ...measures, ...shares])
    putLine(sheet, row++, line, MEASURE_HEADS, ledger);
  if (content.comparisons.length > 0) {
    row += 1;
    putHeads(sheet, row++, GROUP_HEADS);
    content.comparisons.forEach((view, index) => {
      const own = view.areas.find((area) => area.own)?.ratePerThousand ?? null;
      putLine(
        sheet,
        row++,
        {
          name: named.comparisons[index] ?? view.measureName,
          sheet: named.comparisons[index] ?? named.about,
          dataTo: spanInDays(view.from, view.to),
          figures: [
            own,
            view.averageUnweighted,
            view.distancePercent === null ? null : view.distancePercent / 100,
            view.rank === null ? null : `${sayOrdinal(view.rank)} of ${String(view.of)}`,
          ],
          formats: [numberFormat(1), numberFormat(1), PERCENT, '@'],
          traces: [view.areas.find((area) => area.own)?.name ?? WHOLE_GROUP, WHOLE_GROUP, WHOLE_GROUP].map((where) => ({
            view: view.measure,
            what: `${view.from} ${view.to}`,
            where,
          })),
          status: null,
          marks: marksOf(view),
          finding: view.sentence,
        },
        GROUP_HEADS,
        ledger,
      );
    });
  }
  row += 1;
  putHeading(sheet, row, 'Where the figures come from');
  const about = sheet.getCell(row + 1, 1);
  about.value = { text: named.about, hyperlink: linkTo(named.about) };
  about.font = font({ color: { argb: COLOUR.accent } });
  sheet.pageSetup.printArea = `A1:H${String(row + 1)}`;
}
