import type { GapView } from '../performance/gap-view.ts';
import { baseOption, frameOf, placeText, tooltipOf, wordsHeight } from './frame.ts';
import { FONT_FAMILY, LIGHT_LOOK, type Look } from './look.ts';
import { numberInWords } from './number-in-words.ts';
import { sinceApril } from '../time/period-in-words.ts';
import type { Picture, PictureSize } from './picture.ts';
import { decimalsOf, roundScale } from './scale.ts';
import { fitText, textWidth } from './text-width.ts';

const ROW = 17;
const HEAD = 26;
const SCALE = 44;

type Neighbourhood = GapView['neighbourhoods'][number];

/** City rate at the last month known, per 1,000 residents; null when no month is known. */
export const cityRateToDate = (view: GapView): number | null =>
  view.periods.reduce<number | null>((last, row) => row.cityRate ?? last, null);

/** Neighbourhoods as dots from the highest rate to the lowest; the priority ones filled, the city's rate a line. */
export function neighbourhoodPicture(view: GapView, size: PictureSize, look: Look = LIGHT_LOOK): Picture {
  const days = view.dataTo === null ? view.year : sinceApril(view.year, view.dataTo);
  const words = {
    title: `Crimes per 1,000 residents by neighbourhood, ${days}`,
    finding: 'Filled dots with bold names are the priority neighbourhoods.',
    foot: [
      ...(view.populationYear === null ? [] : [`Residents: ${view.populationYear}.`]),
      ...(view.illustrative ? ['Illustrative: the neighbourhood split is made up; the city’s totals are not.'] : []),
    ],
  };
  const rows = view.neighbourhoods
    .filter((row) => row.ratePerThousand !== null)
    .sort((a, b) => (b.ratePerThousand ?? 0) - (a.ratePerThousand ?? 0));
  const city = cityRateToDate(view);
  const width = size.width;
  const height = size.height ?? wordsHeight(words, width) + HEAD + rows.length * ROW + SCALE;
  const frame = frameOf(words, width, height, look);
  const widest = Math.max(...rows.map(({ name }) => textWidth(name, 12, 600)), 0);
  const nameRoom = Math.min(Math.ceil(widest) + 4, Math.floor(width * 0.4));
  const grid = {
    left: frame.inside.left + nameRoom + 8,
    top: frame.inside.top + HEAD,
    right: width - frame.inside.right + 8,
    bottom: frame.below + SCALE,
    outerBoundsMode: 'none',
  };
  const scale = roundScale([...rows.map((row) => row.ratePerThousand), city]);
  const texts = [...frame.texts];
  if (city !== null) {
    const said = `city ${numberInWords(city, 1)}`;
    const x = grid.left + ((width - grid.left - grid.right) * city) / scale.top;
    texts.push(placeText(said, { x, y: grid.top - 21, align: 'center' }, { size: 12, weight: 600, colour: look.ink }));
  }
  texts.push(
    placeText('per 1,000 residents', { x: grid.left, y: height - grid.bottom + 25 }, { size: 12, colour: look.muted }),
  );
  const name = { width: nameRoom, align: 'right', color: look.ink, fontSize: 12, fontFamily: FONT_FAMILY };
  const option = {
    ...baseOption(look, texts),
    tooltip: {
      ...tooltipOf(look),
      trigger: 'item',
      formatter: ({ dataIndex }: { dataIndex: number }): string => hintOf(rows[dataIndex]),
    },
    grid,
    xAxis: {
      type: 'value',
      min: 0,
      max: scale.top,
      interval: scale.step,
      axisLabel: {
        color: look.muted,
        fontSize: 12,
        formatter: (value: number) => numberInWords(value, decimalsOf(scale)),
      },
      axisLine: { show: false },
      axisTick: { show: false },
      splitLine: { show: false },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map((row) => row.name),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: {
        interval: 0,
        align: 'right',
        margin: 8,
        formatter: (text: string, index: number): string => {
          const priority = rows[index]?.priority === true;
          return `{${priority ? 'priority' : 'name'}|${fitText(text, nameRoom, 12, priority ? 600 : 400)}}`;
        },
        rich: { name, priority: { ...name, color: look.accent, fontWeight: 600 } },
      },
    },
    series: [
      {
        type: 'bar',
        silent: true,
        barWidth: 1.5,
        data: rows.map((row) => ({
          value: row.ratePerThousand,
          itemStyle: { color: row.priority ? look.accent : look.comparator },
        })),
      },
      {
        type: 'scatter',
        name: 'crimes per 1,000 residents',
        cursor: 'default',
        symbolSize: 9,
        data: rows.map((row) => ({
          value: [row.ratePerThousand, row.name],
          name: row.name,
          itemStyle: row.priority
            ? { color: look.accent, opacity: 1 }
            : { color: look.paper, borderColor: look.comparator, borderWidth: 2, opacity: 1 },
        })),
        ...(city === null
          ? {}
          : {
              markLine: {
                silent: true,
                symbol: 'none',
                label: { show: false },
                lineStyle: { color: look.ink, type: [6, 4], width: 1.5 },
                data: [{ xAxis: city, name: 'city' }],
              },
            }),
      },
    ],
  };
  return { width, height, option };
}

function hintOf(row: Neighbourhood | undefined): string {
  if (row === undefined) return '';
  const of = row.population === null ? '' : ` in ${numberInWords(row.population)} residents`;
  return `${row.name}\n${numberInWords(row.ratePerThousand, 1)} per 1,000 residents\n${numberInWords(row.count)} crimes${of}`;
}
