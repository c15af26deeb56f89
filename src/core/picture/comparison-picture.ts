import type { ComparedArea, ComparisonView } from '../performance/comparison-view.ts';
import { baseOption, frameOf, placeText, tooltipOf, wordsHeight } from './frame.ts';
import { FONT_FAMILY, LIGHT_LOOK, type Look } from './look.ts';
import { numberInWords } from './number-in-words.ts';
import { spanInDays } from '../time/period-in-words.ts';
import type { Picture, PictureSize } from './picture.ts';
import { decimalsOf, roundScale } from './scale.ts';
import { fitText, textWidth } from './text-width.ts';

const ROW = 26;
/** Room over the bars for the average's words, and under them for the scale. */
const HEAD = 26;
const SCALE = 44;

/** Areas from the highest rate to the lowest; an area whose rate is not known stands last. */
export function areasFromHighest(areas: readonly ComparedArea[]): ComparedArea[] {
  const known = areas.filter((area) => area.ratePerThousand !== null);
  known.sort((a, b) => (b.ratePerThousand ?? 0) - (a.ratePerThousand ?? 0) || a.name.localeCompare(b.name, 'en-GB'));
  return [...known, ...areas.filter((area) => area.ratePerThousand === null)];
}

/** The title of a comparison: measure, unit and exact days. */
export const comparisonTitle = (view: ComparisonView): string =>
  `${view.measureName} per 1,000 residents, ${spanInDays(view.from, view.to)}`;

function footOf(view: ComparisonView): string[] {
  const population = view.populationYear === null ? '' : ` Residents: ${view.populationYear}.`;
  const band =
    view.limits === null
      ? ''
      : ` Band: ${numberInWords(view.limits.lower, 1)} to ${numberInWords(view.limits.upper, 1)} (± 1 standard deviation).`;
  const standing = [
    ...(view.provisional ? ['Provisional: figures may still change.'] : []),
    ...(view.illustrative ? ['Illustrative figures: not real areas’ crime.'] : []),
  ];
  return [
    `Average: mean of the ${String(view.of)} areas’ rates, own area included.${band}`,
    `Source: ${view.source.replace(/\.$/, '')}.${population}`,
    ...(standing.length === 0 ? [] : [standing.join(' ')]),
  ];
}

/** The most-similar-group bar chart: areas from high to low, the own area marked, the average and its band named. */
export function comparisonPicture(view: ComparisonView, size: PictureSize, look: Look = LIGHT_LOOK): Picture {
  const words = { title: comparisonTitle(view), finding: view.sentence, foot: footOf(view) };
  const areas = areasFromHighest(view.areas);
  const width = size.width;
  const height = size.height ?? wordsHeight(words, width) + HEAD + areas.length * ROW + SCALE;
  const frame = frameOf(words, width, height, look);
  const widest = Math.max(...areas.map(({ name }) => textWidth(name, 13, 600)), 0);
  const nameRoom = Math.min(Math.ceil(widest) + 4, Math.floor(width * 0.34));
  const valueRoom = 46;
  const grid = {
    left: frame.inside.left + nameRoom + valueRoom + 8,
    top: frame.inside.top + HEAD,
    right: width - frame.inside.right + 8,
    bottom: frame.below + SCALE,
    outerBoundsMode: 'none',
  };
  const { limits, averageUnweighted: average } = view;
  const scale = roundScale([...areas.map((area) => area.ratePerThousand), average, limits?.upper ?? null]);
  // The axis ends just past the longest bar: an empty step beyond it would only shrink the differences.
  const top = Math.min(
    scale.top,
    Math.max(...areas.map((area) => area.ratePerThousand ?? 0), average ?? 0, limits?.upper ?? 0, 0) * 1.04 ||
      scale.top,
  );
  const across = width - grid.left - grid.right;
  const at = (rate: number): number => grid.left + (across * rate) / top;
  const rich = columnsOf(nameRoom, valueRoom, look);
  const label = (name: string, index: number): string => {
    const area = areas[index];
    if (area === undefined) return name;
    const shown = fitText(name, nameRoom, 13, area.own ? 600 : 400);
    if (area.ratePerThousand === null) return `{name|${shown}}{unknown|not known}`;
    const value = numberInWords(area.ratePerThousand, 1);
    return area.own ? `{own|${shown}}{ownValue|${value}}` : `{name|${shown}}{value|${value}}`;
  };
  const texts = [...frame.texts];
  if (average !== null) {
    const said = `group average ${numberInWords(average, 1)}`;
    const half = textWidth(said, 13, 600) / 2 + 2;
    const x = Math.max(grid.left + half, Math.min(width - grid.right - half, at(average)));
    texts.push(placeText(said, { x, y: grid.top - 21, align: 'center' }, { size: 13, weight: 600, colour: look.ink }));
  }
  const under = height - grid.bottom + 25;
  const unit = 'per 1,000 residents';
  texts.push(placeText(unit, { x: grid.left, y: under }, { size: 12, colour: look.muted }));
  if (limits !== null) {
    const said = 'pale band: average ± 1 standard deviation';
    const half = textWidth(said, 12) / 2;
    const x = Math.min(width - grid.right - half, at((limits.lower + limits.upper) / 2));
    if (x - half > grid.left + textWidth(unit, 12) + 12) {
      texts.push(placeText(said, { x, y: under, align: 'center' }, { size: 12, colour: look.muted }));
    }
  }
  const unmarked = { silent: true, symbol: 'none', label: { show: false } };
  const option = {
    ...baseOption(look, texts),
    tooltip: {
      ...tooltipOf(look),
      trigger: 'item',
      formatter: ({ dataIndex }: { dataIndex: number }): string => hintOf(areas[dataIndex]),
    },
    grid,
    xAxis: {
      type: 'value',
      min: 0,
      max: top,
      interval: scale.step,
      axisLabel: {
        color: look.muted,
        fontSize: 12,
        showMaxLabel: top === scale.top,
        formatter: (value: number) => numberInWords(value, decimalsOf(scale)),
      },
      axisLine: { show: false },
      axisTick: { show: false },
      splitLine: { showMaxLine: top === scale.top, lineStyle: { color: look.hairline } },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: areas.map((area) => area.name),
      axisLine: { show: true, lineStyle: { color: look.muted } },
      axisTick: { show: false },
      axisLabel: { interval: 0, align: 'right', margin: 8, formatter: label, rich },
    },
    series: [
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
        ...(average === null
          ? {}
          : {
              markLine: {
                ...unmarked,
                z: 5,
                lineStyle: { color: look.ink, type: [6, 4], width: 1.5 },
                data: [{ xAxis: average, name: 'group average' }],
              },
            }),
        ...(limits === null
          ? {}
          : {
              markArea: {
                ...unmarked,
                z: 0,
                itemStyle: { color: look.band },
                data: [[{ xAxis: limits.lower, name: 'average ± 1 standard deviation' }, { xAxis: limits.upper }]],
              },
            }),
      },
    ],
  };
  return { width, height, option };
}

/** Names to the left and values aligned at the decimal, as two columns beside the bars. */
function columnsOf(nameRoom: number, valueRoom: number, look: Look): Record<string, unknown> {
  const name = { width: nameRoom, align: 'left', color: look.ink, fontSize: 13, fontFamily: FONT_FAMILY };
  const value = { ...name, width: valueRoom, align: 'right' };
  const marked = { color: look.accent, fontWeight: 600 };
  return {
    name,
    value,
    own: { ...name, ...marked },
    ownValue: { ...value, ...marked },
    unknown: { ...value, color: look.muted, fontSize: 11 },
  };
}

function hintOf(area: ComparedArea | undefined): string {
  if (area === undefined) return '';
  const of =
    area.count === null || area.population === null
      ? ''
      : `\n${numberInWords(area.count)} in ${numberInWords(area.population)} residents`;
  return `${area.name}\n${numberInWords(area.ratePerThousand, 1)} per 1,000 residents${of}`;
}
