import type { GapExploreView } from '../../../core/performance/gap-explore-view.ts';
import { BOARD_GAP, type GapOptions, type PriorityMethod } from '../../../core/performance/gap-methods.ts';
import { makeGapExploreView } from '../../../core/performance/make-gap-explore-view.ts';
import { firstMonthOf, lastMonthOf, previousYear, type FinancialYear } from '../../../core/time/financial-year.ts';
import type { ReadStore } from '../store/open-store.ts';
import { neighbourhoodsHeld } from '../store/neighbourhoods.ts';
import { recordCounts } from '../store/held-counts.ts';
import { monthsByArea } from './gap.ts';
import { placedByLookup } from './placed-by-lookup.ts';

/** What may be chosen about the gap; what is absent is as the Board has it. */
export interface GapChoice {
  readonly method?: PriorityMethod['by'] | undefined;
  readonly worst?: number | undefined;
  readonly baselineYear?: FinancialYear | undefined;
  readonly priority?: GapOptions['priority'] | undefined;
  readonly city?: GapOptions['city'] | undefined;
  /** The neighbourhoods of one's own choice, for `named`; absent: the priority ones held. */
  readonly names?: readonly string[] | undefined;
}

/** Works out the gap of a year by a named method from the records in force. */
export function gatherGapExplored(db: ReadStore, year: FinancialYear, choice: GapChoice): GapExploreView {
  const held = neighbourhoodsHeld(db);
  const last = previousYear(year);
  const baselineYear = choice.baselineYear ?? last;
  const earliest = baselineYear < last ? baselineYear : last;
  const months = (of: FinancialYear) => monthsByArea(db, held.names, firstMonthOf(of), lastMonthOf(of));
  const lastYear = months(last);
  return makeGapExploreView({
    year,
    method: choice.method ?? 'named',
    worst: choice.worst ?? Math.max(1, held.priority.length),
    baselineYear,
    options: { priority: choice.priority ?? BOARD_GAP.priority, city: choice.city ?? BOARD_GAP.city },
    named: choice.names ?? held.priority,
    populations: held.populations,
    cityPopulation: held.cityPopulation,
    populationYear: held.populationYear,
    thisYear: months(year),
    lastYear,
    baseline: baselineYear === last ? lastYear : months(baselineYear),
    illustrative: held.illustrative || recordCounts(db, 'all-crime', null).some((one) => one.illustrative),
    notes: [...held.notes, ...placedByLookup(db, 'all-crime', firstMonthOf(earliest), lastMonthOf(year)).notes],
  });
}
