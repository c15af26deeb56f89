import { daysIn } from '../../../core/intake/read-day.ts';
import { wordsOf, type ListId } from '../../../core/lists/list-form.ts';
import { LIST_FORMS } from '../../../core/lists/list-forms.ts';
import { dayDue } from '../../../core/lists/when-due.ts';
import {
  agendaByMonth,
  type CalendarItem,
  type CalendarKind,
  type CalendarMonth,
} from '../../../core/lists/year-calendar.ts';
import { firstMonthOf, lastMonthOf, type FinancialYear } from '../../../core/time/financial-year.ts';
import { addMonths, type Month } from '../../../core/time/month.ts';
import { isReported } from '../../../core/measure/measure.ts';
import { readPeriodId } from '../../../core/time/period-in-words.ts';
import { periodInWords, periodsOf, type Period } from '../../../core/time/period.ts';
import { listHeld } from '../store/lists.ts';
import { listMeasures } from '../store/measures.ts';
import type { ReadStore } from '../store/open-store.ts';
import { listActions } from '../store/words.ts';
import { gatherSummaries } from './summary.ts';

const lastDayOf = (month: Month): string =>
  `${month}-${String(daysIn(Number(month.slice(0, 4)), Number(month.slice(5))))}`;

/** Dates of the calendar itself. */
const ownDates = (db: ReadStore): CalendarItem[] =>
  listHeld(db, 'calendar').entries.map(({ values }) => ({
    day: wordsOf(values, 'day'),
    kind: (wordsOf(values, 'kind') || 'other') as CalendarKind,
    what: wordsOf(values, 'what'),
    who: wordsOf(values, 'owner') || null,
    done: wordsOf(values, 'state') === 'done',
  }));

/** What a list says is due; what is settled is not. */
const dueOf = (db: ReadStore, list: ListId, kind: CalendarKind): CalendarItem[] =>
  listHeld(db, list).entries.flatMap(({ values }) => {
    const form = LIST_FORMS[list];
    const day = dayDue(form, values);
    const who = wordsOf(values, list === 'grants' ? 'provider' : 'owner') || null;
    return day === null ? [] : [{ day, kind, what: wordsOf(values, form.title), who, done: false }];
  });

const actionsDue = (db: ReadStore): CalendarItem[] =>
  listActions(db).flatMap(({ due, state, action, owner }) =>
    due === null || state !== 'open'
      ? []
      : [{ day: due, kind: 'action', what: action, who: owner || null, done: false }],
  );

/** Everything with a day of its own that somebody has to meet. */
export const datesKept = (db: ReadStore): CalendarItem[] => [
  ...ownDates(db),
  ...actionsDue(db),
  ...dueOf(db, 'recommendations', 'recommendation'),
  ...dueOf(db, 'work', 'deliverable'),
  ...dueOf(db, 'grants', 'grant'),
];

/** One source's period that has not come. */
interface Missing {
  readonly day: string;
  readonly source: string;
  readonly owner: string;
  readonly period: Period;
}

/**
 * Extracts of a year that have not come, by source: expected by the end of the month after the period, later by the
 * months the source usually trails. What is overdue of one source is one line, from the day it was first awaited.
 */
function extractsExpected(db: ReadStore, year: FinancialYear, today: string): CalendarItem[] {
  const { measures: summaries } = gatherSummaries(db);
  const missing = new Map<string, Missing>();
  for (const measure of listMeasures(db)) {
    const summary = summaries.find((one) => one.measure === measure.id);
    if (summary === undefined) continue;
    const last = summary.dataTo === null ? null : (readPeriodId(summary.dataTo)?.to ?? null);
    for (const period of periodsOf(year, measure.cadence)) {
      if ((last !== null && period.to <= last) || !isReported(measure, period.to)) continue;
      const day = lastDayOf(addMonths(period.to, 1 + measure.lagMonths));
      missing.set(`${measure.source} ${period.from}`, { day, source: measure.source, owner: measure.owner, period });
    }
  }
  const lines = new Map<string, Missing>();
  for (const one of [...missing.values()].sort((a, b) => a.day.localeCompare(b.day))) {
    const key = one.day < today ? one.source : `${one.source} ${one.day}`;
    const known = lines.get(key);
    lines.set(key, known === undefined ? one : { ...known, period: { from: known.period.from, to: one.period.to } });
  }
  return [...lines.values()].map(({ day, source, owner, period }) => ({
    day,
    kind: 'extract',
    what: `${source}: ${periodInWords(period)}`,
    who: owner,
    done: false,
  }));
}

/** The first and the last day of a financial year. */
export const daysOfYear = (year: FinancialYear): { readonly from: string; readonly to: string } => ({
  from: `${firstMonthOf(year)}-01`,
  to: `${lastMonthOf(year)}-31`,
});

/** The agenda of a year by month: what somebody has to meet, and the extracts that have not come. */
export const gatherCalendar = (db: ReadStore, year: FinancialYear, today: string): CalendarMonth[] =>
  agendaByMonth([...datesKept(db), ...extractsExpected(db, year, today)], today, daysOfYear(year));
