import fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { MonthByArea } from '../../../src/core/performance/gap.ts';
import { gapToDate, ratePerThousand, sharesOfGap } from '../../../src/core/performance/gap.ts';
import { makeGapView, type GapViewInput } from '../../../src/core/performance/make-gap-view.ts';
import { monthsOf } from '../../../src/core/time/financial-year.ts';
import { LAST_YEAR, measureOf, YEAR } from './july-2015.ts';

/** City total, total of the ten and crimes without a neighbourhood, April 2014 to June 2015. */
const MONTHS = [
  [1612, 920, 21],
  [1546, 881, 20],
  [1628, 868, 21],
  [1583, 905, 21],
  [1507, 835, 20],
  [1549, 896, 20],
  [1566, 879, 20],
  [1554, 869, 20],
  [1618, 872, 21],
  [1486, 809, 19],
  [1493, 853, 19],
  [1680, 931, 22],
  [1662, 905, 22],
  [1706, 889, 22],
  [1431, 766, 19],
] as const;

const months = [...monthsOf(LAST_YEAR), ...monthsOf(YEAR)];
const held: MonthByArea[] = MONTHS.map(([all, priority, unplaced], index) => ({
  month: months[index] ?? '',
  byArea: new Map([
    ['The ten', priority],
    ['Elsewhere', all - priority - unplaced],
  ]),
  unplaced,
}));

const input: GapViewInput = {
  measure: measureOf('gap'),
  year: YEAR,
  priority: ['The ten'],
  populations: [
    { name: 'The ten', residents: 70416 },
    { name: 'Elsewhere', residents: 191130 },
  ],
  cityPopulation: null,
  populationYear: 'mid-2014',
  thisYear: held.slice(12),
  lastYear: held.slice(0, 12),
  illustrative: false,
  notes: [],
};

const oneDecimal = (values: readonly (number | null)[]) =>
  values.map((value) => (value === null ? null : Number(value.toFixed(1))));

describe('table A, the gap', () => {
  const view = makeGapView(input);

  it('prints 6.9 to 77.4 for 2014/15 and 6.5, 12.6, 18.0 for 2015/16', () => {
    expect(oneDecimal(view.periods.map((row) => row.lastYearGap))).toEqual([
      6.9, 13.5, 19.6, 26.4, 32.5, 39.3, 45.8, 52.2, 58.4, 64.2, 70.6, 77.4,
    ]);
    expect(oneDecimal(view.periods.map((row) => row.gap)).slice(0, 3)).toEqual([6.5, 12.6, 18]);
    expect(view.periods.slice(3).every((row) => row.gap === null && row.cityCount === null)).toBe(true);
  });

  it('is under both profiles at June, 7% under 19.325', () => {
    // printed: 6.44, 12.88, 19.32, 25.76, … in truncated steps
    expect(view.periods.map((row) => Number(row.targetLinear?.toFixed(4))).slice(0, 4)).toEqual([
      6.4417, 12.8833, 19.325, 25.7667,
    ]);
    expect(view.periods.at(-1)?.targetLastYearShare).toBeCloseTo(77.3, 9);
    expect(view.status).toMatchObject({ tier: 'generally-satisfied', against: 'linear', target: 19.325 });
    expect(view.statusLastYearShare.tier).toBe('generally-satisfied');
    expect(view.disagreement).toBeNull();
    expect(view.sentence).toBe(
      'The gap stood at 18.0 per 1,000 residents at the end of June 2015, 1.6 narrower than last year; ' +
        '7% under the profile of 19.3.',
    );
  });

  it('counts crimes without a neighbourhood for the city only, and says so', () => {
    expect(view.periods[2]).toMatchObject({ cityCount: 4799, priorityCount: 2560 });
    expect(view.cityPopulation).toBe(261546);
    expect(view.notes).toEqual(['63 crimes this year have no neighbourhood: they count for the city only.']);
  });

  it('lists neighbourhoods from the worst rate, the named ones with their share', () => {
    expect(view.neighbourhoods.map(({ name, rank, count, priority }) => ({ name, rank, count, priority }))).toEqual([
      { name: 'The ten', rank: 1, count: 2560, priority: true },
      { name: 'Elsewhere', rank: 2, count: 2176, priority: false },
    ]);
    expect(view.neighbourhoods.map((area) => area.shareOfGapPercent)).toEqual([100, null]);
  });

  it.skipIf(!existsSync('../shared/extracts/expected.json'))('uses the monthly counts of the extracts', () => {
    const expected = JSON.parse(readFileSync('../shared/extracts/expected.json', 'utf8')) as {
      months: Record<string, { all: number; priority: number; blank: number }>;
    };
    expect(Object.values(expected.months).map(({ all, priority, blank }) => [all, priority, blank])).toEqual(MONTHS);
  });

  it('has no gap without residents, and no figure at all without records', () => {
    const withoutResidents = makeGapView({ ...input, populations: [] });
    expect(withoutResidents.periods.every((row) => row.gap === null)).toBe(true);
    expect(withoutResidents.periods[0]?.cityCount).toBe(1662);
    expect(withoutResidents.status.tier).toBe('not-yet-known');
    const empty = makeGapView({ ...input, thisYear: [], lastYear: [] });
    expect(empty.dataTo).toBeNull();
    expect(empty.sentence).toBe('No gap for 2015/16 yet.');
    expect(empty.neighbourhoods.every((area) => area.count === null && area.ratePerThousand === null)).toBe(true);
  });
});

describe('what the gap promises', () => {
  const area = fc.record({ count: fc.nat(5000), residents: fc.integer({ min: 1, max: 20_000 }) });

  it('shares out the whole gap among the priority neighbourhoods', () => {
    fc.assert(
      fc.property(
        fc.array(area, { minLength: 1, maxLength: 12 }),
        fc.double({ min: 0, max: 5, noNaN: true }),
        (areas, rate) => {
          const shares = sharesOfGap(areas, rate);
          if (shares.every((share) => share === null)) return;
          expect(shares.reduce<number>((sum, share) => sum + (share ?? NaN), 0)).toBeCloseTo(100, 6);
        },
      ),
    );
  });

  it('stops at the first month that is not held and never takes it for nought', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), (present) => {
        const year = monthsOf(YEAR);
        const some = year
          .filter((_, index) => present[index])
          .map((month) => ({ month, byArea: new Map([['A', 5]]), unplaced: 1 }));
        const rows = gapToDate(year, some, ['A'], { city: 1000, priority: 100 });
        const known = present.indexOf(false) < 0 ? 12 : present.indexOf(false);
        expect(rows.map((row) => row.gap !== null)).toEqual(year.map((_, index) => index < known));
        rows.slice(0, known).forEach((row, index) => {
          expect(row.city).toBe(6 * (index + 1));
        });
      }),
    );
  });

  it('pools before dividing: the ten together have the rate of one area of their size', () => {
    fc.assert(
      fc.property(fc.array(area, { minLength: 1, maxLength: 10 }), (areas) => {
        const names = areas.map((_, index) => String(index));
        const month = {
          month: '2015-04',
          byArea: new Map(areas.map((one, index) => [String(index), one.count])),
          unplaced: 0,
        };
        const residents = areas.reduce((sum, one) => sum + one.residents, 0);
        const count = areas.reduce((sum, one) => sum + one.count, 0);
        const [row] = gapToDate(['2015-04'], [month], names, { city: residents, priority: residents });
        expect(row?.priorityRate).toBeCloseTo(ratePerThousand(count, residents) ?? NaN, 9);
        expect(row?.gap).toBeCloseTo(0, 9);
      }),
    );
  });
});
