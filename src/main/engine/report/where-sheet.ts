import type { Workbook } from 'exceljs';
import { cellsInWords } from '../pack/cells-in-words.ts';
import type { FigureLedger } from './figure-ledger.ts';
import { addSheet } from './page-setup.ts';
import { cellText, heightOf, put, putSentence, widthOf } from './place-cells.ts';
import type { ReportContent } from './report-content.ts';
import { COLOUR, fill, font, hairlineBelow, ruleBelow } from './report-look.ts';

const HEADS = ['Sheet', 'Cell', 'Figure', 'Value', 'Read from file', 'Sheet in it', 'Cells in it'];
const WIDTHS = [26, 8, 46, 12, 50, 22, 56];
const HEADS_AT = 4;
const ONE_LINE = 18;
const NO_CELLS = 'worked out from the target (see the measure’s definition)';

/** One line for each figure of the workbook: a link to it, and every cell it was read from. */
export function writeWhereSheet(book: Workbook, content: ReportContent, ledger: FigureLedger, name: string): void {
  const sheet = addSheet(book, content, {
    name,
    onePage: false,
    tab: COLOUR.muted,
    freeze: { row: HEADS_AT, column: 0 },
  });
  WIDTHS.forEach((width, index) => (sheet.getColumn(index + 1).width = width));
  put(sheet, 1, 1, 'Where each figure comes from', { font: { bold: true, size: 16 } });
  sheet.getRow(1).height = 25;
  putSentence(
    sheet,
    2,
    { from: 1, to: WIDTHS.length },
    'Each figure of this workbook with the file, sheet and cells it was read from. A running total rests on all the cells since April, a change on both years. A figure from more than one file takes more than one line.',
    { font: { color: { argb: COLOUR.muted } } },
  );
  HEADS.forEach((head, index) =>
    put(sheet, HEADS_AT, index + 1, head, {
      font: { bold: true },
      fill: fill(COLOUR.header),
      border: ruleBelow,
      alignment: index === 3 ? { horizontal: 'right' } : index === 4 ? { indent: 1 } : {},
    }),
  );
  let row = HEADS_AT + 1;
  for (const line of ledger.lines) {
    const places = cellsInWords(line.from);
    const lines = places.length === 0 ? [{ file: '', sheet: '', cells: NO_CELLS }] : places;
    for (const [index, place] of lines.entries()) {
      const whole = index === lines.length - 1;
      // One line below each figure, not below each of its files.
      const look = {
        ...(whole ? { border: hairlineBelow } : {}),
        alignment: { vertical: 'top' as const, wrapText: true },
      };
      if (index > 0) for (const column of [1, 2, 3, 4]) put(sheet, row, column, null, look);
      if (index === 0) {
        put(sheet, row, 1, line.sheet, look);
        const link = put(sheet, row, 2, null, look);
        link.value = {
          text: cellText(line.cell),
          hyperlink: `#'${line.sheet.replaceAll("'", "''")}'!${line.cell}:${line.cell}`,
        };
        link.font = font({ color: { argb: COLOUR.accent } });
        put(sheet, row, 3, line.what, look);
        put(sheet, row, 4, line.value, { ...look, format: line.format });
      }
      // Figures end where the next column's words begin: a step apart.
      put(sheet, row, 5, place.file, { ...look, alignment: { ...look.alignment, indent: 1 } });
      put(sheet, row, 6, place.sheet, look);
      put(sheet, row, 7, place.cells, look);
      const wrapped: [number, string][] = [
        [3, index === 0 ? line.what : ''],
        [5, place.file],
        [6, place.sheet],
        [7, place.cells],
      ];
      const needed = Math.max(...wrapped.map(([at, text]) => heightOf(text, widthOf(sheet, at, at))));
      if (needed > ONE_LINE) sheet.getRow(row).height = needed;
      row += 1;
    }
  }
  sheet.autoFilter = { from: { row: HEADS_AT, column: 1 }, to: { row: HEADS_AT, column: HEADS.length } };
  sheet.pageSetup.printTitlesRow = `${String(HEADS_AT)}:${String(HEADS_AT)}`;
  sheet.pageSetup.printArea = `A1:G${String(Math.max(row - 1, HEADS_AT))}`;
}
