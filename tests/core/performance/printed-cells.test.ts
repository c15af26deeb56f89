import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { JULY_2015, julyTable, type JulyMeasure } from './july-2015.ts';

const ORACLE = '../shared/oracle';
const IDS: Record<string, JulyMeasure> = {
  all_crime: 'all-crime',
  dv: 'domestic-abuse',
  da_referrals: 'da-referrals',
  dash: 'dash-training',
  asb: 'asb',
  hate: 'hate',
  sac: 'serious-acquisitive-crime',
};
const COLUMNS = ['Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec', 'Jan', 'Feb', 'Mar'];
const TIERS: Record<string, string> = {
  generally_satisfied: 'generally-satisfied',
  some_concerns: 'some-concerns',
  significant_concern: 'significant-concern',
};

interface Recomputed {
  id: string;
  recomputed: Record<string, number[]> & {
    status_vs_linear?: { target_to_date: number; shortfall_pct: number; status: string };
    status_vs_seasonal?: { target_to_date: number; shortfall_pct: number; status: string };
  };
}

describe.skipIf(!existsSync(ORACLE))('our tables against the independent recomputation of the report', () => {
  it('agrees with every recomputed series and status', () => {
    const file = JSON.parse(readFileSync(`${ORACLE}/seed001_recomputed.json`, 'utf8')) as { measures: Recomputed[] };
    let compared = 0;
    for (const { id, recomputed } of file.measures) {
      const measure = IDS[id];
      if (measure === undefined) continue;
      const table = julyTable(measure);
      const pairs = {
        cum_2014_15: 'lastYearCumulative',
        cum_2015_16: 'cumulative',
        pct_cum: 'cumulativeChangePercent',
        pct_period: 'changePercent',
        target_linear: 'targetLinear',
        target_seasonal_prior_year: 'targetLastYearShare',
        decumulated_2014_15: 'lastYear',
        decumulated_2015_16: 'actual',
      } as const;
      for (const [theirs, ours] of Object.entries(pairs)) {
        for (const [index, value] of (recomputed[theirs] ?? []).entries()) {
          expect(table.periods[index]?.[ours as 'actual'], `${id} ${theirs} ${String(index)}`).toBeCloseTo(value, 3);
          compared += 1;
        }
      }
      for (const [theirs, ours] of [
        [recomputed.status_vs_linear, table.statusLinear],
        [recomputed.status_vs_seasonal, table.statusLastYearShare],
      ] as const) {
        if (theirs === undefined) continue;
        expect(ours.tier, id).toBe(TIERS[theirs.status]);
        expect(ours.shortfallPercent, id).toBeCloseTo(theirs.shortfall_pct, 3);
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(200);
  });

  it('gives the recomputed value of every cell the paper prints, right or wrong', () => {
    const rows = readFileSync(`${ORACLE}/seed001_cells.csv`, 'utf8').trim().split('\n').slice(1);
    let compared = 0;
    for (const row of rows) {
      const [of = '', label = '', appliesTo = '', columnName = '', , recomputed = '', check = ''] = (
        row.match(/("[^"]*"|[^,]*)(,|$)/g) ?? []
      ).map((cell) => cell.replace(/,$/, '').replaceAll('"', ''));
      const measure = IDS[of];
      const at = columnName.startsWith('Q') ? Number(columnName.slice(1)) - 1 : COLUMNS.indexOf(columnName);
      if (measure === undefined || at < 0 || label === 'narrative' || label === 'status') continue;
      const line = julyTable(measure).periods[at];
      const lastYear = appliesTo.startsWith('2014');
      const ours = check.startsWith('cumulative = running sum')
        ? line?.[lastYear ? 'lastYearCumulative' : 'cumulative']
        : check.startsWith('cumulative % change')
          ? line?.cumulativeChangePercent
          : check.startsWith('monthly % change') || check === '% change'
            ? line?.changePercent
            : check.startsWith('target profile = 6587')
              ? undefined // the oracle builds this one profile on 6,587; the target is 6,588, and so is the paper's row
              : check.startsWith('target profile')
                ? line?.targetLinear
                : check.startsWith('future month')
                  ? (line?.cumulative ?? line?.cumulativeChangePercent)
                  : undefined;
      if (ours === undefined) continue;
      const where = `${of} ${label} ${columnName}`;
      if (recomputed === '(no data yet)') expect(ours, where).toBeNull();
      else expect(ours, where).toBeCloseTo(Number(recomputed), 3);
      compared += 1;
    }
    expect(compared).toBeGreaterThan(90);
  });

  it('starts from the same printed months', () => {
    expect(JULY_2015.asb.lastYear.reduce((sum, value) => sum + value, 0)).toBe(10065);
  });
});
