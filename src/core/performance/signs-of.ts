import {
  comparisonCellId,
  gapCellId,
  keysOfComparison,
  keysOfGap,
  keysOfMeasure,
  keysOfShare,
} from '../disclosure/keyed-figures.ts';
import type { KeyedFigure } from '../disclosure/keyed-figures.ts';
import { measureCellId as id } from '../disclosure/from-measure-table.ts';
import { shareCellId } from '../disclosure/from-share.ts';
import type { Month } from '../time/month.ts';
import { readPeriodId } from '../time/period-in-words.ts';
import type { ComparisonView } from './comparison-view.ts';
import type { GapView } from './gap-view.ts';
import type { MeasureTable } from './measure-table.ts';
import type { ShareView } from './share-view.ts';

/** The signs of one table, by cell: beside a figure `[p]` or `[p][r]`, in place of one `[x]` or `[z]`. */
export type Signs = ReadonlyMap<string, string>;

/** Whether an earlier pack printed another value for the figure of a key. */
export type Revised = (key: string, value: number) => boolean;

const isOver = (period: string, asAt: Month): boolean => {
  const to = readPeriodId(period)?.to;
  return to !== undefined && to <= asAt;
};

/** The signs beside figures: provisional where `provisional` says so of the cell, revised where an earlier pack differs. */
function besideFigures(
  keyed: readonly KeyedFigure[],
  provisional: ReadonlySet<string>,
  revised: Revised,
): [string, string][] {
  return keyed.flatMap(({ cell, key, value }): [string, string][] => {
    if (value === null) return [];
    const text = `${provisional.has(cell) ? '[p]' : ''}${revised(key, value) ? '[r]' : ''}`;
    return text === '' ? [] : [[cell, text]];
  });
}

/** Which cells of the Board's table are provisional, revised, not available or not worked out. A change carries no sign of its counts. */
export function signsOfMeasure(table: MeasureTable, asAt: Month, revised: Revised): Signs {
  const numbers = table.periods.map((_, at) => at + 1);
  const provisional = new Set(table.provisional ? numbers.flatMap((n) => [id.actual(n), id.cumulative(n)]) : []);
  const counts = keysOfMeasure(table).filter(({ cell }) => !/^(?:cumulative-)?change/.test(cell));
  const missing = table.periods.flatMap((row, at): [string, string][] => {
    const n = at + 1;
    const lastYear: [string, string][] = [
      ...(row.lastYear === null && row.lastYearSymbol === null ? [[id.lastYear(n), '[x]'] as [string, string]] : []),
      ...(row.lastYearCumulative === null ? [[id.lastYearCumulative(n), '[x]'] as [string, string]] : []),
    ];
    if (!isOver(row.period, asAt)) return lastYear;
    const change = (now: number | null, then: number | null): string => (now === null || then === null ? '[x]' : '[z]');
    return [
      ...lastYear,
      ...(row.actual === null && row.symbol === null ? [[id.actual(n), '[x]'] as [string, string]] : []),
      ...(row.cumulative === null ? [[id.cumulative(n), '[x]'] as [string, string]] : []),
      ...(row.changePercent === null ? [[id.change(n), change(row.actual, row.lastYear)] as [string, string]] : []),
      ...(row.cumulativeChangePercent === null
        ? [[id.cumulativeChange(n), change(row.cumulative, row.lastYearCumulative)] as [string, string]]
        : []),
    ];
  });
  const years = table.previousYears
    .filter(({ value }) => value === null)
    .map(({ year }): [string, string] => [id.year(year), '[x]']);
  return new Map([...missing, ...years, ...besideFigures(counts, provisional, revised)]);
}

/** The same of a percentage, a cohort or distance travelled. */
export function signsOfShare(view: ShareView, asAt: Month, revised: Revised): Signs {
  const keyed = keysOfShare(view, asAt);
  const provisional = new Set(view.provisional ? keyed.map(({ cell }) => cell) : []);
  const missing = view.periods.flatMap((row, at): [string, string][] => {
    if (!isOver(row.period, asAt) || row.whole !== null || row.percent !== null) return [];
    return [shareCellId.part(at + 1), shareCellId.whole(at + 1), shareCellId.percent(at + 1)].map((cell) => [
      cell,
      '[x]',
    ]);
  });
  return new Map([...missing, ...besideFigures(keyed, provisional, revised)]);
}

/** The same of the gap: its months are provisional until the year is whole. */
export function signsOfGap(view: GapView, asAt: Month, revised: Revised): Signs {
  const keyed = keysOfGap(view).filter(({ cell }) => !cell.startsWith('share '));
  const whole = view.periods.every(({ gap }) => gap !== null);
  const provisional = new Set(whole ? [] : keyed.map(({ cell }) => cell));
  const rows = ['city', 'priority', 'city rate', 'priority rate', 'gap'] as const;
  const missing = view.periods.flatMap((row): [string, string][] =>
    isOver(row.period, asAt) && row.gap === null && row.cityCount === null
      ? rows.map((what) => [gapCellId(what, row.period), '[x]'])
      : [],
  );
  return new Map([...missing, ...besideFigures(keyed, provisional, revised)]);
}

/** The same of a comparison: iQuanta's figures are provisional, an area without a figure is not available. */
export function signsOfComparison(view: ComparisonView, revised: Revised): Signs {
  const keyed = keysOfComparison(view);
  const provisional = new Set(view.provisional ? keyed.map(({ cell }) => cell) : []);
  const missing = view.areas.flatMap((area): [string, string][] => [
    ...(area.count === null ? [[comparisonCellId.count(area.name), '[x]'] as [string, string]] : []),
    ...(area.ratePerThousand === null ? [[comparisonCellId.rate(area.name), '[x]'] as [string, string]] : []),
  ]);
  return new Map([...missing, ...besideFigures(keyed, provisional, revised)]);
}

/** What is printed of one figure: its sign before it («[p]»), or what stands in its place where it is not known. */
export function withSign(signs: Signs, cell: string, text: string): { readonly text: string; readonly sign: string } {
  const sign = signs.get(cell) ?? '';
  const instead = sign === '[x]' || sign === '[z]';
  if (text === '') return { text: instead ? sign : '', sign: '' };
  return { text, sign: instead || !/\d/.test(text) || text.startsWith('[') ? '' : sign };
}

/** Whether every known figure of these cells is provisional: a column then says so once, in its head. */
export const allProvisional = (signs: Signs, cells: readonly string[]): boolean => {
  const known = cells.map((cell) => signs.get(cell) ?? '').filter((sign) => sign !== '[x]' && sign !== '[z]');
  return known.length > 0 && known.every((sign) => sign.startsWith('[p]'));
};
