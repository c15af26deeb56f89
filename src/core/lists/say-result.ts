import { sayPercentWithLimits, shareOf } from '../performance/make-share-view.ts';
import { numberOf, type EntryValues } from './list-form.ts';

/** What a question of a survey found: `34 of 41 (83%; 95% limits 69% to 91%)`; '' where nobody was counted. */
export function sayResult(values: EntryValues): string {
  const [part, whole] = [numberOf(values, 'part'), numberOf(values, 'whole')];
  if (part === null || whole === null) return '';
  return `${part.toLocaleString('en-GB')} of ${whole.toLocaleString('en-GB')}${sayPercentWithLimits(shareOf(part, whole))}`;
}
