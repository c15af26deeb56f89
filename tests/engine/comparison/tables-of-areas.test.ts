import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { startEngine, type Engine } from '../../../src/main/engine/engine.ts';
import { keepFile } from '../../../src/main/engine/import/import-file.ts';
import { ask, emptyEngine } from '../month.ts';
import { temporaryFolder } from '../temporary-store.ts';

const DATA = resolve(import.meta.dirname, '../../../../shared/data');

/** Years to a quarter of Devon & Cornwall as published one after another, with two neighbours made up for the test. */
const ROLLING: readonly (readonly [string, number])[] = [
  ['March 2018', 103_656],
  ['June 2018', 105_101],
  ['September 2018', 105_241],
  ['December 2018', 106_616],
  ['March 2019', 107_439],
  ['June 2019', 106_154],
  ['September 2019', 104_626],
  ['December 2019', 102_827],
];

async function keepQuarter(engine: Engine, words: string, count: number, release = 'first'): Promise<void> {
  const path = join(temporaryFolder(), `force tables ${words} ${release}.csv`);
  const lines = [
    `"Table P1: Police recorded crime by offence group and police force area, year ending ${words}"`,
    'Area Code,Area Name,Total recorded crime (excluding fraud),Theft offences',
    `E23000035,Devon & Cornwall,"${count.toLocaleString('en-GB')} ","${Math.round(count / 4).toLocaleString('en-GB')} "`,
    'E23000036,Avon and Somerset,"140,000 ","50,000 "',
    'E23000038,Wiltshire,"40,000 ","12,000 "',
    'E23000039,Dorset,"51,000 ","17,000 "',
  ];
  writeFileSync(path, lines.join('\n'));
  await keepFile(engine.store, path, null, {});
}

describe('tables of police forces, year to a quarter', () => {
  it('make a rolling series of eight quarters, with a revised quarter shown beside what it was', async () => {
    const engine = emptyEngine();
    for (const [words, count] of ROLLING) await keepQuarter(engine, words, count);
    const choice = { measure: 'all-crime', kind: 'force', own: 'Devon & Cornwall' };
    const series = await ask(engine, 'group.over-time', choice);
    expect(series.moments.map(({ count }) => count)).toEqual(ROLLING.map(([, count]) => count));
    expect(series.moments.every(({ revisedFrom }) => revisedFrom === null)).toBe(true);
    expect(series.warnings.join(' ')).toMatch(/12 months rolling.*no separate evidence/);
    await keepQuarter(engine, 'March 2018', 103_000, 'revised');
    const revised = await ask(engine, 'group.over-time', choice);
    expect(revised.moments[0]).toMatchObject({
      from: '2017-04',
      to: '2018-03',
      count: 103_000,
      revisedFrom: 103_656,
      revisedIn: 'force tables March 2018 revised.csv',
    });
    expect(revised.warnings.at(-1)).toBe(
      'April 2017 to March 2018: revised from 103,656 to 103,000 in the release «force tables March 2018 revised.csv».',
    );
    const { bytes } = await ask(engine, 'chart.draw', {
      chart: { view: 'over-time', shows: 'rate', ...choice },
      format: 'svg',
    });
    const drawn = new TextDecoder().decode(bytes);
    expect(drawn).toMatch(/revised from 103,656 to 103,000/);
    // These tables come without residents: the counts are drawn rather than nothing.
    expect(drawn).toMatch(/Devon &amp; Cornwall 102,827/);
    const years = await ask(engine, 'group.over-time', { ...choice, months: 12, every: 12 });
    expect(years.moments.map(({ to }) => to)).toEqual(['2018-12', '2019-12']);
    const table = await ask(engine, 'group.offences', {
      from: '2018-04',
      to: '2019-03',
      kind: 'force',
      own: 'Devon & Cornwall',
    });
    const all = table.rows.find((row) => row.measure === 'all-crime');
    expect(all).toMatchObject({ count: 107_439, lastYear: 103_000, direction: 'up' });
  });
});

/** Three partnerships with their residents beside the counts, a year to June 2025, released twice. */
async function keepPartnerships(engine: Engine, plymouth: number, release: string): Promise<void> {
  const path = join(temporaryFolder(), `csp tables ${release}.csv`);
  const rows = [`Plymouth,"${plymouth.toLocaleString('en-GB')} "`, 'Derby,"31,000 "', 'Swindon,"15,300 "'];
  const title = '"Table C2: Recorded crime by Community Safety Partnership area, year ending June 2025"';
  writeFileSync(
    path,
    [title, 'Community Safety Partnership,Total recorded crime (excluding fraud)', ...rows].join('\n'),
  );
  await keepFile(engine.store, path, null, {});
  const residents = join(temporaryFolder(), 'residents mid-2024.csv');
  const people = ['Plymouth,268000', 'Derby,266000', 'Swindon,243000'];
  writeFileSync(residents, ['Residents mid-2024', 'Local authority,Residents', ...people].join('\n'));
  await keepFile(engine.store, residents, null, {}).catch(() => undefined);
}

describe('a figure of a table of areas', () => {
  it('leads to its cells, and the average to every area’s count, residents and cells', async () => {
    const engine = emptyEngine();
    await keepPartnerships(engine, 25_700, 'June 2025');
    await keepPartnerships(engine, 25_767, 'June 2025 revised');
    const span = { measure: 'all-crime', from: '2024-07', to: '2025-06' };
    const view = await ask(engine, 'group.show', span);
    expect(view.areas).toHaveLength(3);
    const asked = { view: 'group', ...span };
    const count = await ask(engine, 'figure.explain', { ...asked, figure: 'count', area: 'Plymouth' });
    expect(count).toMatchObject({ value: 25_767, shown: '25,767' });
    expect(count.from).toEqual([expect.objectContaining({ file: 'csp tables June 2025 revised.csv', cell: 'B3' })]);
    const residents = await ask(engine, 'figure.explain', { ...asked, figure: 'residents', area: 'Plymouth' });
    expect(residents.from).toEqual([expect.objectContaining({ file: 'residents mid-2024.csv', cell: 'B3' })]);
    const rate = await ask(engine, 'figure.explain', { ...asked, figure: 'rate', area: 'Plymouth' });
    expect(rate.value).toBeCloseTo((25_767 / 268_000) * 1000, 10);
    expect(rate.from).toHaveLength(2);
    const mean = await ask(engine, 'figure.explain', { ...asked, figure: 'average-unweighted' });
    expect(mean.value).toBe(view.averageUnweighted);
    expect(mean.inputs.map(({ name }) => name).toSorted()).toEqual(['Derby', 'Plymouth (own area)', 'Swindon']);
    expect(mean.inputs.find(({ name }) => name.startsWith('Plymouth'))?.value).toBe(
      '25,767 ÷ 268,000 residents × 1,000 = 96.1',
    );
    expect(mean.from.map(({ cell }) => cell).toSorted()).toEqual(['B3', 'B3', 'B4', 'B4', 'B5', 'B5']);
    const pooled = await ask(engine, 'figure.explain', { ...asked, figure: 'average-pooled' });
    expect(pooled.inputs.slice(0, 2)).toEqual([
      { name: 'all counts', value: '72,067' },
      { name: 'all residents', value: '777,000' },
    ]);
    await expect(ask(engine, 'figure.explain', { ...asked, figure: 'rate', area: 'Atlantis' })).rejects.toThrow(
      'There is no such figure',
    );
    const series = await ask(engine, 'group.over-time', { measure: 'all-crime' });
    expect(series.warnings).toEqual([
      'July 2024 to June 2025: revised from 25,700 to 25,767 in the release «csp tables June 2025 revised.csv».',
    ]);
  });
});

const FORCE_TABLES = [
  'policeforceareatablesyearendingmarch2018v2.xlsx',
  'policeforceareatablesyearendingdecember2018.xlsx',
  'policeforceareatablesyeendingmarch2019.xlsx',
];

describe.skipIf(!existsSync(join(DATA, 'ons_pfa')))('the published tables of police forces', () => {
  it('make a rolling series of Devon & Cornwall: 103,656, 106,616 and 107,439', async () => {
    const engine = emptyEngine();
    for (const name of FORCE_TABLES) await keepFile(engine.store, join(DATA, 'ons_pfa', name), null, {});
    const series = await ask(engine, 'group.over-time', {
      measure: 'all-crime',
      kind: 'force',
      own: 'Devon and Cornwall',
      months: 12,
      every: 3,
    });
    const known = series.moments.filter(({ count }) => count !== null);
    expect(known.map(({ to, count }) => [to, count])).toEqual([
      ['2018-03', 103_656],
      ['2018-12', 106_616],
      ['2019-03', 107_439],
    ]);
    expect(series.area).toMatch(/Devon/);
  }, 60_000);
});

describe('quarters of partnerships', () => {
  it('are added up to a year, and two of them warn that they are not like for like', async () => {
    const engine = emptyEngine();
    const quarters = [
      '1 July 2014 - 30 September 2014',
      '1 October 2014 - 31 December 2014',
      '1 January 2015 - 31 March 2015',
      '1 April 2015 - 30 June 2015',
    ];
    for (const [at, words] of quarters.entries()) {
      const path = join(temporaryFolder(), `MSG ${String(at)}.csv`);
      const lines = ['Plymouth,500,260000,1.9231', 'Derby,700,250000,2.8000', 'Swindon,300,215000,1.3953'];
      writeFileSync(path, [`All crime ${words}`, 'Area,Crimes,Population,Crimes per 1000', ...lines].join('\n'));
      await keepFile(engine.store, path, null, {});
    }
    const year = await ask(engine, 'group.show', { measure: 'all-crime', from: '2014-07', to: '2015-06' });
    expect(year.areas.find((area) => area.own)?.count).toBe(2000);
    expect(year.notes.join(' ')).toMatch(/Added up from 4 spans/);
    const beside = { from: '2015-01', to: '2015-03' };
    const quarter = await ask(engine, 'group.show', { measure: 'all-crime', from: '2015-04', to: '2015-06', beside });
    expect(quarter.besideWarning).toMatch(
      /January to March 2015 and April to June 2015 are different months of the year/,
    );
    await expect(ask(engine, 'group.show', { measure: 'all-crime', from: '2015-04', to: '2015-05' })).rejects.toThrow(
      /Held: /,
    );
  });
});

describe.runIf(existsSync(join(DATA, 'ons_pfa')))('the tables as published', () => {
  let engine: Engine;
  const home = mkdtempSync(join(tmpdir(), 'workbench-ons-'));
  beforeAll(async () => {
    engine = startEngine(join(home, 'store.sqlite'), () => undefined);
    for (const name of readdirSync(join(DATA, 'ons_pfa')))
      await keepFile(engine.store, join(DATA, 'ons_pfa', name), null, {});
  });
  afterAll(() => {
    engine.store.close();
    rmSync(home, { recursive: true });
  });

  it('give Plymouth its 25,767 among the partnerships, and never a force’s total among them', async () => {
    const view = await ask(engine, 'group.show', { measure: 'all-crime', from: '2024-07', to: '2025-06' });
    expect(view.areas.find((area) => area.own)).toMatchObject({ name: 'Plymouth', count: 25_767 });
    expect(view.areas.some((area) => area.count === 121_216)).toBe(false);
    expect(view.areas.length).toBeGreaterThanOrEqual(310);
    const table = await ask(engine, 'group.offences', { from: '2024-07', to: '2025-06' });
    const count = (measure: string) => table.rows.find((row) => row.measure === measure)?.count;
    expect(
      [
        'violence-against-the-person',
        'sexual-offences',
        'robbery',
        'theft-offences',
        'shoplifting',
        'drug-offences',
      ].map(count),
    ).toEqual([11_192, 1456, 174, 5968, 2387, 1342]);
  });

  it('keep the force’s own total for comparisons of forces: 121,216', async () => {
    const view = await ask(engine, 'group.show', {
      measure: 'all-crime',
      from: '2024-07',
      to: '2025-06',
      kind: 'force',
      own: 'Devon and Cornwall',
    });
    expect(view.areas.find((area) => area.own)?.count).toBe(121_216);
    expect(view.areas).toHaveLength(42);
    const series = await ask(engine, 'group.over-time', {
      measure: 'all-crime',
      kind: 'force',
      own: 'Devon & Cornwall',
    });
    const counts = series.moments.map(({ count }) => count);
    for (const known of [103_656, 106_616, 107_439]) expect(counts).toContain(known);
    const march = series.moments.find(({ to }) => to === '2019-03');
    expect(march?.ratePerThousand?.toFixed(2)).toBe('61.43');
  });
});
