import { firstMonthOf, readFinancialYearId } from '../../../core/time/financial-year.ts';
import { addMonths, readMonthId } from '../../../core/time/month.ts';
import type { FigureAsked } from '../../../preload/contract.ts';
import type { TableCell } from '../../parts/table-value.ts';

type Asked = Extract<FigureAsked, { view: 'map' }>;

/** A figure of one area, as a way to the rows it was counted from; an unknown one leads nowhere. */
export const areaCell = (text: string, asked: Omit<Asked, 'view'> | null): TableCell =>
  text === '' || asked === null ? { text } : { text, figure: { view: 'map', ...asked } };

/** The records of a neighbourhood since April, this year or the year before, as something to ask after. */
export function sinceApril(
  { year, dataTo }: { readonly year: string; readonly dataTo: string | null },
  area: string,
): (figure: Asked['figure'], of?: 'this-year' | 'last-year') => Omit<Asked, 'view'> | null {
  const [known, last] = [readFinancialYearId(year), readMonthId(dataTo ?? '')];
  return (figure, of = 'this-year') => {
    if (known === null || last === null) return null;
    const back = of === 'last-year' ? -12 : 0;
    const [from, to] = [addMonths(firstMonthOf(known), back), addMonths(last, back)];
    return { measure: 'all-crime', from, to, of: 'neighbourhoods', area, figure };
  };
}
