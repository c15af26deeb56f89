import type { ProfileKind } from '../measure/measure.ts';
import type { Status, Tier } from '../performance/measure-table.ts';
import { sayNumber } from '../performance/say-number.ts';

/** The Board's own words for the tiers (performance report of 23 July 2015). */
export const BOARD_WORDS: Record<Tier, string> = {
  'generally-satisfied': 'Generally satisfied with performance',
  'some-concerns': 'Some concerns about performance in this area',
  'significant-concern': 'Area of significant concern',
  'monitoring-only': 'Monitoring only: no performance measure',
  'not-yet-known': 'Not yet known',
};

/** How a target is shared over the year, in words that need no glossary. */
export const PROFILE_WORDS: Record<ProfileKind, string> = {
  linear: 'the year’s target in equal steps',
  'last-year-share': 'the year’s target shared out as last year fell',
  'own-periods': 'the year’s target as the Board shared it out',
};

/** A tolerance as written: `15%`, `7.5%`. */
export const sayTolerance = (percent: number): string => `${sayNumber(percent, Number.isInteger(percent) ? 0 : 1)}%`;

/** The Board's words with the rule behind them: «Some concerns about performance in this area (within 15% …)». */
export function statusLine({ tier }: Pick<Status, 'tier'>, tolerancePercent: number): string {
  const within = sayTolerance(tolerancePercent);
  if (tier === 'some-concerns') return `${BOARD_WORDS[tier]} (off the profile by up to ${within})`;
  if (tier === 'significant-concern') return `${BOARD_WORDS[tier]} (off the profile by more than ${within})`;
  return BOARD_WORDS[tier];
}

/** `, so generally satisfied`: what the Board's rule makes of a standing; null where it makes nothing. */
export function sayRule(status: Status, tolerancePercent: number): string | null {
  const within = sayTolerance(tolerancePercent);
  switch (status.tier) {
    case 'generally-satisfied':
      return 'On the right side of the profile: generally satisfied.';
    case 'some-concerns':
      return `On the wrong side, but by no more than ${within}: some concerns.`;
    case 'significant-concern':
      return `On the wrong side by more than ${within}: significant concern.`;
    case 'monitoring-only':
    case 'not-yet-known':
      return null;
  }
}
