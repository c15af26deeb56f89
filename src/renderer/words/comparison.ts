import { longPeriod } from './dates.ts';
import { numberInWords, signedPercent } from './numbers.ts';

/** The limits by name, as the chooser offers them. */
export const LIMITS_WORDS = {
  spread: 'Spread between the areas',
  counting: 'Counting error only',
  'overdispersed-additive': 'Counting error, overdispersed (additive)',
  'overdispersed-multiplicative': 'Counting error, overdispersed (multiplicative)',
} as const;
export type LimitsKind = keyof typeof LIMITS_WORDS;

export const AVERAGE_WORDS = {
  unweighted: 'Mean of the areas’ rates',
  pooled: 'All crimes over all residents',
} as const;
export type AverageKind = keyof typeof AVERAGE_WORDS;

const VERDICT_WORDS = { above: 'Above', below: 'Below', inline: 'In line' } as const;

/** `In line`, `Above`, `Below`; empty where no limits could be made. */
export const verdictWords = (verdict: keyof typeof VERDICT_WORDS | null): string =>
  verdict === null ? '' : VERDICT_WORDS[verdict];

const DIRECTION = { up: '↑ up', down: '↓ down', unclear: 'may be chance', level: 'level' } as const;

/** Where a count is going, only as far as two counts can tell. */
export const wayWords = (way: keyof typeof DIRECTION | null): string => (way === null ? '' : DIRECTION[way]);

/** `+5.2%`; where the base is too small for a percentage, `from 3 to 6`; empty where either is not known. */
export function changeWords(before: number | null, after: number | null, percent: number | null): string {
  if (percent !== null) return signedPercent(percent);
  return before === null || after === null ? '' : `from ${numberInWords(before)} to ${numberInWords(after)}`;
}

/** `18.1 to 20.4`, or empty. */
export const rangeWords = (lower: number | null, upper: number | null, decimals = 1): string =>
  lower === null || upper === null ? '' : `${numberInWords(lower, decimals)} to ${numberInWords(upper, decimals)}`;

interface Dated {
  readonly name: string;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** `from October 2014`, `October 2014 to March 2018`. */
export const datesOfGroup = ({ validFrom, validTo }: Omit<Dated, 'name'>): string =>
  validTo === null ? `from ${longPeriod(validFrom)}` : `${longPeriod(validFrom)} to ${longPeriod(validTo)}`;
