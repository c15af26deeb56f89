/** What the field's words mean, shown where they stand at the head of a column. */
export const GLOSSARY = {
  profile: 'Where the measure should be by now if the year’s target is shared out in equal steps.',
  share: 'Where it should be by now if the year falls as last year did, month by month.',
  cumulative: 'Added up since 1 April.',
  alone: 'That month or quarter by itself.',
  change: 'Year to date against the same months of last year.',
  status: 'The Board’s three tiers: on or better than profile; up to the tolerance short of it; further off.',
  rank: '1 is the highest rate.',
  shareOfGap: 'This neighbourhood’s crimes above what the city rate would give, over all ten’s.',
  rate: 'Recorded crimes for every 1,000 residents.',
} as const;

export type Term = keyof typeof GLOSSARY;
