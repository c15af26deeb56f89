import { tidyLabel } from './tidy-text.ts';

/** Words by which a title or label names a measure of the catalogue; the first pattern that fits wins. */
const MEASURE_WORDS: readonly (readonly [pattern: RegExp, measure: string])[] = [
  [/\bdash\b/, 'dash-training'],
  [/\bassessed as appropriate\b|\bvulnerable victims?\b.*\b(?:seen|supported)\b/, 'asb-victims-supported'],
  [/\boutcomes? stars?\b|\bempowerment stars?\b|\bvictim champion/, 'asb-outcome-star'],
  [/\bfirst[- ]time\b.*\breferr/, 'da-first-time-referrals'],
  [/\b(?:domestic|da|dv)\b.*\breferr|\breferr.*\b(?:domestic|da|dv)\b/, 'da-referrals'],
  [/\blicence\b.*\bcohort\b|\bcrc\b|\bcommunity rehabilitation\b|\brevocation\b/, 'crc-licence-cohort'],
  [/\bdomestic (?:abuse|violence)\b|\b(?:da|dv)\b/, 'domestic-abuse'],
  [/\banti-? ?social\b|\basb\b/, 'asb'],
  [/\bhate\b|\bracist\b|\bhomophobic\b|\bdisablist\b/, 'hate'],
  [/\bserious acquisitive\b|\bsac\b/, 'serious-acquisitive-crime'],
  [/\bgap\b/, 'gap'],
  [
    /\ball[- ]crimes?\b|\btotal (?:recorded |police recorded )?(?:crime|offences)|\brecorded crimes?\b|\bcrimes? recorded\b/,
    'all-crime',
  ],
];

/** The measure a text names, by its words; null when it names none. */
export function measureIn(text: string): string | null {
  const words = tidyLabel(text).toLowerCase();
  return MEASURE_WORDS.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}

/** The measure named by the first of several texts that names one. */
export function measureAmong(texts: readonly string[]): string | null {
  for (const text of texts) {
    const measure = measureIn(text);
    if (measure !== null) return measure;
  }
  return null;
}

/** The words of a file name, without its folder, ending and numbers glued by underscores. */
export const wordsOfFileName = (fileName: string): string =>
  (fileName.split(/[\\/]/).at(-1) ?? '').replace(/\.[a-z0-9]{2,4}$/i, '').replaceAll(/[_+]+/g, ' ');
