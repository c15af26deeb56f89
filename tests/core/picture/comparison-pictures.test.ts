import { describe, expect, it } from 'vitest';
import { makeGroupView, GROUP_DEFAULTS } from '../../../src/core/performance/make-group-view.ts';
import { makeSpcView } from '../../../src/core/performance/spc-view.ts';
import { makeMapView, readOutlines } from '../../../src/core/performance/map-view.ts';
import { areasDrawn, groupPicture } from '../../../src/core/picture/group-picture.ts';
import { funnelPicture } from '../../../src/core/picture/funnel-picture.ts';
import { classLimits, mapPicture } from '../../../src/core/picture/map-picture.ts';
import { spcPicture } from '../../../src/core/picture/spc-picture.ts';
import type { Picture } from '../../../src/core/picture/picture.ts';
import { ruleSets } from '../../../src/core/statistics/spc-rules.ts';
import { monthOf, monthsFrom } from '../../../src/core/time/month.ts';
import { onePeriod } from '../../../src/core/time/period.ts';

/** Every word set in a picture. */
const wordsOf = ({ option }: Picture): string =>
  (option['graphic'] as { style: { text?: string } }[]).map(({ style }) => style.text ?? '').join('\n');
const seriesOf = ({ option }: Picture) => option['series'] as Record<string, unknown>[];

const view = (count: number, own = true) =>
  makeGroupView({
    measure: 'robbery',
    measureName: 'Robbery',
    direction: 'less-is-better',
    period: { from: monthOf(2015, 4), to: monthOf(2015, 6) },
    group: null,
    areas: Array.from({ length: count }, (_, at) => ({
      name: own && at === 0 ? 'Plymouth' : `Area ${String(at)}`,
      own: own && at === 0,
      count: 100 + 7 * at,
      population: 200_000 + 900 * at,
      printedRate: null,
    })),
    options: { ...GROUP_DEFAULTS, limits: 'counting' },
    source: 'invented.csv',
    provisional: true,
    illustrative: true,
    populationYear: 'mid-2020',
    notes: [],
  });

describe('a picture of a comparison', () => {
  it('prints which limits, which average, residents and standing under it', () => {
    const words = wordsOf(groupPicture(view(15), { width: 960 }));
    expect(words).toMatch(/counting error only, exact/);
    expect(words).toMatch(/own area included/);
    expect(words).toMatch(/Residents: mid-2020/);
    expect(words).toMatch(/Provisional/);
    expect(words).toMatch(/Illustrative/);
  });

  it('says how many areas are not drawn where there are hundreds', () => {
    const many = view(314);
    expect(areasDrawn(many.areas).length).toBeLessThan(60);
    expect(areasDrawn(many.areas).some((area) => area.own)).toBe(true);
    expect(wordsOf(groupPicture(many, { width: 960 }))).toMatch(/of the 314 areas are not drawn/);
  });

  it('cuts a funnel’s narrow end instead of squeezing the areas', () => {
    const funnel = funnelPicture(view(15), { width: 960 });
    const [, upper] = seriesOf(funnel);
    expect(upper?.['clip']).toBe(true);
    expect(wordsOf(funnel)).toMatch(/Plymouth/);
    expect(wordsOf(funnelPicture(view(2), { width: 960 }))).toMatch(/at least three areas/);
  });
});

describe('a picture of a process chart', () => {
  const months = monthsFrom(monthOf(2014, 4), monthOf(2015, 6)).map(onePeriod);
  const chart = makeSpcView({
    measure: { id: 'hate', name: 'Hate incidents', unit: 'incidents', direction: 'more-is-better' },
    periods: months,
    values: months.map((_, at) => (at === 7 ? 1 : 3 + (at % 3))),
    rules: ruleSets['mdc-7'],
    steps: [{ month: '2015-01', reason: 'reporting centre opened' }],
    baseline: null,
    exceptional: [{ from: monthOf(2014, 6), to: monthOf(2014, 7), reason: 'flood', leftOutOf: ['limits'] }],
    target: 4,
    hasSeason: 'Season cannot be told from signal.',
    illustrative: true,
  });

  it('never draws a limit below nought, and keeps it in the figures', () => {
    expect(Math.min(...chart.segments.map(({ lower }) => lower ?? 0))).toBeLessThan(0);
    const drawn = seriesOf(spcPicture(chart, { width: 960 }))
      .filter((series) => String(series['name']).startsWith('lower limit'))
      .flatMap((series) => series['data'] as (number | '-')[]);
    expect(drawn.filter((value) => value !== '-').every((value) => value >= 0)).toBe(true);
  });

  it('prints its rules, its step with the reason, what is left out, and its icons in words', () => {
    const words = wordsOf(spcPicture(chart, { width: 960 }));
    expect(words).toMatch(/Rules: NHS Making Data Count/);
    expect(words).toMatch(/New limits from January 2015: reporting centre opened/);
    expect(words).toMatch(/June to July 2014, flood: left out of the limits/);
    expect(words).toMatch(/normal variation|improvement|concern/);
    expect(words).toMatch(/target/);
  });
});

describe('a map', () => {
  it('keeps holes, and shades by classes of equal size', () => {
    expect(classLimits([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])).toEqual([3, 5, 7, 9]);
    const ring = (from: number, to: number) => [
      [from, from],
      [to, from],
      [to, to],
      [from, to],
      [from, from],
    ];
    const outlines = readOutlines(
      JSON.stringify({
        features: [
          { properties: { name: 'Ring' }, geometry: { type: 'Polygon', coordinates: [ring(0, 10), ring(4, 6)] } },
          { properties: { name: 'Middle' }, geometry: { type: 'MultiPolygon', coordinates: [[ring(4, 6)]] } },
        ],
      }),
    );
    if ('cannot' in outlines) throw new Error(outlines.says);
    const map = makeMapView({
      boundary: 'Test',
      title: 'Crimes',
      valueWords: 'records',
      outlines,
      values: [{ name: 'ring', value: 5, count: 5, population: null, marked: true }],
      illustrative: false,
      notes: [],
    });
    expect(map.withoutFigure).toEqual(['Middle']);
    const [series] = seriesOf(mapPicture(map, { width: 600 }));
    const draw = series?.['renderItem'] as (at: { dataIndex: number }) => { shape: { pathData: string } };
    expect(draw({ dataIndex: 0 }).shape.pathData.match(/M/g)).toHaveLength(2);
  });
});
