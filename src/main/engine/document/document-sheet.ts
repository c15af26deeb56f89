import type { Workbook, Worksheet } from 'exceljs';
import { evidenceCellText, type EvidenceCell, type EvidenceColumn } from '../../../core/assessment/evidence-table.ts';
import { textWidth } from '../../../core/picture/text-width.ts';
import { heightOf, put, putSentence, widthOf } from '../report/place-cells.ts';
import { placePicture } from '../report/place-picture.ts';
import { COLOUR, fill, hairlineBelow, numberFormat, ruleAbove, ruleBelow } from '../report/report-look.ts';
import type { DocumentTable, Section } from './chapter.ts';
import { shadeOf, shadedUpTo } from './lay-out-table.ts';

/** Characters a page across holds in type that can be read: a wider table wraps its words instead of shrinking. */
const PAGE = 132;
/** Characters: the least a column is wide, and the most one of words is. */
const LEAST = { words: 9, number: 8 };
const MOST_WORDS = 60;
const LEAST_COLUMNS = 4;
/** Characters beside a column’s text. */
const AIR = 2.5;
/** Points of a row, and of a page across between its margins. */
const USUAL_ROW = 15;
const PAGE_HIGH = 505;
/** Rows; a longer table goes on to another page. */
const LONG = 24;
/** Pixels; a chart is set no wider, so that its words are as large as the cells’. */
const CHART = 760;
/** Pixels of a column’s character; the sheet’s type runs wider than the one whose widths are known. */
const CHARACTER = 7 / 1.14;

interface Column {
  readonly head: string;
  readonly kind: 'words' | 'number';
  readonly texts: readonly string[];
}

const charactersOf = (text: string): number =>
  Math.max(0, ...text.split('\n').map((line) => Math.ceil(textWidth(line, 13.3) / CHARACTER)));
const longestWord = (text: string): number => Math.max(0, ...text.split(/\s+/).map(charactersOf));

const hasNotes = ({ rows }: DocumentTable): boolean => rows.some(({ note }) => note !== undefined);

function columnsOf(table: DocumentTable): Column[] {
  return [
    // Heads of groups run on over the empty cells beside them.
    {
      head: table.rowHead,
      kind: 'words',
      texts: table.rows.flatMap(({ head, weight }) => (weight === 'part' ? [] : [head])),
    },
    ...table.columns.map((column, at): Column => ({
      head: column.under === undefined ? column.head : `${column.head} ${column.under}`,
      kind: column.kind,
      texts: table.rows.map(({ cells }) => evidenceCellText(column, cells[at] ?? null)),
    })),
    ...(hasNotes(table)
      ? [{ head: 'Latest word', kind: 'words' as const, texts: table.rows.map(({ note }) => note ?? '') }]
      : []),
  ];
}

/** Widths in characters: numbers as wide as they are, words sharing what is left of a page that can be read. */
function widthsOf(tables: readonly DocumentTable[]): number[] {
  const all = tables.map(columnsOf);
  const count = Math.max(LEAST_COLUMNS, ...all.map((columns) => columns.length));
  const wanted = Array.from({ length: count }, (_, at) => {
    const here = all.flatMap((columns) => columns[at] ?? []);
    const words = here.some(({ kind }) => kind === 'words');
    const least = Math.max(
      words ? LEAST.words : tables.some(({ shaded }) => shaded === true) ? 0 : LEAST.number,
      ...here.flatMap(({ head, kind, texts }) => [
        longestWord(head) * 1.08,
        ...texts.map((text) => (kind === 'number' ? charactersOf(text) : Math.min(longestWord(text), MOST_WORDS))),
      ]),
    );
    const most = words
      ? Math.min(
          MOST_WORDS * (count < 4 ? 2 : 1),
          Math.max(least, ...here.flatMap(({ texts }) => texts.map(charactersOf))),
        )
      : least;
    return { least: least + AIR, most: most + AIR };
  });
  const spare = Math.max(0, PAGE - wanted.reduce((sum, { least }) => sum + least, 0));
  const hunger = wanted.reduce((sum, { least, most }) => sum + most - least, 0);
  const share = hunger === 0 ? 0 : Math.min(1, spare / hunger);
  return wanted.map(({ least, most }) => Math.round((least + (most - least) * share) * 10) / 10);
}

/** Percentages stand as percentages, pounds as pounds: the number is the same as on paper, and «−0.0» is never shown. */
function formatOf({ decimals = 0, signed = false, prefix, suffix }: EvidenceColumn): string {
  const plain = numberFormat(decimals);
  const with_ = `${prefix === undefined ? '' : '"£"'}${plain}${suffix === undefined ? '' : '"%"'}`;
  const half = String(0.5 / 10 ** decimals);
  return signed ? `[>=${half}]+${with_};[<=-${half}]-${with_};${with_}` : with_;
}

const TEXT = { wrapText: true, vertical: 'middle' } as const;

function putHeads(sheet: Worksheet, row: number, table: DocumentTable): void {
  const heads = [
    { head: table.rowHead, under: '', kind: 'words' as const },
    ...table.columns,
    ...(hasNotes(table) ? [{ head: 'Latest word', under: '', kind: 'words' as const }] : []),
  ];
  let high = USUAL_ROW + 3;
  heads.forEach(({ head, under = '', kind }, at) => {
    const text = under === '' ? head : `${head}\n${under}`;
    put(sheet, row, at + 1, text, {
      font: { bold: true },
      fill: fill(COLOUR.header),
      border: ruleBelow,
      alignment: {
        wrapText: true,
        vertical: 'bottom',
        ...(kind === 'number' ? { horizontal: 'right' } : { indent: at === 0 ? 0 : 1 }),
      },
    });
    high = Math.max(high, heightOf(text, widthOf(sheet, at + 1, at + 1) / 1.03) + 3);
  });
  sheet.getRow(row).height = high;
}

function putCell(
  sheet: Worksheet,
  at: { readonly row: number; readonly column: number },
  given: { readonly column: EvidenceColumn; readonly value: EvidenceCell },
  look: { readonly font: object; readonly border: object; readonly fill?: ReturnType<typeof fill> },
): void {
  const { column, value } = given;
  if (column.kind === 'words') put(sheet, at.row, at.column, value, { ...look, alignment: { ...TEXT, indent: 1 } });
  else if (typeof value === 'string')
    put(sheet, at.row, at.column, value, { ...look, alignment: { ...TEXT, horizontal: 'right' } });
  else put(sheet, at.row, at.column, value, { ...look, format: formatOf(column) });
}

function putTable(sheet: Worksheet, top: number, table: DocumentTable): number {
  putHeads(sheet, top, table);
  const noteColumn = hasNotes(table) ? table.columns.length + 2 : null;
  const darkest = table.shaded === true ? shadedUpTo(table) : null;
  let row = top + 1;
  for (const line of table.rows) {
    const bold = line.weight !== undefined;
    const border = line.weight === 'total' ? ruleAbove : hairlineBelow;
    const isGroup = line.weight === 'part';
    put(sheet, row, 1, line.head, { font: { bold }, border, alignment: isGroup ? { vertical: 'middle' } : TEXT });
    table.columns.forEach((column, at) => {
      const value = line.cells[at] ?? null;
      const shade = darkest === null || bold || at >= table.columns.length - 2 ? null : shadeOf(value, darkest);
      putCell(
        sheet,
        { row, column: at + 2 },
        { column, value },
        {
          font: { bold: bold && column.kind === 'number' },
          border,
          ...(shade === null ? {} : { fill: fill(`FF${shade}`) }),
        },
      );
    });
    if (noteColumn !== null)
      put(sheet, row, noteColumn, line.note ?? null, { border, alignment: { ...TEXT, indent: 1 } });
    const wrapped = [
      ...(isGroup ? [] : [{ text: line.head, at: 1 }]),
      ...table.columns.flatMap((column, at) => {
        const value = line.cells[at];
        return column.kind === 'words' && typeof value === 'string' ? [{ text: value, at: at + 2 }] : [];
      }),
      ...(noteColumn === null ? [] : [{ text: line.note ?? '', at: noteColumn }]),
    ];
    const needed = wrapped.map(({ text, at }) => heightOf(text, widthOf(sheet, at, at) - (at === 1 ? 0 : 6)));
    sheet.getRow(row).height = Math.max(USUAL_ROW, ...needed);
    row += 1;
  }
  return row;
}

const heightFrom = (sheet: Worksheet, from: number, to: number): number => {
  let points = 0;
  for (let row = from; row < to; row += 1) points += sheet.getRow(row).height || USUAL_ROW;
  return points;
};

/** Fills the sheet of one section: title, words, tables with their heads frozen and repeated, charts whole on their page. */
export function putSection(book: Workbook, sheet: Worksheet, title: string, { pieces }: Section): void {
  const tables = pieces.flatMap((piece) => (piece.kind === 'table' ? [piece.table] : []));
  const own = widthsOf(tables);
  // A last, empty column makes up the page: every sheet is printed at one size, and sentences have the page to themselves.
  const left = PAGE - own.reduce((sum, width) => sum + width, 0);
  const widths = left > 2 ? [...own, left] : own;
  widths.forEach((width, at) => (sheet.getColumn(at + 1).width = width));
  const last = widths.length;
  const across = { from: 1, to: last };
  putSentence(sheet, 1, across, title, { font: { bold: true, size: 16 } });
  // A sheet wider than the page is shrunk, and holds more.
  const page = (PAGE_HIGH * widths.reduce((sum, width) => sum + width, 0)) / PAGE;
  let row = 2;
  let pageFrom = 1;
  for (const piece of pieces) {
    if (piece.kind === 'words') {
      const quiet = piece.style === 'note';
      putSentence(sheet, row, across, piece.text, {
        font: quiet ? { size: 9, color: { argb: COLOUR.muted } } : { size: piece.style === 'lead' ? 11 : 10 },
      });
      row += 1;
    } else if (piece.kind === 'table') {
      if (tables.length === 1) {
        sheet.views = [{ state: 'frozen', showGridLines: false, ySplit: row + 1 }];
        if (piece.table.rows.length > LONG) sheet.pageSetup.printTitlesRow = `${String(row + 1)}:${String(row + 1)}`;
      }
      row = putTable(sheet, row + 1, piece.table) + 1;
    } else {
      const width = Math.min(piece.picture.width, CHART);
      const high = (piece.picture.height * width * 0.75) / piece.picture.width;
      if (row > 3 && heightFrom(sheet, pageFrom, row + 1) + high > page) {
        sheet.getRow(row).addPageBreak();
        pageFrom = row + 1;
      }
      row = placePicture(book, sheet, piece.picture, { row: row + 1, column: 1, width }) + 1;
    }
  }
  sheet.pageSetup.printArea = `A1:${sheet.getColumn(last).letter}${String(row)}`;
}
