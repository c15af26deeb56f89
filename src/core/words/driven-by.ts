import { sayList, sayNumber } from '../performance/say-number.ts';
import { directionWords } from './direction-words.ts';

/** What parts of a count did: neighbourhoods or kinds of offence, this year to date and the same time last year. */
export interface Contributions {
  /** `By neighbourhood`, `By offence`. */
  readonly by: string;
  readonly parts: readonly { readonly name: string; readonly now: number; readonly before: number }[];
}

const NAMED = 3;

/**
 * Which parts drive a difference: up to three that went the same way as the whole, largest first, each with its size.
 * Null where the whole did not move or nothing went its way.
 */
export function sayDrivenBy(difference: number, { by, parts }: Contributions): string | null {
  const words = directionWords(difference);
  if (words === null) return null;
  const same = parts
    .map(({ name, now, before }) => ({ name, change: now - before }))
    .filter(({ change }) => Math.sign(change) === Math.sign(difference))
    .sort((a, b) => Math.abs(b.change) - Math.abs(a.change) || (a.name < b.name ? -1 : 1));
  if (same.length === 0) return null;
  const named = same
    .slice(0, NAMED)
    .map(({ name, change }) => `${name} (${sayNumber(Math.abs(change))} ${words.comparative})`);
  return `${by}, the largest part of the ${words.change} is in ${sayList(named)}.`;
}
