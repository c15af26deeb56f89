const HALF_LOG_TWO_PI = 0.9189385332046727;

/** From this argument on, seven terms of Stirling's series are exact to the last digit of a double. */
const SERIES_FROM = 12;

/**
 * The part of Stirling's formula left over: ln Γ(x + 1) − (x + ½) ln x + x − ½ ln 2π, for x > 0.
 * Stirling's series with Bernoulli numbers (Abramowitz & Stegun 1964, 6.1.41), stepped up by the recurrence below 12.
 */
export function stirlingRemainder(x: number): number {
  if (x < SERIES_FROM) return logGamma(x + 1) - (x + 0.5) * Math.log(x) + x - HALF_LOG_TWO_PI;
  const t = 1 / (x * x);
  const series =
    1 / 12 - t * (1 / 360 - t * (1 / 1260 - t * (1 / 1680 - t * (1 / 1188 - t * (691 / 360360 - t * (1 / 156))))));
  return series / x;
}

/** ln Γ(x) for x > 0 (Abramowitz & Stegun 1964, 6.1.41 with the recurrence 6.1.15). */
export function logGamma(x: number): number {
  let shifted = x;
  let product = 1;
  while (shifted < SERIES_FROM) {
    product *= shifted;
    shifted += 1;
  }
  const base = (shifted - 0.5) * Math.log(shifted) - shifted + HALF_LOG_TWO_PI + stirlingRemainder(shifted);
  return base - Math.log(product);
}

/**
 * x ln(x / mean) + mean − x, the deviance of a Poisson count, without loss where x is close to its mean
 * (Loader 2000, «Fast and accurate computation of binomial probabilities», section 3).
 */
export function poissonDeviance(x: number, mean: number): number {
  if (x === 0) return mean;
  const difference = x - mean;
  if (Math.abs(difference) >= 0.1 * (x + mean)) return x * Math.log(x / mean) + mean - x;
  const ratio = difference / (x + mean);
  const square = ratio * ratio;
  let sum = difference * ratio;
  let term = 2 * x * ratio;
  for (let odd = 3; ; odd += 2) {
    term *= square;
    const next = sum + term / odd;
    if (next === sum) return sum;
    sum = next;
  }
}

/** Chance of exactly `x` when `mean` are expected; x may be any real number from 0 (Loader 2000). */
export function poissonDensity(x: number, mean: number): number {
  if (mean === 0) return x === 0 ? 1 : 0;
  if (x === 0) return Math.exp(-mean);
  return Math.exp(-stirlingRemainder(x) - poissonDeviance(x, mean)) / Math.sqrt(2 * Math.PI * x);
}

/** Chance of exactly `x` of `n` when each has chance `p`; x and n may be real (Loader 2000). */
export function binomialDensity(x: number, n: number, p: number): number {
  if (p === 0) return x === 0 ? 1 : 0;
  if (p === 1) return x === n ? 1 : 0;
  if (x === 0) return Math.exp(n * Math.log1p(-p));
  if (x === n) return Math.exp(n * Math.log(p));
  const exponent =
    stirlingRemainder(n) -
    stirlingRemainder(x) -
    stirlingRemainder(n - x) -
    poissonDeviance(x, n * p) -
    poissonDeviance(n - x, n * (1 - p));
  return Math.exp(exponent) * Math.sqrt(n / (2 * Math.PI * x * (n - x)));
}
