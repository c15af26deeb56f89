import { dimensionsOf, placeOf, weigh, type RiskScheme, type Section } from './scheme.ts';

/** Who or what an issue is about, as the assessment orders its bands. */
export type IssueKind = 'victims' | 'offenders' | 'communities' | 'key-issue';

/** An issue with the level agreed for each dimension (a median may lie between two); null: not scored. */
export interface ScoredIssue {
  readonly id: string;
  readonly name: string;
  readonly kind: IssueKind;
  readonly levels: Readonly<Record<string, number | null>>;
  /** A grade of the scheme's confidence, or null when nobody gave one. */
  readonly confidence: string | null;
}

/** What an issue's levels make. Every null means not known: one missing level leaves its section unknown. */
export interface IssueScore {
  readonly harm: number | null;
  readonly likelihood: number | null;
  /** As printed, to the scheme's decimals. */
  readonly risk: number | null;
  readonly band: string | null;
  /** How badly placed we are (capacity, capability); beside the risk, never in it. */
  readonly position: number | null;
  readonly confidence: string | null;
  /** Names of dimensions without a level, or with one the scheme does not have. */
  readonly missing: readonly string[];
}

/** A number to so many decimals, halves away from nought. */
export const toDecimals = (value: number, decimals: number): number => {
  const size = 10 ** decimals;
  return (Math.sign(value) * Math.round(Math.abs(value) * size + 1e-9)) / size;
};

function sectionScore(scheme: RiskScheme, section: Section, issue: ScoredIssue): number | null {
  const parts: { weight: number; level: number; highest: number }[] = [];
  for (const dimension of dimensionsOf(scheme, section)) {
    const level = issue.levels[dimension.id] ?? null;
    if (level === null || placeOf(dimension, level) === null) return null;
    parts.push({ weight: dimension.weight, level, highest: dimension.levels.at(-1)?.value ?? 0 });
  }
  return weigh(scheme.sectionRule, parts);
}

/** Harm and likelihood as one number under a scheme's rule, unrounded. */
export function riskOf(scheme: RiskScheme, harm: number, likelihood: number): number {
  if (scheme.riskRule === 'sum') return harm + likelihood;
  return scheme.riskRule === 'product' ? harm * likelihood : Math.sqrt(harm * likelihood);
}

/** The band of a printed risk: the highest that begins at or below it; null without bands or a risk. */
export const bandOf = (scheme: RiskScheme, risk: number | null): string | null =>
  risk === null ? null : (scheme.bands.findLast((band) => risk >= band.from)?.name ?? null);

/** Scores one issue: weighted sections, the risk they make, its band, and what stands beside it (METHODS §3.4). */
export function scoreIssue(scheme: RiskScheme, issue: ScoredIssue): IssueScore {
  const harm = sectionScore(scheme, 'harm', issue);
  const likelihood = sectionScore(scheme, 'likelihood', issue);
  const risk =
    harm === null || likelihood === null ? null : toDecimals(riskOf(scheme, harm, likelihood), scheme.decimals);
  const missing = scheme.dimensions.filter((dimension) => {
    const level = issue.levels[dimension.id] ?? null;
    return level === null || placeOf(dimension, level) === null;
  });
  return {
    harm,
    likelihood,
    risk,
    band: bandOf(scheme, risk),
    position: sectionScore(scheme, 'position', issue),
    confidence: issue.confidence,
    missing: missing.map((dimension) => dimension.name),
  };
}
