import type { Workbook } from 'exceljs';
import { measureCellId } from '../../../core/disclosure/from-measure-table.ts';
import type { SuppressedCell } from '../../../core/disclosure/suppressed.ts';
import { hasFigures, type MeasureTable } from '../../../core/performance/measure-table.ts';
import { rowLabels } from '../../../core/performance/row-labels.ts';
import { yearBeforeText } from '../../../core/picture/measure-picture.ts';
import { NOT_READY } from '../../../core/words/exception-paragraph.ts';
import { longPeriod } from '../../../core/time/period-in-words.ts';
import type { FigureLedger } from './figure-ledger.ts';
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

/** The rows of the Board's table: which row of the sheet each stands in follows from how many there are above it. */
function rowsOf(
  table: MeasureTable,
  wholeYears: MeasureTable['previousYears'],
  hidden: ReadonlyMap<string, SuppressedCell>,
): PeriodRow[] {
  const { periods, year, decimals } = table;
  const labels = rowLabels(table);
  const before = yearBeforeText(year);
  const format = numberFormat(decimals);
  const symbols = (idOf: (n: number) => string) => periods.map((_, at) => hidden.get(idOf(at + 1))?.symbol ?? null);
  const targets: PeriodRow[] = [
    { label: 'Target, cumulative (linear)', format, values: periods.map((row) => row.targetLinear), weight: 'target' },
    {
      label: 'Target, cumulative (last year’s share)',
      format,
      values: periods.map((row) => row.targetLastYearShare),
      symbols: symbols(measureCellId.shareTarget),
      weight: 'target',
      trace: 'targetLastYearShare',
    },
    ...(table.ownTargets === null
      ? []
      : [
          {
            label: 'Target, cumulative (as the Board shared it)',
            format,
            values: table.ownTargets,
            weight: 'target' as const,
          },
        ]),
  ];
  const shownTargets = table.annualTarget === null ? [] : targets;
  const first = HEADS_AT + 2;
  const [lastActual, actual] = [first, first + 1];
  const [lastCumulative, cumulative] = [actual + 1 + shownTargets.length, actual + 2 + shownTargets.length];
  /** A sum of its own row, where every part is printed and they come to the figure. */
  const summed =
    (of: 'actual' | 'lastYear', to: 'cumulative' | 'lastYearCumulative', row: number) =>
    (at: number, column: (at: number) => string): string | null => {
      const parts = periods.slice(0, at + 1).map((one) => one[of]);
      const total = periods[at]?.[to] ?? null;
      if (total === null || !parts.every((part) => part !== null)) return null;
      const sum = parts.reduce((all, part) => all + part, 0);
      return Math.abs(sum - total) < 1e-9 ? `SUM(${column(0)}${String(row)}:${column(at)}${String(row)})` : null;
    };
  const changed =
    (now: 'actual' | 'cumulative', then: 'lastYear' | 'lastYearCumulative', rows: [number, number]) =>
    (at: number, column: (at: number) => string): string | null =>
      periods[at]?.[now] == null || periods[at][then] == null
        ? null
        : `${column(at)}${String(rows[0])}/${column(at)}${String(rows[1])}-1`;
  return [
    {
      label: `${labels.alone} ${before}`,
      format,
      values: periods.map((row) => row.lastYear),
      symbols: periods.map((row) => row.lastYearSymbol),
      wholeYears: wholeYears.map((one) => one.value),
      wholeYearSymbols: wholeYears.map((one) => hidden.get(measureCellId.year(one.year))?.symbol ?? null),
      trace: 'lastYear',
      ofYearBefore: true,
      cellOf: measureCellId.lastYear,
      wholeYearCells: wholeYears.map((one) => measureCellId.year(one.year)),
    },
    {
      label: `${labels.alone} ${year}`,
      format,
      values: periods.map((row) => row.actual),
      symbols: periods.map((row) => row.symbol),
      weight: 'this-year',
      trace: 'actual',
      cellOf: measureCellId.actual,
    },
    ...shownTargets,
    {
      label: `${labels.toDate} ${before}`,
      format,
      values: periods.map((row) => row.lastYearCumulative),
      symbols: symbols(measureCellId.lastYearCumulative),
      formulas: summed('lastYear', 'lastYearCumulative', lastActual),
      begins: true,
      trace: 'lastYearCumulative',
      ofYearBefore: true,
      cellOf: measureCellId.lastYearCumulative,
    },
    {
      label: `${labels.toDate} ${year}`,
      format,
      values: periods.map((row) => row.cumulative),
      symbols: symbols(measureCellId.cumulative),
      formulas: summed('actual', 'cumulative', actual),
      weight: 'this-year',
      trace: 'cumulative',
      cellOf: measureCellId.cumulative,
    },
    {
      label: '% change, cumulative',
      format: PERCENT,
      values: periods.map((row) => asFraction(row.cumulativeChangePercent)),
      symbols: symbols(measureCellId.cumulativeChange),
      formulas: changed('cumulative', 'lastYearCumulative', [cumulative, lastCumulative]),
      begins: true,
      trace: 'cumulativeChangePercent',
      cellOf: measureCellId.cumulativeChange,
    },
    {
      label: `% change, ${table.cadence} alone`,
      format: PERCENT,
      values: periods.map((row) => asFraction(row.changePercent)),
      symbols: symbols(measureCellId.change),
      formulas: changed('actual', 'lastYear', [actual, lastActual]),
      trace: 'changePercent',
      cellOf: measureCellId.change,
    },
  ];
}

function marksOf(table: MeasureTable): string[] {
  return [
    table.dataTo === null ? 'No data yet' : `Data to ${longPeriod(table.dataTo)}`,
    ...(table.provisional && table.dataTo !== null ? ['PROVISIONAL: figures may still change'] : []),
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
export function writeMeasureSheet(
  book: Workbook,
  content: ReportContent,
  table: MeasureTable,
  name: string,
  ledger: FigureLedger,
): void {
  const tier = table.dataTo === null ? 'not-yet-known' : table.status.tier;
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
    signs: content.signs.get(table.measure),
    rows: rowsOf(table, wholeYears, content.withheld.get(table.measure) ?? new Map()),
  };
  setPeriodColumns(sheet, layout);
  const last = Math.max(columnsOf(layout), 6);
  const across = { from: 1, to: last };
  put(sheet, 1, 1, table.name, { font: { bold: true, size: 16 } });
  sheet.getRow(1).height = 25;
  putSentence(sheet, 2, across, table.dataTo === null ? NOT_READY : table.sentence, { font: { size: 11.5 } });
  putStatus(sheet, 3, 1, tier, { alignment: { indent: 1 } });
  const target =
    table.targetWords === null ? 'No target: watched, not judged' : `${table.year} target: ${table.targetWords}`;
  put(sheet, 3, 2, target, { alignment: { indent: 1 } });
  sheet.getRow(3).height = 19;
  putMarks(sheet, 4, across, marksOf(table));
  if (!hasFigures(table)) {
    sheet.pageSetup.printArea = `A1:${sheet.getColumn(last).letter}4`;
    return;
  }
  let row = putPeriodTable(sheet, HEADS_AT, layout, { view: table.measure, ledger }) + 1;
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
