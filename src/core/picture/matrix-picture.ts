import type { MatrixPoint, MatrixView } from '../risk/risk-views.ts';
import { MORILE_NOT_HERE } from '../risk/morile-notice.ts';
import type { RiskScheme } from '../risk/scheme.ts';
import { baseOption, placeText, tooltipOf } from './frame.ts';
import { LIGHT_LOOK, type Look } from './look.ts';
import { numberInWords } from './number-in-words.ts';
import type { Picture, PictureSize } from './picture.ts';
import { plotOf } from './plot.ts';
import { fitText, textWidth } from './text-width.ts';

const SYMBOLS: Readonly<Record<MatrixPoint['shape'], string>> = {
  circle: 'circle',
  triangle: 'triangle',
  diamond: 'diamond',
  hollow: 'emptyCircle',
};

/** What the shapes mean, in the order of the scheme's grades; the hollow one is for an issue nobody graded. */
export const CONFIDENCE_SHAPES = ['●', '▲', '◆'] as const;

const LABEL = 12;
const LINE = 15;

interface Placed {
  readonly point: MatrixPoint;
  readonly x: number;
  readonly y: number;
}

interface NamePlace {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** From the mark to a name that found no room at its side; null where it stands beside it. */
  readonly lead:
    readonly [{ readonly x: number; readonly y: number }, { readonly x: number; readonly y: number }] | null;
}

/** Each name beside its mark, moved down or up until it hits neither a mark nor another name. */
function placeNames(
  placed: readonly Placed[],
  box: { left: number; top: number; right: number; bottom: number },
): NamePlace[] {
  const taken: { left: number; top: number; right: number; bottom: number }[] = placed.map(({ x, y }) => ({
    left: x - 7,
    top: y - 7,
    right: x + 7,
    bottom: y + 7,
  }));
  const names: NamePlace[] = [];
  for (const { point, x, y } of placed) {
    const text = fitText(`${String(point.rank)}  ${point.name}`, (box.right - box.left) * 0.5, LABEL);
    const width = textWidth(text, LABEL);
    const options = [0, 1, -1, 2, -2, 3, -3, 4, -4].flatMap((step) =>
      [x + 11, x - 11 - width].map((left) => ({ left, top: y - LINE / 2 + step * LINE })),
    );
    const free = ({ left, top }: { left: number; top: number }): boolean =>
      left >= box.left &&
      left + width <= box.right + 4 &&
      top >= box.top - 4 &&
      top + LINE <= box.bottom &&
      !taken.some((one) => left < one.right && left + width > one.left && top < one.bottom && top + LINE > one.top);
    const at = options.find(free) ?? options[0];
    if (at === undefined) continue;
    taken.push({ left: at.left, top: at.top, right: at.left + width, bottom: at.top + LINE });
    const middle = at.top + LINE / 2;
    const side = at.left > x ? at.left - 2 : at.left + width + 2;
    const lead =
      Math.abs(middle - y) > LINE
        ? ([
            { x, y },
            { x: side, y: middle },
          ] as const)
        : null;
    names.push({ text, x: at.left, y: at.top, lead });
  }
  return names;
}

/** The harm at which a likelihood makes a risk, under a scheme's rule. */
function harmAt({ riskRule }: RiskScheme, risk: number, likelihood: number): number {
  if (riskRule === 'sum') return risk - likelihood;
  return (riskRule === 'root' ? risk * risk : risk) / likelihood;
}

interface Ends {
  readonly min: number;
  readonly max: number;
}

/** Where each band but the lowest begins, as a line across the matrix. */
function bandLines(scheme: RiskScheme, across: Ends, up: Ends): { name: string; points: [number, number][] }[] {
  return scheme.bands.slice(1).flatMap(({ name, from }) => {
    const points: [number, number][] = [];
    for (let step = 0; step <= 60; step++) {
      const likelihood = across.min + ((across.max - across.min) * step) / 60;
      const harm = likelihood > 0 ? harmAt(scheme, from, likelihood) : Infinity;
      if (harm >= up.min && harm <= up.max) points.push([likelihood, harm]);
    }
    return points.length < 2 ? [] : [{ name: `${name} from ${String(from)}`, points }];
  });
}

/** The finding of a matrix: who stands highest, and what is not placed yet. */
export function matrixFinding(view: MatrixView): string {
  const [first, second] = view.points;
  const top =
    first === undefined
      ? 'No issue is scored on every dimension yet.'
      : `${first.name} ranks first (risk ${numberInWords(first.risk, 1)}${first.band === null ? '' : `, ${first.band.toLowerCase()}`})${second === undefined ? '' : `, before ${second.name} (${numberInWords(second.risk, 1)})`}.`;
  const waiting = view.notPlaced.length;
  const rest = waiting === 0 ? '' : ` ${String(waiting)} ${waiting === 1 ? 'issue is' : 'issues are'} not placed yet.`;
  return `${top}${rest}`;
}

/** The risk matrix: likelihood across, harm up, the mark's shape for confidence, rank and name beside each mark. */
export function matrixPicture(
  view: MatrixView,
  year: string,
  scheme: RiskScheme,
  size: PictureSize,
  look: Look = LIGHT_LOOK,
): Picture {
  const shapes = scheme.confidence.map(({ grade, words }, at) => `${CONFIDENCE_SHAPES[at] ?? '○'} ${grade} ${words}`);
  const words = {
    title: `Harm and likelihood of community-safety issues, ${year}`,
    finding: matrixFinding(view),
    foot: [
      `Confidence: ${[...shapes, '○ not graded'].join(', ')}. Scored by: ${view.scheme}.${scheme.bands.length > 1 ? ' Dashed: where a band begins.' : ''}`,
      ...(view.notPlaced.length === 0 ? [] : [`Not placed yet: ${view.notPlaced.join(', ')}.`]),
      MORILE_NOT_HERE,
    ],
  };
  const plot = Math.min(460, Math.max(260, size.width * 0.5));
  const { width, height, frame, grid, box } = plotOf(words, size, look, {
    left: 44,
    top: 8,
    right: 12,
    bottom: 44,
    plot,
  });
  // A margin of half a level on each side, so that no mark lies on the edge.
  const room = (side: { from: number; to: number }, at: number) => (side.to - side.from || 1) * at;
  const ends = (side: { from: number; to: number }) =>
    view.squares.length > 0
      ? { min: side.from - 0.5, max: side.to + 0.5, interval: 1 }
      : { min: side.from, max: side.to, interval: room(side, 0.25) };
  const [across, up] = [ends(view.across), ends(view.up)];
  const points = view.points.map((point) => ({
    point,
    x: box.left + ((point.likelihood - across.min) / (across.max - across.min)) * (box.right - box.left),
    y: box.bottom - ((point.harm - up.min) / (up.max - up.min)) * (box.bottom - box.top),
  }));
  // Issues on one spot are set side by side, so that none hides another.
  const placed = points.map((one, at) => {
    const before = points.slice(0, at).filter(({ x, y }) => Math.abs(x - one.x) < 6 && Math.abs(y - one.y) < 6).length;
    return { ...one, x: one.x + before * 17 };
  });
  const names = placeNames(placed, box);
  const texts = [
    ...frame.texts,
    placeText('Likelihood →', { x: box.right, y: box.bottom + 24, align: 'right' }, { size: 12, colour: look.muted }),
    placeText('Harm ↑', { x: box.left - 40, y: box.top - 20 }, { size: 12, colour: look.muted }),
    ...bandLines(scheme, across, up).flatMap(({ name, points: along }) => {
      const [x = across.max, y = up.max] = along.at(-1) ?? [];
      const right = box.left + ((x - across.min) / (across.max - across.min)) * (box.right - box.left);
      const top = box.bottom - ((y - up.min) / (up.max - up.min)) * (box.bottom - box.top);
      return [placeText(name, { x: right - 4, y: top + 2, align: 'right' }, { size: 11, colour: look.muted })];
    }),
    ...names.map((name) => placeText(name.text, name, { size: LABEL, colour: look.ink })),
  ];
  const axis = (side: { min: number; max: number; interval: number }) => ({
    type: 'value',
    ...side,
    axisLabel: {
      color: look.muted,
      fontSize: 12,
      formatter: (value: number) => (Number.isInteger(value) ? String(value) : ''),
    },
    axisLine: { show: true, onZero: false, lineStyle: { color: look.muted } },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: look.hairline } },
  });
  const value = (pixels: number, side: { min: number; max: number }) =>
    side.min + ((pixels - box.left) / (box.right - box.left)) * (side.max - side.min);
  const valueUp = (pixels: number) => up.min + ((box.bottom - pixels) / (box.bottom - box.top)) * (up.max - up.min);
  const leads = names.flatMap(({ text, lead }) => (lead === null ? [] : [{ text, lead }]));
  return {
    width,
    height,
    option: {
      ...baseOption(look, texts),
      tooltip: {
        ...tooltipOf(look),
        trigger: 'item',
        formatter: ({ dataIndex }: { dataIndex: number }): string => {
          const one = placed[dataIndex]?.point;
          return one === undefined
            ? ''
            : `${one.name}\nHarm ${numberInWords(one.harm, 1)}, likelihood ${numberInWords(one.likelihood, 1)}\nRisk ${numberInWords(one.risk, 1)}${one.band === null ? '' : `: ${one.band}`}, rank ${String(one.rank)}\nConfidence ${one.confidence ?? 'not graded'}`;
        },
      },
      grid,
      xAxis: axis(across),
      yAxis: axis(up),
      series: [
        {
          type: 'scatter',
          data: placed.map(({ point, x }) => ({
            value: [value(x, across), point.harm],
            symbol: SYMBOLS[point.shape],
          })),
          symbolSize: 13,
          itemStyle: { color: look.accent, borderColor: look.accent, borderWidth: 1.5, opacity: 1 },
          emphasis: { disabled: true },
        },
        ...bandLines(scheme, across, up).map(({ name, points: along }) => ({
          type: 'line',
          name,
          data: along,
          silent: true,
          symbol: 'none',
          z: 1,
          lineStyle: { color: look.comparator, width: 1, type: 'dashed' },
          emphasis: { disabled: true },
        })),
        ...leads.map(({ text, lead }) => ({
          type: 'line',
          name: text,
          data: lead.map(({ x, y }) => [value(x, across), valueUp(y)]),
          silent: true,
          symbol: 'none',
          z: 1,
          lineStyle: { color: look.muted, width: 1 },
          emphasis: { disabled: true },
        })),
      ],
    },
  };
}
