import type { RecommendationDraft } from '../../../core/intake/draft.ts';
import type { ReadStore } from './open-store.ts';

/** A recommendation as it is held, and where it came from. */
export interface RecommendationHeld extends RecommendationDraft {
  readonly recommendationId: number;
  readonly importId: number;
  readonly file: string;
  readonly sheet: string;
}

/** Recommendations of one import, or of every live one, the latest first, each in the order of its sheet. */
export const recommendationsHeld = (db: ReadStore, importId: number | null): RecommendationHeld[] =>
  db
    .prepare<[{ importId: number | null }], RecommendationHeld>(
      `SELECT r.recommendation_id AS recommendationId, r.import_id AS importId, i.file_name AS file, s.sheet, r.number,
        r.text, r.owner, r.due, r.due_words AS dueWords, r.progress, r.status, r.cell
       FROM recommendation r
       JOIN import i USING (import_id)
       JOIN import_sheet s ON s.import_id = r.import_id AND s.position = r.position
       WHERE r.import_id = @importId OR (@importId IS NULL AND r.import_id IN (SELECT import_id FROM live_import))
       ORDER BY r.import_id DESC, r.recommendation_id`,
    )
    .all({ importId });
