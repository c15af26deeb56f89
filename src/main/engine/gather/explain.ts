import {
  methodOfComparedArea,
  methodOfGapFigure,
  methodOfMeasureFigure,
  methodOfNeighbourhood,
  methodOfPreviousYear,
  type Method,
} from '../../../core/performance/explain.ts';
import { joinOrigins, type Origin } from '../../../core/provenance/origin.ts';
import { financialYearFrom, monthsOf, previousYear, startYearOf } from '../../../core/time/financial-year.ts';
import type { Month } from '../../../core/time/month.ts';
import type { Explanation, FigureAsked } from '../../../preload/contract.ts';
import { yearAsked } from './year-asked.ts';
import { FigureRefusal } from '../store/figure-refusal.ts';
import { measureById } from '../store/measures.ts';
import type { ReadStore } from '../store/open-store.ts';
import { gatherComparison } from './comparison.ts';
import { explainGroup } from './explain-group.ts';
import { explainMap } from './explain-map.ts';
import { gatherGap, type GapGathered } from './gap.ts';
import { gatherMeasure, tableOf, type MeasureGathered } from './measure-table.ts';

type Asked<V extends FigureAsked['view']> = Extract<FigureAsked, { view: V }>;

function answer(method: Method | null, from: readonly (readonly Origin[])[]): Explanation {
  if (method === null) throw new FigureRefusal('There is no such figure in what is held now.');
  return { ...method, inputs: [...method.inputs], from: joinOrigins(from) };
}

/** Where the numbers behind one cell of a measure table came from. */
function originsOf(gathered: MeasureGathered, at: number, column: Asked<'measure'>['column']): (readonly Origin[])[] {
  const now = gathered.thisYear.map((one) => one.from);
  const before = gathered.lastYear.map((one) => one.from);
  switch (column) {
    case 'actual':
      return now.slice(at, at + 1);
    case 'lastYear':
      return before.slice(at, at + 1);
    case 'cumulative':
      return now.slice(0, at + 1);
    case 'lastYearCumulative':
      return before.slice(0, at + 1);
    case 'targetLinear':
      return [];
    case 'targetLastYearShare':
      return before;
    case 'changePercent':
      return [...now.slice(at, at + 1), ...before.slice(at, at + 1)];
    case 'cumulativeChangePercent':
      return [...now.slice(0, at + 1), ...before.slice(0, at + 1)];
  }
}

function explainMeasure(db: ReadStore, { measure, year, period, column }: Asked<'measure'>): Explanation {
  const gathered = gatherMeasure(db, measureById(db, measure), yearAsked(year));
  const table = tableOf(gathered);
  const at = table.periods.findIndex((row) => row.period === period);
  return answer(methodOfMeasureFigure(table, period, column), at < 0 ? [] : originsOf(gathered, at, column));
}

function explainPreviousYear(db: ReadStore, { measure, year }: Asked<'previous-year'>): Explanation {
  const asked = yearAsked(year);
  const held = measureById(db, measure);
  // The table of the year after also knows this year's own periods.
  const gathered = gatherMeasure(db, held, financialYearFrom(startYearOf(asked) + 1));
  const printed = gathered.annuals.find((annual) => annual.year === asked);
  const from = printed === undefined ? gathered.lastYear.map((one) => one.from) : [printed.from];
  return answer(methodOfPreviousYear(tableOf(gathered), asked), from);
}

function recordsOf({ records }: GapGathered, months: readonly Month[], upTo: string): (readonly Origin[])[] {
  return months.filter((month) => month <= upTo).map((month) => records.get(month) ?? []);
}

function explainGap(db: ReadStore, { year, period, column }: Asked<'gap'>): Explanation {
  const asked = yearAsked(year);
  const gathered = gatherGap(db, asked);
  const last = previousYear(asked);
  const lastPeriod = `${String(Number(period.slice(0, 4)) - 1)}${period.slice(4)}`;
  const now = recordsOf(gathered, monthsOf(asked), period);
  const before = recordsOf(gathered, monthsOf(last), column === 'targetLastYearShare' ? '9999' : lastPeriod);
  const from: Record<Asked<'gap'>['column'], (readonly Origin[])[]> = {
    cityRate: [...now, gathered.populations],
    priorityRate: [...now, gathered.populations],
    gap: [...now, gathered.populations],
    lastYearGap: [...before, gathered.populations],
    targetLinear: [],
    targetLastYearShare: [...before, gathered.populations],
  };
  return answer(methodOfGapFigure(gathered.view, period, column), from[column]);
}

function explainNeighbourhood(db: ReadStore, { year, area }: Asked<'neighbourhood'>): Explanation {
  const asked = yearAsked(year);
  const gathered = gatherGap(db, asked);
  const now = recordsOf(gathered, monthsOf(asked), gathered.view.dataTo ?? '');
  return answer(methodOfNeighbourhood(gathered.view, area), [...now, gathered.populations]);
}

function explainComparison(db: ReadStore, { measure, from, to, area }: Asked<'comparison'>): Explanation {
  const gathered = gatherComparison(db, measure, { from: from as Month, to: to as Month });
  return answer(methodOfComparedArea(gathered.view, area), [gathered.from.get(area) ?? []]);
}

/** How one figure on the screen was made and the cells it came from. Throws {@link FigureRefusal} when it is not held. */
export function explainFigure(db: ReadStore, asked: FigureAsked): Explanation {
  switch (asked.view) {
    case 'measure':
      return explainMeasure(db, asked);
    case 'previous-year':
      return explainPreviousYear(db, asked);
    case 'gap':
      return explainGap(db, asked);
    case 'neighbourhood':
      return explainNeighbourhood(db, asked);
    case 'comparison':
      return explainComparison(db, asked);
    case 'group':
      return explainGroup(db, asked);
    case 'map':
      return explainMap(db, asked);
  }
}
