import { createHash } from 'node:crypto';
import type { FinancialYear } from '../../../core/time/financial-year.ts';
import { gatherEvidence } from '../gather/evidence.ts';
import type { AssessmentFile } from '../store/assessment-files.ts';
import type { ReadStore } from '../store/open-store.ts';
import { importsInForce } from '../store/packs.ts';
import { schemeOfYear } from '../store/schemes.ts';
import type { DocumentContent } from './chapter.ts';

/** What an assessment of a year rests on now: months, imports, scheme, and how many of its tables have words of their own. */
export function assessmentRestsOn(
  db: ReadStore,
  year: FinancialYear,
): Pick<AssessmentFile, 'periodFrom' | 'periodTo' | 'imports' | 'scheme' | 'ownWords'> {
  const { period, tables } = gatherEvidence(db, year);
  const { scheme } = schemeOfYear(db, year);
  return {
    periodFrom: period.from,
    periodTo: period.to,
    imports: importsInForce(db),
    scheme: `${scheme.name}, version ${scheme.version}`,
    ownWords: tables.filter(
      ({ edit: { finding, words, notes } }) => finding !== null || words !== '' || Object.keys(notes).length > 0,
    ).length,
  };
}

/** Fingerprint of every word and figure of a document; its charts show the same figures again. */
export const chaptersFingerprint = ({ chapters }: DocumentContent): string =>
  createHash('sha256')
    .update(
      JSON.stringify(chapters, (key, value: unknown) =>
        key === 'picture' && typeof value === 'object' ? null : value,
      ),
    )
    .digest('hex');
