import type { GroupArea, GroupView } from '../performance/group-view.ts';
import { baseOption, placeText, tooltipOf } from './frame.ts';
import { groupFoot, groupTitle } from './group-picture.ts';
import { LIGHT_LOOK, type Look } from './look.ts';
import { numberInWords } from './number-in-words.ts';
import type { Picture, PictureSize } from './picture.ts';
import { plotOf, valueAxis } from './plot.ts';
import { roundScale } from './scale.ts';
import { textWidth } from './text-width.ts';

/** A funnel: each area's rate by its residents, around the pooled rate, with the limits that so many residents allow. */
export function funnelPicture(view: GroupView, size: PictureSize, look: Look = LIGHT_LOOK): Picture {
  const { funnel } = view;
  const areas = view.areas.filter(({ ratePerThousand, population }) => ratePerThousand !== null && population !== null);
  const finding = funnel === null ? 'A funnel needs counts and residents of at least three areas.' : sayFunnel(view);
  const words = {
    title: `Funnel: ${groupTitle(view)}`,
    finding,
    foot: [...(funnel === null ? [] : [funnel.words]), ...groupFoot(view).slice(1)],
  };
  const { width, height, frame, grid, box } = plotOf(words, size, look, {
    left: 44,
    top: 30,
    right: 60,
    bottom: 44,
    plot: 360,
  });
  const curve = funnel?.curve ?? [];
  const rates = areas.flatMap(({ ratePerThousand }) => ratePerThousand ?? []);
  // The narrow end of a funnel is far above any area: it is cut, not squeezed in.
  const highest = Math.max(...rates, funnel?.around ?? 0) * 1.25;
  const scale = roundScale([...rates, Math.min(highest, Math.max(0, ...curve.map((point) => point.upper998)))]);
  const across = roundScale(
    areas.map(({ population }) => population ?? 0),
    width < 480 ? 4 : 8,
  );
  const x = (population: number) => box.left + ((box.right - box.left) * population) / across.top;
  const y = (rate: number) =>
    box.bottom - ((box.bottom - box.top) * (rate - scale.bottom)) / (scale.top - scale.bottom);
  const texts = [
    ...frame.texts,
    placeText('per 1,000 residents', { x: frame.inside.left, y: box.top - 24 }, { size: 12, colour: look.muted }),
    placeText('residents', { x: box.left, y: box.bottom + 24 }, { size: 12, colour: look.muted }),
  ];
  const own = areas.find((area) => area.own);
  if (own?.ratePerThousand != null && own.population !== null) {
    // Above or below its mark, whichever side has fewer other areas near it.
    const [px, py] = [x(own.population), y(own.ratePerThousand)];
    const half = textWidth(own.name, 13, 600) / 2;
    const near = areas.filter((area) => !area.own && Math.abs(x(area.population ?? 0) - px) < half + 8);
    const crowd = (top: number) => near.filter((area) => Math.abs(y(area.ratePerThousand ?? 0) - top - 9) < 14).length;
    const top = crowd(py - 28) <= crowd(py + 10) ? py - 28 : py + 10;
    const middle = Math.min(Math.max(px, box.left + half), box.right - half);
    texts.push(
      placeText(own.name, { x: middle, y: top, align: 'center' }, { size: 13, weight: 600, colour: look.accent }),
    );
  }
  const last = curve.at(-1);
  if (last !== undefined && funnel !== null) {
    const marks = [
      ['99.8%', last.upper998],
      ['95%', last.upper95],
      ['pooled', funnel.around],
    ] as const;
    let above = -Infinity;
    for (const [said, rate] of marks) {
      const place = Math.max(y(rate) - 8, above + 14);
      above = place;
      texts.push(placeText(said, { x: box.right + 6, y: place }, { size: 12, colour: look.muted }));
    }
  }
  const limit = (
    name: string,
    of: (point: (typeof curve)[number]) => number,
    type: string | readonly number[],
    lineWidth: number,
  ) => ({
    type: 'line',
    name,
    silent: true,
    symbol: 'none',
    clip: true,
    data: curve.map((point) => [point.population, of(point)]),
    lineStyle: { color: look.muted, width: lineWidth, type },
  });
  const option = {
    ...baseOption(look, texts),
    tooltip: {
      ...tooltipOf(look),
      trigger: 'item',
      formatter: ({ dataIndex }: { dataIndex: number }): string => hintOf(areas[dataIndex]),
    },
    grid,
    xAxis: valueAxis(across, look, {
      splitLine: { show: false },
      axisLine: { show: true, lineStyle: { color: look.muted } },
    }),
    yAxis: valueAxis(scale, look),
    series: [
      limit('95% lower', (point) => point.lower95, [6, 4], 1.25),
      limit('95% upper', (point) => point.upper95, [6, 4], 1.25),
      limit('99.8% lower', (point) => point.lower998, 'solid', 1.25),
      limit('99.8% upper', (point) => point.upper998, 'solid', 1.25),
      ...(funnel === null ? [] : [limit('pooled rate', () => funnel.around, [1.5, 3.5], 1.5)]),
      {
        type: 'scatter',
        name: view.measureName,
        cursor: 'default',
        z: 5,
        data: areas.map((area) => ({
          value: [area.population, area.ratePerThousand],
          name: area.name,
          symbolSize: area.own ? 13 : 9,
          symbol: area.own ? 'diamond' : 'circle',
          itemStyle: {
            color: area.own ? look.accent : look.comparator,
            opacity: 1,
            borderColor: look.paper,
            borderWidth: 1,
          },
        })),
      },
    ],
  };
  return { width, height, option };
}

/** Where the own area lies against the funnel's own limits, whatever limits the bars are judged by. */
function sayFunnel(view: GroupView): string {
  const own = view.areas.find((area) => area.own);
  const curve = view.funnel?.curve ?? [];
  if (own?.ratePerThousand == null || own.population === null || curve.length === 0) return view.sentence;
  const { population, ratePerThousand } = own;
  const near = curve.reduce((best, point) =>
    Math.abs(point.population - population) < Math.abs(best.population - population) ? point : best,
  );
  const side = ratePerThousand > (view.funnel?.around ?? 0) ? 'above' : 'below';
  const [near95, near998] = side === 'above' ? [near.upper95, near.upper998] : [near.lower95, near.lower998];
  const beyond = (limit: number) => (side === 'above' ? ratePerThousand > limit : ratePerThousand < limit);
  if (beyond(near998))
    return `${own.name} lies ${side} the 99.8% limits: further out than these limits put down to chance.`;
  if (beyond(near95))
    return `${own.name} lies ${side} the 95% limits but inside the 99.8% ones: some evidence, not strong.`;
  return `${own.name} lies inside the limits: chance alone could put it there.`;
}

const hintOf = (area: GroupArea | undefined): string =>
  area === undefined
    ? ''
    : `${area.name}\n${numberInWords(area.ratePerThousand, 1)} per 1,000 residents\n${numberInWords(area.count)} in ${numberInWords(area.population)} residents`;
