import { financialYearFrom } from '../time/financial-year.ts';
import type { Measure } from './measure.ts';

const YEAR = financialYearFrom(2015);

/** What every measure of the July 2015 report shares: monthly, linear profile, 15% tolerance, the month's own sheet. */
const boardMeasure = {
  cadence: 'month',
  tolerancePercent: 15,
  profile: 'linear',
  lagMonths: 0,
  datasets: ['measure-sheet'],
} as const;

const POLICE = 'Devon and Cornwall Police';
const COUNCIL = 'Plymouth City Council';

/**
 * The Board's measures as in the performance report of 23 July 2015 (names, directions, targets for 2015/16). Where the
 * report names no owner, the owner is the organisation the figures come from.
 */
export const boardMeasures: readonly Measure[] = [
  {
    ...boardMeasure,
    id: 'gap',
    name: 'Closing the gap in overall crime between city rate and priority neighbourhoods',
    shortName: 'The gap',
    definition:
      'All crime per 1,000 residents since April in the 10 priority neighbourhoods taken together, minus all crime per ' +
      '1,000 residents in the city, those neighbourhoods included. Crimes without a neighbourhood count for the city only.',
    unit: 'crimes per 1,000',
    direction: 'less-is-better',
    targets: [{ year: YEAR, annual: 77.3, words: 'gap of not more than 77.3' }],
    owner: POLICE,
    source: 'Recorded crime by neighbourhood, Performance & Analysis',
    lagMonths: 1,
    datasets: ['recorded-crime', 'measure-sheet'],
  },
  {
    ...boardMeasure,
    id: 'all-crime',
    name: 'All crime',
    shortName: 'All crime',
    definition: 'Every crime recorded by the police in the city, by the month it was recorded.',
    unit: 'crimes',
    direction: 'less-is-better',
    targets: [],
    owner: POLICE,
    source: 'Recorded crime, Performance & Analysis',
    datasets: ['recorded-crime', 'measure-sheet'],
  },
  {
    ...boardMeasure,
    id: 'domestic-abuse',
    name: 'Increase reporting of domestic violence (crimes and incidents)',
    shortName: 'Domestic abuse',
    definition: 'Domestic abuse crimes and incidents recorded by the police. More reporting is wanted.',
    unit: 'crimes and incidents',
    direction: 'more-is-better',
    targets: [{ year: YEAR, annual: 6588, words: 'record more than 6,587' }],
    owner: POLICE,
    source: 'Domestic abuse crimes and incidents, Performance & Analysis',
  },
  {
    ...boardMeasure,
    id: 'da-referrals',
    name: 'Increase referrals to domestic abuse services',
    shortName: 'Domestic abuse referrals',
    definition: 'Referrals to the domestic abuse service; a repeat client is counted once a quarter.',
    unit: 'referrals',
    direction: 'more-is-better',
    cadence: 'quarter',
    targets: [{ year: YEAR, annual: 2666, words: 'receive more than 2,665 referrals' }],
    owner: 'Domestic abuse service (PDAS)',
    source: 'Domestic abuse service referrals, quarterly return',
  },
  {
    ...boardMeasure,
    id: 'dash-training',
    name: 'Number of professionals in receipt of DASH training',
    shortName: 'DASH training',
    definition: 'Professionals who attended DASH (domestic abuse, stalking and honour-based violence) risk training.',
    unit: 'professionals trained',
    direction: 'more-is-better',
    cadence: 'quarter',
    targets: [{ year: YEAR, annual: 200, words: 'at least 200 professionals to attend DASH training' }],
    owner: 'Safer Plymouth',
    source: 'DASH training return',
  },
  {
    ...boardMeasure,
    id: 'asb',
    name: 'Reduce anti-social behaviour incidents',
    shortName: 'Anti-social behaviour',
    definition:
      'Anti-social behaviour incidents recorded by the police. Counts, although the report’s heading says «rate».',
    unit: 'incidents',
    direction: 'less-is-better',
    targets: [{ year: YEAR, annual: 10064, words: 'not more than 10,064 incidents' }],
    owner: POLICE,
    source: 'Anti-social behaviour incidents, monthly',
  },
  {
    ...boardMeasure,
    id: 'hate',
    name: 'The number of racist, disablist, homophobic and faith incidents reported',
    shortName: 'Hate incidents',
    definition: 'Racist, disablist, homophobic and faith incidents reported. More reporting is wanted.',
    unit: 'incidents',
    direction: 'more-is-better',
    targets: [{ year: YEAR, annual: 621, words: 'record 621 incidents' }],
    owner: COUNCIL,
    source: 'Hate incidents reported, Plymouth City Council performance measure',
  },
  {
    ...boardMeasure,
    id: 'serious-acquisitive-crime',
    name: 'Reduce serious acquisitive crime (monitoring levels only)',
    shortName: 'Serious acquisitive crime',
    definition: 'Serious acquisitive crimes recorded by the police. Watched, without a performance measure.',
    unit: 'crimes',
    direction: 'monitor',
    targets: [],
    owner: POLICE,
    source: 'Serious acquisitive crime, Performance & Analysis',
  },
];
