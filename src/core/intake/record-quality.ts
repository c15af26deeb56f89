import { monthsFrom, type Month } from '../time/month.ts';
import type { RecordDraft } from './draft.ts';
import type { DaySpan } from './read-period.ts';
import { ReferenceTally } from './reference-tally.ts';
import { TextMap } from './text-map.ts';

/** What the officer should know of a record extract before keeping it. Rows, unless it says otherwise. */
export interface RecordQuality {
  readonly kept: number;
  readonly events: number;
  readonly withoutReference: number;
  /** Rows whose reference stands on an earlier row too. Rows without a reference are never taken for repeats. */
  readonly repeatedReferences: number;
  /** Rows that could not be placed in an area; null when the extract has no area column. */
  readonly withoutArea: number | null;
  readonly withoutOffence: number | null;
  readonly withoutOutcome: number | null;
  /** Months between the first and the last that have no row at all. */
  readonly missingMonths: readonly Month[];
  /** Rows dated outside the period the title states, and the first such cell; null when no title states one. */
  readonly outsidePeriod: OutsidePeriod | null;
  /** Few rows a year or more away from all others, as a slip in a date puts them, and their months. */
  readonly farFromOthers: { readonly rows: number; readonly months: readonly Month[] };
}

export interface OutsidePeriod {
  readonly rows: number;
  readonly stated: DaySpan;
  readonly first: string | null;
}

/** Which columns an extract has: a blank counts only where there is a column. */
export interface RecordColumnsFound {
  readonly area: boolean;
  readonly offence: boolean;
  readonly outcome: boolean;
}

/** Tallies the quality of records as they are read, in memory that does not grow with their number of fields. */
export function recordQuality(found: RecordColumnsFound): {
  add(draft: RecordDraft): void;
  finish(outsidePeriod: OutsidePeriod | null): RecordQuality;
  readonly references: ReferenceTally;
} {
  const references = new ReferenceTally();
  const months = new TextMap<MonthMet>();
  const blank = { reference: 0, area: 0, offence: 0, outcome: 0 };
  let kept = 0;
  let events = 0;
  return {
    references,
    add(draft) {
      kept += 1;
      events += draft.events;
      const met = months.get(draft.month);
      if (met === undefined) months.set(draft.month, { month: draft.month, rows: 1 });
      else met.rows += 1;
      if (draft.reference === null) blank.reference += 1;
      else references.add(draft.reference, draft.row);
      if (draft.area === null) blank.area += 1;
      if (draft.offence === null && draft.offenceGroup === null) blank.offence += 1;
      if (draft.outcome === null) blank.outcome += 1;
    },
    finish(outsidePeriod) {
      const met = [...months.entries()].map(([, one]) => one).sort((a, b) => (a.month < b.month ? -1 : 1));
      const far = farFrom(met, kept);
      const near = met.filter((one) => !far.includes(one));
      const first = near[0]?.month;
      const last = near.at(-1)?.month;
      const between = first === undefined || last === undefined ? [] : monthsFrom(first, last);
      return {
        kept,
        events,
        withoutReference: blank.reference,
        repeatedReferences: references.repeated,
        withoutArea: found.area ? blank.area : null,
        withoutOffence: found.offence ? blank.offence : null,
        withoutOutcome: found.outcome ? blank.outcome : null,
        missingMonths: between.filter((month) => months.get(month) === undefined),
        outsidePeriod,
        farFromOthers: { rows: rowsOf(far), months: far.map(({ month }) => month) },
      };
    },
  };
}

interface MonthMet {
  readonly month: Month;
  rows: number;
}

/** So many months without a row part a slip in the date from a gap in the extract. */
const FAR = 12;
/** More rows than this share of all are no slips. */
const FEW = 0.05;

const rowsOf = (months: readonly MonthMet[]): number => months.reduce((sum, { rows }) => sum + rows, 0);

/** The months, in order, that lie a year or more from the run of months with most rows; none where they hold many. */
function farFrom(met: readonly MonthMet[], kept: number): MonthMet[] {
  const runs: MonthMet[][] = [];
  for (const one of met) {
    const before = runs.at(-1)?.at(-1)?.month;
    if (before === undefined || monthsFrom(before, one.month).length - 2 >= FAR) runs.push([one]);
    else runs.at(-1)?.push(one);
  }
  const main = runs.toSorted((a, b) => rowsOf(b) - rowsOf(a))[0];
  const far = runs.flatMap((run) => (run === main ? [] : run));
  return rowsOf(far) <= kept * FEW ? far : [];
}
