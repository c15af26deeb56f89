import type { FinancialYear } from '../time/financial-year.ts';
import type { Warning } from '../intake/draft.ts';
import type { Grid } from '../intake/grid.ts';
import type { GridCells } from '../intake/grid-cells.ts';
import { readValue } from '../intake/read-value.ts';
import type { Line } from '../intake/wide-lines.ts';
import type { WideTable } from '../intake/wide-mapping.ts';
import { checkAnnualSteps } from './annual-step.ts';
import { checkNarrative } from './narrative.ts';
import { checkBlanks } from './blank-periods.ts';
import { checkEndings, endingsOf } from './last-period.ts';
import { checkNumberForms } from './number-forms.ts';
import type { YearPrinted } from './running-sum.ts';
import type { Settled } from './settled.ts';
import { checkStatus } from './status-printed.ts';
import { wordsOfTables } from './table-words.ts';
import { checkTargets } from './target-profile.ts';
import { checkTwoYears } from './two-years.ts';
import { checkUnitWords } from './unit-words.ts';

/** A measure sheet as understood, for the checks that look at it as a whole. */
export interface WideSheet {
  readonly grid: Grid;
  readonly cells: GridCells;
  readonly tables: readonly WideTable[];
  readonly lines: readonly Line[];
  readonly settled: Settled;
  readonly unknown: ReadonlyMap<string, string>;
}

/** What does not add up on a measure sheet, besides its sums, its annual figures and its rows of differences. */
export function checkWide(sheet: WideSheet): Warning[] {
  const words = wordsOfTables(sheet);
  const found = [
    ...checkTargets(sheet, words),
    ...checkBlanks(sheet),
    ...checkEndings(endingsOf(sheet)),
    ...checkStatus(sheet, words),
    ...checkNarrative(sheet, words),
    ...checkUnitWords(sheet, words),
    ...checkTwoYears(sheet),
    ...checkAnnualSteps(sheet),
    ...checkNumberForms(sheet),
  ];
  return found.filter((one, at) => found.findIndex((other) => isSame(one, other)) === at);
}

/** One cause in one place is told once, whichever check came upon it first. */
const isSame = (a: Warning, b: Warning): boolean => a.check === b.check && a.cells === b.cells;

/** The figures of whole years as the year columns of a sheet print them; the first one printed where there are several. */
export function yearsPrinted(tables: readonly WideTable[], cells: GridCells): YearPrinted {
  const printed = new Map<string, number>();
  for (const { rows, columns } of tables) {
    for (const { row, measure, meaning } of rows) {
      if (meaning !== 'count' && meaning !== 'cumulative' && meaning !== 'gap') continue;
      for (const column of columns) {
        if (column.kind !== 'year') continue;
        const found = readValue(cells.cell(row, column.column));
        const key = `${measure} ${column.year}`;
        if (found.kind === 'number' && !printed.has(key)) printed.set(key, found.value);
      }
    }
  }
  return (measure: string, year: FinancialYear) => printed.get(`${measure} ${year}`) ?? null;
}
