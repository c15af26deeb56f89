import fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { makeComparisonView, type ComparisonInput } from '../../../src/core/performance/make-comparison-view.ts';
import { monthOf } from '../../../src/core/time/month.ts';

const area = (name: string, count: number | null, population: number | null, own = false) => ({
  name,
  own,
  count,
  population,
  printedRate: null,
});

const input: ComparisonInput = {
  measure: 'all-crime',
  measureName: 'All crime',
  period: { from: monthOf(2015, 4), to: monthOf(2015, 6) },
  areas: [area('Plymouth', 180, 10_000, true), area('B', 200, 10_000), area('C', 220, 10_000), area('D', 400, 40_000)],
  source: 'iQuanta',
  provisional: true,
  illustrative: true,
  populationYear: 'mid-2014',
  notes: [],
};

describe('a comparison with the group', () => {
  it('sorts from the highest rate, ranks from the lowest, and gives both averages', () => {
    const view = makeComparisonView(input);
    expect(view.areas.map((one) => one.name)).toEqual(['C', 'B', 'Plymouth', 'D']);
    expect(view.averageUnweighted).toBeCloseTo((18 + 20 + 22 + 10) / 4, 12);
    expect(view.averagePooled).toBeCloseTo((1000 / 70_000) * 1000, 12);
    expect([view.rank, view.of]).toEqual([2, 4]);
    expect(view.distancePercent).toBeCloseTo((18 / 17.5 - 1) * 100, 12);
    // sample standard deviation of 18, 20, 22, 10: √(83 / 3)
    expect(view.limits?.lower).toBeCloseTo(17.5 - Math.sqrt(83 / 3), 12);
    expect(view.limits?.upper).toBeCloseTo(17.5 + Math.sqrt(83 / 3), 12);
    expect(view.verdict).toBe('inline');
    expect(view.periodInWords).toBe('1 April to 30 June 2015');
    expect(view.sentence).toBe('Plymouth is 2nd of 4 (1st is lowest), 3% above the average: in line.');
    expect(view.notes[0]).toContain('sample standard deviation');
  });

  it('says above or below outside the limits', () => {
    const areas = (own: number) => [
      area('Own', own, 1000, true),
      ...[20, 21, 20, 21].map((n, i) => area(String(i), n, 1000)),
    ];
    expect(makeComparisonView({ ...input, areas: areas(40) }).verdict).toBe('above');
    expect(makeComparisonView({ ...input, areas: areas(2) }).verdict).toBe('below');
  });

  it('leaves an area without a rate out of averages, rank and limits, and says so', () => {
    const view = makeComparisonView({ ...input, areas: [...input.areas, area('E', null, 5000)] });
    expect(view.of).toBe(4);
    expect(view.areas.at(-1)).toMatchObject({ name: 'E', ratePerThousand: null });
    expect(view.averageUnweighted).toBeCloseTo(17.5, 12);
    expect(view.notes).toContain('No rate for E: left out of the averages and the ranking.');
  });

  it('uses a printed rate where there is no count, and then has no pooled average', () => {
    const areas = [...input.areas, { ...area('E', null, null), printedRate: 17.5 }];
    const view = makeComparisonView({ ...input, areas });
    expect(view.averageUnweighted).toBeCloseTo(17.5, 12);
    expect(view.averagePooled).toBeNull();
  });

  it('has no rank, distance or verdict without an own area, and no limits under three areas', () => {
    const others = makeComparisonView({ ...input, areas: input.areas.slice(1) });
    expect([others.rank, others.distancePercent, others.verdict]).toEqual([null, null, null]);
    expect(makeComparisonView({ ...input, areas: input.areas.slice(0, 2) }).limits).toBeNull();
    const none = makeComparisonView({ ...input, areas: [] });
    expect([none.averageUnweighted, none.averagePooled, none.of]).toEqual([null, null, 0]);
  });

  it('never changes an area’s own rate when another area joins', () => {
    const anArea = fc.record({ count: fc.nat(9000), population: fc.integer({ min: 1, max: 500_000 }) });
    fc.assert(
      fc.property(fc.array(anArea, { maxLength: 15 }), anArea, (group, newcomer) => {
        const areas = group.map((one, index) => area(String(index), one.count, one.population, index === 0));
        const before = makeComparisonView({ ...input, areas });
        const after = makeComparisonView({
          ...input,
          areas: [...areas, area('new', newcomer.count, newcomer.population)],
        });
        for (const one of before.areas) expect(after.areas).toContainEqual(one);
      }),
    );
  });

  it('pools to the same rate in whatever order the areas come', () => {
    const anArea = fc.tuple(fc.nat(9000), fc.integer({ min: 1, max: 500_000 }));
    fc.assert(
      fc.property(fc.array(anArea, { minLength: 1, maxLength: 15 }), (group) => {
        const areas = group.map(([n, people], index) => area(String(index), n, people));
        const [one, other] = [areas, areas.toReversed()].map((order) => makeComparisonView({ ...input, areas: order }));
        expect(one?.averagePooled).toBe(other?.averagePooled);
      }),
    );
  });

  it.skipIf(!existsSync('../shared/oracle'))('gives the 15-area example its two averages and its ranks', () => {
    const rows = readFileSync('../shared/oracle/msg_synthetic_phe_rate.csv', 'utf8').trim().split('\n');
    const header = (rows[0] ?? '').replaceAll('"', '').split(',');
    const cells = rows
      .slice(1)
      .map((row) => (row.match(/("[^"]*"|[^,]*)(,|$)/g) ?? []).map((c) => c.replace(/,$/, '').replaceAll('"', '')));
    const of = (row: readonly string[], name: string) => row[header.indexOf(name)] ?? '';
    for (const dataset of new Set(cells.map((row) => of(row, 'dataset')))) {
      const group = cells.filter((row) => of(row, 'dataset') === dataset);
      const view = makeComparisonView({
        ...input,
        areas: group.map((row, index) =>
          area(of(row, 'area'), Number(of(row, 'count')), Number(of(row, 'pop')), index === 0),
        ),
      });
      expect(view.averagePooled).toBeCloseTo(Number(of(group[0] ?? [], 'pooled_group_rate')), 9);
      expect(view.averageUnweighted).toBeCloseTo(Number(of(group[0] ?? [], 'unweighted_mean_rate')), 9);
      expect(view.rank).toBe(group.length + 1 - Number(of(group[0] ?? [], 'rank_high1')));
    }
  });
});
