import type { Workbook, Worksheet } from 'exceljs';
import { comparisonCellId } from '../../../core/disclosure/keyed-figures.ts';
import type { Signs } from '../../../core/performance/signs-of.ts';
import type { ComparisonView } from '../../../core/performance/comparison-view.ts';
import { areasFromHighest, comparisonTitle } from '../../../core/picture/comparison-picture.ts';
import type { FigureLedger } from './figure-ledger.ts';
import { addSheet } from './page-setup.ts';
import { put, putSentence, type CellLook } from './place-cells.ts';
import { placePicture } from './place-picture.ts';
import { pictureName, WHOLE_GROUP, type ReportContent } from './report-content.ts';
import { COLOUR, fill, hairlineBelow, numberFormat, ruleAbove, ruleBelow, signedFormat } from './report-look.ts';
import { putMarks, putNotes } from './standing-lines.ts';

const WIDTHS = [32, 10, 12, 12, 3];
const HEADS = ['Area', 'Crimes', 'Residents', 'Rate'];
/** Heads that say once that all their figures are provisional. */
const SIGNED = ['Crimes', 'Rate'];
const HEADS_AT = 5;
/** Columns that lie under the chart, so that words may run across the whole page. */
const LAST = 13;
const CHART_AT = 6;

const VERDICT = { inline: 'In line with the group', above: 'Above the group', below: 'Below the group' } as const;

function putAreas(sheet: Worksheet, view: ComparisonView, signs: Signs, ledger: FigureLedger): number {
  const signed = (id: string, format: string): string =>
    signedFormat(format, (signs.get(id) ?? '').replace('[p]', '').replace(/\[[xz]\]/, ''));
  const missing = (id: string): string | null => (signs.get(id) === '[x]' ? '[x]' : null);
  const right: CellLook['alignment'] = { horizontal: 'right', vertical: 'middle' };
  const heads: CellLook = { font: { bold: true }, fill: fill(COLOUR.header), border: ruleBelow };
  HEADS.forEach((head, index) =>
    put(
      sheet,
      HEADS_AT,
      index + 1,
      view.provisional && SIGNED.includes(head) ? `${head} [p]` : head,
      index === 0 ? heads : { ...heads, alignment: right },
    ),
  );
  sheet.getRow(HEADS_AT).height = 18;
  const areas = areasFromHighest(view.areas);
  areas.forEach((area, index) => {
    const row = HEADS_AT + 1 + index;
    const look: CellLook = {
      border: hairlineBelow,
      font: area.own ? { bold: true, color: { argb: COLOUR.accent } } : {},
      ...(area.own ? { fill: fill(COLOUR.current) } : {}),
    };
    const { count, rate } = { count: comparisonCellId.count(area.name), rate: comparisonCellId.rate(area.name) };
    const figure = (decimals: number, id = ''): CellLook => ({
      ...look,
      format: signed(id, numberFormat(decimals)),
      alignment: right,
    });
    put(sheet, row, 1, area.own ? `▶ ${area.name}` : area.name, look);
    put(sheet, row, 2, area.count ?? missing(count), figure(0, count));
    put(sheet, row, 3, area.population, figure(0));
    put(sheet, row, 4, area.ratePerThousand ?? missing(rate), figure(1, rate));
    const noted: [string, string, number | null, number][] = [
      ['B', 'Crimes', area.count, 0],
      ['C', 'Residents', area.population, 0],
      ['D', 'Rate', area.ratePerThousand, 1],
    ];
    for (const [column, what, value, decimals] of noted) {
      ledger.note(
        {
          sheet: sheet.name,
          cell: `${column}${String(row)}`,
          what: `${what}, ${area.name}`,
          format: numberFormat(decimals),
        },
        value,
        { view: view.measure, what: `${view.from} ${view.to}`, where: area.name },
      );
    }
    sheet.getRow(row).height = 17;
  });
  let row = HEADS_AT + 1 + areas.length;
  const summaries: [string, number | string | null, string][] = [
    ['Average of the rates, own included', view.averageUnweighted, numberFormat(1)],
    ['Pooled: all crimes over all residents', view.averagePooled, numberFormat(1)],
    [
      'Own rate against the average',
      view.distancePercent === null ? null : view.distancePercent / 100,
      '+0.0%;-0.0%;0.0%',
    ],
    ['Rank, 1 the lowest rate', view.rank === null ? null : `${String(view.rank)} of ${String(view.of)}`, '@'],
    ['Average − 1 standard deviation', view.limits?.lower ?? null, numberFormat(1)],
    ['Average + 1 standard deviation', view.limits?.upper ?? null, numberFormat(1)],
    ['Verdict', view.verdict === null ? null : VERDICT[view.verdict], '@'],
  ];
  summaries.forEach(([label, value, format], index) => {
    const border = index === 0 ? ruleAbove : hairlineBelow;
    for (let column = 1; column <= 4; column += 1) put(sheet, row, column, null, { border });
    put(sheet, row, 1, label, { border, font: { bold: index === 0 } });
    put(sheet, row, 4, value, { border, format, alignment: right, font: { bold: index === 0 } });
    if (typeof value === 'number')
      ledger.note({ sheet: sheet.name, cell: `D${String(row)}`, what: label, format }, value, {
        view: view.measure,
        what: `${view.from} ${view.to}`,
        where: WHOLE_GROUP,
      });
    sheet.getRow(row).height = 17;
    row += 1;
  });
  return row;
}

/** One comparison with the most similar group: the table on the left, its chart on the right. */
export function writeComparisonSheet(
  book: Workbook,
  content: ReportContent,
  view: ComparisonView,
  name: string,
  ledger: FigureLedger,
): void {
  const sheet = addSheet(book, content, { name, onePage: true, tab: COLOUR.accent });
  WIDTHS.forEach((width, index) => (sheet.getColumn(index + 1).width = width));
  for (let column = CHART_AT; column <= LAST; column += 1) sheet.getColumn(column).width = 11;
  const across = { from: 1, to: LAST };
  put(sheet, 1, 1, comparisonTitle(view), { font: { bold: true, size: 16 } });
  sheet.getRow(1).height = 25;
  putSentence(sheet, 2, across, view.sentence, { font: { size: 11.5 } });
  putMarks(sheet, 3, across, [
    'Most similar group (iQuanta)',
    ...(view.provisional ? ['PROVISIONAL: figures may still change'] : []),
    ...(view.illustrative ? ['ILLUSTRATIVE: the other areas and their figures'] : []),
    `Source: ${view.source.replace(/\.$/, '')}`,
    ...(view.populationYear === null ? [] : [`Residents: ${view.populationYear}`]),
  ]);
  const under = putAreas(
    sheet,
    view,
    content.signs.get(pictureName.comparison(view)) ?? new Map<string, string>(),
    ledger,
  );
  const chart = content.pictures.find((one) => one.name === pictureName.comparison(view));
  const beside = chart === undefined ? under : placePicture(book, sheet, chart, { row: HEADS_AT, column: CHART_AT });
  const row = putNotes(sheet, Math.max(under, beside) + 1, LAST, view.notes);
  sheet.pageSetup.printArea = `A1:${sheet.getColumn(LAST).letter}${String(row)}`;
}
