import { CALENDAR_WORDS, type CalendarItem } from './year-calendar.ts';

/** Text of a calendar file: RFC 5545, 3.3.11. */
const escaped = (text: string): string =>
  text
    .replaceAll(/\p{Cc}+/gu, ' ')
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,');

/** Lines of at most 75 octets, gone on with after a blank: RFC 5545, 3.1. */
function folded(line: string): string {
  const lines: string[] = [];
  let now = '';
  let octets = 0;
  for (const sign of line) {
    const point = sign.codePointAt(0) ?? 0;
    const size = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    if (octets + size > 74) {
      lines.push(now);
      now = '';
      octets = 1;
    }
    now += sign;
    octets += size;
  }
  return [...lines, now].join('\r\n ');
}

/** A number for an entry, the same each time its words and day are the same (FNV-1a). */
function markOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, '0');
}

const dayOnly = (day: string): string => day.replaceAll('-', '');

function dayAfter(day: string): string {
  return dayOnly(new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10));
}

/** The calendar as a file that Outlook and others open: RFC 5545, a whole day for each entry. `stamp`: `2015-07-23`. */
export function calendarFile(name: string, items: readonly CalendarItem[], stamp: string): string {
  const events = items.flatMap(({ day, kind, what, who }) => [
    'BEGIN:VEVENT',
    `UID:${markOf(`${kind} ${what}`)}-${dayOnly(day)}@safer-workbench.invalid`,
    `DTSTAMP:${dayOnly(stamp)}T000000Z`,
    `DTSTART;VALUE=DATE:${dayOnly(day)}`,
    `DTEND;VALUE=DATE:${dayAfter(day)}`,
    `SUMMARY:${escaped(what)}`,
    `CATEGORIES:${escaped(CALENDAR_WORDS[kind])}`,
    ...(who === null ? [] : [`DESCRIPTION:${escaped(who)}`]),
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Safer Workbench//Calendar//EN',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escaped(name)}`,
    ...events,
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}
