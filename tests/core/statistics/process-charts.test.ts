import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countChartLimits,
  individualsLimits,
  movingRangeLimits,
  rateChartLimits,
  shareChartLimits,
  type Baseline,
} from '../../../src/core/statistics/control-charts.ts';
import { runSignals } from '../../../src/core/statistics/run-signals.ts';
import { assuranceOf, makeSpcChart } from '../../../src/core/statistics/spc-chart.ts';
import { ruleSetNamed, ruleSets, type SpecialCause } from '../../../src/core/statistics/spc-rules.ts';
import { xmrLimits } from '../../../src/core/statistics/xmr.ts';
import { cell, expectClose, grouped, hasOracle, number, oracleRows } from './oracle.ts';

const chart = (values: readonly (number | null)[], more: Partial<Parameters<typeof makeSpcChart>[0]> = {}) =>
  makeSpcChart({ values, direction: 'less-is-better', rules: ruleSets['mdc-7'], ...more });
const causes = (values: readonly (number | null)[], more = {}) =>
  chart(values, more).points.map((point) => point.cause);

describe('limits of individual values', () => {
  it('are mean ± 2.66 mean moving ranges, worked by hand', () => {
    expect(xmrLimits([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])).toMatchObject({ mean: 5.5, meanMovingRange: 1 });
    const small = xmrLimits([3, 1, 4, 1, 5, 9, 2]);
    // moving ranges 2, 3, 3, 4, 4, 7 sum to 23; 2.66 × 23 ÷ 6 = 10.1967
    expect(small?.mean).toBeCloseTo(25 / 7, 12);
    expect(small?.lower).toBeCloseTo(25 / 7 - (2.66 * 23) / 6, 12);
    expect(small?.upper).toBeCloseTo(25 / 7 + (2.66 * 23) / 6, 12);
    const ten = xmrLimits([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect([ten?.lower, ten?.nearLower, ten?.nearUpper, ten?.upper].map((limit) => limit?.toFixed(4))).toEqual([
      '2.8400',
      '3.7267',
      '7.2733',
      '8.1600',
    ]);
  });

  it('keep the mean of a series that never moves, screened or not', () => {
    for (const screen of [false, true]) {
      expect(xmrLimits([5, 5, 5, 5], screen)).toMatchObject({ mean: 5, lower: 5, upper: 5 });
    }
  });

  it('change with screening as the report’s all crime does', () => {
    const crimes = [1612, 1546, 1628, 1583, 1507, 1549, 1566, 1554, 1618, 1486, 1493, 1680, 1662, 1706, 1431];
    const [plain, screened] = [xmrLimits(crimes), xmrLimits(crimes, true)];
    expect([plain?.lower, plain?.upper].map((limit) => limit?.toFixed(1))).toEqual(['1372.0', '1777.5']);
    expect([screened?.lower, screened?.upper].map((limit) => limit?.toFixed(1))).toEqual(['1412.7', '1736.8']);
  });

  it('never bridge an unknown month, and are not known without two months in a row', () => {
    expect(xmrLimits([1, null, 3, null, 5])).toBeNull();
    expect(xmrLimits([])).toBeNull();
    expect(xmrLimits([7])).toBeNull();
    expect(xmrLimits([1, 3, null, 100])).toMatchObject({ mean: 104 / 3, meanMovingRange: 2 });
  });
});

describe('special causes', () => {
  const steady = [10, 11, 10, 9, 10, 11, 10, 9, 10, 11, 10, 9, 10];

  it('are outside the limits, a trend of 7, 2 of 3 near a limit, or 7 on one side', () => {
    expect(causes([...steady, 30]).at(-1)).toBe('above-limit');
    expect(causes([...steady, -10]).at(-1)).toBe('below-limit');
    const rising = causes([20, 0, 20, 0, 20, 0, 7, 8, 9, 10, 11, 12, 13]);
    expect(rising.slice(5)).toEqual(Array.from({ length: 8 }, () => 'rising-trend'));
    const shifted = causes([1, 9, 1, 9, 1, 9, 1, 8, 9, 8, 9, 8, 9, 8]);
    expect(shifted.slice(7)).toEqual(Array.from({ length: 7 }, () => 'shift-high'));
    const near = causes([10, 11, 10, 9, 10, 11, 10, 9, 10, 12.9, 10.5, 12.9, 10, 9, 10, 11, 9, 10]);
    expect(near.slice(8, 13)).toEqual([null, 'two-of-three-high', null, 'two-of-three-high', null]);
  });

  it('need one more point than 6 for a run of 7, and fewer under another named rule set', () => {
    const six = [1, 9, 1, 9, 1, 9, 1, 8, 9, 8, 9, 8, 9];
    expect(causes(six)).not.toContain('shift-high');
    expect(causes(six, { rules: ruleSets['mdc-6'] })).toContain('shift-high');
    const five = [20, 0, 20, 0, 20, 3, 7, 8, 9, 10, 5, 6, 5];
    expect(causes(five)).not.toContain('rising-trend');
    expect(causes(five, { rules: ruleSets['shift-7-trend-5'] })).toContain('rising-trend');
    expect(ruleSetNamed('mdc-7')?.words).toContain('7 rising or falling');
    expect(ruleSetNamed('toString')).toBeNull();
  });

  it('do not reach across an unknown month or a step change', () => {
    const run = [1, 9, 1, 9, 1, 9, 1, 8, 9, 8, null, 9, 8, 9, 8];
    expect(causes(run)).not.toContain('shift-high');
    const stepped = chart([5, 6, 5, 6, 5, 6, 15, 16, 15, 16, 15, 16], { steps: [{ at: 6, reason: 'new recording' }] });
    expect(stepped.segments.map(({ from, to, reason, trial }) => ({ from, to, reason, trial }))).toEqual([
      { from: 0, to: 5, reason: null, trial: true },
      { from: 6, to: 11, reason: 'new recording', trial: true },
    ]);
    expect(stepped.points.every((point) => point.cause === null)).toBe(true);
    expect(stepped.points[6]?.limits?.mean).toBe(15.5);
  });

  it('mean improvement, concern or neither by the measure’s direction', () => {
    const high = [...steady, 30];
    expect(chart(high).points.at(-1)?.kind).toBe('concern');
    expect(chart(high, { direction: 'more-is-better' }).variation).toBe('improvement-high');
    expect(chart(high, { direction: 'monitor' }).variation).toBe('neutral-high');
    expect(chart([...steady, -10]).variation).toBe('improvement-low');
    expect(chart(steady).variation).toBe('common-cause');
    expect(chart([]).variation).toBeNull();
  });

  it('leave exceptional months out of the limits and unflagged, but on the chart', () => {
    const lockdown = [...steady.slice(0, 6), 60, ...steady.slice(6)];
    const marked = chart(lockdown, { leftOut: new Set([6]) });
    expect(marked.points[6]).toMatchObject({ value: 60, kind: null, cause: null, leftOut: true });
    expect(marked.segments[0]?.limits?.mean).toBeCloseTo(130 / 13, 12);
  });

  it('are trial limits under 13 points', () => {
    expect(chart(steady.slice(0, 12)).trial).toBe(true);
    expect(chart(steady).trial).toBe(false);
  });

  it('tell whether a target is met by the process or by chance', () => {
    const limits = xmrLimits(steady);
    expect(assuranceOf(limits, 100, 'more-is-better')).toBe('consistently-fails');
    expect(assuranceOf(limits, 100, 'less-is-better')).toBe('consistently-passes');
    expect(assuranceOf(limits, 0, 'more-is-better')).toBe('consistently-passes');
    expect(assuranceOf(limits, 0, 'less-is-better')).toBe('consistently-fails');
    expect(assuranceOf(limits, 10, 'less-is-better')).toBe('hit-and-miss');
    expect(assuranceOf(limits, null, 'less-is-better')).toBeNull();
    expect(assuranceOf(limits, 10, 'monitor')).toBeNull();
    expect(assuranceOf(null, 10, 'less-is-better')).toBeNull();
  });

  it('keep every value, and its unknowns unknown, whatever the series', () => {
    const values = fc.array(fc.option(fc.integer({ min: 0, max: 500 }), { nil: null }), { maxLength: 40 });
    fc.assert(
      fc.property(values, (series) => {
        const drawn = chart(series);
        expect(drawn.points.map((point) => point.value)).toEqual(series);
        for (const point of drawn.points) {
          if (point.value === null) expect([point.kind, point.cause]).toEqual([null, null]);
          if (point.limits !== null) {
            expect(point.limits.lower).toBeLessThanOrEqual(point.limits.mean);
            expect(point.limits.upper).toBeGreaterThanOrEqual(point.limits.mean);
          }
        }
      }),
    );
  });
});

describe('textbook control charts', () => {
  it('give the limits of their formulas', () => {
    expect(countChartLimits([4, 9, 5])).toEqual({ centre: 6, lower: 0, upper: 6 + 3 * Math.sqrt(6) });
    expect(movingRangeLimits([1, 3, 2])).toEqual({ centre: 1.5, lower: 0, upper: 3.267 * 1.5 });
    expect(individualsLimits([1, 3, 2])?.upper).toBeCloseTo(2 + 4.5 / 1.128, 12);
    const [u] =
      rateChartLimits(
        [
          { events: 10, of: 100 },
          { events: 30, of: 300 },
        ],
        { per: 10 },
      ) ?? [];
    expect(u?.centre).toBeCloseTo(1, 12);
    expect(u?.upper).toBeCloseTo((0.1 + 3 * Math.sqrt(0.001)) * 10, 12);
    const [p] =
      shareChartLimits([
        { events: 50, of: 100 },
        { events: 50, of: 100 },
      ]) ?? [];
    expect([p?.lower, p?.centre, p?.upper].map((limit) => limit?.toFixed(2))).toEqual(['0.35', '0.50', '0.65']);
    expect(countChartLimits([null])).toBeNull();
    expect(individualsLimits([1])).toBeNull();
    expect(rateChartLimits([])).toBeNull();
  });

  it('find long runs and few crossings without limits', () => {
    expect(runSignals([1, 9, 1, 9, 1, 9, 1, 9, 1, 9], 5)).toMatchObject({ longestRun: 1, crossings: 9, signal: false });
    expect(
      runSignals([...Array.from({ length: 12 }, () => 1), ...Array.from({ length: 12 }, () => 9)], 5)?.signal,
    ).toBe(true);
    expect(runSignals([5, 5], 5)).toBeNull();
  });
});

describe.skipIf(!hasOracle)('process charts against tables computed elsewhere', () => {
  const DIRECTIONS = { increase: 'more-is-better', decrease: 'less-is-better', neutral: 'monitor' } as const;
  const CAUSES: Record<string, SpecialCause> = {
    'Above UCL': 'above-limit',
    'Below LCL': 'below-limit',
    '7 Point Trend (Increasing)': 'rising-trend',
    '7 Point Trend (Decreasing)': 'falling-trend',
    '2 in 3 Above CL': 'two-of-three-high',
    '2 in 3 Below CL': 'two-of-three-low',
    '7 Points Above CL': 'shift-high',
    '7 Points Below CL': 'shift-low',
  };
  const ASSURANCE: Record<string, string> = {
    consistent_pass: 'consistently-passes',
    consistent_fail: 'consistently-fails',
    inconsistent: 'hit-and-miss',
  };

  it('gives mean, limits, special cause, meaning, trial mark and assurance of all 518 points', () => {
    const series = grouped(oracleRows('spc_xmr_nhsrplotthedots.csv'), (row) =>
      ['series', 'screen_outliers', 'fix_after', 'rebase'].map((name) => cell(row, name)).join('|'),
    );
    let compared = 0;
    for (const [name, rows] of series) {
      const [first] = rows;
      if (first === undefined) continue;
      const rebase = cell(first, 'rebase');
      const drawn = makeSpcChart({
        values: rows.map((row) => Number(row['y'])),
        direction: DIRECTIONS[cell(first, 'direction') as keyof typeof DIRECTIONS],
        rules: ruleSets[cell(first, 'screen_outliers') === 'TRUE' ? 'mdc-7-screened' : 'mdc-7'],
        target: number(first, 'target'),
        baseline: number(first, 'fix_after'),
        steps: rebase === '' ? [] : [{ at: rows.findIndex((row) => cell(row, 'date') >= rebase), reason: 'rebase' }],
      });
      rows.forEach((row, index) => {
        const point = drawn.points[index];
        const segment = drawn.segments.find(({ from, to }) => from <= index && index <= to);
        const where = `${name} ${String(index)}`;
        // A constant series, screened, has no limits there (NA); ours are its mean.
        if (number(row, 'lpl') !== null) {
          expectClose(point?.limits?.mean ?? null, number(row, 'mean'), 1e-12, where);
          expectClose(point?.limits?.lower ?? null, number(row, 'lpl'), 1e-12, where);
          expectClose(point?.limits?.upper ?? null, number(row, 'upl'), 1e-12, where);
        }
        expect(point?.cause ?? null, where).toBe(CAUSES[cell(row, 'special_cause_type')] ?? null);
        expect(point?.kind, where).toBe(cell(row, 'point_type').replace('special_cause_', '').replace('_', '-'));
        expect(segment?.trial, where).toBe(cell(row, 'short_group_warning') === 'TRUE');
        expect(drawn.assurance, where).toBe(ASSURANCE[cell(row, 'assurance_type')] ?? null);
        compared += 1;
      });
    }
    expect(compared).toBe(518);
  });

  it('gives Montgomery’s I, MR, C, U and P charts, with their baselines and points left out', () => {
    const files = grouped(oracleRows('spc_qicharts2_montgomery.csv'), (row) => cell(row, 'file'));
    let compared = 0;
    for (const rows of files.values()) {
      const [first] = rows;
      if (first === undefined) continue;
      const values = rows.map((row) => number(row, 'y_sum'));
      const points = rows.map((row) => ({ events: Number(row['y_sum']), of: Number(row['n']) }));
      const ended = rows.findIndex((row) => cell(row, 'baseline') === 'FALSE');
      const without = new Set(rows.flatMap((row, index) => (cell(row, 'include') === 'FALSE' ? [index] : [])));
      const baseline: Baseline = { ...(ended < 0 ? {} : { first: ended }), without };
      const per = cell(first, 'note').includes('multiply=50') ? 50 : 1;
      const one = { I: individualsLimits, MR: movingRangeLimits, C: countChartLimits }[cell(first, 'chart')];
      const many =
        cell(first, 'chart') === 'U'
          ? rateChartLimits(points, { ...baseline, per })
          : shareChartLimits(points, baseline);
      rows.forEach((row, index) => {
        const limits = one === undefined ? many?.[index] : one(values, baseline);
        const where = `${cell(row, 'file')} ${cell(row, 'x')}`;
        expectClose(limits?.centre ?? null, number(row, 'cl'), 1e-12, where);
        expectClose(limits?.lower ?? null, number(row, 'lcl'), 1e-12, where);
        expectClose(limits?.upper ?? null, number(row, 'ucl'), 1e-12, where);
        const y = number(row, 'y');
        const outside = limits !== undefined && limits !== null && y !== null && (y > limits.upper || y < limits.lower);
        expect(outside, where).toBe(cell(row, 'sigma_signal') === 'TRUE');
        compared += 1;
      });
      const judged = rows.map((row) => (cell(row, 'include') === 'FALSE' ? null : number(row, 'y')));
      const signals = runSignals(judged, Number(first['cl']));
      expect(signals, cell(first, 'file')).toEqual({
        longestRun: number(first, 'longest_run'),
        longestExpected: number(first, 'longest_run_max'),
        crossings: number(first, 'n_crossings'),
        fewestExpected: number(first, 'n_crossings_min'),
        signal: cell(first, 'runs_signal') === 'TRUE',
      });
    }
    expect(compared).toBe(181);
  });
});
