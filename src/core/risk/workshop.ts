import { placeOf, type Dimension, type RiskScheme } from './scheme.ts';
import type { IssueKind, ScoredIssue } from './score-issue.ts';

/** One scorer's (or group's) judgement of one dimension of one issue. `level` null: not scored, which is not nought. */
export interface WorkshopScore {
  readonly issue: string;
  readonly dimension: string;
  readonly scorer: string;
  readonly level: number | null;
  readonly reason: string;
  /** What it rests on: a measure, a table, a survey, a document. */
  readonly evidence: readonly string[];
  /** Day written `2015-07-23`. */
  readonly scoredOn: string;
}

/** Scorers this many levels apart or more have to talk. */
export const LEVELS_APART = 2;

/** What the scorers of one dimension say together. */
export interface Agreement {
  readonly dimension: string;
  readonly scorers: number;
  readonly median: number | null;
  readonly lowest: number | null;
  readonly highest: number | null;
  /** Steps between lowest and highest on the dimension's own levels; null with no score. */
  readonly levelsApart: number | null;
  readonly disagreement: boolean;
  /** Who gave the lowest and the highest, where they disagree: who should say why first. */
  readonly furthestApart: { readonly lowest: readonly string[]; readonly highest: readonly string[] } | null;
  /** The level all agreed on after talking, or null: then the median stands. */
  readonly agreed: number | null;
}

/** The middle of the values, between the two middle ones where their number is even; null with none. */
export function medianOf(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [high, low] = [sorted[middle], sorted[middle - 1]];
  if (high === undefined) return null;
  return sorted.length % 2 === 1 || low === undefined ? high : (low + high) / 2;
}

/** Median, range and disagreement of one dimension's scorers. Scores the scheme does not have are left out. */
export function agreementOn(
  dimension: Dimension,
  scores: readonly WorkshopScore[],
  agreed: number | null = null,
): Agreement {
  const given = scores.flatMap(({ scorer, level, dimension: of }) => {
    const valid = of === dimension.id && level !== null && dimension.levels.some((one) => one.value === level);
    return valid ? [{ scorer, level }] : [];
  });
  const levels = given.map((one) => one.level);
  const lowest = levels.length === 0 ? null : Math.min(...levels);
  const highest = levels.length === 0 ? null : Math.max(...levels);
  const levelsApart =
    lowest === null || highest === null ? null : (placeOf(dimension, highest) ?? 0) - (placeOf(dimension, lowest) ?? 0);
  const disagreement = levelsApart !== null && levelsApart >= LEVELS_APART;
  const who = (level: number | null) => given.filter((one) => one.level === level).map((one) => one.scorer);
  return {
    dimension: dimension.id,
    scorers: new Set(given.map((one) => one.scorer)).size,
    median: medianOf(levels),
    lowest,
    highest,
    levelsApart,
    disagreement,
    furthestApart: disagreement ? { lowest: who(lowest), highest: who(highest) } : null,
    agreed,
  };
}

/** An issue as a workshop leaves it: for each dimension the level agreed, else the median. */
export interface WorkshopIssue {
  readonly id: string;
  readonly name: string;
  readonly kind: IssueKind;
  /** Confidence grade the workshop settled on, or null. */
  readonly confidence: string | null;
  /** Levels settled after talking, by dimension. */
  readonly agreed: Readonly<Record<string, number | null>>;
}

export interface WorkshopResult {
  readonly issue: ScoredIssue;
  readonly agreements: readonly Agreement[];
}

/** Puts the scores of a workshop together, one result for each issue in the order given. */
export function workshopResults(
  scheme: RiskScheme,
  issues: readonly WorkshopIssue[],
  scores: readonly WorkshopScore[],
): WorkshopResult[] {
  return issues.map(({ agreed, ...issue }) => {
    const own = scores.filter((score) => score.issue === issue.id);
    const agreements = scheme.dimensions.map((dimension) => agreementOn(dimension, own, agreed[dimension.id] ?? null));
    const levels = Object.fromEntries(agreements.map((one) => [one.dimension, one.agreed ?? one.median]));
    return { issue: { ...issue, levels }, agreements };
  });
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What keeps a score from counting as complete, each in words; empty when nothing does. */
export function problemsOf(scheme: RiskScheme, score: WorkshopScore): string[] {
  const problems: string[] = [];
  const dimension = scheme.dimensions.find((one) => one.id === score.dimension);
  if (dimension === undefined) problems.push(`${scheme.name} has no dimension «${score.dimension}».`);
  else if (score.level === null) problems.push(`${dimension.name} is not scored.`);
  else if (!dimension.levels.some((level) => level.value === score.level)) {
    const levels = dimension.levels.map((level) => String(level.value)).join(', ');
    problems.push(`${dimension.name} has no level ${String(score.level)}: its levels are ${levels}.`);
  }
  if (score.reason.trim() === '') problems.push('The reason is missing: say why this level and not the next.');
  if (score.evidence.every((link) => link.trim() === '')) {
    problems.push('The evidence is missing: link at least one figure, survey or document.');
  }
  if (score.scorer.trim() === '') problems.push('Who scored is missing.');
  if (!DAY.test(score.scoredOn)) problems.push('The day of scoring is missing.');
  return problems;
}
