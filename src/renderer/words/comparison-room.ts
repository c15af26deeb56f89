/** The sentences of the room «Comparison». Under the name of each file: what it says. */
export const COMPARISON_ROOM = {
  // comparing
  bars: 'Bars',
  funnel: 'Funnel',
  rankOverTime: 'Rank over time',
  rateOverTime: 'Rate over time',
  allOffences: 'All offences',
  madeTimes: (datedCount: number) => `, made ${String(datedCount)} times`,
  allPartnershipsHeld: (areaCount: number) => `All ${String(areaCount)} partnerships held`,
  allPoliceForcesHeld: (areaCount: number) => `All ${String(areaCount)} police forces held`,
  comparison: 'Comparison',
  groups: 'Groups…',
  whatIsCompared: 'What is compared',
  among: 'Among',
  ourForce: 'Our force',
  measure: 'Measure',
  beside: 'Beside',
  nothing: 'Nothing',
  waysOfLooking: 'Ways of looking',
  period: 'Period',
  otherMonths: 'Other months…',
  firstMonth: 'First month',
  lastMonth: 'Last month',

  // comparison-view
  lookingForComparisons: 'Looking for comparisons…',

  // panels
  anExampleGroupNot: 'An example group, not the Home Office’s.',
  useItToTry: ' Use it to try the comparison, not to report it.',
  notLikeForLike: 'Not like for like.',
  tooFewRatesTo: 'Too few rates to compare.',
  areaHas: 'area has',
  areasHave: 'areas have',
  noResidentsHeldBring: (without: string) =>
    ` ${without} no residents held: bring in a table of residents by area, and the rates follow.`,
  comparing: 'Comparing…',
  theTwoPeriodsBeside: 'The two periods beside each other',
  asHeld: 'As held',
  monthByMonth: 'Month by month',
  quarterByQuarter: 'Quarter by quarter',
  n12MonthsRollingEach: '12 months rolling, each quarter',
  wholeYears: 'Whole years',
  points: 'Points',
  comparingEveryOffenceGroup: 'Comparing every offence group…',

  // picture-of
  theSameFigures: 'The same figures',
  chart: (periodInWords: string) => `Chart, ${periodInWords}`,
  funnelWord: 'Funnel. ',
  noOwnAreaIs: 'No own area is chosen.',
  chooseItAboveTo: ' Choose it above to see its rank over time.',
  noOwnAreaIsChosen: 'no own area is chosen.',
  theOwnArea: 'The own area',
  isOf1Is: (area: string, rank: number, one: number, words: string) =>
    `${area} is ${String(rank)} of ${String(one)} (1 is lowest) in ${words}.`,
  chartWord: 'Chart',
  overTime: (measureName: string, shows: string, said: string) => `${measureName}, ${shows} over time: ${said}`,

  // reading
  howItIsRead: 'How it is read',
  limits: 'Limits',
  sd: '± SD',
  confidence: 'Confidence',
  average: 'Average',

  // group-tables
  residents: (populationYear: string) => ` Residents: ${populationYear}.`,
  source: (source: string, text: string) => `Source: ${source}.${text}`,
  theOneUsed: (head: string) => `${head} (the one used)`,
  area: 'Area',
  crimes: 'Crimes',
  residentsWord: 'Residents',
  rate: 'Rate',
  per1000: 'per 1,000',
  ownLimits: 'Own limits',
  rank: 'Rank',
  n1Lowest: '1 = lowest',
  distance: 'Distance',
  fromAverage: 'from average',
  againstLimits: 'Against limits',
  meanOfTheRates: 'Mean of the rates',
  allCrimesOverAll: 'All crimes over all residents',
  per1000Residents: (measureName: string, periodInWords: string, periodInWords2: string) =>
    `${measureName} per 1,000 residents: ${periodInWords} beside ${periodInWords2}`,
  ownArea: 'own area',
  andItsGroupOver: (measureName: string, area: string) => `${measureName}: ${area} and its group over time`,
  beforeRevision: 'Before revision',
  ofTheGroup: 'of the group',
  lowestToHighest: 'Lowest to highest',
  of: 'Of',

  // offence-table
  ofOf: (rank: number, one: number) => `${String(rank)} of ${String(one)}`,
  fewer: 'Fewer',
  toTheAverage: 'to the average',
  aYearBefore: 'A year before',
  change: 'Change',
  direction: 'Direction',
  ownAreaWord: 'Own area',
  allOffenceGroups: (area: string, periodInWords: string) => `${area}: all offence groups, ${periodInWords}`,
  offenceGroup: 'Offence group',
  theYearBeforeIs: 'The year before is not held for these months, so no direction can be told.',
  noOffenceGroupCan: 'No offence group can be set against limits: rates of at least three areas are needed.',
  isInLineWith: (area: string, name: string) =>
    `${area} is in line with the others in ${name}, the one offence group held.`,
  isInLineWithThe: (area: string, judgedCount: number) =>
    `${area} is in line with the others in all ${String(judgedCount)} offence groups.`,
  offenceGroupOf: (judgedCount: number, text: string) => `${String(judgedCount)} offence group${text}`,
  andOthers: ' and others',
  isAboveTheLimits: (area: string, aboveCount: number, one: string, named: string, below: number) =>
    `${area} is above the limits in ${String(aboveCount)} of ${one}${named}; below them in ${String(below)}.`,

  // periods-offered
  n12Months: (period: string) => `${period} (12 months)`,
} as const;
