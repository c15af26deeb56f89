import type { SheetReport } from '../../preload/contract.ts';
import { longPeriod } from './dates.ts';
import { howMany, numberInWords } from './numbers.ts';

type Quality = NonNullable<SheetReport['quality']>;

const share = (part: number, of: number): string =>
  part === 0 || of === 0 ? '' : ` (${part / of < 0.001 ? 'under 0.1' : numberInWords((part / of) * 100, 1)}%)`;

/** A record extract in a few plain sentences: how many, which lack what, which months have none. */
export function qualityWords(quality: Quality): string[] {
  const { kept, events, withoutReference, repeatedReferences, withoutArea, withoutOffence, withoutOutcome } = quality;
  const lacking: readonly [number | null, string, string][] = [
    [withoutArea, 'in a neighbourhood', 'could not be placed in a neighbourhood and counts for the city only'],
    [withoutOffence, 'named with an offence', 'names no offence'],
    [withoutOutcome, 'given an outcome', 'has no outcome'],
  ];
  const sentences = [
    events === kept
      ? `${howMany(kept, 'record', 'records')}, each one event.`
      : `${howMany(kept, 'record', 'records')} for ${howMany(events, 'event', 'events')}.`,
    referenceWords(kept, withoutReference, repeatedReferences),
    ...lacking.flatMap(([count, every, lacks]) => {
      if (count === null) return [];
      return count === 0
        ? [`Every record is ${every}.`]
        : [`${howMany(count, 'record', 'records')}${share(count, kept)} ${count === 1 ? lacks : plural(lacks)}.`];
    }),
    missingWords(quality.missingMonths),
  ];
  return sentences.filter((sentence) => sentence !== '');
}

/** «has no outcome» of one record, «have no outcome» of several. */
const plural = (words: string): string =>
  words
    .replace(/^has /, 'have ')
    .replace(/^names /, 'name ')
    .replace(' counts ', ' count ');

function referenceWords(kept: number, without: number, repeated: number): string {
  const stay = 'Rows that look alike may be different incidents: all are kept.';
  if (without === 0 && repeated === 0) return 'Every record has a reference of its own.';
  const parts = [
    without === 0
      ? ''
      : `${howMany(without, 'record', 'records')}${share(without, kept)} ${without === 1 ? 'has' : 'have'} no reference`,
    repeated === 0
      ? ''
      : `${howMany(repeated, 'record', 'records')} ${repeated === 1 ? 'repeats' : 'repeat'} a reference that stands further up`,
  ].filter((part) => part !== '');
  return `${parts.join('; ')}. ${stay}`;
}

const LISTED = 12;

function missingWords(months: readonly string[]): string {
  if (months.length === 0) return '';
  const named = months.slice(0, LISTED).map(longPeriod).join(', ');
  const rest = months.length > LISTED ? ` and ${String(months.length - LISTED)} more months` : '';
  return `No record at all in ${named}${rest}, though there are records before and after.`;
}
