import { placeOf, type Dimension, type RiskScheme } from './scheme.ts';
import type { ScoredIssue } from './score-issue.ts';
import { rankIssues } from './rank-issues.ts';

/** What one level up or down on one dimension would do to an issue. */
export interface Nudge {
  readonly dimension: string;
  readonly by: 1 | -1;
  readonly level: number;
  readonly risk: number | null;
  readonly band: string | null;
  readonly rank: number | null;
}

/** Whether an issue keeps its place when any one of its levels is one step off. */
export interface Sensitivity {
  readonly issue: string;
  readonly rank: number | null;
  readonly bestRank: number | null;
  readonly worstRank: number | null;
  /** Null where the issue has no rank to keep. */
  readonly keepsRank: boolean | null;
  readonly keepsBand: boolean | null;
  readonly nudges: readonly Nudge[];
}

/** The next level up or down; a median between two goes to the nearer end of its step. Null at the end of the scale. */
function nextLevel(dimension: Dimension, level: number, by: 1 | -1): number | null {
  const place = placeOf(dimension, level);
  if (place === null) return null;
  const next = by === 1 ? Math.floor(place + 1) : Math.ceil(place - 1);
  return dimension.levels[next]?.value ?? null;
}

function nudgesOf(scheme: RiskScheme, issues: readonly ScoredIssue[], issue: ScoredIssue): Nudge[] {
  const counted = scheme.dimensions.filter((dimension) => dimension.section !== 'position');
  return counted.flatMap((dimension) =>
    ([1, -1] as const).flatMap((by): Nudge[] => {
      const held = issue.levels[dimension.id] ?? null;
      const level = held === null ? null : nextLevel(dimension, held, by);
      if (level === null) return [];
      const moved = issues.map((one) =>
        one.id === issue.id ? { ...one, levels: { ...one.levels, [dimension.id]: level } } : one,
      );
      const found = rankIssues(scheme, moved).find((one) => one.issue.id === issue.id);
      const [risk, band] = [found?.score.risk ?? null, found?.score.band ?? null];
      return [{ dimension: dimension.id, by, level, risk, band, rank: found?.rank ?? null }];
    }),
  );
}

/** For each issue, in rank order: does its rank survive one level more or less on any one dimension? */
export function sensitivityOf(scheme: RiskScheme, issues: readonly ScoredIssue[]): Sensitivity[] {
  return rankIssues(scheme, issues).map(({ issue, score, rank }) => {
    if (rank === null) {
      return { issue: issue.id, rank, bestRank: null, worstRank: null, keepsRank: null, keepsBand: null, nudges: [] };
    }
    const nudges = nudgesOf(scheme, issues, issue);
    const ranks = [rank, ...nudges.flatMap((nudge) => (nudge.rank === null ? [] : [nudge.rank]))];
    return {
      issue: issue.id,
      rank,
      bestRank: Math.min(...ranks),
      worstRank: Math.max(...ranks),
      keepsRank: ranks.every((one) => one === rank),
      keepsBand: nudges.every((nudge) => nudge.band === score.band),
      nudges,
    };
  });
}
