import type { Month } from '../time/month.ts';

/** What a printed or derived number is. Only `count` (discrete, one period) enters the figures by itself. */
export type Quantity =
  | 'count' // events in the period: a month, a quarter
  | 'cumulative' // as printed, since April
  | 'target' // printed target profile, cumulative
  | 'annual' // a whole year as printed
  | 'change' // a printed difference or percentage
  | 'gap' // printed gap per 1,000, cumulative
  | 'gap-annual'
  | 'gap-target'
  | 'population'
  | 'rate' // already worked out by the source: never summed
  | 'member' // 1: an area is a member of a group over these months
  | 'cohort' // people followed
  | 'returned'; // of the cohort, returned to court

export type SymbolMeaning =
  | 'under' // «<5»: a count that is known to be below `under`
  | 'suppressed' // «*», «[c]»
  | 'not-available' // «n/a», «..», «[x]», «:»
  | 'not-applicable' // «[z]»
  | 'nil' // «-»: the source does not say whether none or not known
  | 'low'; // «[low]»: rounds to nought

/** A sign that stands where a number would, kept as what it means. */
export interface CellSymbol {
  readonly found: string;
  readonly meaning: SymbolMeaning;
  /** The 5 of «<5»; null otherwise. */
  readonly under: number | null;
}

/** One number read from one cell (or the difference of two), not yet kept. */
export interface ObservationDraft {
  readonly kind: 'observation';
  readonly measure: string;
  /** The area as the officer names it; null means the partnership's own city. */
  readonly area: string | null;
  readonly areaKind: 'city' | 'neighbourhood' | 'partnership' | 'force' | 'region' | 'ward' | 'other';
  readonly from: Month;
  readonly to: Month;
  readonly quantity: Quantity;
  /** null with a symbol: the source says something, but no number. */
  readonly value: number | null;
  readonly symbol: CellSymbol | null;
  readonly cell: string;
  /** For a month taken out of a cumulative row: the earlier cell that was subtracted. */
  readonly minus: string | null;
  /** Codes of the Office for National Statistics that stand beside the area's name, of the area's own kind. */
  readonly codes?: readonly string[];
}

/** The people of a record as categories: never a name, an address or a day of birth. Null where the cell was blank. */
export interface RecordPeople {
  /** Of the victim, as are `ageBand` and `sex` of the record. */
  readonly ethnicity: string | null;
  /** Victim to offender: «partner», «stranger». */
  readonly relationship: string | null;
  /** Whether the victim had been one before, as the extract says it. */
  readonly repeat: string | null;
  readonly offenderAgeBand: string | null;
  readonly offenderSex: string | null;
  readonly offenderEthnicity: string | null;
}

/** One row of a record extract (one crime). Texts as tidied; null where the cell was blank or not mapped. */
export interface RecordDraft {
  readonly row: number;
  /** How many events the row stands for: 1, unless the extract has a count column that says more. */
  readonly events: number;
  readonly reference: string | null;
  readonly day: string | null;
  readonly month: Month;
  readonly time: string | null;
  /** Neighbourhood by its one name; null: could not be placed, counts for the city only. */
  readonly area: string | null;
  readonly offenceGroup: string | null;
  readonly offence: string | null;
  readonly outcome: string | null;
  readonly ageBand: string | null;
  readonly sex: string | null;
  readonly flag: string | null;
  readonly beat: string | null;
  readonly lsoa: string | null;
  readonly easting: number | null;
  readonly northing: number | null;
  /** Absent: the extract has no such column. */
  readonly people?: RecordPeople;
  /** District of the LSOA («Plymouth» of «Plymouth 001A»), where the extract covers more than the city; null: no place. */
  readonly district?: string | null;
}

/** One client's scores in one domain at entry and exit (Outcome Star, Empowerment Star). */
export interface ScoreDraft {
  readonly kind: 'score';
  readonly client: string;
  readonly domain: string;
  readonly entry: number | null;
  readonly exit: number | null;
  readonly closedOn: string | null;
  readonly satisfied: boolean | null;
  readonly referral: string | null;
  readonly row: number;
  readonly cell: string;
}

/** The neighbourhood or ward one LSOA lies in. `also`: the name of the LSOA, where the sheet gives it. */
export interface LookupDraft {
  readonly smallArea: string;
  readonly also: string | null;
  readonly area: string;
  readonly areaKind: 'neighbourhood' | 'ward';
  readonly cell: string;
}

/** One recommendation or agreed action, with what has become of it. Texts as they stand; null where blank or no column. */
export interface RecommendationDraft {
  readonly number: string | null;
  readonly text: string;
  readonly owner: string | null;
  /** The day it is due (the last of a month named alone), and the words where they name no day («ongoing»). */
  readonly due: string | null;
  readonly dueWords: string | null;
  readonly progress: string | null;
  readonly status: string | null;
  readonly cell: string;
}

/** One question of a survey or an engagement session, with how many of how many answered so. */
export interface SurveyAnswerDraft {
  /** What the survey or session is called. */
  readonly source: string;
  readonly kind: 'survey' | 'session';
  readonly question: string;
  readonly answer: string | null;
  /** n of N; null: not known. */
  readonly part: number | null;
  readonly whole: number | null;
  /** The day it was held, or the period in words where no day is named. */
  readonly held: string | null;
  readonly period: string | null;
  readonly quote: string | null;
  readonly cell: string;
}

/** A cell that was not taken, with what it held and why. */
export interface Refusal {
  readonly cell: string;
  readonly found: string;
  readonly why: string;
}

/** Something the officer should know; nothing was lost. `check` names the rule, `cells` the block, `says` the sentence. */
export interface Warning {
  readonly check: string;
  /** A cell, a block, or several of them: `G7`, `H7:P7`, `F3, F4`. */
  readonly cells: string;
  readonly says: string;
  /** What stands there, and what would add up; null or absent where no one value says it. */
  readonly found?: string | null;
  readonly expected?: string | null;
}
