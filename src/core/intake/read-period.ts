import { firstMonthOf, lastMonthOf, quarterMonths } from '../time/financial-year.ts';
import { addMonths, monthOf, monthNumber, yearOf, type Month } from '../time/month.ts';
import { dayOf, daysIn, readDay } from './read-day.ts';
import { fullYear, monthOfName, readMonthText } from './read-month.ts';
import { readQuarter } from './read-quarter.ts';
import { yearsIn } from './read-year.ts';
import { tidyText } from './tidy-text.ts';

/** A span of days, both included. */
export interface DaySpan {
  readonly from: string;
  readonly to: string;
}

const DAY = String.raw`(?:\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\d{1,2}(?:st|nd|rd|th)? [A-Za-z]{3,9},? ?\d{2,4}|\d{4}-\d{2}-\d{2})`;
const SPAN = new RegExp(String.raw`(${DAY})\s*(?:to|-|–|until|and)\s*(${DAY})`, 'i');
const SHORT_SPAN =
  /\b(\d{1,2})(?:st|nd|rd|th)? ([A-Za-z]{3,9})\s*(?:to|-|–)\s*(\d{1,2})(?:st|nd|rd|th)? ([A-Za-z]{3,9}) (\d{4})/i;
const NAME = '((?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)';
const MONTH_SPAN = new RegExp(
  String.raw`(?<![a-z])${NAME}\.? ?['’]?(\d{4}|\d{2})?\s*(?:to|-|–)\s*${NAME}\.? ?['’]?(\d{4}|\d{2})\b`,
  'gi',
);
// «year ending March 181,2,3»: the year may be of two digits, with footnote digits glued to it.
const ENDING =
  /\b(?:year|12 months|twelve months) (?:ending|ended|to)(?: \d{1,2}(?:st|th)?)? ([A-Za-z]{3,9}) ((?:19|20)\d{2}|\d{2})/gi;
const COMPARED = /\b(?:compared with|compared to|against)\b.*/i;
const ONE_MONTH = /\b([A-Za-z]{3,9}) (\d{4})\b/g;

const spanOfMonths = (from: Month, to: Month): DaySpan => ({
  from: `${from}-01`,
  to: `${to}-${String(daysIn(yearOf(to), monthNumber(to)))}`,
});

/** The first period named in a title: days, months, «year ending June 2025», a quarter, a financial year, one month. */
export function findPeriod(title: string): DaySpan | null {
  const text = tidyText(title);
  return findDays(text) ?? findMonths(text) ?? findQuarterOrYear(text) ?? findOneMonth(text);
}

function findDays(text: string): DaySpan | null {
  const [, first = '', last = ''] = SPAN.exec(text) ?? [];
  const from = readDay(first);
  const to = readDay(last);
  if (from !== null && to !== null && from.day <= to.day) return { from: from.day, to: to.day };
  const [, day1, name1 = '', day2, name2 = '', year] = SHORT_SPAN.exec(text) ?? [];
  const month1 = monthOfName(name1);
  const month2 = monthOfName(name2);
  if (month1 === null || month2 === null) return null;
  const start = dayOf(Number(year), month1, Number(day1));
  const end = dayOf(Number(year), month2, Number(day2));
  return start !== null && end !== null && start <= end ? { from: start, to: end } : null;
}

function findMonths(text: string): DaySpan | null {
  const endings = [...text.matchAll(ENDING)].flatMap(([, name = '', digits = '']) => {
    const month = monthOfName(name);
    return month === null ? [] : [monthOf(fullYear(digits), month)];
  });
  const to = COMPARED.test(text) ? endings.toSorted().at(-1) : endings[0];
  if (to !== undefined) return spanOfMonths(addMonths(to, -11), to);
  for (const [, first = '', year1, last = '', year2 = ''] of text.matchAll(MONTH_SPAN)) {
    const from = monthOfName(first);
    const until = monthOfName(last);
    if (from === null || until === null) continue;
    const end = fullYear(year2);
    const start = year1 === undefined ? (from > until ? end - 1 : end) : fullYear(year1);
    if (start * 12 + from <= end * 12 + until) return spanOfMonths(monthOf(start, from), monthOf(end, until));
  }
  return null;
}

function findQuarterOrYear(text: string): DaySpan | null {
  const [year, ...later] = yearsIn(text);
  if (year === undefined) return null;
  const last = later.at(-1);
  if (last !== undefined && last > year && /\d\s*(?:to|until)\s*\d/i.test(text)) {
    return spanOfMonths(firstMonthOf(year), lastMonthOf(last));
  }
  const [, quarterText = ''] = /\b((?:q|qtr ?|quarter ?)[1-4])\b/i.exec(text) ?? [];
  const quarter = readQuarter(quarterText);
  if (quarter === null) return spanOfMonths(firstMonthOf(year), lastMonthOf(year));
  const { from, to } = quarterMonths(year, quarter.quarter);
  return spanOfMonths(from, to);
}

function findOneMonth(text: string): DaySpan | null {
  for (const [found] of text.matchAll(ONE_MONTH)) {
    const month = readMonthText(found);
    if (month !== null && month.year !== null) {
      const one = monthOf(month.year, month.month);
      return spanOfMonths(one, one);
    }
  }
  return null;
}
