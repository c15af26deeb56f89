import { methodOfMapFigure } from '../../../core/performance/explain-map.ts';
import { joinOrigins, type Origin } from '../../../core/provenance/origin.ts';
import type { Month } from '../../../core/time/month.ts';
import { periodInDays } from '../../../core/time/period.ts';
import type { Explanation, FigureAsked } from '../../../preload/contract.ts';
import { recordsOfNeighbourhood, recordsOfSmallArea, recordsOfWard, type AreaRecords } from '../store/area-records.ts';
import { FigureRefusal } from '../store/figure-refusal.ts';
import { lookupHeld } from '../store/lookups.ts';
import { neighbourhoodsHeld } from '../store/neighbourhoods.ts';
import type { ReadStore } from '../store/open-store.ts';
import { namesOf } from './group.ts';
import { mappedValues } from './map.ts';
import { placedByLookup } from './placed-by-lookup.ts';

type Asked = Extract<FigureAsked, { view: 'map' }>;

const RECORDS = {
  neighbourhoods: recordsOfNeighbourhood,
  wards: recordsOfWard,
  'small-areas': recordsOfSmallArea,
} as const;

function lookupUsed(db: ReadStore, { of, measure, from, to }: Asked): readonly Origin[] {
  if (of === 'neighbourhoods') return placedByLookup(db, measure, from, to).origins;
  const ward = of === 'wards' ? lookupHeld(db, 'ward') : null;
  return ward === null ? [] : [ward.origin];
}

function byMonth(records: readonly AreaRecords[]): { month: string; events: number }[] {
  const months = new Map<string, number>();
  for (const { month, events } of records) months.set(month, (months.get(month) ?? 0) + events);
  return [...months].map(([month, events]) => ({ month, events }));
}

/** How a figure of a mapped area was made, with the rows of its records and the cell of its residents. */
export function explainMap(db: ReadStore, asked: Asked): Explanation {
  const { measure, of, area, figure } = asked;
  const span = { from: asked.from as Month, to: asked.to as Month };
  const found = mappedValues(db, measure, span, of).values.find(({ name }) => name === area);
  if (found === undefined) throw new FigureRefusal('There is no such figure in what is held now.');
  const wanted = { measure, ...span, area };
  const records = RECORDS[of](db, wanted);
  const rate = of === 'neighbourhoods' ? found.value : null;
  const method = methodOfMapFigure(
    {
      ...found,
      measureName: namesOf(db)(measure).name,
      periodInWords: periodInDays(span),
      rate,
      months: byMonth(records),
    },
    figure,
  );
  const rows = records.map(({ origin }) => origin);
  const lookup = lookupUsed(db, asked);
  const residents = neighbourhoodsHeld(db).populations.flatMap(({ name, origin }): Origin[] =>
    name === area ? [origin] : [],
  );
  const counted = [rows, lookup];
  const from = figure === 'residents' ? [residents] : figure === 'count' ? counted : [...counted, residents];
  return { ...method, inputs: [...method.inputs], from: joinOrigins(from) };
}
