import { COLOUR } from './pack-look.ts';
import { BOLD, ink, pdfText, points, REGULAR, type Pdf, type Room } from './pdf-page.ts';
import { drawStatus, statusWidth } from './pdf-status.ts';
import type { Cell, Row, TableDraft } from './table-draft.ts';

const SIDE = 2.85;
const ABOVE = 1.1;
const LEADING = 0.1;
/** A sign's size to its figure's. */
const SIGN_SIZE = 0.75;

/** Called where a table needs another page; answers where its text begins. */
export type NextPage = () => number;

interface Placed {
  readonly cell: Cell;
  readonly x: number;
  readonly width: number;
}

function placed(row: Row, widths: readonly number[], left: number): Placed[] {
  let at = 0;
  let x = left;
  return row.cells.map((cell) => {
    const span = cell.span ?? 1;
    const width = widths.slice(at, at + span).reduce((sum, one) => sum + points(one), 0);
    at += span;
    const found = { cell, x, width };
    x += width;
    return found;
  });
}

const isBold = (cell: Cell, head: boolean): boolean => (head ? cell.bold !== false : cell.bold === true);

function setType(pdf: Pdf, cell: Cell, head: boolean, size: number): void {
  pdf
    .font(isBold(cell, head) ? BOLD : REGULAR)
    .fontSize(size)
    .fillColor(ink(cell.muted === true ? COLOUR.muted : COLOUR.ink));
}

const optionsOf = (cell: Cell, width: number) => ({
  width: width - 2 * SIDE,
  align: cell.figure === true ? ('right' as const) : ('left' as const),
  lineGap: LEADING,
  ...(cell.italic === true ? { oblique: 10 } : {}),
});

function heightOf(pdf: Pdf, row: Row, widths: readonly number[], head: boolean, size: number): number {
  const heights = placed(row, widths, 0).map(({ cell, width }) => {
    if (typeof cell.text !== 'string') return size * 1.5;
    setType(pdf, cell, head, size);
    return pdf.heightOfString(pdfText(cell.text) || ' ', optionsOf(cell, width));
  });
  return Math.max(...heights, size) + 2 * ABOVE + 0.2;
}

/** A sign small before its figure: the figure keeps its place at the right. */
function drawSign(
  pdf: Pdf,
  cell: Cell,
  at: { readonly x: number; readonly y: number; readonly width: number; readonly size: number },
): void {
  if (cell.sign === undefined || cell.sign === '' || typeof cell.text !== 'string') return;
  const figure = pdf.widthOfString(pdfText(cell.text));
  pdf
    .font(REGULAR)
    .fontSize(at.size * SIGN_SIZE)
    .fillColor(ink(COLOUR.muted));
  const sign = pdfText(cell.sign);
  const left = at.x + at.width - SIDE - figure - pdf.widthOfString(sign) - 1.5;
  pdf.text(sign, Math.max(at.x, left), at.y + at.size * (1 - SIGN_SIZE), { lineBreak: false });
}

interface RowPlace {
  readonly left: number;
  readonly y: number;
  readonly height: number;
  readonly head: boolean;
  readonly lastHead: boolean;
  readonly size: number;
}

function drawRow(pdf: Pdf, row: Row, widths: readonly number[], place: RowPlace): void {
  const { left, y, height, head, lastHead, size } = place;
  const cells = placed(row, widths, left);
  const right = left + widths.reduce((sum, one) => sum + points(one), 0);
  for (const { cell, x, width } of cells) {
    const fill = cell.fill ?? (head ? COLOUR.header : null);
    // A tint begins under the rule of the row above it, and leaves it whole.
    if (fill !== null) pdf.rect(x, head ? y : y + 0.4, width, head ? height : height - 0.4).fill(ink(fill));
  }
  for (const { cell, x, width } of cells) {
    if (typeof cell.text !== 'string') {
      // A status that is too wide for its column is set smaller, never cut.
      const wanted = statusWidth(pdf, cell.text.says, size);
      const fits = wanted > width - 2 ? (size * (width - 2)) / wanted : size;
      drawStatus(pdf, cell.text.tier, cell.text.says, x + 1, y + ABOVE, fits);
      continue;
    }
    if (cell.text === '') continue;
    setType(pdf, cell, head, size);
    const text = pdfText(cell.text);
    const lift = head ? height - ABOVE - 0.2 - pdf.heightOfString(text, optionsOf(cell, width)) : ABOVE;
    pdf.text(text, x + SIDE, y + lift, optionsOf(cell, width));
    drawSign(pdf, cell, { x, y: y + lift, width, size });
  }
  if (row.begins === true) pdf.moveTo(left, y).lineTo(right, y).lineWidth(0.75).stroke(ink(COLOUR.rule));
  const rule = head ? (lastHead ? COLOUR.rule : null) : COLOUR.hairline;
  if (rule !== null) {
    pdf
      .moveTo(left, y + height)
      .lineTo(right, y + height)
      .lineWidth(head ? 0.75 : 0.5)
      .stroke(ink(rule));
  }
}

const sumOf = (heights: readonly number[]): number => heights.reduce((sum, one) => sum + one, 0);

/** How high each row of a table comes to stand, in points. */
function rowHeightsOf(pdf: Pdf, { widths, heads, rows, size = 18 }: TableDraft): { heads: number[]; rows: number[] } {
  return {
    heads: heads.map((row) => heightOf(pdf, row, widths, true, size / 2)),
    rows: rows.map((row) => heightOf(pdf, row, widths, false, size / 2)),
  };
}

/** Rows that are never left alone: the first under their heads, the last above their note. */
const FEW = 3;

/** Points a table needs to begin at all, and all of it. */
export function tableRoom(pdf: Pdf, draft: TableDraft): { begins: number; whole: number } {
  const { heads, rows } = rowHeightsOf(pdf, draft);
  return { begins: sumOf(heads) + sumOf(rows.slice(0, FEW)), whole: sumOf(heads) + sumOf(rows) };
}

/**
 * Sets a table: heads repeated on every page, no row torn in two, the head of a group with its first row, the last rows
 * with the note of so many points under them. Answers where it ends.
 */
export function drawTable(
  pdf: Pdf,
  draft: TableDraft,
  { room, from, noteUnder }: { readonly room: Room; readonly from: number; readonly noteUnder: number },
  nextPage: NextPage,
): number {
  const { widths, heads, rows, together = false } = draft;
  const size = (draft.size ?? 18) / 2;
  const { heads: headHeights, rows: rowHeights } = rowHeightsOf(pdf, draft);
  const headHeight = sumOf(headHeights);
  const whole = headHeight + sumOf(rowHeights) + noteUnder;
  const isHeadOfGroup = (row: Row | undefined): boolean => row?.cells.length === 1 && widths.length > 1;
  // What must follow a row on its page: the rest of the last rows and the note, or the first row of its group.
  const follows = (index: number): number =>
    index === rows.length - FEW || (index === 0 && rows.length < FEW)
      ? sumOf(rowHeights.slice(index + 1)) + noteUnder
      : isHeadOfGroup(rows[index])
        ? (rowHeights[index + 1] ?? 0)
        : 0;
  let y = from;
  const put = (row: Row, height: number, head: boolean, lastHead: boolean): void => {
    drawRow(pdf, row, widths, { left: room.left, y, height, head, lastHead, size });
    y += height;
  };
  const putHeads = (): void => {
    heads.forEach((row, index) => {
      put(row, headHeights[index] ?? size, true, index === heads.length - 1);
    });
  };
  const fitsAPage = whole <= room.bottom - room.top;
  if (y + (together && fitsAPage ? whole : headHeight + (rowHeights[0] ?? 0)) > room.bottom) y = nextPage();
  putHeads();
  rows.forEach((row, index) => {
    const height = rowHeights[index] ?? size;
    if (y + height + follows(index) > room.bottom && (index > 0 || y + height > room.bottom)) {
      y = nextPage();
      putHeads();
    }
    put(row, height, false, false);
  });
  return y;
}
