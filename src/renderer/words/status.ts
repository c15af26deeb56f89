import type { Tier } from '../../core/performance/measure-table.ts';

/** The Board's words for each tier. */
export const TIER_WORDS: Readonly<Record<Tier, string>> = {
  'generally-satisfied': 'Generally satisfied',
  'some-concerns': 'Some concerns',
  'significant-concern': 'Area of significant concern',
  'monitoring-only': 'Monitoring only',
  'not-yet-known': 'Not yet known',
};

/** Worst first, as a Board reads them. */
export const TIER_ORDER: readonly Tier[] = [
  'significant-concern',
  'some-concerns',
  'generally-satisfied',
  'monitoring-only',
  'not-yet-known',
];

/** What each profile is called wherever it is named. */
export const PROFILE_WORDS = {
  linear: 'Target in equal steps (linear)',
  'last-year-share': 'Target by last year’s share',
  'own-periods': 'Target as the Board shared it out',
} as const;

/** What a measure is, for its definition. */
export const KIND_WORDS = {
  count: 'Counts',
  rate: 'Rate per 1,000 residents',
  percentage: 'Percentage: n of N',
  'distance-travelled': 'Distance travelled: scores at entry and exit',
  cohort: 'Cohort: people followed',
  'cumulative-gap': 'Gap since April: priority neighbourhoods against the city',
} as const;

export const DIRECTION_WORDS = {
  'more-is-better': 'More is better',
  'less-is-better': 'Less is better',
  monitor: 'Watched, not judged',
} as const;

export const sayTiers = (tiers: readonly Tier[]): string =>
  TIER_ORDER.map((tier) => ({ tier, count: tiers.filter((one) => one === tier).length }))
    .filter(({ count }) => count > 0)
    .map(({ tier, count }) => `${String(count)} ${TIER_WORDS[tier].toLowerCase()}`)
    .join(' · ');
