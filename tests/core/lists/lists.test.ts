import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarFile } from '../../../src/core/lists/calendar-file.ts';
import { entryKey } from '../../../src/core/lists/entry-key.ts';
import { grantTotals } from '../../../src/core/lists/grant-totals.ts';
import { headOf } from '../../../src/core/lists/list-form.ts';
import { LIST_FORMS } from '../../../src/core/lists/list-forms.ts';
import { namesAPerson } from '../../../src/core/lists/names-a-person.ts';
import { outcomeStanding, sayTrend } from '../../../src/core/lists/outcome-standing.ts';
import { penceOf, poundsOf } from '../../../src/core/lists/pounds.ts';
import { problemsOfEntry } from '../../../src/core/lists/problems-of-entry.ts';
import { readList } from '../../../src/core/lists/read-list.ts';
import { recommendationRows, sayRecommendations } from '../../../src/core/lists/recommendation-table.ts';
import { sayDay } from '../../../src/core/lists/say-field.ts';
import { evidenceFrom, sourceBalance } from '../../../src/core/lists/source-balance.ts';
import { dayDue, sayDue } from '../../../src/core/lists/when-due.ts';
import { agendaByMonth, dueWithin, type CalendarItem } from '../../../src/core/lists/year-calendar.ts';

const known = {
  measures: [{ id: 'asb', name: 'Anti-social behaviour' }],
  issues: [{ id: 'hate', name: 'Hate crime' }],
};

describe('Amounts in pounds', () => {
  it('are read to the penny, as written or as a number, and anything else is no amount', () => {
    expect(['£12,500.50', '8000', ' £1.5 ', 1234.56, 0].map(penceOf)).toEqual([1_250_050, 800_000, 150, 123_456, 0]);
    expect(['about £500', '-5', '£1.234', 'n/a', 0.001, -3].map(penceOf)).toEqual(new Array(6).fill(null));
  });

  it('come out as they went in, for any whole number of pence', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), (pence) => {
        expect(penceOf(poundsOf(pence))).toBe(pence);
      }),
    );
  });

  it('are added in whole pence, and what is not known is counted beside, not as nought', () => {
    const grants = [{ awarded: 10, paid: 20 }, { awarded: 30 }, {}].map((values, at) => ({ id: String(at), values }));
    expect(grantTotals(grants)).toEqual({ grants: 3, awarded: 40, paid: 20, notAwarded: 1, notPaid: 2 });
    expect(poundsOf(null)).toBe('');
  });
});

describe('Somebody’s own words', () => {
  it.each([
    ['My neighbour Mrs Smith never goes out now.', /«Mrs Smith» looks like a name/],
    ['I told the man next door, John Taylor, about it.', /«John Taylor» looks like a name/],
    ['Ring me on 01752 668000 please.', /telephone/],
    ['Write to jo.bloggs@example.org', /e-mail/],
    ['We live near PL1 2AA.', /postcode/],
    ['It happened outside 14 Acacia Avenue.', /address/],
  ])('are warned about: %s', (words, warning) => {
    expect(namesAPerson(words).join(' ')).toMatch(warning);
  });

  it.each([
    'I do not feel safe on the way home after dark.',
    'The officer called me back every week.',
    'People drink near Plymouth City Centre and the Barbican.',
    'It took 3 weeks and 2 calls before Plymouth City Council answered.',
  ])('are let be where they name nobody: %s', (words) => {
    expect(namesAPerson(words)).toEqual([]);
  });
});

describe('A list from a sheet', () => {
  it('is read under its headings, days the British way, amounts in pence, names as ids', () => {
    const rows = [
      ['Grant spend plan 2015/16'],
      ['Project', 'Provider', 'Awarded', 'Paid', 'Half-year return due'],
      ['Safe Places', 'Service A', '£12,500.50', 6250.25, '30/10/2015'],
    ];
    expect(readList(rows, LIST_FORMS.grants, known)).toEqual({
      entries: [
        { project: 'Safe Places', provider: 'Service A', awarded: 1_250_050, paid: 625_025, due: '2015-10-30' },
      ],
      notes: [[]],
      refusals: [],
      warnings: [],
    });
    const outcome = readList(
      [
        ['Outcome', 'Measures held'],
        ['Fewer suffer', 'Anti-social behaviour'],
      ],
      LIST_FORMS.outcomes,
      known,
    );
    expect(outcome.entries).toEqual([{ outcome: 'Fewer suffer', measures: ['asb'] }]);
  });

  it('brings what became of an entry as dated notes, each with its own day where the sheet names one', () => {
    const rows = [
      ['Recommendation', 'Status', 'Progress'],
      [
        'Train the staff',
        'under way',
        '23/07/2015: Two courses held; 30 October 2015: 58 of 200 trained; more to come',
      ],
      ['Open a centre', 'not started', 'Waiting for a room'],
      ['Ask again', 'done', null],
    ];
    expect(readList(rows, LIST_FORMS.recommendations, known).notes).toEqual([
      [
        { saidOn: '2015-07-23', note: 'Two courses held' },
        { saidOn: '2015-10-30', note: '58 of 200 trained; more to come' },
      ],
      [{ saidOn: null, note: 'Waiting for a room' }],
      [],
    ]);
  });

  it('is refused by row and reason, and nothing of it is kept', () => {
    const rows = [
      ['Project', 'Awarded', 'Paid', 'Half-year return due'],
      ['A', 'lots', 1, '31/02/2015'],
      ['B', 10, 20, null],
      [null, 5, null, null],
    ];
    const { refusals } = readList(rows, LIST_FORMS.grants, known);
    expect(refusals.map(({ row, says }) => `${String(row)} ${says}`)).toEqual([
      '2 «Awarded» says «lots»: write pounds and pence, such as £1,234.56.',
      '2 «Half-year return due» says «31/02/2015»: write a day such as 23/07/2015.',
      '3 More is paid than was awarded.',
      '4 «Project» is empty.',
    ]);
    expect(readList([['Anything']], LIST_FORMS.work, known).refusals[0]?.says).toMatch(/No row of headings/);
    expect(
      readList(
        [
          ['Outcome', 'Measures held'],
          ['x', 'weather'],
        ],
        LIST_FORMS.outcomes,
        known,
      ).refusals[0]?.says,
    ).toMatch(/no «weather» here/);
  });

  it('says where a quote seems to name somebody, and keeps it for the officer to look at', () => {
    const rows = [
      ['Survey', 'Question', 'Said so', 'Of', 'Quote'],
      ['Residents’ survey', 'Safe after dark?', 18, 44, 'Mrs Smith next door never goes out.'],
    ];
    const { entries, warnings } = readList(rows, LIST_FORMS.voice, known);
    expect(entries).toHaveLength(1);
    expect(warnings[0]?.says).toMatch(/a quote stands without who said it/);
  });
});

describe('An entry of a list', () => {
  it('is not kept with more who said so than answered, or with a day there is none', () => {
    const finding = { source: 'Survey', question: 'Safe?', part: 50, whole: 44 };
    expect(problemsOfEntry(LIST_FORMS.voice, finding)).toEqual([
      '50 of 44 cannot be: the part is more than the whole.',
    ]);
    expect(problemsOfEntry(LIST_FORMS.voice, { ...finding, part: 4, held: '2015-02-30' })).toHaveLength(1);
    expect(problemsOfEntry(LIST_FORMS.work, { deliverable: 'x', colour: 'red' })).toEqual([
      'There is no field «colour».',
    ]);
  });

  it('is the same entry whatever its case and signs', () => {
    const key = (text: string) => entryKey(LIST_FORMS.recommendations, { text });
    expect(key('Review the plan.')).toBe(key('  REVIEW the plan '));
    expect(key('Review the plan')).not.toBe(key('Review the plans'));
  });

  it('is due until it is done; a grant’s return until it came in', () => {
    const work = { deliverable: 'x', due: '2015-07-01' };
    expect(dayDue(LIST_FORMS.work, work)).toBe('2015-07-01');
    expect(dayDue(LIST_FORMS.work, { ...work, state: 'done' })).toBeNull();
    expect(dayDue(LIST_FORMS.grants, { project: 'x', due: '2015-10-30', returned: '2015-10-28' })).toBeNull();
    expect([
      sayDue('2015-07-01', '2015-07-01'),
      sayDue('2015-07-02', '2015-07-01'),
      sayDue('2015-02-27', '2015-03-01'),
      sayDue('2026-11-29', '2015-09-30'),
    ]).toEqual(['due today', '1 day overdue', 'due in 2 days', 'over a year overdue']);
  });
});

describe('The balance of sources', () => {
  const issues = [
    { id: 'hate', name: 'Hate crime' },
    { id: 'burglary', name: 'Burglary' },
  ];

  it('tells whose evidence an issue rests on and what is missing, a line said twice counted once', () => {
    const [hate, burglary] = sourceBalance(issues, {
      evidence: [{ id: 'a', values: { what: 'Hate incidents 2015', from: 'police', issues: ['hate', 'burglary'] } }],
      voice: [{ id: 'b', values: { source: 'Survey', question: 'Safe?', issues: ['hate'] } }],
      scores: [
        { issue: 'hate', evidence: ['hate incidents 2015', 'Third sector report', 'Table 4'] },
        { issue: 'hate', evidence: ['Table 4'] },
      ],
    });
    expect(hate?.shares.map(({ from, pieces }) => [from, pieces])).toEqual([
      ['police', 1],
      ['partner', 0],
      ['voluntary', 1],
      ['community', 1],
    ]);
    expect(hate?.notTold).toBe(1);
    expect(hate?.says).toBe('Nothing yet from: partners.');
    expect(hate?.shares.reduce((sum, { percent }) => sum + (percent ?? 0), 0)).toBeCloseTo(100, 9);
    expect(burglary?.says).toBe(
      'Rests on police evidence alone. Nothing yet from: partners, voluntary sector, community voice.',
    );
  });

  it('has no shares, rather than noughts, where nothing is linked', () => {
    const [one] = sourceBalance(issues, { evidence: [], voice: [], scores: [] });
    expect(one?.shares.map(({ percent }) => percent)).toEqual([null, null, null, null]);
    expect(one?.says).toBe('No evidence is linked yet.');
  });

  it('takes a scorer’s line for whose it is only where its words tell', () => {
    expect(
      ['Recorded crime to June', 'Residents’ survey', 'A&E attendances', 'Refuge returns', 'Table 4'].map(evidenceFrom),
    ).toEqual(['police', 'community', 'partner', 'voluntary', null]);
  });
});

describe('Recommendations', () => {
  const entries = [
    {
      id: 'a',
      values: { text: 'Train staff', number: '1', state: 'done' },
      notes: [{ saidOn: '2015-06-01', note: 'All trained.', from: null }],
    },
    { id: 'b', values: { text: 'Review the plan', due: '2015-06-30', outcomes: 'Fewer victims' }, notes: [] },
  ];

  it('stand as rows for a paper, what is overdue said, no progress left empty', () => {
    const [first, second] = recommendationRows(entries, '2015-07-23', sayDay);
    expect(first).toMatchObject({ number: '1', status: 'done', progress: '1 June 2015: All trained.', late: false });
    expect(second).toMatchObject({
      number: '2',
      due: '30 June 2015, 23 days overdue',
      measuredBy: 'Outcomes: Fewer victims',
      progress: null,
      late: true,
    });
  });

  it('are told together in a sentence', () => {
    expect(sayRecommendations(entries, '2015-07-23')).toBe(
      'Of 2 recommendations: 1 done, 0 under way, 1 overdue, 1 with no word of progress.',
    );
  });
});

describe('An outcome', () => {
  const measure = { measure: 'asb', name: 'ASB', tier: 'some-concerns', dataTo: 'June 2015' } as const;

  it('stands as the worst of its measures, each with its trend by its own direction', () => {
    const falling = { ...measure, toDate: 90, lastYearToDate: 100, direction: 'less-is-better' } as const;
    const watched = { ...falling, tier: 'monitoring-only', direction: 'monitor' } as const;
    expect(outcomeStanding([falling, watched]).light.tier).toBe('some-concerns');
    expect([falling, watched, { ...falling, direction: 'more-is-better' as const }].map(sayTrend)).toEqual([
      '↓ better than last year',
      '↓ lower than last year',
      '↓ worse than last year',
    ]);
    expect(sayTrend({ ...falling, lastYearToDate: null })).toBe('');
    expect(outcomeStanding([]).light.tier).toBe('not-yet-known');
  });
});

describe('The calendar', () => {
  const items: CalendarItem[] = [
    { day: '2015-07-23', kind: 'board', what: 'Board', who: null, done: false },
    { day: '2015-06-30', kind: 'grant', what: 'Safe Places; half-year, return', who: 'Service A', done: false },
    { day: '2015-09-01', kind: 'assessment', what: 'Assessment', who: null, done: false },
    { day: '2015-05-01', kind: 'return', what: 'Return', who: null, done: true },
  ];

  it('is an agenda by month; a meeting that lies behind is not overdue, a return is', () => {
    const months = agendaByMonth(items, '2015-07-24', { from: '2015-04-01', to: '2016-03-31' });
    expect(months.map(({ month }) => month)).toEqual(['2015-05', '2015-06', '2015-07', '2015-09']);
    expect(months.flatMap(({ lines }) => lines.map(({ what, late, says }) => [what.slice(0, 6), late, says]))).toEqual([
      ['Return', false, ''],
      ['Safe P', true, '24 days overdue'],
      ['Board', false, ''],
      ['Assess', false, 'due in 39 days'],
    ]);
  });

  it('says what is due within thirty days, and what is overdue', () => {
    expect(dueWithin(items, '2015-07-20', 30).map(({ what }) => what.slice(0, 5))).toEqual(['Safe ', 'Board']);
  });

  it('is written as RFC 5545 has it: whole days, signs escaped, no line over 75 octets, the same each time', () => {
    const long = [{ day: '2015-12-31', kind: 'other', what: 'Ω'.repeat(90), who: null, done: false } as const];
    const text = calendarFile('Safer Plymouth', [...items, ...long], '2015-07-23');
    expect(text).toContain('DTSTART;VALUE=DATE:20150630\r\nDTEND;VALUE=DATE:20150701\r\n');
    expect(text).toContain('SUMMARY:Safe Places\\; half-year\\, return\r\n');
    expect(text).toContain('DTEND;VALUE=DATE:20160101');
    expect(Math.max(...text.split('\r\n').map((line) => new TextEncoder().encode(line).length))).toBeLessThanOrEqual(
      75,
    );
    expect(text.replaceAll('\r\n ', '')).toContain(`SUMMARY:${'Ω'.repeat(90)}\r\n`);
    expect(calendarFile('Safer Plymouth', [...items, ...long], '2015-07-23')).toBe(text);
  });
});

describe('the headings a list is read by', () => {
  it('are those the window and the papers name, so that nothing named there is passed over', () => {
    for (const form of Object.values(LIST_FORMS)) {
      for (const field of form.fields) {
        const named = headOf(field).toLowerCase();
        expect([form.list, named, form.fields.find(({ heading }) => heading.test(named))?.id]).toEqual([
          form.list,
          named,
          field.id,
        ]);
      }
    }
  });
});
