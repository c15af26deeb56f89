import { financialYearOf, quarterNumber, type FinancialYear } from '../time/financial-year.ts';
import { monthOf } from '../time/month.ts';
import { monthOfName } from './read-month.ts';
import { yearsIn } from './read-year.ts';
import { tidyText } from './tidy-text.ts';

/** A quarter of the financial year (1 = April to June); `year` is null where only the quarter is named. */
export interface QuarterFound {
  readonly quarter: 1 | 2 | 3 | 4;
  readonly year: FinancialYear | null;
}

const NUMBERED = /(?:^|[\s(])(?:q|qtr\.?\s?|quarter\s?)([1-4])(?=$|[\s).,:/-])/i;
const MONTHS = /\b([a-z]{3,9})\.?\s*(?:-|–|to)\s*([a-z]{3,9})\.?(?:\s*['’]?(\d{4}))?\b/i;

/**
 * A quarter of the financial year written as `Quarter 1`, `Q1 (Apr-Jun)`, `2014/15 Q3`, `Q1 2018/19`, `Jan-Mar 2015`.
 * Null for anything else, and for `Q1 2018`, where the year may be the calendar's. «Q1 (Jan-Mar)» is the calendar's
 * first quarter and so the fourth of the financial year.
 */
export function readQuarter(text: string): QuarterFound | null {
  const found = tidyText(text).replace(/[.*]+$/, '');
  if (found.length > 40) return null;
  const [, number] = NUMBERED.exec(found) ?? [];
  const byMonths = quarterOfMonths(found);
  const [year = null] = yearsIn(found);
  if (byMonths !== null) {
    return { quarter: byMonths.quarter, year: year ?? byMonths.year };
  }
  if (number === undefined || (year === null && /\d{4}/.test(found))) return null;
  return { quarter: Number(number) as 1 | 2 | 3 | 4, year };
}

function quarterOfMonths(text: string): QuarterFound | null {
  const [, first = '', last = '', digits] = MONTHS.exec(text) ?? [];
  const from = monthOfName(first);
  const to = monthOfName(last);
  if (from === null || to === null || from % 3 !== 1 || to !== from + 2) return null;
  const quarter = quarterNumber(monthOf(2000, from));
  return { quarter, year: digits === undefined ? null : financialYearOf(monthOf(Number(digits), from)) };
}
