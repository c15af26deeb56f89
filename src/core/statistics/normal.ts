import { findRoot } from './find-root.ts';
import { gammaTails } from './incomplete-gamma.ts';

/** Chance that a standard normal variable exceeds z ≥ 0: half the upper gamma tail (DLMF 7.11.1). */
const upperTail = (z: number): number => gammaTails((z * z) / 2, 0.5).upper / 2;

/** Chance that a standard normal variable is below z. */
export const normalBelow = (z: number): number => (z < 0 ? upperTail(-z) : 1 - upperTail(z));

/** The z below which a standard normal variable falls with chance `p` (0 < p < 1). */
export function normalQuantile(p: number): number {
  if (p === 0.5) return 0;
  if (p > 0.5) return -normalQuantile(1 - p);
  const density = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  return -findRoot((z) => p - upperTail(z), density, Math.sqrt(-2 * Math.log(2 * p)), 0, 40);
}

/** The z of a two-sided confidence: 1.959964 for 0.95, 3.090232 for 0.998. */
export const zOfConfidence = (confidence: number): number => -normalQuantile((1 - confidence) / 2);
