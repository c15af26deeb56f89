import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likelihoodByImpact4, likelihoodByImpact5 } from '../../../src/core/risk/likelihood-by-impact.ts';
import { MORILE_NOTICE } from '../../../src/core/risk/morile-notice.ts';
import { rankIssues } from '../../../src/core/risk/rank-issues.ts';
import { matrixView, rankedTable } from '../../../src/core/risk/risk-views.ts';
import { dimensionsOf, type RiskScheme } from '../../../src/core/risk/scheme.ts';
import { scoreIssue, type ScoredIssue } from '../../../src/core/risk/score-issue.ts';
import { sensitivityOf } from '../../../src/core/risk/sensitivity.ts';
import { TEMPLATE_A } from '../../../src/core/risk/template-a.ts';

interface Vectors {
  readonly config: {
    readonly harm_dims: readonly string[];
    readonly likelihood_dims: readonly string[];
    readonly org_dims: readonly string[];
    readonly harm_levels: Readonly<Record<string, string>>;
    readonly likelihood_levels: Readonly<Record<string, string>>;
    readonly org_levels: Readonly<Record<string, string>>;
    readonly harm_weights: Readonly<Record<string, number>>;
    readonly bands: readonly (readonly [number, number, string])[];
    readonly confidence: Readonly<Record<string, string>>;
  };
  readonly illustrative_scores: readonly {
    readonly issue: string;
    readonly harm: readonly number[];
    readonly likelihood: readonly number[];
    readonly org: readonly number[];
    readonly confidence: string;
    readonly harm_score: number;
    readonly likelihood_score: number;
    readonly risk: number;
    readonly org_gap: number;
    readonly band: string;
    readonly rank: number;
  }[];
}

const SOURCES = [
  { from: 'kept here', url: new URL('./worked-scores.json', import.meta.url) },
  { from: 'shared', url: new URL('../../../../shared/oracle/risk_template_vectors.json', import.meta.url) },
]
  .filter(({ url }) => existsSync(url))
  .map(({ from, url }) => ({ from, vectors: JSON.parse(readFileSync(url, 'utf8')) as Vectors }));

const levelsFrom = (pairs: readonly (readonly [readonly string[], readonly number[]])[]) =>
  Object.fromEntries(pairs.flatMap(([names, values]) => names.map((name, at) => [name, values[at] ?? null])));

const issue = (name: string, levels: ScoredIssue['levels'], confidence: string | null = null): ScoredIssue => ({
  id: name.toLowerCase(),
  name,
  kind: 'key-issue',
  levels,
  confidence,
});

describe.each(SOURCES)(
  'Template A against the worked scores ($from)',
  ({ vectors: { config, illustrative_scores } }) => {
    const issues = illustrative_scores.map((one) =>
      issue(
        one.issue,
        levelsFrom([
          [config.harm_dims, one.harm],
          [config.likelihood_dims, one.likelihood],
          [config.org_dims, one.org],
        ]),
        one.confidence,
      ),
    );

    it.each(illustrative_scores.map((one, at) => [one.issue, one, at] as const))('%s has its score', (_, one, at) => {
      const given = issues[at];
      if (given === undefined) throw new Error('no such issue');
      const score = scoreIssue(TEMPLATE_A, given);
      expect(Math.abs((score.harm ?? NaN) - one.harm_score)).toBeLessThanOrEqual(0.005 + 1e-9);
      expect(Math.abs((score.likelihood ?? NaN) - one.likelihood_score)).toBeLessThanOrEqual(0.005 + 1e-9);
      expect(Math.abs((score.position ?? NaN) - one.org_gap)).toBeLessThanOrEqual(0.05 + 1e-9);
      expect(score).toMatchObject({ risk: one.risk, band: one.band, confidence: one.confidence, missing: [] });
    });

    it('ranks them by risk, then harm, then name', () => {
      expect(rankIssues(TEMPLATE_A, [...issues].reverse()).map(({ issue: { name }, rank }) => [rank, name])).toEqual(
        illustrative_scores.map((one) => [one.rank, one.issue]),
      );
    });

    it('has the dimensions, weights, levels, bands and grades of the template', () => {
      const ids = (section: 'harm' | 'likelihood' | 'position') =>
        dimensionsOf(TEMPLATE_A, section).map((one) => one.id);
      expect([ids('harm'), ids('likelihood'), ids('position')]).toEqual([
        config.harm_dims,
        config.likelihood_dims,
        config.org_dims,
      ]);
      expect(Object.fromEntries(dimensionsOf(TEMPLATE_A, 'harm').map((one) => [one.id, one.weight]))).toEqual(
        config.harm_weights,
      );
      for (const [section, levels] of [
        ['harm', config.harm_levels],
        ['likelihood', config.likelihood_levels],
        ['position', config.org_levels],
      ] as const) {
        for (const one of dimensionsOf(TEMPLATE_A, section)) {
          expect(one.levels.map((level) => String(level.value))).toEqual(Object.keys(levels));
        }
      }
      expect(TEMPLATE_A.bands.map(({ name, from }) => [from, name])).toEqual(
        config.bands.map(([from, , name]) => [from, name]),
      );
      expect(Object.fromEntries(TEMPLATE_A.confidence.map((one) => [one.grade, one.words]))).toEqual(config.confidence);
    });
  },
);

const anyLevels = (scheme: RiskScheme) =>
  fc.record(
    Object.fromEntries(
      scheme.dimensions.map((one) => [one.id, fc.constantFrom(...one.levels.map((level) => level.value))]),
    ),
  );

const FULL = Object.fromEntries(TEMPLATE_A.dimensions.map((one) => [one.id, one.levels[1]?.value ?? null]));

describe('what the scores promise', () => {
  it('a level not scored is never taken for nought: the risk is not known and the dimension is named', () => {
    const score = scoreIssue(TEMPLATE_A, issue('Arson', { ...FULL, physical: null }));
    expect(score).toMatchObject({ harm: null, risk: null, band: null, missing: ['Physical harm'] });
    expect(score.likelihood).not.toBeNull();
    const [first, last] = rankIssues(TEMPLATE_A, [issue('Arson', { ...FULL, trend: null }), issue('Theft', FULL)]);
    expect([first?.issue.name, first?.rank, last?.issue.name, last?.rank]).toEqual(['Theft', 1, 'Arson', null]);
  });

  it('a level the template does not have is not scored', () => {
    expect(scoreIssue(TEMPLATE_A, issue('Arson', { ...FULL, physical: 7 }))).toMatchObject({
      risk: null,
      missing: ['Physical harm'],
    });
  });

  it('neither confidence nor position ever changes the risk', () => {
    fc.assert(
      fc.property(
        anyLevels(TEMPLATE_A),
        fc.constantFrom('A', 'B', 'C', null),
        fc.nat(3),
        fc.nat(3),
        (levels, grade, capacity, capability) => {
          const before = scoreIssue(TEMPLATE_A, issue('X', levels));
          const after = scoreIssue(TEMPLATE_A, issue('X', { ...levels, capacity, capability }, grade));
          expect([after.risk, after.band, after.harm]).toEqual([before.risk, before.band, before.harm]);
        },
      ),
    );
  });

  it('the risk lies between 0 and 100, and one level more never lowers it', () => {
    fc.assert(
      fc.property(anyLevels(TEMPLATE_A), fc.constantFrom(...TEMPLATE_A.dimensions), (levels, dimension) => {
        const risk = scoreIssue(TEMPLATE_A, issue('X', levels)).risk ?? NaN;
        expect(risk).toBeGreaterThanOrEqual(0);
        expect(risk).toBeLessThanOrEqual(100);
        const up = (levels[dimension.id] ?? 0) + 1;
        const more = scoreIssue(TEMPLATE_A, issue('X', { ...levels, [dimension.id]: up })).risk;
        if (more !== null) expect(more).toBeGreaterThanOrEqual(risk);
      }),
    );
  });

  it('a risk of 75.0 as printed is very high: band and print agree', () => {
    fc.assert(
      fc.property(anyLevels(TEMPLATE_A), (levels) => {
        const { risk, band } = scoreIssue(TEMPLATE_A, issue('X', levels));
        const expected =
          (risk ?? 0) >= 75 ? 'Very high' : (risk ?? 0) >= 50 ? 'High' : (risk ?? 0) >= 25 ? 'Moderate' : 'Low';
        expect(band).toBe(expected);
      }),
    );
  });
});

describe('plain likelihood × impact', () => {
  it('gives the printed grid of four by four: 4 8 12 16, 3 6 9 12, 2 4 6 8, 1 2 3 4', () => {
    const { squares } = matrixView(likelihoodByImpact4(), []);
    const rowOf = (impact: number) => squares.filter((one) => one.harm === impact).map((one) => one.risk);
    expect([4, 3, 2, 1].map(rowOf)).toEqual([
      [4, 8, 12, 16],
      [3, 6, 9, 12],
      [2, 4, 6, 8],
      [1, 2, 3, 4],
    ]);
  });

  it('goes from 1 to 25 at five by five, and names no bands but the partnership’s own', () => {
    const plain = matrixView(likelihoodByImpact5(), [issue('Flood', { impact: 5, likelihood: 5 })]);
    expect([plain.squares.length, plain.points[0]?.risk, plain.points[0]?.band]).toEqual([25, 25, null]);
    const own = likelihoodByImpact5([
      { name: 'Low', from: 1 },
      { name: 'High', from: 10 },
    ]);
    expect(scoreIssue(own, issue('Flood', { impact: 2, likelihood: 5 }))).toMatchObject({ risk: 10, band: 'High' });
    expect(scoreIssue(own, issue('Flood', { impact: 3, likelihood: 3 }))).toMatchObject({ risk: 9, band: 'Low' });
  });
});

describe('sensitivity', () => {
  const plain = likelihoodByImpact5();
  const issues = [
    issue('A', { impact: 5, likelihood: 5 }),
    issue('B', { impact: 3, likelihood: 4 }),
    issue('C', { impact: 3, likelihood: 3 }),
    issue('D', { impact: 1, likelihood: null }),
  ];

  it('says which ranks survive one level more or less', () => {
    const [a, b, c, d] = sensitivityOf(plain, issues);
    // A at 4 × 5 is 20, still above B; B at 2 × 4 is 8 and falls below C at 9; C at 4 × 3 ties B at 12 and has more harm.
    expect(a).toMatchObject({ rank: 1, bestRank: 1, worstRank: 1, keepsRank: true });
    expect(b).toMatchObject({ rank: 2, bestRank: 2, worstRank: 3, keepsRank: false });
    expect(c).toMatchObject({ rank: 3, bestRank: 2, worstRank: 3, keepsRank: false });
    expect(d).toMatchObject({ rank: null, keepsRank: null, nudges: [] });
  });

  it('never leaves the scale: the highest level is only lowered', () => {
    expect(sensitivityOf(plain, issues)[0]?.nudges.map((one) => [one.dimension, one.by, one.level])).toEqual([
      ['impact', -1, 4],
      ['likelihood', -1, 4],
    ]);
  });

  it('a median between two levels is moved to the next whole ones', () => {
    const [only] = sensitivityOf(plain, [issue('A', { impact: 2.5, likelihood: 3 })]);
    expect(only?.nudges.filter((one) => one.dimension === 'impact').map((one) => one.level)).toEqual([3, 2]);
  });
});

describe('the ranked table and the matrix', () => {
  const issues = [
    issue('Theft', FULL, 'A'),
    issue('Arson', { ...FULL, physical: 4 }, 'C'),
    issue('Fraud', { ...FULL, trend: null }),
  ];

  it('says that MoRiLE’s own scale is not published here', () => {
    expect(rankedTable(TEMPLATE_A, issues).notice).toBe(MORILE_NOTICE);
    expect(matrixView(TEMPLATE_A, issues).notice).toContain('not published');
  });

  it('places the scored issues, shows confidence as a shape, and names those not placed', () => {
    const { points, notPlaced, squares, across, up } = matrixView(TEMPLATE_A, issues);
    expect(points.map((one) => [one.rank, one.name, one.shape])).toEqual([
      [1, 'Arson', 'diamond'],
      [2, 'Theft', 'circle'],
    ]);
    expect({ notPlaced, squares }).toEqual({ notPlaced: ['Fraud'], squares: [] });
    expect([across.from, across.to, up.from, up.to]).toEqual([25, 100, 0, 100]);
  });
});
