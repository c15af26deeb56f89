import { describe, expect, it } from 'vitest';
import { cell, expectClose, grouped, hasOracle, number, oracleRows } from '../../core/statistics/oracle.ts';
import { workbench, workbenchJson } from './workbench.ts';

interface Limited {
  readonly lower: number;
  readonly upper: number;
  readonly method: string;
}
type RateAnswer = Limited & { readonly rate: number; readonly confidence: number };
type ShareAnswer = Limited & { readonly proportion: number };
interface ChangeAnswer {
  readonly difference: number;
  readonly percent: number | null;
  readonly ratio: number | null;
  readonly ratioLower: number;
  readonly ratioUpper: number | null;
  readonly p: number;
  readonly says: string;
}
interface SpcAnswer {
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
  readonly trial: boolean;
  readonly points: readonly { readonly value: number | null; readonly flags: readonly string[] }[];
}

describe('the calculators from a terminal', () => {
  it('work without a store', async () => {
    const answer = await workbenchJson<RateAnswer>('rate', '--count', '8', '--population', '1000');
    expect(answer).toMatchObject({ rate: 8, confidence: 95, method: 'exact' });
    expect([answer.lower, answer.upper].map((limit) => limit.toFixed(4))).toEqual(['3.4538', '15.7632']);
    const share = await workbenchJson<ShareAnswer>('proportion', '--count', '60', '--of', '80');
    expect(share).toMatchObject({ proportion: 0.75, method: 'Wilson' });
  });

  it.each([
    [['rate', '--count', '8', '--population', '1000'], 'rate lower upper confidence method'],
    [['proportion', '--count', '60', '--of', '80'], 'proportion lower upper method'],
    [['change', '--before', '629', '--after', '525'], 'difference percent ratio ratioLower ratioUpper p says'],
    [['spc', '--values', '1,2,3', '--rules', 'mdc-7'], 'mean lower upper points trial'],
  ])('answer %j as JSON with %s, and nothing else', async (asked, parts) => {
    const answer = await workbenchJson<object>(...asked);
    expect(Object.keys(answer)).toEqual(parts.split(' '));
    const { points = [] } = answer as Partial<SpcAnswer>;
    for (const point of points) expect(Object.keys(point)).toEqual(['value', 'flags']);
  });

  it('say a change in words, and give no percentage from 3 to 6', async () => {
    const fall = await workbenchJson<ChangeAnswer>('change', '--before', '629', '--after', '525');
    expect(fall).toMatchObject({ difference: -104, says: 'from 629 to 525 (−16.5%): strong evidence of a fall' });
    expect(fall.p.toFixed(4)).toBe('0.0024');
    const small = await workbenchJson<ChangeAnswer>('change', '--before', '3', '--after', '6');
    expect(small).toMatchObject({ percent: null, says: 'from 3 to 6: could easily be chance' });
    expect((await workbenchJson<ChangeAnswer>('change', '--before', '0', '--after', '4')).ratio).toBeNull();
  });

  it('print the limits of 1 to 10 and mark them as trial limits', async () => {
    const chart = await workbenchJson<SpcAnswer>('spc', '--values', '1,2,3,4,5,6,7,8,9,10', '--rules', 'mdc-7');
    expect([chart.mean, chart.lower, chart.upper].map((value) => value.toFixed(2))).toEqual(['5.50', '2.84', '8.16']);
    expect(chart.trial).toBe(true);
    const wild = await workbenchJson<SpcAnswer>('spc', '--values', '3,1,4,1,5,9,2');
    expect([wild.mean, wild.lower, wild.upper].map((value) => value.toFixed(4))).toEqual([
      '3.5714',
      '-6.6252',
      '13.7681',
    ]);
    const falling = await workbenchJson<SpcAnswer>('spc', '--values', '16,9,4,2,1');
    expect([falling.mean, falling.lower, falling.upper].map((value) => value.toFixed(3))).toEqual([
      '6.400',
      '-3.575',
      '16.375',
    ]);
  });

  it('end with 2 for what is no number and 1 for what cannot be', async () => {
    expect((await workbench('rate', '--count', 'many', '--population', '10')).exit).toBe(2);
    expect((await workbench('rate', '--count', '8')).exit).toBe(2);
    expect((await workbench('proportion', '--count', '9', '--of', '8')).exit).toBe(1);
    expect((await workbench('spc', '--values', '1,2,3', '--rules', 'nobody’s')).exit).toBe(1);
    expect((await workbench('spc', '--values', '5')).exit).toBe(1);
  });

  it('read numbers as people write them', async () => {
    const answer = await workbenchJson<RateAnswer>('rate', '--count', '4,799', '--population', '261,546');
    expectClose(answer.rate, 18.3485887759706, 1e-12);
  });
});

const confidences = [
  { percent: '95', lower: 'lower95_0cl', upper: 'upper95_0cl' },
  { percent: '99.8', lower: 'lower99_8cl', upper: 'upper99_8cl' },
];

describe.runIf(hasOracle)('the calculators against every row of the published tables', () => {
  it('rates with both limits', async () => {
    for (const row of oracleRows('phe_rate.csv')) {
      const [count, population, per] = [cell(row, 'Numerator'), cell(row, 'Denominator'), cell(row, 'multiplier')];
      const asked = ['rate', '--count', count, '--population', population, '--per', per];
      if (number(row, 'value') === null || cell(row, 'method') === 'NA' || Number(population) === 0) continue;
      for (const { percent, lower, upper } of confidences) {
        const found = await workbenchJson<RateAnswer>(...asked, '--confidence', percent);
        expectClose(found.rate, number(row, 'value'), 1e-9);
        expectClose(found.lower, number(row, lower), 1e-9);
        expectClose(found.upper, number(row, upper), 1e-9);
        expect(found.method.slice(0, 4).toLowerCase()).toBe(cell(row, 'method').slice(0, 4).toLowerCase());
      }
    }
  });

  it('rates of groups summed before dividing', async () => {
    for (const row of oracleRows('phe_rate_grouped_sums.csv')) {
      if (number(row, 'value') === null) continue;
      const found = await workbenchJson<RateAnswer>(
        ...['rate', '--count', cell(row, 'Numerator'), '--population', cell(row, 'Denominator')],
        ...['--per', cell(row, 'multiplier'), '--confidence', cell(row, 'confidence').replace('%', '')],
      );
      expectClose(found.rate, number(row, 'value'), 1e-9);
      expectClose(found.lower, number(row, 'lowercl'), 1e-9);
      expectClose(found.upper, number(row, 'uppercl'), 1e-9);
    }
  });

  it('counts with exact and Byar’s limits, as rates per resident', async () => {
    for (const row of oracleRows('poisson_exact_byar_counts.csv')) {
      const percent = Number((Number(cell(row, 'confidence')) * 100).toFixed(1));
      const found = await workbenchJson<RateAnswer>(
        ...['rate', '--count', cell(row, 'count'), '--population', '1', '--per', '1', '--confidence', String(percent)],
      );
      expectClose(found.lower, number(row, 'phe_lower'), 1e-9, cell(row, 'count'));
      expectClose(found.upper, number(row, 'phe_upper'), 1e-9, cell(row, 'count'));
    }
  });

  it('proportions by two unrelated implementations', async () => {
    for (const row of oracleRows('phe_proportion.csv')) {
      if (number(row, 'value') === null) continue;
      const per = Number(cell(row, 'multiplier'));
      for (const { percent, lower, upper } of confidences) {
        const found = await workbenchJson<ShareAnswer>(
          ...[
            'proportion',
            '--count',
            cell(row, 'Numerator'),
            '--of',
            cell(row, 'Denominator'),
            '--confidence',
            percent,
          ],
        );
        expectClose(found.proportion * per, number(row, 'value'), 1e-9);
        expectClose(found.lower * per, number(row, lower), 1e-9);
        expectClose(found.upper * per, number(row, upper), 1e-9);
      }
    }
    for (const row of oracleRows('wilson_proptest.csv')) {
      const percent = String(Number((Number(cell(row, 'confidence')) * 100).toFixed(1)));
      const found = await workbenchJson<ShareAnswer>(
        ...['proportion', '--count', cell(row, 'x'), '--of', cell(row, 'n'), '--confidence', percent],
      );
      expect(found.lower).toBeCloseTo(number(row, 'prop_test_lower') ?? NaN, 9);
      expect(found.upper).toBeCloseTo(number(row, 'prop_test_upper') ?? NaN, 9);
    }
  });

  it('changes between two periods', async () => {
    for (const row of oracleRows('two_period_poisson_test.csv')) {
      const asked = ['change', '--before', cell(row, 'previous'), '--after', cell(row, 'current')];
      const label = cell(row, 'label');
      const found = await workbenchJson<ChangeAnswer>(...asked);
      expectClose(found.p, number(row, 'p_value'), 1e-6, label);
      expectClose(found.ratioLower, number(row, 'rr_l95'), 1e-6, label);
      const upper = cell(row, 'rr_u95') === 'Inf' ? null : number(row, 'rr_u95');
      expectClose(found.ratioUpper, upper, 1e-6, label);
      const shown = Number(cell(row, 'previous')) < 10 ? null : number(row, 'pct_change');
      expectClose(found.percent, shown, 1e-9, label);
      const wide = await workbenchJson<ChangeAnswer>(...asked, '--confidence', '99.8');
      expectClose(wide.ratioLower, number(row, 'rr_l998'), 1e-6, label);
    }
  });

  it('limits of process charts, series by series', async () => {
    const series = grouped(
      oracleRows('spc_xmr_nhsrplotthedots.csv').filter(
        (row) => cell(row, 'fix_after') === '' && cell(row, 'rebase') === '',
      ),
      (row) => `${cell(row, 'series')} ${cell(row, 'screen_outliers')}`,
    );
    expect(series.size).toBeGreaterThan(5);
    for (const [name, rows] of series) {
      const [first] = rows;
      if (first === undefined || number(first, 'mean') === null || number(first, 'lpl') === null) continue;
      const rules = cell(first, 'screen_outliers') === 'TRUE' ? 'mdc-7-screened' : 'mdc-7';
      const once = rows.filter(
        (row) => cell(row, 'direction') === cell(first, 'direction') && cell(row, 'target') === cell(first, 'target'),
      );
      const chart = await workbenchJson<SpcAnswer>(
        `spc`,
        `--values=${once.map((row) => cell(row, 'y')).join(',')}`,
        '--rules',
        rules,
      );
      expectClose(chart.mean, number(first, 'mean'), 1e-9, name);
      expectClose(chart.lower, number(first, 'lpl'), 1e-9, name);
      expectClose(chart.upper, number(first, 'upl'), 1e-9, name);
      once.forEach((row, at) => {
        expect(chart.points[at]?.flags.length === 0, `${name} ${String(at + 1)}`).toBe(
          cell(row, 'special_cause_type') === 'Common Cause',
        );
      });
    }
  });
});
