import { baseOption, frameOf, tooltipOf, wordsHeight } from './frame.ts';
import { linePanel, type Line } from './line-panel.ts';
import type { Look } from './look.ts';
import { numberInWords } from './number-in-words.ts';
import { longPeriod } from '../time/period-in-words.ts';
import type { Picture, PictureSize } from './picture.ts';

const PANEL = 300;
/** From this width the two panels stand side by side, in pixels. */
const SIDE_BY_SIDE = 720;

/** One year in two panels: added up since April, and each period by itself. */
export interface YearInPanels {
  readonly words: { readonly title: string; readonly finding: string; readonly foot: readonly string[] };
  readonly periods: readonly string[];
  readonly decimals: number;
  readonly cumulative: { readonly heading: string; readonly lines: readonly Line[] };
  readonly alone: { readonly heading: string; readonly lines: readonly Line[] };
}

/** The steps of a cumulative row: what each period alone adds. A step next to an unknown is unknown. */
export function stepsOf(cumulative: readonly (number | null)[]): (number | null)[] {
  return cumulative.map((value, index) => {
    const before = index === 0 ? 0 : (cumulative[index - 1] ?? null);
    return value === null || before === null ? null : value - before;
  });
}

/** True where two lines lie within 1.5% of the highest value of each other all along: drawn, they would hide each other. */
export function lieTogether(a: readonly (number | null)[], b: readonly (number | null)[]): boolean {
  const highest = Math.max(0, ...a.map((value) => value ?? 0), ...b.map((value) => value ?? 0));
  return a.every((value, index) => {
    const other = b[index] ?? null;
    return value === null || other === null || Math.abs(value - other) <= highest * 0.015;
  });
}

/** How the target lines are drawn, for the foot. */
export const profileWords = (sameLines: boolean): string =>
  sameLines
    ? 'Dashed: target in equal steps. The target by last year’s share lies on last year’s line.'
    : 'Dashed: target in equal steps. Dotted: target by last year’s share.';

/** Draws a year in two panels, side by side where there is room, else one above the other. */
export function yearPicture(year: YearInPanels, size: PictureSize, look: Look): Picture {
  const { words, periods, decimals } = year;
  const wide = size.width >= SIDE_BY_SIDE;
  const width = size.width;
  const height = size.height ?? wordsHeight(words, width) + (wide ? PANEL : 2 * PANEL);
  const frame = frameOf(words, width, height, look);
  const { left, top, right, bottom } = frame.inside;
  const middle = wide ? left + (right - left) * 0.54 : (top + bottom) / 2;
  const panels = [
    linePanel(
      { ...year.cumulative, periods, decimals },
      wide ? { left, top, right: middle - 18, bottom } : { left, top, right, bottom: middle - 8 },
      0,
      look,
    ),
    linePanel(
      { ...year.alone, periods, decimals },
      wide ? { left: middle + 18, top, right, bottom } : { left, top: middle + 8, right, bottom },
      1,
      look,
    ),
  ];
  const option = {
    ...baseOption(look, [...frame.texts, ...panels.flatMap((panel) => panel.texts)]),
    tooltip: {
      ...tooltipOf(look),
      trigger: 'axis',
      axisPointer: { type: 'line', lineStyle: { color: look.muted } },
      formatter: (points: readonly Pointed[]) => hintOf(points, periods, decimals),
    },
    grid: panels.map((panel) => panel.grid),
    xAxis: panels.map((panel) => panel.xAxis),
    yAxis: panels.map((panel) => panel.yAxis),
    series: panels.flatMap((panel) => panel.series),
  };
  return { width, height, option };
}

interface Pointed {
  readonly seriesName: string;
  readonly dataIndex: number;
  readonly value: unknown;
}

/** What a pointer over one period shows: the period, then each line that knows it. */
function hintOf(points: readonly Pointed[], periods: readonly string[], decimals: number): string {
  const period = periods[points[0]?.dataIndex ?? -1];
  const known = points.filter((point) => typeof point.value === 'number');
  const lines = known.map((point) => `${point.seriesName}: ${numberInWords(Number(point.value), decimals)}`);
  return [period === undefined ? '' : longPeriod(period), ...lines.reverse()].join('\n');
}
