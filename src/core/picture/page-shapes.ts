import { FONT_FAMILY, type Weight } from './look.ts';

/** A filled box, in pixels from the top left corner. */
export interface BoxShape {
  readonly kind: 'box';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly fill: string;
  readonly radius: number;
}

/** One line of text; `y` is its baseline. `turned`: read from the bottom upwards about its own place. */
export interface TextShape {
  readonly kind: 'text';
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly weight: Weight;
  readonly fill: string;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly turned: boolean;
}

/** A mark drawn as a path. */
export interface MarkShape {
  readonly kind: 'mark';
  readonly path: string;
  readonly fill: string;
  readonly stroke: string;
  readonly dashed: boolean;
}

export type PageShape = BoxShape | TextShape | MarkShape;

/** A page as plain shapes: the window, SVG and PNG draw this one value. Sizes in pixels of 1/96 inch. */
export interface DrawnPage {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly PageShape[];
  /** False where the words do not fit even in the smallest type: the page must not be handed over then. */
  readonly fits: boolean;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const at = (value: number): string => String(Math.round(value * 100) / 100);

function markup(shape: PageShape): string {
  switch (shape.kind) {
    case 'box':
      return `<rect x="${at(shape.x)}" y="${at(shape.y)}" width="${at(shape.width)}" height="${at(shape.height)}" rx="${at(shape.radius)}" fill="${shape.fill}"/>`;
    case 'mark':
      return `<path d="${shape.path}" fill="${shape.fill}" stroke="${shape.stroke}" stroke-width="1.5"${shape.dashed ? ' stroke-dasharray="2 2"' : ''}/>`;
    case 'text': {
      const turn = shape.turned ? ` transform="rotate(-90 ${at(shape.x)} ${at(shape.y)})"` : '';
      return `<text x="${at(shape.x)}" y="${at(shape.y)}" font-size="${at(shape.size)}" font-weight="${String(shape.weight)}" fill="${shape.fill}" text-anchor="${shape.anchor}"${turn}>${escaped(shape.text)}</text>`;
    }
  }
}

/** A drawn page as SVG text. */
export const svgOfPage = ({ width, height, shapes }: DrawnPage): string =>
  [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${at(width)}" height="${at(height)}" viewBox="0 0 ${at(width)} ${at(height)}" font-family="${FONT_FAMILY}">`,
    ...shapes.map(markup),
    '</svg>\n',
  ].join('\n');
