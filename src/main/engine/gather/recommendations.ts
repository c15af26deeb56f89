import {
  recommendationRows,
  sayRecommendations,
  type RecommendationRow,
} from '../../../core/lists/recommendation-table.ts';
import { dayInWords } from '../report/day-in-words.ts';
import { listHeld } from '../store/lists.ts';
import type { ReadStore } from '../store/open-store.ts';

/** The recommendations as a pack or the assessment prints them, and how they stand together. */
export function gatherRecommendations(
  db: ReadStore,
  today: string,
): { readonly says: string; readonly rows: readonly RecommendationRow[] } {
  const { entries } = listHeld(db, 'recommendations');
  return {
    says: sayRecommendations(entries, today),
    rows: recommendationRows(entries, today, dayInWords),
  };
}
