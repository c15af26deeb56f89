import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DARK_LOOK, LIGHT_LOOK } from '../../src/core/picture/look.ts';

const css = readFileSync(resolve(import.meta.dirname, '../../src/renderer/parts/tokens.css'), 'utf8');

/** The colours of one block of the token file, the blocks before it under them. */
function tokens(...conditions: readonly string[]): Map<string, string> {
  const blocks = ['', ...conditions].map((condition) => {
    const start = condition === '' ? 0 : css.indexOf(`@media ${condition}`);
    if (start < 0) throw new Error(`the tokens have no block for ${condition}`);
    return css.slice(css.indexOf('{', css.indexOf(':root', start)), css.indexOf('}', css.indexOf(':root', start)));
  });
  return new Map(
    blocks.flatMap((block) =>
      [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})\b/g)].map(([, name = '', hex = '']) => [name, hex]),
    ),
  );
}

/** Contrast of two colours: WCAG 2.2, «contrast ratio» and «relative luminance». */
function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [one, other].map(luminance).sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const PAPERS = ['paper', 'canvas', 'raised', 'row-tint', 'now-tint'];
/** Text on what it stands on: 4.5 to 1. */
const TEXT: readonly (readonly [string, readonly string[]])[] = [
  ['ink', [...PAPERS, 'accent-tint', 'quiet-tint', 'selection', 'significant-tint', 'concerns-tint', 'satisfied-tint']],
  ['muted', [...PAPERS, 'quiet-tint', 'accent-tint', 'significant-tint']],
  ['accent', [...PAPERS, 'accent-tint', 'quiet-tint']],
  ['accent-strong', PAPERS],
  ['on-accent', ['accent', 'accent-strong']],
  ['satisfied', [...PAPERS, 'satisfied-tint']],
  ['concerns', [...PAPERS, 'concerns-tint']],
  ['significant', [...PAPERS, 'significant-tint']],
  ['quiet', [...PAPERS, 'quiet-tint']],
];
/** Edges of what can be used, and the focus ring: 3 to 1. */
const EDGES: readonly (readonly [string, readonly string[]])[] = [
  ['strong-line', PAPERS],
  ['accent', PAPERS],
];

const DARK = '(prefers-color-scheme: dark)';
const MORE = '(prefers-contrast: more)';
const LOOKS: readonly (readonly [string, readonly string[], number])[] = [
  ['light', [], 4.5],
  ['dark', [DARK], 4.5],
  ['light, more contrast asked for', [MORE], 7],
  ['dark, more contrast asked for', [DARK, `${MORE} and ${DARK}`], 7],
];

describe.each(LOOKS)('the colours, %s', (_look, conditions, least) => {
  const colours = tokens(...conditions);
  const short = (pairs: typeof TEXT, needs: number): string[] =>
    pairs.flatMap(([front, backs]) =>
      backs.flatMap((back) => {
        const ratio = contrast(colours.get(front) ?? '#777777', colours.get(back) ?? '#777777');
        return ratio < needs ? [`${front} on ${back}: ${ratio.toFixed(2)}`] : [];
      }),
    );

  it(`stand out as text by ${String(least)} to 1 (WCAG 2.2)`, () => {
    expect(short(TEXT, least === 7 ? 4.5 : least)).toEqual([]);
    if (least === 7)
      expect(
        short(
          [
            ['ink', PAPERS],
            ['muted', PAPERS],
          ],
          7,
        ),
      ).toEqual([]);
  });

  it('stand out as edges by 3 to 1', () => {
    expect(short(EDGES, 3)).toEqual([]);
  });
});

it.each([
  ['light', LIGHT_LOOK],
  ['dark', DARK_LOOK],
])('the words of a chart stand out on its paper, %s', (_name, look) => {
  const { ink, muted, accent, paper } = look;
  for (const front of [ink, muted, accent]) expect(contrast(front, paper)).toBeGreaterThanOrEqual(4.5);
});
