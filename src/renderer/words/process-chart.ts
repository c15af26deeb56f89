/** The rule sets by short name; the rules themselves are printed under the chart. */
const RULES: Readonly<Record<string, string>> = {
  'mdc-7': 'Making Data Count, 7 points',
  'mdc-7-screened': 'Making Data Count, 7 points, screened',
  'mdc-6': 'Making Data Count, 6 points',
  'shift-7-trend-5': 'Shift of 7, trend of 5',
};
export const rulesWords = (rules: string): string => RULES[rules] ?? rules;

/** What an exceptional period may be left out of. */
export const LEFT_OUT_WORDS = {
  limits: 'the chart’s limits',
  season: 'the season',
  profile: 'profiles',
  'last-year': '«last year»',
} as const;
export type LeftOutOf = keyof typeof LEFT_OUT_WORDS;
export const LEFT_OUT: readonly LeftOutOf[] = ['limits', 'season', 'profile', 'last-year'];

/** `left out of the chart’s limits and the season`, or that it is only shown. */
export function leftOutWords(parts: readonly LeftOutOf[]): string {
  const names = LEFT_OUT.filter((one) => parts.includes(one)).map((one) => LEFT_OUT_WORDS[one]);
  if (names.length === 0) return 'shown as a band, left out of nothing';
  const last = names.at(-1) ?? '';
  return `left out of ${names.length === 1 ? last : `${names.slice(0, -1).join(', ')} and ${last}`}`;
}
