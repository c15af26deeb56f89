import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/main/engine/engine.ts';
import { keepFile } from '../../../src/main/engine/import/import-file.ts';
import { workbench } from '../cli/workbench.ts';
import { ask, engineWithMonth, SAMPLE } from '../month.ts';
import { cellsOf, readParts, tableUnder, textOf } from '../pack/read-docx.ts';

const Q1 = { from: '2015-04', to: '2015-06' };

/** Quarters before the sample's: of 100 to 140 people, about a quarter went back; one quarter 60 of 120. */
const EARLIER = [
  ['2011/12 Q1', 104, 26],
  ['2011/12 Q2', 140, 33],
  ['2011/12 Q3', 118, 30],
  ['2011/12 Q4', 100, 25],
  ['2012/13 Q1', 122, 30],
  ['2012/13 Q2', 110, 29],
  ['2012/13 Q3', 131, 33],
  ['2012/13 Q4', 120, 60],
  ['2013/14 Q1', 115, 28],
  ['2013/14 Q2', 108, 27],
  ['2013/14 Q3', 133, 33],
  ['2013/14 Q4', 125, 31],
  ['2014/15 Q1', 119, 30],
  ['2014/15 Q2', 112, 28],
] as const;

let home: string;
let store: string;
let engine: Engine;

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'workbench-shares-'));
  store = join(home, 'store.sqlite');
  engine = await engineWithMonth(SAMPLE, store);
  const path = join(home, 'Licence cohort earlier quarters.csv');
  const rows = EARLIER.map(([quarter, cohort, back]) => `${quarter},${String(cohort)},${String(back)}`);
  writeFileSync(
    path,
    [
      'Offenders sentenced to more than 1 day - less than 12 months: licence cohort',
      'Quarter,Cohort,Returned to court for revocation',
      ...rows,
    ].join('\n'),
  );
  const { summary } = await keepFile(engine.store, path, null, {});
  expect(summary.observations).toBe(EARLIER.length * 2);
  const { measure } = await ask(engine, 'measure.show', { measure: 'asb' });
  const rate = {
    ...measure,
    id: 'asb-rate',
    name: 'Anti-social behaviour per 1,000 residents',
    shortName: 'ASB rate',
    kind: 'rate',
    madeOf: { part: 'asb', whole: null },
    targets: [],
  };
  await ask(engine, 'measure.save', { measure: rate, inForceFrom: null, why: 'wanted by the Board' });
}, 60_000);
afterAll(() => {
  engine.store.close();
  rmSync(home, { recursive: true });
});

describe('the change of a share', () => {
  it('is a difference with Newcombe’s limits, n of N named on both sides', async () => {
    const change = await ask(engine, 'change.show', {
      measure: 'crc-licence-cohort',
      ...Q1,
      against: { from: '2013-01', to: '2013-03' },
    });
    expect(change).toMatchObject({
      kind: 'share',
      before: { part: 60, whole: 120, value: 50 },
      after: { part: 93, whole: 126 },
      percent: null,
      ratio: null,
    });
    expect(change.says).toMatch(/^from 60 of 120 \(50%\) to 93 of 126 \(74%\), 24 percentage points higher: strong ev/);
    // Newcombe 1998, method 10, of 93 of 126 and 60 of 120.
    expect([change.differenceLower?.toFixed(2), change.differenceUpper?.toFixed(2)]).toEqual(['11.71', '34.99']);
    expect(change.differenceLower998 ?? 0).toBeLessThan(change.differenceLower ?? 0);
    expect(change.notes.join(' ')).toMatch(/Newcombe/);
  });

  it('adds the people of several quarters before it divides, and is not known where a quarter is not', async () => {
    const year = await ask(engine, 'change.show', { measure: 'crc-licence-cohort', from: '2014-04', to: '2015-03' });
    expect(year.after).toMatchObject({ whole: 119 + 112 + 112 + 121, part: 464 - 30 - 28 - 30 - 27 });
    expect(year.before).toMatchObject({ whole: 115 + 108 + 133 + 125 });
    const cut = await ask(engine, 'change.show', { measure: 'crc-licence-cohort', from: '2015-05', to: '2015-06' });
    expect(cut.says).toMatch(/not known/);
    expect(cut.p).toBeNull();
  });

  it('is too few people to tell for the star, and says so', async () => {
    const star = await ask(engine, 'change.show', { measure: 'asb-outcome-star', ...Q1, against: 'period-before' });
    expect(star.kind).toBe('share');
    expect(star.says).toMatch(/not known|could easily be chance/);
  });
});

describe('the process chart of a share', () => {
  it('has limits as wide as each quarter is small, its denominator named, and the odd quarter for a signal', async () => {
    const chart = await ask(engine, 'spc.show', { measure: 'crc-licence-cohort' });
    expect(chart).toMatchObject({ kind: 'share', unit: '%', trial: false, target: 75 });
    expect(chart.points).toHaveLength(17);
    const odd = chart.points.find(({ period }) => period === '2012-13 Q4');
    expect(odd).toMatchObject({ part: 60, whole: 120, value: 50, cause: 'below-limit', kind: 'concern' });
    const [small, large] = [chart.points[3], chart.points[1]];
    const width = (point: typeof small) => (point?.upper ?? 0) - (point?.lower ?? 0);
    expect([small?.whole, large?.whole]).toEqual([100, 140]);
    expect(width(small)).toBeGreaterThan(width(large));
    expect(chart.notes.join(' ')).toMatch(/In percent of offenders in the cohort \(100 to 140 a quarter\)/);
    expect(chart.assurance).toBe('hit-and-miss');
    const { bytes } = await ask(engine, 'chart.draw', {
      chart: { view: 'spc', measure: 'crc-licence-cohort' },
      format: 'svg',
    });
    expect(new TextDecoder().decode(bytes)).toMatch(/Licence cohort/);
  });

  it('has no season and no year’s end, and says why', async () => {
    await expect(ask(engine, 'season.show', { measure: 'crc-licence-cohort' })).rejects.toThrow('share of people');
    await expect(ask(engine, 'year-end.show', { measure: 'crc-licence-cohort', year: '2015/16' })).rejects.toThrow(
      'share of people',
    );
  });
});

describe('a rate per 1,000 residents', () => {
  it('changes with the evidence of its counts, and names its residents', async () => {
    const [rate, count] = await Promise.all(
      ['asb-rate', 'asb'].map((measure) => ask(engine, 'change.show', { measure, ...Q1 })),
    );
    expect(rate).toMatchObject({ kind: 'rate', before: { part: 2713 }, after: { part: 2527 } });
    expect(rate?.p).toBeCloseTo(count?.p ?? NaN, 12);
    expect(rate?.ratioLower).toBeCloseTo(count?.ratioLower ?? NaN, 10);
    expect(rate?.percent).toBeCloseTo(count?.percent ?? NaN, 10);
    expect(rate?.after.value).toBeCloseTo((2527 / (rate?.after.whole ?? NaN)) * 1000, 10);
    expect(rate?.says).toMatch(
      /^from \d+\.\d\d to \d+\.\d\d per 1,000 residents \(−6\.9%; 2,713 and 2,527 counted\): some/,
    );
    expect(rate?.notes.join(' ')).toMatch(/Rates are per 1,000 of [\d,]+ residents, mid-2014/);
  });

  it('has the process chart of its counts over its residents, to scale', async () => {
    const [rate, count] = await Promise.all(['asb-rate', 'asb'].map((measure) => ask(engine, 'spc.show', { measure })));
    const residents = rate?.points[0]?.whole ?? NaN;
    expect(rate?.unit).toBe('incidents per 1,000 residents');
    expect(rate?.segments[0]?.upper).toBeCloseTo(((count?.segments[0]?.upper ?? 0) / residents) * 1000, 10);
    expect(rate?.points.map(({ causes }) => causes)).toEqual(count?.points.map(({ causes }) => causes));
    const end = await ask(engine, 'year-end.show', { measure: 'asb-rate', year: '2015/16' });
    expect(end.straightLine?.estimate).toBeCloseTo((10_108 / residents) * 1000, 6);
  });
});

describe('the terminal', () => {
  it('prints both, and compares and charts shares without a store', async () => {
    const change = await workbench(
      ...['change', 'crc-licence-cohort', '--from', '2015-04', '--to', '2015-06', '--against', 'period-before'],
      ...['--store', store],
    );
    expect(change.out).toMatch(/from 94 of 121 \(78%\) to 93 of 126 \(74%\), 4 percentage points lower: could easily/);
    expect(change.out).toMatch(/Difference −3\.9 percentage points \(−14\.\d to 6\.\d\)/);
    const chart = await workbench('spc', 'crc-licence-cohort', '--store', store);
    expect(chart.out).toMatch(/60 of 120 .*below-limit/);
    const plain = await workbench('change', '--before', '48/80', '--after', '56/70');
    expect(plain.out).toMatch(/20\.0 percentage points \(95% limits 5\.2 to 33\.4, Newcombe; p = 0\.013\)/);
    expect((await workbench('spc', '--values', '18/23,20/31,-,22/29', '--json')).out).toContain('"flags": []');
    expect((await workbench('spc', '--values', '18/23,20')).exit).toBe(2);
  });
});

describe('a gap of one’s own making', () => {
  const saved = async (id: string, part: string, more: object = {}) => {
    const { measure } = await ask(engine, 'measure.show', { measure: 'gap', year: '2015/16' });
    const made = {
      ...measure,
      id,
      name: `The gap in ${part}`,
      shortName: `Gap in ${part}`,
      madeOf: { part, whole: null },
    };
    await ask(engine, 'measure.save', {
      measure: { ...made, ...more },
      inForceFrom: null,
      why: 'asked for by the Board',
    });
    return ask(engine, 'measure.table', { measure: id, year: '2015/16' });
  };

  it('is, of all crime, the Board’s own gap month by month, with its status, sentence and cells', async () => {
    const table = await saved('crime-gap', 'all-crime');
    const gap = await ask(engine, 'gap.show', { year: '2015/16' });
    expect(table.periods.map(({ cumulative }) => cumulative?.toFixed(9))).toEqual(
      gap.periods.map((row) => row.gap?.toFixed(9)),
    );
    expect(table.periods.map(({ lastYearCumulative }) => lastYearCumulative?.toFixed(9))).toEqual(
      gap.periods.map(({ lastYearGap }) => lastYearGap?.toFixed(9)),
    );
    expect(table).toMatchObject({ gap: true, decimals: 1, sentence: gap.sentence });
    expect(table.status).toMatchObject({ tier: gap.status.tier, target: gap.status.target });
    expect(table.notes.join(' ')).toMatch(/^Priority neighbourhoods: Barne Barton.* [\d,]+ residents \(mid-2014\)/);
    const asked = { view: 'measure', measure: 'crime-gap', year: '2015/16', period: '2015-06', column: 'cumulative' };
    const { value, from } = await ask(engine, 'figure.explain', asked);
    expect(value?.toFixed(1)).toBe('18.0');
    expect(from.map(({ file }) => file).join(' ')).toMatch(/Recorded crime.*Neighbourhood populations/);
    await expect(ask(engine, 'change.show', { measure: 'crime-gap', ...Q1 })).rejects.toThrow('difference of rates');
  });

  it('of a measure is not known until its neighbourhoods are, and then told from every one of them', async () => {
    const before = await saved('asb-gap', 'asb', { targets: [], direction: 'monitor' });
    expect(before.dataTo).toBeNull();
    expect(before.periods.every(({ actual, cumulative }) => actual === null && cumulative === null)).toBe(true);
    const { areas, cityPopulation, priorityPopulation } = await ask(engine, 'gap.show', { year: '2015/16' });
    const path = join(home, 'Anti-social behaviour by neighbourhood.csv');
    const line = (area: string, at: number) => [
      `${area},April 2015,Anti-social behaviour incidents,${String(30 + at)}`,
      `${area},May 2015,Anti-social behaviour incidents,${at < 3 ? '1' : '0'}`,
      ...(at === 0 ? [] : [`${area},June 2015,Anti-social behaviour incidents,20`]),
    ];
    writeFileSync(path, ['Neighbourhood,Period,Measure,Value', ...areas.flatMap(line)].join('\n'));
    await keepFile(engine.store, path, null, {});
    const { periods, sentence } = await ask(engine, 'measure.table', { measure: 'asb-gap', year: '2015/16' });
    const perThousand = (count: number, residents: number | null) => (count / (residents ?? Number.NaN)) * 1000;
    expect(periods[0]?.actual).toBeCloseTo(perThousand(345, priorityPopulation) - perThousand(864, cityPopulation), 9);
    // One neighbourhood of June has not come: the gap is not known, not smaller.
    expect([periods[1]?.cumulative === null, periods[2]?.actual]).toEqual([false, null]);
    expect(sentence).toMatch(/^The gap stood at −?\d+\.\d per 1,000 residents at the end of May 2015/);
    // May counts three in the ten together: whoever knows the city’s 894 would work them out from the gap.
    const left = await ask(engine, 'pack.withheld', { asAt: '2015-06' });
    const mine = left.filter(({ table }) => table === 'The gap in asb');
    expect(mine.map(({ cell, symbol }) => [cell, symbol])).toEqual([
      ['May 2015', '[c]'],
      ['May 2015 to date', '[c]'],
    ]);
  });

  it('goes into the paper among the measures, and can neither be made of nothing nor become another kind', async () => {
    const path = join(home, 'with-a-gap.docx');
    await ask(engine, 'report.write', { asAt: '2015-06', path, format: 'docx' }, 'shell');
    const document = readParts(readFileSync(path)).get('word/document.xml') ?? '';
    const rows = cellsOf(tableUnder(document, 'The gap in all-crime, 2015/16'));
    expect(rows.find(([label]) => label === 'Gap 2015/16')?.slice(1, 5)).toEqual([
      '',
      '[p] 6.5',
      '[p] 12.6',
      '[p] 18.0',
    ]);
    expect(rows.map(([label]) => label)).toContain('Added to the gap 2014/15');
    expect(textOf(document)).toContain(
      'At the end of June 2015 the gap stood at 18.0 crimes per 1,000 residents since April',
    );
    await expect(saved('no-gap', 'all-crime', { madeOf: null })).rejects.toThrow('A gap needs the measure');
    await expect(saved('no-gap', 'asb-rate')).rejects.toThrow('no gap can be made of it');
    await expect(saved('crime-gap', 'all-crime', { kind: 'rate' })).rejects.toThrow('A gap stays a gap');
  }, 60_000);
});
