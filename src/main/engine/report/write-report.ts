import { longPeriod } from '../../../core/time/period-in-words.ts';
import type { ComparisonView } from '../../../core/performance/comparison-view.ts';
import { writeAboutSheet } from './about-sheet.ts';
import { writeComparisonSheet } from './comparison-sheet.ts';
import { withFixedZipDates } from './fixed-zip-dates.ts';
import { FigureLedger } from './figure-ledger.ts';
import { madeOn, signBook } from './made-by.ts';
import { writeGapSheet } from './gap-sheet.ts';
import { writeMeasureSheet } from './measure-sheet.ts';
import { writeNeighbourhoodSheet } from './neighbourhood-sheet.ts';
import type { ReportContent } from './report-content.ts';
import { writeShareSheet } from './share-sheet.ts';
import { sheetNames } from './sheet-names.ts';
import { writeSummarySheet } from './summary-sheet.ts';
import { writeWhereSheet } from './where-sheet.ts';
import { writeWhole } from './write-whole.ts';
import { newWorkbook } from './new-workbook.ts';

/** `MSG Jan to Mar 2015`. */
function comparisonName(view: ComparisonView): string {
  const from = longPeriod(view.from);
  const to = longPeriod(view.to);
  const months = from === to ? to : `${from.slice(0, 3)} to ${to.slice(0, 3)} ${to.slice(-4)}`;
  return view.measure === 'all-crime' ? `MSG ${months}` : `MSG ${view.measureName} ${months}`;
}

/** The board workbook as bytes: the same content is the same file. */
export async function reportBytes(content: ReportContent): Promise<{ bytes: Uint8Array; sheets: string[] }> {
  const book = await newWorkbook();
  const title = `${content.partnership}: performance to ${longPeriod(content.asAt)}`;
  signBook(book, { title, made: madeOn(content) });
  const tables = content.gap === null ? content.tables : content.tables.filter((table) => table.measure !== 'gap');
  const told = { ...content, tables };
  const nameFor = sheetNames();
  const summary = nameFor('Summary');
  const gap = nameFor('The gap');
  const neighbourhoods = nameFor('Neighbourhoods');
  const named = {
    summary,
    gap,
    // Sheet names are at most 31 signs.
    tables: tables.map((table) => nameFor(content.shortNames.get(table.measure) ?? table.name)),
    shares: content.shares.map((share) => nameFor(share.shortName)),
    comparisons: content.comparisons.map((view) => nameFor(comparisonName(view))),
    about: nameFor('About these figures'),
    where: nameFor('Where each figure comes from'),
  };
  const ledger = new FigureLedger(content.traces);
  writeSummarySheet(book, told, named, ledger);
  if (told.gap !== null) {
    writeGapSheet(book, told, told.gap, gap, ledger);
    if (told.gap.neighbourhoods.length > 0) writeNeighbourhoodSheet(book, told, told.gap, neighbourhoods, ledger);
  }
  tables.forEach((table, index) => {
    writeMeasureSheet(book, told, table, named.tables[index] ?? table.measure, ledger);
  });
  told.shares.forEach((view, index) => {
    writeShareSheet(book, told, view, named.shares[index] ?? view.measure, ledger);
  });
  told.comparisons.forEach((view, index) => {
    writeComparisonSheet(book, told, view, named.comparisons[index] ?? view.measure, ledger);
  });
  writeAboutSheet(book, told, named.about);
  writeWhereSheet(book, told, ledger, named.where);
  const written = await book.xlsx.writeBuffer({ zip: { compression: 'DEFLATE' } } as object);
  return { bytes: withFixedZipDates(new Uint8Array(written)), sheets: book.worksheets.map((sheet) => sheet.name) };
}

/** Writes the board workbook whole or not at all, and answers the names of its sheets in order. */
export async function writeReport(path: string, content: ReportContent): Promise<{ sheets: string[] }> {
  const { bytes, sheets } = await reportBytes(content);
  await writeWhole(path, bytes);
  return { sheets };
}
