import type { FinancialYear } from '../time/financial-year.ts';
import { measureIn } from './measure-words.ts';
import { yearsIn } from './read-year.ts';
import { tidyLabel } from './tidy-text.ts';
import type { RowMeaning } from './wide-mapping.ts';

/** What a row label says by its own words. */
export interface RowLabel {
  readonly meaning: RowMeaning;
  /** The measure the label itself names; null where the table's title must say. */
  readonly measure: string | null;
  readonly years: readonly FinancialYear[];
}

const CHANGE = /^%|%\s*$|\b(?:% ?)?(?:difference|change|variance)\b|\bpercent/i;
const TARGET = /\btargets?\b|\btrajectory\b|\bprofile\b|\bplanned\b/i;
// «Culmative» is how the July 2015 return spells it.
const CUMULATIVE = /\bcum\b|\bcum+ul|\bculm|\brunning total\b|\byear to date\b|\bytd\b/i;
const COUNT = /\bactuals?\b|^(?:number|count|total|monthly|recorded|crimes?|incidents?|referrals?|offences?)$/i;
const GAP = /\bgap\b/i;

/** Reads a row label of a measure sheet: «Cum Actuals 14/15», «Target Gap 15/16», «% difference in Actuals», «2014/15». */
export function readRowLabel(text: string): RowLabel {
  const label = tidyLabel(text);
  const years = yearsIn(label);
  return { meaning: meaningOf(label, years.length > 0), measure: measureIn(label), years };
}

function meaningOf(label: string, hasYear: boolean): RowMeaning {
  if (CHANGE.test(label)) return 'change';
  if (GAP.test(label)) return TARGET.test(label) ? 'gap-target' : 'gap';
  if (TARGET.test(label)) return 'target';
  if (CUMULATIVE.test(label)) return 'cumulative';
  return hasYear || COUNT.test(label) || measureIn(label) !== null ? 'count' : 'not-understood';
}
