import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/main/engine/engine.ts';
import { workbench, workbenchJson } from '../cli/workbench.ts';
import { ask, engineWithMonth, SAMPLE } from '../month.ts';

const Q1 = { from: '2015-04', to: '2015-06' };

/** Change of the first quarter on last year's: percent and p as in the table of published methods, and its words. */
const CHANGES = [
  { measure: 'all-crime', before: 4786, after: 4799, percent: 0.27, p: 0.9, says: 'could easily be chance' },
  { measure: 'domestic-abuse', before: 1739, after: 1632, percent: -6.15, p: 0.068, says: 'not clear' },
  { measure: 'da-referrals', before: 629, after: 525, percent: -16.53, p: 0.0024, says: 'strong evidence of a fall' },
  { measure: 'asb', before: 2713, after: 2527, percent: -6.86, p: 0.011, says: 'some evidence of a fall' },
  { measure: 'hate', before: 152, after: 174, percent: 14.47, p: 0.24, says: 'could easily be chance' },
] as const;

/** Limits of the fifteen months to June 2015, mean and limits, screened or not. */
const LIMITS = [
  { measure: 'asb', rules: 'mdc-7-screened', limits: [839.5, 615.5, 1063.5] },
  { measure: 'domestic-abuse', rules: 'mdc-7-screened', limits: [547.9, 429.8, 666.1] },
  { measure: 'serious-acquisitive-crime', rules: 'mdc-7-screened', limits: [172, 120.8, 223.2] },
  { measure: 'hate', rules: 'mdc-7-screened', limits: [52.7, 29, 76.5] },
  { measure: 'all-crime', rules: 'mdc-7-screened', limits: [1574.7, 1412.7, 1736.8] },
  { measure: 'all-crime', rules: 'mdc-7', limits: [1574.7, 1372, 1777.5] },
] as const;

describe('is the change of a measure real?', () => {
  let engine: Engine;
  const home = mkdtempSync(join(tmpdir(), 'workbench-signals-'));
  const store = join(home, 'store.sqlite');
  beforeAll(async () => {
    engine = await engineWithMonth(SAMPLE, store);
  });
  afterAll(() => {
    engine.store.close();
    rmSync(home, { recursive: true });
  });

  it.each(CHANGES)(
    'says of $measure in the first quarter: $says',
    async ({ measure, before, after, percent, p, says }) => {
      const change = await ask(engine, 'change.show', { measure, ...Q1 });
      expect([change.before.value, change.after.value]).toEqual([before, after]);
      expect(change.percent).toBeCloseTo(percent, 2);
      expect(Math.abs((change.p ?? NaN) - p)).toBeLessThan(p < 0.01 ? 0.0001 : 0.005);
      expect(change.says).toContain(says);
    },
  );

  it('shows counting error beside what the process chart says of the same month', async () => {
    const june = await ask(engine, 'change.show', { measure: 'asb', from: '2015-06', to: '2015-06' });
    expect(june.says).toMatch(/strong evidence of a fall/);
    expect(june.chartSays).toMatch(/no signal.*normal month-to-month variation/);
  });

  it('never gives a percentage for months that are not known', async () => {
    const july = await ask(engine, 'change.show', { measure: 'asb', from: '2015-07', to: '2015-07' });
    expect(july).toMatchObject({ percent: null, difference: null, p: null });
    expect(july.says).toMatch(/July 2015 is not known/);
  });

  it('warns that two quarters one after the other are not like for like', async () => {
    const change = await ask(engine, 'change.show', { measure: 'asb', ...Q1, against: 'period-before' });
    expect(change.notes.join(' ')).toMatch(/different months of the year.*April to June 2014/);
    const unequal = await ask(engine, 'change.show', {
      measure: 'asb',
      ...Q1,
      against: { from: '2015-03', to: '2015-03' },
    });
    expect(unequal.percent).toBeNull();
    expect(unequal.says).toMatch(/a month/);
  });

  it.each(LIMITS)('draws $measure by $rules within its published limits', async ({ measure, rules, limits }) => {
    const chart = await ask(engine, 'spc.show', { measure, rules });
    const [segment] = chart.segments;
    expect(Math.abs((segment?.mean ?? NaN) - limits[0])).toBeLessThan(0.06);
    expect(Math.abs((segment?.lower ?? NaN) - limits[1])).toBeLessThan(0.06);
    expect(Math.abs((segment?.upper ?? NaN) - limits[2])).toBeLessThan(0.06);
    expect(chart.notes.join(' ')).toContain('Rules: ');
    if (measure !== 'asb') expect(chart.points.every((point) => point.cause === null)).toBe(true);
  });

  it('keeps the rule set, the baseline and a step change of a measure, each with its reason', async () => {
    const setting = {
      measure: 'hate',
      rules: 'mdc-6',
      baseline: { months: 6, reason: 'before the reporting centre opened' },
      steps: [{ month: '2015-01', reason: 'reporting centre opened' }],
      smallestBase: 20,
    };
    await ask(engine, 'spc.save', setting);
    expect(await ask(engine, 'spc.setting', { measure: 'hate' })).toMatchObject(setting);
    const chart = await ask(engine, 'spc.show', { measure: 'hate' });
    expect(chart.rules).toBe('mdc-6');
    expect(chart.segments.map(({ from, reason }) => [from, reason])).toEqual([
      ['2014-04', null],
      ['2015-01', 'reporting centre opened'],
    ]);
    expect(chart.notes.join(' ')).toMatch(/Limits from the first 6 points: before the reporting centre opened/);
    expect(chart.trial).toBe(true);
    await ask(engine, 'spc.save', { ...setting, rules: 'mdc-7', baseline: null, steps: [], smallestBase: 10 });
  });

  it('leaves an exceptional period out only of what was chosen, for the measure it was chosen for, and says so', async () => {
    const before = await ask(engine, 'spc.show', { measure: 'asb' });
    const kept = await ask(engine, 'exceptional.save', {
      periodId: null,
      from: '2014-06',
      to: '2014-07',
      reason: 'recording of noise calls changed',
      choices: [{ measure: 'asb', leftOutOf: ['limits', 'last-year'] }],
    });
    const after = await ask(engine, 'spc.show', { measure: 'asb' });
    expect(after.points.filter((point) => point.leftOut).map(({ period }) => period)).toEqual(['2014-06', '2014-07']);
    expect(after.points.find(({ period }) => period === '2014-06')?.value).not.toBeNull();
    expect(after.segments[0]?.mean).toBeLessThan(before.segments[0]?.mean ?? 0);
    expect(after.notes.join(' ')).toMatch(/recording of noise calls changed: left out of the limits/);
    const other = await ask(engine, 'spc.show', { measure: 'domestic-abuse' });
    expect(other.points.every((point) => !point.leftOut)).toBe(true);
    expect(other.exceptional).toEqual([
      { from: '2014-06', to: '2014-07', reason: 'recording of noise calls changed', leftOut: false },
    ]);
    const change = await ask(engine, 'change.show', { measure: 'asb', from: '2015-06', to: '2015-06' });
    expect(change.percent).toBeNull();
    expect(change.notes.join(' ')).toMatch(/left out of «last year» by choice/);
    const year = await ask(engine, 'year-end.show', { measure: 'asb', year: '2015/16' });
    expect(year.lastYearShare).toBeNull();
    await ask(engine, 'exceptional.remove', { periodId: kept.periodId });
    expect(await ask(engine, 'exceptional.list', {})).toEqual([]);
    expect((await ask(engine, 'spc.show', { measure: 'asb' })).segments).toEqual(before.segments);
  });

  it('cannot tell season from signal with fifteen months, and says so', async () => {
    const season = await ask(engine, 'season.show', { measure: 'asb' });
    expect(season.known).toBe(false);
    expect(season.says).toMatch(/cannot be told from signal: 15 months are known, 24 are needed/);
    expect(season.index.every(({ index }) => index === null)).toBe(true);
    expect(season.months.at(-1)).toMatchObject({ month: '2015-06', changeSays: 'strong evidence of a fall' });
  });

  it('gives the year’s end both ways with a range, never one bare number', async () => {
    const year = await ask(engine, 'year-end.show', { measure: 'all-crime', year: '2015/16' });
    expect(year.straightLine?.estimate).toBeCloseTo(4799 * 4, 6);
    for (const way of [year.straightLine, year.lastYearShare]) {
      expect(way?.lower).toBeLessThan(way?.estimate ?? 0);
      expect(way?.upper).toBeGreaterThan(way?.estimate ?? Infinity);
    }
    expect(year.sentence).toMatch(/\(.* to .*\) by a straight line, .* \(.* to .*\) by last year’s share/);
  });

  it('says all this from a terminal too', async () => {
    const change = await workbench('change', 'da-referrals', '--from', '2015-04', '--to', '2015-06', '--store', store);
    expect(change.out).toMatch(/from 629 to 525 \(−16\.5%\): strong evidence of a fall \(p = 0\.0024\)/);
    const chart = await workbenchJson<{ segments: { mean: number }[] }>('spc', 'asb', '--store', store);
    expect(chart.segments[0]?.mean.toFixed(1)).toBe('839.5');
    expect((await workbench('year-end', 'asb', '--year', '2015/16', '--store', store)).out).toMatch(/straight line/);
    expect((await workbench('season', 'asb', '--store', store)).out).toMatch(/cannot be told/);
    const table = await workbench('msg-table', '--from', '2015-04', '--to', '2015-06', '--store', store);
    expect(table.out).toMatch(/All crime .* of 15/);
    const funnel = await workbench('funnel', 'all-crime', '--from', '2015-04', '--to', '2015-06', '--store', store);
    expect(funnel.out).toMatch(/▶ Plymouth/);
    expect((await workbench('spc', 'gap', '--store', store)).exit).toBe(1);
    expect((await workbench('spc', 'asb', '--rules', 'nobody’s', '--store', store)).exit).toBe(1);
  });

  it('draws the process chart and the season', async () => {
    for (const view of ['spc', 'season']) {
      const { bytes } = await ask(engine, 'chart.draw', { chart: { view, measure: 'asb' }, format: 'svg' });
      expect(new TextDecoder().decode(bytes)).toMatch(/Anti-social behaviour/);
    }
  });
});

describe('the gap, further', () => {
  let engine: Engine;
  const home = mkdtempSync(join(tmpdir(), 'workbench-gap-'));
  beforeAll(async () => {
    engine = await engineWithMonth(SAMPLE, join(home, 'store.sqlite'));
  });
  afterAll(() => {
    engine.store.close();
    rmSync(home, { recursive: true });
  });

  it('is the Board’s own gap when nothing else is chosen', async () => {
    const board = await ask(engine, 'gap.show', { year: '2015/16' });
    const explored = await ask(engine, 'gap.explore', { year: '2015/16' });
    explored.periods.forEach((row, at) => {
      const same = board.periods[at]?.gap ?? null;
      if (same === null) expect(row.gap).toBeNull();
      else expect(row.gap).toBeCloseTo(same, 9);
    });
    expect(explored.areas).toEqual(board.areas);
  });

  it('adds the neighbourhoods’ parts up to the gap and to its change', async () => {
    const { neighbourhoods, periods, dataTo } = await ask(engine, 'gap.explore', { year: '2015/16' });
    const now = periods.find(({ period }) => period === dataTo);
    const sum = (of: (row: (typeof neighbourhoods)[number]) => number | null) =>
      neighbourhoods.reduce((total, row) => total + (of(row) ?? 0), 0);
    expect(sum((row) => row.partOfGap)).toBeCloseTo(now?.gap ?? NaN, 9);
    expect(sum((row) => row.partOfChange)).toBeCloseTo((now?.gap ?? NaN) - (now?.lastYearGap ?? NaN), 9);
    expect(neighbourhoods.filter((row) => row.partOfGap !== null)).toHaveLength(10);
  });

  it('is never narrower for the worst ten of the period than for the ten named', async () => {
    const named = await ask(engine, 'gap.explore', { year: '2015/16', method: 'named' });
    const worst = await ask(engine, 'gap.explore', {
      year: '2015/16',
      method: 'worst-in-period',
      worst: 10,
      priority: 'mean-of-rates',
    });
    const mean = await ask(engine, 'gap.explore', { year: '2015/16', method: 'named', priority: 'mean-of-rates' });
    worst.periods.forEach((row, at) => {
      const other = mean.periods[at]?.gap ?? null;
      if (row.gap !== null && other !== null) expect(row.gap).toBeGreaterThanOrEqual(other - 1e-9);
    });
    expect(worst.methodWords).toMatch(/in the period itself/);
    expect(named.sentence).toMatch(/18\.0/);
    const baseline = await ask(engine, 'gap.explore', {
      year: '2015/16',
      method: 'worst-in-baseline',
      worst: 10,
      baselineYear: '2014/15',
    });
    expect(baseline.areas).toHaveLength(10);
    const without = await ask(engine, 'gap.explore', { year: '2015/16', city: 'without-priority' });
    expect(without.periods[2]?.gap).toBeGreaterThan(named.periods[2]?.gap ?? Infinity);
  });

  it('gives every neighbourhood its limits and the ranks they leave open', async () => {
    const { neighbourhoods } = await ask(engine, 'gap.explore', { year: '2015/16' });
    expect(neighbourhoods).toHaveLength(39);
    for (const row of neighbourhoods) {
      expect(row.lower95).toBeLessThanOrEqual(row.ratePerThousand ?? -1);
      expect(row.upper998).toBeGreaterThanOrEqual(row.upper95 ?? Infinity);
      expect(row.rankFrom).toBeLessThanOrEqual(row.rank ?? 0);
      expect(row.rankTo).toBeGreaterThanOrEqual(row.rank ?? Infinity);
    }
  });

  it('draws its variants', async () => {
    for (const shows of ['over-time', 'parts']) {
      const chart = { view: 'gap-explored', shows, year: '2015/16' };
      const { bytes } = await ask(engine, 'chart.draw', { chart, format: 'svg' });
      expect(bytes.length).toBeGreaterThan(2000);
    }
  });
});
