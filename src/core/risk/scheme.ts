/** Harm and likelihood make the risk; organisational position stands beside it and never changes it. */
export type Section = 'harm' | 'likelihood' | 'position';

export interface Level {
  readonly value: number;
  readonly words: string;
}

/** One thing that is judged, with its levels from lowest to highest. */
export interface Dimension {
  readonly id: string;
  readonly name: string;
  readonly section: Section;
  /** How much it counts within its section, above 0. */
  readonly weight: number;
  readonly levels: readonly Level[];
}

/** A band holds every risk from `from` up to where the next begins. */
export interface Band {
  readonly name: string;
  readonly from: number;
}

/**
 * How levels make a section's score. `percent`: weighted mean of level ÷ highest level, times 100. `mean`: weighted
 * mean of the levels. `sum`: weighted sum of the levels.
 */
export type SectionRule = 'percent' | 'mean' | 'sum';

/** How harm and likelihood make the risk. `root`: √(harm × likelihood), which keeps a scale of 0 to 100. */
export type RiskRule = 'root' | 'product' | 'sum';

/**
 * A way of scoring issues as a record with a version. No scheme kept here is MoRiLE: its scale is not published
 * (METHODS §3.2).
 */
export interface RiskScheme {
  readonly id: string;
  readonly version: string;
  readonly name: string;
  /** Where it comes from, in one sentence for the window and the paper. */
  readonly source: string;
  readonly dimensions: readonly Dimension[];
  readonly sectionRule: SectionRule;
  readonly riskRule: RiskRule;
  /** Decimals of the printed risk: bands and ranks are read off the printed number. */
  readonly decimals: number;
  /** From lowest to highest; empty where the scheme names none. */
  readonly bands: readonly Band[];
  /** How sure the evidence makes us, from surest to least: shown beside, never multiplied in. */
  readonly confidence: readonly { readonly grade: string; readonly words: string }[];
}

export const dimensionsOf = (scheme: RiskScheme, section: Section): Dimension[] =>
  scheme.dimensions.filter((dimension) => dimension.section === section);

/** The place of a level among its dimension's, counted from 0; a median between two lies between them. */
export function placeOf(dimension: Dimension, value: number): number | null {
  const { levels } = dimension;
  for (const [at, level] of levels.entries()) {
    if (level.value === value) return at;
    const next = levels[at + 1];
    if (next !== undefined && value > level.value && value < next.value) {
      return at + (value - level.value) / (next.value - level.value);
    }
  }
  return null;
}

/** The lowest and the highest a section's score can be under a scheme. */
export function sectionEnds(scheme: RiskScheme, section: Section): { from: number; to: number } {
  const ends = dimensionsOf(scheme, section).map((one) => ({
    weight: one.weight,
    low: one.levels[0]?.value ?? 0,
    high: one.levels.at(-1)?.value ?? 0,
  }));
  const score = (end: 'low' | 'high') =>
    weigh(
      scheme.sectionRule,
      ends.map((one) => ({ weight: one.weight, level: one[end], highest: one.high })),
    ) ?? 0;
  return { from: score('low'), to: score('high') };
}

/** A section's score from levels and weights; null where there is nothing to score. */
export function weigh(
  rule: SectionRule,
  parts: readonly { readonly weight: number; readonly level: number; readonly highest: number }[],
): number | null {
  const weights = parts.reduce((sum, part) => sum + part.weight, 0);
  if (weights <= 0) return null;
  if (rule === 'percent') {
    return (parts.reduce((sum, { weight, level, highest }) => sum + (weight * level) / highest, 0) / weights) * 100;
  }
  const sum = parts.reduce((all, { weight, level }) => all + weight * level, 0);
  return rule === 'sum' ? sum : sum / weights;
}
