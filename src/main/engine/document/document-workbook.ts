import type { Workbook, Worksheet } from 'exceljs';
import type { EvidenceColumn } from '../../../core/assessment/evidence-table.ts';
import { longPeriod } from '../../../core/time/period-in-words.ts';
import { withFixedZipDates } from '../report/fixed-zip-dates.ts';
import { madeOn, signBook } from '../report/made-by.ts';
import { addSheet } from '../report/page-setup.ts';
import { heightOf, put, putHeading, putSentence, widthOf } from '../report/place-cells.ts';
import { placePicture } from '../report/place-picture.ts';
import { COLOUR, fill, hairlineBelow, numberFormat, ruleAbove, ruleBelow } from '../report/report-look.ts';
import { sheetNames } from '../report/sheet-names.ts';
import type { DocumentContent, DocumentTable, Piece } from './chapter.ts';

/** Characters: rows’ heads, words, numbers. */
const WIDTH = { head: 34, words: 38, number: 12, hour: 6.5 };
const MANY = 14;
const USUAL_ROW = 15;
/** Characters of a column of words that has the sheet to itself. */
const ALONE = 90;
const LEAST = 4;

/** Percentages stand as percentages, pounds as pounds: the number is the same as on paper. */
function formatOf({ decimals = 0, signed = false, prefix, suffix }: EvidenceColumn): string {
  const plain = numberFormat(decimals);
  const with_ = `${prefix === undefined ? '' : '"£"'}${plain}${suffix === undefined ? '' : '"%"'}`;
  return signed ? `+${with_};-${with_};${with_}` : with_;
}

function putTable(sheet: Worksheet, top: number, table: DocumentTable): number {
  let row = top;
  const notes = table.rows.some(({ note }) => note !== undefined);
  const heads = [
    { head: table.rowHead, under: '', kind: 'words' },
    ...table.columns,
    ...(notes ? [{ head: 'Note', under: '', kind: 'words' }] : []),
  ];
  heads.forEach(({ head, under = '', kind }, at) => {
    put(sheet, row, at + 1, under === '' ? head : `${head}\n${under}`, {
      font: { bold: true },
      fill: fill(COLOUR.header),
      border: ruleBelow,
      alignment: { wrapText: true, vertical: 'bottom', horizontal: kind === 'number' ? 'right' : 'left' },
    });
  });
  sheet.getRow(row).height = 44;
  row += 1;
  for (const line of table.rows) {
    const bold = line.weight !== undefined;
    const border = line.weight === 'total' ? ruleAbove : hairlineBelow;
    put(sheet, row, 1, line.head, { font: { bold }, border, alignment: { wrapText: true, vertical: 'top' } });
    table.columns.forEach((column, at) => {
      const value = line.cells[at] ?? null;
      const look = { font: { bold: bold && column.kind === 'number' }, border };
      if (column.kind === 'words' || typeof value === 'string')
        put(sheet, row, at + 2, value, {
          ...look,
          alignment: { wrapText: true, vertical: 'top', horizontal: column.kind === 'number' ? 'right' : 'left' },
        });
      else put(sheet, row, at + 2, value, { ...look, format: formatOf(column), alignment: { vertical: 'top' } });
    });
    if (notes)
      put(sheet, row, table.columns.length + 2, line.note ?? null, {
        border,
        alignment: { wrapText: true, vertical: 'top' },
      });
    const wrapped: [string, number][] = [
      [line.head, 1],
      ...table.columns.flatMap((column, at): [string, number][] => {
        const value = line.cells[at];
        return column.kind === 'words' && typeof value === 'string' ? [[value, at + 2]] : [];
      }),
      ...(line.note === undefined ? [] : [[line.note, table.columns.length + 2] as [string, number]]),
    ];
    const needed = wrapped.map(([text, column]) => heightOf(text, widthOf(sheet, column, column)));
    sheet.getRow(row).height = Math.max(USUAL_ROW, ...needed);
    row += 1;
  }
  return row;
}

function setWidths(sheet: Worksheet, pieces: readonly Piece[]): number {
  const tables = pieces.flatMap((piece) => (piece.kind === 'table' ? [piece.table] : []));
  const last = Math.max(
    LEAST,
    ...tables.map(({ columns, rows }) => columns.length + 1 + (rows.some(({ note }) => note !== undefined) ? 1 : 0)),
  );
  sheet.getColumn(1).width = WIDTH.head;
  for (let column = 2; column <= last; column += 1) {
    const kinds = tables.map(({ columns }) => columns[column - 2]?.kind ?? (columns.length < MANY ? 'words' : null));
    const many = tables.some(({ columns }) => columns.length > MANY);
    const alone = tables.length > 0 && tables.every(({ columns }) => columns.length === 1);
    sheet.getColumn(column).width = many
      ? WIDTH.hour
      : alone
        ? column === 2
          ? ALONE
          : WIDTH.number
        : kinds.includes('words')
          ? WIDTH.words
          : WIDTH.number;
  }
  return last;
}

function putPieces(book: Workbook, sheet: Worksheet, pieces: readonly Piece[], top: number, last: number): number {
  const across = { from: 1, to: last };
  let row = top;
  for (const piece of pieces) {
    if (piece.kind === 'words') {
      const quiet = piece.style === 'note';
      putSentence(sheet, row, across, piece.text, {
        font: quiet ? { size: 9, color: { argb: COLOUR.muted } } : { size: piece.style === 'lead' ? 11 : 10 },
      });
      row += 1;
    } else if (piece.kind === 'table') {
      row = putTable(sheet, row + 1, piece.table) + 1;
    } else {
      const width = Math.min(piece.picture.width, Math.max(420, widthOf(sheet, 1, last)));
      row = placePicture(book, sheet, piece.picture, { row: row + 1, column: 1, width }) + 1;
    }
  }
  return row;
}

/** The contents of the workbook: every sheet with a link to it. */
function putContents(
  sheet: Worksheet,
  content: DocumentContent,
  listed: readonly { name: string; title: string; chapter: string }[],
): void {
  sheet.getColumn(1).width = 46;
  sheet.getColumn(2).width = 60;
  put(sheet, 1, 1, content.title, { font: { bold: true, size: 18 } });
  sheet.getRow(1).height = 28;
  put(sheet, 2, 1, content.partnership, { font: { bold: true, color: { argb: COLOUR.accent } } });
  put(sheet, 3, 1, content.under);
  put(sheet, 4, 1, `Figures as at ${longPeriod(content.asAt)}`);
  content.frontNotes.forEach((text, at) => {
    putSentence(sheet, 5 + at, { from: 1, to: 2 }, text, { font: { size: 9, color: { argb: COLOUR.muted } } });
  });
  let row = 6 + content.frontNotes.length;
  putHeading(sheet, row, 'Contents');
  row += 1;
  for (const { name, title, chapter } of listed) {
    const cell = put(sheet, row, 1, title, {
      font: { color: { argb: COLOUR.accent }, underline: true },
      border: hairlineBelow,
    });
    cell.value = { text: title, hyperlink: `#'${name.replaceAll("'", "''")}'!A1` };
    put(sheet, row, 2, chapter, { border: hairlineBelow });
    row += 1;
  }
}

/** The whole document as a workbook: a sheet for each section with a table or a chart, the rest together by chapter. */
export async function documentWorkbook(content: DocumentContent): Promise<Uint8Array> {
  const { default: ExcelJS } = await import('exceljs');
  const book = new ExcelJS.Workbook();
  signBook(book, { title: `${content.partnership}: ${content.title}`, made: madeOn(content) });
  const heads = {
    partnership: content.partnership,
    asAt: content.asAt as never,
    madeAt: content.madeAt,
    marking: content.marking,
  };
  const nameFor = sheetNames();
  const contents = nameFor('Contents');
  const first = addSheet(book, heads, { name: contents, onePage: true });
  const listed: { name: string; title: string; chapter: string }[] = [];
  for (const chapter of content.chapters) {
    for (const section of chapter.sections) {
      const title = section.title ?? chapter.title;
      const name = nameFor(title);
      const sheet = addSheet(book, heads, { name, onePage: false });
      const last = setWidths(sheet, section.pieces);
      put(sheet, 1, 1, title, { font: { bold: true, size: 16 } });
      sheet.getRow(1).height = 25;
      const end = putPieces(book, sheet, section.pieces, 2, last);
      sheet.pageSetup.printArea = `A1:${sheet.getColumn(last).letter}${String(end)}`;
      listed.push({ name, title, chapter: chapter.title });
    }
  }
  putContents(first, content, listed);
  const written = await book.xlsx.writeBuffer({ zip: { compression: 'DEFLATE' } } as object);
  return withFixedZipDates(new Uint8Array(written));
}
