/** What a number format makes of a number: only the differences that change its meaning. */
export type FormatMeaning = 'number' | 'percent' | 'day' | 'month' | 'elapsed';

/**
 * Built-in formats whose code is not stored in the file (ECMA-376 part 1, 18.8.30), with the East Asian date formats
 * 27 to 36 and 50 to 58.
 */
const BUILT_IN: ReadonlyMap<number, FormatMeaning> = new Map<number, FormatMeaning>([
  [9, 'percent'],
  [10, 'percent'],
  [17, 'month'],
  [46, 'elapsed'],
  ...[14, 15, 16, 18, 19, 20, 21, 22, 45, 47].map((id) => [id, 'day'] as const),
  ...[27, 28, 29, 30, 31, 32, 33, 34, 35, 36].map((id) => [id, 'day'] as const),
  ...[50, 51, 52, 53, 54, 55, 56, 57, 58].map((id) => [id, 'day'] as const),
]);

export const meaningOfBuiltIn = (id: number): FormatMeaning => BUILT_IN.get(id) ?? 'number';

const QUOTED = /"[^"]*"?/g;
const ESCAPED = /[\\_*]./g;
const ELAPSED = /\[(h+|m+|s+)\]/i;
const BRACKETED = /\[[^\]]*\]/g;
const AM_PM = /am\/pm|a\/p/gi;

/** Reads a format code: its first section, without quoted text, escapes, colours and conditions. */
export function meaningOfCode(code: string): FormatMeaning {
  const shown = (code.replace(QUOTED, '').replace(ESCAPED, '').split(';')[0] ?? '').replace(AM_PM, 'h');
  if (/general/i.test(shown)) return 'number';
  if (ELAPSED.test(shown)) return 'elapsed';
  const signs = shown.replace(BRACKETED, '');
  if (/[ymdhs]/i.test(signs) && !/[#?]/.test(signs) && !/0/.test(signs.replace(/s\.0+/gi, 's'))) {
    const isMonth = /m/i.test(signs) && !/[dhs]/i.test(signs);
    return isMonth ? 'month' : 'day';
  }
  return signs.includes('%') ? 'percent' : 'number';
}
