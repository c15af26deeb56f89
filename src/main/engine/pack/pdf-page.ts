import type PDFDocument from 'pdfkit';
import { MARGINS, A4, type Orientation } from './pack-look.ts';
import { plainText } from './plain-text.ts';

export type Pdf = InstanceType<typeof PDFDocument>;

/** Twentieths of a point, as the drafts count. */
export const points = (twentieths: number): number => twentieths / 20;

export const REGULAR = 'Regular';
export const BOLD = 'Bold';

/** Colours of the drafts have no sign before them. */
export const ink = (hex: string): string => `#${hex}`;

/** Text as it is; the one space that the bundled font does not have is made of others. */
export const pdfText = (text: string): string => plainText(text).replaceAll('\u2003', '  ');

const widthOf = (orientation: Orientation): number => points(orientation === 'portrait' ? A4.short : A4.long);
const heightOf = (orientation: Orientation): number => points(orientation === 'portrait' ? A4.long : A4.short);

/** Where a page's own text lies, in points from the upper left corner. */
export interface Room {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export function roomOf(orientation: Orientation): Room {
  const { left, right, top, bottom } = MARGINS[orientation];
  return {
    left: points(left),
    top: points(top),
    right: widthOf(orientation) - points(right),
    bottom: heightOf(orientation) - points(bottom),
  };
}

export const sizeOf = (orientation: Orientation): [number, number] => [widthOf(orientation), heightOf(orientation)];
