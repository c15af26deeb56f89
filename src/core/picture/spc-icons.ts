import type { AssuranceIcon, PointKind, VariationIcon } from '../statistics/spc-chart.ts';
import { FONT_FAMILY, type Look } from './look.ts';

/** Colours of special causes: blue for improvement, orange for concern, purple where neither way is better. */
export function causeColours(look: Look): Readonly<Record<PointKind, string>> {
  const dark = look.paper !== '#FFFFFF';
  const neutral = dark ? '#C3A1F0' : '#6B3FA0';
  return {
    'common-cause': look.comparator,
    improvement: look.accent,
    concern: dark ? '#F0A35E' : '#B4560B',
    'neutral-high': neutral,
    'neutral-low': neutral,
  };
}

/** Each kind has a mark of its own, so that the chart reads without colour. */
export const causeMark: Readonly<Record<PointKind, string>> = {
  'common-cause': 'circle',
  improvement: 'diamond',
  concern: 'triangle',
  'neutral-high': 'rect',
  'neutral-low': 'rect',
};

const VARIATION_WORDS: Readonly<Record<VariationIcon, string>> = {
  'common-cause': 'normal variation',
  'improvement-high': 'improvement: high',
  'improvement-low': 'improvement: low',
  'concern-high': 'concern: high',
  'concern-low': 'concern: low',
  'neutral-high': 'special: high',
  'neutral-low': 'special: low',
};
const ASSURANCE_WORDS: Readonly<Record<AssuranceIcon, string>> = {
  'consistently-passes': 'target always met',
  'consistently-fails': 'target never met',
  'hit-and-miss': 'target met by chance',
};

export const sayVariation = (icon: VariationIcon): string => VARIATION_WORDS[icon];
export const sayAssurance = (icon: AssuranceIcon): string => ASSURANCE_WORDS[icon];

/** A variation icon: a ring with a line that wanders, rises or falls, and its words beside it. */
export function variationIcon(icon: VariationIcon, x: number, y: number, look: Look): Record<string, unknown>[] {
  const kind: PointKind = icon.startsWith('improvement')
    ? 'improvement'
    : icon.startsWith('concern')
      ? 'concern'
      : icon === 'common-cause'
        ? 'common-cause'
        : 'neutral-high';
  const points: readonly (readonly [number, number])[] = icon.endsWith('-high')
    ? [
        [-8, 6],
        [-3, 3],
        [2, -1],
        [8, -7],
      ]
    : icon.endsWith('-low')
      ? [
          [-8, -6],
          [-3, -3],
          [2, 1],
          [8, 7],
        ]
      : [
          [-9, 2],
          [-5, -4],
          [-1, 3],
          [3, -3],
          [9, 2],
        ];
  return iconOf(points, sayVariation(icon), causeColours(look)[kind], x, y, look);
}

/** An assurance icon: a target line with points over it, under it, or on both sides. */
export function assuranceIcon(icon: AssuranceIcon, x: number, y: number, look: Look): Record<string, unknown>[] {
  const colours = causeColours(look);
  const points: readonly (readonly [number, number])[] =
    icon === 'hit-and-miss'
      ? [
          [-8, -5],
          [-3, 5],
          [3, -5],
          [8, 5],
        ]
      : icon === 'consistently-passes'
        ? [
            [-7, 1],
            [-2, 6],
            [8, -6],
          ]
        : [
            [-6, -6],
            [6, 6],
            [0, 0],
            [6, -6],
            [-6, 6],
          ];
  const colour =
    icon === 'hit-and-miss' ? look.comparator : icon === 'consistently-passes' ? colours.improvement : colours.concern;
  return iconOf(points, sayAssurance(icon), colour, x, y, look);
}

function iconOf(
  points: readonly (readonly [number, number])[],
  words: string,
  colour: string,
  x: number,
  y: number,
  look: Look,
): Record<string, unknown>[] {
  const shared = { silent: true, z: 10 };
  return [
    {
      ...shared,
      type: 'circle',
      shape: { cx: x, cy: y, r: 14 },
      style: { fill: look.paper, stroke: colour, lineWidth: 2.5 },
    },
    {
      ...shared,
      type: 'polyline',
      shape: { points: points.map(([dx, dy]) => [x + dx, y + dy]) },
      style: { stroke: colour, lineWidth: 2.5, fill: 'none', lineCap: 'round', lineJoin: 'round' },
    },
    {
      ...shared,
      type: 'text',
      x: x + 20,
      y: y - 8,
      style: {
        text: words,
        fill: look.ink,
        fontSize: 12,
        fontFamily: FONT_FAMILY,
        textAlign: 'left',
        textVerticalAlign: 'top',
      },
    },
  ];
}
