import { sayList, sayNumber } from '../performance/say-number.ts';
import { monthsBetween, type Month } from '../time/month.ts';
import { periodInWords } from '../time/period.ts';
import { noEvidence, type EvidenceRow, type EvidenceTable } from './evidence-table.ts';
import { scopeInSentence, type EvidenceScope } from './evidence-scope.ts';

/** One measure and the months of the two periods that are not held. */
export interface MeasureKnown {
  readonly name: string;
  readonly owner: string;
  readonly dataTo: string | null;
  readonly missing: readonly Month[];
  readonly source: string;
}

/** One field of the records and how many leave it blank; `blank` equal to `of`: it is not there at all. */
export interface FieldKnown {
  readonly name: string;
  readonly blank: number;
  readonly of: number;
}

export interface KnowledgeInput {
  readonly scope: EvidenceScope;
  readonly measures: readonly MeasureKnown[];
  readonly fields: readonly FieldKnown[];
  readonly unplaced: { readonly records: number; readonly of: number } | null;
  readonly hasComparison: boolean;
  readonly hasCosts: boolean;
  readonly hasResidents: boolean;
  readonly beforeHeld: boolean;
}

const TITLE = 'Gaps in knowledge';
const METHOD =
  'Drafted from what the store does not hold. What nobody sent is listed; what nobody asked for the partnership must add.';
/** A field that so many percent leave blank says little. */
const MOSTLY = 50;
const OFTEN = 10;

const percent = (part: number, of: number): number => (of === 0 ? 0 : (part / of) * 100);

/** `April and May 2015`, `April 2014 to March 2015`, …: months said as runs. */
export function monthsInRuns(months: readonly Month[]): string {
  const runs: { from: Month; to: Month }[] = [];
  for (const month of [...months].sort()) {
    const last = runs.at(-1);
    if (last !== undefined && monthsBetween(last.to, month) === 1)
      runs[runs.length - 1] = { from: last.from, to: month };
    else runs.push({ from: month, to: month });
  }
  return sayList(runs.map(periodInWords));
}

/** What is not known, as sentences an assessment can print. */
export function knowledgeGaps(input: KnowledgeInput): EvidenceTable {
  const { scope } = input;
  const rows: EvidenceRow[] = [];
  const add = (id: string, head: string, says: string, follows: string) =>
    rows.push({ id, head, cells: [says, follows] });
  for (const one of input.measures) {
    if (one.dataTo === null)
      add(
        `measure ${one.name}`,
        one.name,
        'Nothing is held.',
        `Ask ${one.owner} for ${one.source.replace(/\.$/, '')}.`,
      );
    else if (one.missing.length > 0)
      add(
        `measure ${one.name}`,
        one.name,
        `Not held: ${monthsInRuns(one.missing)}.`,
        `Sums over these months are not given. Ask ${one.owner}.`,
      );
  }
  if (!input.beforeHeld)
    add(
      'before',
      'Records of the year before',
      `The records do not cover all of ${scopeInSentence(scope.before)}.`,
      'No change is given by kind of offence, neighbourhood, person or outcome.',
    );
  if (input.unplaced !== null && input.unplaced.records > 0)
    add(
      'unplaced',
      'Place',
      `${sayNumber(input.unplaced.records)} of ${sayNumber(input.unplaced.of)} records (${sayNumber(percent(input.unplaced.records, input.unplaced.of), 1)}%) name no neighbourhood that is known.`,
      'They count for the city only; rates of neighbourhoods are a little low.',
    );
  const absent = input.fields.filter(({ blank, of }) => of > 0 && blank === of).map(({ name }) => name);
  if (absent.length > 0)
    add(
      'absent',
      'Fields of the records',
      `The records do not say: ${sayList(absent)}.`,
      'These sides of crime cannot be described. Ask for the columns in the next extract.',
    );
  for (const { name, blank, of } of input.fields) {
    const share = percent(blank, of);
    if (of === 0 || blank === of || share < OFTEN) continue;
    add(
      `field ${name}`,
      name.slice(0, 1).toUpperCase() + name.slice(1),
      `${share >= MOSTLY ? 'Mostly not recorded' : 'Often not recorded'}: ${sayNumber(share)}% of the records are blank.`,
      'Shares are of those recorded, who may not be like the others.',
    );
  }
  if (!input.hasResidents)
    add('residents', 'Residents', 'No residents by neighbourhood are held.', 'No rates can be given.');
  if (!input.hasComparison)
    add(
      'comparison',
      'Other areas',
      `No comparison with the group is held for ${scopeInSentence(scope.period)}.`,
      'Whether the rates are high or low for a place like this is not known.',
    );
  if (!input.hasCosts) add('costs', 'Unit costs', 'No unit costs are held.', 'The cost of crime is not given.');
  if (scope.provisional)
    add(
      'provisional',
      'Provisional figures',
      'Some figures may still change.',
      'Late recording raises the last months.',
    );
  if (scope.illustrative)
    add(
      'illustrative',
      'Illustrative figures',
      'Some of these figures are not real.',
      'Nothing may be concluded from them.',
    );
  if (rows.length === 0)
    return noEvidence(
      'knowledge-gaps',
      TITLE,
      'Every measure is held for every month of the two periods, and no field of the records is often blank.',
      METHOD,
    );
  const late = input.measures.filter(({ missing }) => missing.length > 0).length;
  return {
    id: 'knowledge-gaps',
    title: TITLE,
    finding: `${String(rows.length)} ${rows.length === 1 ? 'gap is' : 'gaps are'} known of for ${scopeInSentence(scope.period)}${late === 0 ? '' : `; ${String(late)} ${late === 1 ? 'measure lacks' : 'measures lack'} months`}.`,
    rowHead: 'What',
    columns: [
      { id: 'says', head: 'What is not known', kind: 'words' },
      { id: 'follows', head: 'What follows', kind: 'words' },
    ],
    rows,
    notes: [],
    rests: { sources: [], dataTo: scope.dataTo, method: METHOD },
    provisional: false,
    illustrative: false,
    nothing: null,
    disclosure: null,
    ordered: null,
  };
}
