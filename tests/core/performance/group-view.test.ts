import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GROUP_DEFAULTS, makeGroupView, type AreaHeld } from '../../../src/core/performance/make-group-view.ts';
import { membershipChanges, makeGroupOverTime } from '../../../src/core/performance/group-over-time.ts';
import { notLikeForLike } from '../../../src/core/performance/like-for-like.ts';
import { groupFoot } from '../../../src/core/picture/group-picture.ts';
import { chainOfSpans } from '../../../src/core/time/chain-of-spans.ts';
import { addMonths, monthOf } from '../../../src/core/time/month.ts';
import type { GroupLimitsKind } from '../../../src/core/performance/group-limits.ts';

const period = (from: string, to: string) => ({
  from: monthOf(Number(from.slice(0, 4)), Number(from.slice(5))),
  to: monthOf(Number(to.slice(0, 4)), Number(to.slice(5))),
});
const area = fc.record({
  count: fc.integer({ min: 1, max: 5000 }),
  population: fc.integer({ min: 20_000, max: 400_000 }),
});
const areas = fc
  .array(area, { minLength: 3, maxLength: 20 })
  .map((all) =>
    all.map((one, at): AreaHeld => ({ ...one, name: `Area ${String(at)}`, own: at === 0, printedRate: null })),
  );
const kinds: readonly GroupLimitsKind[] = [
  'spread',
  'counting',
  'overdispersed-additive',
  'overdispersed-multiplicative',
];

const INPUT: Omit<Parameters<typeof makeGroupView>[0], 'areas'> = {
  measure: 'all-crime',
  measureName: 'All crime',
  direction: 'less-is-better',
  period: period('2015-04', '2015-06'),
  group: null,
  options: GROUP_DEFAULTS,
  source: 'test',
  provisional: false,
  illustrative: true,
  populationYear: null,
  notes: [],
};
const viewOf = (held: readonly AreaHeld[], options = {}) =>
  makeGroupView({ ...INPUT, areas: held, options: { ...GROUP_DEFAULTS, ...options } });

describe('a comparison', () => {
  it('has every rate within its own limits, and wider limits at 99.8%', () => {
    fc.assert(
      fc.property(areas, (held) => {
        for (const one of viewOf(held).areas) {
          const rate = one.ratePerThousand ?? NaN;
          expect(one.lower95).toBeLessThanOrEqual(rate);
          expect(one.upper95).toBeGreaterThanOrEqual(rate);
          expect(one.lower998).toBeLessThanOrEqual(one.lower95 ?? NaN);
          expect(one.upper998).toBeGreaterThanOrEqual(one.upper95 ?? NaN);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('never changes one area’s own rate and limits when another is added', () => {
    fc.assert(
      fc.property(areas, area, (held, added) => {
        const before = viewOf(held).areas.find((one) => one.own);
        const more: AreaHeld = { ...added, name: 'Added', own: false, printedRate: null };
        const after = viewOf([...held, more]).areas.find((one) => one.own);
        expect([after?.ratePerThousand, after?.lower95, after?.upper998]).toEqual([
          before?.ratePerThousand,
          before?.lower95,
          before?.upper998,
        ]);
      }),
      { numRuns: 40 },
    );
  });

  it('pools the same whatever the order of the areas', () => {
    fc.assert(
      fc.property(areas, (held) => {
        expect(viewOf([...held].reverse()).averagePooled).toBeCloseTo(viewOf(held).averagePooled ?? NaN, 9);
      }),
      { numRuns: 40 },
    );
  });

  it('brings an area to the average by taking away just as many as it says', () => {
    fc.assert(
      fc.property(areas, fc.constantFrom('unweighted', 'pooled'), (held, average) => {
        const view = viewOf(held, { average });
        const own = view.areas.find((one) => one.own);
        const left = (own?.count ?? NaN) - (view.fewerToAverage ?? NaN);
        expect((left / (own?.population ?? NaN)) * 1000).toBeCloseTo(view.averageUsed ?? NaN, 6);
      }),
      { numRuns: 40 },
    );
  });

  it('leaves an unknown area unknown: no rate, no rank, no verdict, not nought', () => {
    const held: AreaHeld[] = [
      { name: 'Plymouth', own: true, count: null, population: 260_000, printedRate: null },
      { name: 'Derby', own: false, count: 900, population: 250_000, printedRate: null },
      { name: 'Hull', own: false, count: 1200, population: 260_000, printedRate: null },
      { name: 'Swindon', own: false, count: 0, population: 215_000, printedRate: null },
    ];
    for (const limits of kinds) {
      const view = viewOf(held, { limits });
      expect(view.areas.at(-1)).toMatchObject({ name: 'Plymouth', ratePerThousand: null, rank: null, verdict: null });
      expect(view.of).toBe(3);
      expect(view.areas.find(({ name }) => name === 'Swindon')?.ratePerThousand).toBe(0);
      expect(view.fewerToAverage).toBeNull();
    }
  });

  it('says when a picture crosses a change of its members', () => {
    const group = { name: 'MSG', kind: 'partnership' as const, validTo: null, source: '', members: 15, example: false };
    const at = (from: string, to: string, validFrom: string) => ({
      ...viewOf([]),
      from,
      to,
      group: { ...group, validFrom },
    });
    const views = [at('2014-04', '2014-06', '2010-04'), at('2015-04', '2015-06', '2014-10')];
    expect(membershipChanges(views)).toEqual([
      'The group «MSG» changed in October 2014: ranks and averages before and after are of different areas.',
    ]);
    expect(makeGroupOverTime(views)?.warnings).toHaveLength(1);
    const inside = makeGroupView({ ...INPUT, areas: [], group: { ...group, validFrom: '2015-05' } });
    const says = '«MSG» was made in May 2015, inside these months: this chart crosses a membership change.';
    expect(inside.notes).toContain(says);
    expect(groupFoot(inside)[0]).toBe(says);
  });
});

describe('two pictures', () => {
  it('are like for like over the same months of two years, or over whole years', () => {
    expect(notLikeForLike(period('2014-04', '2014-06'), period('2015-04', '2015-06'))).toBeNull();
    expect(notLikeForLike(period('2014-01', '2014-12'), period('2014-04', '2015-03'))).toBeNull();
  });

  it('are not when the quarters differ, as in the paper of July 2015, or the lengths', () => {
    expect(notLikeForLike(period('2015-01', '2015-03'), period('2015-04', '2015-06'))).toBe(
      'January to March 2015 and April to June 2015 are different months of the year, so season may look like change. Like for like: April to June 2014.',
    );
    expect(notLikeForLike(period('2014-04', '2014-06'), period('2015-04', '2015-04'))).toMatch(
      /one covers more months/,
    );
  });
});

describe('spans end to end', () => {
  it('cover a period without a hole or an overlap, or there are none', () => {
    const start = monthOf(2014, 4);
    const span = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 11 }));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 30 }), (drawn) => {
        const held = drawn.map(([at, length]) => ({ from: addMonths(start, at), to: addMonths(start, at + length) }));
        const wanted = { from: start, to: addMonths(start, 11) };
        const chain = chainOfSpans(wanted, held);
        if (chain === null) return;
        expect(chain[0]?.from).toBe(wanted.from);
        expect(chain.at(-1)?.to).toBe(wanted.to);
        chain.slice(1).forEach((one, at) => {
          expect(one.from).toBe(addMonths(chain[at]?.to ?? start, 1));
        });
      }),
    );
  });
});
