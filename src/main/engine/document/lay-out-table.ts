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
/** The part of a column's texts that should stand on one line. */
const USUAL = 0.85;
/** How many sizes may be tried so that words of a phrase’s width, in twentieths of a point, stand on one line. */
const EASY = 3;
const PHRASE = 2000;
/** Rows; longer tables are set smaller, so that a page holds them. */
const LONG = 34;
/** Rows; longer tables may be torn. */
const TOGETHER = 12;
const BOLDER = 1.06;
const SHADES = ['F3F8FD', 'DCEBF9', 'BDD9F2', '98C2EA'] as const;

/** Twentieths of a point of a text set in half-points. */
const widthOf = (text: string, size: number): number => textWidth(text, size / 2) * 20 * BOLDER;
const longestWord = (text: string, size: number): number =>
  Math.max(0, ...text.split(/[\s-]+/).map((word) => widthOf(word, size)));

interface Wanted {
  readonly least: number;
  readonly most: number;
  readonly whole: number;
  readonly words: boolean;
}

const one =
  (width: 'most' | 'whole') =>
  (wanted: Wanted): number =>
    wanted[width];

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
      // What stands under a head is broken into three lines at most, never into a ladder.
      const least = Math.max(headWidth, widest, widthOf(under, size) * 0.43) + SIDES;
      const most = Math.max(least, Math.min(widthOf(head, size), 1500) + SIDES, widthOf(under, size) / 2 + 260 + SIDES);
      return { least, most, whole: most, words: false };
    }
    const words = Math.max(headWidth, ...texts.map((text) => longestWord(text, size)));
    // A row's name stands on one line where it can.
    const least = at === 0 ? Math.max(words, Math.min(widest, ONE_LINE)) : words;
    const narrow = Math.min(least, 3200) + SIDES;
    const said = all.filter((width) => width > 0).sort((a, b) => a - b);
    const usual = said[Math.floor((said.length - 1) * USUAL)] ?? 0;
    const whole = Math.max(narrow, LEAST_WORDS, Math.max(widest, headWidth) + SIDES);
    // First wide enough for most of its texts on one line; a single long one only where there is room to spare.
    return { least: narrow, most: Math.max(narrow, LEAST_WORDS, usual + SIDES), whole, words: true };
  });
}

/** Widths grown towards what each would like, sharing the room that is left. */
function grow(columns: readonly (readonly [width: number, towards: number])[], room: number): number[] {
  const spare = Math.max(0, room - columns.reduce((sum, [width]) => sum + width, 0));
  const hunger = columns.reduce((sum, [width, towards]) => sum + Math.max(0, towards - width), 0);
  const share = hunger === 0 ? 0 : Math.min(1, spare / hunger);
  return columns.map(([width, towards]) => width + Math.max(0, towards - width) * share);
}

/** Columns as wide as they need, words sharing what is left; smaller type where it does not fit otherwise. */
function columnWidths(table: DocumentTable, room: number): { widths: number[]; size: number } {
  const sizes = SIZES.slice(table.rows.length > LONG ? 1 : 0);
  // A little smaller where that puts short words on one line; smaller still only where they do not fit otherwise.
  const easy = sizes.slice(0, EASY).find((size) => {
    const wanted = wantedWidths(table, size);
    // The first column's names may be broken; they are few beside what stands in the others.
    const comfort = wanted.map(({ words, least, most }, at) =>
      words && at > 0 ? Math.max(least, Math.min(most, PHRASE)) : least,
    );
    return comfort.reduce((sum, width) => sum + width, 0) <= room;
  });
  for (const size of easy === undefined ? sizes : [easy]) {
    const wanted = wantedWidths(table, size);
    const least = wanted.reduce((sum, one) => sum + one.least, 0);
    const last = size === SIZES.at(-1);
    if (least > room && !last) continue;
    const squeeze = Math.min(1, room / least);
    // Words first, so that rows stand on one line; never wider than its words need: a narrow table is easier to read along.
    const stages = [
      ({ words, most, least: own }: Wanted, at: number) =>
        words && at > 0 ? Math.max(own, Math.min(most, PHRASE)) : own,
      ({ words, most, least: own }: Wanted) => (words ? most : own),
      one('most'),
      one('whole'),
    ];
    const widths = stages.reduce(
      (so, towards) =>
        grow(
          so.map((width, at) => [width, wanted[at] === undefined ? width : towards(wanted[at], at)]),
          room,
        ),
      wanted.map(({ least: own }) => own * squeeze),
    );
    return {
      widths: widths.map((width) => Math.floor(width)),
      size,
    };
  }
  return { widths: [], size: SIZES[0] };
}

/** Columns that a page across is wanted for, however narrow they are. */
const MANY = 9;

/** Whether a table needs the page across. */
export const needsAcross = (table: DocumentTable): boolean => {
  const wanted = wantedWidths(table, SIZES[0]);
  // Columns of sentences need more than their longest word.
  const wordy = wanted
    .slice(1)
    .filter(({ words, least, most }) => words && most > LEAST_WORDS && most > least * 1.5).length;
  return table.columns.length > MANY || wanted.reduce((sum, { least }) => sum + least, 0) + wordy * 300 > ROOM.portrait;
};

/** The largest figure of a shaded table, its sums left out: what the darkest shade stands for. */
export const shadedUpTo = ({ rows }: DocumentTable): number =>
  Math.max(
    0,
    ...rows
      .filter(({ weight }) => weight === undefined)
      .flatMap(({ cells }) => cells.slice(0, -2).map((value) => (typeof value === 'number' ? value : 0))),
  );

/** The shade of a figure beside the largest; null: it has none. */
export function shadeOf(value: unknown, most: number): string | null {
  if (typeof value !== 'number' || most <= 0) return null;
  const part = value / most;
  const at: number = part < 0.35 ? -1 : part < 0.5 ? 0 : part < 0.65 ? 1 : part < 0.82 ? 2 : 3;
  return at < 0 ? null : SHADES[at as 0 | 1 | 2 | 3];
}

/** A table of a document as the pack's pages set it: notes of rows stand small under their names. */
export function layOutTable(table: DocumentTable, orientation: Orientation): TableDraft {
  const { widths, size } = columnWidths(table, ROOM[orientation]);
  const most = shadedUpTo(table);
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
  return { widths, heads, rows, size, together: rows.length <= TOGETHER };
}
