/** A scale from `bottom` to `top` in steps of `step`, so that marks fall on round numbers. */
export interface Scale {
  readonly bottom: number;
  readonly top: number;
  readonly step: number;
}

/** The smallest round scale from nought (or below, when a value is negative) that holds every value. */
export function roundScale(values: readonly (number | null)[], marks = 5): Scale {
  const known = values.filter((value) => value !== null);
  const highest = Math.max(0, ...known);
  const lowest = Math.min(0, ...known);
  const span = highest - lowest;
  if (span === 0) return { bottom: 0, top: 1, step: 1 };
  const rough = span / marks;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
  return { bottom: Math.floor(lowest / step) * step, top: Math.ceil(highest / step) * step, step };
}

/** How many decimals the marks of a scale need: none for steps of 5, one for steps of 2.5 or 0.5. */
export function decimalsOf({ step }: Scale): number {
  const whole = (decimals: number): boolean => {
    const marks = step * 10 ** decimals;
    return Math.abs(marks - Math.round(marks)) < 1e-6;
  };
  return [0, 1, 2].find(whole) ?? 3;
}
