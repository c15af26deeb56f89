import { evidenceCellText } from '../../../core/assessment/evidence-table.ts';
import { textWidth } from '../../../core/picture/text-width.ts';
import { COLOUR, ROOM, type Orientation } from '../pack/pack-look.ts';
import { figure, words as cell, type Cell, type Row, type TableDraft } from '../pack/table-draft.ts';
import type { DocumentTable } from './chapter.ts';

/** Half-points of the type, the usual and the smallest. */
const SIZES = [17, 16, 15, 14, 13] as const;
/** Twentieths of a point on both sides of a cell's text. */
const SIDES = 150;
const LEAST_WORDS = 1200;
const ONE_LINE = 2400;
const BOLDER = 1.06;
const SHADES = ['F3F8FD', 'DCEBF9', 'BDD9F2', '98C2EA'] as const;

/** Twentieths of a point of a text set in half-points. */
const widthOf = (text: string, size: number): number => textWidth(text, size / 2) * 20 * BOLDER;
const longestWord = (text: string, size: number): number =>
  Math.max(0, ...text.split(/[\s-]+/).map((word) => widthOf(word, size)));

interface Wanted {
  readonly least: number;
  readonly most: number;
}

function wantedWidths(table: DocumentTable, size: number): Wanted[] {
  const heads = [
    {
      head: table.rowHead,
      under: '',
      kind: 'words' as const,
      // Heads of groups span the table.
      texts: table.rows.flatMap(({ head, weight }) => (weight === 'part' ? [] : [head])),
    },
    ...table.columns.map((column, at) => ({
      head: column.head,
      under: column.under ?? '',
      kind: column.kind,
      texts: table.rows.map((row) => evidenceCellText(column, row.cells[at] ?? null)),
    })),
  ];
  return heads.map(({ head, under, kind, texts }, at) => {
    const headWidth = Math.max(longestWord(head, size), longestWord(under, size));
    const all = texts.map((text) => widthOf(text, size));
    const widest = Math.max(0, ...all);
    if (kind === 'number') {
      const least = Math.max(headWidth, widest) + SIDES;
      return {
        least,
        most: Math.max(least, Math.min(widthOf(head, size), 1500) + SIDES, widthOf(under, size) / 2 + 260 + SIDES),
      };
    }
    const words = Math.max(headWidth, ...texts.map((text) => longestWord(text, size)));
    // A row's name stands on one line where it can.
    const least = at === 0 ? Math.max(words, Math.min(widest, ONE_LINE)) : words;
    return { least: Math.min(least, 3200) + SIDES, most: Math.max(LEAST_WORDS, widest + SIDES) };
  });
}

/** Columns as wide as they need, words sharing what is left; smaller type where it does not fit otherwise. */
function columnWidths(table: DocumentTable, room: number): { widths: number[]; size: number } {
  for (const size of SIZES) {
    const wanted = wantedWidths(table, size);
    const least = wanted.reduce((sum, one) => sum + one.least, 0);
    const last = size === SIZES.at(-1);
    if (least > room && !last) continue;
    const squeeze = Math.min(1, room / least);
    const spare = Math.max(0, room - least);
    const hunger = wanted.reduce((sum, one) => sum + Math.max(0, one.most - one.least), 0);
    // Never wider than its words need: a narrow table is easier to read along.
    const share = hunger === 0 ? 0 : Math.min(1, spare / hunger);
    return {
      widths: wanted.map(({ least: own, most }) => Math.floor(own * squeeze + Math.max(0, most - own) * share)),
      size,
    };
  }
  return { widths: [], size: SIZES[0] };
}

/** Whether a table needs the page across. */
export const needsAcross = (table: DocumentTable): boolean => {
  const wanted = wantedWidths(table, SIZES[0]);
  const wordy = table.columns.filter(({ kind }) => kind === 'words').length;
  return table.columns.length > 8 || wanted.reduce((sum, one) => sum + one.least, 0) + wordy * 400 > ROOM.portrait;
};

function shadeOf(value: unknown, most: number): string | null {
  if (typeof value !== 'number' || most <= 0) return null;
  const part = value / most;
  const at: number = part < 0.35 ? -1 : part < 0.5 ? 0 : part < 0.65 ? 1 : part < 0.82 ? 2 : 3;
  return at < 0 ? null : SHADES[at as 0 | 1 | 2 | 3];
}

/** A table of a document as the pack's pages set it: notes of rows stand small under their names. */
export function layOutTable(table: DocumentTable, orientation: Orientation): TableDraft {
  const { widths, size } = columnWidths(table, ROOM[orientation]);
  const most = Math.max(
    0,
    ...table.rows
      .filter(({ weight }) => weight === undefined)
      .flatMap(({ cells }) => cells.slice(0, -2).map((value) => (typeof value === 'number' ? value : 0))),
  );
  const underHeads = table.columns.some(({ under }) => under !== undefined);
  const heads: Row[] = [
    {
      cells: [
        cell(table.rowHead),
        ...table.columns.map(({ head, kind }) => (kind === 'number' ? figure(head) : cell(head))),
      ],
    },
    ...(underHeads
      ? [
          {
            cells: [
              cell('', { bold: false }),
              ...table.columns.map(({ under = '', kind }) =>
                kind === 'number'
                  ? figure(under, { bold: false, muted: true })
                  : cell(under, { bold: false, muted: true }),
              ),
            ],
          },
        ]
      : []),
  ];
  const rows = table.rows.flatMap((row): Row[] => {
    const bold = row.weight !== undefined;
    if (row.weight === 'part') return [{ begins: true, cells: [cell(row.head, { bold, span: widths.length })] }];
    const line: Row = {
      begins: row.weight === 'total',
      cells: [
        cell(row.head, { bold }),
        ...table.columns.map((column, at): Cell => {
          const value = row.cells[at] ?? null;
          const text = evidenceCellText(column, value);
          const shade =
            table.shaded === true && row.weight === undefined && at < table.columns.length - 2
              ? shadeOf(value, most)
              : null;
          const look = { bold, ...(shade === null ? {} : { fill: shade }) };
          return column.kind === 'number' ? figure(text, look) : cell(text, { bold: false });
        }),
      ],
    };
    if (row.note === undefined) return [line];
    return [line, { cells: [cell(row.note, { italic: true, fill: COLOUR.current, span: widths.length })] }];
  });
  return { widths, heads, rows, size };
}
