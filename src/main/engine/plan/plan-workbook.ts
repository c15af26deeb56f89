import type { Worksheet } from 'exceljs';
import { BAND_COLOURS } from '../../../core/picture/plan-look.ts';
import { PLAN_BANDS } from '../../../core/plan/plan.ts';
import type { PlanShown } from '../gather/plan.ts';
import { withFixedZipDates } from '../report/fixed-zip-dates.ts';
import { signBook } from '../report/made-by.ts';
import { heightOf, put, putSentence, putStatus, widthOf } from '../report/place-cells.ts';
import { COLOUR, fill, hairlineBelow, ruleBelow } from '../report/report-look.ts';
import { newWorkbook } from '../report/new-workbook.ts';

const WIDTHS = [14, 24, 23, 23, 27, 15, 21, 24];
/** Points of an A4 page on its side between the sheet's margins. */
const PAGE = { width: 842 - 2 * 0.3 * 72, height: 595 - 2 * 0.35 * 72 };
const TYPE = 11;
const HEADS = [
  'Band',
  'We will (aim)',
  'So that (outputs)',
  'And ultimately (outcomes)',
  'With success measured by (indicators)',
  'Accountable person',
  'Where we are',
  'Why',
];
const LAST = WIDTHS.length;
const argb = (hex: string): string => `FF${hex.slice(1)}`;

/** One line of the upper part: its heading in the first column, its words across the rest. */
function said(sheet: Worksheet, row: number, heading: string, words: string): number {
  if (words === '') return row;
  putSentence(sheet, row, { from: 2, to: LAST }, words, { border: hairlineBelow, font: { size: TYPE } });
  put(sheet, row, 1, heading, {
    font: { bold: true, color: { argb: COLOUR.accent } },
    alignment: { vertical: 'top', wrapText: true },
    border: hairlineBelow,
  });
  const own = heightOf(heading, widthOf(sheet, 1, 1) - 4) + 2;
  sheet.getRow(row).height = Math.max(sheet.getRow(row).height, own);
  return row + 1;
}

/** Shares the room that would be left at the foot of the page among the rows of the plan. */
function fillPage(sheet: Worksheet, planRows: readonly number[], last: number): void {
  const wide = widthOf(sheet, 1, LAST) * 0.75;
  const room = (PAGE.height / PAGE.width) * wide;
  let used = 0;
  for (let row = 1; row <= last; row += 1) used += sheet.getRow(row).height || 15;
  const spare = Math.min(48, Math.max(0, room - used) / Math.max(1, planRows.length));
  for (const row of planRows) sheet.getRow(row).height += spare;
}

/** The plan as one page of a workbook: a row for each row of the plan, its light and why beside it. */
export async function planWorkbook({ plan, lights, savedAt }: PlanShown): Promise<Uint8Array> {
  const book = await newWorkbook();
  signBook(book, { title: `${plan.title}, ${plan.year}`, made: new Date(savedAt) });
  const sheet = book.addWorksheet('Plan on a page', {
    pageSetup: {
      // A4: ECMA-376, 18.3.1.63.
      ...({ paperSize: 9 } as object),
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 1,
      horizontalCentered: true,
      margins: { left: 0.3, right: 0.3, top: 0.35, bottom: 0.35, header: 0.15, footer: 0.15 },
    },
    views: [{ state: 'normal', showGridLines: false }],
  });
  WIDTHS.forEach((width, at) => {
    sheet.getColumn(at + 1).width = width;
  });
  put(sheet, 1, 1, `${plan.title}, ${plan.year}`, { font: { bold: true, size: 18 } });
  sheet.getRow(1).height = 28;
  let row = 2;
  row = said(sheet, row, 'Our vision', plan.vision);
  row = said(sheet, row, 'Who we are', `${plan.whoWeAre.join(' · ')} ${plan.whoWeAreTogether}`.trim());
  row = said(sheet, row, 'Doing the work', plan.doingTheWork.join('\n'));
  row = said(sheet, row, 'What we’re facing', plan.facingWords);
  for (const band of PLAN_BANDS) {
    const items = plan.facing.filter((one) => one.band === band).map(({ text }) => text);
    row = said(sheet, row, BAND_COLOURS[band].words, items.join(' '));
  }
  row = said(sheet, row, 'What we want to see', plan.wantToSee) + 1;
  HEADS.forEach((heading, at) => {
    put(sheet, row, at + 1, heading, {
      font: { bold: true },
      fill: fill(COLOUR.header),
      border: ruleBelow,
      alignment: { wrapText: true, ...(at === 0 ? {} : { indent: 1 }) },
    });
  });
  sheet.getRow(row).height = 30;
  const planRows: number[] = [];
  for (const band of PLAN_BANDS) {
    const first = row + 1;
    for (const [at, one] of plan.rows.entries()) {
      if (one.band !== band) continue;
      row += 1;
      const light = lights[at] ?? { tier: 'not-yet-known' as const, why: '' };
      const words = [one.weWill, one.soThat, one.ultimately, one.measuredBy, one.accountable ?? 'not yet named'];
      words.forEach((text, column) => {
        put(sheet, row, column + 2, text, {
          font: { bold: column === 0, size: TYPE },
          border: hairlineBelow,
          alignment: { wrapText: true, vertical: 'middle', indent: 1 },
        });
      });
      putStatus(sheet, row, 7, light.tier, {
        border: hairlineBelow,
        alignment: { wrapText: true, vertical: 'middle', indent: 1 },
      });
      put(sheet, row, 8, light.why, {
        border: hairlineBelow,
        alignment: { wrapText: true, vertical: 'middle', indent: 1 },
      });
      const heights = [...words, null, light.why].map((text, column) =>
        heightOf(text ?? '', widthOf(sheet, column + 2, column + 2) - 10, TYPE),
      );
      sheet.getRow(row).height = Math.max(...heights) + 6;
      planRows.push(row);
    }
    if (row < first) continue;
    const { strong, words } = BAND_COLOURS[band];
    put(sheet, first, 1, words, {
      font: { bold: true, color: { argb: COLOUR.white } },
      fill: fill(argb(strong)),
      alignment: { vertical: 'middle', horizontal: 'center' },
    });
    if (row > first) sheet.mergeCells(first, 1, row, 1);
  }
  putSentence(sheet, row + 2, { from: 1, to: LAST }, plan.note, { font: { size: 8, color: { argb: COLOUR.muted } } });
  fillPage(sheet, planRows, row + 2);
  sheet.pageSetup.printArea = `A1:H${String(row + 2)}`;
  const written = await book.xlsx.writeBuffer({ zip: { compression: 'DEFLATE' } } as object);
  return withFixedZipDates(new Uint8Array(written));
}
