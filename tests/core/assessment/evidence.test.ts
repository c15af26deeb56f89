import { describe, expect, it } from 'vitest';
import { costEvidence } from '../../../src/core/assessment/cost-evidence.ts';
import { crimeSummary } from '../../../src/core/assessment/crime-summary.ts';
import { editedEvidence, NO_EDIT } from '../../../src/core/assessment/evidence-edit.ts';
import type { EvidenceScope } from '../../../src/core/assessment/evidence-scope.ts';
import {
  evidenceCellText,
  withoutEmptyColumns,
  type EvidenceTable,
} from '../../../src/core/assessment/evidence-table.ts';
import { monthsInRuns } from '../../../src/core/assessment/knowledge-gaps.ts';
import { neighbourhoodEvidence } from '../../../src/core/assessment/neighbourhood-evidence.ts';
import { placeEvidence } from '../../../src/core/assessment/place-evidence.ts';
import { profileEvidence } from '../../../src/core/assessment/profile-evidence.ts';
import { threeYears, threeYearSeries } from '../../../src/core/assessment/three-years.ts';
import { readUnitCosts } from '../../../src/core/assessment/unit-costs.ts';
import { hourOf, whenEvidence } from '../../../src/core/assessment/when-evidence.ts';
import { withholdEvidence } from '../../../src/core/assessment/withhold-evidence.ts';
import { SMALL_NUMBER_RULE } from '../../../src/core/disclosure/rule.ts';
import { addMonths, monthOf, monthsFrom } from '../../../src/core/time/month.ts';

const JUNE = monthOf(2015, 6);
const SCOPE: EvidenceScope = {
  period: { from: addMonths(JUNE, -11), to: JUNE },
  before: { from: addMonths(JUNE, -23), to: addMonths(JUNE, -12) },
  exceptional: [],
  recording: [],
  sources: ['records.csv'],
  dataTo: '2015-06',
  provisional: false,
  illustrative: false,
};

/** A row as it is printed, its head first. */
function printed(table: EvidenceTable, row: string): string[] {
  const found = table.rows.find(({ id, head }) => id === row || head === row);
  if (found === undefined) throw new Error(`no row ${row}`);
  return [found.head, ...table.columns.map((column, at) => evidenceCellText(column, found.cells[at] ?? null))];
}

const SUMMARY = {
  scope: SCOPE,
  total: { now: 324, before: 406 },
  kinds: [
    { name: 'Theft', now: 120, before: 100 },
    { name: 'Burglary', now: 200, before: 300 },
    { name: 'Robbery', now: 4, before: 6 },
  ],
  compared: [],
  residents: { count: 10_000, year: 'mid-2014' },
  notes: [],
};

describe('the crime summary', () => {
  it('says each change in number and percent, and whether it is one: none in percent on a base under ten', () => {
    const table = withoutEmptyColumns(crimeSummary(SUMMARY));
    // 120 and 100: exact two-sided p 0.197; 200 and 300: p below 0.0001.
    expect(printed(table, 'Theft')).toEqual([
      'Theft',
      '120',
      '100',
      '+20',
      '+20.0%',
      'could easily be chance',
      '12.0',
      '→ no clear change',
    ]);
    expect(printed(table, 'Burglary')).toEqual([
      'Burglary',
      '200',
      '300',
      '−100',
      '−33.3%',
      'strong evidence of a fall',
      '20.0',
      '↓ down',
    ]);
    expect(printed(table, 'Robbery')).toEqual(['Robbery', '4', '6', '−2', '', 'too few to say', '0.4', '']);
    expect(table.rows.map(({ head }) => head)).toEqual(['Burglary', 'Theft', 'Robbery', 'All crime']);
    expect(table.finding).toBe(
      '324 crimes were recorded in the 12 months to June 2015, 82 (20.2%) fewer than a year earlier: strong evidence of a fall. Fewer, beyond chance: Burglary.',
    );
  });

  it('gives no change where the officer leaves the earlier months out, and says why', () => {
    const exceptional = [
      {
        measure: 'all-crime',
        from: monthOf(2014, 3),
        to: monthOf(2014, 4),
        reason: 'Floods',
        leftOutOf: ['last-year' as const],
      },
    ];
    const table = crimeSummary({ ...SUMMARY, scope: { ...SCOPE, exceptional } });
    expect(table.rows.every(({ cells }) => cells[1] === null && cells[2] === null)).toBe(true);
    expect(table.notes[0]).toBe(
      'March to April 2014 is marked as exceptional: Floods. It is left out of «last year» by choice, so no change is given.',
    );
  });

  it('names a change of recording under the table', () => {
    const recording = [{ measure: 'all-crime', month: monthOf(2015, 1), reason: 'New crime system.' }];
    expect(crimeSummary({ ...SUMMARY, scope: { ...SCOPE, recording } }).notes[0]).toBe(
      'Recording changed from January 2015: New crime system. Figures before and after are not like for like.',
    );
  });

  it('takes the group’s average and rank where exactly these months are compared', () => {
    const compared = [
      {
        ...{
          measure: 'burglary',
          name: 'Burglary',
          count: 200,
          population: 10_000,
          ratePerThousand: 20,
          average: 17.5,
        },
        ...{ rank: 11, of: 15, distancePercent: 14.3, verdict: 'inline' as const, fewerToAverage: 25, lastYear: 300 },
        ...{ direction: 'down' as const, changePercent: -33.3 },
      },
    ];
    const table = crimeSummary({ ...SUMMARY, compared });
    expect(printed(table, 'Burglary').slice(6, 9)).toEqual(['20.0', '17.5', '11 of 15']);
    expect(printed(table, 'Theft').slice(7, 9)).toEqual(['', '']);
  });
});

describe('three years', () => {
  it('are 36 months or twelve whole quarters, and begin where knowledge begins', () => {
    expect(
      threeYears(JUNE, 'by-month')
        .map(({ from }) => from)
        .slice(0, 1),
    ).toEqual(['2012-07']);
    expect(threeYears(monthOf(2015, 5), 'by-quarter').at(-1)).toEqual({ from: '2015-01', to: '2015-03' });
    const valueOf = ({ from, to }: { from: string; to: string }) => (from === to && from >= '2015-04' ? 10 : null);
    const exceptional = [
      { measure: 'asb', from: monthOf(2015, 5), to: monthOf(2015, 5), reason: 'Event', leftOutOf: [] },
    ];
    const table = threeYearSeries({ ...SCOPE, exceptional }, 'by-month', [
      { measure: 'asb', name: 'ASB', monthly: true, valueOf },
      { measure: 'dash', name: 'DASH', monthly: false, valueOf },
    ]);
    expect(table.columns.map(({ head }) => head)).toEqual(['ASB', 'Marked']);
    expect(table.rows.map(({ head }) => head)).toEqual(['April 2015', 'May 2015', 'June 2015']);
    expect(printed(table, 'May 2015')).toEqual(['May 2015', '10', 'exceptional: Event']);
    expect(table.notes).toEqual(['Nothing is held before April 2015.']);
  });
});

describe('neighbourhoods', () => {
  const input = {
    scope: SCOPE,
    areas: [
      { name: 'North', residents: 1000, priority: true, now: 100, before: 80 },
      { name: 'South', residents: 3000, priority: true, now: 60, before: 60 },
      { name: 'West', residents: 6000, priority: false, now: 30, before: 40 },
    ],
    unplaced: { now: 10, before: 10 },
    city: { residents: 10_000, populationYear: 'mid-2014' },
    notes: [],
  };

  it('are ranked from the highest rate, with records of no place counted for the city', () => {
    const table = neighbourhoodEvidence(input, 'all');
    expect(printed(table, 'North').slice(6)).toEqual(['100.0', '+400%', '1', 'priority']);
    expect(printed(table, 'The city').slice(0, 4)).toEqual(['The city', '200', '190', '+10']);
    expect(printed(table, 'Not placed').slice(0, 3)).toEqual(['Not placed', '10', '10']);
  });

  it('that are priority are pooled before any rate is made: 160 of 4,000, not the mean of 100 and 20', () => {
    const table = neighbourhoodEvidence(input, 'priority');
    expect(printed(table, 'The priority neighbourhoods together').slice(6, 8)).toEqual(['40.0', '+100%']);
    expect(table.finding).toBe(
      'The 2 priority neighbourhoods have 40% of the residents and 80% of the crime: 40.0 per 1,000 against 20.0 in the city.',
    );
  });
});

describe('who the records are about', () => {
  const field = {
    field: 'ageBand',
    name: 'Age of the victim',
    counts: [
      { value: '65+', now: 3, before: 9 },
      { value: '18-24', now: 40, before: 40 },
      { value: '25-34', now: 57, before: 51 },
      { value: 'Not recorded', now: 15, before: 10 },
      { value: null, now: 5, before: 10 },
    ],
  };
  const table = profileEvidence('victims', { scope: SCOPE, fields: [field], beforeHeld: true, notes: [] });

  it('has bands in their order and shares of those recorded, the unrecorded beside them', () => {
    expect(table.rows.map(({ head }) => head)).toEqual([
      '18–24',
      '25–34',
      '65 and over',
      'Not recorded',
      'All records',
    ]);
    expect(printed(table, '25–34')).toEqual(['25–34', '57', '57.0%', '51', '51.0%', '+6.0']);
    expect(printed(table, 'All records').slice(0, 2)).toEqual(['All records', '120']);
    expect(table.finding).toBe(
      'Age of the victim: 25–34 is the largest part, 57% of the records that say it; 17% do not say.',
    );
  });

  it('is handed over without small numbers and without what would give them away', () => {
    const safe = withholdEvidence(table, SMALL_NUMBER_RULE);
    expect(printed(safe, '65 and over').slice(0, 3)).toEqual(['65 and over', '[c]', '[c]']);
    expect(printed(safe, 'All records')[1]).toBe('120');
    const hidden = safe.rows.filter(({ cells }) => cells[0] === '[c]').map(({ head }) => head);
    expect(hidden.length).toBeGreaterThan(1);
    expect(safe.finding).toBe('');
    expect(safe.notes.at(-1)).toMatch(/^\[c\]: a small number/);
  });
});

describe('when', () => {
  it('reads the hour of a time as people write it, and of nothing else', () => {
    expect(['21:30', '2130', '9.30pm', '12:15 am', '7', '24:10', 'night', '12:75'].map(hourOf)).toEqual([
      21,
      21,
      21,
      0,
      7,
      null,
      null,
      null,
    ]);
  });

  it('counts weekday by hour, and weekday alone where there are no times, saying so', () => {
    const timed = whenEvidence({
      scope: SCOPE,
      counts: [
        { weekday: 5, time: '22:10', events: 30 },
        { weekday: 5, time: null, events: 5 },
        { weekday: 0, time: '02:00', events: 9 },
      ],
      notes: [],
    });
    expect(printed(timed, 'Friday').slice(23)).toEqual(['30', '0', '5', '35']);
    expect(printed(timed, 'Whole week').at(-1)).toBe('44');
    expect(timed.finding).toContain('Friday has the most records: 79.5%');
    const untimed = whenEvidence({ scope: SCOPE, counts: [{ weekday: 1, time: null, events: 4 }], notes: [] });
    expect(untimed.columns.map(({ head }) => head)).toEqual(['All day']);
    expect(untimed.notes[0]).toBe('The records of these months hold no times, so hours are not known.');
  });
});

describe('where', () => {
  it('shows the places with the most records, the others together, and adds up both ways', () => {
    const counts = [
      { area: 'North', kind: 'Theft', events: 30 },
      { area: 'North', kind: null, events: 10 },
      { area: null, kind: 'Theft', events: 5 },
    ];
    const table = placeEvidence({ scope: SCOPE, counts, notes: [] });
    expect(printed(table, 'North')).toEqual(['North', '30', '10', '40']);
    expect(printed(table, 'The city')).toEqual(['The city', '35', '10', '45']);
  });

  it('keeps twelve rows of nine columns with many small numbers safe, and soon', () => {
    const counts = Array.from({ length: 12 * 9 }, (_, at) => ({
      area: `Area ${String(at % 12)}`,
      kind: `Kind ${String(Math.floor(at / 12))}`,
      events: ((at * 7) % 29) + 1,
    }));
    const started = performance.now();
    const safe = withholdEvidence(placeEvidence({ scope: SCOPE, counts, notes: [] }), SMALL_NUMBER_RULE);
    expect(
      safe.rows.flatMap(({ cells }) => cells).filter((cell) => typeof cell === 'number' && cell > 0 && cell < 5),
    ).toEqual([]);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});

describe('the cost of crime', () => {
  const SHEET = [
    ['Illustrative unit costs'],
    ['Prices of', '2015/16'],
    ['Source', 'Made up for this test'],
    [],
    ['Offence', 'Unit cost'],
    ['Burglary', '£1,000'],
    ['Theft', 250],
    ['Arson', 5000],
  ];

  it('is read from a sheet that says whose costs they are and of which year', () => {
    const { costs, refusals } = readUnitCosts(SHEET);
    expect(refusals).toEqual([]);
    expect(costs).toMatchObject({
      pricesOf: '2015/16',
      illustrative: true,
      rows: [{ offence: 'Burglary', pounds: 1000 }, {}, {}],
    });
    expect(readUnitCosts(SHEET.slice(3)).refusals.map(({ says }) => says)).toEqual([
      'It does not say of which year its prices are.',
      'It does not say whose costs these are.',
    ]);
    expect(readUnitCosts([...SHEET, ['Robbery', 'about £3k']]).costs).toBeNull();
  });

  it('is count times unit cost, says what has no cost, and never makes a cost up', () => {
    const { costs } = readUnitCosts(SHEET);
    const counts = [
      { group: 'Burglary', offence: 'Dwelling', events: 20 },
      { group: 'Theft', offence: 'Shoplifting', events: 100 },
      { group: 'Robbery', offence: null, events: 7 },
    ];
    const table = costEvidence({ scope: SCOPE, costs, counts });
    expect(printed(table, 'Burglary')).toEqual(['Burglary', '20', '£1,000', '£20,000', '44.4%']);
    expect(printed(table, 'Arson')).toEqual(['Arson', '', '£5,000', '', '']);
    expect(printed(table, 'All that has a unit cost')[3]).toBe('£45,000');
    expect(table.illustrative).toBe(true);
    expect(table.notes).toContain('7 recorded crimes have no unit cost and are not in the sum (Robbery).');
    expect(costEvidence({ scope: SCOPE, costs: null, counts }).nothing).toContain('No unit costs are held');
  });
});

describe('the officer’s part', () => {
  it('stands in place of the drafted words and beside rows, leaves rows out, and never changes a figure', () => {
    const table = crimeSummary(SUMMARY);
    const edited = editedEvidence(table, {
      ...NO_EDIT,
      finding: 'Burglary fell.',
      notes: { burglary: 'Locks were fitted.' },
      leftOut: ['robbery'],
    });
    expect(edited.finding).toBe('Burglary fell.');
    expect(edited.rows.map(({ head }) => head)).toEqual(['Burglary', 'Theft', 'All crime']);
    expect(edited.rows[0]?.note).toBe('Locks were fitted.');
    expect(edited.rows.map(({ cells }) => cells)).toEqual(
      table.rows.filter(({ id }) => id !== 'robbery').map(({ cells }) => cells),
    );
    expect(edited.notes.at(-1)).toBe('Left out by choice: Robbery. Totals include what is left out.');
  });
});

describe('gaps in knowledge', () => {
  it('say missing months as runs', () => {
    expect(monthsInRuns([...monthsFrom(monthOf(2013, 7), monthOf(2014, 3)), JUNE])).toBe(
      'July 2013 to March 2014 and June 2015',
    );
  });
});
