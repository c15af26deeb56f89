import { describe, expect, it } from 'vitest';
import { areasFromHighest, comparisonPicture } from '../../../src/core/picture/comparison-picture.ts';
import { gapPicture } from '../../../src/core/picture/gap-picture.ts';
import { LIGHT_LOOK } from '../../../src/core/picture/look.ts';
import { measurePicture } from '../../../src/core/picture/measure-picture.ts';
import { neighbourhoodPicture } from '../../../src/core/picture/neighbourhood-picture.ts';
import type { Picture, PlacedText } from '../../../src/core/picture/picture.ts';
import { textWidth } from '../../../src/core/picture/text-width.ts';
import { allCrime, asb, comparison, daReferrals, gap } from './july-2015.ts';

interface Drawn {
  readonly graphic: readonly PlacedText[];
  readonly series: readonly {
    readonly name: string;
    readonly data: readonly unknown[];
    readonly lineStyle?: { readonly color: string };
    readonly markLine?: { readonly data: readonly { readonly xAxis: number }[] };
  }[];
  readonly yAxis: {
    readonly data: readonly string[];
    readonly axisLabel: { formatter(name: string, i: number): string };
  };
}
const drawn = (picture: Picture): Drawn => picture.option as unknown as Drawn;
const wordsOf = (picture: Picture): string[] => drawn(picture).graphic.map((text) => String(text.style['text']));

describe('the comparison bar chart', () => {
  const picture = comparisonPicture(comparison, { width: 1000 });

  it('sets the areas from the highest rate to the lowest', () => {
    const names = drawn(picture).yAxis.data;
    expect(names[0]).toBe('Illustrative area 03');
    expect(names.at(-1)).toBe('Illustrative area 13');
    expect(names).toHaveLength(15);
  });

  it('marks the own area by colour, bold name and bold value', () => {
    const index = drawn(picture).yAxis.data.indexOf('Devon & Cornwall - Plymouth');
    const bars = drawn(picture).series[0]?.data as { value: number; itemStyle: { color: string } }[];
    expect(bars.filter((bar) => bar.itemStyle.color === LIGHT_LOOK.accent)).toHaveLength(1);
    expect(bars[index]?.itemStyle.color).toBe(LIGHT_LOOK.accent);
    expect(bars[index]?.value).toBeCloseTo(18.349, 3);
    expect(drawn(picture).yAxis.axisLabel.formatter('Devon & Cornwall - Plymouth', index)).toBe(
      '{own|Devon & Cornwall - Plymouth}{ownValue|18.3}',
    );
  });

  it('names measure, unit, exact days, average and standing of the figures', () => {
    const words = wordsOf(picture).join(' ');
    expect(words).toContain('All crime per 1,000 residents, 1 April to 30 June 2015');
    expect(words).toContain('group average 17.6');
    expect(words).toContain('Provisional');
    expect(words).toContain('Illustrative');
    expect(words).toContain('mid-2014');
    expect(drawn(picture).series[0]?.markLine?.data[0]?.xAxis).toBeCloseTo(17.55, 1);
  });

  it('puts an area whose rate is not known last, without a bar', () => {
    const areas = areasFromHighest([
      { name: 'A', own: false, count: null, population: 10, ratePerThousand: null },
      { name: 'B', own: true, count: 1, population: 10, ratePerThousand: 100 },
    ]);
    expect(areas.map((area) => area.name)).toEqual(['B', 'A']);
    const small = comparisonPicture({ ...comparison, areas, limits: null, averageUnweighted: null }, { width: 700 });
    expect((drawn(small).series[0]?.data[1] as { value: unknown }).value).toBe('-');
  });

  it.each([420, 640, 1000, 1600])('keeps every line of words within a width of %i', (width) => {
    for (const one of [
      comparisonPicture(comparison, { width }),
      measurePicture(asb, { width }),
      gapPicture(gap, { width }),
    ]) {
      for (const { x, style } of drawn(one).graphic) {
        const wide = textWidth(
          String(style['text']),
          Number(style['fontSize']),
          style['fontWeight'] === 600 ? 600 : 400,
        );
        const left = style['textAlign'] === 'center' ? x - wide / 2 : x;
        expect(left).toBeGreaterThanOrEqual(0);
        expect(left + wide).toBeLessThanOrEqual(width);
      }
    }
  });
});

describe('the chart of a measure', () => {
  it('leaves the months to come absent instead of nought', () => {
    const series = drawn(measurePicture(asb, { width: 1000 })).series;
    const now = series.filter((line) => line.name === '2015/16');
    expect(now.map((line) => line.data.slice(0, 4))).toEqual([
      [864, 1758, 2527, '-'],
      [864, 894, 769, '-'],
    ]);
    expect(now.every((line) => line.lineStyle?.color === LIGHT_LOOK.accent)).toBe(true);
  });

  it('draws both profiles for a measure with a target, and none for a monitored one', () => {
    const names = (table: typeof asb) => drawn(measurePicture(table, { width: 1000 })).series.map((line) => line.name);
    expect(names(asb)).toContain('target, linear');
    expect(
      names({
        ...asb,
        periods: asb.periods.map((row) => ({ ...row, targetLastYearShare: (row.targetLastYearShare ?? 0) * 1.1 })),
      }),
    ).toContain('target, last year’s share');
    expect(wordsOf(measurePicture(asb, { width: 1000 })).join(' ')).toContain('lies on last year’s line');
    expect(names(allCrime)).toEqual(['2014/15', '2015/16', '2014/15', '2015/16']);
  });

  it('carries the finding and the target in its own words', () => {
    const words = wordsOf(measurePicture(daReferrals, { width: 1000 })).join(' ');
    expect(words).toContain('525 referrals in quarter one, 104 fewer than last year');
    expect(words).toContain('1 April to 30 June 2015');
    expect(words).toContain('2,666 referrals');
  });
});

describe('the gap', () => {
  it('shows 6.5, 12.6 and 18.0 for April to June 2015 and 77.4 at the end of the year before', () => {
    const series = drawn(gapPicture(gap, { width: 1000 })).series;
    const values = (name: string) => (series.find((line) => line.name === name)?.data ?? []) as (number | '-')[];
    expect(
      values('2015/16')
        .slice(0, 4)
        .map((v) => (v === '-' ? v : v.toFixed(1))),
    ).toEqual(['6.5', '12.6', '18.0', '-']);
    expect((values('2014/15').at(-1) as number).toFixed(1)).toBe('77.4');
  });

  it('fills the dots of the ten priority neighbourhoods and draws the city’s rate as a line', () => {
    const [, dots] = drawn(neighbourhoodPicture(gap, { width: 600 })).series;
    const points = (dots?.data ?? []) as { itemStyle: { color: string } }[];
    expect(points).toHaveLength(39);
    expect(points.filter((point) => point.itemStyle.color === LIGHT_LOOK.accent)).toHaveLength(10);
    expect(dots?.markLine?.data[0]?.xAxis).toBeCloseTo(18.35, 2);
  });
});
