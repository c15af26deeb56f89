/** How far a hidden small number must stay out of reach. */
export type Protection =
  /** Nobody can work out the hidden number exactly. */
  | 'not-exact'
  /** Nobody can even show that it lies within the small numbers: the deducible range reaches past the threshold. */
  | 'beyond-threshold';

/** How small numbers are treated. There is no national threshold for partnerships: every part is a setting. */
export interface SmallNumberRule {
  /** Counts from 1 to this are small: 4 for the common «under 5», 9 for «under 10». */
  readonly threshold: number;
  /** Whether a nought is printed; false hides it with the small numbers. */
  readonly showsZero: boolean;
  /** Printed instead of a hidden figure: `[c]`, as the Government Analysis Function advises (11 January 2022). */
  readonly symbol: string;
  readonly protection: Protection;
  /** Counts printed to a multiple of `base`, small ones as `symbol` («~»); null: counts are printed as they are. */
  readonly rounding: { readonly base: number; readonly symbol: string } | null;
}

export const SMALL_NUMBER_RULE: SmallNumberRule = {
  threshold: 4,
  showsZero: true,
  symbol: '[c]',
  protection: 'beyond-threshold',
  rounding: null,
};

/** Why a rule cannot be used, in words; null when it can. */
export function refuseRule(rule: SmallNumberRule): string | null {
  if (!Number.isInteger(rule.threshold) || rule.threshold < 1) {
    return `The threshold ${String(rule.threshold)} is not a whole number of 1 or more.`;
  }
  if (rule.symbol.trim() === '') return 'The symbol for a hidden figure is empty.';
  if (rule.rounding !== null && (!Number.isInteger(rule.rounding.base) || rule.rounding.base < 2)) {
    return `Rounding to a multiple of ${String(rule.rounding.base)} is not possible: choose 2 or more.`;
  }
  return null;
}

/** Whether a count must not be printed for its own size. */
export const isSmall = (count: number, rule: SmallNumberRule): boolean =>
  count === 0 ? !rule.showsZero : count > 0 && count <= rule.threshold;

/** The counts a rule hides, in words: «1 to 4», «0 to 4». */
export const smallInWords = (rule: SmallNumberRule): string =>
  `${rule.showsZero ? '1' : '0'} to ${String(rule.threshold)}`;
