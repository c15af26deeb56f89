import { methodOfGroupArea, methodOfGroupAverage } from '../../../core/performance/explain-group.ts';
import { joinOrigins, type Origin } from '../../../core/provenance/origin.ts';
import type { Month } from '../../../core/time/month.ts';
import type { Explanation, FigureAsked } from '../../../preload/contract.ts';
import { FigureRefusal } from '../store/figure-refusal.ts';
import type { ReadStore } from '../store/open-store.ts';
import { gatherGroupWithCells } from './group.ts';

type Asked = Extract<FigureAsked, { view: 'group' }>;

/** How a figure of a comparison of areas was made: of one area its cells, of an average those of every area in it. */
export function explainGroup(db: ReadStore, asked: Asked): Explanation {
  const { measure, from, to, figure, area } = asked;
  const { view, cells } = gatherGroupWithCells(db, measure, { from: from as Month, to: to as Month }, asked);
  if (figure === 'average-unweighted' || figure === 'average-pooled') {
    const method = methodOfGroupAverage(view, figure === 'average-pooled' ? 'pooled' : 'unweighted');
    const used = view.areas.filter(({ ratePerThousand }) => ratePerThousand !== null);
    const all = used.flatMap(({ name }): (readonly Origin[])[] => {
      const of = cells.get(name);
      return of === undefined ? [] : [of.figures, of.residents];
    });
    return { ...method, inputs: [...method.inputs], from: joinOrigins(all) };
  }
  const method = area === undefined ? null : methodOfGroupArea(view, area, figure);
  if (method === null) throw new FigureRefusal('There is no such figure in what is held now.');
  const of = cells.get(area ?? '') ?? { figures: [], residents: [] };
  const used =
    figure === 'count'
      ? [of.figures]
      : figure === 'residents' && of.residents.length > 0
        ? [of.residents]
        : [of.figures, of.residents];
  return { ...method, inputs: [...method.inputs], from: joinOrigins(used) };
}
