import { describe, expect, it } from 'vitest';
import { boardMeasures } from '../../../src/core/measure/board-measures.ts';

describe('the measures of the July 2015 report', () => {
  it('are the Board’s eight, each with its own target for 2015/16', () => {
    expect(
      boardMeasures.slice(0, 8).map(({ id, direction, targets }) => [id, direction, targets[0]?.annual ?? null]),
    ).toEqual([
      ['gap', 'less-is-better', 77.3],
      ['all-crime', 'less-is-better', null],
      ['domestic-abuse', 'more-is-better', 6588],
      ['da-referrals', 'more-is-better', 2666],
      ['dash-training', 'more-is-better', 200],
      ['asb', 'less-is-better', 10064],
      ['hate', 'more-is-better', 621],
      ['serious-acquisitive-crime', 'monitor', null],
    ]);
  });

  it('are followed by those the report says will come: the licence cohort, victims supported, the star, two satisfactions', () => {
    expect(boardMeasures.slice(8).map(({ id, kind, targets }) => [id, kind, targets[0]?.annual ?? null])).toEqual([
      ['crc-licence-cohort', 'cohort', 75],
      ['asb-victims-supported', 'count', null],
      ['asb-outcome-star', 'distance-travelled', null],
      ['asb-satisfaction', 'percentage', null],
      ['hate-satisfaction', 'percentage', null],
    ]);
  });

  it('all allow 15% and say who owns them, where they come from and from which datasets', () => {
    for (const measure of boardMeasures) {
      expect(measure.tolerancePercent).toBe(15);
      expect([measure.name, measure.shortName, measure.definition, measure.owner, measure.source]).not.toContain('');
      expect(measure.datasets.length).toBeGreaterThan(0);
    }
    expect(boardMeasures.find((measure) => measure.id === 'all-crime')?.datasets).toEqual([
      'recorded-crime',
      'measure-sheet',
    ]);
  });
});
