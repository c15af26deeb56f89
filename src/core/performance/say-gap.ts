import type { Direction } from '../measure/measure.ts';
import type { Status } from './measure-table.ts';
import { sayAgainstProfile } from './say-finding.ts';
import { sayNumber } from './say-number.ts';

/** What a sentence on a gap is told from: where it stands, where it stood, by when. */
export interface GapSaid {
  readonly now: number;
  readonly before: number | null;
  /** The end of what: «June 2015», «quarter one». */
  readonly at: string;
  readonly status: Status;
  readonly direction: Direction;
}

/** `The gap stood at 18.0 per 1,000 residents at the end of June 2015, 1.6 narrower than last year; 7% under the profile of 19.3.` */
export function sayGap({ now, before, at, status, direction }: GapSaid): string {
  const parts = [`The gap stood at ${sayNumber(now, 1)} per 1,000 residents at the end of ${at}`];
  if (before !== null) {
    const difference = Number(now.toFixed(1)) - Number(before.toFixed(1));
    const size = sayNumber(Math.abs(difference), 1);
    parts.push(
      size === '0.0' ? 'the same as last year' : `${size} ${difference > 0 ? 'wider' : 'narrower'} than last year`,
    );
  }
  const standing = sayAgainstProfile(status, direction, 1);
  return `${parts.join(', ')}${standing === null ? '' : `; ${standing}`}.`;
}
