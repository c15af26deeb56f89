import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ask, engineWithMonth, SAMPLE } from '../month.ts';
import { temporaryFolder } from '../temporary-store.ts';

describe('exceptional months in the Board’s table', () => {
  it('are left out of last year or of the profile as chosen, with a note, and come back with the choice', async () => {
    const engine = await engineWithMonth(SAMPLE, join(temporaryFolder(), 'store.sqlite'));
    const table = () => ask(engine, 'measure.table', { measure: 'asb', year: '2015/16' });
    const before = await table();
    const period = { from: '2014-06', to: '2014-06', reason: 'recording of noise calls changed' };
    const save = (periodId: number | null, leftOutOf: readonly string[]) =>
      ask(engine, 'exceptional.save', { periodId, ...period, choices: [{ measure: 'asb', leftOutOf }] });
    const { periodId } = await save(null, ['last-year']);
    const without = await table();
    expect(without.periods[2]).toMatchObject({ period: '2015-06', lastYear: null, changePercent: null });
    expect(without.notes.join(' ')).toMatch(
      /June 2014 \(recording of noise calls changed\) is left out of «last year»/,
    );
    await save(periodId, ['profile']);
    const profile = await table();
    expect(profile.periods[2]?.lastYear).toBe(before.periods[2]?.lastYear);
    expect(profile.periods[2]?.targetLastYearShare).toBeNull();
    expect(profile.periods[2]?.targetLinear).toBe(before.periods[2]?.targetLinear);
    await ask(engine, 'exceptional.remove', { periodId });
    expect(await table()).toEqual(before);
    engine.store.close();
  });
});
