import { dayNumberColumn, dayNumbersWords, type DayNumbersMapping } from './day-numbers.ts';
import type { Grid, Row } from './grid.ts';
import { gridCells, saysIllustrative, textsBetween } from './grid-cells.ts';
import { headingsOf } from './headed-table.ts';
import { measureAmong, wordsOfFileName } from './measure-words.ts';
import { kindOfHeading, personalColumns, type PersonalColumn } from './personal-columns.ts';
import type { IntakeContext, SheetPlan } from './plan.ts';
import { readDay } from './read-day.ts';
import { readMonthCell } from './read-month.ts';
import { findPeriod, type DaySpan } from './read-period.ts';
import { textOf, tidyLabel } from './tidy-text.ts';
import type { CellValue } from './grid.ts';

const OFFENDER = '\\b(?:offender|suspect|accused|perpetrator|defendant)\\b';

/** What the columns of a record extract may be, by the words of their headings; the first pattern that fits wins. */
const WORDS = {
  count: /^(?:count|crimes?|number of (?:crimes|offences|incidents)|total|volume)$/,
  easting: /\beasting\b|^x$/,
  northing: /\bnorthing\b|^y$/,
  lsoaName: /\blsoa (?:11|21)?\s?(?:name|nm)\b|^lsoa\d\dnm$/,
  lsoa: /\blsoa\b|^lsoa\d\dcd$/,
  day: /\b(?:date|month|day)\b/,
  time: /\btime\b|^hour$/,
  offence:
    /\bsub[- ]?group\b|\boffence (?:type|description|name|title|sub)|\bcrime (?:description|sub)|^offence$|\bminor ?text\b/,
  offenceGroup:
    /\b(?:ho|offence|crime) (?:group|category|classification|type)\b|^(?:group|category|classification|incident type|crime type)$|\bmajor ?text\b/,
  outcome: /\boutcome\b|\bdisposal\b|\bdetection\b/,
  offenderAgeBand: new RegExp(`${OFFENDER}.*\\bage\\b`),
  offenderSex: new RegExp(`${OFFENDER}.*\\b(?:sex|gender)\\b`),
  offenderEthnicity: new RegExp(`${OFFENDER}.*\\bethnic`),
  relationship: /\brelationship\b/,
  repeat: /\brepeat\b/,
  ageBand: /\bage\b/,
  sex: /\bsex\b|\bgender\b/,
  ethnicity: /\bethnic/,
  flag: /\bflag\b|\bmarker\b|\bqualifier\b/,
  beat: /\bbeat\b/,
  area: /\bneighbourhood\b|\bnbhd\b/,
  ward: /\bward\b/,
  reference: /\b(?:number|no|ref|reference|id|urn)\b/,
} as const;

export type RecordColumn = keyof typeof WORDS;

/** The mapping of the layout `records`: column (from 0) by meaning, and the days the title says the extract covers. */
export interface RecordsMapping {
  readonly headerRow: number;
  readonly columns: Readonly<Partial<Record<RecordColumn, number>>>;
  readonly unread: readonly string[];
  /** Columns about people: left out, but where the officer keeps one and says why. */
  readonly people: readonly PersonalChoice[];
  /** The date column's own heading: a row that repeats it is a heading again, not a record. */
  readonly dayHeading: string;
  readonly stated: DaySpan | null;
  /** The officer says that bare numbers of the date column are Excel's day numbers. */
  readonly dayNumbers?: boolean;
}

/** A column about people; kept as one of a record's columns only with a reason. */
export interface PersonalChoice extends PersonalColumn {
  readonly keptAs: string | null;
  readonly reason: string | null;
}

/** Reasons the officer gives for keeping columns about people, by column. */
export type ReasonsToKeep = ReadonlyMap<number, string>;

/** A first-rows test is enough: a header that names a date and at least three other columns of a record. */
export function planRecords(grid: Grid, context: IntakeContext): SheetPlan | null {
  for (const [index, row] of grid.rows.slice(0, 30).entries()) {
    const below = grid.rows.slice(index + 1, index + 21);
    const columns = recordColumns(row, below);
    const numbered = columns.day === undefined ? dayNumberColumn(row, below, WORDS.day) : null;
    if (!namesRecords(numbered === null ? columns : { ...columns, day: numbered })) continue;
    const titles = textsBetween(grid, 1, row.row - 1);
    // A list of recommendations or actions also has dates, references and categories.
    const words = [...headingsOf(row), ...titles].join(' | ');
    if (
      !/\b(?:crimes?|offences?|incidents?|occurrence|ho (?:sub )?group)\b/i.test(words) ||
      /\brecommendation/i.test(words)
    )
      return null;
    return numbered === null
      ? recordsPlan(grid, context, row, columns, null)
      : untilDaysAreSaid(grid, row, numbered, below);
  }
  return null;
}

/** A list of records whose dates are bare numbers: nothing is taken until the officer says that they are days. */
function untilDaysAreSaid(grid: Grid, header: Row, column: number, below: readonly Row[]): SheetPlan {
  const heading = tidyLabel(textOf(header.cells[column]));
  const mapping: DayNumbersMapping = { dayNumbers: { headerRow: header.row, column, heading } };
  return {
    sheet: grid.sheet,
    layout: 'not-recognised',
    measure: null,
    dataset: 'not-recognised',
    says: dayNumbersWords(mapping, below),
    headerRows: [header.row],
    block: null,
    totalRows: [],
    fingerprint: headingsOf(header).join(' | '),
    illustrative: saysIllustrative(textsBetween(grid, 1, header.row - 1)),
    mapping,
    warnings: [],
  };
}

/** The plan of a record extract with this header row and these columns; `measure` null: by its titles and file name. */
export function recordsPlan(
  grid: Grid,
  context: IntakeContext,
  header: Row,
  asked: Partial<Record<RecordColumn, number>>,
  chosen: string | null,
  reasons: ReasonsToKeep = new Map(),
  dayNumbers = false,
): SheetPlan | null {
  const people = personalColumns(header, rowsBelow(grid, header));
  const columns = withoutPeople(asked, people, reasons);
  if (columns.day === undefined) return null;
  const titles = textsBetween(grid, 1, header.row - 1);
  const street = columns.lsoaName !== undefined && /\bcrime id\b/i.test(headingsOf(header).join(' | '));
  const measure =
    chosen ??
    (street
      ? 'street-crime'
      : (measureAmong([...titles, grid.sheet, wordsOfFileName(context.fileName)]) ?? 'all-crime'));
  const used = new Set(Object.values(columns));
  const mapping: RecordsMapping = {
    headerRow: header.row,
    columns,
    unread: header.cells.flatMap((cell, column) =>
      used.has(column) || textOf(cell) === '' ? [] : [tidyLabel(textOf(cell))],
    ),
    people: people.map((one) => {
      const keptAs = Object.entries(columns).find(([, column]) => column === one.column)?.[0] ?? null;
      return { ...one, keptAs, reason: keptAs === null ? null : (reasons.get(one.column) ?? null) };
    }),
    dayHeading: tidyLabel(textOf(header.cells[columns.day])),
    stated: titles.map(findPeriod).find((period) => period !== null) ?? null,
    ...(dayNumbers ? { dayNumbers } : {}),
  };
  const widest = Math.max(...header.cells.map((_, column) => column));
  return {
    sheet: grid.sheet,
    layout: 'records',
    measure,
    dataset: datasetOf(measure),
    says: `One row for each record, headings in row ${String(header.row)}; ${String(used.size)} of ${String(headingsOf(header).length)} columns are read.`,
    headerRows: [header.row],
    block: { top: header.row + 1, left: 0, bottom: Math.max(header.row + 1, gridCells(grid).lastRow), right: widest },
    totalRows: [],
    fingerprint: headingsOf(header).join(' | '),
    illustrative: saysIllustrative(titles),
    mapping,
    warnings: [],
  };
}

/** The columns without those about people, unless a reason is given. */
const withoutPeople = (
  columns: Partial<Record<RecordColumn, number>>,
  people: readonly PersonalColumn[],
  reasons: ReasonsToKeep,
): Partial<Record<RecordColumn, number>> =>
  Object.fromEntries(
    Object.entries(columns).filter(
      ([, column]) => (reasons.get(column) ?? '').trim() !== '' || !people.some((one) => one.column === column),
    ),
  );

const rowsBelow = (grid: Grid, header: Row): Row[] => grid.rows.filter(({ row }) => row > header.row);

/** Records of one measure never correct those of another: «recorded-crime» is the extract of all crime. */
const datasetOf = (measure: string): string =>
  measure === 'all-crime' ? 'recorded-crime' : measure === 'street-crime' ? measure : `records/${measure}`;

const isDated = (cell: CellValue | undefined): boolean =>
  (cell !== null && typeof cell === 'object' && cell.kind === 'day') ||
  (typeof cell === 'string' && (readDay(cell) !== null || readMonthCell(cell)?.year != null));

/**
 * What the headings of a row say of its columns, as far as they say it; a date column must hold a date below. A heading
 * about people («Date of birth», «NHS number») speaks of no column of a record.
 */
export function recordColumns(header: Row, below: readonly Row[]): Partial<Record<RecordColumn, number>> {
  const columns: Partial<Record<RecordColumn, number>> = {};
  const dates: { column: number; heading: string }[] = [];
  header.cells.forEach((cell, column) => {
    const heading = tidyLabel(textOf(cell)).toLowerCase();
    if (heading === '' || heading.length > 60 || kindOfHeading(heading) !== null) return;
    const meaning = (Object.keys(WORDS) as RecordColumn[]).find((name) => WORDS[name].test(heading));
    if (meaning === undefined) return;
    if (meaning === 'day') dates.push({ column, heading });
    else columns[meaning] ??= column;
  });
  const dated = dates.filter(({ column }) => below.some((row) => isDated(row.cells[column])));
  const day = dated.find(({ heading }) => /\brecorded\b|\breported\b/.test(heading)) ?? dated[0];
  return day === undefined ? columns : { ...columns, day: day.column };
}

const TELLING = ['reference', 'offenceGroup', 'offence', 'area', 'ward', 'lsoa', 'outcome', 'beat', 'easting'] as const;

const namesRecords = (columns: Partial<Record<RecordColumn, number>>): boolean =>
  columns.day !== undefined && TELLING.filter((name) => columns[name] !== undefined).length >= 3;
