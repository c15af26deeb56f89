import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Output } from '../../../src/preload/contract.ts';
import { dispatch } from '../../../src/main/engine/dispatch.ts';
import { startEngine } from '../../../src/main/engine/engine.ts';
import { workbench, workbenchJson } from '../cli/workbench.ts';
import { SAMPLE } from '../month.ts';
import { temporaryFolder } from '../temporary-store.ts';

const PLAN_2016 = resolve(import.meta.dirname, '../../fixtures/assessment/plan-on-a-page-2016.csv');
const REFERRALS = join(SAMPLE, 'voluntary/Domestic abuse service referrals quarter 1 2015-16.xlsx');

describe('the assessment from a terminal', () => {
  it('takes the plan on a page of May 2016 from a sheet, all six rows in three bands', async () => {
    const store = join(temporaryFolder(), 'store.sqlite');
    expect(await workbench('plan', 'import', PLAN_2016, '--store', store)).toMatchObject({ exit: 0 });
    const { plan, lights } = await workbenchJson<NonNullable<Output<'plan.show'>>>('plan', '--store', store);
    expect(plan.rows.map(({ band }) => band)).toEqual([
      'individuals',
      'individuals',
      'communities',
      'communities',
      'issues',
      'issues',
    ]);
    expect(plan.rows[1]?.measuredBy).toMatch(
      /^The level of high harm reoffending and the number of previous offenders/,
    );
    expect(plan.whoWeAre).toHaveLength(7);
    // No indicator of the model is held here: a light without a measure is never green.
    expect(new Set(lights.map(({ tier }) => tier))).toEqual(new Set(['not-yet-known']));
  });

  it('draws the plan as one A4 landscape page, the same each time, with every word of it', async () => {
    const folder = temporaryFolder();
    const store = join(folder, 'store.sqlite');
    await workbench('plan', 'import', PLAN_2016, '--store', store);
    const [first, second, png] = ['a.svg', 'b.svg', 'c.png'].map((name) => join(folder, name));
    if (first === undefined || second === undefined || png === undefined) throw new Error('no names');
    for (const file of [first, second, png]) {
      expect(await workbench('plan', '--out', file, '--store', store)).toMatchObject({ exit: 0 });
    }
    const svg = readFileSync(first, 'utf8');
    expect(svg).toBe(readFileSync(second, 'utf8'));
    const words = [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text = '']) => text).join(' ');
    for (const said of ['OUR VISION', 'Domestic Abuse.', 'report a good response from services.', 'not yet named']) {
      expect(words).toContain(said);
    }
    const size = readFileSync(png);
    // 297 by 210 mm at 300 dots to the inch.
    expect([size.readUInt32BE(16), size.readUInt32BE(20)]).toEqual([3509, 2481]);
  });

  it('tells the traffic light of a row from the measures it is linked to, and why', async () => {
    const store = join(temporaryFolder(), 'store.sqlite');
    await workbench('import', REFERRALS, '--store', store);
    await workbench('plan', 'import', PLAN_2016, '--store', store);
    const { plan } = await workbenchJson<NonNullable<Output<'plan.show'>>>('plan', '--store', store);
    const linked = plan.rows.map((row, at) =>
      at === 5 ? { ...row, measures: ['da-referrals'], accountable: 'A. Lead' } : row,
    );
    const engine = startEngine(store, () => undefined);
    const save = (rows: typeof linked) =>
      dispatch(engine, 'plan.save', { plan: { ...plan, rows } }, 'window', () => undefined);
    const kept = (await save(linked)) as { ok: true; value: NonNullable<Output<'plan.show'>> };
    expect(kept.value.version).toBe(2);
    expect(kept.value.lights[5]).toEqual({
      tier: 'significant-concern',
      why: 'Domestic abuse referrals: significant concern (data to June 2015).',
    });
    const wrong = await save(linked.map((row) => ({ ...row, measures: ['weather'] })));
    expect(wrong).toMatchObject({ ok: false, failure: { kind: 'refused', message: /no measure «weather»/ } });
    engine.store.close();
  });

  it('says of a plan’s sheet which row cannot be read, and keeps nothing', async () => {
    const store = join(temporaryFolder(), 'store.sqlite');
    const spoilt = join(temporaryFolder(), 'plan.csv');
    writeFileSync(spoilt, readFileSync(PLAN_2016, 'utf8').replace('Row,communities,Reduce', 'Row,villages,Reduce'));
    const { exit, err } = await workbench('plan', 'import', spoilt, '--store', store);
    expect(exit).toBe(1);
    expect(err).toMatch(/Row 24: The band is «villages»: write individuals, communities or issues/);
    expect((await workbench('plan', '--store', store)).out).toContain('There is no plan yet.');
  });

  it('prints the ranking and the sentence that MoRiLE’s own scale is not published here', async () => {
    const store = join(temporaryFolder(), 'store.sqlite');
    const { exit, out } = await workbench('risk', '--year', '2015/16', '--store', store);
    expect(exit).toBe(0);
    expect(out).toContain('There is no issue in the register yet.');
    expect(out).toContain('not published here');
    const json = await workbenchJson<Output<'risk.show'>>('risk', '--year', '2015/16', '--store', store);
    expect(json).toMatchObject({ year: '2015/16', schemeChosen: false, table: { rows: [] } });
  });
});
