import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeMeasureTable } from '../../../src/core/performance/make-measure-table.ts';
import type { MeasureTable } from '../../../src/core/performance/measure-table.ts';
import { monthOf } from '../../../src/core/time/month.ts';
import { dataQueries } from '../../../src/core/words/data-queries.ts';
import { exceptionParagraph, NOT_READY } from '../../../src/core/words/exception-paragraph.ts';
import { paragraphText } from '../../../src/core/words/paragraph.ts';
import {
  heldFrom,
  julyTable,
  LAST_YEAR,
  measureOf,
  tableInput,
  YEAR,
  type JulyMeasure,
} from '../performance/july-2015.ts';

const JUNE = monthOf(2015, 6);
const drafted = (id: JulyMeasure): string => paragraphText(exceptionParagraph(julyTable(id), { asAt: JUNE }));

const tableFrom = (id: JulyMeasure, thisYear: (number | null)[], lastYear: (number | null)[]): MeasureTable => {
  const measure = measureOf(id);
  return makeMeasureTable({
    ...tableInput(id),
    thisYear: heldFrom(measure, YEAR, thisYear),
    lastYear: heldFrom(measure, LAST_YEAR, lastYear),
    annuals: [],
  });
};

describe('the paragraphs of the July 2015 report, its own errors put right', () => {
  it('B: says a very slight increase in all crime that could be chance, not «a reduction»', () => {
    expect(drafted('all-crime')).toBe(
      'In quarter one there was a very slight increase: 4,799 crimes, 13 more than the 4,786 in the same period last ' +
        'year (+0.3%). The difference could easily be chance. April and May were above last year by 50 and 160; June ' +
        'alone was 1,431, 197 fewer than June 2014 (−12.1%). There is no target for it: it is watched, not judged.',
    );
  });

  it('C: counts crimes and incidents of domestic abuse, and puts the whole of the difference in June', () => {
    expect(drafted('domestic-abuse')).toBe(
      'In quarter one there were 1,632 crimes and incidents, 107 fewer than the 1,739 in the same period last year ' +
        '(−6.2%). It is not clear whether it is a fall or chance. April was above last year by 14 and May the same; ' +
        'the difference came in June alone: 504, 121 fewer than June 2014 (−19.4%). At the end of June the year to ' +
        'date is 0.9% short of the profile of 1,647 (the year’s target in equal steps, 6,588 for 2015/16). On the ' +
        'wrong side, but by no more than 15%: some concerns.',
    );
  });

  it('D: gives the fall in referrals in percent as well as in number', () => {
    expect(drafted('da-referrals')).toBe(
      'In quarter one there were 525 referrals, 104 fewer than the 629 in the same period last year (−16.5%). This is ' +
        'strong evidence of a fall. At the end of quarter one the year to date is 21% short of the profile of 667 ' +
        '(the year’s target in equal steps, 2,666 for 2015/16). On the wrong side by more than 15%: significant concern.',
    );
  });

  it('E: will not compare DASH training with a last year that sums to this quarter', () => {
    expect(drafted('dash-training')).toBe(
      'In quarter one there were 58 professionals trained. Last year’s figure for the same period is given as 15, but ' +
        'last year’s quarters sum to 58, the same as this year’s quarter one: the two should not be compared until ' +
        'the source has been asked. At the end of quarter one the year to date is 16% above the profile of 50 (the ' +
        'year’s target in equal steps, 200 for 2015/16). On the right side of the profile: generally satisfied.',
    );
  });

  it('F: calls anti-social behaviour «some concerns» by the paper’s own rule, and says what last year’s share makes of it', () => {
    expect(drafted('asb')).toBe(
      'In quarter one there were 2,527 incidents, 186 fewer than the 2,713 in the same period last year (−6.9%). This ' +
        'is some evidence of a fall. April and May were above last year by 56 and 12; the fall came in June alone: ' +
        '769, 254 fewer than June 2014 (−24.8%). At the end of June the year to date is 0.4% over the profile of ' +
        '2,516 (the year’s target in equal steps, 10,064 for 2015/16). On the wrong side, but by no more than 15%: ' +
        'some concerns. The two profiles disagree at June 2015: 2,527 is over 2,516 by the linear profile (some ' +
        'concerns) and under 2,712.7 by last year’s share (generally satisfied).',
    );
  });

  it('G: gives hate incidents the comparison with last year that the paper leaves out', () => {
    expect(drafted('hate')).toBe(
      'In quarter one there were 174 incidents, 22 more than the 152 in the same period last year (+14.5%). The ' +
        'difference could easily be chance. April and May were above last year by 3 and 10; June alone was 52, 9 more ' +
        'than June 2014 (+20.9%). At the end of June the year to date is 12% above the profile of 155 (the year’s ' +
        'target in equal steps, 621 for 2015/16). On the right side of the profile: generally satisfied.',
    );
  });

  it('H: speaks of April to May for serious acquisitive crime, not of quarter one, and says June has not come', () => {
    expect(drafted('serious-acquisitive-crime')).toBe(
      'From April to May 2015 there were 391 crimes, 57 more than the 334 in the same period last year (+17.1%). This ' +
        'is some evidence of a rise. April was above last year by 17; May alone was 195, 40 more than May 2014 ' +
        '(+25.8%). There is no target for it: it is watched, not judged. June is not known yet, so it is not in these ' +
        'figures.',
    );
  });

  it('gives each its status in the Board’s words with the rule', () => {
    expect(exceptionParagraph(julyTable('asb')).statusLine).toBe(
      'Some concerns about performance in this area (off the profile by up to 15%)',
    );
    expect(exceptionParagraph(julyTable('da-referrals')).statusLine).toBe(
      'Area of significant concern (off the profile by more than 15%)',
    );
    expect(exceptionParagraph(julyTable('hate')).statusLine).toBe('Generally satisfied with performance');
  });
});

describe('what a paragraph says of figures that are missing or small', () => {
  it('says that a measure without figures will be ready at the next board', () => {
    const { tier, sentences } = exceptionParagraph(tableFrom('asb', [], [808, 882, 1023]), { asAt: JUNE });
    expect(tier).toBe('not-yet-known');
    expect(sentences.map((one) => one.says)).toEqual([NOT_READY]);
    expect(NOT_READY).toContain('will be ready for reporting at the next board.');
  });

  it('names a month that is not known and never takes it for nought', () => {
    const text = paragraphText(exceptionParagraph(tableFrom('hate', [58, null, 52], [55, 54, 43]), { asAt: JUNE }));
    expect(text).toContain('In April 2015 there were 58 incidents');
    expect(text).toContain('May is not known, so the year to date stops before it.');
    expect(text).not.toMatch(/\b0\b|nought|no incidents/);
  });

  it('repeats the sign that the source gives in place of a number', () => {
    const measure = measureOf('hate');
    const held = heldFrom(measure, YEAR, [58, null]).map((one, index) =>
      index === 1 ? { ...one, symbol: '<5' } : one,
    );
    const text = paragraphText(exceptionParagraph(makeMeasureTable({ ...tableInput('hate'), thisYear: held })));
    expect(text).not.toContain('under 5');
    expect(
      exceptionParagraph(makeMeasureTable({ ...tableInput('hate'), thisYear: held }), { asAt: JUNE }).sentences,
    ).toContainEqual({
      about: 'not-known',
      says: 'For May the source says “<5”, which is not added.',
    });
  });

  it('gives no percentage on a base below ten', () => {
    expect(paragraphText(exceptionParagraph(tableFrom('hate', [6], [3, 5])))).not.toMatch(/\(.?\d+(\.\d)?%\)/);
  });

  it('says one incident and no incidents as people do', () => {
    expect(paragraphText(exceptionParagraph(tableFrom('hate', [1], [4])))).toContain('there was 1 incident, 3 fewer');
    expect(paragraphText(exceptionParagraph(tableFrom('hate', [0], [4])))).toContain(
      'there were no incidents, 4 fewer',
    );
  });

  it('names the neighbourhoods or offences that drive a change, only those that went its way', () => {
    const contributions = {
      by: 'By offence',
      parts: [
        { name: 'vehicle offences', now: 210, before: 169 },
        { name: 'robbery', now: 20, before: 25 },
        { name: 'burglary in a dwelling', now: 161, before: 140 },
      ],
    };
    const { sentences } = exceptionParagraph(julyTable('serious-acquisitive-crime'), { contributions });
    expect(sentences.find((one) => one.about === 'driven-by')?.says).toBe(
      'By offence, the largest part of the increase is in vehicle offences (41 more) and burglary in a dwelling (21 more).',
    );
  });

  it('names nobody as driving a difference that could be chance', () => {
    const contributions = { by: 'By neighbourhood', parts: [{ name: 'Stonehouse', now: 434, before: 400 }] };
    expect(paragraphText(exceptionParagraph(julyTable('all-crime'), { contributions }))).not.toContain('Stonehouse');
  });
});

describe('what is worth asking the source', () => {
  it('asks about equal months in two years, a year that sums to one quarter and a big step between years', () => {
    expect(dataQueries(julyTable('domestic-abuse'))).toEqual([
      'May is 572 in both years: chance, or a copy; worth asking.',
    ]);
    expect(dataQueries(julyTable('dash-training'))).toHaveLength(1);
    expect(dataQueries(julyTable('asb'))).toEqual([
      'From 2012/13 to 2013/14 the whole year fell by 28%: ask whether recording changed.',
    ]);
    expect(dataQueries(julyTable('hate'))).toEqual([]);
  });
});

const count = fc.option(fc.integer({ min: 0, max: 4000 }), { nil: null, freq: 8 });
const year = fc.array(count, { maxLength: 12 });
const measures = fc.constantFrom<JulyMeasure>('all-crime', 'domestic-abuse', 'da-referrals', 'asb', 'hate');

describe('whatever the figures', () => {
  it('the words of direction agree with the sign', () => {
    fc.assert(
      fc.property(measures, year, year, (id, now, before) => {
        const table = tableFrom(id, now, before);
        const { sentences } = exceptionParagraph(table, { asAt: JUNE });
        const row = table.periods.findLast((one) => one.cumulative !== null);
        const says = sentences
          .filter((one) => one.about === 'what-happened' || one.about === 'chance')
          .map((one) => one.says)
          .join(' ');
        expect(paragraphText({ ...exceptionParagraph(table) })).not.toMatch(/reduction/i);
        if (row === undefined || row.cumulative === null || row.lastYearCumulative === null) return;
        const difference = row.cumulative - row.lastYearCumulative;
        if (difference >= 0) expect(says).not.toMatch(/fewer|\bfall\b|decrease|−\d/);
        if (difference <= 0) expect(says).not.toMatch(/\bmore\b|\brise\b|increase|\+\d/);
        if (difference > 0 && says !== '') expect(says).toMatch(/\bmore than\b/);
        if (difference < 0 && says !== '') expect(says).toMatch(/\bfewer than\b/);
      }),
      { numRuns: 400 },
    );
  });

  it('no change in percent stands on a base below ten, and nothing broken is printed', () => {
    const small = fc.array(fc.option(fc.integer({ min: 0, max: 9 }), { nil: null, freq: 8 }), { maxLength: 1 });
    fc.assert(
      fc.property(measures, small, small, (id, now, before) => {
        const text = paragraphText(exceptionParagraph(tableFrom(id, now, before), { asAt: JUNE }));
        expect(text).not.toMatch(/\([+−]/);
        expect(text).not.toMatch(/NaN|undefined|null|Infinity| {2}|\.\.|\s,/);
      }),
      { numRuns: 200 },
    );
  });

  it('a year with nothing known never speaks of a number', () => {
    fc.assert(
      fc.property(measures, year, (id, before) => {
        expect(paragraphText(exceptionParagraph(tableFrom(id, [], before), { asAt: JUNE }))).toBe(NOT_READY);
      }),
    );
  });
});
