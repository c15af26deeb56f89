import type { SeasonView } from '../performance/season-view.ts';
import { baseOption, placeText, tooltipOf } from './frame.ts';
import { LIGHT_LOOK, type Look } from './look.ts';
import { numberInWords, signedPercent } from './number-in-words.ts';
import type { Picture, PictureSize } from './picture.ts';
import { markOfPeriod, nameAxis, plainLine, plotOf, valueAxis } from './plot.ts';
import { roundScale } from './scale.ts';

/** A measure month by month, with the season taken out where it is known, and the mean month of the rolling year. */
export function seasonPicture(view: SeasonView, size: PictureSize, look: Look = LIGHT_LOOK): Picture {
  const { months } = view;
  const words = { title: `${view.name}: season and the months behind it`, finding: view.says, foot: view.notes };
  const { width, height, frame, grid, box } = plotOf(words, size, look, {
    left: 52,
    top: 18,
    right: 130,
    bottom: 30,
    plot: 300,
  });
  const rolling = months.map((month) => (month.rollingYear === null ? null : month.rollingYear / 12));
  const lines = [
    {
      name: 'as counted',
      values: months.map((month) => month.value),
      style: { colour: look.comparator, width: 1.75, symbol: true },
    },
    {
      name: 'without season',
      values: months.map((month) => month.withoutSeason),
      style: { colour: look.accent, width: 3, z: 6 },
    },
    { name: 'mean of 12 months', values: rolling, style: { colour: look.ink, width: 1.5, type: [6, 4] } },
  ].filter((line) => line.values.some((value) => value !== null));
  const scale = roundScale(lines.flatMap((line) => line.values));
  const y = (value: number) =>
    box.bottom - ((box.bottom - box.top) * (value - scale.bottom)) / (scale.top - scale.bottom);
  const texts = [...frame.texts];
  const ends = lines
    .flatMap((line) => {
      const value = line.values.findLast((one) => one !== null) ?? null;
      return value === null ? [] : [{ ...line, at: y(value) - 8 }];
    })
    .sort((a, b) => a.at - b.at);
  let above = -Infinity;
  for (const { name, at, style } of ends) {
    above = Math.max(at, above + 15);
    texts.push(
      placeText(
        name,
        { x: box.right + 8, y: above },
        { size: 12, colour: style.colour === look.comparator ? look.muted : style.colour },
      ),
    );
  }
  const option = {
    ...baseOption(look, texts),
    tooltip: {
      ...tooltipOf(look),
      trigger: 'axis',
      formatter: (points: readonly { dataIndex: number }[]): string => {
        const month = months[points[0]?.dataIndex ?? -1];
        if (month === undefined) return '';
        const last =
          month.lastYear === null
            ? ''
            : `\nsame month last year ${numberInWords(month.lastYear)} ${signedPercent(month.changePercent)} ${month.changeSays ?? ''}`;
        return `${month.words}\n${month.value === null ? 'not known' : numberInWords(month.value)}${last}`;
      },
    },
    grid,
    xAxis: nameAxis(
      months.map(({ month }) => markOfPeriod(month)),
      box.right - box.left,
      look,
    ),
    yAxis: valueAxis(scale, look),
    series: lines.map(({ name, values, style }) => plainLine(name, values, style)),
  };
  return { width, height, option };
}
