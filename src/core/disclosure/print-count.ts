import { isSmall, type SmallNumberRule } from './rule.ts';

/** The multiple of `base` nearest to a number; a number half-way goes away from nought. */
export const nearestMultiple = (value: number, base: number): number =>
  Math.sign(value) * Math.floor(Math.abs(value) / base + 0.5) * base;

/** A count with small ones as «<5», written for the threshold: «<5» for 4, «<10» for 9. */
export const printUnder = (count: number, rule: SmallNumberRule): number | string =>
  isSmall(count, rule) ? `<${String(rule.threshold + 1)}` : count;

/** A count with small ones as the rule's symbol, `[c]`. */
export const printMarked = (count: number, rule: SmallNumberRule): number | string =>
  isSmall(count, rule) ? rule.symbol : count;

/**
 * A count to the nearest multiple of the rounding base, small ones as «~»: the formula printed by the Defence
 * Analytical Services Agency. Without rounding in the rule this is {@link printMarked}.
 */
export function printRounded(count: number, rule: SmallNumberRule): number | string {
  if (rule.rounding === null) return printMarked(count, rule);
  return isSmall(count, rule) ? rule.rounding.symbol : nearestMultiple(count, rule.rounding.base);
}

/** The lowest and highest whole count that {@link nearestMultiple} would print as `printed`. */
export function countsBehindRounded(printed: number, base: number): { from: number; to: number } {
  const half = base / 2;
  const to = Math.ceil(printed + half) - 1;
  return { from: Math.max(0, Math.ceil(printed - half)), to };
}
