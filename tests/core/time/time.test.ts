import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  financialYearFrom,
  financialYearOf,
  monthsOf,
  previousYear,
  quarterMonths,
  quarterNumber,
  readFinancialYearId,
} from '../../../src/core/time/financial-year.ts';
import { addMonths, monthOf, monthsBetween, monthsFrom, readMonthId } from '../../../src/core/time/month.ts';
import {
  lengthInMonths,
  onePeriod,
  periodId,
  periodInDays,
  periodInWords,
  periodsOf,
  yearBefore,
} from '../../../src/core/time/period.ts';

const month = fc
  .tuple(fc.integer({ min: 1990, max: 2100 }), fc.integer({ min: 1, max: 12 }))
  .map(([y, m]) => monthOf(y, m));

describe('months and financial years', () => {
  it('add and count months both ways', () => {
    fc.assert(
      fc.property(month, fc.integer({ min: -400, max: 400 }), (start, count) => {
        expect(monthsBetween(start, addMonths(start, count))).toBe(count);
      }),
    );
    expect(monthsFrom(monthOf(2015, 4), monthOf(2015, 6))).toEqual(['2015-04', '2015-05', '2015-06']);
    expect(monthsFrom(monthOf(2015, 6), monthOf(2015, 4))).toEqual([]);
  });

  it('run from April to March', () => {
    expect(financialYearOf(monthOf(2015, 3))).toBe('2014/15');
    expect(financialYearOf(monthOf(2015, 4))).toBe('2015/16');
    expect(financialYearFrom(1999)).toBe('1999/00');
    expect(previousYear(financialYearFrom(2000))).toBe('1999/00');
    expect(monthsOf(financialYearFrom(2015)).at(-1)).toBe('2016-03');
    expect([4, 6, 7, 12, 1, 3].map((m) => quarterNumber(monthOf(2015, m)))).toEqual([1, 1, 2, 3, 4, 4]);
    expect(quarterMonths(financialYearFrom(2015), 4)).toEqual({ from: '2016-01', to: '2016-03' });
  });

  it('are read only in their written form', () => {
    expect(['2015-04', '2015-13', '2015-4', 'Apr-15'].map(readMonthId)).toEqual(['2015-04', null, null, null]);
    expect(['2015/16', '2015/17', '15/16'].map(readFinancialYearId)).toEqual(['2015/16', null, null]);
    expect(() => monthOf(2015, 13)).toThrow(RangeError);
  });
});

describe('periods', () => {
  it('have one name each, and words', () => {
    const year = financialYearFrom(2015);
    const span = (from: [number, number], to: [number, number]) => ({ from: monthOf(...from), to: monthOf(...to) });
    expect(periodsOf(year, 'quarter').map(periodId)).toEqual(['2015-16 Q1', '2015-16 Q2', '2015-16 Q3', '2015-16 Q4']);
    expect(periodId(onePeriod(monthOf(2015, 4)))).toBe('2015-04');
    expect(periodId(span([2015, 4], [2016, 3]))).toBe('2015/16');
    expect(periodId(span([2015, 4], [2015, 8]))).toBe('2015-04 to 2015-08');
    expect(periodInWords(span([2015, 10], [2016, 3]))).toBe('October 2015 to March 2016');
    expect(periodInDays(span([2015, 4], [2015, 6]))).toBe('1 April to 30 June 2015');
    expect(periodInDays(span([2016, 2], [2016, 2]))).toBe('1 February to 29 February 2016');
    expect(yearBefore(span([2015, 1], [2015, 3]))).toEqual({ from: '2014-01', to: '2014-03' });
    expect(lengthInMonths(span([2015, 4], [2016, 3]))).toBe(12);
  });
});
