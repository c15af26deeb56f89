/** The three ways of saying which neighbourhoods are the priority; they answer different questions. */
export const METHOD_WORDS = {
  named: 'The named ten',
  'worst-in-baseline': 'The worst by a baseline year',
  'worst-in-period': 'The worst in these months',
} as const;
export type GapMethod = keyof typeof METHOD_WORDS;

export const METHOD_SAYS: Readonly<Record<GapMethod, string>> = {
  named: 'The same neighbourhoods all along: did the chosen places improve?',
  'worst-in-baseline':
    'The worst of an earlier year, followed since: some fall only because they were picked at their worst.',
  'worst-in-period':
    'The worst of these very months: is the city less uneven? It never shows whether a place improved.',
};

export const PRIORITY_WORDS = {
  pooled: 'Pooled: all crimes over all residents',
  'mean-of-rates': 'Mean of the neighbourhoods’ rates',
} as const;

export const CITY_WORDS = {
  'with-priority': 'The whole city',
  'without-priority': 'The rest of the city',
} as const;

const LABELS = {
  better: 'Lower',
  worse: 'Higher',
  higher: 'Higher',
  lower: 'Lower',
  similar: 'Like the city',
} as const;

/** Against the city's rate, by the neighbourhood's own limits: at 99.8% where that holds, else at 95%. */
export function againstCity(label95: keyof typeof LABELS | null, label998: keyof typeof LABELS | null): string {
  if (label95 === null) return '';
  if (label95 === 'similar') return LABELS.similar;
  return label998 === label95 ? `${LABELS[label95]} (99.8%)` : `${LABELS[label95]} (95%)`;
}
