import type { MeasureTable } from '../performance/measure-table.ts';
import { previousYear, readFinancialYearId } from '../time/financial-year.ts';
import { baseOption, frameOf, tooltipOf, wordsHeight } from './frame.ts';
import { linePanel, type Line } from './line-panel.ts';
import { LIGHT_LOOK, type Look } from './look.ts';
import { numberInWords } from './number-in-words.ts';
import { longPeriod, sinceApril } from './period-in-words.ts';
import type { Picture, PictureSize } from './picture.ts';

const PANEL = 300;
/** From this width the two panels stand side by side, in pixels. */
const SIDE_BY_SIDE = 720;

/** The financial year before a written one: `2014/15` for `2015/16`. */
export function yearBeforeText(year: string): string {
  const known = readFinancialYearId(year);
  return known === null ? 'last year' : previousYear(known);
}

/** The annual target divided evenly, step by step: what one period alone would have to be. */
function alone(cumulative: readonly (number | null)[]): (number | null)[] {
  return cumulative.map((value, index) => {
    const before = index === 0 ? 0 : cumulative[index - 1];
    return value === null || before === null || before === undefined ? null : value - before;
  });
}

/** The title of a measure's chart: name and the days it covers. */
export const measureTitle = (table: MeasureTable): string =>
  table.dataTo === null ? `${table.name}, ${table.year}` : `${table.name}, ${sinceApril(table.year, table.dataTo)}`;

/** How the target lines are drawn, for the foot. */
export const profileWords = (sameLines: boolean): string =>
  sameLines
    ? 'Dashed: target in equal steps. The target by last year’s share lies on last year’s line.'
    : 'Dashed: target in equal steps. Dotted: target by last year’s share.';

/** True where two lines lie within 1.5% of the highest value of each other all along: drawn, they would hide each other. */
export function lieTogether(a: readonly (number | null)[], b: readonly (number | null)[]): boolean {
  const highest = Math.max(0, ...a.map((value) => value ?? 0), ...b.map((value) => value ?? 0));
  return a.every((value, index) => {
    const other = b[index] ?? null;
    return value === null || other === null || Math.abs(value - other) <= highest * 0.015;
  });
}

function footOf(table: MeasureTable, sameLines: boolean): string[] {
  const target =
    table.annualTarget === null
      ? 'No target: monitoring only.'
      : `Target for ${table.year}: ${table.targetWords ?? numberInWords(table.annualTarget, table.decimals)}. ${profileWords(sameLines)}`;
  return [
    target,
    `Source: ${table.source.replace(/\.$/, '')}.`,
    ...(table.provisional ? ['Provisional: figures may still change.'] : []),
    ...(table.illustrative ? ['Illustrative figures.'] : []),
  ];
}

/** A measure through its year: cumulative against profile and last year, and each period by itself. */
export function measurePicture(table: MeasureTable, size: PictureSize, look: Look = LIGHT_LOOK): Picture {
  const share = table.periods.map((row) => row.targetLastYearShare);
  const lastYear = table.periods.map((row) => row.lastYearCumulative);
  const sameLines = lieTogether(share, lastYear);
  const words = { title: measureTitle(table), finding: table.sentence, foot: footOf(table, sameLines) };
  const wide = size.width >= SIDE_BY_SIDE;
  const width = size.width;
  const height = size.height ?? wordsHeight(words, width) + (wide ? PANEL : 2 * PANEL);
  const frame = frameOf(words, width, height, look);
  const { left, top, right, bottom } = frame.inside;
  const middle = wide ? left + (right - left) * 0.54 : (top + bottom) / 2;
  const periods = table.periods.map((row) => row.period);
  const linear = table.periods.map((row) => row.targetLinear);
  const before = yearBeforeText(table.year);
  const cumulative: Line[] = [
    { kind: 'last-year', name: before, values: lastYear },
    ...(sameLines ? [] : [{ kind: 'other-profile' as const, name: 'target, last year’s share', values: share }]),
    { kind: 'profile', name: 'target, linear', values: linear },
    { kind: 'this-year', name: table.year, values: table.periods.map((row) => row.cumulative) },
  ];
  const single: Line[] = [
    { kind: 'last-year', name: before, values: table.periods.map((row) => row.lastYear) },
    { kind: 'profile', name: 'target, linear', values: alone(linear) },
    { kind: 'this-year', name: table.year, values: table.periods.map((row) => row.actual) },
  ];
  const { cadence, unit, decimals } = table;
  const panels = [
    linePanel(
      { heading: `${sentenceCase(unit)} since 1 April`, periods, lines: cumulative, decimals },
      wide ? { left, top, right: middle - 18, bottom } : { left, top, right, bottom: middle - 8 },
      0,
      look,
    ),
    linePanel(
      { heading: `${sentenceCase(unit)} in each ${cadence} alone`, periods, lines: single, decimals },
      wide ? { left: middle + 18, top, right, bottom } : { left, top: middle + 8, right, bottom },
      1,
      look,
    ),
  ];
  const base = baseOption(look, [...frame.texts, ...panels.flatMap((panel) => panel.texts)]);
  const option = {
    ...base,
    tooltip: {
      ...tooltipOf(look),
      trigger: 'axis',
      axisPointer: { type: 'line', lineStyle: { color: look.muted } },
      formatter: (points: readonly { seriesName: string; dataIndex: number; value: unknown }[]) =>
        hintOf(points, periods, decimals),
    },
    grid: panels.map((panel) => panel.grid),
    xAxis: panels.map((panel) => panel.xAxis),
    yAxis: panels.map((panel) => panel.yAxis),
    series: panels.flatMap((panel) => panel.series),
  };
  return { width, height, option };
}

export const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What a pointer over one period shows: the period, then each line that knows it. */
export function hintOf(
  points: readonly { seriesName: string; dataIndex: number; value: unknown }[],
  periods: readonly string[],
  decimals: number,
): string {
  const period = periods[points[0]?.dataIndex ?? -1];
  const known = points.filter((point) => typeof point.value === 'number');
  const lines = known.map((point) => `${point.seriesName}: ${numberInWords(Number(point.value), decimals)}`);
  return [period === undefined ? '' : longPeriod(period), ...lines.reverse()].join('\n');
}
