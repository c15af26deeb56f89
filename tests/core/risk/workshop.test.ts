import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { departuresFrom, problemsOfAgreement } from '../../../src/core/risk/agreed-priorities.ts';
import { besideLastYear } from '../../../src/core/risk/last-year.ts';
import { likelihoodByImpact5 } from '../../../src/core/risk/likelihood-by-impact.ts';
import { rankIssues } from '../../../src/core/risk/rank-issues.ts';
import { rankedTable } from '../../../src/core/risk/risk-views.ts';
import type { ScoredIssue } from '../../../src/core/risk/score-issue.ts';
import { sensitivityOf } from '../../../src/core/risk/sensitivity.ts';
import { medianOf, problemsOf, workshopResults, type WorkshopScore } from '../../../src/core/risk/workshop.ts';

const SCHEME = likelihoodByImpact5();

const score = (scorer: string, issue: string, dimension: string, level: number | null): WorkshopScore => ({
  issue,
  dimension,
  scorer,
  level,
  reason: 'Referrals rose in three quarters.',
  evidence: ['measure:da-referrals'],
  scoredOn: '2015-07-14',
});

const all = (issue: string, dimension: string, levels: readonly (number | null)[]) =>
  levels.map((level, at) => score(`Group ${String(at + 1)}`, issue, dimension, level));

const ABUSE = { id: 'abuse', name: 'Domestic abuse', kind: 'key-issue', confidence: 'B', agreed: {} } as const;
const THEFT = { id: 'theft', name: 'Shop theft', kind: 'key-issue', confidence: null, agreed: { impact: 2 } } as const;

const SCORES = [
  ...all('abuse', 'impact', [5, 4, 5, 4, 5]),
  ...all('abuse', 'likelihood', [5, 2, 4, 4, null]),
  ...all('theft', 'impact', [1, 3, 2, 1]),
  ...all('theft', 'likelihood', [5, 5, 4, 4]),
];

describe('a workshop of five groups', () => {
  const [abuse, theft] = workshopResults(SCHEME, [ABUSE, THEFT], SCORES);

  it('gives the median and the range of each dimension, leaving out who has not scored', () => {
    expect(
      abuse?.agreements.map(({ dimension, scorers, median, lowest, highest }) => [
        dimension,
        scorers,
        median,
        lowest,
        highest,
      ]),
    ).toEqual([
      ['impact', 5, 5, 4, 5],
      ['likelihood', 4, 4, 2, 5],
    ]);
    expect(theft?.agreements[1]?.median).toBe(4.5);
  });

  it('flags scorers two levels or more apart and names who should speak first', () => {
    expect(abuse?.agreements.map((one) => one.disagreement)).toEqual([false, true]);
    expect(abuse?.agreements[1]?.furthestApart).toEqual({ lowest: ['Group 2'], highest: ['Group 1'] });
    expect(theft?.agreements[0]).toMatchObject({ levelsApart: 2, disagreement: true, agreed: 2 });
  });

  it('scores with the level agreed after talking, else with the median', () => {
    expect(abuse?.issue.levels).toEqual({ impact: 5, likelihood: 4 });
    expect(theft?.issue.levels).toEqual({ impact: 2, likelihood: 4.5 });
  });

  it('shows the disagreement and the sensitivity in the ranked table', () => {
    const workshop = workshopResults(SCHEME, [ABUSE, THEFT], SCORES);
    const issues = workshop.map((one) => one.issue);
    const { rows } = rankedTable(SCHEME, issues, { workshop, sensitivity: sensitivityOf(SCHEME, issues) });
    expect(
      rows.map(({ name, rank, risk, disagreements, keepsRank }) => ({ name, rank, risk, disagreements, keepsRank })),
    ).toEqual([
      { name: 'Domestic abuse', rank: 1, risk: 20, disagreements: ['Likelihood'], keepsRank: true },
      { name: 'Shop theft', rank: 2, risk: 9, disagreements: ['Impact'], keepsRank: true },
    ]);
  });

  it('with no score at all knows nothing: no median, no range, no disagreement', () => {
    const [none] = workshopResults(SCHEME, [{ ...ABUSE, id: 'new' }], SCORES);
    expect(none?.agreements[0]).toMatchObject({
      scorers: 0,
      median: null,
      lowest: null,
      highest: null,
      disagreement: false,
    });
    expect(none?.issue.levels).toEqual({ impact: null, likelihood: null });
  });

  it('the median never leaves the range, whatever the order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 9 }), (levels) => {
        const median = medianOf(levels) ?? NaN;
        expect(median).toBeGreaterThanOrEqual(Math.min(...levels));
        expect(median).toBeLessThanOrEqual(Math.max(...levels));
        expect(medianOf([...levels].reverse())).toBe(median);
      }),
    );
  });
});

describe('what a score must have', () => {
  const complete = score('Group 1', 'abuse', 'impact', 4);

  it('a complete score has no problem', () => {
    expect(problemsOf(SCHEME, complete)).toEqual([]);
  });

  it.each([
    [{ reason: '  ' }, 'The reason is missing: say why this level and not the next.'],
    [{ evidence: [] }, 'The evidence is missing: link at least one figure, survey or document.'],
    [{ evidence: [''] }, 'The evidence is missing: link at least one figure, survey or document.'],
    [{ level: null }, 'Impact is not scored.'],
    [{ level: 6 }, 'Impact has no level 6: its levels are 1, 2, 3, 4, 5.'],
    [{ dimension: 'luck' }, 'Likelihood × impact, 5 by 5 has no dimension «luck».'],
    [{ scorer: '' }, 'Who scored is missing.'],
    [{ scoredOn: '' }, 'The day of scoring is missing.'],
  ])('%j is said', (part, says) => {
    expect(problemsOf(SCHEME, { ...complete, ...part })).toEqual([says]);
  });
});

const issue = (name: string, impact: number | null, likelihood: number | null): ScoredIssue => ({
  id: name,
  name,
  kind: 'key-issue',
  levels: { impact, likelihood },
  confidence: null,
});

describe('last year beside this year', () => {
  const before = rankIssues(SCHEME, [
    issue('A', 5, 5),
    issue('B', 4, 4),
    issue('C', 3, 3),
    issue('Old', 2, 2),
    issue('E', null, 1),
  ]);
  const now = rankIssues(SCHEME, [
    issue('A', 5, 4),
    issue('B', 3, 3),
    issue('C', 5, 5),
    issue('New', 1, 1),
    issue('E', 1, 2),
  ]);

  it('says who rose, fell, came and went', () => {
    expect(
      besideLastYear(now, before, true).map(({ name, places, riskChange, says }) => [name, places, riskChange, says]),
    ).toEqual([
      ['C', 2, 16, 'up 2 places from 3'],
      ['A', -1, -5, 'down 1 place from 1'],
      ['B', -1, -7, 'down 1 place from 2'],
      ['E', null, null, 'cannot be compared: it has no rank in one of the two years'],
      ['New', null, null, 'new this year'],
      ['Old', null, null, 'not scored this year; it was 4'],
    ]);
  });

  it('compares no risks across two schemes, only places', () => {
    const [first] = besideLastYear(now, before, false);
    expect(first).toMatchObject({ places: 2, riskChange: null });
  });
});

describe('the priorities the Board agrees', () => {
  const ranked = rankIssues(SCHEME, [issue('A', 5, 5), issue('B', 4, 4), issue('C', 3, 3)]);
  const agreed = { agreedOn: '2015-07-23', meeting: 'Safer Plymouth Board', issues: ['A', 'B'], reasons: {} };

  it('the top of the ranking needs no reason, in whatever order', () => {
    expect(departuresFrom(ranked, { ...agreed, issues: ['B', 'A'] })).toEqual([]);
    expect(problemsOfAgreement(ranked, agreed)).toEqual([]);
  });

  it('one chosen over a higher risk needs a reason, and so does the one passed over', () => {
    const other = { ...agreed, issues: ['A', 'C'], reasons: { C: 'Residents named it first in the survey.' } };
    expect(
      departuresFrom(ranked, other).map(({ name, rank, place, reason }) => [name, rank, place, reason !== null]),
    ).toEqual([
      ['B', 2, null, false],
      ['C', 3, 2, true],
    ]);
    expect(problemsOfAgreement(ranked, other)).toEqual([
      'B ranks 2 and is not among the 2 priorities. Say why the Board departs from the ranking.',
    ]);
  });

  it('says what is missing', () => {
    expect(problemsOfAgreement(ranked, { agreedOn: '', meeting: '', issues: ['Z'], reasons: { A: 'x' } })).toEqual([
      'The day of the decision is missing.',
      'The meeting that decided is missing.',
      'There is no issue «Z» in the ranking.',
    ]);
  });
});
