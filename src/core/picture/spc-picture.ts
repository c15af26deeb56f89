import { sayCause, type SpcView, type SpcViewPoint } from '../performance/spc-view.ts';
import { baseOption, placeText, tooltipOf } from './frame.ts';
import { LIGHT_LOOK, type Look } from './look.ts';
import { numberInWords } from './number-in-words.ts';
import type { Picture, PictureSize } from './picture.ts';
import { markOfPeriod, nameAxis, plainLine, plotOf, valueAxis } from './plot.ts';
import { roundScale } from './scale.ts';
import { assuranceIcon, causeColours, causeMark, variationIcon } from './spc-icons.ts';

/** A process chart: points by kind, mean and limits of each segment, exceptional bands, icons with words. */
export function spcPicture(view: SpcView, size: PictureSize, look: Look = LIGHT_LOOK): Picture {
  const { points } = view;
  const words = { title: `${view.name}: is it changing?`, finding: view.sentence, foot: view.notes };
  const { width, height, frame, grid, box } = plotOf(words, size, look, {
    left: 52,
    top: 46,
    right: 92,
    bottom: 30,
    plot: 320,
  });
  const clipped = (value: number | null) => (value === null ? null : Math.max(0, value));
  const scale = roundScale([
    ...points.flatMap((point) => [point.value, clipped(point.upper), clipped(point.lower)]),
    view.target,
  ]);
  const y = (value: number) =>
    box.bottom - ((box.bottom - box.top) * (value - scale.bottom)) / (scale.top - scale.bottom);
  const texts = [...frame.texts];
  // The limits of a chart of shares differ from point to point: the last known point names them.
  const last = points.findLast((point) => point.upper !== null) ?? points.at(-1);
  const marks: readonly (readonly [string, number | null])[] = [
    ['upper limit', clipped(last?.upper ?? null)],
    ['mean', last?.mean ?? null],
    ['lower limit', clipped(last?.lower ?? null)],
    ['target', view.target],
  ];
  const placed: number[] = [];
  for (const [said, value] of marks) {
    if (value === null) continue;
    let at = y(value) - 8;
    while (placed.some((other) => Math.abs(other - at) < 14)) at += 14;
    placed.push(at);
    texts.push(
      placeText(`${said} ${sayValue(value, view)}`, { x: box.right + 6, y: at }, { size: 12, colour: look.muted }),
    );
  }
  const icons = [
    ...(view.variation === null ? [] : variationIcon(view.variation, box.left + 14, box.top - 26, look)),
    ...(view.assurance === null ? [] : assuranceIcon(view.assurance, box.left + 210, box.top - 26, look)),
  ];
  const colours = causeColours(look);
  const bands = view.exceptional.flatMap(({ from, to, reason, leftOut }) => {
    const inside = points.flatMap((point, at) => (isWithin(point.period, from, to) ? [at] : []));
    const [first] = inside;
    const end = inside.at(-1);
    if (first === undefined || end === undefined) return [];
    return [[{ xAxis: first, name: `${reason}${leftOut ? ' (left out)' : ''}` }, { xAxis: end }]];
  });
  // Each segment is a line of its own, so that limits are never joined across a step change.
  const segments = view.segments.flatMap((segment, at) => {
    const start = points.findIndex((point) => point.period === segment.from);
    const end = points.findLastIndex((point) => point.period === segment.to);
    const over = (of: (point: SpcViewPoint) => number | null) =>
      points.map((point, index) => (index >= start && index <= end ? of(point) : null));
    const name = view.segments.length > 1 ? ` ${String(at + 1)}` : '';
    return [
      plainLine(
        `mean${name}`,
        over((point) => point.mean),
        { colour: look.ink, width: 1.5 },
      ),
      plainLine(
        `upper limit${name}`,
        over((point) => clipped(point.upper)),
        { colour: look.muted, width: 1.25, type: [6, 4] },
      ),
      plainLine(
        `lower limit${name}`,
        over((point) => clipped(point.lower)),
        { colour: look.muted, width: 1.25, type: [6, 4] },
      ),
    ];
  });
  const option = {
    ...baseOption(look, texts),
    graphic: [...texts, ...icons],
    tooltip: {
      ...tooltipOf(look),
      trigger: 'axis',
      formatter: (at: readonly { dataIndex: number }[]): string => hintOf(points[at[0]?.dataIndex ?? -1], view),
    },
    grid,
    xAxis: nameAxis(
      points.map((point) => markOfPeriod(point.period)),
      box.right - box.left,
      look,
    ),
    yAxis: valueAxis(scale, look),
    series: [
      ...segments,
      ...(view.target === null
        ? []
        : [
            plainLine(
              'target',
              points.map(() => view.target),
              { colour: look.ink, width: 1.5, type: [1.5, 3.5] },
            ),
          ]),
      {
        type: 'line',
        name: view.name,
        z: 6,
        cursor: 'default',
        connectNulls: false,
        showSymbol: true,
        // Every point, however many: on a full axis only some would be drawn, and signals are points.
        showAllSymbol: true,
        lineStyle: { color: look.comparator, width: 2 },
        emphasis: { disabled: true },
        data: points.map((point) => ({
          value: point.value ?? '-',
          symbol: point.leftOut ? 'circle' : causeMark[point.kind ?? 'common-cause'],
          symbolSize: point.cause === null ? 7 : 11,
          // A point left out is a ring on the paper's own colour, light or dark.
          itemStyle: point.leftOut
            ? { color: look.paper, borderColor: look.comparator, borderWidth: 2 }
            : { color: colours[point.kind ?? 'common-cause'] },
        })),
        ...(bands.length === 0
          ? {}
          : {
              markArea: {
                silent: true,
                itemStyle: { color: look.band },
                label: { color: look.muted, fontSize: 11, position: 'insideTop' },
                data: bands,
              },
            }),
      },
    ],
  };
  return { width, height, option };
}

/** Whether a month or quarter lies in a span of months. */
function isWithin(period: string, from: string, to: string): boolean {
  const [, year = '', quarter = ''] = /^(\d{4})-\d{2} Q([1-4])$/.exec(period) ?? [];
  if (quarter === '') return from <= period && period <= to;
  const start =
    quarter === '4' ? `${String(Number(year) + 1)}-01` : `${year}-${['04', '07', '10'][Number(quarter) - 1] ?? '04'}`;
  return from <= start && start <= to;
}

/** A value of the chart as it is labelled: `1,575`, `6.21`, `78%`. */
const sayValue = (value: number, { kind, decimals }: SpcView): string =>
  `${numberInWords(value, decimals)}${kind === 'share' ? '%' : ''}`;

function hintOf(point: SpcViewPoint | undefined, view: SpcView): string {
  if (point === undefined) return '';
  const value =
    point.value === null
      ? 'not known'
      : view.kind === 'share'
        ? `${sayValue(point.value, view)}: ${numberInWords(point.part)} of ${numberInWords(point.whole)}`
        : `${sayValue(point.value, view)} ${view.unit}`;
  const causes = point.causes.map(sayCause).join('; ');
  return [
    point.words,
    value,
    ...(causes === '' ? [] : [causes]),
    ...(point.leftOut ? ['left out of the limits'] : []),
  ].join('\n');
}
