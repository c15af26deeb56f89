import { idsOf } from '../../../core/lists/list-form.ts';
import { outcomeStanding, type MeasureTrend, type OutcomeStanding } from '../../../core/lists/outcome-standing.ts';
import { listHeld } from '../store/lists.ts';
import type { ReadStore } from '../store/open-store.ts';
import { lastMonthInWords } from './plan.ts';
import { gatherSummaries } from './summary.ts';

/** How every outcome of the framework stands, by the measures it names. */
export function gatherOutcomes(db: ReadStore): ({ readonly id: string } & OutcomeStanding)[] {
  const { entries } = listHeld(db, 'outcomes');
  const named = entries.some(({ values }) => idsOf(values, 'measures').length > 0);
  const summaries = named ? gatherSummaries(db).measures : [];
  return entries.map(({ id, values }) => {
    const measures = idsOf(values, 'measures').map((measure): MeasureTrend => {
      const found = summaries.find((one) => one.measure === measure);
      return {
        measure,
        name: found?.shortName ?? measure,
        tier: found?.status.tier ?? 'not-yet-known',
        dataTo: lastMonthInWords(found?.dataTo ?? null),
        toDate: found?.toDate ?? null,
        lastYearToDate: found?.lastYearToDate ?? null,
        direction: found?.direction ?? 'monitor',
      };
    });
    return { id, ...outcomeStanding(measures) };
  });
}
