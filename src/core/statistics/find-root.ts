/**
 * The x between `lower` and `upper` where an increasing function crosses nought: Newton's steps from `start`, halved
 * towards the bracket whenever a step would leave it (a safeguarded Newton; Dennis & Schnabel 1983, section 2).
 * `rise` is the function, `slope` its derivative.
 */
export function findRoot(
  rise: (x: number) => number,
  slope: (x: number) => number,
  start: number,
  lower: number,
  upper: number,
): number {
  let low = lower;
  let high = upper;
  let x = Math.min(Math.max(start, low), high);
  for (let step = 0; step < 200; step += 1) {
    const value = rise(x);
    if (value === 0) return x;
    if (value < 0) low = x;
    else high = x;
    const newton = x - value / slope(x);
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - x) <= 2e-16 * Math.abs(next) || next === low || next === high) return next;
    x = next;
  }
  return x;
}
