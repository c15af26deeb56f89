import { sayNumber } from '../performance/say-number.ts';

/** Units are plural nouns; one of them is «1 referral», «1 crime or incident». */
const singular = (unit: string): string =>
  unit
    .split(' and ')
    .map((part) => part.replace(/^(\w+?)s\b/, '$1'))
    .join(' or ');

/** `2,527 incidents`, `1 referral`, `no incidents`; with decimals as given. */
export function sayCount(value: number, unit: string, decimals = 0): string {
  if (value === 0 && decimals === 0) return `no ${unit}`;
  return value === 1 && decimals === 0 ? `1 ${singular(unit)}` : `${sayNumber(value, decimals)} ${unit}`;
}

/** `there were 2,527 incidents`, `there was 1 referral`. */
export const sayThereWere = (value: number, unit: string, decimals = 0): string =>
  `there ${value === 1 && decimals === 0 ? 'was' : 'were'} ${sayCount(value, unit, decimals)}`;

/** A change with its sign, one decimal: `+0.3%`, `−6.9%`; a change too small to show is `under 0.1%`. */
export function saySignedPercent(percent: number): string {
  const size = sayNumber(Math.abs(percent), 1);
  if (size === '0.0') return percent === 0 ? '0.0%' : 'under 0.1%';
  return `${percent > 0 ? '+' : '−'}${size}%`;
}
