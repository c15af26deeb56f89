import type { Workbook } from 'exceljs';
import type { MeasureTable } from '../../../core/performance/measure-table.ts';
import { yearBeforeText } from '../../../core/picture/measure-picture.ts';
import { longPeriod } from '../../../core/time/period-in-words.ts';
import { addSheet } from './page-setup.ts';
import { columnsOf, putPeriodTable, setPeriodColumns, type PeriodRow } from './period-table.ts';
import { placePicture } from './place-picture.ts';
import { put, putSentence, putStatus, widthOf } from './place-cells.ts';
import { pictureName, type ReportContent } from './report-content.ts';
import { numberFormat, PERCENT, STATUS } from './report-look.ts';
import { putMarks, putNotes, putStandings } from './standing-lines.ts';

/** The earlier years that the Board sees beside the months. */
const EARLIER_YEARS = 3;
const HEADS_AT = 6;

const asFraction = (percent: number | null): number | null => (percent === null ? null : percent / 100);

function rowsOf(table: MeasureTable, wholeYears: MeasureTable['previousYears']): PeriodRow[] {
  const { periods, year, decimals } = table;
  const before = yearBeforeText(year);
  const format = numberFormat(decimals);
  const targets: PeriodRow[] = [
    { label: 'Target, cumulative (linear)', format, values: periods.map((row) => row.targetLinear), weight: 'target' },
    {
      label: 'Target, cumulative (last year’s share)',
      format,
      values: periods.map((row) => row.targetLastYearShare),
      weight: 'target',
    },
  ];
  return [
    {
      label: `Actual ${before}`,
      format,
      values: periods.map((row) => row.lastYear),
      symbols: periods.map((row) => row.lastYearSymbol),
      wholeYears: wholeYears.map((one) => one.value),
    },
    {
      label: `Actual ${year}`,
      format,
      values: periods.map((row) => row.actual),
      symbols: periods.map((row) => row.symbol),
      weight: 'this-year',
    },
    ...(table.annualTarget === null ? [] : targets),
    { label: `Cumulative ${before}`, format, values: periods.map((row) => row.lastYearCumulative), begins: true },
    { label: `Cumulative ${year}`, format, values: periods.map((row) => row.cumulative), weight: 'this-year' },
    {
      label: '% change, cumulative',
      format: PERCENT,
      values: periods.map((row) => asFraction(row.cumulativeChangePercent)),
      begins: true,
    },
    {
      label: `% change, ${table.cadence} alone`,
      format: PERCENT,
      values: periods.map((row) => asFraction(row.changePercent)),
    },
  ];
}

function marksOf(table: MeasureTable): string[] {
  return [
    table.dataTo === null ? 'No data yet' : `Data to ${longPeriod(table.dataTo)}`,
    ...(table.provisional ? ['PROVISIONAL: figures may still change'] : []),
    ...(table.illustrative ? ['ILLUSTRATIVE figures'] : []),
    `Source: ${table.source.replace(/\.$/, '')}`,
    `Owner: ${table.owner}`,
  ];
}

function notesOf(table: MeasureTable, wholeYears: MeasureTable['previousYears']): string[] {
  const summed = wholeYears.filter((one) => one.basis === 'summed').map((one) => one.year);
  return [
    ...table.notes,
    ...(summed.length === 0 ? [] : [`${summed.join(' and ')}: the sum of its ${table.cadence}s.`]),
    ...(table.annualTarget === null
      ? []
      : [`Targets are cumulative: what should be reached by the end of each ${table.cadence}.`]),
  ];
}

/** One measure in the Board's layout, with its chart under the table. */
export function writeMeasureSheet(book: Workbook, content: ReportContent, table: MeasureTable, name: string): void {
  const tier = table.status.tier;
  const sheet = addSheet(book, content, {
    name,
    onePage: true,
    tab: STATUS[tier].ink,
    freeze: { row: HEADS_AT + 1, column: 1 },
  });
  const wholeYears = table.previousYears.slice(-EARLIER_YEARS);
  const layout = {
    wholeYears: wholeYears.map((one) => one.year),
    periods: table.periods.map((row) => row.period),
    current: table.dataTo,
    unit: table.unit,
    year: table.year,
    rows: rowsOf(table, wholeYears),
  };
  setPeriodColumns(sheet, layout);
  const last = Math.max(columnsOf(layout), 6);
  const across = { from: 1, to: last };
  put(sheet, 1, 1, table.name, { font: { bold: true, size: 16 } });
  sheet.getRow(1).height = 25;
  putSentence(sheet, 2, across, table.sentence, { font: { size: 11.5 } });
  putStatus(sheet, 3, 1, tier, { alignment: { indent: 1 } });
  const target =
    table.targetWords === null ? 'No target: watched, not judged' : `${table.year} target: ${table.targetWords}`;
  put(sheet, 3, 2, target, { alignment: { indent: 1 } });
  sheet.getRow(3).height = 19;
  putMarks(sheet, 4, across, marksOf(table));
  let row = putPeriodTable(sheet, HEADS_AT, layout) + 1;
  row = putStandings(sheet, row, last, table, table.decimals);
  row = putNotes(sheet, row, last, notesOf(table, wholeYears)) + 1;
  const picture = content.pictures.find((one) => one.name === pictureName.measure(table.measure));
  const room = widthOf(sheet, 1, last);
  if (picture !== undefined) {
    const width = Math.min(picture.width, room);
    row = placePicture(book, sheet, picture, { row, column: 1, width });
  }
  sheet.pageSetup.printArea = `A1:${sheet.getColumn(last).letter}${String(row)}`;
}
