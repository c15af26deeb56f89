import type { GapExploreView } from '../performance/gap-explore-view.ts';
import { baseOption, placeText, tooltipOf } from './frame.ts';
import { FONT_FAMILY, LIGHT_LOOK, type Look } from './look.ts';
import { numberInWords } from './number-in-words.ts';
import type { Picture, PictureSize } from './picture.ts';
import { markOfPeriod, nameAxis, plainLine, plotOf, valueAxis } from './plot.ts';
import { roundScale } from './scale.ts';
import { fitText, textWidth } from './text-width.ts';

const footOf = (view: GapExploreView): string[] => [
  ...view.notes,
  ...(view.populationYear === null ? [] : [`Residents: ${view.populationYear}.`]),
  ...(view.illustrative ? ['Illustrative: the neighbourhood split is made up; the city’s totals are not.'] : []),
];

/** The gap since April by the method asked for, beside last year's by the same method and the Board's own. */
export function gapExploredPicture(view: GapExploreView, size: PictureSize, look: Look = LIGHT_LOOK): Picture {
  const words = {
    title: `Gap per 1,000 residents since April, ${view.year}: ${view.methodWords.replace(/\.$/, '')}`,
    finding: view.sentence,
    foot: footOf(view),
  };
  const { width, height, frame, grid, box } = plotOf(words, size, look, {
    left: 44,
    top: 16,
    right: 150,
    bottom: 30,
    plot: 300,
  });
  const lines = [
    {
      name: 'last year',
      values: view.periods.map((one) => one.lastYearGap),
      style: { colour: look.lastYear, width: 1.75 },
    },
    ...(view.method === 'named' && view.options.priority === 'pooled' && view.options.city === 'with-priority'
      ? []
      : [
          {
            name: 'the Board’s own gap',
            values: view.periods.map((one) => one.boardGap),
            style: { colour: look.ink, width: 1.5, type: [6, 4] },
          },
        ]),
    {
      name: 'this method',
      values: view.periods.map((one) => one.gap),
      style: { colour: look.accent, width: 4, z: 6, symbol: true },
    },
  ];
  const scale = roundScale(lines.flatMap((line) => line.values));
  const y = (value: number) =>
    box.bottom - ((box.bottom - box.top) * (value - scale.bottom)) / (scale.top - scale.bottom);
  const texts = [...frame.texts];
  const ends = lines
    .flatMap(({ name, values, style }) => {
      const value = values.findLast((one) => one !== null) ?? null;
      return value === null
        ? []
        : [{ said: `${name} ${numberInWords(value, 1)}`, at: y(value) - 8, colour: style.colour }];
    })
    .sort((a, b) => a.at - b.at);
  let above = -Infinity;
  for (const { said, at, colour } of ends) {
    above = Math.max(at, above + 15);
    texts.push(
      placeText(
        said,
        { x: box.right + 8, y: above },
        {
          size: 12,
          weight: colour === look.accent ? 600 : 400,
          colour: colour === look.lastYear ? look.muted : colour,
        },
      ),
    );
  }
  const option = {
    ...baseOption(look, texts),
    tooltip: {
      ...tooltipOf(look),
      trigger: 'axis',
      formatter: (points: readonly { dataIndex: number }[]): string => {
        const at = points[0]?.dataIndex ?? -1;
        const row = view.periods[at];
        if (row === undefined) return '';
        return [
          markOfPeriod(row.period),
          ...lines.map(({ name, values }) => `${name}: ${numberInWords(values[at] ?? null, 1)}`),
        ].join('\n');
      },
    },
    grid,
    xAxis: nameAxis(
      view.periods.map((one) => markOfPeriod(one.period)),
      box.right - box.left,
      look,
    ),
    yAxis: valueAxis(scale, look),
    series: lines.map(({ name, values, style }) => plainLine(name, values, style)),
  };
  return { width, height, option };
}

/** What each priority neighbourhood adds to the gap (bar) and to its change since last year (mark). */
export function gapPartsPicture(view: GapExploreView, size: PictureSize, look: Look = LIGHT_LOOK): Picture {
  const rows = view.neighbourhoods
    .filter((row) => row.partOfGap !== null)
    .sort((a, b) => (b.partOfGap ?? 0) - (a.partOfGap ?? 0));
  const finding =
    rows.length === 0
      ? 'Parts of the gap are known for the Board’s own form alone.'
      : 'Bars add up to the gap; diamonds to its change since the same months last year.';
  const words = {
    title: `What each neighbourhood adds to the gap, per 1,000 residents, ${view.year}`,
    finding,
    foot: footOf(view),
  };
  const nameRoom = Math.min(
    Math.ceil(Math.max(0, ...rows.map(({ name }) => textWidth(name, 13)))) + 6,
    Math.floor(size.width * 0.36),
  );
  const { width, height, frame, grid } = plotOf(words, size, look, {
    left: nameRoom + 8,
    top: 8,
    right: 40,
    bottom: 34,
    plot: Math.max(3, rows.length) * 26,
  });
  const scale = roundScale(rows.flatMap((row) => [row.partOfGap, row.partOfChange]));
  const option = {
    ...baseOption(look, frame.texts),
    tooltip: {
      ...tooltipOf(look),
      trigger: 'item',
      formatter: ({ dataIndex }: { dataIndex: number }): string => {
        const row = rows[dataIndex];
        if (row === undefined) return '';
        return `${row.name}\nadds ${numberInWords(row.partOfGap, 2)} to the gap\nand ${numberInWords(row.partOfChange, 2)} to its change`;
      },
    },
    grid,
    xAxis: valueAxis(scale, look),
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map((row) => row.name),
      axisLine: { show: true, onZero: true, lineStyle: { color: look.muted } },
      axisTick: { show: false },
      axisLabel: {
        interval: 0,
        color: look.ink,
        fontSize: 13,
        fontFamily: FONT_FAMILY,
        formatter: (text: string) => fitText(text, nameRoom, 13),
      },
    },
    series: [
      {
        type: 'bar',
        name: 'part of the gap',
        barCategoryGap: '40%',
        cursor: 'default',
        data: rows.map((row) => row.partOfGap ?? '-'),
        itemStyle: { color: look.accent },
      },
      {
        type: 'scatter',
        name: 'part of the change',
        symbol: 'diamond',
        symbolSize: 11,
        cursor: 'default',
        data: rows.map((row) => row.partOfChange ?? '-'),
        itemStyle: { color: look.ink, borderColor: look.paper, borderWidth: 1, opacity: 1 },
      },
    ],
  };
  return { width, height, option };
}
