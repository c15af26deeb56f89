import type { SheetReport } from '../../preload/contract.ts';
import { dayText, longPeriod } from './dates.ts';
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
    outsideWords(quality),
    farWords(quality),
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

function outsideWords({ kept, outsidePeriod }: Quality): string {
  if (outsidePeriod === undefined) return '';
  if (outsidePeriod === null) return 'No title states a period, so no date could be held against one.';
  const { rows, stated, first } = outsidePeriod;
  const period = `${dayText(stated.from)} to ${dayText(stated.to)}`;
  if (rows === 0) return `Every record is dated within the period the title states (${period}).`;
  const where = first === null ? '' : ` The first is in ${first}.`;
  return `${howMany(rows, 'record', 'records')}${share(rows, kept)} ${rows === 1 ? 'is' : 'are'} dated outside the period the title states (${period}); ${rows === 1 ? 'it is' : 'they are'} kept.${where}`;
}

function farWords({ farFromOthers: { rows, months } }: Quality): string {
  if (rows === 0) return '';
  return `${howMany(rows, 'record', 'records')} ${rows === 1 ? 'is' : 'are'} dated a year or more from all others (${monthList(months)}), perhaps by a slip. While ${rows === 1 ? 'it stands' : 'they stand'}, the file speaks for every month between: put the dates right in the file first.`;
}

const LISTED = 12;

function monthList(months: readonly string[]): string {
  const rest = months.length > LISTED ? ` and ${String(months.length - LISTED)} more months` : '';
  return `${months.slice(0, LISTED).map(longPeriod).join(', ')}${rest}`;
}

function missingWords(months: readonly string[]): string {
  if (months.length === 0) return '';
  return `No record at all in ${monthList(months)}, though there are records before and after.`;
}
