import type { Measure } from '../../../core/measure/measure.ts';
import { gradeOf } from '../../../core/words/direction-words.ts';
import type { Contributions } from '../../../core/words/driven-by.ts';
import { financialYearOf, firstMonthOf } from '../../../core/time/financial-year.ts';
import { addMonths, type Month } from '../../../core/time/month.ts';
import { areaMonthCounts, offenceMonthCounts } from '../store/held-counts.ts';
import { neighbourhoodsHeld } from '../store/neighbourhoods.ts';
import type { ReadStore } from '../store/open-store.ts';

/** A part this small in either year is not named: so few are chance, and may be people. */
const SMALLEST_PART = 10;

type Counts = ReadonlyMap<string, number>;

function sumBy<T extends { readonly events: number }>(rows: readonly T[], nameOf: (row: T) => string | null): Counts {
  const sums = new Map<string, number>();
  for (const row of rows) {
    const name = nameOf(row);
    if (name !== null) sums.set(name, (sums.get(name) ?? 0) + row.events);
  }
  return sums;
}

/** Parts large enough to name, and that moved by more than chance makes likely. */
function partsOf(now: Counts, before: Counts): Contributions['parts'] {
  return [...new Set([...now.keys(), ...before.keys()])]
    .map((name) => ({ name, now: now.get(name) ?? 0, before: before.get(name) ?? 0 }))
    .filter((part) => part.now >= SMALLEST_PART && part.before >= SMALLEST_PART)
    .filter((part) => ['strong', 'some'].includes(gradeOf(part.now, part.before)?.grade ?? 'chance'));
}

/**
 * What drives a measure counted from records: its neighbourhoods and its groups of offences, this year to date and the
 * same months last year. Empty for a measure that is not counted from records.
 */
export function gatherContributions(db: ReadStore, measure: Measure, to: Month): Contributions[] {
  const from = firstMonthOf(financialYearOf(to));
  const [lastFrom, lastTo] = [addMonths(from, -12), addMonths(to, -12)];
  const { names } = neighbourhoodsHeld(db);
  const byArea = (first: string, last: string) =>
    sumBy(areaMonthCounts(db, measure.id, first, last), ({ areaId }) =>
      areaId === null ? null : (names.get(areaId) ?? null),
    );
  const byOffence = (first: string, last: string) =>
    sumBy(offenceMonthCounts(db, measure.id, first, last), ({ offenceGroup }) => offenceGroup);
  return [
    { by: 'By neighbourhood', parts: partsOf(byArea(from, to), byArea(lastFrom, lastTo)) },
    { by: 'By kind of offence', parts: partsOf(byOffence(from, to), byOffence(lastFrom, lastTo)) },
  ].filter(({ parts }) => parts.length > 0);
}
