import { monthOfName } from './read-month.ts';
import { wordsOfFileName } from './measure-words.ts';

const PASSING =
  /^(?:q|qtr|quarter|month|monthly|week|year|fy|to|from|and|of|the|copy|final|v|version|st|nd|rd|th|-|–)$/;

/** What stays the same in a name from month to month: «ASB incidents June 2015 (v2)» is «asb incidents». */
export function sourceName(name: string): string {
  return wordsOfFileName(name)
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '' && monthOfName(word) === null && !PASSING.test(word))
    .join(' ');
}
