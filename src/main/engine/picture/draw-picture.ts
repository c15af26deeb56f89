import type { EChartsOption } from 'echarts';
import type { Picture } from '../../../core/picture/picture.ts';
import { appRoot, resourcePath } from './app-root.ts';
import { withDensity } from './png-density.ts';

/** Pictures are laid out at 96 pixels to the inch, as CSS counts them, and printed at 300. */
const LAID_OUT_AT = 96;
export const PRINTED_AT = 300;

const FONTS = ['SourceSans3_400Regular.ttf', 'SourceSans3_600SemiBold.ttf', 'SourceSans3_700Bold.ttf'];

export interface DrawnPng {
  readonly bytes: Uint8Array;
  /** Pixels of the file; the picture's own size times 300 / 96. */
  readonly width: number;
  readonly height: number;
}

/**
 * ECharts leaves marks for a page it would come alive in (classes, hover styles, data numbers), and counts them by the
 * process. A file needs none of them: without them the same picture is the same text. Words cannot be hit: their quotes
 * and angle brackets are written as entities.
 */
function asFile(svg: string): string {
  const seen = new Map<string, string>();
  return svg
    .replace(/<style[\s\S]*?<\/style>\s*/g, '')
    .replace(/ (?:class|ecmeta_\w+|pointer-events)="[^"]*"/g, '')
    .replace(/\bzr\d+-[a-z]+\d+(?=["')])/g, (id) => {
      const known = seen.get(id) ?? `part-${String(seen.size + 1)}`;
      seen.set(id, known);
      return known;
    });
}

/** The picture as SVG text: what the window shows, without a window. */
export async function drawSvg(picture: Picture): Promise<string> {
  const { init } = await import('echarts');
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: picture.width, height: picture.height });
  try {
    chart.setOption(picture.option as EChartsOption);
    return asFile(chart.renderToSVGString());
  } finally {
    chart.dispose();
  }
}

/** The picture as PNG at 300 dots per inch, set in the bundled Source Sans 3 whatever fonts the computer has. */
export const drawPng = async (picture: Picture, root: string = appRoot()): Promise<DrawnPng> =>
  pngOfSvg(await drawSvg(picture), root);

/** SVG text laid out at 96 pixels to the inch, as PNG at 300. */
export async function pngOfSvg(svg: string, root: string = appRoot()): Promise<DrawnPng> {
  const { Resvg } = await import('@resvg/resvg-js');
  const image = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: PRINTED_AT / LAID_OUT_AT },
    font: {
      loadSystemFonts: false,
      fontFiles: FONTS.map((name) => resourcePath(root, 'fonts', name)),
      defaultFontFamily: 'Source Sans 3',
      sansSerifFamily: 'Source Sans 3',
    },
  }).render();
  return { bytes: withDensity(image.asPng(), PRINTED_AT), width: image.width, height: image.height };
}
