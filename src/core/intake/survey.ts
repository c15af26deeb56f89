import { boardMeasures } from '../measure/board-measures.ts';
import { firstMonthOf, lastMonthOf, financialYearOf, quarterMonths } from '../time/financial-year.ts';
import { monthOfDay, type Month } from '../time/month.ts';
import { periodInWords, type Period } from '../time/period.ts';
import type { SurveyAnswerDraft } from './draft.ts';
import { cellName, type CellValue, type Grid } from './grid.ts';
import { blockAround, gridCells, saysIllustrative, textsBetween, type GridCells } from './grid-cells.ts';
import { findHeadedTable, isSummaryLabel, type HeadedTable } from './headed-table.ts';
import { measureIn, wordsOfFileName } from './measure-words.ts';
import { periodOfCell } from './period-list.ts';
import type { IntakeContext, SharePieces, SheetPlan, TableReading } from './plan.ts';
import { readDay } from './read-day.ts';
import { readValue } from './read-value.ts';
import { newDrafts, readingOf, refuseCell, refuseRest, takeFound } from './table-draft.ts';
import { isBlank, shownText, tidyLabel } from './tidy-text.ts';

/** What the columns of a survey may be, by the words of their headings. */
export const SURVEY_WORDS = {
  question: /^questions?\b/,
  answer: /^(?:answer|response|answer counted|said)$/,
  part: /^(?:answered so|said so|satisfied|agree|agreed|yes|n|number|answered)$/,
  whole: /^(?:of|out of|of how many|base|total|respondents|all who answered|answered in all|total answered)$/,
  held: /^(?:date|held|held on|when|period|quarter|month)$/,
  feeds: /^measure$/,
  source: /^(?:source|survey|session)$/,
  quote: /^quotes?\b|^in their own words$/,
  percent: /^(?:%|per ?cent|percentage|result)\b/,
};

/** The mapping of the layout `survey`: columns (from 0) by what they say. */
export interface SurveyMapping {
  readonly question: number;
  readonly answer: number | null;
  readonly part: number;
  readonly whole: number;
  readonly date: number | null;
  readonly measure: number | null;
  readonly source: number | null;
  readonly quote: number | null;
  readonly percent: number | null;
  /** What the survey is called where no column says it, and the period its title names. */
  readonly called: string;
  readonly period: Period | null;
  readonly session: boolean;
  readonly shares: readonly SharePieces[];
}

/** The shares of the Board's measures that are made of two counts: what a survey can be the source of. */
const BOARD_SHARES: readonly SharePieces[] = boardMeasures.flatMap(({ id, name, shortName, madeOf }) =>
  madeOf?.whole == null ? [] : [{ measure: id, names: [name, shortName], part: madeOf.part, whole: madeOf.whole }],
);

/** Questions with how many of how many answered so, one a row. Null when the sheet is no survey. */
export function planSurvey(grid: Grid, context: IntakeContext): SheetPlan | null {
  const table = findHeadedTable(grid, SURVEY_WORDS, ['question', 'part', 'whole']);
  return table === null ? null : surveyPlan(grid, context, table);
}

/** The plan of a survey with these headings; null without a question, or how many of how many answered so. */
export function surveyPlan(grid: Grid, context: IntakeContext, table: HeadedTable): SheetPlan | null {
  const { question, part, whole, ...others } = table.columns;
  if (question === undefined || part === undefined || whole === undefined) return null;
  const below = grid.rows.filter(({ row, cells }) => row > table.headerRow && cells.some((cell) => !isBlank(cell)));
  const asked = below.filter(({ cells }) => !isBlank(cells[question]));
  if (asked.length === 0) return null;
  const called = tidyLabel(table.titles[0] ?? wordsOfFileName(context.fileName));
  const period = [...table.titles, wordsOfFileName(context.fileName)]
    .map((title) => periodNamed(title))
    .find((found) => found !== null);
  const mapping: SurveyMapping = {
    question,
    part,
    whole,
    answer: others['answer'] ?? null,
    date: others['held'] ?? null,
    measure: others['feeds'] ?? null,
    source: others['source'] ?? null,
    quote: others['quote'] ?? null,
    percent: others['percent'] ?? null,
    called,
    period: period ?? null,
    session: /\bsession|\bworkshop|\bfocus group|\bengagement/i.test(called),
    shares: context.shares ?? BOARD_SHARES,
  };
  const widest = Math.max(...below.map(({ cells }) => cells.findLastIndex((cell) => !isBlank(cell))));
  const fed = [...new Set(asked.flatMap(({ row }) => shareFed(gridCells(grid), row, mapping)?.measure ?? []))];
  return {
    sheet: grid.sheet,
    layout: 'survey',
    measure: fed.length === 1 ? (fed[0] ?? null) : null,
    dataset: 'survey',
    says: `Questions of a survey or session, one a row (${String(asked.length)}), with how many of how many answered so.`,
    headerRows: [table.headerRow],
    block: blockAround(
      below.map(({ row }) => row),
      [0, widest],
    ),
    totalRows: below.filter(({ cells }) => isSummaryLabel(shownText(cells[question] ?? null))).map(({ row }) => row),
    fingerprint: table.fingerprint,
    illustrative: saysIllustrative(textsBetween(grid, 1, table.headerRow)),
    mapping,
    warnings: [],
  };
}

/** A period inside a title: «quarter 1 2015/16», «June 2015», «2015/16». */
function periodNamed(title: string): Period | null {
  const [quarter] = /\b(?:q|quarter )[1-4],? (?:of )?\d{4}[/-]\d{2,4}/i.exec(title) ?? [];
  const [month] = /\b[A-Z][a-z]{2,8} (?:19|20)\d{2}\b/.exec(title) ?? [];
  const [year] = /\b(?:19|20)\d{2}\/\d{2}\b/.exec(title) ?? [];
  for (const found of [quarter, month, year]) {
    const period = found === undefined ? null : periodOfCell(found);
    if (period !== null) return period;
  }
  return null;
}

/** The share a row is a source of: the one its measure column names, else one whose words the question carries. */
function shareFed(cells: GridCells, row: number, mapping: SurveyMapping): SharePieces | null {
  if (mapping.measure !== null && !isBlank(cells.cell(row, mapping.measure))) {
    const named = cells.text(row, mapping.measure).trim().toLowerCase();
    return (
      mapping.shares.find((one) => one.measure === named || one.names.some((name) => name.toLowerCase() === named)) ??
      null
    );
  }
  const asked = cells.text(row, mapping.question);
  const said = mapping.answer === null ? '' : cells.text(row, mapping.answer);
  if (!/\bsatisf/i.test(`${asked} ${said}`)) return null;
  const subject = measureIn(`${mapping.called} ${asked}`);
  return subject === null
    ? null
    : (mapping.shares.find(
        ({ measure, names }) => measure.includes('satisf') && measureIn(names.join(' ')) === subject,
      ) ?? null);
}

/** When an answer was given, and the months its figures count for. */
interface When {
  readonly held: string | null;
  readonly period: Period | null;
}

const NO_WHEN: When = { held: null, period: null };

/** A day counts for its quarter; a quarter, a month or a year named counts for itself. */
function whenOf(cell: CellValue): When {
  if (isBlank(cell)) return NO_WHEN;
  const text = shownText(cell);
  const day =
    cell !== null && typeof cell === 'object' && cell.kind === 'day' && !cell.monthOnly
      ? cell.day
      : typeof cell === 'string'
        ? (readDay(text)?.day ?? null)
        : null;
  if (day !== null) {
    const month = monthOfDay(day);
    return { held: day, period: month === null ? null : quarterOf(month) };
  }
  return { held: null, period: periodOfCell(cell) };
}

function quarterOf(month: Month): Period {
  const year = financialYearOf(month);
  for (const quarter of [1, 2, 3, 4] as const) {
    const span = quarterMonths(year, quarter);
    if (span.from <= month && month <= span.to) return span;
  }
  return { from: firstMonthOf(year), to: lastMonthOf(year) };
}

/** Reads a survey: every row an answer with n of N; rows that are a measure's source become its two counts as well. */
export function readSurvey(grid: Grid, plan: SheetPlan): TableReading {
  const mapping = plan.mapping as SurveyMapping;
  const cells = gridCells(grid);
  const drafts = newDrafts();
  const found: SurveyAnswerDraft[] = [];
  const spans: Period[] = [];
  const impossible = new Set<number>();
  let rowsRead = 0;
  for (let row = plan.block?.top ?? 1; row <= (plan.block?.bottom ?? 0); row++) {
    if (cells.row(row) === undefined || plan.totalRows.includes(row)) continue;
    rowsRead++;
    const question = cells.cell(row, mapping.question);
    if (isBlank(question)) continue;
    const say = (column: number | null): string | null => {
      if (column === null || isBlank(cells.cell(row, column))) return null;
      drafts.taken.add(cellName(row, column));
      return shownText(cells.cell(row, column));
    };
    const [partAt, wholeAt] = [cellName(row, mapping.part), cellName(row, mapping.whole)];
    const [part, whole] = [readValue(cells.cell(row, mapping.part)), readValue(cells.cell(row, mapping.whole))];
    const numbers = [part, whole].map((one) =>
      one.kind === 'number' && Number.isInteger(one.value) ? one.value : null,
    );
    const [n = null, all = null] = numbers;
    const written = cells.cell(row, mapping.date ?? -1);
    const told = mapping.date === null || isBlank(written) ? { held: null, period: mapping.period } : whenOf(written);
    if (n !== null && all !== null && n > all) {
      const says = `${String(n)} of ${String(all)}: more answered so than answered at all`;
      refuseCell(partAt, String(n), says, drafts);
      refuseCell(wholeAt, String(all), says, drafts);
      impossible.add(row);
      continue;
    }
    const share = shareFed(cells, row, mapping);
    const { period } = told;
    if (share !== null && period !== null && n !== null && all !== null) {
      const place = { area: null, areaKind: 'city' as const, ...period, quantity: 'count' as const };
      takeFound({ ...place, measure: share.part }, partAt, part, drafts);
      takeFound({ ...place, measure: share.whole }, wholeAt, whole, drafts);
      spans.push(period);
      if (told.held !== null) {
        drafts.warnings.push({
          check: 'survey-day',
          cells: cellName(row, mapping.date ?? mapping.question),
          says: `The answers of this day are counted for ${periodInWords(period)}.`,
        });
      }
    }
    for (const [at, value, one] of [
      [partAt, part, n],
      [wholeAt, whole, all],
    ] as const) {
      if (one === null && value.kind === 'refused') refuseCell(at, value.found, value.why, drafts);
      else drafts.taken.add(at);
    }
    found.push({
      source: say(mapping.source) ?? mapping.called,
      kind: mapping.session ? 'session' : 'survey',
      question: say(mapping.question) ?? '',
      answer: say(mapping.answer),
      part: n,
      whole: all,
      held: told.held,
      period: told.held === null && period !== null ? periodInWords(period) : null,
      quote: say(mapping.quote),
      cell: cellName(row, mapping.question),
    });
    say(mapping.date);
    say(mapping.measure);
    say(mapping.percent);
  }
  refuseRest(plan.block, cells, drafts, plan.headerRows, (row, column) =>
    plan.totalRows.includes(row)
      ? 'a total of answers already read; not counted twice'
      : impossible.has(row)
        ? 'its row is not kept: more answered so than answered at all'
        : Object.values(mapping).includes(column)
          ? 'no question stands beside it'
          : 'its heading is not one this layout reads',
  );
  const months = spans.flatMap(({ from, to }) => [from, to]).toSorted();
  const [from] = months;
  const to = months.at(-1);
  const covers = from === undefined || to === undefined ? null : { from, to };
  return { ...readingOf(drafts, rowsRead, covers), surveyAnswers: found };
}
