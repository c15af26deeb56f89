import { monthsFrom, type Month } from '../time/month.ts';
import type { RecordDraft } from './draft.ts';
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
  finish(): RecordQuality;
  readonly references: ReferenceTally;
} {
  const references = new ReferenceTally();
  const months = new TextMap<Month>();
  const blank = { reference: 0, area: 0, offence: 0, outcome: 0 };
  let kept = 0;
  let events = 0;
  return {
    references,
    add(draft) {
      kept += 1;
      events += draft.events;
      if (months.get(draft.month) === undefined) months.set(draft.month, draft.month);
      if (draft.reference === null) blank.reference += 1;
      else references.add(draft.reference, draft.row);
      if (draft.area === null) blank.area += 1;
      if (draft.offence === null && draft.offenceGroup === null) blank.offence += 1;
      if (draft.outcome === null) blank.outcome += 1;
    },
    finish() {
      const met = [...months.entries()].map(([, month]) => month).sort();
      const [first] = met;
      const last = met.at(-1);
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
      };
    },
  };
}
