import { FONT_FAMILY, type Look, type Weight } from './look.ts';
import type { Box, PlacedText } from './picture.ts';
import { wrapEvenly, wrapText } from './text-width.ts';

const EDGE = 16;

/** One line of text set at a place. */
export function placeText(
  text: string,
  at: { x: number; y: number; align?: 'left' | 'right' | 'center' },
  type: { size: number; weight?: Weight; colour: string; italic?: boolean },
): PlacedText {
  return {
    type: 'text',
    silent: true,
    x: at.x,
    y: at.y,
    z: 10,
    style: {
      text,
      fill: type.colour,
      fontSize: type.size,
      fontWeight: type.weight ?? 400,
      fontStyle: type.italic === true ? 'italic' : 'normal',
      fontFamily: FONT_FAMILY,
      textAlign: at.align ?? 'left',
      textVerticalAlign: 'top',
    },
  };
}

export interface Frame {
  readonly texts: readonly PlacedText[];
  /** Where the drawing goes. */
  readonly inside: Box;
  /** Pixels taken by the words above and below. */
  readonly above: number;
  readonly below: number;
}

/** Title, finding and foot wrapped into the width; the rest is for the drawing. */
export function frameOf(
  words: { title: string; finding: string; foot: readonly string[] },
  width: number,
  height: number,
  look: Look,
): Frame {
  const room = width - 2 * EDGE;
  const texts: PlacedText[] = [];
  let y = 14;
  const set = (text: string, size: number, line: number, colour: string, weight: Weight = 400) => {
    for (const part of wrapEvenly(text, room, size, weight)) {
      texts.push(placeText(part, { x: EDGE, y }, { size, weight, colour }));
      y += line;
    }
  };
  set(words.title, 18, 24, look.ink, 600);
  y += 2;
  set(words.finding, 14, 20, look.ink);
  const above = y + 12;

  const foot = words.foot.flatMap((sentence) => wrapText(sentence, room, 12));
  const below = foot.length * 16 + 14;
  y = height - below + 4;
  for (const part of foot) {
    texts.push(placeText(part, { x: EDGE, y }, { size: 12, colour: look.muted }));
    y += 16;
  }
  return { texts, above, below, inside: { left: EDGE, top: above, right: width - EDGE, bottom: height - below } };
}

/** Pixels the words above and below need at a width, before the height is known. */
export function wordsHeight(words: { title: string; finding: string; foot: readonly string[] }, width: number): number {
  const room = width - 2 * EDGE;
  const foot = words.foot.flatMap((sentence) => wrapText(sentence, room, 12)).length;
  const title = wrapText(words.title, room, 18, 600).length;
  const finding = wrapText(words.finding, room, 14).length;
  return 14 + title * 24 + 2 + finding * 20 + 12 + foot * 16 + 14;
}

/** What every picture has in common: paper, type, no movement, and hints drawn without HTML. */
export function baseOption(look: Look, texts: readonly PlacedText[]): Record<string, unknown> {
  return {
    backgroundColor: look.paper,
    animation: false,
    textStyle: { fontFamily: FONT_FAMILY, color: look.ink },
    graphic: texts,
  };
}

/** How a hint looks when the pointer rests on a mark; drawn as text, never as HTML. */
export function tooltipOf(look: Look): Record<string, unknown> {
  return {
    renderMode: 'richText',
    confine: true,
    transitionDuration: 0,
    backgroundColor: look.paper,
    borderColor: look.muted,
    borderWidth: 1,
    padding: 8,
    textStyle: { color: look.ink, fontFamily: FONT_FAMILY, fontSize: 13, lineHeight: 18 },
  };
}
