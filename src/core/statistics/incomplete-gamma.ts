import { findRoot } from './find-root.ts';
import { poissonDensity } from './log-gamma.ts';

const TINY = 1e-300;

/** Power series of the lower tail over the density x^a e^−x / Γ(a + 1) (DLMF 8.7.1). */
function series(x: number, shape: number): number {
  let term = 1;
  let sum = 1;
  for (let step = 1; step < 100_000; step += 1) {
    term *= x / (shape + step);
    sum += term;
    if (term < sum * 1e-17) break;
  }
  return sum;
}

/** Continued fraction of the upper tail over x^a e^−x / Γ(a) (DLMF 8.9.2, by modified Lentz). */
function fraction(x: number, shape: number): number {
  let b = x + 1 - shape;
  let c = 1 / TINY;
  let d = 1 / b;
  let result = d;
  for (let step = 1; step < 100_000; step += 1) {
    const a = -step * (step - shape);
    b += 2;
    d = a * d + b;
    d = 1 / (Math.abs(d) < TINY ? TINY : d);
    c = b + a / c;
    if (Math.abs(c) < TINY) c = TINY;
    const change = c * d;
    result *= change;
    if (Math.abs(change - 1) < 1e-16) break;
  }
  return result;
}

/**
 * Both tails of the gamma distribution of this shape (> 0) and scale 1 at x: `lower` is the regularised incomplete gamma
 * function P(shape, x), `upper` is Q, each without loss where it is small (DLMF 8.2).
 */
export function gammaTails(x: number, shape: number): { lower: number; upper: number } {
  if (x <= 0) return { lower: 0, upper: 1 };
  const density = poissonDensity(shape, x);
  if (x < shape + 1) {
    const lower = density * series(x, shape);
    return { lower, upper: 1 - lower };
  }
  const upper = density * shape * fraction(x, shape);
  return { lower: 1 - upper, upper };
}

/** The value below which a gamma variable of this shape (> 0) and scale 1 falls with chance `p` (0 < p < 1). */
export function gammaQuantile(p: number, shape: number): number {
  const fromBelow = p <= 0.5;
  const rise = (x: number): number => {
    const { lower, upper } = gammaTails(x, shape);
    return fromBelow ? lower - p : 1 - p - upper;
  };
  const slope = (x: number): number => (poissonDensity(shape, x) * shape) / x;
  let high = shape + 10 * Math.sqrt(shape) + 10;
  while (rise(high) < 0) high *= 2;
  return findRoot(rise, slope, shape, 0, high);
}

/** Quantile of the chi-square distribution; degrees of freedom may be any number above 0. */
export const chiSquareQuantile = (p: number, degrees: number): number => 2 * gammaQuantile(p, degrees / 2);
