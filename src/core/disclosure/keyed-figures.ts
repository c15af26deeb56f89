import type { ComparisonView } from '../performance/comparison-view.ts';
import type { GapView } from '../performance/gap-view.ts';
import type { MeasureTable } from '../performance/measure-table.ts';
import type { ShareView } from '../performance/share-view.ts';
import type { Month } from '../time/month.ts';
import { periodId, yearBefore } from '../time/period.ts';
import { readPeriodId } from '../time/period-in-words.ts';
import { measureCellId } from './from-measure-table.ts';
import { neighbourhoodCellId } from './from-neighbourhoods.ts';
import { shareCellId } from './from-share.ts';

/** A printed figure under the one name it has in every pack, whichever table, year or column it stands in. */
export interface KeyedFigure {
  readonly cell: string;
  readonly key: string;
  readonly value: number | null;
}

/** `asb|count|2015-04`: a view, what is printed of it, and the period or area. */
export const figureKey = (view: string, what: string, where: string): string => `${view}|${what}|${where}`;

function before(period: string): string {
  const found = readPeriodId(period);
  return found === null ? `before ${period}` : periodId(yearBefore(found));
}

/** Last year's months are named as the months they were, so that last year's packs and this year's speak of one figure. */
export function keysOfMeasure(table: MeasureTable): KeyedFigure[] {
  const id = measureCellId;
  const named = (cell: string, what: string, where: string, value: number | null): KeyedFigure => ({
    cell,
    key: figureKey(table.measure, what, where),
    value,
  });
  return [
    ...table.periods.flatMap((row, at): KeyedFigure[] => {
      const n = at + 1;
      const then = before(row.period);
      return [
        named(id.actual(n), 'count', row.period, row.actual),
        named(id.cumulative(n), 'to date', row.period, row.cumulative),
        named(id.lastYear(n), 'count', then, row.lastYear),
        named(id.lastYearCumulative(n), 'to date', then, row.lastYearCumulative),
        named(id.change(n), 'change', row.period, row.changePercent),
        named(id.cumulativeChange(n), 'change to date', row.period, row.cumulativeChangePercent),
      ];
    }),
    ...table.previousYears.map(({ year, value }) => named(id.year(year), 'year', year, value)),
  ];
}

/** A quarter looked at before its end is a figure of its own: `2015-16 Q1 to 2015-05`. */
export function keysOfShare(view: ShareView, asAt: Month): KeyedFigure[] {
  const id = shareCellId;
  const whereOf = (period: string): string => {
    const to = readPeriodId(period)?.to;
    return to !== undefined && to > asAt ? `${period} to ${asAt}` : period;
  };
  const rows = [
    ...view.periods.map((row, at) => ({ n: at + 1, where: whereOf(row.period), share: row })),
    ...(view.dataTo === null
      ? []
      : [{ n: 0, where: `${view.year} to ${monthReached(view.dataTo, asAt)}`, share: view.toDate }]),
  ];
  return rows.flatMap(({ n, where, share }): KeyedFigure[] => [
    { cell: id.part(n), key: figureKey(view.measure, 'part', where), value: share.part },
    { cell: id.whole(n), key: figureKey(view.measure, 'whole', where), value: share.whole },
    { cell: id.percent(n), key: figureKey(view.measure, 'percent', where), value: share.percent },
  ]);
}

/** The last month that figures «to date» speak for. */
export function monthReached(dataTo: string, asAt: Month): string {
  const to = readPeriodId(dataTo)?.to;
  return to === undefined || to > asAt ? asAt : to;
}

/** Cells of the gap's table by month, beside those of {@link neighbourhoodCellId}. */
export const gapCellId = (row: 'city' | 'priority' | 'city rate' | 'priority rate' | 'gap', period: string): string =>
  `${row} ${period}`;

export function keysOfGap(view: GapView): KeyedFigure[] {
  const id = neighbourhoodCellId;
  const to = view.dataTo;
  const months = view.periods.flatMap((row): KeyedFigure[] => {
    const found = [
      ['city', row.cityCount],
      ['priority', row.priorityCount],
      ['city rate', row.cityRate],
      ['priority rate', row.priorityRate],
      ['gap', row.gap],
    ] as const;
    return found.flatMap(([what, value]): KeyedFigure[] => {
      const key = figureKey('gap', what, row.period);
      const month = { cell: gapCellId(what, row.period), key, value };
      return row.period === to ? [month, { cell: what, key, value }] : [month];
    });
  });
  if (to === null) return months;
  return [
    ...months,
    ...view.neighbourhoods.flatMap((one): KeyedFigure[] => [
      { cell: id.count(one.name), key: figureKey('gap', id.count(one.name), to), value: one.count },
      { cell: id.rate(one.name), key: figureKey('gap', id.rate(one.name), to), value: one.ratePerThousand },
      { cell: id.share(one.name), key: figureKey('gap', id.share(one.name), to), value: one.shareOfGapPercent },
    ]),
  ];
}

/** Cells of a comparison's areas. */
export const comparisonCellId = {
  count: (area: string): string => `count ${area}`,
  rate: (area: string): string => `rate ${area}`,
} as const;

export function keysOfComparison(view: ComparisonView): KeyedFigure[] {
  const of = `comparison ${view.measure} ${view.from} ${view.to}`;
  return view.areas.flatMap((area): KeyedFigure[] => [
    { cell: comparisonCellId.count(area.name), key: figureKey(of, 'count', area.name), value: area.count },
    { cell: comparisonCellId.rate(area.name), key: figureKey(of, 'rate', area.name), value: area.ratePerThousand },
  ]);
}
