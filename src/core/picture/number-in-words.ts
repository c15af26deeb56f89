import { sayNumber } from '../performance/say-number.ts';

/** A number as an officer writes it: thousands with commas, a real minus, `decimals` places; unknown is ''. */
export const numberInWords = (value: number | null, decimals = 0): string =>
  value === null ? '' : sayNumber(value, decimals);

/** A change in percent with its sign: `+3.1%`, `−12.1%`, `0.0%`; unknown is ''. */
export function signedPercent(value: number | null, decimals = 1): string {
  if (value === null) return '';
  const text = sayNumber(value, decimals);
  return value > 0 && /[1-9]/.test(text) ? `+${text}%` : `${text}%`;
}
