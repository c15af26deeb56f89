import { financialYearFrom, type FinancialYear } from '../time/financial-year.ts';
import { fullYear, readMonthText } from './read-month.ts';
import { tidyText } from './tidy-text.ts';

const PAIR = /(?<![\d/])(\d{4}|\d{2})\s?[-–/]\s?(\d{4}|\d{2})(?![\d/])/g;
// Footnote digits may be glued to the second year: «Apr '11 to Mar '126,7,8».
const MONTH_TO_MONTH =
  /^(apr[a-z]*\.?\s*['’]?(?:\d{4}|\d{2}))\s*(?:to|-|–)\s*(mar[a-z]*\.?\s*(?:['’]\d{2}|\d{4}))(?:\d?(?:,\s?\d{1,2})*)$/i;
const YEAR_ENDING =
  /\b(?:year|12 months|twelve months) (?:ending|ended|to) (?:31(?:st)? )?mar(?:ch)? (\d{4})(?!\d{2})/i;

/** The financial year from two numbers as written, when the second follows the first; null otherwise. */
function pairOf(first: string, second: string): FinancialYear | null {
  const start = fullYear(first);
  return (start + 1) % 100 === Number(second) % 100 && (second.length === 2 || Number(second) === start + 1)
    ? financialYearFrom(start)
    : null;
}

/** Every financial year named in a text, in order: `2014 - 2015`, `14/15`, `12/13.`, `2014/15`, `2015-16`. */
export function yearsIn(text: string): FinancialYear[] {
  const years: FinancialYear[] = [];
  for (const [, first = '', second = ''] of tidyText(text).matchAll(PAIR)) {
    const year = pairOf(first, second);
    if (year !== null) years.push(year);
  }
  return years;
}

/**
 * A financial year when the text is nothing but that year: `12/13.`, `2014 - 2015`, `FY 2014/15`, `Apr '07 to Mar '08`,
 * `Year ending March 2015`. Null for anything else; a single calendar year is not a financial year.
 */
export function readFinancialYear(text: string): FinancialYear | null {
  const found = tidyText(text)
    .replace(/^(?:fy|financial year|year)\s*:?\s*/i, '')
    .replace(/[.*\s]+$/, '');
  const [, from = '', to = ''] = MONTH_TO_MONTH.exec(found) ?? [];
  const start = readMonthText(from);
  const end = readMonthText(to);
  if (start?.month === 4 && end?.month === 3 && start.year !== null && end.year === start.year + 1) {
    return financialYearFrom(start.year);
  }
  const [, ending] = YEAR_ENDING.exec(tidyText(text)) ?? [];
  if (ending !== undefined) return financialYearFrom(Number(ending) - 1);
  const [, first = '', second = ''] = /^(\d{4}|\d{2})\s?[-–/]\s?(\d{4}|\d{2})$/.exec(found) ?? [];
  return first === '' ? null : pairOf(first, second);
}
