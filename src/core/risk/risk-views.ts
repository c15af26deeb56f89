import { MORILE_NOTICE } from './morile-notice.ts';
import type { RankMovement } from './last-year.ts';
import { rankIssues, type RankedIssue } from './rank-issues.ts';
import { dimensionsOf, sectionEnds, type RiskScheme } from './scheme.ts';
import { bandOf, riskOf, toDecimals, type IssueKind, type ScoredIssue } from './score-issue.ts';
import type { Sensitivity } from './sensitivity.ts';
import type { WorkshopResult } from './workshop.ts';

/** One row of the ranked table. Every null: not known, an empty cell. */
export interface RankedRow {
  readonly issue: string;
  readonly name: string;
  readonly kind: IssueKind;
  readonly rank: number | null;
  readonly harm: number | null;
  readonly likelihood: number | null;
  readonly risk: number | null;
  readonly band: string | null;
  readonly confidence: string | null;
  readonly position: number | null;
  /** Best and worst rank with one level more or less on any dimension. */
  readonly bestRank: number | null;
  readonly worstRank: number | null;
  readonly keepsRank: boolean | null;
  readonly rankLastYear: number | null;
  readonly movement: string | null;
  /** Dimensions on which scorers are two levels or more apart; null without a workshop. */
  readonly disagreements: readonly string[] | null;
  readonly missing: readonly string[];
}

/** The ranked table of an assessment, for window, paper and workbook alike. */
export interface RankedTableView {
  readonly scheme: string;
  readonly version: string;
  readonly source: string;
  readonly notice: string;
  readonly rows: readonly RankedRow[];
}

/** One issue on the matrix: likelihood across, harm up, confidence as the shape of the mark. */
export interface MatrixPoint {
  readonly issue: string;
  readonly name: string;
  readonly likelihood: number;
  readonly harm: number;
  readonly risk: number;
  readonly band: string | null;
  readonly rank: number;
  readonly confidence: string | null;
  readonly shape: 'circle' | 'triangle' | 'diamond' | 'hollow';
}

/** A square of a matrix of levels, with the risk its two levels make. */
export interface MatrixSquare {
  readonly likelihood: number;
  readonly harm: number;
  readonly risk: number;
  readonly band: string | null;
}

export interface MatrixView {
  readonly scheme: string;
  readonly notice: string;
  readonly across: { readonly from: number; readonly to: number; readonly words: readonly string[] };
  readonly up: { readonly from: number; readonly to: number; readonly words: readonly string[] };
  readonly points: readonly MatrixPoint[];
  /** Squares of a plain likelihood × impact grid, lowest first; empty where each side has several dimensions. */
  readonly squares: readonly MatrixSquare[];
  /** Issues that cannot be placed yet. */
  readonly notPlaced: readonly string[];
}

const SHAPES = ['circle', 'triangle', 'diamond'] as const;

/** What else stands beside the ranking, each where it is at hand. */
export interface Beside {
  readonly sensitivity?: readonly Sensitivity[];
  readonly movement?: readonly RankMovement[];
  readonly workshop?: readonly WorkshopResult[];
}

function rankedRow(scheme: RiskScheme, { issue, score, rank }: RankedIssue, beside: Beside): RankedRow {
  const moved = beside.movement?.find((one) => one.issue === issue.id);
  const nudged = beside.sensitivity?.find((one) => one.issue === issue.id);
  const result = beside.workshop?.find((one) => one.issue.id === issue.id);
  const nameOf = (id: string) => scheme.dimensions.find((one) => one.id === id)?.name ?? id;
  return {
    issue: issue.id,
    name: issue.name,
    kind: issue.kind,
    rank,
    harm: score.harm,
    likelihood: score.likelihood,
    risk: score.risk,
    band: score.band,
    confidence: score.confidence,
    position: score.position,
    bestRank: nudged?.bestRank ?? null,
    worstRank: nudged?.worstRank ?? null,
    keepsRank: nudged?.keepsRank ?? null,
    rankLastYear: moved?.rankLastYear ?? null,
    movement: moved?.says ?? null,
    disagreements:
      result === undefined
        ? null
        : result.agreements.filter((one) => one.disagreement).map((one) => nameOf(one.dimension)),
    missing: score.missing,
  };
}

/** The ranked table: highest risk first, unscored issues last, with what stands beside each. */
export const rankedTable = (
  scheme: RiskScheme,
  issues: readonly ScoredIssue[],
  beside: Beside = {},
): RankedTableView => ({
  scheme: scheme.name,
  version: scheme.version,
  source: scheme.source,
  notice: MORILE_NOTICE,
  rows: rankIssues(scheme, issues).map((one) => rankedRow(scheme, one, beside)),
});

function squaresOf(scheme: RiskScheme): MatrixSquare[] {
  const [up, ...moreUp] = dimensionsOf(scheme, 'harm');
  const [across, ...moreAcross] = dimensionsOf(scheme, 'likelihood');
  if (up === undefined || across === undefined || moreUp.length + moreAcross.length > 0) return [];
  if (scheme.sectionRule !== 'mean') return [];
  return up.levels.flatMap(({ value: harm }) =>
    across.levels.map(({ value: likelihood }) => {
      const risk = toDecimals(riskOf(scheme, harm, likelihood), scheme.decimals);
      return { likelihood, harm, risk, band: bandOf(scheme, risk) };
    }),
  );
}

/** The matrix: likelihood across, harm up; confidence is the mark's shape, so that colour need not carry it. */
export function matrixView(scheme: RiskScheme, issues: readonly ScoredIssue[]): MatrixView {
  const ranked = rankIssues(scheme, issues);
  const wordsOf = (section: 'harm' | 'likelihood') => {
    const own = dimensionsOf(scheme, section);
    return own.length === 1 ? (own[0]?.levels.map((level) => level.words) ?? []) : own.map((one) => one.name);
  };
  const points = ranked.flatMap(({ issue, score, rank }): MatrixPoint[] => {
    const { harm, likelihood, risk, band, confidence } = score;
    if (harm === null || likelihood === null || risk === null || rank === null) return [];
    const grade = scheme.confidence.findIndex((one) => one.grade === confidence);
    const shape = SHAPES[grade] ?? 'hollow';
    return [{ issue: issue.id, name: issue.name, likelihood, harm, risk, band, rank, confidence, shape }];
  });
  return {
    scheme: scheme.name,
    notice: MORILE_NOTICE,
    across: { ...sectionEnds(scheme, 'likelihood'), words: wordsOf('likelihood') },
    up: { ...sectionEnds(scheme, 'harm'), words: wordsOf('harm') },
    points,
    squares: squaresOf(scheme),
    notPlaced: ranked.filter((one) => one.rank === null).map((one) => one.issue.name),
  };
}
