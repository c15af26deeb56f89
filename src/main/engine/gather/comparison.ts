import type { ComparisonView } from '../../../core/performance/comparison-view.ts';
import { makeComparisonView } from '../../../core/performance/make-comparison-view.ts';
import type { Origin } from '../../../core/provenance/origin.ts';
import type { Month } from '../../../core/time/month.ts';
import { periodInDays, type Period } from '../../../core/time/period.ts';
import { comparedAreas, comparisonsHeld } from '../store/comparisons.ts';
import { FigureRefusal } from '../store/figure-refusal.ts';
import { listMeasures } from '../store/measures.ts';
import type { ReadStore } from '../store/open-store.ts';

export interface ComparisonGathered {
  readonly view: ComparisonView;
  readonly from: ReadonlyMap<string, readonly Origin[]>;
}

/** The measure's name as the Board says it; the id when the catalogue does not know it. */
export const measureName = (db: ReadStore, id: string): string =>
  listMeasures(db).find((measure) => measure.id === id)?.shortName ?? id;

/** A comparison over exactly the months asked for. Throws {@link FigureRefusal} when none is held for them. */
export function gatherComparison(db: ReadStore, measure: string, period: Period): ComparisonGathered {
  const held = comparedAreas(db, { measure, from: period.from, to: period.to });
  if (held.areas.length === 0) {
    const periods = comparisonsHeld(db)
      .filter((one) => one.measure === measure)
      .map((one) => periodInDays({ from: one.from as Month, to: one.to as Month }));
    const known = periods.length === 0 ? 'None is held yet: import an iQuanta table.' : `Held: ${periods.join('; ')}.`;
    throw new FigureRefusal(`No comparison of «${measure}» is held for ${periodInDays(period)}. ${known}`);
  }
  const view = makeComparisonView({
    measure,
    measureName: measureName(db, measure),
    period,
    areas: held.areas,
    source: held.file ?? '',
    // iQuanta puts timeliness before completeness: its figures are always provisional.
    provisional: true,
    illustrative: held.illustrative,
    populationYear: null,
    notes: [],
  });
  return { view, from: new Map(held.areas.map((area) => [area.name, area.from])) };
}
