import type { Workbook, Worksheet } from 'exceljs';
import { shareCellId } from '../../../core/disclosure/from-share.ts';
import type { ShareOf, ShareView } from '../../../core/performance/share-view.ts';
import { longPeriod } from '../../../core/time/period-in-words.ts';
import { NOT_READY } from '../../../core/words/exception-paragraph.ts';
import type { FigureLedger } from './figure-ledger.ts';
import { addSheet } from './page-setup.ts';
import { put, putSentence, putStatus, type CellLook } from './place-cells.ts';
import { placePicture } from './place-picture.ts';
import { putFormula } from './put-formula.ts';
import { pictureName, type ReportContent } from './report-content.ts';
import {
  COLOUR,
  fill,
  hairlineBelow,
  numberFormat,
  ruleAbove,
  ruleBelow,
  signedFormat,
  STATUS,
} from './report-look.ts';
import { putMarks, putNotes } from './standing-lines.ts';

const WIDTHS = [34, 24, 24, 11, 13, 13, 13];
const LAST = WIDTHS.length;
const HEADS_AT = 6;
const COUNT = numberFormat(0);
const WHOLE_PERCENT = '0%';
const right = { horizontal: 'right', vertical: 'middle' } as const;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const fraction = (percent: number | null): number | null => (percent === null ? null : percent / 100);

function putHeads(sheet: Worksheet, row: number, heads: readonly string[]): void {
  heads.forEach((head, index) =>
    put(sheet, row, index + 1, head, {
      font: { bold: true },
      fill: fill(COLOUR.header),
      border: ruleBelow,
      alignment: index === 0 ? {} : { ...right, wrapText: true },
    }),
  );
  sheet.getRow(row).height = 32;
}

interface Line {
  readonly label: string;
  /** Its number among the cells of the share: 0 is the year to date. */
  readonly n: number;
  readonly period: string;
  readonly share: ShareOf;
  readonly lastYear: number | null;
}

function putShares(sheet: Worksheet, content: ReportContent, view: ShareView, ledger: FigureLedger): number {
  const hidden = content.withheld.get(view.measure);
  const signs = content.signs.get(view.measure);
  putHeads(sheet, HEADS_AT, [
    view.cadence === 'quarter' ? 'Quarter' : 'Month',
    capital(view.partWords),
    capital(view.wholeWords),
    '%',
    '95% from',
    '95% to',
    '% last year',
  ]);
  const lines: Line[] = [
    ...view.periods.map((share, at) => ({
      label: longPeriod(share.period),
      n: at + 1,
      period: share.period,
      share,
      lastYear: share.lastYearPercent,
    })),
    { label: 'Since April', n: 0, period: '', share: view.toDate, lastYear: view.lastYearToDate.percent },
  ];
  lines.forEach(({ label, n, period, share, lastYear }, index) => {
    const row = HEADS_AT + 1 + index;
    const look: CellLook = { border: n === 0 ? ruleAbove : hairlineBelow, font: { bold: n === 0 }, alignment: right };
    const note = (column: string, what: string, value: number | null, format: string, trace = 'share') => {
      ledger.note({ sheet: sheet.name, cell: `${column}${String(row)}`, what: `${what}, ${label}`, format }, value, {
        view: view.measure,
        what: trace,
        where: period,
      });
    };
    const symbol = (id: string): string | null => {
      const sign = signs?.get(id) ?? '';
      return hidden?.get(id)?.symbol ?? (sign === '[x]' || sign === '[z]' ? sign : null);
    };
    const formatOf = (id: string, format: string): string => {
      const sign = signs?.get(id) ?? '';
      return signedFormat(format, sign === '[x]' || sign === '[z]' ? '' : sign);
    };
    put(sheet, row, 1, label, { ...look, alignment: {} });
    put(sheet, row, 2, share.part ?? symbol(shareCellId.part(n)), {
      ...look,
      format: formatOf(shareCellId.part(n), COUNT),
    });
    put(sheet, row, 3, share.whole ?? symbol(shareCellId.whole(n)), {
      ...look,
      format: formatOf(shareCellId.whole(n), COUNT),
    });
    if (share.part !== null && share.whole !== null && share.percent !== null) {
      putFormula(sheet, row, 4, `B${String(row)}/C${String(row)}`, share.percent / 100, {
        ...look,
        format: formatOf(shareCellId.percent(n), WHOLE_PERCENT),
      });
    } else
      put(sheet, row, 4, fraction(share.percent) ?? symbol(shareCellId.percent(n)), { ...look, format: WHOLE_PERCENT });
    put(sheet, row, 5, fraction(share.lower), { ...look, format: WHOLE_PERCENT });
    put(sheet, row, 6, fraction(share.upper), { ...look, format: WHOLE_PERCENT });
    put(sheet, row, 7, fraction(lastYear), { ...look, format: WHOLE_PERCENT });
    sheet.getRow(row).height = 17;
    note('B', capital(view.partWords), share.part, COUNT);
    note('C', capital(view.wholeWords), share.whole, COUNT);
    note('D', '%', fraction(share.percent), WHOLE_PERCENT);
    note('E', '95% limit, lower', fraction(share.lower), WHOLE_PERCENT);
    note('F', '95% limit, upper', fraction(share.upper), WHOLE_PERCENT);
    note('G', '% last year', fraction(lastYear), WHOLE_PERCENT, 'lastYear');
  });
  return HEADS_AT + 1 + lines.length;
}

function putDomains(sheet: Worksheet, top: number, view: ShareView, ledger: FigureLedger): number {
  const domains = view.distance?.domains ?? [];
  if (domains.length === 0) return top;
  putHeads(sheet, top, ['Domain', 'Clients scored twice', 'Mean at entry', 'Mean at exit', 'Mean change']);
  domains.forEach((domain, index) => {
    const row = top + 1 + index;
    const look: CellLook = { border: hairlineBelow, alignment: right };
    put(sheet, row, 1, domain.domain, { border: hairlineBelow });
    const figures: [string, number | null, string][] = [
      ['Clients scored twice', domain.clients, COUNT],
      ['Mean at entry', domain.meanEntry, numberFormat(1)],
      ['Mean at exit', domain.meanExit, numberFormat(1)],
      ['Mean change', domain.meanChange, '+0.0;-0.0;0.0'],
    ];
    figures.forEach(([what, value, format], column) => {
      put(sheet, row, 2 + column, value, { ...look, format });
      ledger.note(
        {
          sheet: sheet.name,
          cell: `${'BCDE'.charAt(column)}${String(row)}`,
          what: `${what}, ${domain.domain}`,
          format,
        },
        value,
        { view: view.measure, what: 'domain', where: '' },
      );
    });
    sheet.getRow(row).height = 17;
  });
  return top + 1 + domains.length;
}

function marksOf(view: ShareView): string[] {
  const withoutExit = view.distance?.withoutExit ?? null;
  return [
    view.dataTo === null ? 'No data yet' : `Data to ${longPeriod(view.dataTo)}`,
    ...(view.provisional && view.dataTo !== null ? ['PROVISIONAL: figures may still change'] : []),
    ...(view.illustrative ? ['ILLUSTRATIVE figures'] : []),
    ...(withoutExit === null || withoutExit === 0 ? [] : [`${String(withoutExit)} not left yet, counted apart`]),
    `Source: ${view.source.replace(/\.$/, '')}`,
    `Owner: ${view.owner}`,
  ];
}

/** A percentage, a cohort or distance travelled: n, N and limits by period, the star's domains, and the chart. */
export function writeShareSheet(
  book: Workbook,
  content: ReportContent,
  view: ShareView,
  name: string,
  ledger: FigureLedger,
): void {
  const tier = view.dataTo === null ? 'not-yet-known' : view.status.tier;
  const sheet = addSheet(book, content, { name, onePage: true, tab: STATUS[tier].ink });
  WIDTHS.forEach((width, index) => (sheet.getColumn(index + 1).width = width));
  const across = { from: 1, to: LAST };
  put(sheet, 1, 1, view.name, { font: { bold: true, size: 16 } });
  sheet.getRow(1).height = 25;
  putSentence(sheet, 2, across, view.dataTo === null ? NOT_READY : view.sentence, { font: { size: 11.5 } });
  putStatus(sheet, 3, 1, tier, { alignment: { indent: 1 } });
  put(
    sheet,
    3,
    2,
    view.targetWords === null ? 'No target: watched, not judged' : `${view.year} target: ${view.targetWords}`,
    {
      alignment: { indent: 1 },
    },
  );
  sheet.getRow(3).height = 19;
  putMarks(sheet, 4, across, marksOf(view));
  let row = HEADS_AT;
  if (view.dataTo !== null) {
    row = putShares(sheet, content, view, ledger) + 1;
    row = putDomains(sheet, row, view, ledger) + 1;
  }
  row = putNotes(sheet, row, LAST, view.notes) + 1;
  const chart = content.pictures.find((one) => one.name === pictureName.share(view.measure));
  if (chart !== undefined)
    row = placePicture(book, sheet, chart, { row, column: 1, width: Math.min(chart.width, 960) });
  sheet.pageSetup.printArea = `A1:${sheet.getColumn(LAST).letter}${String(row)}`;
}
