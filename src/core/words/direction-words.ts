import { evidenceOf, sayEvidence, type Evidence } from '../statistics/evidence.ts';
import { compareTwoCounts } from '../statistics/two-counts.ts';

/** Words for which way a number went. A rise never borrows the words of a fall. */
export interface DirectionWords {
  readonly noun: 'rise' | 'fall';
  readonly change: 'increase' | 'decrease';
  readonly comparative: 'more' | 'fewer';
  readonly side: 'above' | 'below';
}

const UP: DirectionWords = { noun: 'rise', change: 'increase', comparative: 'more', side: 'above' };
const DOWN: DirectionWords = { noun: 'fall', change: 'decrease', comparative: 'fewer', side: 'below' };

/** The words for a difference; null when there is none. */
export const directionWords = (difference: number): DirectionWords | null =>
  difference === 0 ? null : difference > 0 ? UP : DOWN;

/** How sure the difference of two counts of equal periods is; null where they are no counts. */
export function gradeOf(now: number, before: number): { readonly grade: Evidence; readonly p: number } | null {
  if (!Number.isInteger(now) || !Number.isInteger(before) || now < 0 || before < 0) return null;
  const { p } = compareTwoCounts(now, before);
  return { grade: evidenceOf(p), p };
}

/** The fixed sentence on chance; null where the test does not apply or there is no difference. */
export function sayChance(now: number, before: number): string | null {
  const words = directionWords(now - before);
  const found = gradeOf(now, before);
  if (words === null || found === null) return null;
  const says = sayEvidence(found.p, words.noun);
  switch (found.grade) {
    case 'strong':
    case 'some':
      return `This is ${says}.`;
    case 'unclear':
      return `It is ${says}.`;
    case 'chance':
      return `The difference ${says}.`;
  }
}
