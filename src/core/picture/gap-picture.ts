import type { GapView } from '../performance/gap-view.ts';
import { baseOption, frameOf, tooltipOf, wordsHeight } from './frame.ts';
import { linePanel } from './line-panel.ts';
import { LIGHT_LOOK, type Look } from './look.ts';
import { hintOf, lieTogether, profileWords, yearBeforeText } from './measure-picture.ts';
import { numberInWords } from './number-in-words.ts';
import { sinceApril } from './period-in-words.ts';
import type { Picture, PictureSize } from './picture.ts';

/** The title of the gap chart: what the gap is, and the days it covers. */
export function gapTitle(view: GapView): string {
  const days = view.dataTo === null ? view.year : sinceApril(view.year, view.dataTo);
  return `Gap between the priority neighbourhoods and the city, crimes per 1,000 residents, ${days}`;
}

/** Target, areas, population and standing of the figures, each a sentence. */
function footOf(view: GapView, sameLines: boolean): string[] {
  const target =
    view.annualTarget === null
      ? []
      : [`Target for ${view.year}: not more than ${numberInWords(view.annualTarget, 1)}. ${profileWords(sameLines)}`];
  const population = view.populationYear === null ? '' : ` Residents: ${view.populationYear}.`;
  return [
    ...target,
    `Priority neighbourhoods: ${view.areas.join(', ')}.${population}`,
    ...(view.illustrative ? ['Illustrative: the neighbourhood split is made up; the city’s totals are not.'] : []),
  ];
}

/** The gap since April: this year, last year and the target, cumulative by month. */
export function gapPicture(view: GapView, size: PictureSize, look: Look = LIGHT_LOOK): Picture {
  const share = view.periods.map((row) => row.targetLastYearShare);
  const lastYear = view.periods.map((row) => row.lastYearGap);
  const sameLines = lieTogether(share, lastYear);
  const words = { title: gapTitle(view), finding: view.sentence, foot: footOf(view, sameLines) };
  const width = size.width;
  const height = size.height ?? wordsHeight(words, width) + 320;
  const frame = frameOf(words, width, height, look);
  const periods = view.periods.map((row) => row.period);
  const panel = linePanel(
    {
      heading: 'Crimes per 1,000 residents, priority neighbourhoods less city, since 1 April',
      periods,
      decimals: 1,
      lines: [
        { kind: 'last-year', name: yearBeforeText(view.year), values: lastYear },
        ...(sameLines ? [] : [{ kind: 'other-profile' as const, name: 'target, last year’s share', values: share }]),
        { kind: 'profile', name: 'target, linear', values: view.periods.map((row) => row.targetLinear) },
        { kind: 'this-year', name: view.year, values: view.periods.map((row) => row.gap) },
      ],
    },
    frame.inside,
    0,
    look,
  );
  const base = baseOption(look, [...frame.texts, ...panel.texts]);
  const option = {
    ...base,
    tooltip: {
      ...tooltipOf(look),
      trigger: 'axis',
      axisPointer: { type: 'line', lineStyle: { color: look.muted } },
      formatter: (points: readonly { seriesName: string; dataIndex: number; value: unknown }[]) =>
        hintOf(points, periods, 1),
    },
    grid: panel.grid,
    xAxis: panel.xAxis,
    yAxis: panel.yAxis,
    series: panel.series,
  };
  return { width, height, option };
}
