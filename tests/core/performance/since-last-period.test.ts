import { expect, it } from 'vitest';
import { sinceLastPeriod } from '../../../src/core/performance/since-last-period.ts';
import type { Month } from '../../../src/core/time/month.ts';
import { onePeriod } from '../../../src/core/time/period.ts';

const counts = (...values: (number | null)[]) =>
  values.map((value, at) => ({ period: onePeriod(`2015-0${String(at + 4)}` as Month), value }));

it('compares the latest known month with the month before it, and says how sure it is', () => {
  expect(sinceLastPeriod(counts(864, 769, 894, null))).toMatchObject({
    period: 'June 2015',
    before: 'May 2015',
    difference: 125,
    evidence: 'strong',
    says: 'from 769 to 894 (+16.3%): strong evidence of a rise',
  });
});

it('sells no small change as a trend', () => {
  expect(sinceLastPeriod(counts(3, 6))).toMatchObject({ percent: null, evidence: 'chance' });
});

it('says nothing where the month before is not known, or the figures are no counts', () => {
  expect(sinceLastPeriod(counts(3, null, 6))).toBeNull();
  expect(sinceLastPeriod(counts(6))).toBeNull();
  expect(sinceLastPeriod(counts(6.5, 7.5))).toBeNull();
  expect(sinceLastPeriod([])).toBeNull();
});
