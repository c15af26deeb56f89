import type { PageSetup, Workbook, Worksheet } from 'exceljs';
import { periodInWords, onePeriod } from '../../../core/time/period.ts';
import { COLOUR, FONT } from './report-look.ts';
import { dayInWords } from './day-in-words.ts';
import { cellText } from './place-cells.ts';
import type { ReportContent } from './report-content.ts';

/** A4 is paper 9 (ECMA-376, 18.3.1.63); the library's own enum is of no use at run time. */
const A4 = { paperSize: 9 } as unknown as Pick<PageSetup, 'paperSize'>;

/** In a header `&` starts a code; doubled it is the sign itself. */
const headerText = (text: string): string =>
  cellText(text)
    .replace(/[\r\n]+/g, ' ')
    .replaceAll('&', '&&')
    .slice(0, 90);

/** What stands at the head and the foot of every sheet. */
export type SheetHeads = Pick<ReportContent, 'partnership' | 'asAt' | 'madeAt' | 'marking'>;

export interface PageWish {
  readonly name: string;
  /** Whether everything must go on one page; otherwise as many pages as it takes, one wide. */
  readonly onePage: boolean;
  readonly tab?: string;
  readonly freeze?: { readonly row: number; readonly column: number };
}

/** A new sheet: A4 landscape, one page wide, with the partnership, the month and page numbers on every page. */
export function addSheet(book: Workbook, content: SheetHeads, wish: PageWish): Worksheet {
  const month = periodInWords(onePeriod(content.asAt));
  const footer = `Safer Workbench, made ${dayInWords(content.madeAt)}`;
  const type = `&"${FONT},Regular"&8&K${COLOUR.muted.slice(2)}`;
  // Digits right after a size code would be read as part of it.
  const marked = content.marking === null ? '' : `&C&"${FONT},Bold"&9 ${headerText(content.marking)}`;
  const frozen = wish.freeze;
  return book.addWorksheet(wish.name, {
    properties: { defaultRowHeight: 15, ...(wish.tab === undefined ? {} : { tabColor: { argb: wish.tab } }) },
    pageSetup: {
      ...A4,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: wish.onePage ? 1 : 0,
      horizontalCentered: false,
      margins: { left: 0.45, right: 0.45, top: 0.65, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: {
      oddHeader: `&L${type}${headerText(content.partnership)}${marked}&R${type}As at ${month}`,
      oddFooter: `&L${type}${headerText(footer)}&C${content.marking === null ? `${type}&A` : marked.slice(2)}&R${type}Page &P of &N`,
    },
    views: [
      frozen === undefined
        ? { state: 'normal', showGridLines: false }
        : { state: 'frozen', showGridLines: false, ySplit: frozen.row, xSplit: frozen.column },
    ],
  });
}
