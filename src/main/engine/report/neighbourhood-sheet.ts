import type { Workbook } from 'exceljs';
import { allProvisional } from '../../../core/performance/signs-of.ts';
import { rankNote } from '../../../core/words/gap-paragraph.ts';
import type { GapView } from '../../../core/performance/gap-view.ts';
import { cityRateToDate } from '../../../core/picture/neighbourhood-picture.ts';
import { sinceApril } from '../../../core/time/period-in-words.ts';
import { neighbourhoodCellId } from '../../../core/disclosure/from-neighbourhoods.ts';
import type { FigureLedger } from './figure-ledger.ts';
import { addSheet } from './page-setup.ts';
import { put, type CellLook } from './place-cells.ts';
import { placePicture } from './place-picture.ts';
import { pictureName, type ReportContent } from './report-content.ts';
import { COLOUR, fill, hairlineBelow, numberFormat, ruleAbove, ruleBelow, signedFormat } from './report-look.ts';
import { putMarks } from './standing-lines.ts';

const HEADS = ['Neighbourhood', 'Rank', 'Priority', 'Crimes', 'Residents', 'Rate', '% of gap'];
const WIDTHS = [31, 7, 11, 9, 11, 9, 10, 3];
/** Heads that say once that all their figures are provisional. */
const SIGNED = ['Crimes', 'Rate'];
const HEADS_AT = 4;
const CHART_AT = 9;
/** Columns that lie under the chart. */
const LAST = 16;

const right = { horizontal: 'right', vertical: 'middle' } as const;

/** The neighbourhoods from the highest rate, the priority ones marked in words, with their dot plot beside. */
export function writeNeighbourhoodSheet(
  book: Workbook,
  content: ReportContent,
  gap: GapView,
  name: string,
  ledger: FigureLedger,
): void {
  const hidden = content.withheld.get('gap');
  const symbol = (id: string): string | null => hidden?.get(id)?.symbol ?? null;
  const sheet = addSheet(book, content, { name, onePage: true, freeze: { row: HEADS_AT, column: 1 } });
  WIDTHS.forEach((width, index) => (sheet.getColumn(index + 1).width = width));
  for (let column = CHART_AT; column <= LAST; column += 1) sheet.getColumn(column).width = 10;
  const days = gap.dataTo === null ? gap.year : sinceApril(gap.year, gap.dataTo);
  put(sheet, 1, 1, `All crime per 1,000 residents by neighbourhood, ${days}`, { font: { bold: true, size: 16 } });
  sheet.getRow(1).height = 25;
  putMarks(sheet, 2, { from: 1, to: LAST }, [
    ...(gap.illustrative ? ['ILLUSTRATIVE: the split by neighbourhood'] : []),
    ...(gap.populationYear === null ? [] : [`Residents: ${gap.populationYear}`]),
    rankNote(gap).replace(/\.$/, ''),
    '% of gap: crimes above what the city rate would give, as a share of the ten’s',
  ]);
  const signs = content.signs.get('gap') ?? new Map<string, string>();
  const provisional = allProvisional(
    signs,
    gap.neighbourhoods.map((one) => neighbourhoodCellId.count(one.name)),
  );
  const revised = (id: string, format: string): string =>
    signedFormat(format, (signs.get(id) ?? '').replace('[p]', '').replace(/\[[xz]\]/, ''));
  HEADS.forEach((head, index) => {
    put(sheet, HEADS_AT, index + 1, provisional && SIGNED.includes(head) ? `${head} [p]` : head, {
      font: { bold: true },
      fill: fill(COLOUR.header),
      border: ruleBelow,
      alignment: index === 0 ? {} : index === 2 ? { indent: 1 } : right,
    });
  });
  sheet.getRow(HEADS_AT).height = 18;
  gap.neighbourhoods.forEach((area, index) => {
    const row = HEADS_AT + 1 + index;
    const look: CellLook = {
      border: hairlineBelow,
      font: { bold: area.priority },
      ...(area.priority ? { fill: fill(COLOUR.current) } : {}),
    };
    const figure = (format: string): CellLook => ({ ...look, format, alignment: right });
    const share = area.shareOfGapPercent;
    put(sheet, row, 1, area.name, look);
    put(sheet, row, 2, area.rank, figure('0'));
    put(sheet, row, 3, area.priority ? 'priority' : null, { ...look, alignment: { indent: 1 } });
    put(
      sheet,
      row,
      4,
      area.count ?? symbol(neighbourhoodCellId.count(area.name)),
      figure(revised(neighbourhoodCellId.count(area.name), numberFormat(0))),
    );
    put(sheet, row, 5, area.population, figure(numberFormat(0)));
    put(
      sheet,
      row,
      6,
      area.ratePerThousand ?? symbol(neighbourhoodCellId.rate(area.name)),
      figure(revised(neighbourhoodCellId.rate(area.name), numberFormat(1))),
    );
    put(sheet, row, 7, share === null ? null : share / 100, figure('0%'));
    sheet.getRow(row).height = 14.5;
    const noted: [string, string, number | null, string, string][] = [
      ['B', 'Rank', area.rank, '0', 'toDate'],
      ['D', 'Crimes', area.count, numberFormat(0), 'toDate'],
      ['E', 'Residents', area.population, numberFormat(0), 'residents'],
      ['F', 'Rate', area.ratePerThousand, numberFormat(1), 'toDate'],
      ['G', '% of gap', share === null ? null : share / 100, '0%', 'toDate'],
    ];
    for (const [column, what, value, format, trace] of noted) {
      ledger.note(
        { sheet: sheet.name, cell: `${column}${String(row)}`, what: `${what}, ${area.name}`, format },
        value,
        { view: 'gap', what: trace, where: '' },
      );
    }
  });
  const after = HEADS_AT + 1 + gap.neighbourhoods.length;
  const at = gap.periods.find((one) => one.period === gap.dataTo);
  const city: CellLook = { border: ruleAbove, font: { bold: true } };
  for (let column = 1; column <= HEADS.length; column += 1) put(sheet, after, column, null, city);
  put(sheet, after, 1, 'The city, crimes without a place included', city);
  put(sheet, after, 4, at?.cityCount ?? null, { ...city, format: numberFormat(0), alignment: right });
  put(sheet, after, 5, gap.cityPopulation, { ...city, format: numberFormat(0), alignment: right });
  put(sheet, after, 6, cityRateToDate(gap), { ...city, format: numberFormat(1), alignment: right });
  const cityFigures: [string, string, number | null, number, string][] = [
    ['D', 'Crimes', at?.cityCount ?? null, 0, 'toDate'],
    ['E', 'Residents', gap.cityPopulation, 0, 'residents'],
    ['F', 'Rate', cityRateToDate(gap), 1, 'toDate'],
  ];
  for (const [column, what, value, decimals, trace] of cityFigures) {
    ledger.note(
      {
        sheet: sheet.name,
        cell: `${column}${String(after)}`,
        what: `${what}, the city`,
        format: numberFormat(decimals),
      },
      value,
      { view: 'gap', what: trace, where: '' },
    );
  }
  const chart = content.pictures.find((one) => one.name === pictureName.neighbourhoods);
  const under = chart === undefined ? after : placePicture(book, sheet, chart, { row: HEADS_AT, column: CHART_AT });
  sheet.pageSetup.printArea = `A1:${sheet.getColumn(LAST).letter}${String(Math.max(after, under))}`;
}
