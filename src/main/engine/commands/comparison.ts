import type { Month } from '../../../core/time/month.ts';
import { periodInDays } from '../../../core/time/period.ts';
import type { Handlers } from '../dispatch.ts';
import { gatherComparison, measureName } from '../gather/comparison.ts';
import { comparisonsHeld } from '../store/comparisons.ts';

type ComparisonCommands = Pick<Handlers, 'comparison.periods' | 'comparison.show'>;

export const comparisonCommands: ComparisonCommands = {
  'comparison.periods': (_input, { store: { read } }) =>
    comparisonsHeld(read).map((one) => ({
      ...one,
      measureName: measureName(read, one.measure),
      words: periodInDays({ from: one.from as Month, to: one.to as Month }),
    })),

  'comparison.show': ({ measure, from, to }, { store: { read } }) =>
    gatherComparison(read, measure, { from: from as Month, to: to as Month }).view,
};
