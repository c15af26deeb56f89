import { boardMeasures } from '../measure/board-measures.ts';
import type { Direction } from '../measure/measure.ts';
import type { Tier } from '../performance/measure-table.ts';
import { cellName } from '../intake/grid.ts';
import { textOf } from '../intake/tidy-text.ts';
import type { WideTable } from '../intake/wide-mapping.ts';
import type { WideSheet } from './check-wide.ts';

/** One text cell that stands around a table. */
export interface SheetText {
  readonly cell: string;
  readonly row: number;
  readonly text: string;
}

/** A number the words set as the year's target. `beyond`: «more than», so the number itself is not enough. */
export interface TargetWords extends SheetText {
  readonly annual: number;
  readonly beyond: boolean;
  readonly direction: Direction | null;
}

export interface StatusWords extends SheetText {
  readonly tier: Tier;
}

/** What the words around one table say. */
export interface TableWords {
  readonly texts: readonly SheetText[];
  readonly status: StatusWords | null;
  readonly target: TargetWords | null;
  /** «No performance measure». */
  readonly noMeasure: boolean;
  readonly tolerancePercent: number;
  readonly direction: Direction | null;
}

const TIERS: readonly (readonly [RegExp, Tier])[] = [
  [/\bgenerally satisfied\b/i, 'generally-satisfied'],
  [/\bsome concerns?\b/i, 'some-concerns'],
  [/\bsignificant concerns?\b/i, 'significant-concern'],
];
const NO_MEASURE = /\bno performance measure\b/i;
const DEFAULT_TOLERANCE = 15;

/** The words around each table: those above it, or those below it where the sheet puts its words under its tables. */
export function wordsOfTables(sheet: Pick<WideSheet, 'grid' | 'tables'>): Map<WideTable, TableWords> {
  const { tables } = sheet;
  const texts = textsAround(sheet);
  const tells = ({ text }: SheetText) => tierIn(text) !== null || /\bperformance measure\b/i.test(text);
  const firstHeader = tables[0]?.headerRow ?? 0;
  const lastData = Math.max(0, ...tables.flatMap(({ rows }) => rows.map(({ row }) => row)));
  const told = texts.filter(tells);
  const above = told.some(({ row }) => row < firstHeader) || !told.some(({ row }) => row > lastData);
  return new Map(
    tables.map((table, index) => {
      const from = above ? endOf(tables[index - 1]) : index === 0 ? 0 : startOf(table) - 1;
      const to = above
        ? index === tables.length - 1
          ? Infinity
          : endOf(table)
        : index === tables.length - 1
          ? Infinity
          : startOf(tables[index + 1]) - 1;
      return [
        table,
        readWords(
          table,
          texts.filter(({ row }) => row > from && row <= to),
        ),
      ];
    }),
  );
}

const endOf = (table: WideTable | undefined): number =>
  table === undefined ? 0 : Math.max(table.headerRow, ...table.rows.map(({ row }) => row));
const startOf = (table: WideTable | undefined): number => table?.headerRow ?? Infinity;

/** Every text cell that is no row label and no heading of a period. */
function textsAround({ grid, tables }: Pick<WideSheet, 'grid' | 'tables'>): SheetText[] {
  const labels = new Set(
    tables.flatMap(({ rows }) => rows.flatMap(({ row, meaning }) => (meaning === 'not-understood' ? [] : [row]))),
  );
  const headings = new Set(
    tables.flatMap(({ headerRow, columns }) => columns.map(({ column }) => cellName(headerRow, column))),
  );
  return grid.rows.flatMap(({ row, cells }) =>
    labels.has(row)
      ? []
      : cells.flatMap((content, column) => {
          const text = textOf(content);
          const cell = cellName(row, column);
          return /[a-z]{3}/i.test(text) && !headings.has(cell) ? [{ cell, row, text }] : [];
        }),
  );
}

function readWords(table: WideTable, texts: readonly SheetText[]): TableWords {
  const status = statusIn(texts);
  const target = texts.map(targetIn).find((found) => found !== null) ?? null;
  const [, tolerance] =
    texts
      .map(
        ({ text }) =>
          /\b(?:with)?in(?:side)? (\d+(?:\.\d+)?) ?%/i.exec(text) ?? /\boutside (?:of )?(\d+(?:\.\d+)?) ?%/i.exec(text),
      )
      .find((found) => found !== null) ?? [];
  const measure = table.rows[0]?.measure;
  return {
    texts,
    status,
    target,
    noMeasure: texts.some(({ text }) => NO_MEASURE.test(text)),
    tolerancePercent: tolerance === undefined ? DEFAULT_TOLERANCE : Number(tolerance),
    direction:
      target?.direction ??
      boardMeasures.find(({ id }) => id === measure)?.direction ??
      directionIn([table.title, ...texts.map(({ text }) => text)]),
  };
}

/** The one tier a text names; null where it names none, or several as a key to the tiers does. */
function tierIn(text: string): Tier | null {
  const found = TIERS.filter(([pattern]) => pattern.test(text)).map(([, tier]) => tier);
  return found.length === 1 ? (found[0] ?? null) : null;
}

function statusIn(texts: readonly SheetText[]): StatusWords | null {
  const told = texts.flatMap((text) => {
    const tier = tierIn(text.text);
    return tier === null ? [] : [{ ...text, tier }];
  });
  return new Set(told.map(({ tier }) => tier)).size === 1 ? (told[0] ?? null) : null;
}

const AMOUNT = String.raw`(\d[\d,]*(?:\.\d+)?)(?![\d%/]|\s*%|\s*[-–]\s*\d)`;
const NO_MORE = new RegExp(String.raw`\b(?:not more than|no more than|not exceeding|at most)\s+${AMOUNT}`, 'i');
const FEWER = new RegExp(String.raw`\b(?:fewer than|less than|below|under)\s+${AMOUNT}`, 'i');
const AT_LEAST = new RegExp(String.raw`\b(?:at least|not less than|no fewer than|no less than)\s+${AMOUNT}`, 'i');
const MORE = new RegExp(String.raw`\b(?:more than|above|over)\s+${AMOUNT}`, 'i');
const PLAIN = new RegExp(String.raw`(?:\brecord|\bof|\bis|[:=–-])\s*${AMOUNT}`, 'i');

const FORMS: readonly (readonly [RegExp, Direction | null, boolean])[] = [
  [NO_MORE, 'less-is-better', false],
  [AT_LEAST, 'more-is-better', false],
  [FEWER, 'less-is-better', true],
  [MORE, 'more-is-better', true],
  [PLAIN, null, false],
];

/** The year's target a text sets: «2015/16 performance measure – record more than 6587 crimes». */
export function targetIn(found: SheetText): TargetWords | null {
  const [, , words] = /\b(performance measure|annual target|target for the year)\b(.*)/i.exec(found.text) ?? [];
  if (words === undefined || NO_MEASURE.test(found.text)) return null;
  for (const [pattern, direction, beyond] of FORMS) {
    const [, amount] = pattern.exec(words) ?? [];
    if (amount !== undefined) return { ...found, annual: Number(amount.replaceAll(',', '')), beyond, direction };
  }
  return null;
}

function directionIn(texts: readonly string[]): Direction | null {
  for (const text of texts) {
    if (/\b(?:reduce|reducing|clos(?:e|ing) the gap|decrease|cut)\b/i.test(text)) return 'less-is-better';
    if (/\b(?:increase|increasing|improve|raise)\b/i.test(text)) return 'more-is-better';
  }
  return null;
}
