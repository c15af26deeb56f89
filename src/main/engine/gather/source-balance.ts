import { sourceBalance, type IssueBalance } from '../../../core/lists/source-balance.ts';
import type { FinancialYear } from '../../../core/time/financial-year.ts';
import { listIssues, scoresOf } from '../store/issues.ts';
import { listHeld } from '../store/lists.ts';
import type { ReadStore } from '../store/open-store.ts';
import { schemeOfYear } from '../store/schemes.ts';

/** Whose evidence every open issue rests on in a year. */
export function gatherSourceBalance(db: ReadStore, year: FinancialYear): IssueBalance[] {
  return sourceBalance(
    listIssues(db).filter(({ state }) => state === 'open'),
    {
      evidence: listHeld(db, 'evidence').entries,
      voice: listHeld(db, 'voice').entries,
      scores: scoresOf(db, year, schemeOfYear(db, year).scheme),
    },
  );
}
