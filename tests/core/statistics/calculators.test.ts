import { describe, expect, it } from 'vitest';
import {
  changeCalculator,
  proportionCalculator,
  rateCalculator,
  ruleSetNames,
  spcCalculator,
} from '../../../src/core/statistics/calculators.ts';

describe('the calculators of the command line', () => {
  it('give a rate with its limits, exact below 10', () => {
    const answer = rateCalculator({ count: 8, population: 1000 });
    expect(answer).toMatchObject({ rate: 8, confidence: 95, method: 'exact', per: 1000 });
    // ½ χ²(0.025; 16) = 3.4538 and ½ χ²(0.975; 18) = 15.7632
    expect('lower' in answer && [answer.lower.toFixed(4), answer.upper.toFixed(4)]).toEqual(['3.4538', '15.7632']);
    expect(rateCalculator({ count: 20, population: 100, per: 100, confidence: 99.8 })).toMatchObject({
      method: 'Byar',
      rate: 20,
    });
  });

  it('give a proportion with Wilson’s limits', () => {
    const answer = proportionCalculator({ count: 60, of: 80 });
    expect(answer).toMatchObject({ proportion: 0.75, method: 'Wilson' });
    // (123.8415 ∓ 1.9600 × 7.9901) ÷ 167.6829
    expect('lower' in answer && [answer.lower.toFixed(4), answer.upper.toFixed(4)]).toEqual(['0.6452', '0.8319']);
  });

  it('give a change with ratio, p and words, and no percentage on a small base', () => {
    const answer = changeCalculator({ before: 629, after: 525 });
    expect(answer).toMatchObject({ difference: -104, says: 'from 629 to 525 (−16.5%): strong evidence of a fall' });
    expect('p' in answer && answer.p.toFixed(4)).toBe('0.0024');
    expect('p' in answer && answer.percent?.toFixed(4)).toBe('-16.5342');
    expect(changeCalculator({ before: 3, after: 6 })).toMatchObject({ percent: null, ratio: 2 });
    expect(changeCalculator({ before: 0, after: 6 })).toMatchObject({ percent: null, ratio: null, ratioUpper: null });
  });

  it('give a process chart by a named rule set, with every special cause of a point', () => {
    const answer = spcCalculator({ values: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], rules: 'mdc-7' });
    expect(answer).toMatchObject({ mean: 5.5, trial: true, rules: 'mdc-7' });
    expect('points' in answer && answer.points[0]?.flags).toEqual(['below-limit', 'rising-trend']);
    expect('points' in answer && answer.points[4]?.flags).toEqual(['rising-trend']);
    expect(spcCalculator({ values: [5, 5, 5] })).toMatchObject({ mean: 5, lower: 5, upper: 5 });
  });

  it('say plainly what cannot be worked out', () => {
    const refusals = [
      rateCalculator({ count: -1, population: 10 }),
      rateCalculator({ count: 1, population: 0 }),
      rateCalculator({ count: 1, population: 10, per: 0 }),
      rateCalculator({ count: 1, population: 10, confidence: 100 }),
      proportionCalculator({ count: 9, of: 8 }),
      proportionCalculator({ count: 0, of: 0 }),
      proportionCalculator({ count: 1, of: 2, confidence: 0 }),
      changeCalculator({ before: 1.5, after: 2 }),
      changeCalculator({ before: 1, after: 2, confidence: 101 }),
      spcCalculator({ values: [1, 2], rules: 'none' }),
      spcCalculator({ values: [1] }),
      spcCalculator({ values: [1, NaN] }),
    ];
    for (const refusal of refusals)
      expect(refusal).toMatchObject({ cannot: true, says: expect.stringMatching(/\.$/) as string });
    expect(refusals[9]).toMatchObject({
      says: `There is no rule set of that name. There are: ${ruleSetNames().join(', ')}.`,
    });
  });
});
