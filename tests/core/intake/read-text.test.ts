import { describe, expect, it } from 'vitest';
import { areaKey, nearestName, withoutCapitals } from '../../../src/core/intake/area-names.ts';
import { measureIn } from '../../../src/core/intake/measure-words.ts';
import { readDay } from '../../../src/core/intake/read-day.ts';
import { readMonthCell, readMonthText } from '../../../src/core/intake/read-month.ts';
import { readNumber } from '../../../src/core/intake/read-number.ts';
import { findPeriod } from '../../../src/core/intake/read-period.ts';
import { readQuarter } from '../../../src/core/intake/read-quarter.ts';
import { readSymbol } from '../../../src/core/intake/read-symbol.ts';
import { readFinancialYear, yearsIn } from '../../../src/core/intake/read-year.ts';
import { tidyLabel, tidyText } from '../../../src/core/intake/tidy-text.ts';

describe('numbers written as text', () => {
  it.each([
    ['18,713', 18_713],
    ['1 234', 1234],
    ['1\u00a0234\u00a0567', 1_234_567],
    ['25,767 ', 25_767],
    ['(12)', -12],
    ['17~', 17],
    ['17 [r]', 17],
    ['−6', -6],
    ['+3', 3],
    ['£1,200', 1200],
    ['0.5', 0.5],
    ['.5', 0.5],
  ])('reads «%s» as %d', (text, value) => {
    expect(readNumber(text)).toEqual({ value, percent: false });
  });

  it.each([
    ['12.5%', 0.125],
    ['-100%', -1],
    ['7 %', 0.07],
  ])('reads «%s» as the fraction %d', (text, value) => {
    expect(readNumber(text)).toEqual({ value, percent: true });
  });

  it.each(['', '1,23', '12,34,567', 'Q1', '12 crimes', '1.2.3', 'n/a', '01/04/2014', '--5', '5-6'])(
    'does not read «%s» as a number',
    (text) => {
      expect(readNumber(text)).toBeNull();
    },
  );
});

describe('symbols', () => {
  it.each([
    ['<5', 'under', 5],
    ['< 5', 'under', 5],
    ['fewer than 10', 'under', 10],
    ['≤4', 'under', 5],
    ['*', 'suppressed', null],
    ['[c]', 'suppressed', null],
    ['..', 'not-available', null],
    [':', 'not-available', null],
    ['n/a', 'not-available', null],
    ['[x]', 'not-available', null],
    ['[z]', 'not-applicable', null],
    ['-', 'nil', null],
    ['[low]', 'low', null],
  ])('keeps «%s» as %s', (text, meaning, under) => {
    expect(readSymbol(text)).toEqual({ found: text, meaning, under });
  });

  it('takes no ordinary word for a symbol', () => {
    expect(readSymbol('toString')).toBeNull();
    expect(readSymbol('Stonehouse')).toBeNull();
  });
});

describe('months, quarters, years and days', () => {
  it.each([
    ['Apr', 4, null],
    ['April', 4, null],
    ['Sept', 9, null],
    ['Apr-18', 4, 2018],
    ['Apr 18', 4, 2018],
    ["Apr '07", 4, 2007],
    ["Mar '083", 3, 2008],
    ['June 2015', 6, 2015],
    ['201004', 4, 2010],
    ['2018-10', 10, 2018],
    ['04/2015', 4, 2015],
  ])('reads «%s»', (text, month, year) => {
    expect(readMonthText(text)).toEqual({ month, year });
  });

  it('reads a month from a date shown as mmm-yy and from 201004 as a number, and from no other number', () => {
    expect(readMonthCell({ kind: 'day', day: '2018-04-15', time: null, monthOnly: true })).toEqual({
      month: 4,
      year: 2018,
    });
    expect(readMonthCell({ kind: 'day', day: '2018-04-15', time: null, monthOnly: false })).toBeNull();
    expect(readMonthCell(201_004)).toEqual({ month: 4, year: 2010 });
    expect(readMonthCell(18_713)).toBeNull();
    expect(readMonthText('201013')).toBeNull();
    expect(readMonthText('Marble')).toBeNull();
  });

  it.each([
    ['2014 - 2015', '2014/15'],
    ['14/15', '2014/15'],
    ['12/13.', '2012/13'],
    ['2014/15', '2014/15'],
    ['2015-16', '2015/16'],
    ['99/00', '1999/00'],
    ["Apr '07 to Mar '083", '2007/08'],
    ['Year ending March 2019', '2018/19'],
  ])('reads the financial year «%s»', (text, year) => {
    expect(readFinancialYear(text)).toBe(year);
  });

  it('reads no year from two that do not follow, from a date or from a single year', () => {
    expect(['14/16', '01/04/2014', '2015', '18,713'].map(readFinancialYear)).toEqual([null, null, null, null]);
    expect(yearsIn('% difference in All Crime 13/14 - 14/15')).toEqual(['2013/14', '2014/15']);
    expect(yearsIn('Crimes recorded 01/04/2014 to 30/06/2015')).toEqual([]);
  });

  it.each([
    ['Quarter 1', 1, null],
    ['Q1 (Apr-Jun)', 1, null],
    ['2014/15 Q3', 3, '2014/15'],
    ['Q1 2018/19', 1, '2018/19'],
    ['Jan-Mar 2015', 4, '2014/15'],
    ['Q1 (Jan to Mar)', 4, null],
  ])('reads the quarter «%s»', (text, quarter, year) => {
    expect(readQuarter(text)).toEqual({ quarter, year });
  });

  it('does not guess whether «Q1 2018» is the calendar’s', () => {
    expect(readQuarter('Q1 2018')).toBeNull();
  });

  it.each([
    ['01/04/2014', '2014-04-01'],
    ['1.4.14', '2014-04-01'],
    ['1 April 2014', '2014-04-01'],
    ['01-Apr-14', '2014-04-01'],
    ['2014-04-01T10:20:00', '2014-04-01'],
    ['29/02/2016', '2016-02-29'],
  ])('reads the day «%s» the British way', (text, day) => {
    expect(readDay(text)?.day).toBe(day);
  });

  it('refuses days that are not, the American order included', () => {
    expect(['04/30/2015', '31/02/2015', '29/02/2015', 'soon', '2015'].map(readDay)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
    expect(readDay('30/04/2015 10:20')).toEqual({ day: '2015-04-30', time: '10:20:00' });
  });

  it.each([
    ['All Crime 01 April 15 - 30 June 2015', '2015-04-01', '2015-06-30'],
    ['Crimes recorded 01/04/2014 to 30/06/2015', '2014-04-01', '2015-06-30'],
    ['1 April to 30 June 2015', '2015-04-01', '2015-06-30'],
    ['year ending June 2025 [note 1]', '2024-07-01', '2025-06-30'],
    ['April to June 2015', '2015-04-01', '2015-06-30'],
    ['Q2 2015/16', '2015-07-01', '2015-09-30'],
    ['Anything, 2014/15', '2014-04-01', '2015-03-31'],
    ['Stars for June 2015', '2015-06-01', '2015-06-30'],
  ])('finds the period in «%s»', (text, from, to) => {
    expect(findPeriod(text)).toEqual({ from, to });
  });
});

describe('labels, measures and areas', () => {
  it('takes line breaks, dots and footnote marks off a label', () => {
    expect(tidyText(' Date\nRecorded ')).toBe('Date Recorded');
    expect(['12/13.', 'ENGLAND AND WALES7,8', 'Dyfed-Powys4', 'Humberside [note 4]', 'Gap*'].map(tidyLabel)).toEqual([
      '12/13',
      'ENGLAND AND WALES',
      'Dyfed-Powys',
      'Humberside',
      'Gap',
    ]);
    expect(tidyLabel('Quarter 1')).toBe('Quarter 1');
  });

  it.each([
    ['Increase referrals to Domestic Abuse Services', 'da-referrals'],
    ['Increase Reporting of Domestic Violence. (Crimes and Incidents)', 'domestic-abuse'],
    ['Number of professionals in receipt of DASH training', 'dash-training'],
    ['Reduce Anti-social Behaviour incidents', 'asb'],
    ['The number of racist, disablist, homophobic and faith incidents reported  cumulative', 'hate'],
    ['All Crime Culmative 2014 - 2015', 'all-crime'],
    ['Serious Acquisitive Crime', 'serious-acquisitive-crime'],
    ['First-time referrals', 'da-first-time-referrals'],
    [
      'Number of vulnerable victims assessed as appropriate for support by the ASB Victim Champion Service',
      'asb-victims-supported',
    ],
    ['Vulnerable victims of ASB supported', 'asb-victims-supported'],
    ['ASB victim champion outcome star Q1', 'asb-outcome-star'],
  ])('knows the measure of «%s»', (text, measure) => {
    expect(measureIn(text)).toBe(measure);
  });

  it('holds spellings of one area together and proposes typing slips without applying them', () => {
    expect(areaKey('CITY  CENTRE ')).toBe(areaKey('City Centre'));
    expect(areaKey('North Prospect and Weston Mill')).toBe(areaKey('North Prospect & Weston Mill'));
    expect(nearestName('Stonehuose', ['Stonehouse', 'Stoke'])).toEqual({
      found: 'Stonehuose',
      meant: 'Stonehouse',
      distance: 1,
    });
    expect(nearestName('Stoke', ['Stonehouse', 'Efford'])).toBeNull();
    expect(nearestName('Illustrative area 12', ['Illustrative area 13'])).toBeNull();
    expect(withoutCapitals('GREENBANK & UNIVERSITY')).toBe('Greenbank & University');
  });
});
