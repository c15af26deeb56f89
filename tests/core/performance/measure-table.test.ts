import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percentChange, relativeChange } from '../../../src/core/performance/change.ts';
import { makeMeasureTable } from '../../../src/core/performance/make-measure-table.ts';
import { lastYearShareProfile, linearProfile } from '../../../src/core/performance/profile.ts';
import { runningTotal, wholeSum } from '../../../src/core/performance/running-total.ts';
import { heldFrom, LAST_YEAR, measureOf, tableInput, YEAR } from './july-2015.ts';

const count = fc.nat(5000);
const maybe = fc.option(count, { nil: null });

describe('running totals', () => {
  it('stop where knowledge stops and never take unknown for nought', () => {
    fc.assert(
      fc.property(fc.array(maybe, { maxLength: 12 }), (values) => {
        const totals = runningTotal(values);
        const hole = values.indexOf(null);
        const known = hole < 0 ? values.length : hole;
        expect(totals.map((total) => total !== null)).toEqual(values.map((_, index) => index < known));
        expect(wholeSum(values)).toBe(hole < 0 ? values.reduce<number>((sum, value) => sum + (value ?? 0), 0) : null);
      }),
    );
  });
});

describe('profiles', () => {
  it('share out the whole target, whatever the baseline', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50_000 }),
        fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 4, maxLength: 12 }),
        (target, lastYear) => {
          expect(linearProfile(target, lastYear.length).at(-1)).toBeCloseTo(target, 8);
          expect(lastYearShareProfile(target, lastYear).at(-1)).toBeCloseTo(target, 8);
        },
      ),
    );
  });

  it('are not known without a target, without a whole last year, or when last year had none', () => {
    expect(linearProfile(null, 2)).toEqual([null, null]);
    expect(lastYearShareProfile(100, [5, null, 5])).toEqual([null, null, null]);
    expect(lastYearShareProfile(100, [0, 0])).toEqual([null, null]);
  });
});

describe('changes in percent', () => {
  it('are not given on a base under 10, nor where either count is not known', () => {
    expect(percentChange(3, 6)).toBeNull();
    expect(percentChange(9, 18)).toBeNull();
    expect(percentChange(10, 20)).toBeCloseTo(100, 12);
    expect(percentChange(10, 20, 20)).toBeNull();
    expect(percentChange(100, null)).toBeNull();
    expect(percentChange(null, 100)).toBeNull();
    expect(percentChange(50, 0)).toBe(-100);
    expect(relativeChange(6.9, 6.5)).toBeCloseTo(-5.7971, 4);
    expect(relativeChange(0, 1)).toBeNull();
  });
});

describe('a measure table', () => {
  it('stops its running total and its status at a missing month, keeps later months, and says so', () => {
    const measure = measureOf('asb');
    const table = makeMeasureTable({ ...tableInput('asb'), thisYear: heldFrom(measure, YEAR, [864, null, 769]) });
    expect(table.periods.map((row) => row.cumulative).slice(0, 4)).toEqual([864, null, null, null]);
    expect(table.periods[2]?.actual).toBe(769);
    expect(table.dataTo).toBe('2015-06');
    expect(table.status).toMatchObject({ actual: 864, target: 10064 / 12 });
    expect(table.notes).toContain('May 2015 is not known, so the running total stops at April 2015 for 2015/16.');
  });

  it('keeps «<5» as what the source said and never as a number', () => {
    const input = tableInput('da-referrals');
    const [first, ...rest] = input.thisYear;
    if (first === undefined) throw new Error('no first quarter');
    const table = makeMeasureTable({ ...input, thisYear: [{ ...first, value: null, symbol: '<5' }, ...rest] });
    expect(table.periods[0]).toMatchObject({ actual: null, symbol: '<5', cumulative: null });
    expect(table.status.tier).toBe('not-yet-known');
    expect(table.sentence).toBe('No figures for 2015/16 yet.');
  });

  it('gives no second profile, tier or disagreement when last year is incomplete', () => {
    const measure = measureOf('asb');
    const table = makeMeasureTable({ ...tableInput('asb'), lastYear: heldFrom(measure, LAST_YEAR, [808, 882, 1023]) });
    expect(table.periods.every((row) => row.targetLastYearShare === null)).toBe(true);
    expect(table.statusLastYearShare).toMatchObject({ tier: 'not-yet-known', against: 'last-year-share' });
    expect(table.disagreement).toBeNull();
    expect(table.status.tier).toBe('some-concerns');
    expect(table.sentence).toContain('186 fewer than last year');
  });

  it('judges by last year’s share where the measure says so', () => {
    const measure = { ...measureOf('asb'), profile: 'last-year-share' as const };
    const table = makeMeasureTable({ ...tableInput('asb'), measure });
    expect(table.status).toEqual(table.statusLastYearShare);
    expect(table.sentence).toContain('7% under the profile of 2,713');
  });

  it('adds up whatever is held, and its change is unknown wherever a side is', () => {
    fc.assert(
      fc.property(fc.array(maybe, { maxLength: 12 }), fc.array(maybe, { maxLength: 12 }), (now, before) => {
        const measure = measureOf('asb');
        const table = makeMeasureTable({
          ...tableInput('asb'),
          thisYear: heldFrom(measure, YEAR, now),
          lastYear: heldFrom(measure, LAST_YEAR, before),
        });
        expect(table.periods.map((row) => row.actual)).toEqual(table.periods.map((_, index) => now[index] ?? null));
        for (const row of table.periods) {
          if (row.cumulative === null || row.lastYearCumulative === null)
            expect(row.cumulativeChangePercent).toBeNull();
          if (row.actual === null || row.lastYear === null) expect(row.changePercent).toBeNull();
        }
      }),
    );
  });
});
