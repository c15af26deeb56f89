import { besideLastPoint } from './beside-last-point.ts';
import { placeText } from './frame.ts';
import type { Look } from './look.ts';
import { numberInWords } from './number-in-words.ts';
import { shortPeriod } from '../time/period-in-words.ts';
import type { Box, PlacedText } from './picture.ts';
import { decimalsOf, roundScale } from './scale.ts';
import { textWidth, wrapText } from './text-width.ts';

/** One line of a panel. `this-year` is thick accent, `last-year` thin grey, `profile` dashed, `other-profile` dotted. */
export interface Line {
  readonly kind: 'this-year' | 'last-year' | 'profile' | 'other-profile';
  readonly name: string;
  readonly values: readonly (number | null)[];
}

const STROKES = {
  'this-year': { width: 4, type: 'solid' },
  'last-year': { width: 1.75, type: 'solid' },
  profile: { width: 1.5, type: [7, 4] },
  'other-profile': { width: 1.5, type: [1.5, 3.5] },
} as const;
const LAYER = { 'this-year': 6, 'last-year': 3, profile: 5, 'other-profile': 4 } as const;
const LABEL = { size: 12, line: 15 };

const colourOf = (kind: Line['kind'], look: Look): string =>
  kind === 'this-year' ? look.accent : kind === 'last-year' ? look.lastYear : look.ink;

interface EndLabel {
  readonly line: Line;
  readonly index: number;
  readonly value: number;
  readonly parts: readonly string[];
  y: number;
}

const lastKnown = (values: readonly (number | null)[]): number =>
  values.reduce<number>((last, value, index) => (value === null ? last : index), -1);

/** Labels of lines that reach the right edge, pushed apart so that none covers another. */
function spread(labels: EndLabel[], top: number, bottom: number): EndLabel[] {
  const sorted = [...labels].sort((a, b) => a.y - b.y);
  const half = (label: EndLabel): number => (label.parts.length * LABEL.line) / 2;
  let floor = top;
  for (const label of sorted) {
    label.y = Math.max(label.y, floor + half(label));
    floor = label.y + half(label) + 2;
  }
  let ceiling = bottom;
  for (const label of [...sorted].reverse()) {
    label.y = Math.min(label.y, ceiling - half(label));
    ceiling = label.y - half(label) - 2;
  }
  return sorted;
}

/** One set of axes with its lines named where they end, as parts of an ECharts option; `index` counts panels from 0. */
export function linePanel(
  panel: { heading: string; periods: readonly string[]; lines: readonly Line[]; decimals: number },
  box: Box,
  index: number,
  look: Look,
): { grid: unknown; xAxis: unknown; yAxis: unknown; series: unknown[]; texts: PlacedText[] } {
  const lines = panel.lines.filter((line) => lastKnown(line.values) >= 0);
  const scale = roundScale(lines.flatMap((line) => line.values));
  const heading = wrapText(panel.heading, box.right - box.left, 13, 600);
  const marks = numberInWords(scale.top, decimalsOf(scale));
  const gutter = Math.ceil(textWidth(marks, 12)) + 8;
  const room = Math.min(118, Math.max(72, (box.right - box.left) * 0.19));
  const inner = {
    left: box.left + gutter,
    top: box.top + 14 + heading.length * 18,
    right: box.right - room,
    bottom: box.bottom - 26,
  };
  const count = panel.periods.length;
  const x = (position: number): number => inner.left + ((inner.right - inner.left) * (position + 0.5)) / count;
  const y = (value: number): number =>
    inner.bottom - ((inner.bottom - inner.top) * (value - scale.bottom)) / (scale.top - scale.bottom);

  const paths = lines.map((line) =>
    line.values.flatMap((value, at) => (value === null ? [] : [{ x: x(at), y: y(value) }])),
  );
  const atEdge: EndLabel[] = [];
  const texts = heading.map((part, row) =>
    placeText(part, { x: box.left, y: box.top + row * 18 }, { size: 13, weight: 600, colour: look.ink }),
  );
  for (const line of lines) {
    const last = lastKnown(line.values);
    const value = line.values[last] ?? 0;
    const said = numberInWords(value, panel.decimals);
    const parts = wrapText(`${line.name} ${said}`, room - 8, LABEL.size, line.kind === 'this-year' ? 600 : 400);
    if (last === count - 1) atEdge.push({ line, index: last, value, parts, y: y(value) });
    else if (line.kind === 'this-year') {
      texts.push(...besideLastPoint(`${line.name} ${said}`, { x: x(last), y: y(value) }, inner, paths, look));
    }
  }
  for (const label of spread(atEdge, inner.top - 4, inner.bottom + 4)) {
    const own = label.line.kind === 'this-year';
    const colour = own ? look.accent : label.line.kind === 'last-year' ? look.muted : look.ink;
    const top = label.y - (label.parts.length * LABEL.line) / 2;
    label.parts.forEach((part, row) => {
      texts.push(
        placeText(
          part,
          { x: inner.right + 8, y: top + row * LABEL.line },
          { size: LABEL.size, weight: own ? 600 : 400, colour },
        ),
      );
    });
  }
  return {
    texts,
    grid: {
      left: inner.left,
      top: inner.top,
      width: inner.right - inner.left,
      height: inner.bottom - inner.top,
      outerBoundsMode: 'none',
    },
    xAxis: {
      type: 'category',
      gridIndex: index,
      data: panel.periods.map(shortPeriod),
      axisLabel: {
        color: look.muted,
        fontSize: (inner.right - inner.left) / count >= 27 ? 12 : 11,
        // Where twelve names do not fit, the first month of each quarter.
        interval: (position: number) => (inner.right - inner.left) / count >= 24 || position % 3 === 0,
      },
      axisLine: { onZero: true, lineStyle: { color: look.muted } },
      axisTick: { show: false },
    },
    yAxis: {
      type: 'value',
      gridIndex: index,
      min: scale.bottom,
      max: scale.top,
      interval: scale.step,
      axisLabel: {
        color: look.muted,
        fontSize: 12,
        formatter: (value: number) => numberInWords(value, decimalsOf(scale)),
      },
      splitLine: { lineStyle: { color: look.hairline } },
    },
    series: lines.map((line) => ({
      type: 'line',
      name: line.name,
      xAxisIndex: index,
      yAxisIndex: index,
      data: line.values.map((value) => value ?? '-'),
      connectNulls: false,
      symbol: 'circle',
      symbolSize: line.kind === 'this-year' ? 8 : 5,
      showSymbol: line.kind === 'this-year' || line.values.filter((value) => value !== null).length === 1,
      showAllSymbol: true,
      z: LAYER[line.kind],
      lineStyle: { ...STROKES[line.kind], color: colourOf(line.kind, look) },
      itemStyle: { color: colourOf(line.kind, look) },
      emphasis: { disabled: true },
    })),
  };
}
