import type { GapExploreView } from '../../core/performance/gap-explore-view.ts';
import type { GapView } from '../../core/performance/gap-view.ts';
import { numberInWords } from './numbers.ts';

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

/** What a screen reader hears of the neighbourhoods' dots: the ends of the row, in its own order. */
export function ratesSentence(rows: GapView['neighbourhoods']): string {
  const known = rows
    .filter((row) => row.ratePerThousand !== null)
    .toSorted((a, b) => (b.ratePerThousand ?? 0) - (a.ratePerThousand ?? 0));
  const [first, last] = [known.at(0), known.at(-1)];
  if (first === undefined || last === undefined) return 'Crimes per 1,000 residents by neighbourhood: none is known.';
  const ends = `${first.name} is highest at ${numberInWords(first.ratePerThousand, 1)}, ${last.name} lowest at ${numberInWords(last.ratePerThousand, 1)}`;
  return `Crimes per 1,000 residents by neighbourhood, highest first: ${ends}.`;
}

/** What a screen reader hears of what each neighbourhood adds: the one that adds most, to the gap and to its change. */
export function partsSentence(rows: GapExploreView['neighbourhoods']): string {
  const most = rows
    .filter((row) => row.partOfGap !== null)
    .toSorted((a, b) => (b.partOfGap ?? 0) - (a.partOfGap ?? 0))
    .at(0);
  if (most === undefined) return 'What each priority neighbourhood adds to the gap is not known.';
  const change = most.partOfChange === null ? '' : `, and ${numberInWords(most.partOfChange, 2)} to its change`;
  return `What each priority neighbourhood adds to the gap: ${most.name} adds most, ${numberInWords(most.partOfGap, 2)}${change}.`;
}
