import { crossesChange } from '../performance/like-for-like.ts';
import type { GroupArea, GroupView } from '../performance/group-view.ts';
import { periodInDays } from '../time/period.ts';
import type { Month } from '../time/month.ts';
import { baseOption, placeText, tooltipOf } from './frame.ts';
import { FONT_FAMILY, LIGHT_LOOK, type Look } from './look.ts';
import { numberInWords, signedPercent } from './number-in-words.ts';
import { longPeriod } from '../time/period-in-words.ts';
import type { Picture, PictureSize } from './picture.ts';
import { plotOf, valueAxis } from './plot.ts';
import { roundScale } from './scale.ts';
import { fitText, textWidth } from './text-width.ts';

const ROW = 24;
/** Above this many areas only the ones around the own area, the highest and the lowest are drawn. */
const MOST_ROWS = 45;

/** The title of a comparison: measure, unit and exact days. */
export const groupTitle = (view: GroupView): string =>
  `${view.measureName} per 1,000 residents, ${periodInDays({ from: view.from as Month, to: view.to as Month })}`;

/** Everything printed under a comparison: average, limits, group and its date, residents, source, standing. */
export function groupFoot(view: GroupView): string[] {
  const average = view.average === 'pooled' ? 'all events over all residents' : 'mean of the areas’ rates';
  const { group } = view;
  const dates =
    group === null
      ? ''
      : ` Group: ${group.name}, ${String(group.members)} areas, from ${longPeriod(group.validFrom)}${group.validTo === null ? '' : ` to ${longPeriod(group.validTo)}`}.`;
  const standing = [
    ...(view.provisional ? ['Provisional: figures may still change.'] : []),
    ...(view.illustrative ? ['Illustrative figures: not real areas’ crime.'] : []),
  ].join(' ');
  const crossing = crossesChange(group, view.from, view.to);
  return [
    ...(crossing === null ? [] : [crossing]),
    `Average: ${average}, own area included. ${view.limits?.words ?? 'No limits.'}`,
    `Source: ${view.source.replace(/\.$/, '')}.${view.populationYear === null ? '' : ` Residents: ${view.populationYear}.`}${dates}`,
    ...(view.fewerSentence === null ? [] : [view.fewerSentence]),
    ...(standing === '' ? [] : [standing]),
  ];
}

/** Areas drawn: all of a group, else the highest, the lowest and those beside the own area. */
export function areasDrawn(areas: readonly GroupArea[]): readonly GroupArea[] {
  const known = areas.filter((area) => area.ratePerThousand !== null);
  if (known.length <= MOST_ROWS) return areas.length <= MOST_ROWS ? areas : known;
  const own = known.findIndex((area) => area.own);
  return known.filter((_, at) => at < 10 || at >= known.length - 10 || (own >= 0 && Math.abs(at - own) <= 10));
}

interface Api {
  value(dimension: number): number;
  coord(point: readonly [number, number]): readonly [number, number];
}

/** The most-similar-group bar chart by named limits: bars from high to low, the own area marked, limits at each area. */
export function groupPicture(view: GroupView, size: PictureSize, look: Look = LIGHT_LOOK): Picture {
  const areas = areasDrawn(view.areas);
  const left =
    areas.length < view.areas.length
      ? [`${String(view.areas.length - areas.length)} of the ${String(view.areas.length)} areas are not drawn.`]
      : [];
  const words = { title: groupTitle(view), finding: view.sentence, foot: [...groupFoot(view), ...left] };
  const widest = Math.max(...areas.map(({ name }) => textWidth(name, 13, 600)), 0);
  const nameRoom = Math.min(Math.ceil(widest) + 4, Math.floor(size.width * 0.34));
  const valueRoom = 46;
  const { width, height, frame, grid, box } = plotOf(words, size, look, {
    left: nameRoom + valueRoom + 8,
    top: 26,
    right: 8,
    bottom: 44,
    plot: Math.max(3, areas.length) * ROW,
  });
  const scale = roundScale(
    [...areas.flatMap((area) => [area.ratePerThousand, area.bandUpper]), view.averageUsed],
    width < 480 ? 5 : 10,
  );
  // Small rates (robbery) are told apart by a second decimal.
  const decimals = scale.top < 10 ? 2 : 1;
  const at = (rate: number): number => box.left + ((box.right - box.left) * rate) / scale.top;
  const texts = [...frame.texts];
  if (view.averageUsed !== null) {
    const said = `group average ${numberInWords(view.averageUsed, decimals)}`;
    const half = textWidth(said, 13, 600) / 2 + 2;
    const x = Math.max(box.left + half, Math.min(box.right - half, at(view.averageUsed)));
    texts.push(placeText(said, { x, y: box.top - 21, align: 'center' }, { size: 13, weight: 600, colour: look.ink }));
  }
  texts.push(
    placeText(
      'per 1,000 residents; pale band: limits',
      { x: box.left, y: box.bottom + 24 },
      { size: 12, colour: look.muted },
    ),
  );
  const name = { width: nameRoom, align: 'left', color: look.ink, fontSize: 13, fontFamily: FONT_FAMILY };
  const value = { ...name, width: valueRoom, align: 'right' };
  const marked = { color: look.accent, fontWeight: 600 };
  const step = (box.bottom - box.top) / Math.max(1, areas.length);
  const option = {
    ...baseOption(look, texts),
    tooltip: {
      ...tooltipOf(look),
      trigger: 'item',
      formatter: ({ dataIndex }: { dataIndex: number }): string => hintOf(areas[dataIndex], decimals),
    },
    grid,
    xAxis: valueAxis(scale, look),
    yAxis: {
      type: 'category',
      inverse: true,
      data: areas.map((area) => area.name),
      axisLine: { show: true, lineStyle: { color: look.muted } },
      axisTick: { show: false },
      axisLabel: {
        interval: 0,
        align: 'right',
        margin: 8,
        formatter: (text: string, index: number): string => {
          const area = areas[index];
          const shown = fitText(text, nameRoom, 13, area?.own === true ? 600 : 400);
          if (area?.ratePerThousand == null) return `{name|${shown}}{unknown|not known}`;
          const said = numberInWords(area.ratePerThousand, decimals);
          return area.own ? `{own|${shown}}{ownValue|${said}}` : `{name|${shown}}{value|${said}}`;
        },
        rich: {
          name,
          value,
          own: { ...name, ...marked },
          ownValue: { ...value, ...marked },
          unknown: { ...value, color: look.muted, fontSize: 11 },
        },
      },
    },
    series: [
      {
        type: 'custom',
        name: 'limits',
        silent: true,
        z: 0,
        data: areas.flatMap((area, row) =>
          area.bandLower === null || area.bandUpper === null
            ? []
            : [[Math.max(0, area.bandLower), area.bandUpper, row]],
        ),
        encode: { x: [0, 1], y: 2 },
        renderItem: (_: unknown, api: Api) => {
          const [from, y] = api.coord([api.value(0), api.value(2)]);
          const [to] = api.coord([api.value(1), api.value(2)]);
          return {
            type: 'rect',
            shape: { x: from, y: y - step / 2, width: to - from, height: step },
            style: { fill: look.band },
          };
        },
      },
      {
        type: 'bar',
        name: view.measureName,
        barCategoryGap: '36%',
        cursor: 'default',
        data: areas.map((area) => ({
          value: area.ratePerThousand ?? '-',
          name: area.name,
          itemStyle: { color: area.own ? look.accent : look.comparator },
        })),
        ...(view.averageUsed === null
          ? {}
          : {
              markLine: {
                silent: true,
                symbol: 'none',
                label: { show: false },
                z: 5,
                lineStyle: { color: look.ink, type: [6, 4], width: 1.5 },
                data: [{ xAxis: view.averageUsed, name: 'group average' }],
              },
            }),
      },
    ],
  };
  return { width, height, option };
}

function hintOf(area: GroupArea | undefined, decimals: number): string {
  if (area === undefined) return '';
  const of =
    area.count === null || area.population === null
      ? ''
      : `\n${numberInWords(area.count)} in ${numberInWords(area.population)} residents`;
  const limits =
    area.lower95 === null
      ? ''
      : `\nown 95% limits ${numberInWords(area.lower95, decimals)} to ${numberInWords(area.upper95, decimals)}`;
  const rank =
    area.rank === null ? '' : `\nrank ${String(area.rank)}, ${signedPercent(area.distancePercent)} from the average`;
  return `${area.name}\n${numberInWords(area.ratePerThousand, decimals)} per 1,000 residents${of}${limits}${rank}`;
}
