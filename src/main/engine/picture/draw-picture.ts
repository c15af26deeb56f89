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

/** ECharts numbers its charts by the process: numbered anew, the same picture is the same text. */
function renumbered(svg: string): string {
  const seen = new Map<string, string>();
  return svg.replace(/\bzr\d+(?=-)/g, (id) => {
    const known = seen.get(id) ?? `zr${String(seen.size)}`;
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
    return renumbered(chart.renderToSVGString());
  } finally {
    chart.dispose();
  }
}

/** The picture as PNG at 300 dots per inch, set in the bundled Source Sans 3 whatever fonts the computer has. */
export async function drawPng(picture: Picture, root: string = appRoot()): Promise<DrawnPng> {
  const { Resvg } = await import('@resvg/resvg-js');
  const image = new Resvg(await drawSvg(picture), {
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
