import { describe, expect, it } from 'vitest';
import { column, julyTable } from './july-2015.ts';

/*
 * One test a table of the report (B to H; A, the gap, is in gap.test.ts). Printed figures where the paper is right; where
 * it is wrong, the recomputed value, with what the paper prints in the comment.
 */
describe('the tables of the July 2015 report', () => {
  it('B, all crime: 4,799 at June against 4,786, up 0.3%, and nothing after June', () => {
    const table = julyTable('all-crime');
    expect(column(table, 'lastYearCumulative')).toEqual([
      1612, 3158, 4786, 6369, 7876, 9425, 10991, 12545, 14163, 15649, 17142, 18822,
    ]);
    expect(column(table, 'cumulative')).toEqual([1662, 3368, 4799]); // printed: 4799 nine times more
    expect(column(table, 'cumulativeChangePercent')).toEqual([3, 7, 0]);
    expect(column(table, 'changePercent', 4)).toEqual([3.1017, 10.3493, -12.1007]); // not printed
    expect(table.previousYears.map(({ year, value }) => [year, value])).toEqual([
      ['2012/13', 18713],
      ['2013/14', 18953],
      ['2014/15', 18822],
    ]);
    expect(table.status.tier).toBe('monitoring-only');
    expect(table.sentence).toBe(
      '4,799 crimes in quarter one, 13 more than last year; could easily be chance; monitored, no target of its own.',
    );
    expect(table.notes).toEqual([]);
  });

  it('C, domestic abuse: 1,632 is 0.9% short of 1,647, some concerns', () => {
    const table = julyTable('domestic-abuse');
    expect(column(table, 'actual')).toEqual([556, 572, 504]);
    expect(column(table, 'targetLinear')).toEqual([
      549, 1098, 1647, 2196, 2745, 3294, 3843, 4392, 4941, 5490, 6039, 6588,
    ]);
    expect(column(table, 'lastYearCumulative')).toEqual([
      542, 1114, 1739, 2401, 2965, 3493, 4012, 4556, 5143, 5623, 6111, 6587,
    ]);
    expect(column(table, 'cumulative')).toEqual([556, 1128, 1632]);
    expect(column(table, 'cumulativeChangePercent')).toEqual([3, 1, -6]); // printed as «in Actuals», and −100% after June
    expect(column(table, 'changePercent', 2)).toEqual([2.58, 0, -19.36]);
    expect(table.status).toMatchObject({ tier: 'some-concerns', against: 'linear', actual: 1632, target: 1647 });
    expect(table.status.shortfallPercent).toBeCloseTo(0.9107, 4);
    expect(table.statusLastYearShare.shortfallPercent).toBeCloseTo(6.1672, 4);
    expect(table.statusLastYearShare.tier).toBe('some-concerns');
    expect(table.disagreement).toBeNull();
    expect(table.targetWords).toBe('record more than 6,587');
  });

  it('D, referrals: 525 is 104 fewer, 21.2% short of 666.5, significant concern', () => {
    const table = julyTable('da-referrals');
    expect(column(table, 'lastYearCumulative')).toEqual([629, 1356, 2116, 2665]);
    expect(column(table, 'targetLinear', 1)).toEqual([666.5, 1333, 1999.5, 2666]); // printed: 667, 1334, 2001, 2666
    expect(column(table, 'cumulativeChangePercent', 4)).toEqual([-16.5342]); // printed: −104, a number
    expect(table.periods.map((row) => row.period)).toEqual(['2015-16 Q1', '2015-16 Q2', '2015-16 Q3', '2015-16 Q4']);
    expect(table.status).toMatchObject({ tier: 'significant-concern', actual: 525, target: 666.5 });
    expect(table.status.shortfallPercent).toBeCloseTo(21.2303, 4);
    expect(table.statusLastYearShare.shortfallPercent).toBeCloseTo(16.5655, 4);
    expect(table.dataTo).toBe('2015-16 Q1');
    expect(table.sentence).toBe(
      '525 referrals in quarter one, 104 fewer than last year; strong evidence of a fall; 21% short of the profile of 667.',
    );
    expect(table.previousYears).toEqual([{ year: '2014/15', value: 2665, basis: 'summed' }]);
  });

  it('E, DASH training: 58 is 16% above 50, generally satisfied', () => {
    const table = julyTable('dash-training');
    expect(column(table, 'lastYearCumulative')).toEqual([15, 30, 45, 58]); // printed: 15 and three blanks
    expect(column(table, 'targetLinear')).toEqual([50, 100, 150, 200]);
    expect(column(table, 'changePercent', 4)).toEqual([286.6667]); // printed: 43, a number
    expect(table.notes).toEqual([
      'Last year is in question: the quarters of 2014/15 sum to 58, which is also April to June 2015. ' +
        'Its changes say nothing until the source has been asked.',
    ]);
    expect(table.sentence).toBe(
      '58 professionals trained in quarter one, not compared with last year, whose figures are in question; ' +
        '16% above the profile of 50.',
    );
    expect(table.status).toMatchObject({ tier: 'generally-satisfied', shortfallPercent: -16 });
    expect(table.statusLastYearShare.shortfallPercent).toBeCloseTo(-12.1334, 3);
  });

  it('F, anti-social behaviour: over the linear profile, under last year’s share, and says so', () => {
    const table = julyTable('asb');
    expect(column(table, 'lastYearCumulative')).toEqual([
      808, 1690, 2713, 3769, 4684, 5666, 6516, 7271, 7953, 8592, 9234, 10065,
    ]);
    expect(column(table, 'cumulative')).toEqual([864, 1758, 2527]);
    expect(column(table, 'cumulativeChangePercent')).toEqual([7, 4, -7]);
    expect(column(table, 'changePercent', 2)).toEqual([6.93, 1.36, -24.83]);
    // printed in steps of 838: 838, 1676, 2514, …
    expect(column(table, 'targetLinear', 1)).toEqual([
      838.7, 1677.3, 2516, 3354.7, 4193.3, 5032, 5870.7, 6709.3, 7548, 8386.7, 9225.3, 10064,
    ]);
    expect(column(table, 'targetLastYearShare', 1)).toEqual([
      807.9, 1689.8, 2712.7, 3768.6, 4683.5, 5665.4, 6515.4, 7270.3, 7952.2, 8591.1, 9233.1, 10064,
    ]);
    expect(table.status).toMatchObject({ tier: 'some-concerns', against: 'linear' }); // printed: generally satisfied
    expect(table.status.shortfallPercent).toBeCloseTo(0.4372, 4);
    expect(table.statusLastYearShare.tier).toBe('generally-satisfied');
    expect(table.statusLastYearShare.shortfallPercent).toBeCloseTo(-6.8466, 4);
    expect(table.disagreement).toBe(
      'The two profiles disagree at June 2015: 2,527 is over 2,516 by the linear profile (some concerns) ' +
        'and under 2,712.7 by last year’s share (generally satisfied).',
    );
    expect(table.previousYears.at(-1)).toEqual({ year: '2014/15', value: 10299, basis: 'printed' });
    expect(table.notes).toEqual([
      'The printed total for 2014/15 is 10,299; its months sum to 10,065 (printed 234 more).',
    ]);
  });

  it('G, hate incidents: 174 is 12% above the linear 155.25, generally satisfied', () => {
    const table = julyTable('hate');
    expect(column(table, 'lastYearCumulative')).toEqual([55, 109, 152, 208, 247, 292, 354, 408, 456, 504, 551, 617]);
    expect(column(table, 'cumulative')).toEqual([58, 122, 174]);
    // printed in uneven steps: 53, 105, 157, …
    expect(column(table, 'targetLinear', 2)).toEqual([
      51.75, 103.5, 155.25, 207, 258.75, 310.5, 362.25, 414, 465.75, 517.5, 569.25, 621,
    ]);
    expect(column(table, 'cumulativeChangePercent', 2)).toEqual([5.45, 11.93, 14.47]); // no row printed
    expect(column(table, 'changePercent', 2)).toEqual([5.45, 18.52, 20.93]);
    expect(table.status.tier).toBe('generally-satisfied');
    expect(table.status.shortfallPercent).toBeCloseTo(-12.0773, 4);
  });

  it('H, serious acquisitive crime: 391 against 334 to May, June not known, monitored only', () => {
    const table = julyTable('serious-acquisitive-crime');
    expect(column(table, 'lastYearCumulative')).toEqual([
      179, 334, 516, 655, 817, 1015, 1169, 1337, 1500, 1670, 1841, 2017,
    ]);
    expect(column(table, 'cumulative')).toEqual([196, 391]);
    expect(column(table, 'cumulativeChangePercent', 1)).toEqual([9.5, 17.1]);
    expect(column(table, 'changePercent', 2)).toEqual([9.5, 25.81]); // printed: 17.1, the cumulative
    expect(table.dataTo).toBe('2015-05');
    expect(table.status.tier).toBe('monitoring-only'); // printed: some concerns, without a measure
    expect(table.sentence).toContain('391 crimes from April to May 2015, 57 more than last year');
  });
});
