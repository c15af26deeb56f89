import type { Worksheet } from 'exceljs';
import { longPeriod } from '../../../core/time/period-in-words.ts';
import { withFixedZipDates } from '../report/fixed-zip-dates.ts';
import { madeOn, signBook } from '../report/made-by.ts';
import { addSheet } from '../report/page-setup.ts';
import { put, putHeading, putSentence } from '../report/place-cells.ts';
import { COLOUR, hairlineBelow } from '../report/report-look.ts';
import { sheetNames } from '../report/sheet-names.ts';
import type { DocumentContent } from './chapter.ts';
import { putSection } from './document-sheet.ts';
import { newWorkbook } from '../report/new-workbook.ts';

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
  const book = await newWorkbook();
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
      putSection(book, sheet, title, section);
      listed.push({ name, title, chapter: chapter.title });
    }
  }
  putContents(first, content, listed);
  const written = await book.xlsx.writeBuffer({ zip: { compression: 'DEFLATE' } } as object);
  return withFixedZipDates(new Uint8Array(written));
}
