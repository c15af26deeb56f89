import type { GroupMoment, GroupOverTime } from '../performance/group-over-time.ts';
import { baseOption, placeText, tooltipOf } from './frame.ts';
import { LIGHT_LOOK, type Look } from './look.ts';
import { numberInWords } from './number-in-words.ts';
import { longPeriod } from '../time/period-in-words.ts';
import { hintOf, sayLast, sayLastCount } from './over-time-words.ts';
import type { Picture, PictureSize } from './picture.ts';
import { bandBetween, markOfPeriod, nameAxis, plainLine, plotOf, valueAxis } from './plot.ts';
import { roundScale } from './scale.ts';

/** A ring where an earlier release had the point; none where nothing was revised. */
function beforeRevision(
  moments: readonly GroupMoment[],
  shownOf: (moment: GroupMoment) => number | null,
  look: Look,
): object[] {
  const earlier = moments.map((moment) => {
    const [shown, { count, revisedFrom }] = [shownOf(moment), moment];
    return shown === null || revisedFrom === null || count === null || count <= 0
      ? null
      : (shown * revisedFrom) / count;
  });
  if (earlier.every((value) => value === null)) return [];
  return [
    {
      type: 'scatter',
      name: 'before revision',
      z: 7,
      silent: true,
      symbol: 'circle',
      symbolSize: 9,
      itemStyle: { color: look.paper, borderColor: look.accent, borderWidth: 1.5 },
      data: earlier.map((value) => value ?? '-'),
    },
  ];
}

/** Beyond this many times the own rate and the average the highest area is left off the scale, and said instead. */
const FAR_OUT = 3;

/**
 * How high the scale of rates goes: to the highest area, unless that lies so far out (a place of few residents and many
 * visitors) that nothing else could be told apart.
 */
function topOfRange(moments: readonly GroupMoment[]): number {
  const usual = Math.max(0, ...moments.flatMap(({ ratePerThousand, average }) => [ratePerThousand ?? 0, average ?? 0]));
  const highest = Math.max(0, ...moments.map((moment) => moment.highest ?? 0));
  return usual > 0 && highest > FAR_OUT * usual ? usual * 2 : highest;
}

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
  // Without residents there are no rates; the own area's counts still show where it is going, and what was revised.
  const counted =
    shows === 'rate' && moments.every(({ ratePerThousand, average }) => ratePerThousand === null && average === null);
  const shownOf = (moment: GroupMoment): number | null => (counted ? moment.count : moment.ratePerThousand);
  const farthest = topOfRange(moments);
  const beyond = Math.max(0, ...moments.map(({ highest }) => highest ?? 0));
  const words = {
    title:
      shows === 'rate'
        ? `${view.measureName} ${counted ? 'over time, counts' : 'per 1,000 residents over time'}`
        : `${view.measureName}: rank over time (1 = lowest)`,
    finding: counted ? sayLastCount(view) : sayLast(view),
    foot: [
      ...(counted ? ['No residents are held for these areas, so there are no rates.'] : []),
      ...(shows === 'rate' && beyond > farthest
        ? [`The highest rates run past the scale, up to ${numberInWords(beyond, 1)}.`]
        : []),
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
      ? roundScale(
          moments.flatMap((moment) =>
            counted
              ? [moment.count, moment.revisedFrom]
              : [moment.ratePerThousand, moment.average, Math.min(moment.highest ?? 0, farthest)],
          ),
        )
      : { bottom: 0, top: most, step: most <= 15 ? 1 : Math.ceil(most / 10) };
  const y = (value: number) =>
    box.bottom - ((box.bottom - box.top) * (value - scale.bottom)) / (scale.top - scale.bottom);
  const texts = [...frame.texts];
  interface Label {
    readonly said: string;
    readonly value: number | null | undefined;
    readonly colour: string;
    readonly weight: 400 | 600;
  }
  const labels: readonly Label[] =
    shows === 'rate'
      ? [
          {
            said: 'highest',
            value: last?.highest == null ? null : Math.min(last.highest, scale.top),
            colour: look.muted,
            weight: 400,
          },
          {
            said: `average ${numberInWords(last?.average ?? null, 1)}`,
            value: last?.average,
            colour: look.ink,
            weight: 400,
          },
          {
            said: `${own} ${numberInWords(last === undefined ? null : shownOf(last), counted ? 0 : 1)}`,
            value: last === undefined ? null : shownOf(last),
            colour: look.accent,
            weight: 600,
          },
          { said: 'lowest', value: last?.lowest, colour: look.muted, weight: 400 },
        ]
      : [
          {
            said: `${own} ${String(last?.rank ?? '')} of ${String(last?.of ?? '')}`,
            value: last?.rank,
            colour: look.accent,
            weight: 600,
          },
        ];
  // From the highest down, each at least a line under the one above; what would run off the foot is pushed back up.
  const placed = labels
    .flatMap(({ value, ...rest }) => (value == null ? [] : [{ ...rest, value, at: y(value) - 8 }]))
    .sort((a, b) => a.at - b.at);
  placed.forEach((one, index) => {
    one.at = Math.max(one.at, (placed[index - 1]?.at ?? -Infinity) + 15);
  });
  [...placed].reverse().forEach((one, index) => {
    one.at = Math.min(one.at, box.bottom - 12 - index * 15);
  });
  for (const { said, at, weight, colour } of placed) {
    texts.push(placeText(said, { x: box.right + 8, y: at }, { size: 12, weight, colour }));
  }
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
          plainLine(own, moments.map(shownOf), { colour: look.accent, width: 3.5, z: 6, symbol: true }),
          ...beforeRevision(moments, shownOf, look),
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
