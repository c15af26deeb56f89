import { scoreIssue, type IssueScore, type ScoredIssue } from './score-issue.ts';
import type { RiskScheme } from './scheme.ts';

/** An issue with its score and place; `rank` 1 is the highest risk, null where the risk is not known. */
export interface RankedIssue {
  readonly issue: ScoredIssue;
  readonly score: IssueScore;
  readonly rank: number | null;
}

const byName = (a: RankedIssue, b: RankedIssue): number =>
  a.issue.name < b.issue.name ? -1 : a.issue.name > b.issue.name ? 1 : 0;

/** Highest risk first, then highest harm, then by name; issues without a risk come last and have no rank. */
export function rankIssues(scheme: RiskScheme, issues: readonly ScoredIssue[]): RankedIssue[] {
  const scored = issues.map((issue): RankedIssue => ({ issue, score: scoreIssue(scheme, issue), rank: null }));
  const known = scored.filter(({ score }) => score.risk !== null);
  const unknown = scored.filter(({ score }) => score.risk === null);
  const harmOf = ({ score }: RankedIssue) => Math.round((score.harm ?? 0) * 1e6);
  known.sort((a, b) => (b.score.risk ?? 0) - (a.score.risk ?? 0) || harmOf(b) - harmOf(a) || byName(a, b));
  return [...known.map((one, at) => ({ ...one, rank: at + 1 })), ...unknown.sort(byName)];
}
