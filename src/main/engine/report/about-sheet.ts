import type { Workbook, Worksheet } from 'exceljs';
import { SIGN_MEANS } from '../../../core/words/signs.ts';
import { longPeriod } from '../../../core/time/period-in-words.ts';
import { onePeriod, periodInWords } from '../../../core/time/period.ts';
import { dayInWords } from './day-in-words.ts';
import { addSheet } from './page-setup.ts';
import { heightOf, put, putHeading, widthOf, type CellLook } from './place-cells.ts';
import type { ReportContent } from './report-content.ts';
import { COLOUR, fill, hairlineBelow, ruleBelow } from './report-look.ts';

const WIDTHS = [44, 20, 15, 52, 24];

/** Type size of a fingerprint: for looking up, not for reading. */
const FINGERPRINT = 7.5;

const SIGNS: readonly (readonly [string, string])[] = [
  ['(empty)', 'Not known: the period has not come, or the source did not say. Never nought.'],
  ['0', 'Counted, and there were none.'],
  ...Object.entries(SIGN_MEANS),
  ['<5', 'What the source printed in place of a number: a count below 5. It is not added to totals.'],
  ['% change', 'Against the same period last year. Not worked out where last year’s count is below 10.'],
  ['Target (linear)', 'The annual target in equal steps.'],
  ['Target (last year’s share)', 'The annual target shared out as last year fell, so that seasons are allowed for.'],
  [
    '● ▲ ◆',
    'Generally satisfied: on the right side of the profile. Some concerns: within the tolerance on the wrong side. Significant concern: beyond it.',
  ],
  ['○ ◌', 'Monitoring only: watched, not judged. Not yet known: there is nothing to compare.'],
];

function putTable(
  sheet: Worksheet,
  top: number,
  heads: readonly string[],
  rows: readonly (readonly (string | null)[])[],
): number {
  heads.forEach((head, index) =>
    put(sheet, top, index + 1, head, { font: { bold: true }, fill: fill(COLOUR.header), border: ruleBelow }),
  );
  sheet.getRow(top).height = 18;
  const look: CellLook = { border: hairlineBelow, alignment: { wrapText: true, vertical: 'top' } };
  rows.forEach((cells, index) => {
    const row = top + 1 + index;
    cells.forEach((text, column) => {
      put(
        sheet,
        row,
        column + 1,
        text,
        column < 4 ? look : { ...look, font: { size: FINGERPRINT, color: { argb: COLOUR.muted } } },
      );
    });
    const needed = cells.map((text, column) =>
      heightOf(text ?? '', widthOf(sheet, column + 1, column + 1), column < 4 ? 10 : FINGERPRINT),
    );
    sheet.getRow(row).height = Math.max(17, ...needed);
  });
  return top + 1 + rows.length;
}

/** Two columns: a name, and a sentence that runs over the columns to the right of it. */
function putPairs(sheet: Worksheet, top: number, pairs: readonly (readonly [string, string])[]): number {
  const look: CellLook = { border: hairlineBelow, alignment: { wrapText: true, vertical: 'top' } };
  pairs.forEach(([name, says], index) => {
    const row = top + index;
    put(sheet, row, 1, name, { ...look, font: { bold: true } });
    for (let column = 2; column <= WIDTHS.length; column += 1) put(sheet, row, column, null, look);
    put(sheet, row, 2, says, look);
    sheet.mergeCells(row, 2, row, WIDTHS.length);
    sheet.getRow(row).height = Math.max(
      17,
      heightOf(says, widthOf(sheet, 2, WIDTHS.length)),
      heightOf(name, widthOf(sheet, 1, 1) * 0.94),
    );
  });
  return top + pairs.length;
}

/** The last sheet: what was sent, how the figures were made, how far they go, and what the signs mean. */
export function writeAboutSheet(book: Workbook, content: ReportContent, name: string): void {
  const { about } = content;
  const sheet = addSheet(book, content, { name, onePage: false, tab: COLOUR.muted });
  WIDTHS.forEach((width, index) => (sheet.getColumn(index + 1).width = width));
  put(sheet, 1, 1, 'About these figures', { font: { bold: true, size: 16 } });
  sheet.getRow(1).height = 25;
  const month = periodInWords(onePeriod(content.asAt));
  put(sheet, 2, 1, `${content.partnership}, as at ${month}. Made ${dayInWords(content.madeAt)} with Safer Workbench.`, {
    font: { color: { argb: COLOUR.muted } },
  });
  let row = 4;
  putHeading(sheet, row, 'What was sent');
  row = putTable(
    sheet,
    row + 1,
    ['File', 'Sheet', 'Taken in', 'What it holds', 'Fingerprint (SHA-256)'],
    about.sources.map((one) => [one.file, one.sheet, dayInWords(one.importedAt), one.says, one.sha256]),
  );
  putHeading(sheet, ++row, 'How far the data go');
  row = putTable(
    sheet,
    row + 1,
    ['Measure', 'Data to'],
    about.dataTo.map(({ measure, to }) => [measure, to === null ? 'no data yet' : longPeriod(to)]),
  );
  putHeading(sheet, ++row, 'How the figures are made');
  row = putPairs(
    sheet,
    row + 1,
    about.methods.map(({ title, says }) => [title, says] as const),
  );
  if (about.notes.length > 0) {
    putHeading(sheet, ++row, 'Notes');
    row = putPairs(
      sheet,
      row + 1,
      about.notes.map((note, index) => [`Note ${String(index + 1)}`, note] as const),
    );
  }
  putHeading(sheet, ++row, 'Signs and words');
  row = putPairs(sheet, row + 1, SIGNS);
  sheet.pageSetup.printArea = `A1:${sheet.getColumn(WIDTHS.length).letter}${String(row)}`;
}
