import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MeasureTable } from '../../src/core/performance/measure-table.ts';
import type { Engine } from '../../src/main/engine/engine.ts';
import { column, JULY_2015, julyTable, type JulyMeasure } from '../core/performance/july-2015.ts';
import { ask, engineWithMonth, MONTHS } from './month.ts';

const GAP_2014 = [6.9, 13.5, 19.6, 26.4, 32.5, 39.3, 45.8, 52.2, 58.4, 64.2, 70.6, 77.4];
const GAP_2015 = [6.5, 12.6, 18.0];

describe.each(MONTHS)('the July 2015 pack from $name', ({ folder }) => {
  let engine: Engine;
  const home = mkdtempSync(join(tmpdir(), 'workbench-july-'));
  beforeAll(async () => {
    engine = await engineWithMonth(folder, join(home, 'store.sqlite'));
  });
  afterAll(() => {
    engine.store.close();
    rmSync(home, { recursive: true });
  });

  it.each(Object.keys(JULY_2015) as JulyMeasure[])('prints the Board’s table of %s, figure by figure', async (id) => {
    const table: MeasureTable = await ask(engine, 'measure.table', { measure: id, year: '2015/16' });
    const expected = julyTable(id);
    // The typed figures know no signs; the referrals sheet says «n/a» for the quarters to come.
    expect(table.periods.map((row) => ({ ...row, symbol: null }))).toEqual(expected.periods);
    expect(table.status).toEqual(expected.status);
    expect(table.statusLastYearShare).toEqual(expected.statusLastYearShare);
    expect(table.disagreement).toBe(expected.disagreement);
    expect(table.sentence).toBe(expected.sentence);
    const years = (one: MeasureTable) => one.previousYears.map(({ year, value }) => [year, value]);
    expect(years(table)).toEqual(years(expected));
  });

  it('says of anti-social behaviour that the two profiles disagree, and that the printed year does not add up', async () => {
    const asb = await ask(engine, 'measure.table', { measure: 'asb', year: '2015/16' });
    expect(asb.status.tier).toBe('some-concerns');
    expect(asb.statusLastYearShare.tier).toBe('generally-satisfied');
    expect(asb.disagreement).toMatch(/2,527/);
    expect(asb.notes.join(' ')).toMatch(/10,299.*10,065/);
  });

  it('leaves every month after June unknown, whatever the sheets carry forward', async () => {
    for (const id of ['all-crime', 'domestic-abuse']) {
      const table = await ask(engine, 'measure.table', { measure: id, year: '2015/16' });
      const after = table.periods.filter(({ period }) => period > '2015-06');
      expect(after.map(({ actual, cumulative }) => [actual, cumulative])).toEqual(after.map(() => [null, null]));
      expect(table.dataTo).toBe('2015-06');
    }
  });

  it('works the gap out from the records: 6.9 to 77.4 last year, 6.5, 12.6 and 18.0 this year', async () => {
    const last = await ask(engine, 'gap.show', { year: '2014/15' });
    const now = await ask(engine, 'gap.show', { year: '2015/16' });
    const rounded = (gap: typeof now) =>
      gap.periods.flatMap((row) => (row.gap === null ? [] : [Number(row.gap.toFixed(1))]));
    expect(rounded(last)).toEqual(GAP_2014);
    expect(rounded(now)).toEqual(GAP_2015);
    expect(now.areas).toHaveLength(10);
    expect(now.status.tier).toBe('generally-satisfied');
    expect(now.annualTarget).toBe(77.3);
    expect(now.neighbourhoods).toHaveLength(39);
    const shares = now.neighbourhoods.flatMap(({ shareOfGapPercent }) =>
      shareOfGapPercent === null ? [] : [shareOfGapPercent],
    );
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(100, 6);
  });

  it('ranks Plymouth among the fifteen areas of its group, on both averages', async () => {
    const view = await ask(engine, 'comparison.show', { measure: 'all-crime', from: '2015-04', to: '2015-06' });
    expect(view.of).toBe(15);
    const own = view.areas.filter((area) => area.own);
    expect(own).toHaveLength(1);
    expect(own[0]).toMatchObject({ count: 4799, population: 261546 });
    expect(own[0]?.ratePerThousand).toBeCloseTo((4799 / 261546) * 1000, 12);
    const rates = view.areas.map((area) => area.ratePerThousand ?? Number.NaN);
    expect(view.averageUnweighted).toBeCloseTo(rates.reduce((sum, rate) => sum + rate, 0) / 15, 12);
    expect(view.rank).toBe(1 + rates.filter((rate) => rate < (own[0]?.ratePerThousand ?? 0)).length);
    expect(view.illustrative).toBe(true);
  });

  it('keeps «<5» as under 5 and «n/a» as not known, never as a number', () => {
    const rows = engine.store.read
      .prepare<[], { symbol: string; value: number | null }>(
        'SELECT symbol, value FROM observation WHERE symbol IS NOT NULL',
      )
      .all();
    expect(rows.some(({ symbol }) => symbol === '<5')).toBe(true);
    expect(rows.every(({ value }) => value === null)).toBe(true);
  });

  it('explains every known figure of every table down to file, sheet and cell', async () => {
    for (const measure of Object.keys(JULY_2015)) {
      const table = await ask(engine, 'measure.table', { measure, year: '2015/16' });
      for (const row of table.periods) {
        for (const name of ['actual', 'lastYear', 'cumulative', 'changePercent'] as const) {
          if (row[name] === null) continue;
          const asked = { view: 'measure', measure, year: '2015/16', period: row.period, column: name };
          const explained = await ask(engine, 'figure.explain', asked);
          expect(explained.value).toBe(row[name]);
          expect(explained.from.length).toBeGreaterThan(0);
          expect(explained.from.every(({ file, sheet, cell }) => file !== '' && sheet !== '' && cell !== '')).toBe(
            true,
          );
        }
      }
    }
  });

  it('says that serious acquisitive crime is a month behind, that victims supported and one satisfaction have never come, and nothing else', async () => {
    const { overdue, dataTo } = await ask(engine, 'home.show', {});
    expect(dataTo).toBe('June 2015');
    expect(overdue.map(({ measure }) => measure)).toEqual([
      'serious-acquisitive-crime',
      'asb-victims-supported',
      'hate-satisfaction',
    ]);
  });

  it('tells no change of DASH training from a year whose quarters add up to this one, and says why', async () => {
    const { measures } = await ask(engine, 'home.show', {});
    const dash = measures.find(({ measure }) => measure === 'dash-training');
    expect(dash).toMatchObject({ toDate: 58, lastYearToDate: 15, changePercent: null, sinceLast: null });
    expect(dash?.sentence).toContain('not compared with last year, whose figures are in question');
    expect(measures.find(({ measure }) => measure === 'asb')?.sinceLast).not.toBeNull();
    const asked = { measure: 'dash-training', from: '2015-04', to: '2015-06', against: 'last-year' };
    const { notes } = await ask(engine, 'change.show', asked);
    expect(notes.join(' ')).toContain('Its changes say nothing until the source has been asked.');
  });

  it('gives the same cumulative column as the printed gap return', async () => {
    const table = await ask(engine, 'measure.table', { measure: 'all-crime', year: '2015/16' });
    expect(column(table, 'cumulative')).toEqual([1662, 3368, 4799]);
    expect(table.notes).toEqual([]);
  });
});
