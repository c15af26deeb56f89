import { zOfConfidence } from './normal.ts';
import type { Limits } from './poisson-limits.ts';

/** An area's count beside what the group's rate (or any model) would give it. */
export interface ObservedExpected {
  readonly observed: number;
  readonly expected: number;
}

/**
 * How ratios of observed to expected are put on a scale of equal spread, and what is done with the most extreme areas
 * before the extra spread is measured. `log-ratio`: logarithm, the extremes left out (as for SHMI, NHS Digital).
 * `square-root`: twice the difference of square roots, the extremes drawn in to the 10th and 90th percentile (as for
 * CQC's intelligent monitoring; Spiegelhalter et al. 2012, JRSS A 175).
 */
export type DispersionScale = 'log-ratio' | 'square-root';

export interface Dispersion {
  readonly scale: DispersionScale;
  /** Each area's score against its expected count, counting error only. */
  readonly z: readonly number[];
  /** The same after trimming: null where the area was left out. */
  readonly zTrimmed: readonly (number | null)[];
  /** Mean square of the trimmed scores: 1 when areas differ by counting error only. */
  readonly phi: number;
  /** Variance between areas beyond counting error, on the scale; 0 when there is none. */
  readonly tauSquared: number;
}

const scoreOf = (scale: DispersionScale, { observed, expected }: ObservedExpected): number =>
  scale === 'log-ratio'
    ? Math.sqrt(expected) * Math.log(observed / expected)
    : 2 * (Math.sqrt(observed) - Math.sqrt(expected));

/** One over the variance of counting error on the scale. */
const weightOf = (scale: DispersionScale, expected: number): number => (scale === 'log-ratio' ? 1 : 4) * expected;

/** Quantile by linear interpolation between order statistics (Hyndman & Fan 1996, type 7). */
export function sampleQuantile(values: readonly number[], share: number): number {
  const ordered = [...values].sort((a, b) => a - b);
  const place = (ordered.length - 1) * share;
  const [below, above] = [ordered[Math.floor(place)] ?? NaN, ordered[Math.ceil(place)] ?? NaN];
  return below + (above - below) * (place - Math.floor(place));
}

function dropExtremes(z: readonly number[], share: number): (number | null)[] {
  const drop = Math.floor(z.length * share);
  const order = z.map((_, index) => index).sort((a, b) => (z[a] ?? 0) - (z[b] ?? 0));
  const dropped = new Set([...order.slice(0, drop), ...order.slice(order.length - drop)]);
  return z.map((score, index) => (dropped.has(index) ? null : score));
}

function drawInExtremes(z: readonly number[], share: number): number[] {
  const [low, high] = [sampleQuantile(z, share), sampleQuantile(z, 1 - share)];
  return z.map((score) => Math.min(Math.max(score, low), high));
}

/**
 * How much more the areas differ than counting error explains: φ, and the variance between areas by the method of
 * moments (DerSimonian & Laird 1986; Spiegelhalter 2005, «Handling over-dispersion of performance indicators»).
 * Null with fewer than two areas or where an expected count, or on the log scale an observed one, is not above 0.
 */
export function dispersionOf(
  areas: readonly ObservedExpected[],
  scale: DispersionScale = 'log-ratio',
  trimShare = 0.1,
): Dispersion | null {
  const usable = areas.every(
    ({ observed, expected }) => expected > 0 && (scale === 'log-ratio' ? observed > 0 : observed >= 0),
  );
  if (areas.length < 2 || !usable) return null;
  const z = areas.map((area) => scoreOf(scale, area));
  const zTrimmed = scale === 'log-ratio' ? dropExtremes(z, trimShare) : drawInExtremes(z, trimShare);
  let n = 0;
  let squares = 0;
  let weights = 0;
  let squaredWeights = 0;
  areas.forEach(({ expected }, index) => {
    const score = zTrimmed[index] ?? null;
    if (score === null) return;
    const weight = weightOf(scale, expected);
    n += 1;
    squares += score * score;
    weights += weight;
    squaredWeights += weight * weight;
  });
  const phi = squares / n;
  const tauSquared = Math.max(0, (n * phi - (n - 1)) / (weights - squaredWeights / weights));
  return { scale, z, zTrimmed, phi, tauSquared: Number.isFinite(tauSquared) ? tauSquared : 0 };
}

/** Limits on the scale, ± so much around an area exactly as expected, turned back into ratios. */
const asRatios = (scale: DispersionScale, spread: number): Limits =>
  scale === 'log-ratio'
    ? { lower: Math.exp(-spread), upper: Math.exp(spread) }
    : { lower: Math.max(0, 1 - spread) ** 2, upper: (1 + spread) ** 2 };

/**
 * Limits of an area's ratio to its expected count with the extra spread added to counting error (additive random
 * effects; Spiegelhalter 2005): ± z √(counting variance + τ²) on the scale, turned back into ratios. FunnelPlotR draws
 * the square-root form without squaring it, so that its limits are about half as wide.
 */
export const additiveLimits = (
  expected: number,
  { scale, tauSquared }: Pick<Dispersion, 'scale' | 'tauSquared'>,
  confidence = 0.95,
): Limits => asRatios(scale, zOfConfidence(confidence) * Math.sqrt(1 / weightOf(scale, expected) + tauSquared));

/**
 * Limits of an area's ratio with counting error widened by √φ (multiplicative; Spiegelhalter 2005). A φ below 1 never
 * narrows them.
 */
export const multiplicativeLimits = (
  expected: number,
  { scale, phi }: Pick<Dispersion, 'scale' | 'phi'>,
  confidence = 0.95,
): Limits => asRatios(scale, zOfConfidence(confidence) * Math.sqrt(Math.max(1, phi) / weightOf(scale, expected)));
