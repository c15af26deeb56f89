import { expect, it } from 'vitest';
import type { Month } from '../../../src/core/time/month.ts';
import { usualDay, usualLagDays } from '../../../src/core/time/usual-day.ts';

const came = (month: string, day: string) => ({ month: month as Month, day });

it('says the usual day from when the months before it came', () => {
  const arrivals = [came('2015-03', '2015-04-14'), came('2015-04', '2015-05-12'), came('2015-05', '2015-06-16')];
  expect(usualLagDays(arrivals)).toBe(14);
  expect(usualDay('2015-06' as Month, arrivals)).toBe('2015-07-14');
});

it('takes a month’s first arrival, not its corrections, and no history that was loaded at once', () => {
  const first = [came('2015-04', '2015-05-10'), came('2015-05', '2015-06-10')];
  const more = [came('2015-05', '2015-06-28'), came('2012-03', '2015-06-10'), came('2015-07', '2015-06-10')];
  expect(usualDay('2015-06' as Month, [...first, ...more])).toBe('2015-07-10');
});

it('does not guess from a single month', () => {
  expect(usualDay('2015-06' as Month, [came('2015-05', '2015-06-10')])).toBeNull();
  expect(usualDay('2015-06' as Month, [])).toBeNull();
});
