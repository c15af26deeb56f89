import { describe, expect, it } from 'vitest';
import { qualityWords } from '../../src/renderer/words/record-quality.ts';

const clean = {
  kept: 1431,
  events: 1431,
  withoutReference: 0,
  repeatedReferences: 0,
  withoutArea: 0,
  withoutOffence: 0,
  withoutOutcome: null,
  missingMonths: [],
  outsidePeriod: { rows: 0, stated: { from: '2014-04-01', to: '2015-06-30' }, first: null },
  farFromOthers: { rows: 0, months: [] },
};

describe('how complete a record extract is, in words', () => {
  it('says so where nothing is missing, and nothing of a column that is not there', () => {
    expect(qualityWords(clean)).toEqual([
      '1,431 records, each one event.',
      'Every record has a reference of its own.',
      'Every record is in a neighbourhood.',
      'Every record is named with an offence.',
      'Every record is dated within the period the title states (1 April 2014 to 30 June 2015).',
    ]);
  });

  it('counts the dates that lie outside the period the title states, and those far from all others', () => {
    const dates = (over: Partial<Parameters<typeof qualityWords>[0]>) => qualityWords({ ...clean, ...over }).slice(4);
    const stated = { from: '2014-04-01', to: '2015-06-30' };
    expect(
      dates({
        outsidePeriod: { rows: 7, stated, first: 'B412' },
        farFromOthers: { rows: 1, months: ['2051-06'] },
      }),
    ).toEqual([
      '7 records (0.5%) are dated outside the period the title states (1 April 2014 to 30 June 2015); they are kept. The first is in B412.',
      '1 record is dated a year or more from all others (June 2051), perhaps by a slip. While it stands, the file speaks for every month between: put the dates right in the file first.',
    ]);
    expect(dates({ outsidePeriod: null })).toEqual(['No title states a period, so no date could be held against one.']);
  });

  it('counts what is missing, says what becomes of it, and names the months without a record', () => {
    expect(
      qualityWords({
        ...clean,
        events: 1500,
        withoutReference: 12,
        repeatedReferences: 1,
        withoutArea: 54,
        withoutOutcome: 1,
        missingMonths: ['2019-03', '2019-04'],
      }),
    ).toEqual([
      '1,431 records for 1,500 events.',
      '12 records (0.8%) have no reference; 1 record repeats a reference that stands further up. Rows that look alike may be different incidents: all are kept.',
      '54 records (3.8%) could not be placed in a neighbourhood and count for the city only.',
      'Every record is named with an offence.',
      '1 record (under 0.1%) has no outcome.',
      'Every record is dated within the period the title states (1 April 2014 to 30 June 2015).',
      'No record at all in March 2019, April 2019, though there are records before and after.',
    ]);
  });
});
