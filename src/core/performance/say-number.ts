/**
 * Halves of the number as it is written (38.65, which no binary number is) go up, as on paper and in Excel, which shows
 * 15 digits: the same figure is not 38.6 in one file and 38.7 in another.
 */
function halvesUp(size: number, decimals: number): string {
  const written = String(Number(size.toPrecision(15)));
  if (written.includes('e')) return size.toFixed(decimals);
  return Number(`${String(Math.round(Number(`${written}e${String(decimals)}`)))}e-${String(decimals)}`).toFixed(
    decimals,
  );
}

/** A number as written in a British sentence: `10,064`, `18.0`. */
export function sayNumber(value: number, decimals = 0): string {
  const [whole = '', fraction] = halvesUp(Math.abs(value), decimals).split('.');
  const digits = whole.replace(/\B(?=(\d{3})+$)/g, ',') + (fraction === undefined ? '' : `.${fraction}`);
  return value < 0 && /[1-9]/.test(digits) ? `−${digits}` : digits;
}

/** A percentage without its sign: `21%`, `0.4%`, `under 0.1%`. Whole from 1 on, one decimal below. */
export function sayPercent(percent: number): string {
  const size = Math.abs(percent);
  if (size === 0) return '0%';
  if (size < 0.05) return 'under 0.1%';
  return size < 0.95 ? `${halvesUp(size, 1)}%` : `${sayNumber(size)}%`;
}

/** `1st`, `2nd`, `3rd`, `11th`. */
export function sayOrdinal(rank: number): string {
  const lastTwo = rank % 100;
  const last = rank % 10;
  const ending =
    lastTwo >= 11 && lastTwo <= 13 ? 'th' : last === 1 ? 'st' : last === 2 ? 'nd' : last === 3 ? 'rd' : 'th';
  return `${String(rank)}${ending}`;
}

/** `July`, `July and August`, `July, August and September`. */
export const sayList = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
