import { wordsOf, type EntryValues, type ListForm } from './list-form.ts';

/** Days from one day to another, both as `2015-07-23`; below nought when the second lies before the first. */
export const daysUntil = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

/** The day an entry is due, as long as it is: null once it is settled, or where no day is named. */
export function dayDue({ due }: ListForm, values: EntryValues): string | null {
  const day = due === null ? '' : wordsOf(values, due.day);
  if (due === null || day === '') return null;
  const state = due.state === null ? '' : wordsOf(values, due.state);
  // A list without settled states is settled by the day that stands in that field: a return that came in.
  const settled = due.settled.length === 0 ? state !== '' : due.settled.includes(state);
  return settled ? null : day;
}

/** Days; what lies further off is not counted in days: its date stands beside it wherever this is said. */
const A_YEAR = 366;

/** `due in 12 days`, `due today`, `3 days overdue`, `over a year overdue`. */
export function sayDue(today: string, day: string): string {
  const days = daysUntil(today, day);
  if (days === 0) return 'due today';
  const size = Math.abs(days);
  const said = size > A_YEAR ? 'over a year' : `${size.toLocaleString('en-GB')} ${size === 1 ? 'day' : 'days'}`;
  return days < 0 ? `${said} overdue` : `due in ${said}`;
}
