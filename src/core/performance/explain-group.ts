import type { GroupArea, GroupView } from './group-view.ts';
import type { Method } from './explain.ts';
import { sayNumber } from './say-number.ts';

/** Which figure of a comparison of areas is asked about. */
export type GroupFigure = 'count' | 'residents' | 'rate' | 'average-unweighted' | 'average-pooled';

const NOT_KNOWN = 'not known';
const say = (value: number | null, decimals: number): string =>
  value === null ? NOT_KNOWN : sayNumber(value, decimals);
const shown = (value: number | null, decimals: number): string => (value === null ? '' : sayNumber(value, decimals));

/** `25,767 of 262,839 residents: 98.0`, or the rate as printed. */
function inWords({ count, population, ratePerThousand }: GroupArea): string {
  const rate = say(ratePerThousand, 1);
  return count === null || population === null
    ? `${rate}, as printed by the source`
    : `${sayNumber(count)} ÷ ${sayNumber(population)} residents × 1,000 = ${rate}`;
}

/** How a figure of one compared area was made; null when the view has no such area. */
export function methodOfGroupArea(view: GroupView, area: string, figure: GroupFigure): Method | null {
  const found = view.areas.find((one) => one.name === area);
  if (found === undefined) return null;
  const residents = `residents, ${view.populationYear ?? 'as the source prints them'}`;
  const title = (what: string): string => `${area}: ${view.measureName}, ${what}, ${view.periodInWords}`;
  if (figure === 'count') {
    const method = 'as held; a span that is not held as such is added up from the spans that are';
    return { title: title('count'), value: found.count, shown: shown(found.count, 0), method, inputs: [] };
  }
  if (figure === 'residents') {
    const method = 'the mid-year estimate nearest to the period, or as printed beside the counts';
    return { title: title(residents), value: found.population, shown: shown(found.population, 0), method, inputs: [] };
  }
  const printed = found.count === null || found.population === null;
  return {
    title: title('per 1,000 residents'),
    value: found.ratePerThousand,
    shown: shown(found.ratePerThousand, 1),
    method: printed ? 'the rate as printed by the source' : 'count ÷ residents × 1,000',
    inputs: [
      { name: 'count', value: say(found.count, 0) },
      { name: residents, value: say(found.population, 0) },
    ],
  };
}

/** How the average of a comparison was made, with every area it is made of. */
export function methodOfGroupAverage(view: GroupView, average: 'unweighted' | 'pooled'): Method {
  const rated = view.areas.filter(({ ratePerThousand }) => ratePerThousand !== null);
  const of = `${String(rated.length)} areas, own area included`;
  const without = view.areas.length - rated.length;
  const left = without === 0 ? '' : `; ${String(without)} without a rate are left out`;
  const value = average === 'pooled' ? view.averagePooled : view.averageUnweighted;
  const sum = (part: 'count' | 'population'): number | null =>
    rated.reduce<number | null>((total, one) => (total === null || one[part] === null ? null : total + one[part]), 0);
  return {
    title: `${average === 'pooled' ? 'All counts over all residents' : 'Mean of the areas’ rates'}: ${view.measureName} per 1,000 residents, ${view.periodInWords}`,
    value,
    shown: shown(value, 2),
    method:
      average === 'pooled'
        ? `all counts ÷ all residents × 1,000, of ${of}${left}`
        : `sum of the areas’ rates ÷ their number: ${of}${left}`,
    inputs: [
      ...(average === 'pooled'
        ? [
            { name: 'all counts', value: say(sum('count'), 0) },
            { name: 'all residents', value: say(sum('population'), 0) },
          ]
        : []),
      ...rated.map((area) => ({ name: area.own ? `${area.name} (own area)` : area.name, value: inWords(area) })),
    ],
  };
}
