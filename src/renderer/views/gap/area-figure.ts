import { firstMonthOf, readFinancialYearId } from '../../../core/time/financial-year.ts';
import { addMonths, readMonthId } from '../../../core/time/month.ts';
import type { FigureAsked } from '../../../preload/contract.ts';
import type { TableCell, TableRow } from '../../parts/table-value.ts';
import { GAP_ROOM } from '../../words/gap-room.ts';
import { numberInWords } from '../../words/numbers.ts';

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

/** How the row of a neighbourhood begins: its name, and whether it is a priority. */
export const headOf = (row: { readonly name: string; readonly priority: boolean }): Pick<TableRow, 'head' | 'tone'> =>
  row.priority ? { head: GAP_ROOM.priority(row.name), tone: 'own' } : { head: row.name };

/** The cells every neighbourhood's rate rests on: its records and its residents. */
export const basis = (
  row: { readonly count: number | null; readonly population: number | null },
  asked: ReturnType<typeof sinceApril>,
): readonly TableCell[] => [
  areaCell(numberInWords(row.count), asked('count')),
  areaCell(numberInWords(row.population), asked('residents')),
];
