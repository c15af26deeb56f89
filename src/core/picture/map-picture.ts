import type { MapArea, MapView, Ring } from '../performance/map-view.ts';
import { baseOption, placeText, tooltipOf } from './frame.ts';
import { LIGHT_LOOK, type Look } from './look.ts';
import { numberInWords } from './number-in-words.ts';
import type { Picture, PictureSize } from './picture.ts';
import { plotOf } from './plot.ts';

const CLASSES = 5;

/** Shades from pale to dark, even in lightness; unknown is paper with a hairline. */
const shades = (look: Look): readonly string[] =>
  look.paper === '#FFFFFF'
    ? ['#E3EEF8', '#B9D3EB', '#82B0DA', '#3F82C0', '#0B4A8C']
    : ['#1E3A55', '#2C5A86', '#3F7DB8', '#6FA8DC', '#B5D6F5'];

/** Limits of the classes: so many areas in each, by rank (quantiles). */
export function classLimits(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  return Array.from(
    { length: CLASSES - 1 },
    (_, at) => sorted[Math.floor(((at + 1) * sorted.length) / CLASSES)] ?? Infinity,
  );
}

const classOf = (value: number, limits: readonly number[]): number => limits.filter((limit) => value >= limit).length;

/** Twice the area of a ring with its sign: rings and holes must turn opposite ways to be drawn as holes. */
const turn = (ring: Ring): number =>
  ring.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = ring[(at + 1) % ring.length] ?? [x, y];
    return sum + x * nextY - nextX * y;
  }, 0);

/** A map: every outline of the officer's file, shaded by class, drawn without any map service. */
export function mapPicture(view: MapView, size: PictureSize, look: Look = LIGHT_LOOK): Picture {
  const words = {
    title: view.title,
    finding: view.sentence,
    foot: [...view.notes, ...(view.illustrative ? ['Illustrative: the neighbourhood split is made up.'] : [])],
  };
  const { width, height, frame, grid, box } = plotOf(words, size, look, {
    left: 0,
    top: 8,
    right: 170,
    bottom: 8,
    plot: Math.min(560, size.width * 0.62),
  });
  const points = view.areas.flatMap((area) => area.polygons.flat(2));
  const place = projection(points, box);
  const values = view.areas.flatMap(({ value }) => value ?? []);
  const limits = classLimits(values);
  const colours = shades(look);
  const paths = view.areas.map((area) => area.polygons.map((polygon) => pathOf(polygon, place)).join(' '));
  const texts = [...frame.texts, ...legend(values, limits, view.valueWords, box, look)];
  const keys = [...limits, null].map((_, at) => ({
    type: 'rect',
    silent: true,
    z: 10,
    shape: { x: box.right + 20, y: box.top + 26 + at * 24, width: 18, height: 16 },
    style: { fill: colours[at] ?? look.paper, stroke: look.muted, lineWidth: 0.5 },
  }));
  const option = {
    ...baseOption(look, texts),
    graphic: [...texts, ...(values.length === 0 ? [] : keys)],
    tooltip: {
      ...tooltipOf(look),
      trigger: 'item',
      formatter: ({ dataIndex }: { dataIndex: number }): string => hintOf(view.areas[dataIndex], view.valueWords),
    },
    grid,
    xAxis: { type: 'value', show: false, min: 0, max: 1 },
    yAxis: { type: 'value', show: false, min: 0, max: 1 },
    series: [
      {
        type: 'custom',
        name: view.title,
        cursor: 'default',
        data: view.areas.map((area) => ({ name: area.name, value: [0.5, 0.5, area.value ?? '-'] })),
        renderItem: ({ dataIndex }: { dataIndex: number }) => {
          const area = view.areas[dataIndex];
          const value = area?.value ?? null;
          return {
            type: 'path',
            shape: { pathData: paths[dataIndex] ?? '' },
            style: {
              fill: value === null ? look.paper : (colours[classOf(value, limits)] ?? look.paper),
              stroke: area?.marked === true ? look.ink : look.muted,
              lineWidth: area?.marked === true ? 1.75 : 0.5,
            },
          };
        },
      },
    ],
  };
  return { width, height, option };
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Places points in a box with their shape kept; degrees of longitude shrink with the cosine of the latitude. */
function projection(
  points: readonly (readonly [number, number])[],
  box: Box,
): (x: number, y: number) => [number, number] {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const range = (values: readonly number[]): readonly [number, number] => {
    let [low, high] = [Infinity, -Infinity];
    for (const value of values) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    return [low, high];
  };
  const [[west, east], [south, north]] = [range(xs), range(ys)];
  const isDegrees = Math.abs(west) <= 180 && Math.abs(east) <= 180 && Math.abs(north) <= 90;
  const stretch = isDegrees ? Math.cos((((south + north) / 2) * Math.PI) / 180) : 1;
  const scale = Math.min(
    (box.right - box.left) / Math.max(1e-9, (east - west) * stretch),
    (box.bottom - box.top) / Math.max(1e-9, north - south),
  );
  const left = box.left + (box.right - box.left - (east - west) * stretch * scale) / 2;
  const top = box.top + (box.bottom - box.top - (north - south) * scale) / 2;
  return (x, y) => [left + (x - west) * stretch * scale, top + (north - y) * scale];
}

function pathOf(polygon: readonly Ring[], place: (x: number, y: number) => [number, number]): string {
  return polygon
    .map((ring, at) => {
      const ordered = turn(ring) > 0 === (at === 0) ? ring : [...ring].reverse();
      const path = ordered.map(([x, y], point) => {
        const [px, py] = place(x, y);
        return `${point === 0 ? 'M' : 'L'}${px.toFixed(1)} ${py.toFixed(1)}`;
      });
      return `${path.join(' ')} Z`;
    })
    .join(' ');
}

function legend(values: readonly number[], limits: readonly number[], words: string, box: Box, look: Look) {
  if (values.length === 0) return [];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const edges = [low, ...limits, high];
  const decimals = high < 100 ? 1 : 0;
  return [
    placeText(words, { x: box.right + 20, y: box.top }, { size: 12, weight: 600, colour: look.ink }),
    ...edges
      .slice(0, -1)
      .map((edge, at) =>
        placeText(
          `${numberInWords(edge, decimals)} to ${at === edges.length - 2 ? '' : 'under '}${numberInWords(edges[at + 1] ?? high, decimals)}`,
          { x: box.right + 44, y: box.top + 27 + at * 24 },
          { size: 12, colour: look.ink },
        ),
      ),
  ];
}

function hintOf(area: MapArea | undefined, words: string): string {
  if (area === undefined) return '';
  if (area.value === null) return `${area.name}\nnot known`;
  const of =
    area.population === null ? '' : `\n${numberInWords(area.count)} in ${numberInWords(area.population)} residents`;
  return `${area.name}\n${numberInWords(area.value, area.population === null ? 0 : 1)} ${words}${of}`;
}
