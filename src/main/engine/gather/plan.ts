import type { Plan, RowLight } from '../../../core/plan/plan.ts';
import { rowLight } from '../../../core/plan/row-light.ts';
import { readPeriodId } from '../../../core/time/period-in-words.ts';
import { periodInWords } from '../../../core/time/period.ts';
import { FigureRefusal } from '../store/figure-refusal.ts';
import type { ReadStore } from '../store/open-store.ts';
import { listPlans, type PlanHeld } from '../store/plans.ts';
import { gatherSummaries } from './summary.ts';

/** A plan as kept, with the traffic light of each row as its measures stand now. */
export interface PlanShown extends PlanHeld {
  readonly lights: readonly RowLight[];
}

/** `June 2015` of the last period a measure knows; null: none. */
export function lastMonthInWords(dataTo: string | null): string | null {
  const period = dataTo === null ? null : readPeriodId(dataTo);
  return period === null ? null : periodInWords({ from: period.to, to: period.to });
}

/** The plan of a year, or the latest; null: there is none. */
export function gatherPlan(db: ReadStore, year: string | null): PlanShown | null {
  const plans = listPlans(db);
  const held = year === null ? plans[0] : plans.find(({ plan }) => plan.year === year);
  if (held === undefined) return null;
  const summaries = held.plan.rows.some(({ measures }) => measures.length > 0) ? gatherSummaries(db).measures : [];
  const lights = held.plan.rows.map(({ measures }) =>
    rowLight(
      measures.map((id) => {
        const found = summaries.find(({ measure }) => measure === id);
        return {
          measure: id,
          name: found?.shortName ?? id,
          tier: found?.status.tier ?? ('not-yet-known' as const),
          dataTo: lastMonthInWords(found?.dataTo ?? null),
        };
      }),
    ),
  );
  return { ...held, lights };
}

/** Throws {@link FigureRefusal} when a row is linked to a measure there is not. */
export function assertMeasuresHeld(plan: Plan, known: readonly string[]): void {
  const unknown = [...new Set(plan.rows.flatMap(({ measures }) => measures))].filter((id) => !known.includes(id));
  if (unknown.length > 0) {
    throw new FigureRefusal(
      `There is no measure ${unknown.map((id) => `«${id}»`).join(', ')}. The measures are ${known.join(', ')}.`,
    );
  }
}
