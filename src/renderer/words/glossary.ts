/**
 * The words of the field and what they mean: one list, shown on hover, in the help, and in the README (a test holds
 * the two alike). A new word goes in both.
 */
export const GLOSSARY = {
  measure: 'what the Board watches: a name, a unit, which way is better, a target, an owner',
  area: 'a place figures are counted for: the city, a neighbourhood, a partnership',
  'other name': 'what an extract may call an area besides its name: a spelling, a code',
  'small area': 'an LSOA: 1,000 to 3,000 residents, the smallest area police extracts name',
  period: 'a span of whole months: a month, a quarter, a financial year (April to March)',
  lookup: 'which neighbourhood or ward each small area (LSOA) lies in, as one import says it',
  import: 'one file that was kept, with its SHA-256; withdrawn, never deleted',
  dataset: 'extracts of one kind from one source; a newer import corrects an older one of the same dataset',
  mapping: 'what the officer decided of a sheet, kept for the next file of the same source; each decision is a version',
  drift: 'how a table differs from the one a mapping was kept for: moved, a column renamed, added or gone',
  observation: 'one number read from one cell (or the difference of two)',
  record: 'one row of a record extract: one crime or incident',
  'personal column':
    'names, dates of birth, full postcodes, addresses, notes in an extract: left out unless you say why not',
  'keyed hash':
    'what a reference is kept as: the same reference gives the same hash in this store, and cannot be read back',
  retention: 'how long the records of a source are kept before you are asked to remove them',
  refusal: 'a cell that was not taken, with what it held and why',
  warning: 'something to know about a sheet; nothing was lost',
  finding: 'a place in a sheet that does not add up: what stands there, what would be right, and why',
  recommendation: 'what an assessment or a meeting asked for, with owner, day due and progress',
  list: 'entries kept by hand or brought from a sheet, in versions: recommendations, grants, dates and the like',
  evidence: 'what an issue rests on, and whose it is: police, partner, voluntary sector, community voice',
  origin: 'file, sheet and cell of a number',
  figure: 'a number with its method and its origins',
  profile: 'the target shared over the year: linear, or as last year fell',
  status: 'where a measure stands against its profile, in three tiers',
  gap: 'rate of the priority neighbourhoods taken together minus the rate of the city, since April',
  MSG: 'most similar group: the areas a partnership is compared with',
  group: 'the areas compared with, with the months they are valid for, a source and an own area',
  limits: "where a rate would lie by chance alone, or by chance and the areas' own spread; always of a named kind",
  funnel: 'rates by residents: the fewer the residents, the wider the limits',
  'rule set': 'named rules of a process chart, saved with a measure and printed under it',
  'step change': 'a month from which a process chart has new limits, set by the officer with a reason',
  'exceptional period':
    'months not like others (a lockdown, a change of recording), left out of what the officer chooses',
  release: 'one edition of a published table; a later one may revise what an earlier one said of a period',
  boundary: 'outlines of areas from a GeoJSON file',
  'data to': 'the last month (or quarter) a measure knows',
  version: 'a definition as it stood; a change is a new version, and a pack uses the one in force for its month',
  share: "n of N people with Wilson's limits: a percentage, a cohort, distance travelled",
  pack: 'what is handed to the Board for a month, kept with all it was made from',
  template: 'which sections a pack has, and in which order',
  marking: 'the handling marking on every page, sheet and chart of a pack',
  sign: "shorthand in a table: `[c]`, `[x]`, `[z]`, `[p]`, `[r]`, explained under the pack's data notes",
  'handed over': 'said of a pack that left the desk: the packs after it mind what it printed',
  withheld: 'left out of packs as a small number, or because it would give one away',
  illustrative: 'not real: made up in the shape of real figures',
  'unit cost': 'what one offence costs by a list the officer brings, with whose it is and of which year its prices are',
  'gap in knowledge': 'what the store does not hold, said as a sentence',
  document: 'the whole assessment as Word, PDF or workbook, chapter by chapter',
  'last year’s share': 'where a measure should be by now if the year falls as last year did, month by month',
  cumulative: 'added up since 1 April',
  discrete: 'of that month or quarter alone',
  change: 'year to date against the same months of last year',
  rank: 'place by rate; 1 is the highest',
  'part of the gap': 'a neighbourhood’s crimes above what the city’s rate would give, over those of all ten',
  rate: 'recorded crimes for every 1,000 residents',
  tolerance: 'how far a measure may fall short of its profile before the concern is significant',
  'usual day': 'the day a source’s figures have usually come by, from when they came before',
} as const;

export type Term = keyof typeof GLOSSARY;

/** A meaning as it stands by itself: a sentence. */
export const meaningOf = (term: Term): string => {
  const meaning: string = GLOSSARY[term];
  return `${meaning.charAt(0).toUpperCase()}${meaning.slice(1)}.`;
};

/** Heads of columns that are words of the glossary under another name. */
const HEADS: Readonly<Record<string, Term>> = {
  Profile: 'profile',
  Rate: 'rate',
  Rank: 'rank',
  Limits: 'limits',
  'Own limits': 'limits',
  Cumulative: 'cumulative',
  Part: 'part of the gap',
};

/** The word of the glossary that the head of a column stands for, or null. */
export const termOfHead = (head: string): Term | null => HEADS[head] ?? null;
