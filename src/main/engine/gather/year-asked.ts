import { readFinancialYearId, type FinancialYear } from '../../../core/time/financial-year.ts';
import { FigureRefusal } from '../store/figure-refusal.ts';

/** A financial year as asked for. Throws {@link FigureRefusal} for `2015/17` and the like. */
export function yearAsked(text: string): FinancialYear {
  const year = readFinancialYearId(text);
  if (year === null) throw new FigureRefusal(`«${text}» is not a financial year such as 2015/16.`);
  return year;
}
