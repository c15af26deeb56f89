import { frameOf, wordsHeight, type Frame } from './frame.ts';
import type { Look } from './look.ts';
import { numberInWords } from './number-in-words.ts';
import type { PictureSize } from './picture.ts';
import { decimalsOf, type Scale } from './scale.ts';

/** The words above and below a picture. */
export interface PictureWords {
  readonly title: string;
  readonly finding: string;
  readonly foot: readonly string[];
}

/** A picture's frame and the box of its axes, in pixels; `room` is left free inside the frame for names and marks. */
export function plotOf(
  words: PictureWords,
  size: PictureSize,
  look: Look,
  room: { left: number; top: number; right: number; bottom: number; plot: number },
): {
  width: number;
  height: number;
  frame: Frame;
  grid: Record<string, unknown>;
  box: { left: number; top: number; right: number; bottom: number };
} {
  const width = size.width;
  const height = size.height ?? wordsHeight(words, width) + room.top + room.plot + room.bottom;
  const frame = frameOf(words, width, height, look);
  const box = {
    left: frame.inside.left + room.left,
    top: frame.inside.top + room.top,
    right: frame.inside.right - room.right,
    bottom: frame.inside.bottom - room.bottom,
  };
  const grid = {
    left: box.left,
    top: box.top,
    width: box.right - box.left,
    height: box.bottom - box.top,
    outerBoundsMode: 'none',
  };
  return { width, height, frame, grid, box };
}

/** A scale of numbers; `extra` overrides anything. */
export const valueAxis = (scale: Scale, look: Look, extra: Record<string, unknown> = {}): Record<string, unknown> => ({
  type: 'value',
  min: scale.bottom,
  max: scale.top,
  interval: scale.step,
  axisLabel: {
    color: look.muted,
    fontSize: 12,
    formatter: (value: number) => numberInWords(value, decimalsOf(scale)),
  },
  axisLine: { show: false },
  axisTick: { show: false },
  splitLine: { lineStyle: { color: look.hairline } },
  ...extra,
});

/** A row of names under the drawing; only as many are written as fit. */
export const nameAxis = (names: readonly string[], pixels: number, look: Look): Record<string, unknown> => {
  const every = Math.max(1, Math.ceil((names.length * 46) / Math.max(1, pixels)));
  return {
    type: 'category',
    data: names,
    axisLabel: { color: look.muted, fontSize: 12, interval: (at: number) => at % every === 0 },
    axisLine: { onZero: false, lineStyle: { color: look.muted } },
    axisTick: { show: false },
  };
};

/** A line of a chart: unknown values break it. */
export const plainLine = (
  name: string,
  values: readonly (number | null)[],
  style: { colour: string; width: number; type?: string | readonly number[]; z?: number; symbol?: boolean },
): Record<string, unknown> => ({
  type: 'line',
  name,
  data: values.map((value) => value ?? '-'),
  connectNulls: false,
  silent: style.symbol !== true,
  symbol: 'circle',
  symbolSize: 6,
  showSymbol: style.symbol === true,
  showAllSymbol: true,
  z: style.z ?? 3,
  lineStyle: { color: style.colour, width: style.width, type: style.type ?? 'solid' },
  itemStyle: { color: style.colour },
  emphasis: { disabled: true },
});

/** A pale band between two lines, drawn as two stacked areas without outlines. */
export const bandBetween = (
  name: string,
  lower: readonly (number | null)[],
  upper: readonly (number | null)[],
  colour: string,
): Record<string, unknown>[] => {
  const bare = {
    type: 'line',
    silent: true,
    symbol: 'none',
    stack: name,
    lineStyle: { width: 0 },
    z: 1,
    connectNulls: false,
  };
  const steps = lower.map((value, at) => {
    const top = upper[at] ?? null;
    return value === null || top === null ? '-' : top - value;
  });
  return [
    { ...bare, name: `${name}, lowest`, data: lower.map((value) => value ?? '-') },
    { ...bare, name, data: steps, areaStyle: { color: colour, opacity: 1 } },
  ];
};

/** `Jun 15` for a month, `Q1 15/16` for a quarter: a mark on an axis of time. */
export function markOfPeriod(text: string): string {
  const [, year = '', month = ''] = /^(\d{4})-(\d{2})$/.exec(text) ?? [];
  if (month !== '') return `${MONTHS[Number(month) - 1] ?? month} ${year.slice(2)}`;
  const [, start = '', end = '', quarter = ''] = /^\d\d(\d\d)-(\d\d) Q([1-4])$/.exec(text) ?? [];
  return quarter === '' ? text : `Q${quarter} ${start}/${end}`;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
