import { describe, expect, it } from 'vitest';
import { sayNumber, sayPercent } from '../../../src/core/performance/say-number.ts';

describe('a number in the paper', () => {
  it.each([
    [38.65, 1, '38.7'],
    [(77.3 / 12) * 6, 1, '38.7'],
    [155.25, 1, '155.3'],
    [2.675, 2, '2.68'],
    [-0.25, 1, '−0.3'],
    [-0.04, 1, '0.0'],
    [2516, 0, '2,516'],
    [0.5, 0, '1'],
    [1e-9, 1, '0.0'],
    [1234567.891, 2, '1,234,567.89'],
  ])('%d is written with %d decimals as Excel shows it: %s', (value, decimals, written) => {
    expect(sayNumber(value, decimals)).toBe(written);
  });

  it('is a percentage of one decimal below one, and whole from there on', () => {
    expect([0.4372, 0.04, 0.35, 21.23].map(sayPercent)).toEqual(['0.4%', 'under 0.1%', '0.4%', '21%']);
  });
});
