import type { SurveyAnswerDraft } from '../../../core/intake/draft.ts';
import type { ReadStore } from './open-store.ts';

/** A question of a survey as it is held, and where it came from. */
export interface SurveyAnswerHeld extends SurveyAnswerDraft {
  readonly importId: number;
  readonly file: string;
  readonly sheet: string;
}

/** The answers of every live survey, the latest import first, each in the order of its sheet. */
export const surveyAnswersHeld = (db: ReadStore): SurveyAnswerHeld[] =>
  db
    .prepare<[], SurveyAnswerHeld>(
      `SELECT a.import_id AS importId, i.file_name AS file, s.sheet, a.source, a.kind, a.question, a.answer, a.part,
        a.whole, a.held, a.period, a.quote, a.cell
       FROM survey_answer a
       JOIN live_import USING (import_id)
       JOIN import i USING (import_id)
       JOIN import_sheet s ON s.import_id = a.import_id AND s.position = a.position
       ORDER BY a.import_id DESC, a.survey_answer_id`,
    )
    .all();
