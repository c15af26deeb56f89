import { findRoot } from './find-root.ts';
import { binomialDensity } from './log-gamma.ts';

const TINY = 1e-300;

/** Modified Lentz evaluation of the continued fraction DLMF 8.17.22. */
function fraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 - ((a + b) * x) / (a + 1);
  d = 1 / (Math.abs(d) < TINY ? TINY : d);
  let result = d;
  for (let m = 1; m < 100_000; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    let change = 1;
    for (const term of [even, odd]) {
      d = 1 + term * d;
      d = 1 / (Math.abs(d) < TINY ? TINY : d);
      c = 1 + term / c;
      if (Math.abs(c) < TINY) c = TINY;
      change = c * d;
      result *= change;
    }
    if (Math.abs(change - 1) < 1e-16) break;
  }
  return result;
}

/** x^a (1 − x)^b / (a B(a, b)), by way of the binomial density so that nothing large cancels. */
const front = (x: number, a: number, b: number): number => binomialDensity(a, a + b, x) * (b / (a + b));

/**
 * Both tails of the beta distribution with parameters a, b > 0 at x between 0 and 1: `lower` is the regularised
 * incomplete beta function I_x(a, b), `upper` is 1 − `lower`, each without loss where it is small (DLMF 8.17).
 */
export function betaTails(x: number, a: number, b: number): { lower: number; upper: number } {
  if (x <= 0) return { lower: 0, upper: 1 };
  if (x >= 1) return { lower: 1, upper: 0 };
  if (x < (a + 1) / (a + b + 2)) {
    const lower = front(x, a, b) * fraction(x, a, b);
    return { lower, upper: 1 - lower };
  }
  const upper = front(1 - x, b, a) * fraction(1 - x, b, a);
  return { lower: 1 - upper, upper };
}

/** Density of the beta distribution. */
const betaDensity = (x: number, a: number, b: number): number => (front(x, a, b) * a) / (x * (1 - x));

/** The x below which a beta variable with parameters a, b > 0 falls with chance `p` (0 < p < 1). */
export function betaQuantile(p: number, a: number, b: number): number {
  const fromBelow = p <= 0.5;
  const rise = (x: number): number => {
    const { lower, upper } = betaTails(x, a, b);
    return fromBelow ? lower - p : 1 - p - upper;
  };
  return findRoot(rise, (x) => betaDensity(x, a, b), a / (a + b), 0, 1);
}
