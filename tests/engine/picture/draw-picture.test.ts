import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { comparisonPicture } from '../../../src/core/picture/comparison-picture.ts';
import { LIGHT_LOOK } from '../../../src/core/picture/look.ts';
import { causeColours } from '../../../src/core/picture/spc-icons.ts';
import { spcPicture } from '../../../src/core/picture/spc-picture.ts';
import { makeSpcView } from '../../../src/core/performance/spc-view.ts';
import { ruleSets } from '../../../src/core/statistics/spc-rules.ts';
import { monthOf, monthsFrom } from '../../../src/core/time/month.ts';
import { onePeriod } from '../../../src/core/time/period.ts';
import { appRoot, resourcePath } from '../../../src/main/engine/picture/app-root.ts';
import { drawPng, drawSvg } from '../../../src/main/engine/picture/draw-picture.ts';
import { comparison } from '../../core/picture/july-2015.ts';

const picture = comparisonPicture(comparison, { width: 900 });
const root = join(import.meta.dirname, '..', '..', '..');

/** Coordinates to one decimal, so that a change of a hair's breadth is no change. */
const steady = (svg: string): string =>
  svg.replace(/-?\d+\.\d+/g, (number) => String(Number(Number(number).toFixed(1))));

describe('a drawn picture', () => {
  it('is the most-similar-group chart as it was last looked at', async () => {
    await expect(steady(await drawSvg(picture))).toMatchFileSnapshot('../../golden/msg-all-crime.svg');
  });

  it('is the same text when it is drawn again', async () => {
    expect(await drawSvg(picture)).toBe(await drawSvg(picture));
  });

  it('names its font with a way out where the font is missing', async () => {
    expect(await drawSvg(picture)).toMatch(/font-family:'Source Sans 3',[^;"]*sans-serif/);
  });

  it('shows an area’s name as words, whatever signs it holds', async () => {
    const [first, ...others] = comparison.areas;
    if (first === undefined) throw new Error('no area');
    const named = { ...first, name: '<script>"&\'' };
    const svg = await drawSvg(comparisonPicture({ ...comparison, areas: [named, ...others] }, { width: 900 }));
    expect(svg).not.toContain('<script>');
    await expect(
      drawPng(comparisonPicture({ ...comparison, areas: [named, ...others] }, { width: 900 })),
    ).resolves.toBeDefined();
  });

  it('is a PNG of 300 dots per inch that says so', async () => {
    const png = await drawPng(picture);
    const bytes = Buffer.from(png.bytes);
    expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([png.width, png.height]);
    expect(png.width / picture.width).toBeCloseTo(300 / 96, 2);
    const density = bytes.indexOf('pHYs');
    expect(bytes.readUInt32BE(density + 4)).toBe(11811); // dots a metre
    expect(bytes.readUInt8(density + 12)).toBe(1);
  });

  it('is set in the bundled font and in no other: without it there are no words', async () => {
    const without = await drawPng(picture, tmpdir());
    const withFont = await drawPng(picture, root);
    expect(without.bytes.length).toBeLessThan(withFont.bytes.length / 2);
  });
});

describe('a process chart of many months', () => {
  it('marks every signal it counts, however close they lie', async () => {
    const months = monthsFrom(monthOf(2009, 4), monthOf(2015, 6)).map(onePeriod);
    const view = makeSpcView({
      measure: { id: 'asb', name: 'Anti-social behaviour', unit: 'incidents', direction: 'less-is-better' },
      periods: months,
      values: months.map((_, at) => 850 + Math.round(180 * Math.sin((at / 12) * 2 * Math.PI)) + ((at * 37) % 50)),
      rules: ruleSets['mdc-7'],
      steps: [],
      baseline: null,
      exceptional: [],
      target: null,
      hasSeason: '',
      illustrative: true,
    });
    const signals = view.points.filter(({ kind }) => kind === 'concern').length;
    expect(signals).toBeGreaterThan(20);
    const { concern } = causeColours(LIGHT_LOOK);
    const svg = await drawSvg(spcPicture(view, { width: 960 }));
    const marks = svg.split('<path').filter((path) => path.includes(`fill="${concern}"`));
    expect(marks.length).toBeGreaterThanOrEqual(signals);
  });
});

describe('the app’s own files', () => {
  it('are found from the source and from the built files alike', () => {
    expect(appRoot()).toBe(root);
    expect(appRoot(join(root, 'dist', 'main', 'parts'))).toBe(root);
    expect(() => appRoot(dirname(root))).toThrow('no package.json');
  });

  it('are read beside the archive of a packaged app', () => {
    expect(resourcePath(join('x', 'app.asar'), 'fonts', 'a.ttf')).toBe(
      join('x', 'app.asar.unpacked', 'resources', 'fonts', 'a.ttf'),
    );
  });
});
