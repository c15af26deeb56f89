import { MONTH_NAMES } from '../../core/time/month.ts';

export { longPeriod, shortPeriod } from '../../core/picture/period-in-words.ts';

/** A moment stored as UTC ISO text, in this computer's time: `23 July 2015, 9.05 am`. */
export function momentInWords(moment: string): string {
  const at = new Date(moment);
  if (Number.isNaN(at.getTime())) return moment;
  const hour = at.getHours();
  const minutes = String(at.getMinutes()).padStart(2, '0');
  return `${dayInWords(at)}, ${String(hour % 12 === 0 ? 12 : hour % 12)}.${minutes} ${hour < 12 ? 'am' : 'pm'}`;
}

const dayInWords = (at: Date): string =>
  `${String(at.getDate())} ${MONTH_NAMES[at.getMonth()] ?? ''} ${String(at.getFullYear())}`;
