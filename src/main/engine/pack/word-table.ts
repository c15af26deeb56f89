import {
  BorderStyle,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
  type IBorderOptions,
} from 'docx';
import { COLOUR, STYLE } from './pack-look.ts';
import type { Cell, Row, TableDraft } from './table-draft.ts';
import { run, statusRun } from './word-runs.ts';

const NONE: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const HAIRLINE: IBorderOptions = { style: BorderStyle.SINGLE, size: 4, color: COLOUR.hairline };
const RULE: IBorderOptions = { style: BorderStyle.SINGLE, size: 6, color: COLOUR.rule };

/** Half-points that a sign is smaller than its figure. */
const SIGN_SMALLER = 4;

interface Place {
  readonly head: boolean;
  readonly lastHead: boolean;
  readonly begins: boolean;
  readonly size: number;
  readonly keepNext: boolean;
}

function cellOf(cell: Cell, width: number, place: Place): TableCell {
  const { size, head, keepNext } = place;
  const look = {
    size,
    bold: head ? cell.bold !== false : cell.bold === true,
    italics: cell.italic === true,
    ...(cell.muted === true ? { color: COLOUR.muted } : {}),
  };
  const fill = cell.fill ?? (head ? COLOUR.header : null);
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: head ? VerticalAlignTable.BOTTOM : VerticalAlignTable.TOP,
    ...(cell.span === undefined ? {} : { columnSpan: cell.span }),
    ...(fill === null ? {} : { shading: { type: ShadingType.CLEAR, fill, color: 'auto' } }),
    borders: {
      left: NONE,
      right: NONE,
      top: place.begins ? RULE : NONE,
      bottom: head ? (place.lastHead ? RULE : NONE) : HAIRLINE,
    },
    children: [
      new Paragraph({
        style: cell.figure === true ? STYLE.figure : STYLE.cell,
        keepNext,
        // An empty cell is as high as its neighbours.
        run: { size },
        children: [
          ...(cell.sign === undefined || cell.sign === ''
            ? []
            : [run(`${cell.sign} `, { size: size - SIGN_SMALLER, color: COLOUR.muted })]),
          typeof cell.text === 'string' ? run(cell.text, look) : statusRun(cell.text.tier, cell.text.says, size),
        ],
      }),
    ],
  });
}

function rowOf(row: Row, widths: readonly number[], place: Omit<Place, 'begins'>): TableRow {
  let at = 0;
  const children = row.cells.map((cell) => {
    const span = cell.span ?? 1;
    const width = widths.slice(at, at + span).reduce((sum, one) => sum + one, 0);
    at += span;
    return cellOf(cell, width, { ...place, begins: row.begins === true });
  });
  return new TableRow({ children, cantSplit: true, tableHeader: place.head });
}

/** Rows that stay with the note under them. */
const WITH_NOTE = 3;

/** A real table: fixed columns, hairlines between rows, heads repeated on every page, no row torn in two. */
export function wordTable({ widths, heads, rows, size = 18, together = false }: TableDraft, noteUnder = false): Table {
  const whole = widths.reduce((sum, one) => sum + one, 0);
  const keepsNext = (index: number): boolean =>
    (together && index < rows.length - 1) || (noteUnder && index >= rows.length - WITH_NOTE);
  return new Table({
    width: { size: whole, type: WidthType.DXA },
    columnWidths: [...widths],
    layout: TableLayoutType.FIXED,
    margins: { left: 57, right: 57 },
    borders: { top: NONE, bottom: NONE, left: NONE, right: NONE, insideHorizontal: NONE, insideVertical: NONE },
    rows: [
      ...heads.map((row, index) =>
        rowOf(row, widths, { head: true, lastHead: index === heads.length - 1, size, keepNext: true }),
      ),
      ...rows.map((row, index) =>
        rowOf(row, widths, { head: false, lastHead: false, size, keepNext: keepsNext(index) }),
      ),
    ],
  });
}
