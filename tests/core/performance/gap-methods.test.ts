import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BOARD_GAP,
  fewerToReach,
  gapOf,
  partsOfGap,
  partsOfGapChange,
  priorityAreas,
  worstAreas,
} from '../../../src/core/performance/gap-methods.ts';

const areas = [
  { name: 'A', count: 40, residents: 1000 },
  { name: 'B', count: 90, residents: 3000 },
  { name: 'C', count: 60, residents: 6000 },
];

describe('ways of measuring the gap', () => {
  it('name the areas, or take the worst of a baseline or of the period itself', () => {
    const period = areas.map((area) => (area.name === 'C' ? { ...area, count: 600 } : area));
    expect(priorityAreas({ by: 'named', names: ['C'] }, areas, period)).toEqual(['C']);
    expect(priorityAreas({ by: 'worst-in-baseline', count: 2 }, areas, period)).toEqual(['A', 'B']);
    expect(priorityAreas({ by: 'worst-in-period', count: 2 }, areas, period)).toEqual(['C', 'A']);
    expect(worstAreas([...areas, { name: 'D', count: null, residents: 5 }], 9)).toEqual(['A', 'B', 'C']);
  });

  it('pool or average rates, with the city’s own ten or without', () => {
    expect(gapOf(areas, ['A', 'B'], 10)).toEqual({ priorityRate: 32.5, cityRate: 20, gap: 12.5 });
    expect(gapOf(areas, ['A', 'B'], 10, { ...BOARD_GAP, priority: 'mean-of-rates' }).priorityRate).toBe(35);
    expect(gapOf(areas, ['A', 'B'], 0, { ...BOARD_GAP, city: 'without-priority' }).cityRate).toBe(10);
  });

  it('are not known where an area or its figures are not', () => {
    expect(gapOf(areas, ['A', 'nowhere'], 0).gap).toBeNull();
    expect(gapOf([{ name: 'A', count: null, residents: 10 }], ['A'], 0).gap).toBeNull();
    expect(gapOf(areas, [], 0).gap).toBeNull();
  });

  it('split into parts that add up to the gap, and to its change', () => {
    const area = fc.record({ count: fc.nat(900), residents: fc.integer({ min: 1, max: 9000 }) });
    fc.assert(
      fc.property(fc.array(fc.tuple(area, area), { minLength: 2, maxLength: 8 }), fc.nat(50), (pairs, unplaced) => {
        const before = pairs.map(([one], index) => ({ name: String(index), ...one }));
        const after = pairs.map(([one, other], index) => ({ name: String(index), ...other, residents: one.residents }));
        const priority = ['0', '1'];
        const sum = (parts: readonly { part: number | null }[]) =>
          parts.reduce((total, { part }) => total + (part ?? NaN), 0);
        const [was, is] = [gapOf(before, priority, unplaced).gap ?? NaN, gapOf(after, priority, unplaced).gap ?? NaN];
        expect(sum(partsOfGap(before, priority, unplaced))).toBeCloseTo(was, 6);
        expect(sum(partsOfGapChange(before, after, priority, { before: unplaced, after: unplaced }))).toBeCloseTo(
          is - was,
          6,
        );
      }),
    );
  });

  it('count how many fewer would reach a rate', () => {
    expect(fewerToReach({ count: 90, residents: 3000 }, 20)).toBe(30);
    expect(fewerToReach({ count: 30, residents: 3000 }, 20)).toBe(-30);
    expect(fewerToReach({ count: null, residents: 3000 }, 20)).toBeNull();
  });
});
