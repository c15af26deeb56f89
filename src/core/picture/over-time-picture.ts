import type { GroupOverTime } from '../performance/group-over-time.ts';
import { baseOption, placeText, tooltipOf } from './frame.ts';
import { LIGHT_LOOK, type Look } from './look.ts';
import { numberInWords } from './number-in-words.ts';
import { longPeriod } from '../time/period-in-words.ts';
import type { Picture, PictureSize } from './picture.ts';
import { bandBetween, markOfPeriod, nameAxis, plainLine, plotOf, valueAxis } from './plot.ts';
import { roundScale } from './scale.ts';

/** Rate over time against the group's average and range, or rank over time. */
export function overTimePicture(
  view: GroupOverTime,
  shows: 'rate' | 'rank',
  size: PictureSize,
  look: Look = LIGHT_LOOK,
): Picture {
  const { moments } = view;
  const own = view.area ?? 'own area';
  const last = moments.at(-1);
  const words = {
    title:
      shows === 'rate'
        ? `${view.measureName} per 1,000 residents over time`
        : `${view.measureName}: rank over time (1 = lowest)`,
    finding: sayLast(view),
    foot: [
      ...view.warnings,
      ...(view.group === null
        ? []
        : [
            `Group: ${view.group.name}, ${String(view.group.members)} areas, from ${longPeriod(view.group.validFrom)}.`,
          ]),
      `Source: ${view.source.replace(/\.$/, '')}.${view.populationYear === null ? '' : ` Residents: ${view.populationYear}.`}`,
      ...(view.provisional ? ['Provisional: figures may still change.'] : []),
      ...(view.illustrative ? ['Illustrative figures: not real areas’ crime.'] : []),
    ],
  };
  const { width, height, frame, grid, box } = plotOf(words, size, look, {
    left: 48,
    top: 24,
    right: 150,
    bottom: 30,
    plot: 300,
  });
  const names = moments.map((moment) =>
    moment.from === moment.to ? markOfPeriod(moment.to) : `to ${markOfPeriod(moment.to)}`,
  );
  const most = Math.max(1, ...moments.map((moment) => moment.of));
  const scale =
    shows === 'rate'
      ? roundScale(moments.flatMap((moment) => [moment.ratePerThousand, moment.highest, moment.average]))
      : { bottom: 0, top: most, step: most <= 15 ? 1 : Math.ceil(most / 10) };
  const y = (value: number) =>
    box.bottom - ((box.bottom - box.top) * (value - scale.bottom)) / (scale.top - scale.bottom);
  const texts = [...frame.texts];
  const label = (said: string, value: number | null | undefined, colour: string, weight: 400 | 600) => {
    if (value != null) texts.push(placeText(said, { x: box.right + 8, y: y(value) - 8 }, { size: 12, weight, colour }));
  };
  if (shows === 'rate') {
    const [rate, average] = [last?.ratePerThousand ?? null, last?.average ?? null];
    const near = rate !== null && average !== null && Math.abs(y(rate) - y(average)) < 15;
    label(`${own} ${numberInWords(rate, 1)}`, rate, look.accent, 600);
    const nudged = near
      ? average - ((scale.top - scale.bottom) * 16 * (rate > average ? 1 : -1)) / (box.bottom - box.top)
      : average;
    label(`average ${numberInWords(average, 1)}`, nudged, look.ink, 400);
    label('highest', last?.highest, look.muted, 400);
    label('lowest', last?.lowest, look.muted, 400);
  } else label(`${own} ${String(last?.rank ?? '')} of ${String(last?.of ?? '')}`, last?.rank, look.accent, 600);
  const series =
    shows === 'rate'
      ? [
          ...bandBetween(
            'range of the group',
            moments.map((one) => one.lowest),
            moments.map((one) => one.highest),
            look.band,
          ),
          plainLine(
            'group average',
            moments.map((one) => one.average),
            { colour: look.ink, width: 1.5, type: [6, 4] },
          ),
          plainLine(
            own,
            moments.map((one) => one.ratePerThousand),
            { colour: look.accent, width: 3.5, z: 6, symbol: true },
          ),
        ]
      : [
          plainLine(
            own,
            moments.map((one) => one.rank),
            { colour: look.accent, width: 3.5, z: 6, symbol: true },
          ),
        ];
  const option = {
    ...baseOption(look, texts),
    tooltip: {
      ...tooltipOf(look),
      trigger: 'axis',
      formatter: (points: readonly { dataIndex: number }[]): string => hintOf(view, points[0]?.dataIndex ?? -1),
    },
    grid,
    xAxis: nameAxis(names, box.right - box.left, look),
    yAxis: valueAxis(
      scale,
      look,
      shows === 'rank'
        ? {
            axisLabel: {
              color: look.muted,
              fontSize: 12,
              formatter: (rank: number) => (rank === 0 ? '' : String(rank)),
            },
          }
        : {},
    ),
    series,
  };
  return { width, height, option };
}

function sayLast(view: GroupOverTime): string {
  const last = view.moments.at(-1);
  if (last?.rank == null) return 'The own area is not known in this group.';
  return `${view.area ?? 'The own area'}: ${String(last.rank)} of ${String(last.of)} (1 is lowest) in ${last.words}.`;
}

function hintOf(view: GroupOverTime, at: number): string {
  const moment = view.moments[at];
  if (moment === undefined) return '';
  const revised = moment.revisedFrom === null ? '' : `\nrevised from ${numberInWords(moment.revisedFrom)}`;
  return [
    moment.words,
    `${view.area ?? 'own area'}: ${numberInWords(moment.ratePerThousand, 1)} per 1,000${moment.count === null ? '' : ` (${numberInWords(moment.count)})`}${revised}`,
    `average ${numberInWords(moment.average, 1)}, range ${numberInWords(moment.lowest, 1)} to ${numberInWords(moment.highest, 1)}`,
    `rank ${String(moment.rank ?? 'not known')} of ${String(moment.of)}`,
  ].join('\n');
}
