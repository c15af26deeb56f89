import { firstMonthOf, lastMonthOf, quarterMonths, type FinancialYear } from '../time/financial-year.ts';
import { addMonths, MONTH_NAMES, monthOf, type Month } from '../time/month.ts';
import type { Period } from '../time/period.ts';
import type { Quantity } from './draft.ts';
import type { CellValue, Grid } from './grid.ts';
import type { GridCells } from './grid-cells.ts';
import { measureIn } from './measure-words.ts';
import { monthFound, readMonthCell, readMonthText } from './read-month.ts';
import { readQuarter } from './read-quarter.ts';
import { readFinancialYear } from './read-year.ts';
import { isBlank, shownText, slugOf, tidyLabel, tidyText } from './tidy-text.ts';

/** What a column of figures in a cross table holds. `period` null: the title's; `subject` null: the title's or the row's. */
export interface CrosstabColumn {
  readonly column: number;
  readonly heading: string;
  readonly subject: string | null;
  readonly quantity: Quantity;
  readonly period: Period | null;
  /** The measure the officer gave it; absent: by its heading and the title. */
  readonly measure?: string;
}

/** Headings that say how something is counted, not what. */
const GENERIC =
  /^(?:numbers?\b.*|percentages?\b.*|%.*|rates?\b.*|total|persons|incidents|offences|count|mid-?\s?year|.*\bper 1,?000\b.*|financial years?|calendar years?|category of incident)$/i;

/** The texts over a column from the top tier to the lowest; a merged heading stands over all its columns. */
export function tiersOver(grid: Grid, cells: GridCells, headerRows: readonly number[], column: number): string[] {
  return headerRows.flatMap((row, index) => {
    const own = cells.cell(row, column);
    if (!isBlank(own)) return [headingText(own)];
    const merge = grid.merges.find(
      (block) => row >= block.top && row <= block.bottom && column >= block.left && column <= block.right,
    );
    if (merge !== undefined) return [headingText(cells.cell(merge.top, merge.left))];
    if (grid.merges.length > 0 || index === headerRows.length - 1) return [];
    // A text file has no merges: a heading reaches to the next one.
    for (let left = column - 1; left >= 0; left--) {
      const before = cells.cell(row, left);
      if (!isBlank(before)) return [headingText(before)];
    }
    return [];
  });
}

/** A heading as it is read: a real date that heads a month («Apr-15») is that month. */
function headingText(cell: CellValue): string {
  const month = cell !== null && typeof cell === 'object' ? readMonthCell(cell) : null;
  return month?.year == null
    ? tidyText(shownText(cell))
    : `${MONTH_NAMES[month.month - 1] ?? ''} ${String(month.year)}`;
}

/** What a column holds, from the texts over it; `year` is the title's, for months and quarters that name none. */
export function crosstabColumn(
  column: number,
  tiers: readonly string[],
  title: string,
  year: FinancialYear | null,
): CrosstabColumn {
  const all = tiers.map(tidyLabel).join(' · ');
  const quantity = quantityOf(all, title);
  const lowestFirst = tiers.toReversed();
  const period = lowestFirst.map((tier) => periodOf(tier, quantity, year)).find((found) => found !== null) ?? null;
  const named = lowestFirst.find(
    (tier) =>
      tier !== '' &&
      !GENERIC.test(tidyLabel(tier)) &&
      (quantity === 'population' || periodOf(tier, quantity, year) === null),
  );
  const heading = tiers.map(tidyLabel).filter((tier, index, list) => list.indexOf(tier) === index);
  return {
    column,
    heading: heading.join(' · '),
    subject: named === undefined ? null : tidyLabel(named),
    quantity,
    period,
  };
}

function quantityOf(headings: string, title: string): Quantity {
  const said = /\bnumbers?\b|%|\bpercent|\brates?\b/i.test(headings);
  if (/\bpercentage change\b|% change/i.test(said ? headings : title)) return 'change';
  if (/\brates?\b(?! 1)|\bper 1,?000\b|\bper 100,?000\b|^%|· %|\bpercentages?\b/i.test(headings)) {
    return /\bpopulation figures\b|\bhousehold figures\b/i.test(headings) ? 'population' : 'rate';
  }
  if (/\bpopulation\b|\bhousehold figures\b|\ball ages\b/i.test(headings)) return 'population';
  if (/\b(?:population|household) estimates\b/i.test(title) && !/\bmedian\b/i.test(title)) return 'population';
  return /\bmedian\b|\baverage\b|\bdensity\b|\bmean\b/i.test(`${title} ${headings}`) ? 'rate' : 'count';
}

/** The span of months a heading names; a single year is the mid-year for residents, else January to December. */
function periodOf(tier: string, quantity: Quantity, titleYear: FinancialYear | null): Period | null {
  const found = readMonthText(tier);
  const month =
    found !== null && found.year === null && titleYear !== null ? monthIn(titleYear, found.month) : monthFound(found);
  if (month !== null) return { from: month, to: month };
  const year = readFinancialYear(tier);
  if (year !== null) return { from: firstMonthOf(year), to: lastMonthOf(year) };
  const quarter = readQuarter(tier);
  const quarterYear = quarter?.year ?? titleYear;
  if (quarter !== null && quarterYear !== null) return quarterMonths(quarterYear, quarter.quarter);
  const [, midYear] = /\bmid-?\s?((?:19|20)\d{2})/i.exec(tier) ?? [];
  if (midYear !== undefined && quantity === 'population') {
    return { from: monthOf(Number(midYear), 6), to: monthOf(Number(midYear), 6) };
  }
  const [, single] = /^((?:19|20)\d{2})$/.exec(tidyText(tier)) ?? [];
  if (single === undefined) return null;
  const calendar = Number(single);
  return quantity === 'population'
    ? { from: monthOf(calendar, 6), to: monthOf(calendar, 6) }
    : { from: monthOf(calendar, 1), to: monthOf(calendar, 12) };
}

const monthIn = (year: FinancialYear, month: number): Month => addMonths(firstMonthOf(year), (month + 8) % 12);

/** True for a heading that is a month or quarter without its year: nothing can be kept under it as it stands. */
export const lacksYear = ({ period, subject }: CrosstabColumn): boolean =>
  period === null && subject !== null && (readMonthText(subject) !== null || readQuarter(subject) !== null);

/** True for a row of headings that happen to be numbers: months (202009), years or ages one after another. */
export function areHeadingNumbers(numbers: readonly number[]): boolean {
  if (numbers.length < 3) return false;
  const months = numbers.every((value) => readMonthText(String(value)) !== null && value > 190_000);
  const steps = numbers.every((value, index) => index === 0 || value === (numbers[index - 1] ?? NaN) + 1);
  const [first = 0] = numbers;
  // A row of small counts may rise by ones too: only years, or a long run of ages, are headings.
  const years = first >= 1900 && first <= 2100;
  return months || (steps && (years || numbers.length >= 10));
}

/**
 * The measure of a column: what its heading names. Where the table is not simply of recorded crime, the title's subject
 * comes first, so that «Robbery» of a knife table is not all robbery.
 */
export function measureOf(subject: string | null, quantity: Quantity, title: string): string {
  const topic = topicOf(title);
  if (quantity === 'population') return /\bhousehold/i.test(subject ?? title) ? 'households' : 'population';
  if (subject === null) return topic ?? measureIn(title) ?? slugOf(title).slice(0, 60);
  const own = measureIn(subject) ?? slugOf(subject);
  return topic === null ? own : `${topic}/${own}`;
}

function topicOf(title: string): string | null {
  const words = tidyLabel(title.replace(/^(?:(?:table|figure) [a-z]?\d+[a-z]?|[a-z]{2,4}\d+)\s*[:.]\s*/i, ''));
  if (words === '') return null;
  const named = measureIn(words);
  if (named !== null && named !== 'all-crime') return named;
  if (/\brecorded crimes?\b|\bcrimes? recorded\b|\bby offence\b/i.test(words)) return null;
  return slugOf((/^[^,;:–(]+/.exec(words)?.[0] ?? words).split(' ').slice(0, 5).join(' '));
}
