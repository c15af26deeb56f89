import type { Method } from './explain.ts';
import { sayNumber } from './say-number.ts';
import { longPeriod } from '../time/period-in-words.ts';

/** Which figure of a mapped area is asked about. */
export type MapFigure = 'rate' | 'count' | 'residents';

export interface MappedArea {
  readonly name: string;
  readonly measureName: string;
  readonly periodInWords: string;
  readonly count: number | null;
  readonly population: number | null;
  readonly rate: number | null;
  /** The records month by month. */
  readonly months: readonly { readonly month: string; readonly events: number }[];
}

const say = (value: number | null, decimals = 0): string => (value === null ? 'not known' : sayNumber(value, decimals));
const shown = (value: number | null, decimals = 0): string => (value === null ? '' : sayNumber(value, decimals));

/** How a figure of one area of a map was made. */
export function methodOfMapFigure(area: MappedArea, figure: MapFigure): Method {
  const title = (what: string): string => `${area.name}: ${area.measureName}, ${what}, ${area.periodInWords}`;
  if (figure === 'residents')
    return {
      title: `${area.name}: residents`,
      value: area.population,
      shown: shown(area.population),
      method: 'the mid-year estimate held',
      inputs: [],
    };
  if (figure === 'count')
    return {
      title: title('records'),
      value: area.count,
      shown: shown(area.count),
      method: 'records of these months that name the area, or are placed in it; none found is 0',
      inputs: area.months.map(({ month, events }) => ({ name: longPeriod(month), value: say(events) })),
    };
  return {
    title: title('per 1,000 residents'),
    value: area.rate,
    shown: shown(area.rate, 1),
    method: 'records ÷ residents × 1,000',
    inputs: [
      { name: 'records', value: say(area.count) },
      { name: 'residents', value: say(area.population) },
    ],
  };
}
