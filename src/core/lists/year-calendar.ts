import { daysUntil, sayDue } from './when-due.ts';

/** Where a day of the calendar comes from. */
export type CalendarKind =
  | 'assessment'
  | 'workshop'
  | 'board'
  | 'return'
  | 'action'
  | 'recommendation'
  | 'deliverable'
  | 'grant'
  | 'extract'
  | 'other';

export const CALENDAR_WORDS: Readonly<Record<CalendarKind, string>> = {
  assessment: 'assessment',
  workshop: 'workshop',
  board: 'Board',
  return: 'return due',
  action: 'action due',
  recommendation: 'recommendation due',
  deliverable: 'deliverable due',
  grant: 'grant’s return due',
  extract: 'extract expected',
  other: 'other',
};

export interface CalendarItem {
  readonly day: string;
  readonly kind: CalendarKind;
  readonly what: string;
  readonly who: string | null;
  /** True: it was held, or came in; it can no longer be late. */
  readonly done: boolean;
}

export interface CalendarLine extends CalendarItem {
  readonly late: boolean;
  /** `due in 12 days`, `3 days overdue`; '' once it is done. */
  readonly says: string;
}

export interface CalendarMonth {
  readonly month: string;
  readonly lines: readonly CalendarLine[];
}

/** A meeting that lies behind was held: it is never overdue. */
const PASSES: readonly CalendarKind[] = ['board', 'workshop', 'other'];

/** One item as it stands today. */
export function calendarLine(item: CalendarItem, today: string): CalendarLine {
  const passed = PASSES.includes(item.kind) && item.day < today;
  const late = !item.done && !passed && item.day < today;
  return { ...item, late, says: item.done || passed ? '' : sayDue(today, item.day) };
}

/** The agenda of a span of days by month: every month with something in it, the days in order. */
export function agendaByMonth(
  items: readonly CalendarItem[],
  today: string,
  { from, to }: { readonly from: string; readonly to: string },
): CalendarMonth[] {
  const lines = items
    .filter(({ day }) => day >= from && day <= to)
    .map((item) => calendarLine(item, today))
    .sort((a, b) => a.day.localeCompare(b.day) || a.what.localeCompare(b.what));
  const months = [...new Set(lines.map(({ day }) => day.slice(0, 7)))];
  return months.map((month) => ({ month, lines: lines.filter(({ day }) => day.startsWith(month)) }));
}

/** What is overdue or due within some days, the earliest first. */
export const dueWithin = (items: readonly CalendarItem[], today: string, days: number): CalendarLine[] =>
  items
    .map((item) => calendarLine(item, today))
    .filter((line) => line.says !== '' && daysUntil(today, line.day) <= days)
    .sort((a, b) => a.day.localeCompare(b.day) || a.what.localeCompare(b.what));
