import { MONTH_NAMES } from '../../core/time/month.ts';

import { longPeriod, shortPeriod } from '../../core/time/period-in-words.ts';

export { longPeriod, shortPeriod };

/** A moment stored as UTC ISO text, in this computer's time: `23 July 2015, 9.05am`. */
export function momentInWords(moment: string): string {
  const at = new Date(moment);
  if (Number.isNaN(at.getTime())) return moment;
  const hour = at.getHours();
  const minutes = String(at.getMinutes()).padStart(2, '0');
  return `${dayInWords(at)}, ${String(hour % 12 === 0 ? 12 : hour % 12)}.${minutes}${hour < 12 ? 'am' : 'pm'}`;
}

/** A day stored as `2015-07-23`: `23 July 2015`. */
export const dayText = (day: string): string => dayInWords(new Date(`${day}T12:00:00`));

const dayInWords = (at: Date): string =>
  `${String(at.getDate())} ${MONTH_NAMES[at.getMonth()] ?? ''} ${String(at.getFullYear())}`;

/** A sentence with any written period (`2015-04`, `2015-16 Q1`) put into words, starting with a capital. */
export const periodsInWords = (text: string): string =>
  (text.charAt(0).toUpperCase() + text.slice(1)).replace(/\b\d{4}-\d{2}( Q[1-4])?\b(?!-)/g, longPeriod);
