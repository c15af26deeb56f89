import type { Workbook, Worksheet } from 'exceljs';
import { gapCellId } from '../../../core/disclosure/keyed-figures.ts';
import type { GapView } from '../../../core/performance/gap-view.ts';
import { sayList } from '../../../core/performance/say-number.ts';
import { yearBeforeText } from '../../../core/picture/measure-picture.ts';
import { longPeriod } from '../../../core/time/period-in-words.ts';
import type { FigureLedger } from './figure-ledger.ts';
import { addSheet } from './page-setup.ts';
import { columnsOf, putPeriodTable, setPeriodColumns, type PeriodRow } from './period-table.ts';
import { put, putSentence, putStatus, widthOf } from './place-cells.ts';
import { placePicture } from './place-picture.ts';
import { pictureName, type ReportContent } from './report-content.ts';
import { numberFormat, PERCENT, STATUS } from './report-look.ts';
import { putMarks, putNotes, putStandings } from './standing-lines.ts';

const HEADS_AT = 6;
const RATE = numberFormat(1);
const COUNT = numberFormat(0);

function rowsOf({ periods, year }: GapView): PeriodRow[] {
  const cellOf =
    (row: Parameters<typeof gapCellId>[0]) =>
    (n: number): string =>
      gapCellId(row, periods[n - 1]?.period ?? '');
  const before = yearBeforeText(year);
  return [
    {
      label: `Gap ${before}`,
      trace: 'lastYear',
      ofYearBefore: true,
      format: RATE,
      values: periods.map((one) => one.lastYearGap),
    },
    {
      label: `Gap ${year}`,
      trace: 'now',
      format: RATE,
      values: periods.map((one) => one.gap),
      cellOf: cellOf('gap'),
      weight: 'this-year',
    },
    {
      label: 'Target, cumulative (linear)',
      format: RATE,
      values: periods.map((one) => one.targetLinear),
      weight: 'target',
    },
    {
      label: 'Target, cumulative (last year’s share)',
      trace: 'lastYear',
      format: RATE,
      values: periods.map((one) => one.targetLastYearShare),
      weight: 'target',
    },
    {
      label: '% change, cumulative',
      trace: 'both',
      format: PERCENT,
      values: periods.map(({ cumulativeChangePercent: change }) => (change === null ? null : change / 100)),
    },
    {
      label: 'Rate, priority neighbourhoods',
      trace: 'now',
      format: RATE,
      values: periods.map((one) => one.priorityRate),
      cellOf: cellOf('priority rate'),
      begins: true,
    },
    {
      label: 'Rate, city',
      trace: 'now',
      format: RATE,
      values: periods.map((one) => one.cityRate),
      cellOf: cellOf('city rate'),
    },
    {
      label: 'Crimes, priority neighbourhoods',
      trace: 'now',
      format: COUNT,
      values: periods.map((one) => one.priorityCount),
      cellOf: cellOf('priority'),
      begins: true,
    },
    {
      label: 'Crimes, city',
      trace: 'now',
      format: COUNT,
      values: periods.map((one) => one.cityCount),
      cellOf: cellOf('city'),
    },
  ];
}

function marksOf(gap: GapView): string[] {
  const residents = gap.cityPopulation?.toLocaleString('en-GB');
  return [
    gap.dataTo === null ? 'No data yet' : `Data to ${longPeriod(gap.dataTo)}`,
    ...(gap.illustrative ? ['ILLUSTRATIVE: the split by neighbourhood'] : []),
    ...(residents === undefined
      ? []
      : [`Residents: ${residents}${gap.populationYear === null ? '' : ` (${gap.populationYear})`}`]),
    `Priority neighbourhoods: ${sayList(gap.areas)}`,
  ];
}

function putTop(sheet: Worksheet, gap: GapView, last: number): void {
  const across = { from: 1, to: last };
  put(sheet, 1, 1, 'Closing the gap: priority neighbourhoods and the city', { font: { bold: true, size: 16 } });
  sheet.getRow(1).height = 25;
  putSentence(sheet, 2, across, gap.sentence, { font: { size: 11.5 } });
  putStatus(sheet, 3, 1, gap.status.tier, { alignment: { indent: 1 } });
  const target =
    gap.annualTarget === null ? null : `${gap.year} target: a gap of not more than ${gap.annualTarget.toFixed(1)}`;
  put(sheet, 3, 2, target, { alignment: { indent: 1 } });
  sheet.getRow(3).height = 19;
  putMarks(sheet, 4, across, marksOf(gap));
}

/** The gap month by month, its target and its chart. */
export function writeGapSheet(
  book: Workbook,
  content: ReportContent,
  gap: GapView,
  name: string,
  ledger: FigureLedger,
): void {
  const sheet = addSheet(book, content, {
    name,
    onePage: true,
    tab: STATUS[gap.status.tier].ink,
    freeze: { row: HEADS_AT + 1, column: 1 },
  });
  const layout = {
    wholeYears: [],
    periods: gap.periods.map((one) => one.period),
    current: gap.dataTo,
    unit: 'crimes per 1,000 residents since April',
    year: gap.year,
    signs: content.signs.get('gap'),
    rows: rowsOf(gap),
  };
  setPeriodColumns(sheet, layout);
  const last = columnsOf(layout);
  putTop(sheet, gap, last);
  let row = putPeriodTable(sheet, HEADS_AT, layout, { view: 'gap', ledger }) + 1;
  row = putStandings(sheet, row, last, { ...gap, direction: 'less-is-better' }, 1);
  row = putNotes(sheet, row, last, gap.notes) + 1;
  const room = widthOf(sheet, 1, last);
  const chart = content.pictures.find((one) => one.name === pictureName.gap);
  if (chart !== undefined)
    row = placePicture(book, sheet, chart, { row, column: 1, width: Math.min(chart.width, room) });
  sheet.pageSetup.printArea = `A1:${sheet.getColumn(last).letter}${String(row)}`;
}
